// SPDX-License-Identifier: GPL-3.0-or-later
#include "remotetest.h"

#include <QFile>

#include <algorithm>
#include <sys/socket.h>
#include <sys/un.h>
#include <thread>
#include <unistd.h>

namespace colonnade::remote {
namespace {

using base::ErrorCode;
using base::Result;

/// A user of this machine with a password, for as long as the object lives. Needs root.
class TemporaryUser
{
public:
    bool create(const QString &home)
    {
        m_name = QStringLiteral("colonnade%1").arg(::getpid());
        // The password files are locked while another test changes them.
        for (int attempt = 0; attempt < 50 && !m_created; ++attempt) {
            m_created = test::runProgram(QStringLiteral("/usr/sbin/useradd"),
                                         {QStringLiteral("-M"), QStringLiteral("-d"), home,
                                          QStringLiteral("-s"), QStringLiteral("/bin/sh"), m_name},
                                         {}, &problem);
        }
        return m_created && setPassword();
    }
    ~TemporaryUser()
    {
        for (int attempt = 0; attempt < 50 && m_created; ++attempt)
            m_created = !test::runProgram(QStringLiteral("/usr/sbin/userdel"), {m_name});
    }

    QString name() const { return m_name; }
    static QByteArray password() { return "right horse"; }
    QByteArray problem;

private:
    bool setPassword()
    {
        bool done = false;
        for (int attempt = 0; attempt < 50 && !done; ++attempt)
            done = test::runProgram(QStringLiteral("/usr/sbin/chpasswd"), {},
                                    m_name.toLocal8Bit() + ':' + password() + '\n', &problem);
        return done;
    }

    QString m_name;
    bool m_created = false;
};

/// An ssh-agent with the keys of a test.
class Agent
{
public:
    explicit Agent(const QString &folder) : socket(folder + QStringLiteral("/agent"))
    {
        m_process.start(QStringLiteral("ssh-agent"),
                        {QStringLiteral("-D"), QStringLiteral("-a"), socket});
        while (!QFile::exists(socket) && !m_process.waitForEnd(10)) {
        }
    }
    bool add(const QString &key) const
    {
        return test::runProgram(QStringLiteral("env"),
                                {QStringLiteral("SSH_AUTH_SOCK=") + socket,
                                 QStringLiteral("ssh-add"), QStringLiteral("-q"), key});
    }

    const QString socket;

private:
    test::ChildProcess m_process;
};

class AuthenticationTest : public SshdTest
{
protected:
    Result<Output> logIn(const ConnectionSettings &own)
    {
        SshConnection connection(own, interaction);
        return connection.run(command("id -un"));
    }

    void expectRefused(const Result<Output> &result, const QString &reason)
    {
        ASSERT_FALSE(result);
        EXPECT_EQ(result.error().code, ErrorCode::AuthenticationFailed);
        EXPECT_TRUE(result.error().message.contains(reason)) << qPrintable(result.error().message);
    }

    /// A server for user(), who has a password; skips without the right to make one.
    void startWithUser(const QByteArray &methods)
    {
        if (::getuid() != 0)
            GTEST_SKIP() << "only root can make a user with a password";
        ASSERT_TRUE(user.create(server.folder())) << user.problem.constData();
        withUser = std::make_unique<test::Sshd>(test::Sshd::Options{.config = methods});
        ASSERT_TRUE(withUser->start()) << qPrintable(withUser->error());
        how = settingsFor(*withUser);
        how.user = user.name();
        how.identityFiles = QStringList{server.path(QStringLiteral("none"))};
    }

    TemporaryUser user;
    std::unique_ptr<test::Sshd> withUser;
    ConnectionSettings how;
};

TEST_F(AuthenticationTest, key)
{
    const Result<Output> result = logIn(settings());
    ASSERT_TRUE(result) << qPrintable(result.error().message);
    EXPECT_EQ(result->out, test::Sshd::user().toLocal8Bit() + '\n');
    EXPECT_TRUE(interaction->secretQuestions().isEmpty());
}

TEST_F(AuthenticationTest, keysOfEveryType)
{
    for (const char *type : {"ecdsa", "rsa"}) {
        ConnectionSettings own = settings();
        own.identityFiles =
            QStringList{server.addKey(QString::fromLatin1(type), QString::fromLatin1(type))};
        const Result<Output> result = logIn(own);
        EXPECT_TRUE(result) << type << qPrintable(result ? QString() : result.error().message);
    }
}

TEST_F(AuthenticationTest, encryptedKeyWithTheRightPassphrase)
{
    for (const char *type : {"ed25519", "rsa"}) {
        ConnectionSettings own = settings();
        const QString key = server.addKey(QStringLiteral("locked_") + QString::fromLatin1(type),
                                          QString::fromLatin1(type), QStringLiteral("open sesame"));
        own.identityFiles = QStringList{key};
        interaction->secrets = {"wrong", "open sesame"};
        const Result<Output> result = logIn(own);
        ASSERT_TRUE(result) << qPrintable(result.error().message);
        const SecretQuestion last = interaction->secretQuestions().last();
        EXPECT_EQ(last.kind, SecretQuestion::Kind::Passphrase);
        EXPECT_EQ(last.keyFile, key);
        EXPECT_EQ(last.attempt, 2);
        EXPECT_EQ(interaction->accepted().last().keyFile, key);
    }
    EXPECT_EQ(interaction->secretQuestions().size(), 4);
}

TEST_F(AuthenticationTest, encryptedKeyOfTheOldFormat)
{
    const QString key = server.addKey(QStringLiteral("pem"), QStringLiteral("rsa"));
    ASSERT_TRUE(test::runProgram(QStringLiteral("ssh-keygen"),
                                 {QStringLiteral("-q"), QStringLiteral("-p"), QStringLiteral("-m"),
                                  QStringLiteral("PEM"), QStringLiteral("-P"), QString(),
                                  QStringLiteral("-N"), QStringLiteral("open sesame"),
                                  QStringLiteral("-f"), key}));
    ConnectionSettings own = settings();
    own.identityFiles = QStringList{key};
    interaction->secrets = {"open sesame"};
    const Result<Output> result = logIn(own);
    EXPECT_TRUE(result) << qPrintable(result ? QString() : result.error().message);
}

TEST_F(AuthenticationTest, encryptedKeyWithWrongPassphrases)
{
    ConnectionSettings own = settings();
    own.identityFiles = QStringList{server.addKey(
        QStringLiteral("locked"), QStringLiteral("ed25519"), QStringLiteral("open sesame"))};
    interaction->secrets = {"a", "b", "c", "open sesame"};
    expectRefused(logIn(own), QStringLiteral("passphrase of ") + own.identityFiles.first());
    EXPECT_EQ(interaction->secretQuestions().size(), 3);
    EXPECT_TRUE(interaction->accepted().isEmpty());
}

TEST_F(AuthenticationTest, declinedPassphrase)
{
    ConnectionSettings own = settings();
    own.identityFiles = QStringList{server.addKey(
        QStringLiteral("locked"), QStringLiteral("ed25519"), QStringLiteral("open sesame"))};
    expectRefused(logIn(own), QStringLiteral("no passphrase was given"));
    EXPECT_EQ(interaction->secretQuestions().size(), 1);
}

TEST_F(AuthenticationTest, nobodyIsAskedForAKeyThatIsNotWanted)
{
    ConnectionSettings own = settings();
    own.identityFiles =
        QStringList{server.addKey(QStringLiteral("locked"), QStringLiteral("ed25519"),
                                  QStringLiteral("open sesame"), false),
                    server.clientKey()};
    EXPECT_TRUE(logIn(own));
    EXPECT_TRUE(interaction->secretQuestions().isEmpty());
}

TEST_F(AuthenticationTest, passesOverKeyFilesThatDoNotServe)
{
    const QString missing = server.path(QStringLiteral("missing"));
    const QString rubbish = server.path(QStringLiteral("log"));
    const QString stranger =
        server.addKey(QStringLiteral("stranger"), QStringLiteral("ed25519"), {}, false);
    ConnectionSettings own = settings();
    own.identityFiles = QStringList{missing, rubbish, stranger, server.clientKey()};
    EXPECT_TRUE(logIn(own));

    own.identityFiles = QStringList{missing, rubbish, stranger};
    const Result<Output> result = logIn(own);
    expectRefused(result, missing + QStringLiteral(" does not exist"));
    expectRefused(result, rubbish + QStringLiteral(" is not a private key"));
    expectRefused(result, stranger + QStringLiteral(" was not accepted"));
    expectRefused(result, QStringLiteral("publickey"));
}

TEST_F(AuthenticationTest, agent)
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

TEST_F(AuthenticationTest, agentWithoutAKeyThatServes)
{
    Agent agent(server.folder());
    ASSERT_TRUE(
        agent.add(server.addKey(QStringLiteral("stranger"), QStringLiteral("ed25519"), {}, false)));
    ConnectionSettings own = settings();
    own.methods.prepend(LoginMethod::Agent);
    own.agentSocket = agent.socket;
    EXPECT_TRUE(logIn(own)) << "the key file comes after the agent";
    own.identityFiles = QStringList{server.path(QStringLiteral("none"))};
    expectRefused(logIn(own), QStringLiteral("no key of the agent was accepted"));
    own.agentSocket = server.path(QStringLiteral("no_agent"));
    expectRefused(logIn(own), QStringLiteral("does not answer"));
}

TEST_F(AuthenticationTest, tooManyKeysAreARefusalThatSaysSo)
{
    Agent agent(server.folder());
    for (int i = 0; i < 8; ++i)
        ASSERT_TRUE(agent.add(server.addKey(QStringLiteral("stranger%1").arg(i),
                                            QStringLiteral("ed25519"), {}, false)));
    ConnectionSettings own = settings();
    own.methods.prepend(LoginMethod::Agent);
    own.agentSocket = agent.socket;
    expectRefused(logIn(own), QStringLiteral("Too many authentication failures"));
}

/// A socket that an agent could listen on.
class AgentSocket
{
public:
    explicit AgentSocket(const QString &path)
    {
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        const QByteArray name = path.toLocal8Bit();
        EXPECT_LT(name.size(), static_cast<qsizetype>(sizeof address.sun_path));
        std::copy(name.begin(), name.end(), address.sun_path);
        fd = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
        EXPECT_EQ(::bind(fd, reinterpret_cast<const sockaddr *>(&address), sizeof address), 0);
        EXPECT_EQ(::listen(fd, 5), 0);
    }
    ~AgentSocket() { ::close(fd); }

    int fd = -1;
};

TEST_F(AuthenticationTest, anAgentThatDoesNotAnswerDoesNotHoldUpTheEnd)
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

TEST_F(AuthenticationTest, anAgentThatHangsUpIsPassedOver)
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

TEST_F(AuthenticationTest, password)
{
    ASSERT_NO_FATAL_FAILURE(startWithUser("UsePAM yes\nPasswordAuthentication yes\n"));
    if (IsSkipped())
        return;
    interaction->secrets = {"wrong", TemporaryUser::password()};
    const Result<Output> result = logIn(how);
    ASSERT_TRUE(result) << qPrintable(result.error().message);
    EXPECT_EQ(result->out, user.name().toLocal8Bit() + '\n');
    ASSERT_EQ(interaction->secretQuestions().size(), 2);
    EXPECT_EQ(interaction->secretQuestions().first().kind, SecretQuestion::Kind::Password);
    ASSERT_EQ(interaction->accepted().size(), 1);
    EXPECT_EQ(interaction->accepted().first().attempt, 2);

    interaction->secrets = {};
    expectRefused(logIn(how), QStringLiteral("no password was given"));
}

TEST_F(AuthenticationTest, keyboardInteractive)
{
    ASSERT_NO_FATAL_FAILURE(startWithUser("UsePAM yes\nKbdInteractiveAuthentication yes\n"));
    if (IsSkipped())
        return;
    interaction->secrets = {"wrong", TemporaryUser::password()};
    const Result<Output> result = logIn(how);
    ASSERT_TRUE(result) << qPrintable(result.error().message);
    EXPECT_EQ(result->out, user.name().toLocal8Bit() + '\n');
    ASSERT_EQ(interaction->keyboardQuestions().size(), 2);
    const KeyboardQuestion question = interaction->keyboardQuestions().last();
    ASSERT_EQ(question.prompts.size(), 1);
    EXPECT_TRUE(question.prompts.first().text.contains(QStringLiteral("assword")));
    EXPECT_FALSE(question.prompts.first().echo);
    EXPECT_EQ(question.attempt, 2);
    EXPECT_TRUE(interaction->secretQuestions().isEmpty());

    interaction->secrets = {};
    expectRefused(logIn(how), QStringLiteral("questions were not answered"));
}

TEST_F(AuthenticationTest, keyAndPasswordOneAfterTheOther)
{
    ASSERT_NO_FATAL_FAILURE(startWithUser("UsePAM yes\nPasswordAuthentication yes\n"
                                          "AuthenticationMethods publickey,password\n"));
    if (IsSkipped())
        return;
    how.identityFiles = QStringList{withUser->clientKey()};
    // sshd reads authorized_keys as the user.
    ASSERT_TRUE(test::runProgram(QStringLiteral("chmod"),
                                 {QStringLiteral("a+rx"), withUser->folder(),
                                  withUser->path(QStringLiteral("authorized_keys"))}));
    interaction->secrets = {TemporaryUser::password()};
    const Result<Output> result = logIn(how);
    ASSERT_TRUE(result) << qPrintable(result.error().message);
    EXPECT_EQ(interaction->secretQuestions().size(), 1);

    interaction->secrets = {};
    how.identityFiles = QStringList{server.path(QStringLiteral("none"))};
    expectRefused(logIn(how), QStringLiteral("does not exist"));
}

TEST_F(AuthenticationTest, certificate)
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
    ConnectionSettings own = settingsFor(trusting);
    own.identityFiles = QStringList{key};
    const Result<Output> result = logIn(own);
    EXPECT_TRUE(result) << qPrintable(result ? QString() : result.error().message);
}

} // namespace
} // namespace colonnade::remote
