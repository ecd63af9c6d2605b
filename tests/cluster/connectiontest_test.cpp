// SPDX-License-Identifier: GPL-3.0-or-later
#include "cluster/connectiontest.h"

#include "support/fakeconnection.h"
#include "support/fakeprobe.h"

#include <gmock/gmock.h>

#include <mutex>
#include <thread>

namespace colonnade::cluster {
namespace {

using namespace Qt::StringLiterals;
using base::ErrorCode;
using base::Result;
using remote::Phase;
using remote::Stage;
using test::Call;
using test::FakeConnection;
using Outcome = TestStep::Outcome;

class ConnectionTestTest : public testing::Test
{
protected:
    ConnectionTestTest()
    {
        connection.setHandler([this](const Call &call) { return answer(call); });
    }

    Result<remote::Output> answer(const Call &call)
    {
        if (call.command.script == "id -u")
            return identity;
        if (test::FakeProbe::asksFor(call.command.script))
            return test::printed(node.answer(call.command.script));
        return test::printed({});
    }

    static remote::Status status(Phase phase, const QList<remote::StageReport> &stages,
                                 const std::optional<base::Error> &error = {})
    {
        remote::Status result;
        result.phase = phase;
        result.since = QDateTime::currentDateTimeUtc();
        result.error = error;
        result.stages = stages;
        return result;
    }

    /// Becomes @p states one after the other when it is asked to connect, each when the one before
    /// has been told.
    Result<void> testThrough(const QList<remote::Status> &states, std::stop_token stop = {})
    {
        connection.setStatus(status(Phase::Idle, {}));
        std::jthread other([&] {
            ASSERT_TRUE(connection.waitFor([&] { return connection.connectRequests() > 0; }));
            for (const remote::Status &next : states) {
                const qsizetype before = told();
                connection.setStatus(next);
                ASSERT_TRUE(connection.waitFor([&] { return told() > before; }));
            }
        });
        return run(stop);
    }

    Result<void> run(std::stop_token stop = {})
    {
        return testConnection(
            connection,
            [this](const TestStep &step) {
                {
                    const std::scoped_lock lock(mutex);
                    steps.append(step);
                }
                connection.poke();
            },
            stop);
    }

    qsizetype told() const
    {
        const std::scoped_lock lock(mutex);
        return steps.size();
    }

    QList<std::pair<TestStage, Outcome>> course() const
    {
        QList<std::pair<TestStage, Outcome>> result;
        for (const TestStep &step : steps)
            result.append({step.stage, step.outcome});
        return result;
    }

    FakeConnection connection{u"node1"_s};
    test::FakeProbe node;
    Result<remote::Output> identity = test::printed("0\n");
    mutable std::mutex mutex;
    QList<TestStep> steps;
};

const QList<remote::StageReport> AllStages{{Stage::Resolve, u"192.0.2.1"_s},
                                           {Stage::Connect, u"192.0.2.1 port 22"_s},
                                           {Stage::KeyExchange, u"SSH-2.0-x: a, b"_s},
                                           {Stage::HostKey, u"ssh-ed25519 SHA256:x"_s},
                                           {Stage::Authentication, u"password"_s}};

TEST_F(ConnectionTestTest, namesEachStageAsItBeginsAndEnds)
{
    ASSERT_TRUE(testThrough({status(Phase::Connecting, AllStages.mid(0, 1)),
                             status(Phase::WaitingForUser, AllStages.mid(0, 4)),
                             status(Phase::Connected, AllStages)}));
    using S = TestStage;
    EXPECT_THAT(
        course(),
        testing::ElementsAre(
            std::pair(S::Resolve, Outcome::Begun), std::pair(S::Resolve, Outcome::Passed),
            std::pair(S::Connect, Outcome::Passed), std::pair(S::KeyExchange, Outcome::Passed),
            std::pair(S::HostKey, Outcome::Begun), std::pair(S::HostKey, Outcome::Passed),
            std::pair(S::Authentication, Outcome::Passed), std::pair(S::Root, Outcome::Begun),
            std::pair(S::Root, Outcome::Passed), std::pair(S::Toolstack, Outcome::Begun),
            std::pair(S::Toolstack, Outcome::Passed)));
    EXPECT_EQ(steps[2].detail, u"192.0.2.1 port 22"_s);
    EXPECT_TRUE(steps.last().detail.startsWith(u"xl, Xen 4.17"_s))
        << steps.last().detail.toStdString();
}

TEST_F(ConnectionTestTest, aConnectionThatStandsIsNotMadeAnew)
{
    connection.setStatus(status(Phase::Connected, AllStages));
    ASSERT_TRUE(run());
    EXPECT_EQ(connection.connectRequests(), 0);
    EXPECT_EQ(steps.first().stage, TestStage::Resolve);
    EXPECT_EQ(steps.last().stage, TestStage::Toolstack);
}

TEST_F(ConnectionTestTest, stopsAtTheFirstThatFails)
{
    const base::Error error{ErrorCode::AuthenticationFailed, u"It refused root."_s, u"Ask."_s};
    const Result<void> result = testThrough({status(Phase::Refused, AllStages, error)});
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error(), error);
    EXPECT_EQ(steps.last(),
              (TestStep{TestStage::Authentication, Outcome::Failed, error.message, error.remedy}));
    EXPECT_TRUE(connection.calls().isEmpty());
}

TEST_F(ConnectionTestTest, anOldFailureIsNotTheAnswer)
{
    const base::Error old{ErrorCode::ConnectionFailed, u"Yesterday."_s, {}};
    connection.setStatus(status(Phase::Refused, AllStages.mid(0, 1), old));
    std::jthread other([&] {
        ASSERT_TRUE(connection.waitFor([&] { return connection.connectRequests() > 0; }));
        connection.setStatus(status(Phase::Connected, AllStages));
    });
    EXPECT_TRUE(run());
}

TEST_F(ConnectionTestTest, whoIsNotRootIsTold)
{
    connection.setStatus(status(Phase::Connected, AllStages));
    identity = test::printed("1000\n");
    const Result<void> result = run();
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().code, ErrorCode::RootDenied);
    EXPECT_TRUE(result.error().message.contains(u"1000"_s));
    EXPECT_EQ(steps.last().stage, TestStage::Root);
    EXPECT_FALSE(steps.last().remedy.isEmpty());
}

TEST_F(ConnectionTestTest, aLoginShellThatRunsNothingIsQuotedAsPlainText)
{
    connection.setStatus(status(Phase::Connected, AllStages));
    identity = test::printed("This account is \x1b[5mcurrently not available.\n", {}, 1);
    const Result<void> result = run();
    ASSERT_FALSE(result);
    EXPECT_TRUE(result.error().message.contains(
        u"does not run commands: This account is [5mcurrently not available"_s))
        << result.error().message.toStdString();
    EXPECT_TRUE(result.error().remedy.contains(u"login shell"_s));
}

TEST_F(ConnectionTestTest, aLossInTheMiddleIsThatStagesFailure)
{
    connection.setStatus(status(Phase::Connected, AllStages));
    identity = base::failure(ErrorCode::ConnectionLost, u"The line went dead."_s);
    ASSERT_FALSE(run());
    EXPECT_EQ(steps.last(),
              (TestStep{TestStage::Root, Outcome::Failed, u"The line went dead."_s, {}}));
}

TEST_F(ConnectionTestTest, noXenIsAnOutcomeAndNoFailure)
{
    connection.setStatus(status(Phase::Connected, AllStages));
    connection.setHandler([this](const Call &call) {
        Result<remote::Output> result = answer(call);
        if (result)
            result->out.replace("toolstack\nxl", "toolstack\n");
        return result;
    });
    ASSERT_TRUE(run());
    EXPECT_EQ(steps.last(),
              (TestStep{TestStage::Toolstack, Outcome::Absent, u"node1 does not run Xen."_s, {}}));
}

TEST_F(ConnectionTestTest, aToolstackThatFailsIsAFailure)
{
    connection.setStatus(status(Phase::Connected, AllStages));
    connection.setHandler([this](const Call &call) {
        Result<remote::Output> result = answer(call);
        if (result)
            result->out.replace("status 0\n", "status 1\n");
        return result;
    });
    ASSERT_FALSE(run());
    EXPECT_EQ(steps.last().stage, TestStage::Toolstack);
    EXPECT_EQ(steps.last().outcome, Outcome::Failed);
    EXPECT_TRUE(steps.last().detail.contains(u"xl list failed on node1"_s))
        << steps.last().detail.toStdString();
}

TEST_F(ConnectionTestTest, canBeStopped)
{
    std::stop_source stop;
    connection.setStatus(status(Phase::Idle, {}));
    std::jthread other([&] {
        ASSERT_TRUE(connection.waitFor([&] { return connection.connectRequests() > 0; }));
        stop.request_stop();
    });
    const Result<void> result = run(stop.get_token());
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().code, ErrorCode::Canceled);
}

TEST(StageNameTest, eachHasOneOfItsOwn)
{
    QStringList names;
    for (const TestStage stage :
         {TestStage::Resolve, TestStage::Connect, TestStage::KeyExchange, TestStage::HostKey,
          TestStage::Authentication, TestStage::Root, TestStage::Toolstack})
        names.append(stageName(stage));
    EXPECT_EQ(names.removeDuplicates(), 0);
    EXPECT_FALSE(names.contains(QString()));
}

} // namespace
} // namespace colonnade::cluster
