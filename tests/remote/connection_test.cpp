// SPDX-License-Identifier: GPL-3.0-or-later
#include "hostileserver.h"
#include "remotetest.h"

#include <QDir>

#include <netdb.h>

#include <atomic>
#include <thread>

namespace colonnade::remote {
namespace {

using base::ErrorCode;
using base::Result;
using namespace std::chrono_literals;

class ConnectionTest : public SshdTest
{
protected:
    /// Runs a script on another thread until its first line has come.
    struct Background
    {
        Background(SshConnection &connection, const Command &busy)
        {
            thread = std::jthread([&connection, this, busy] {
                result = connection.run(busy, [this](Stream, const QByteArray &) {
                    begun = true;
                    begun.notify_all();
                });
                begun = true;
                begun.notify_all();
            });
            begun.wait(false);
        }

        std::atomic<bool> begun = false;
        Result<Output> result = Output{};
        std::jthread thread;
    };

    static ConnectionSettings settingsFor(const HostileServer &hostile)
    {
        ConnectionSettings result;
        result.node = QStringLiteral("node9");
        result.host = QStringLiteral("127.0.0.1");
        result.port = hostile.port();
        result.methods.removeAll(LoginMethod::Agent);
        result.connectTimeout = 60s;
        return result;
    }
    using SshdTest::settingsFor;
};

TEST_F(ConnectionTest, theFirstCommandConnects)
{
    SshConnection connection(settings(), interaction);
    EXPECT_EQ(connection.status().phase, Phase::Idle);
    EXPECT_EQ(server.connectionCount(), 0);
    ASSERT_TRUE(connection.query(command("true")));
    EXPECT_EQ(connection.status().phase, Phase::Connected);
    EXPECT_EQ(server.connectionCount(), 1);
}

TEST_F(ConnectionTest, tellsItsPhases)
{
    SshConnection connection(settings(), interaction);
    StatusWatch watch(connection);
    connection.connectNow();
    ASSERT_TRUE(watch.reached(Phase::Connected));
    connection.close();
    ASSERT_TRUE(watch.reached(Phase::Closed));
    QList<Phase> phases;
    for (const Status &status : watch.history())
        phases.append(status.phase);
    EXPECT_EQ(phases, (QList<Phase>{Phase::Connecting, Phase::Connected, Phase::Closed}));
}

TEST_F(ConnectionTest, leavesNothingBehind)
{
    const auto openFiles = [] { return QDir(QStringLiteral("/proc/self/fd")).count(); };
    const auto before = openFiles();
    for (int i = 0; i < 3; ++i) {
        SshConnection connection(settings(), interaction);
        StatusWatch watch(connection);
        ASSERT_TRUE(connection.query(command("true")));
        connection.close();
        ASSERT_TRUE(watch.reached(Phase::Closed));
        connection.connectNow();
        ASSERT_TRUE(connection.run(command("true")));
        if (i == 2)
            server.cutConnections();
    }
    EXPECT_TRUE(server.waitForConnections(0));
    EXPECT_EQ(openFiles(), before);
}

TEST_F(ConnectionTest, aCutLosesWhatRunsAndComesBack)
{
    ConnectionSettings own = settings();
    own.firstRetry = 10ms;
    SshConnection connection(own, interaction);
    StatusWatch watch(connection);
    ASSERT_TRUE(connection.query(command("true")));
    Background run(connection, command("echo begun; sleep 1000"));
    server.cutConnections();
    run.thread.join();
    ASSERT_FALSE(run.result);
    EXPECT_EQ(run.result.error().code, ErrorCode::ConnectionLost);
    EXPECT_FALSE(run.result.error().message.isEmpty());

    ASSERT_TRUE(watch.reached(Phase::Connected, 2));
    const Result<Output> again = connection.query(command("echo back"));
    ASSERT_TRUE(again) << qPrintable(again.error().message);
    EXPECT_EQ(again->out, "back\n");
}

TEST_F(ConnectionTest, aCommandIsNeverSilentlyRepeated)
{
    ConnectionSettings own = settings();
    own.firstRetry = 10ms;
    SshConnection connection(own, interaction);
    const QByteArray file = server.path(QStringLiteral("count")).toLocal8Bit();
    {
        Background run(connection, command("echo x >>" + file + "; echo begun; sleep 1000"));
        server.cutConnections();
    }
    const Result<Output> count = connection.run(command("cat " + file));
    ASSERT_TRUE(count) << qPrintable(count.error().message);
    EXPECT_EQ(count->out, "x\n");
}

TEST_F(ConnectionTest, aFrozenPeerIsNoticed)
{
    ConnectionSettings own = settings();
    own.keepaliveInterval = 200ms;
    own.keepaliveMisses = 2;
    SshConnection connection(own, interaction);
    Background run(connection, command("echo begun; sleep 1000", 60s));
    server.freezeConnections();
    run.thread.join();
    server.thawConnections();
    ASSERT_FALSE(run.result);
    EXPECT_EQ(run.result.error().code, ErrorCode::ConnectionLost);
    EXPECT_TRUE(run.result.error().message.contains(QStringLiteral("has not answered")))
        << qPrintable(run.result.error().message);
}

TEST_F(ConnectionTest, aSilentCommandKeepsItsConnection)
{
    ConnectionSettings own = settings();
    own.keepaliveInterval = 50ms;
    own.keepaliveMisses = 10;
    SshConnection connection(own, interaction);
    StatusWatch watch(connection);
    // Sixty intervals without a byte from the command: answers to keepalives must have kept it
    // alive.
    const Result<Output> result = connection.run(command("sleep 3; echo end"));
    ASSERT_TRUE(result) << qPrintable(result.error().message);
    EXPECT_EQ(result->out, "end\n");
    EXPECT_EQ(watch.history().size(), 2);
}

TEST_F(ConnectionTest, refusedPortSaysSoAndIsTriedAgain)
{
    server.stop();
    ConnectionSettings own = settings();
    own.firstRetry = 100ms;
    own.maxRetry = 200ms;
    SshConnection connection(own, interaction);
    StatusWatch watch(connection);
    const Result<Output> result = connection.run(command("true"));
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().code, ErrorCode::ConnectionFailed);
    EXPECT_TRUE(result.error().message.contains(QStringLiteral("refused"), Qt::CaseInsensitive))
        << qPrintable(result.error().message);
    EXPECT_FALSE(result.error().remedy.isEmpty());

    ASSERT_TRUE(watch.reached(Phase::Waiting, 3));
    const QList<Status> history = watch.history();
    const Status &first = history[1];
    ASSERT_EQ(first.phase, Phase::Waiting);
    EXPECT_EQ(first.error, result.error());
    EXPECT_GT(first.nextAttempt, first.since);
    EXPECT_EQ(history.last().since, first.since) << "one row of failures";

    ASSERT_TRUE(server.start()) << qPrintable(server.error());
    ASSERT_TRUE(watch.reached(Phase::Connected));
    EXPECT_TRUE(connection.run(command("true")));
}

TEST_F(ConnectionTest, failsAtOnceWhenTheNextAttemptIsFarAway)
{
    server.stop();
    ConnectionSettings own = settings();
    own.firstRetry = 1h;
    own.maxRetry = 1h;
    SshConnection connection(own, interaction);
    ASSERT_FALSE(connection.run(command("true")));
    const Result<Output> result = connection.run(command("true"));
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().code, ErrorCode::ConnectionFailed);

    ASSERT_TRUE(server.start()) << qPrintable(server.error());
    StatusWatch watch(connection);
    connection.connectNow();
    ASSERT_TRUE(watch.reached(Phase::Connected));
    EXPECT_TRUE(connection.run(command("true")));
}

TEST_F(ConnectionTest, unknownHostNameSaysSo)
{
    ConnectionSettings own = settings();
    own.host = QStringLiteral("no-such-host.invalid");
    SshConnection connection(own, interaction);
    const Result<Output> result = connection.run(command("true"));
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().code, ErrorCode::ConnectionFailed);
    EXPECT_TRUE(result.error().message.contains(QStringLiteral("no-such-host.invalid")));
}

TEST_F(ConnectionTest, namesAreLookedUp)
{
    addrinfo *found = nullptr;
    if (getaddrinfo("localhost", nullptr, nullptr, &found) != 0)
        GTEST_SKIP() << "this machine does not know the name localhost: it has no /etc/hosts";
    freeaddrinfo(found);
    ConnectionSettings own = settings();
    own.host = QStringLiteral("localhost");
    interaction->hostKeyAnswer = HostKeyAnswer::ConnectOnce;
    SshConnection connection(own, interaction);
    const Result<Output> result = connection.run(command("true"));
    EXPECT_TRUE(result) << qPrintable(result ? QString() : result.error().message);
}

TEST_F(ConnectionTest, aHostThatNeverAnswersCostsTheCallersDeadlineAtMost)
{
    const HostileServer silent(HostileServer::Kind::Silent);
    SshConnection connection(settingsFor(silent), interaction);
    const Result<Output> result = connection.run(command("true", 300ms));
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().code, ErrorCode::TimedOut);
    EXPECT_EQ(connection.status().phase, Phase::Connecting);
}

TEST_F(ConnectionTest, aHostThatNeverAnswersFailsAtTheConnectTimeout)
{
    const HostileServer silent(HostileServer::Kind::Silent);
    ConnectionSettings own = settingsFor(silent);
    own.connectTimeout = 300ms;
    SshConnection connection(own, interaction);
    const Result<Output> result = connection.run(command("true"));
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().code, ErrorCode::ConnectionFailed);
    EXPECT_TRUE(result.error().message.contains(QStringLiteral("did not answer")))
        << qPrintable(result.error().message);
}

TEST_F(ConnectionTest, rubbishInsteadOfSshIsAFailure)
{
    for (const auto kind : {HostileServer::Kind::Rubbish, HostileServer::Kind::Flood,
                            HostileServer::Kind::FloodOfLines, HostileServer::Kind::HangUp,
                            HostileServer::Kind::RubbishAfterBanner}) {
        const HostileServer hostile(kind);
        SshConnection connection(settingsFor(hostile), interaction);
        const Result<Output> result = connection.run(command("true"));
        ASSERT_FALSE(result);
        EXPECT_EQ(result.error().code, ErrorCode::ConnectionFailed)
            << static_cast<int>(kind) << qPrintable(result.error().message);
        EXPECT_TRUE(result.error().message.startsWith(QStringLiteral("node9 cannot be reached")))
            << qPrintable(result.error().message);
    }
}

TEST_F(ConnectionTest, hostileNodesCostTheOthersNothing)
{
    const HostileServer silent(HostileServer::Kind::Silent);
    const HostileServer flood(HostileServer::Kind::FloodOfLines);
    SshConnection dead(settingsFor(silent), interaction);
    SshConnection loud(settingsFor(flood), interaction);
    dead.connectNow();
    loud.connectNow();
    SshConnection connection(settings(), interaction);
    const Result<Output> result = connection.query(command("echo fine"));
    ASSERT_TRUE(result) << qPrintable(result.error().message);
    EXPECT_EQ(result->out, "fine\n");
}

TEST_F(ConnectionTest, canBeDestroyedInEveryPhase)
{
    const HostileServer silent(HostileServer::Kind::Silent);
    {
        const SshConnection idle(settings(), interaction);
    }
    {
        SshConnection connecting(settingsFor(silent), interaction);
        StatusWatch watch(connecting);
        connecting.connectNow();
        ASSERT_TRUE(watch.reached(Phase::Connecting));
    }
    {
        server.stop();
        SshConnection waiting(settings(), interaction);
        ASSERT_FALSE(waiting.run(command("true")));
    }
    {
        ConnectionSettings slow = settingsFor(silent);
        slow.host = QStringLiteral("no-such-host.invalid");
        SshConnection resolving(slow, interaction);
        resolving.connectNow();
    }
}

/// Waits for an answer that never comes, until it is stopped.
class PatientInteraction final : public Interaction
{
public:
    HostKeyAnswer unknownHostKey(const HostKeyQuestion &, std::stop_token stop) override
    {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, stop, [] { return false; });
        return HostKeyAnswer::Cancel;
    }
    std::optional<base::Secret> secret(const SecretQuestion &, std::stop_token) override
    {
        return {};
    }
    std::optional<std::vector<base::Secret>> keyboardInteractive(const KeyboardQuestion &,
                                                                 std::stop_token) override
    {
        return {};
    }

private:
    std::mutex m_mutex;
    std::condition_variable_any m_changed;
};

TEST_F(ConnectionTest, anOpenQuestionHoldsNobodyUp)
{
    ConnectionSettings own = settings();
    own.knownHostsFiles = QStringList{server.path(QStringLiteral("empty"))};
    SshConnection connection(own, std::make_shared<PatientInteraction>());
    StatusWatch watch(connection);
    const Result<Output> result = connection.run(command("true", 2s));
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().code, ErrorCode::TimedOut);
    ASSERT_TRUE(watch.reached(Phase::WaitingForUser));
    connection.close();
    EXPECT_TRUE(watch.reached(Phase::Closed));
}

TEST(ManyNodesTest, thirtyTwoNodesAtOnce)
{
    if (!test::Sshd::unavailable().isEmpty())
        GTEST_SKIP() << qPrintable(test::Sshd::unavailable());
    struct Node
    {
        std::unique_ptr<test::Sshd> server;
        std::unique_ptr<SshConnection> connection;
        Result<Output> result = Output{};
    };
    std::vector<Node> nodes(32);
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        const QByteArray name = "node" + QByteArray::number(i);
        nodes[i].server = std::make_unique<test::Sshd>(
            test::Sshd::Options{.address = QStringLiteral("127.0.0.%1").arg(i % 16 + 1),
                                .config = "SetEnv NODE=" + name + '\n'});
        ASSERT_TRUE(nodes[i].server->start()) << qPrintable(nodes[i].server->error());
        ConnectionSettings settings;
        settings.node = QString::fromLatin1(name);
        settings.host = nodes[i].server->address();
        settings.port = nodes[i].server->port();
        settings.user = test::Sshd::user();
        settings.identityFiles = QStringList{nodes[i].server->clientKey()};
        settings.methods.removeAll(LoginMethod::Agent);
        settings.knownHostsFiles = QStringList{nodes[i].server->knownHosts()};
        settings.connectTimeout = 100s;
        nodes[i].connection = std::make_unique<SshConnection>(settings, nullptr);
    }
    for (int round = 0; round < 2; ++round) {
        {
            std::vector<std::jthread> threads;
            for (Node &node : nodes)
                threads.emplace_back(
                    [&node] { node.result = node.connection->query(command("echo $NODE", 100s)); });
        }
        for (std::size_t i = 0; i < nodes.size(); ++i) {
            ASSERT_TRUE(nodes[i].result) << qPrintable(nodes[i].result.error().message);
            EXPECT_EQ(nodes[i].result->out, "node" + QByteArray::number(i) + '\n');
        }
    }
}

TEST_F(ConnectionTest, manyConnectionsToOneHostDoNotMeetMaxStartups)
{
    std::vector<std::unique_ptr<SshConnection>> connections;
    for (int i = 0; i < 24; ++i) {
        connections.push_back(std::make_unique<SshConnection>(settings(), interaction));
        connections.back()->connectNow();
    }
    for (const auto &connection : connections) {
        const Result<Output> result = connection->run(command("true"));
        EXPECT_TRUE(result) << qPrintable(result ? QString() : result.error().message);
    }
}

} // namespace
} // namespace colonnade::remote
