// SPDX-License-Identifier: GPL-3.0-or-later
// Connections that go, and come back; and many at once, of which some cannot come.
#include "hostileserver.h"
#include "remotetest.h"

#include <QElapsedTimer>
#include <QFile>

#include <atomic>
#include <netinet/in.h>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>

namespace colonnade::remote {
namespace {

using base::ErrorCode;
using base::Result;
using namespace std::chrono_literals;

class ReconnectTest : public SshdTest
{
protected:
    /// Runs a script until it has printed a line, does @p then, and gives the answer.
    static Result<Output> runAnd(SshConnection &connection, const Command &script,
                                 const std::function<void()> &then)
    {
        std::atomic<bool> begun = false;
        Result<Output> result = Output{};
        const auto begin = [&] {
            begun = true;
            begun.notify_all();
        };
        std::thread runner([&] {
            result = connection.run(script, [&](Stream, const QByteArray &) { begin(); });
            begin();
        });
        begun.wait(false);
        then();
        runner.join();
        return result;
    }

    Result<Output> cutDuring(const Command &script, QString *logged = nullptr)
    {
        ConnectionSettings own = settings();
        own.firstRetry = 10ms;
        std::mutex mutex;
        SshConnection connection(own, interaction, [&](const ActivityRecord &record) {
            const std::lock_guard lock(mutex);
            if (logged && record.finished)
                *logged = record.problem;
        });
        return runAnd(connection, script, [this] { server.cutConnections(); });
    }
};

TEST_F(ReconnectTest, aCommandThatWasRunningIsUnknownAndSaidToBe)
{
    Command script = command("echo begun; sleep 1000");
    script.title = QStringLiteral("Move web1");
    QString logged;
    const Result<Output> result = cutDuring(script, &logged);
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().code, ErrorCode::ConnectionLost);
    EXPECT_TRUE(result.error().message.startsWith(
        QStringLiteral("What became of Move web1 on node1 is not known: it may go on there.")))
        << qPrintable(result.error().message);
    EXPECT_TRUE(result.error().remedy.contains(QStringLiteral("Look before you repeat it.")));
    EXPECT_EQ(logged, result.error().message);
}

TEST_F(ReconnectTest, aReadingThatWasRunningMayBeRepeated)
{
    Command script = command("echo begun; sleep 1000");
    script.readsOnly = true;
    const Result<Output> result = cutDuring(script);
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().code, ErrorCode::ConnectionLost);
    EXPECT_FALSE(result.error().message.contains(QStringLiteral("may go on")));
}

TEST_F(ReconnectTest, comesBackWhenSshdDoes)
{
    ConnectionSettings own = settings();
    own.firstRetry = 300ms;
    own.maxRetry = 1s;
    SshConnection connection(own, interaction);
    StatusWatch watch(connection);
    ASSERT_TRUE(connection.query(command("true")));
    server.stop();
    ASSERT_TRUE(watch.reached(Phase::Waiting, 3)) << "refused for a while";
    ASSERT_TRUE(server.start()) << qPrintable(server.error());
    ASSERT_TRUE(watch.reached(Phase::Connected, 2));
    EXPECT_TRUE(connection.run(command("true")));
}

TEST_F(ReconnectTest, aProbeFindsOutThatThePeerHasGone)
{
    ConnectionSettings own = settings();
    own.keepaliveInterval = 1h; // by itself it would take hours
    SshConnection connection(own, interaction);
    const Result<Output> result = runAnd(connection, command("echo begun; sleep 1000"), [&] {
        server.freezeConnections();
        connection.probeNow();
    });
    server.thawConnections();
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().code, ErrorCode::ConnectionLost);
}

TEST_F(ReconnectTest, aProbeLeavesAPeerThatAnswersAlone)
{
    ConnectionSettings own = settings();
    own.keepaliveInterval = 1h;
    SshConnection connection(own, interaction);
    StatusWatch watch(connection);
    // Longer than a probe waits.
    const Result<Output> result = runAnd(connection, command("echo begun; sleep 7; echo end"),
                                         [&] { connection.probeNow(); });
    ASSERT_TRUE(result) << qPrintable(result.error().message);
    EXPECT_EQ(result->out, "begun\nend\n");
    EXPECT_EQ(watch.history().size(), 2);
}

TEST_F(ReconnectTest, aProbeEndsTheWaitForTheNextAttempt)
{
    server.stop();
    ConnectionSettings own = settings();
    own.firstRetry = 1h;
    own.maxRetry = 1h;
    SshConnection connection(own, interaction);
    StatusWatch watch(connection);
    ASSERT_FALSE(connection.run(command("true")));
    ASSERT_TRUE(server.start()) << qPrintable(server.error());
    connection.probeNow();
    EXPECT_TRUE(watch.reached(Phase::Connected));
}

/// Connections at once to a server that lets few in; all have to come up.
class CrowdTest : public testing::TestWithParam<const char *>
{
};

TEST_P(CrowdTest, allComeUp)
{
    if (!test::Sshd::unavailable().isEmpty())
        GTEST_SKIP() << qPrintable(test::Sshd::unavailable());
    test::Sshd server({.config = QByteArray(GetParam()) + '\n'});
    ASSERT_TRUE(server.start()) << qPrintable(server.error());
    ConnectionSettings own = settingsOf(server);
    own.firstRetry = 200ms;
    own.maxRetry = 2s;
    std::vector<std::unique_ptr<SshConnection>> connections;
    std::vector<std::unique_ptr<StatusWatch>> watches;
    for (int i = 0; i < 64; ++i) {
        connections.push_back(std::make_unique<SshConnection>(own, nullptr));
        watches.push_back(std::make_unique<StatusWatch>(*connections.back()));
    }
    for (const auto &connection : connections)
        connection->connectNow();
    for (const auto &watch : watches)
        ASSERT_TRUE(watch->reached(Phase::Connected));
    EXPECT_EQ(server.connectionCount(), 64);
    std::printf("drops by the server: %d\n",
                static_cast<int>(server.log().count("drop connection")));
}

INSTANTIATE_TEST_SUITE_P(MaxStartups, CrowdTest,
                         testing::Values("MaxStartups 1", "MaxStartups 2:50:5"));

class NarrowSessionsTest : public testing::TestWithParam<int>
{
};

TEST_P(NarrowSessionsTest, allCommandsAreServed)
{
    if (!test::Sshd::unavailable().isEmpty())
        GTEST_SKIP() << qPrintable(test::Sshd::unavailable());
    test::Sshd server({.config = "MaxSessions " + QByteArray::number(GetParam()) + '\n'});
    ASSERT_TRUE(server.start()) << qPrintable(server.error());
    SshConnection connection(settingsOf(server), nullptr);
    std::vector<Result<Output>> results(24, Output{});
    {
        std::vector<std::jthread> threads;
        for (std::size_t i = 0; i < results.size(); ++i)
            threads.emplace_back([&, i] {
                results[i] = i % 2 == 0 ? connection.run(command("echo done"))
                                        : connection.query(command("echo done"));
            });
    }
    for (const Result<Output> &result : results) {
        ASSERT_TRUE(result) << qPrintable(result.error().message);
        EXPECT_EQ(result->out, "done\n");
    }
    EXPECT_EQ(server.connectionCount(), 1);
}

INSTANTIATE_TEST_SUITE_P(MaxSessions, NarrowSessionsTest, testing::Values(1, 2, 10));

/// A port whose packets are lost: connecting to it takes until somebody's patience ends.
class BlackHole
{
public:
    BlackHole()
    {
        m_fd = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof address;
        EXPECT_EQ(::bind(m_fd, reinterpret_cast<sockaddr *>(&address), size), 0);
        EXPECT_EQ(::getsockname(m_fd, reinterpret_cast<sockaddr *>(&address), &size), 0);
        EXPECT_EQ(::listen(m_fd, 0), 0);
        port = ntohs(address.sin_port);
        // The kernel drops what is more than the queue holds.
        for (int &filler : m_fillers) {
            filler = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
            (void)::connect(filler, reinterpret_cast<sockaddr *>(&address), size);
        }
    }
    ~BlackHole()
    {
        for (const int filler : m_fillers)
            ::close(filler);
        ::close(m_fd);
    }
    quint16 port = 0;

private:
    int m_fd = -1;
    int m_fillers[4] = {};
};

/// Nobody is there to ask; a kept password that is wrong is all there is.
class WrongPassword final : public Interaction
{
public:
    HostKeyAnswer unknownHostKey(const HostKeyQuestion &, std::stop_token) override
    {
        return HostKeyAnswer::Cancel;
    }
    std::optional<base::Secret> secret(const SecretQuestion &question, std::stop_token) override
    {
        ++asked;
        if (question.attempt > 1)
            return {};
        return base::Secret("wrong");
    }
    std::optional<std::vector<base::Secret>> keyboardInteractive(const KeyboardQuestion &,
                                                                 std::stop_token) override
    {
        return {};
    }
    void secretRefused(const SecretQuestion &) override { ++refused; }

    std::atomic<int> asked = 0;
    std::atomic<int> refused = 0;
};

class ManyProfilesTest : public testing::Test
{
protected:
    static constexpr int Good = 59;

    void SetUp() override
    {
        if (!test::Sshd::unavailable().isEmpty())
            GTEST_SKIP() << qPrintable(test::Sshd::unavailable());
        ASSERT_TRUE(server.start()) << qPrintable(server.error());
        QFile known(server.path(QStringLiteral("many_known_hosts")));
        ASSERT_TRUE(known.open(QIODevice::WriteOnly));
        for (int i = 1; i <= Good; ++i)
            known.write(line(i, server.hostKey()));
        known.write(line(202, server.hostKey()));
    }

    QByteArray line(int host, const QByteArray &key) const
    {
        return "[127.0.0." + QByteArray::number(host) + "]:" + QByteArray::number(server.port())
               + ' ' + key + '\n';
    }

    ConnectionSettings host(int number) const
    {
        ConnectionSettings own = settingsOf(server);
        own.node = QStringLiteral("node%1").arg(number);
        own.host = QStringLiteral("127.0.0.%1").arg(number);
        own.knownHostsFiles = QStringList{server.path(QStringLiteral("many_known_hosts"))};
        return own;
    }

    /// Connects all good ones at once; milliseconds until the last is up.
    qint64 timeOfTheGood()
    {
        std::vector<std::unique_ptr<SshConnection>> connections;
        std::vector<std::unique_ptr<StatusWatch>> watches;
        for (int i = 1; i <= Good; ++i) {
            connections.push_back(std::make_unique<SshConnection>(host(i), nullptr));
            watches.push_back(std::make_unique<StatusWatch>(*connections.back()));
        }
        QElapsedTimer timer;
        timer.start();
        for (const auto &connection : connections)
            connection->connectNow();
        for (const auto &watch : watches)
            EXPECT_TRUE(watch->reached(Phase::Connected));
        return timer.elapsed();
    }

    // One sshd is all hosts: it listens on every address of loopback.
    test::Sshd server{
        test::Sshd::Options{.address = QStringLiteral("0.0.0.0"),
                            .config = "MaxStartups 200\nPasswordAuthentication yes\n"}};
    test::Sshd other;
};

TEST_F(ManyProfilesTest, badOnesCostTheOthersNothing)
{
    ASSERT_TRUE(other.start()) << qPrintable(other.error()); // for its key only
    QFile known(server.path(QStringLiteral("many_known_hosts")));
    ASSERT_TRUE(known.open(QIODevice::Append) && known.write(line(201, other.hostKey())) > 0);
    known.close();
    const qint64 alone = timeOfTheGood();

    const HostileServer silent(HostileServer::Kind::Silent);
    const BlackHole hole;
    ConnectionSettings own = host(203);
    own.host = QStringLiteral("127.0.0.1");
    own.port = silent.port();
    SshConnection dead(own, nullptr);
    own.port = hole.port;
    SshConnection lost(own, nullptr);
    own = host(204);
    own.port = test::freePort(own.host);
    SshConnection refusing(own, nullptr);
    SshConnection changed(host(201), nullptr);
    own = host(202);
    own.methods = {LoginMethod::Password};
    const auto password = std::make_shared<WrongPassword>();
    SshConnection locked(own, password);

    StatusWatch refusingWatch(refusing);
    StatusWatch changedWatch(changed);
    StatusWatch lockedWatch(locked);
    for (SshConnection *bad : {&dead, &lost, &refusing, &changed, &locked})
        bad->connectNow();
    const qint64 together = timeOfTheGood();
    EXPECT_EQ(dead.status().phase, Phase::Connecting) << "it is still being tried";
    EXPECT_EQ(lost.status().phase, Phase::Connecting) << "it is still being tried";
    std::printf("%d good hosts: up after %lld ms alone, after %lld ms with five bad ones\n", Good,
                static_cast<long long>(alone), static_cast<long long>(together));

    ASSERT_TRUE(refusingWatch.reached(Phase::Waiting));
    ASSERT_TRUE(changedWatch.reached(Phase::Refused));
    EXPECT_EQ(changed.status().error->code, ErrorCode::HostKeyChanged);
    ASSERT_TRUE(lockedWatch.reached(Phase::Refused));
    EXPECT_EQ(locked.status().error->code, ErrorCode::AuthenticationFailed);
    EXPECT_EQ(password->asked, 2) << "the kept one, and then the person";
    EXPECT_EQ(password->refused, 1);
}

} // namespace
} // namespace colonnade::remote
