// SPDX-License-Identifier: GPL-3.0-or-later
// What is told while a connection is made.
#include "hostileserver.h"
#include "remotetest.h"

#include <atomic>
#include <netinet/in.h>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>

namespace colonnade::remote {
namespace {

using base::ErrorCode;
using base::Result;
using testing::ElementsAre;
using namespace std::chrono_literals;

class StagesTest : public SshdTest
{
protected:
    /// The stages of an attempt that is over.
    QList<StageReport> stagesOf(const ConnectionSettings &own)
    {
        SshConnection connection(own, interaction);
        result = connection.run(command("true"));
        return connection.status().stages;
    }

    static QList<Stage> names(const QList<StageReport> &reports)
    {
        QList<Stage> result;
        for (const StageReport &report : reports)
            result.append(report.stage);
        return result;
    }

    Result<Output> result = Output{};
};

TEST_F(StagesTest, eachSaysWhatCameOutOfIt)
{
    const QList<StageReport> stages = stagesOf(settings());
    ASSERT_TRUE(result) << qPrintable(result.error().message);
    ASSERT_THAT(names(stages), ElementsAre(Stage::Resolve, Stage::Connect, Stage::KeyExchange,
                                           Stage::HostKey, Stage::Authentication));
    EXPECT_EQ(stages[0].detail, server.address());
    EXPECT_EQ(stages[1].detail,
              QStringLiteral("%1 port %2").arg(server.address()).arg(server.port()));
    EXPECT_TRUE(stages[2].detail.startsWith(QStringLiteral("SSH-2.0-OpenSSH_")))
        << qPrintable(stages[2].detail);
    EXPECT_TRUE(stages[2].detail.contains(
        QStringLiteral(": curve25519-sha256, ssh-ed25519, chacha20-poly1305@openssh.com")))
        << qPrintable(stages[2].detail);
    EXPECT_TRUE(stages[3].detail.startsWith(QStringLiteral("ssh-ed25519 SHA256:")));
    EXPECT_TRUE(stages[3].detail.endsWith(QStringLiteral("known in %1:1").arg(server.knownHosts())))
        << qPrintable(stages[3].detail);
    EXPECT_EQ(stages[4].detail, QStringLiteral("publickey (%1)").arg(server.clientKey()));
}

TEST_F(StagesTest, saysHowAnUnknownHostKeyWasTrusted)
{
    ConnectionSettings own = settings();
    own.knownHostsFiles = QStringList{server.path(QStringLiteral("new"))};
    interaction->hostKeyAnswer = HostKeyAnswer::ConnectOnce;
    EXPECT_TRUE(stagesOf(own)[3].detail.endsWith(QStringLiteral(", accepted once")));
    interaction->hostKeyAnswer = HostKeyAnswer::AcceptAndSave;
    EXPECT_TRUE(stagesOf(own)[3].detail.endsWith(
        QStringLiteral(", accepted and saved in %1").arg(own.knownHostsFiles.first())));
}

TEST_F(StagesTest, theListenerIsToldOfEach)
{
    SshConnection connection(settings(), interaction);
    QList<QList<StageReport>> told;
    std::mutex mutex;
    connection.onStatusChanged([&](const Status &status) {
        const std::lock_guard lock(mutex);
        if (told.isEmpty() || told.last() != status.stages)
            told.append(status.stages);
    });
    ASSERT_TRUE(connection.run(command("true")));
    connection.onStatusChanged({});
    // Each of the five begins and is over, after a beginning without any.
    ASSERT_EQ(told.size(), 11);
    for (int i = 1; i < 11; ++i) {
        EXPECT_EQ(told[i].size(), (i + 1) / 2);
        EXPECT_EQ(told[i].last().detail.isEmpty(), i % 2 == 1);
    }
}

TEST_F(StagesTest, theLastIsTheOneThatFailed)
{
    ConnectionSettings own = settings();
    own.host = QStringLiteral("no-such-host.invalid");
    EXPECT_THAT(names(stagesOf(own)), ElementsAre(Stage::Resolve));

    own = settings();
    own.port = test::freePort(own.host);
    EXPECT_THAT(names(stagesOf(own)), ElementsAre(Stage::Resolve, Stage::Connect));

    own = settings();
    const HostileServer rubbish(HostileServer::Kind::Rubbish);
    own.host = QStringLiteral("127.0.0.1");
    own.port = rubbish.port();
    EXPECT_EQ(stagesOf(own).last().stage, Stage::KeyExchange);

    own = settings();
    own.knownHostsFiles = QStringList{server.path(QStringLiteral("none"))};
    EXPECT_EQ(stagesOf(own).last().stage, Stage::HostKey);
    EXPECT_EQ(result.error().code, ErrorCode::HostKeyUnknown);

    own = settings();
    own.identityFiles = QStringList{server.path(QStringLiteral("none"))};
    EXPECT_EQ(stagesOf(own).last(), (StageReport{Stage::Authentication, {}}));
}

TEST_F(StagesTest, goWithTheConnection)
{
    SshConnection connection(settings(), interaction);
    StatusWatch watch(connection);
    ASSERT_TRUE(connection.run(command("true")));
    EXPECT_EQ(connection.status().stages.size(), 5);
    connection.close();
    ASSERT_TRUE(watch.reached(Phase::Closed));
    EXPECT_TRUE(connection.status().stages.isEmpty());
}

/// Says one line and hangs up, as many times as it is asked.
class OneLineServer
{
public:
    explicit OneLineServer(QByteArray line) : m_line(std::move(line))
    {
        m_fd = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof address;
        EXPECT_EQ(::bind(m_fd, reinterpret_cast<sockaddr *>(&address), size), 0);
        EXPECT_EQ(::getsockname(m_fd, reinterpret_cast<sockaddr *>(&address), &size), 0);
        EXPECT_EQ(::listen(m_fd, 16), 0);
        m_port = ntohs(address.sin_port);
        m_thread = std::thread([this] { serve(); });
    }
    ~OneLineServer()
    {
        ::shutdown(m_fd, SHUT_RDWR);
        m_thread.join();
        ::close(m_fd);
    }
    quint16 port() const { return m_port; }
    int visits() const { return m_visits; }

private:
    void serve()
    {
        for (;;) {
            const int client = ::accept(m_fd, nullptr, nullptr);
            if (client < 0)
                return;
            ++m_visits;
            ::send(client, m_line.constData(), static_cast<std::size_t>(m_line.size()),
                   MSG_NOSIGNAL);
            ::shutdown(client, SHUT_WR);
            char bytes[256];
            while (::recv(client, bytes, sizeof bytes, 0) > 0) {
            }
            ::close(client);
        }
    }

    QByteArray m_line;
    int m_fd = -1;
    quint16 m_port = 0;
    std::atomic<int> m_visits = 0;
    std::thread m_thread;
};

class WordsTest : public SshdTest
{
protected:
    base::Error errorOf(const ConnectionSettings &own)
    {
        SshConnection connection(own, interaction);
        const Result<Output> result = connection.run(command("true"));
        EXPECT_FALSE(result);
        return result ? base::Error{} : result.error();
    }
    base::Error errorAfter(const QByteArray &line)
    {
        const OneLineServer odd(line);
        ConnectionSettings own = settings();
        own.port = odd.port();
        own.host = QStringLiteral("127.0.0.1");
        const base::Error error = errorOf(own);
        visits = odd.visits();
        return error;
    }
    int visits = 0;
};

#define EXPECT_SAYS(error, words)                                                                  \
    EXPECT_TRUE((error).message.contains(QStringLiteral(words))) << qPrintable((error).message);   \
    EXPECT_FALSE((error).remedy.isEmpty())

TEST_F(WordsTest, nameThatDoesNotExist)
{
    ConnectionSettings own = settings();
    own.host = QStringLiteral("no-such-host.invalid");
    const base::Error error = errorOf(own);
    // Which of them depends on whether this machine has a name server.
    EXPECT_TRUE(error.message.contains(QStringLiteral("no host of that name"))
                || error.message.contains(QStringLiteral("no name server says")))
        << qPrintable(error.message);
    EXPECT_FALSE(error.remedy.isEmpty());
}

TEST_F(WordsTest, nothingListens)
{
    ConnectionSettings own = settings();
    own.port = test::freePort(own.host);
    EXPECT_SAYS(errorOf(own), "refused: nothing listens there");
}

TEST_F(WordsTest, anIpv6AddressIsInBrackets)
{
    ConnectionSettings own = settings();
    own.host = QStringLiteral("::1");
    own.port = 1;
    const base::Error error = errorOf(own);
    EXPECT_TRUE(error.message.contains(QStringLiteral("[::1] port 1")))
        << qPrintable(error.message);
    own.host = QStringLiteral("fe80::1%lo");
    EXPECT_TRUE(errorOf(own).message.contains(QStringLiteral("[fe80::1%lo] port 1")));
}

TEST_F(WordsTest, anotherProtocol)
{
    EXPECT_SAYS(errorAfter("220 mail.example.org \x1b[31mESMTP\r\n"),
                "it is no SSH server; it says: 220 mail.example.org [31mESMTP");
    EXPECT_EQ(visits, 1);
}

TEST_F(WordsTest, theFirstVersionOfSsh)
{
    EXPECT_SAYS(errorAfter("SSH-1.5-OpenSSH_3.4p1\r\n"), "not supported: SSH-1.5-OpenSSH_3.4p1");
    EXPECT_EQ(visits, 1);
}

TEST_F(WordsTest, notAWord)
{
    EXPECT_SAYS(errorAfter(""), "ends the connection before it has said a word");
    EXPECT_EQ(visits, 3) << "it may be a moment of many logins, or a ban";
}

TEST_F(WordsTest, tooManyAtOnce)
{
    EXPECT_SAYS(errorAfter("Exceeded MaxStartups\r\n"), "turns us away: Exceeded MaxStartups");
    EXPECT_GT(visits, 3);
}

} // namespace
} // namespace colonnade::remote
