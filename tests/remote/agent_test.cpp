// SPDX-License-Identifier: GPL-3.0-or-later
// Logging in with an SSH agent: which keys it is asked for, and what it may do to us.
#include "testagent.h"

#include "remote/agentprotocol.h"
#include "remote/wire.h"

#include <atomic>
#include <future>

namespace colonnade::remote {
namespace {

using base::ErrorCode;
using base::Result;

class AgentTest : public SshdTest
{
protected:
    Result<Output> logIn(const ConnectionSettings &own)
    {
        SshConnection connection(own, interaction);
        Result<Output> result = connection.run(command("id -un"));
        const QList<StageReport> stages = connection.status().stages;
        how = stages.isEmpty() ? QString() : stages.last().detail;
        return result;
    }

    void expectRefused(const Result<Output> &result, const QString &reason)
    {
        ASSERT_FALSE(result);
        EXPECT_EQ(result.error().code, ErrorCode::AuthenticationFailed);
        EXPECT_TRUE(result.error().message.contains(reason)) << qPrintable(result.error().message);
    }

    /// That it works with the agent alone, and what is told of it.
    void expectLogin(const ConnectionSettings &own, const QString &words)
    {
        const Result<Output> result = logIn(own);
        ASSERT_TRUE(result) << qPrintable(result.error().message);
        EXPECT_TRUE(how.contains(words)) << qPrintable(how);
    }

    ConnectionSettings withAgent(const QString &socket, const QStringList &files = {}) const
    {
        ConnectionSettings own = settings();
        own.methods = {LoginMethod::Agent};
        own.agentSocket = socket;
        own.identityFiles =
            files.isEmpty() ? QStringList{server.path(QStringLiteral("none"))} : files;
        return own;
    }

    QString stranger(int number)
    {
        return server.addKey(QStringLiteral("stranger%1").arg(number), QStringLiteral("ed25519"),
                             {}, false);
    }

    /// How many public keys the server was offered in all and did not want.
    qsizetype refusals() const { return server.log().count("Failed publickey for "); }

    QString how; ///< of the last login: method and key
};

TEST_F(AgentTest, agent)
{
    Agent agent(server.folder());
    ASSERT_TRUE(
        agent.add(server.addKey(QStringLiteral("stranger"), QStringLiteral("ed25519"), {}, false)));
    ASSERT_TRUE(agent.add(server.clientKey()));
    ConnectionSettings own = settings();
    own.identityFiles = QStringList{server.path(QStringLiteral("none"))};
    own.methods.prepend(LoginMethod::Agent);
    own.agentSocket = agent.socket;
    const Result<Output> result = logIn(own);
    EXPECT_TRUE(result) << qPrintable(result ? QString() : result.error().message);
}

TEST_F(AgentTest, agentWithoutAKeyThatServes)
{
    Agent agent(server.folder());
    ASSERT_TRUE(
        agent.add(server.addKey(QStringLiteral("stranger"), QStringLiteral("ed25519"), {}, false)));
    ConnectionSettings own = settings();
    own.methods.prepend(LoginMethod::Agent);
    own.agentSocket = agent.socket;
    EXPECT_TRUE(logIn(own)) << "the key file comes after the agent";
    own.identityFiles = QStringList{server.path(QStringLiteral("none"))};
    expectRefused(logIn(own), QStringLiteral("of the agent was not accepted"));
    own.agentSocket = server.path(QStringLiteral("no_agent"));
    expectRefused(logIn(own), QStringLiteral("does not answer"));
}

TEST_F(AgentTest, everyTypeOfKeyWorks)
{
    for (const char *type : {"ed25519", "ecdsa", "rsa"}) {
        Agent agent(server.folder());
        const QString name = QStringLiteral("in_agent_") + QLatin1String(type);
        ASSERT_TRUE(agent.add(server.addKey(name, QLatin1String(type))));
        expectLogin(withAgent(agent.socket), QStringLiteral("of the agent"));
        QFile::remove(agent.socket);
    }
}

TEST_F(AgentTest, theKeysOfTheSettingsComeFirst)
{
    Agent agent(server.folder());
    for (int i = 0; i < 8; ++i)
        ASSERT_TRUE(agent.add(stranger(i)));
    ASSERT_TRUE(agent.add(server.clientKey()));
    const QString file = server.clientKey();
    expectLogin(withAgent(agent.socket, {file}), QStringLiteral("of the agent"));
    EXPECT_EQ(refusals(), 0);

    // The private half need not be there: a public key names the agent's.
    ASSERT_TRUE(QFile::remove(file));
    expectLogin(withAgent(agent.socket, {file}), QStringLiteral("of the agent"));
    expectLogin(withAgent(agent.socket, {file + QStringLiteral(".pub")}),
                QStringLiteral("of the agent"));
    EXPECT_EQ(refusals(), 0);
}

TEST_F(AgentTest, anEncryptedKeyFileNamesTheAgentsKeyToo)
{
    const QString key = server.addKey(QStringLiteral("locked"), QStringLiteral("ed25519"),
                                      QStringLiteral("open sesame"));
    const QString copy = server.path(QStringLiteral("copy"));
    ASSERT_TRUE(QFile::copy(key, copy) && QFile::remove(key + QStringLiteral(".pub")));
    ASSERT_TRUE(test::runProgram(QStringLiteral("ssh-keygen"),
                                 {QStringLiteral("-q"), QStringLiteral("-p"), QStringLiteral("-P"),
                                  QStringLiteral("open sesame"), QStringLiteral("-N"), QString(),
                                  QStringLiteral("-f"), copy}));
    Agent agent(server.folder());
    for (int i = 0; i < 5; ++i)
        ASSERT_TRUE(agent.add(stranger(i)));
    ASSERT_TRUE(agent.add(copy));
    expectLogin(withAgent(agent.socket, {key}), QStringLiteral("of the agent"));
    EXPECT_EQ(refusals(), 0);
    EXPECT_TRUE(interaction->secretQuestions().isEmpty());
}

TEST_F(AgentTest, fewKeysAreOfferedAndTheRestIsCounted)
{
    Agent agent(server.folder());
    for (int i = 0; i < 8; ++i)
        ASSERT_TRUE(agent.add(stranger(i)));
    const Result<Output> result = logIn(withAgent(agent.socket));
    expectRefused(result, QStringLiteral("4 more key(s) were not offered"));
    EXPECT_TRUE(result.error().remedy.contains(QStringLiteral("Name the right key")));
    EXPECT_EQ(refusals(), 4);
}

TEST_F(AgentTest, aFullAgentLeavesATryToTheKeyFile)
{
    Agent agent(server.folder());
    for (int i = 0; i < 8; ++i)
        ASSERT_TRUE(agent.add(stranger(i)));
    ConnectionSettings own = withAgent(agent.socket, {server.clientKey()});
    own.methods.append(LoginMethod::KeyFile);
    expectLogin(own, server.clientKey());
    EXPECT_EQ(refusals(), 3);
}

TEST_F(AgentTest, identitiesOnlyKeepsTheOthersBack)
{
    Agent agent(server.folder());
    ASSERT_TRUE(agent.add(server.clientKey()));
    ASSERT_TRUE(agent.add(stranger(1)));
    ConnectionSettings own = withAgent(agent.socket, {server.path(QStringLiteral("stranger1"))});
    own.identitiesOnly = true;
    expectRefused(logIn(own), QStringLiteral("was not accepted"));
    EXPECT_EQ(refusals(), 1);
    own.identityFiles = QStringList{server.path(QStringLiteral("none"))};
    expectRefused(logIn(own), QStringLiteral("does not hold the keys of the profile"));
}

TEST_F(AgentTest, aKeyIsNotOfferedOnceMoreFromItsFile)
{
    Agent agent(server.folder());
    const QString key = stranger(1);
    ASSERT_TRUE(agent.add(key));
    ConnectionSettings own = withAgent(agent.socket, {key});
    own.methods.append(LoginMethod::KeyFile);
    expectRefused(logIn(own), QStringLiteral("was not accepted"));
    EXPECT_EQ(refusals(), 1);
}

TEST_F(AgentTest, aServerThatAllowsFewTriesIsARefusalThatSaysSo)
{
    test::Sshd strict({.config = "MaxAuthTries 2\n"});
    ASSERT_TRUE(strict.start()) << qPrintable(strict.error());
    Agent agent(server.folder());
    for (int i = 0; i < 4; ++i)
        ASSERT_TRUE(agent.add(stranger(i)));
    ConnectionSettings own = settingsFor(strict);
    own.methods = {LoginMethod::Agent};
    own.agentSocket = agent.socket;
    const Result<Output> result = logIn(own);
    expectRefused(result, QStringLiteral("Too many authentication failures"));
    EXPECT_TRUE(result.error().remedy.contains(QStringLiteral("name the right key")));
}

TEST_F(AgentTest, aCertificateInTheAgent)
{
    const QString authority =
        server.addKey(QStringLiteral("ca"), QStringLiteral("ed25519"), {}, false);
    const QString key =
        server.addKey(QStringLiteral("certified"), QStringLiteral("ed25519"), {}, false);
    ASSERT_TRUE(
        test::runProgram(QStringLiteral("ssh-keygen"),
                         {QStringLiteral("-q"), QStringLiteral("-s"), authority,
                          QStringLiteral("-I"), QStringLiteral("test"), QStringLiteral("-n"),
                          test::Sshd::user(), key + QStringLiteral(".pub")}));
    test::Sshd trusting({.config = "TrustedUserCAKeys " + authority.toLocal8Bit() + ".pub\n"});
    ASSERT_TRUE(trusting.start()) << qPrintable(trusting.error());
    Agent agent(server.folder());
    ASSERT_TRUE(agent.add(key)); // with the certificate beside it
    ConnectionSettings own = settingsFor(trusting);
    own.methods = {LoginMethod::Agent};
    own.agentSocket = agent.socket;
    own.identityFiles = QStringList{key};
    own.identitiesOnly = true;
    expectLogin(own, QStringLiteral("of the agent"));
}

/// An agent that answers as a test says. One connection.
class OddAgent
{
public:
    using Answer = std::function<QByteArray(const QByteArray &request)>;

    /// An empty answer hangs up.
    OddAgent(const QString &path, Answer answer)
        : socket(path), m_answer(std::move(answer)), m_listener(path)
    {
        m_thread = std::thread([this] { serve(); });
    }
    ~OddAgent()
    {
        ::shutdown(m_listener.fd, SHUT_RDWR);
        m_thread.join();
    }

    const QString socket;

private:
    void serve()
    {
        const int client = ::accept(m_listener.fd, nullptr, nullptr);
        for (;;) {
            char head[4];
            if (::recv(client, head, sizeof head, MSG_WAITALL) != sizeof head)
                break;
            QByteArray request(WireReader(QByteArrayView(head, 4)).uint32(), Qt::Uninitialized);
            if (::recv(client, request.data(), static_cast<std::size_t>(request.size()),
                       MSG_WAITALL)
                != request.size())
                break;
            const QByteArray answer = m_answer(request);
            if (answer.isEmpty())
                break;
            ::send(client, answer.constData(), static_cast<std::size_t>(answer.size()),
                   MSG_NOSIGNAL);
        }
        ::close(client);
    }

    Answer m_answer;
    AgentSocket m_listener;
    std::thread m_thread;
};

QByteArray message(const QByteArray &payload)
{
    return wireString(payload);
}

QByteArray publicBlobOf(const QString &key)
{
    QFile file(key + QStringLiteral(".pub"));
    EXPECT_TRUE(file.open(QIODevice::ReadOnly));
    return QByteArray::fromBase64(file.readAll().split(' ').value(1));
}

QByteArray identities(const QList<QByteArray> &blobs)
{
    QList<AgentKey> keys;
    for (const QByteArray &blob : blobs)
        keys.append({blob, QStringLiteral("odd")});
    return message(agentprotocol::identitiesAnswer(keys));
}

TEST_F(AgentTest, anAgentThatRefusesToSignIsPassedOver)
{
    const QByteArray blob = publicBlobOf(server.clientKey());
    std::atomic<int> asked = 0;
    const OddAgent agent(server.path(QStringLiteral("odd")), [&](const QByteArray &request) {
        if (request[0] == agentprotocol::RequestIdentities)
            return identities({blob});
        ++asked;
        return message(QByteArray(1, agentprotocol::Failure));
    });
    ConnectionSettings own = withAgent(agent.socket, {server.clientKey()});
    expectRefused(logIn(own), QStringLiteral("the agent did not sign with the key odd"));
    EXPECT_EQ(asked, 1);
}

TEST_F(AgentTest, afterAnAgentThatRefusesTheFileServes)
{
    const QByteArray blob = publicBlobOf(server.clientKey());
    const OddAgent agent(server.path(QStringLiteral("odd")), [&](const QByteArray &request) {
        return request[0] == agentprotocol::RequestIdentities
                   ? identities({blob})
                   : message(QByteArray(1, agentprotocol::Failure));
    });
    ConnectionSettings own = withAgent(agent.socket, {server.clientKey()});
    own.methods.append(LoginMethod::KeyFile);
    expectLogin(own, server.clientKey());
}

TEST_F(AgentTest, anAgentThatVanishesWhileItSignsIsPassedOver)
{
    const QByteArray blob = publicBlobOf(server.clientKey());
    const OddAgent agent(server.path(QStringLiteral("odd")), [&](const QByteArray &request) {
        return request[0] == agentprotocol::RequestIdentities ? identities({blob}) : QByteArray();
    });
    ConnectionSettings own = withAgent(agent.socket, {server.clientKey()});
    own.methods.append(LoginMethod::KeyFile);
    expectLogin(own, server.clientKey());
}

TEST_F(AgentTest, keysOfUnknownTypesAreSkippedNotTheEnd)
{
    const QByteArray odd = wireString("ssh-quantum@example.org") + wireString("x");
    const QByteArray securityKey = wireString("sk-ssh-ed25519@openssh.com")
                                   + wireString(QByteArray(32, 'k')) + wireString("ssh:");
    const QByteArray good = publicBlobOf(server.clientKey());
    std::atomic<int> asked = 0;
    const OddAgent agent(server.path(QStringLiteral("odd")), [&](const QByteArray &request) {
        if (request[0] == agentprotocol::RequestIdentities)
            return identities({odd, securityKey, good});
        ++asked;
        return message(QByteArray(1, agentprotocol::Failure));
    });
    const Result<Output> result = logIn(withAgent(agent.socket));
    expectRefused(result, QStringLiteral("of a type that is not supported: ssh-quantum"));
    EXPECT_EQ(asked, 1) << "the good one was reached";
    EXPECT_EQ(refusals(), 1) << "the security key was offered";
}

TEST_F(AgentTest, rubbishIsNoAgent)
{
    for (const QByteArray &answer :
         {message("rubbish"), message(QByteArray(1, agentprotocol::Failure)),
          QByteArray("\xff\xff\xff\xff"), QByteArray(4, 0),
          message(QByteArray(1, agentprotocol::IdentitiesAnswer) + wireUint32(5)
                  + wireUint32(0x7fffffff))}) {
        const QString path = server.path(QStringLiteral("odd"));
        {
            const OddAgent agent(path, [&](const QByteArray &) { return answer; });
            expectRefused(logIn(withAgent(path, {server.clientKey()})), QStringLiteral("agent"));
        }
        ASSERT_TRUE(QFile::remove(path));
    }
}

TEST_F(AgentTest, anAgentThatDoesNotAnswerDoesNotHoldUpTheEnd)
{
    ConnectionSettings own = settings();
    own.methods.prepend(LoginMethod::Agent);
    own.agentSocket = server.path(QStringLiteral("silent"));
    const AgentSocket silent(own.agentSocket); // nobody accepts, but the kernel connects
    SshConnection connection(own, interaction);
    const Result<Output> result = connection.run(command("true", std::chrono::milliseconds(500)));
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().code, ErrorCode::TimedOut);
    // The end comes long before the agent's minute is over, or the test's time is.
}

TEST_F(AgentTest, anAgentThatHangsUpIsPassedOver)
{
    ConnectionSettings own = settings();
    own.methods.prepend(LoginMethod::Agent);
    own.agentSocket = server.path(QStringLiteral("rude"));
    const AgentSocket rude(own.agentSocket);
    std::thread hangUp([&rude] { ::close(::accept(rude.fd, nullptr, nullptr)); });
    const Result<Output> result = logIn(own);
    EXPECT_TRUE(result) << qPrintable(result ? QString() : result.error().message);
    hangUp.join();
}

TEST_F(AgentTest, anAgentThatAsksSomebodyDoesNotHoldUpTheEnd)
{
    const QByteArray blob = publicBlobOf(server.clientKey());
    std::promise<void> asked;
    std::promise<void> end;
    const OddAgent agent(server.path(QStringLiteral("odd")), [&](const QByteArray &request) {
        if (request[0] == agentprotocol::RequestIdentities)
            return identities({blob});
        asked.set_value();
        end.get_future().wait();
        return QByteArray();
    });
    {
        SshConnection connection(withAgent(agent.socket, {server.clientKey()}), interaction);
        connection.connectNow();
        asked.get_future().wait();
        // The end comes long before the person's minute is over, or the test's time is.
    }
    end.set_value();
}

} // namespace
} // namespace colonnade::remote
