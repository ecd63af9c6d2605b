// SPDX-License-Identifier: GPL-3.0-or-later
#include "hostileserver.h"
#include "jumptest.h"

#include <thread>

namespace colonnade::remote {
namespace {

using base::ErrorCode;
using base::Result;
using namespace std::chrono_literals;

/// One session a host: who shares it, and what becomes of those who do.
class JumpSessionsTest : public JumpTest
{
protected:
    void SetUp() override
    {
        ASSERT_NO_FATAL_FAILURE(JumpTest::SetUp());
        if (IsSkipped())
            return;
        ASSERT_TRUE(target.start()) << qPrintable(target.error());
    }

    /// The key of the bastion is not on file.
    Jump unknownBastion() const
    {
        ConnectionSettings result = *bastion();
        result.knownHostsFiles = QStringList{server.path(QStringLiteral("empty"))};
        result.jumpLinger = 1min;
        return asJump(result);
    }

    test::Sshd target{{.address = QStringLiteral("127.0.0.2")}};
};

TEST_F(JumpSessionsTest, sixteenTargetsAskOnce)
{
    const QString key = server.addKey(QStringLiteral("locked"), QStringLiteral("ed25519"),
                                      QStringLiteral("open sesame"));
    ConnectionSettings how = *bastion();
    how.identityFiles = QStringList{key};
    const Jump jump = asJump(how);
    interaction->secrets = {"open sesame"};

    std::vector<std::unique_ptr<test::Sshd>> servers;
    std::vector<std::unique_ptr<SshConnection>> connections;
    for (int i = 0; i < 16; ++i) {
        servers.push_back(std::make_unique<test::Sshd>(
            test::Sshd::Options{.address = QStringLiteral("127.0.0.%1").arg(i + 3),
                                .config = "SetEnv NODE=node" + QByteArray::number(i) + '\n'}));
        ASSERT_TRUE(servers.back()->start()) << qPrintable(servers.back()->error());
        // Each has a copy of its own of the settings, as those of different profiles are.
        connections.push_back(
            std::make_unique<SshConnection>(behind(asJump(*jump), *servers.back()), interaction));
    }
    for (const auto &connection : connections)
        connection->connectNow();
    for (std::size_t i = 0; i < connections.size(); ++i) {
        const Result<Output> result = connections[i]->query(command("echo $NODE"));
        ASSERT_TRUE(result) << qPrintable(result.error().message);
        EXPECT_EQ(result->out, "node" + QByteArray::number(static_cast<int>(i)) + '\n');
    }
    EXPECT_EQ(interaction->secretQuestions().size(), 1);
    EXPECT_EQ(interaction->secretQuestions().first().node, QStringLiteral("bastion"));
    EXPECT_EQ(loginCount(server), 1);
    EXPECT_EQ(server.connectionCount(), 1);
}

TEST_F(JumpSessionsTest, otherUsersHaveOtherSessions)
{
    ConnectionSettings how = *bastion();
    how.identityFiles =
        QStringList{server.addKey(QStringLiteral("second_key"), QStringLiteral("ed25519"))};
    SshConnection one(behind(bastion(), target), interaction);
    SshConnection two(behind(asJump(how), target), interaction);
    ASSERT_TRUE(one.run(command("true")));
    ASSERT_TRUE(two.run(command("true")));
    EXPECT_EQ(server.connectionCount(), 2);
}

TEST_F(JumpSessionsTest, theSessionOfANodeIsShared)
{
    const Jump jump = bastion();
    ConnectionSettings how = *jump;
    how.node = QStringLiteral("another name of it");
    auto node = std::make_unique<SshConnection>(how, interaction);
    ASSERT_TRUE(node->query(command("true")));
    ConnectionSettings own = behind(jump, target);
    own.firstRetry = 10ms;
    SshConnection connection(own, interaction);
    StatusWatch watch(connection);
    ASSERT_TRUE(connection.query(command("true")));
    ASSERT_TRUE(node->query(command("true")));
    EXPECT_EQ(loginCount(server), 1);

    // The node goes: those behind it find another way.
    node.reset();
    ASSERT_TRUE(watch.reached(Phase::Connected, 2));
    EXPECT_TRUE(connection.query(command("true")));
    EXPECT_EQ(loginCount(server), 2);
    EXPECT_EQ(server.connectionCount(), 1);
}

TEST_F(JumpSessionsTest, theSessionLingersForTheNext)
{
    ConnectionSettings how = *bastion();
    how.jumpLinger = 1h;
    for (int i = 0; i < 3; ++i) {
        SshConnection connection(behind(asJump(how), target), interaction);
        ASSERT_TRUE(connection.run(command("true")));
    }
    EXPECT_EQ(loginCount(server), 1);
    EXPECT_EQ(server.connectionCount(), 1);
}

TEST_F(JumpSessionsTest, lingeringSessionsThroughEachOtherEndWithTheProcess)
{
    // The second session uses the first one. Both outlive this test and end when the program does:
    // one that waited there for the other would never be done.
    test::Sshd second{{.address = QStringLiteral("127.0.0.3")}};
    ASSERT_TRUE(second.start()) << qPrintable(second.error());
    ConnectionSettings first = *bastion();
    first.jumpLinger = 1h;
    ConnectionSettings middle = behind(asJump(first), second);
    middle.jumpLinger = 1h;
    SshConnection connection(behind(asJump(middle, QStringLiteral("second")), target), interaction);
    EXPECT_TRUE(connection.run(command("true")));
}

TEST_F(JumpSessionsTest, aQuestionOfTheBastionShowsInItsTargets)
{
    const auto patient = std::make_shared<PatientInteraction>();
    SshConnection one(behind(unknownBastion(), target), patient);
    SshConnection two(behind(unknownBastion(), target), patient);
    StatusWatch watchOne(one), watchTwo(two);
    one.connectNow();
    two.connectNow();
    ASSERT_TRUE(watchOne.reached(Phase::WaitingForUser));
    ASSERT_TRUE(watchTwo.reached(Phase::WaitingForUser));
    one.close();
    ASSERT_TRUE(watchOne.reached(Phase::Closed));
    EXPECT_EQ(patient->takenBack.load(), 0); // the other one still wants to know
    two.close();
    ASSERT_TRUE(watchTwo.reached(Phase::Closed));
    EXPECT_TRUE(eventually([&] { return patient->takenBack == 1; }));
    EXPECT_EQ(patient->asked.load(), 1);
}

TEST_F(JumpSessionsTest, aRefusedBastionIsLeftAloneUntilAPersonAsks)
{
    std::vector<std::unique_ptr<SshConnection>> connections;
    for (int i = 0; i < 4; ++i)
        connections.push_back(
            std::make_unique<SshConnection>(behind(unknownBastion(), target), interaction));
    for (const auto &connection : connections) {
        const Result<Output> result = connection->run(command("true"));
        ASSERT_FALSE(result);
        EXPECT_EQ(result.error().code, ErrorCode::HostKeyUnknown);
        EXPECT_TRUE(result.error().message.contains(
            QStringLiteral("through bastion: The host key of bastion")))
            << qPrintable(result.error().message);
        EXPECT_EQ(connection->status().phase, Phase::Refused);
        EXPECT_EQ(interaction->hostKeyQuestions().size(), 1);
    }
    interaction->hostKeyAnswer = HostKeyAnswer::ConnectOnce;
    StatusWatch watch(*connections[2]);
    connections[2]->connectNow();
    ASSERT_TRUE(watch.reached(Phase::Connected));
    const QList<HostKeyQuestion> questions = interaction->hostKeyQuestions();
    ASSERT_EQ(questions.size(), 2);
    EXPECT_EQ(questions[1].node, QStringLiteral("bastion"));
    EXPECT_EQ(questions[1].jump, QString());
}

TEST_F(JumpSessionsTest, theDeathOfTheBastionLosesWhatRuns)
{
    ConnectionSettings own = behind(bastion(), target);
    own.firstRetry = 10ms;
    std::vector<std::unique_ptr<SshConnection>> connections;
    for (int i = 0; i < 3; ++i) {
        connections.push_back(std::make_unique<SshConnection>(own, interaction));
        ASSERT_TRUE(connections.back()->query(command("true")));
    }
    std::atomic<int> begun = 0;
    std::vector<Result<Output>> results(connections.size(), Output{});
    {
        std::vector<std::jthread> threads;
        for (std::size_t i = 0; i < connections.size(); ++i) {
            threads.emplace_back([&, i] {
                results[i] = connections[i]->run(command("echo begun; sleep 1000"),
                                                 [&](Stream, const QByteArray &) { ++begun; });
            });
        }
        EXPECT_TRUE(eventually([&] { return begun == 3; }));
        server.cutConnections();
    }
    for (std::size_t i = 0; i < connections.size(); ++i) {
        ASSERT_FALSE(results[i]);
        EXPECT_EQ(results[i].error().code, ErrorCode::ConnectionLost);
        EXPECT_TRUE(
            results[i].error().message.contains(QStringLiteral("The connection to bastion")))
            << qPrintable(results[i].error().message);
        const Result<Output> again = connections[i]->query(command("echo back"));
        ASSERT_TRUE(again) << qPrintable(again.error().message);
        EXPECT_EQ(again->out, "back\n");
    }
    EXPECT_EQ(loginCount(server), 2);
}

TEST_F(JumpSessionsTest, aFrozenBastionIsFound)
{
    ConnectionSettings how = *bastion();
    how.keepaliveInterval = 200ms;
    how.keepaliveMisses = 2;
    ConnectionSettings own = behind(asJump(how), target);
    own.firstRetry = 10ms;
    SshConnection connection(own, interaction);
    StatusWatch watch(connection);
    ASSERT_TRUE(connection.query(command("true")));
    server.freezeConnections();
    ASSERT_TRUE(watch.reached(Phase::Connected, 2));
    server.thawConnections();
    EXPECT_TRUE(connection.query(command("true")));
    EXPECT_EQ(loginCount(server), 2);
}

TEST_F(JumpSessionsTest, theDeathOfATargetLeavesTheBastionAlone)
{
    ConnectionSettings how = *bastion();
    how.jumpLinger = 1min; // until the target is tried again, nobody uses the session
    ConnectionSettings own = behind(asJump(how), target);
    own.firstRetry = 10ms;
    SshConnection connection(own, interaction);
    StatusWatch watch(connection);
    ASSERT_TRUE(connection.query(command("true")));
    target.cutConnections();
    ASSERT_TRUE(watch.reached(Phase::Connected, 2));
    EXPECT_TRUE(connection.query(command("true")));
    EXPECT_EQ(loginCount(server), 1);
}

TEST_F(JumpSessionsTest, canBeClosedInEveryState)
{
    const HostileServer silent(HostileServer::Kind::Silent);
    ConnectionSettings mute = *bastion();
    mute.port = silent.port();
    const auto closesFrom = [&](const ConnectionSettings &settings, Phase phase,
                                const std::shared_ptr<Interaction> &who) {
        SshConnection connection(settings, who);
        StatusWatch watch(connection);
        connection.connectNow();
        EXPECT_TRUE(watch.reached(phase));
        connection.close();
        EXPECT_TRUE(watch.reached(Phase::Closed));
    };
    // The bastion says nothing; the target says nothing; the bastion asks; there is no bastion.
    closesFrom(behind(asJump(mute), target), Phase::Connecting, interaction);
    ConnectionSettings deaf = behind(bastion(), target);
    deaf.host = QStringLiteral("127.0.0.1");
    deaf.port = silent.port();
    closesFrom(deaf, Phase::Connecting, interaction);
    closesFrom(behind(unknownBastion(), target), Phase::WaitingForUser,
               std::make_shared<PatientInteraction>());
    mute.port = test::freePort(mute.host);
    closesFrom(behind(asJump(mute), target), Phase::Waiting, interaction);
    closesFrom(behind(bastion(), target), Phase::Connected, interaction);

    // The same without closing, and the jump host first.
    auto node = std::make_unique<SshConnection>(*bastion(), interaction);
    ASSERT_TRUE(node->run(command("true")));
    SshConnection connection(behind(bastion(), target), interaction);
    ASSERT_TRUE(connection.run(command("true")));
    SshConnection waiting(deaf, interaction);
    waiting.connectNow();
    node.reset();
}

TEST_F(JumpSessionsTest, twoHundredConnectionsLeaveNothingBehind)
{
    const auto connect = [this] {
        SshConnection connection(behind(bastion(), target), interaction);
        StatusWatch watch(connection);
        connection.connectNow();
        return watch.reached(Phase::Connected);
    };
    ASSERT_TRUE(connect()); // what is made once a process is there now
    ASSERT_TRUE(server.waitForConnections(0));
    const auto files = openFiles();
    const auto threadCount = threads();
    for (int i = 0; i < 200; ++i)
        ASSERT_TRUE(connect());
    EXPECT_TRUE(target.waitForConnections(0));
    EXPECT_TRUE(server.waitForConnections(0));
    EXPECT_TRUE(eventually([&] { return openFiles() <= files && threads() <= threadCount; }))
        << openFiles() << " files, not " << files << "; " << threads() << " threads, not "
        << threadCount;
}

} // namespace
} // namespace colonnade::remote
