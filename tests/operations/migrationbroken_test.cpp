// SPDX-License-Identifier: GPL-3.0-or-later
// Connections, nodes and processes that go away in the middle of a migration.
#include "operations/migrationfixture.h"

#include <csignal>

using namespace Qt::StringLiterals;
using namespace colonnade;
using namespace colonnade::operations;
using colonnade::test::TestNode;
using colonnade::test::waitUntil;
using testing::HasSubstr;

namespace {

TEST_F(MigrationTest, killedXlIsNoticedAndTheGuestFoundWhereItIs)
{
    m_cluster.behave("show xenhost2 'web1--incoming 5 80 0 --p---'\nwait_for never");
    const auto following = begin();
    ASSERT_TRUE(following->saw([](const MigrationProgress &each) { return each.fraction == 0.5; }));
    ASSERT_EQ(::kill(static_cast<pid_t>(-m_cluster.source().jobPid(m_plan.id)), SIGKILL), 0);
    m_cluster.show(m_cluster.target(), "");
    const MigrationResult result = following->result();
    EXPECT_EQ(result.outcome, MigrationOutcome::Stayed);
    EXPECT_THAT(result.sentence.toStdString(), HasSubstr("killed on xenhost1"));
    EXPECT_FALSE(folderExists());
}

TEST_F(MigrationTest, cutConnectionInMidMigrationNeitherKillsNorHidesIt)
{
    const auto following = begin();
    ASSERT_TRUE(following->saw(u"memory 80 of 160 MiB"_s));
    m_cluster.source().connection().lose();
    ASSERT_TRUE(following->saw([](const MigrationProgress &each) {
        return !each.sourceReachable && each.targetReachable
               && each.sentence == u"xenhost1 does not answer; the migration goes on there";
    }));
    m_cluster.give(u"half"_s);
    m_cluster.give(u"all"_s);
    m_cluster.source().connection().restore();
    EXPECT_EQ(following->result().outcome, MigrationOutcome::Moved);
    EXPECT_EQ(m_cluster.migrations(), 1);
}

TEST_F(MigrationTest, answerToTheStartLostAfterItRan)
{
    TestNode &source = m_cluster.source();
    std::atomic<bool> cut = false;
    source.connection().setHandler([&](const test::Call &call) {
        const auto output = source.carryOut(call);
        if (call.command.script.contains("command=") && !cut.exchange(true))
            return base::Result<remote::Output>(
                base::failure(base::ErrorCode::ConnectionLost, u"cut"_s));
        return output;
    });
    EXPECT_EQ(run().outcome, MigrationOutcome::Moved);
    EXPECT_TRUE(cut);
    EXPECT_EQ(m_cluster.migrations(), 1);
}

TEST_F(MigrationTest, startLostBeforeItRanIsNeverCaughtUpLater)
{
    TestNode &source = m_cluster.source();
    std::optional<test::Call> lost;
    source.connection().setHandler([&](const test::Call &call) -> base::Result<remote::Output> {
        if (call.command.script.contains("command=") && !lost) {
            lost = call;
            return base::failure(base::ErrorCode::ConnectionLost, u"The line went dead."_s);
        }
        return source.carryOut(call);
    });
    const MigrationResult result = run();
    EXPECT_EQ(result.outcome, MigrationOutcome::Stayed);
    EXPECT_THAT(result.sentence.toStdString(), HasSubstr("The line went dead."));
    ASSERT_TRUE(lost);
    // The request arrives after all, as one in a queue of the network may.
    EXPECT_EQ(source.carryOut(*lost)->out, "exists\n");
    EXPECT_EQ(m_cluster.migrations(), 0);
}

TEST_F(MigrationTest, refusedByTheNodesDiskItIsStayed)
{
    m_cluster.source().write(u"var/lib/colonnade"_s, "in the way");
    m_options.unreachableLimit = std::chrono::seconds(1);
    const MigrationResult result = run();
    EXPECT_NE(result.outcome, MigrationOutcome::Moved);
    EXPECT_EQ(m_cluster.migrations(), 0);
}

TEST_F(MigrationTest, targetWithoutPowerIsToldWhileXlHangs)
{
    m_cluster.behave("say 'migration target: Ready to receive domain.'\nwait_for half\nexit 1");
    const auto following = begin();
    ASSERT_TRUE(following->saw(u"xenhost1"_s));
    ASSERT_TRUE(waitUntil([&] { return m_cluster.migrations() == 1; }));
    m_cluster.target().connection().lose();
    ASSERT_TRUE(following->saw(
        u"xenhost2 does not answer; web1 still runs on xenhost1; xl has not given up yet"_s));
    m_cluster.give(u"half"_s);
    ASSERT_TRUE(following->saw(u"xenhost2 does not answer; web1 runs on xenhost1"_s));
    m_cluster.target().connection().restore();
    EXPECT_EQ(following->result().outcome, MigrationOutcome::Stayed);
}

TEST_F(MigrationTest, sourceThatLosesPowerLeavesAPausedCopyAndTheGuestIsLost)
{
    m_options.settleLimit = std::chrono::milliseconds(500);
    const auto following = begin();
    ASSERT_TRUE(following->saw(u"memory 80 of 160 MiB"_s));
    m_cluster.cutPowerOfSource(m_plan.id);
    ASSERT_TRUE(following->saw(u"xenhost1 does not answer"_s));
    m_cluster.show(m_cluster.source(), "");
    m_cluster.source().connection().restore();
    const MigrationResult result = following->result();
    EXPECT_EQ(result.outcome, MigrationOutcome::Lost);
    EXPECT_THAT(result.sentence.toStdString(), HasSubstr("web1--incoming"));
    EXPECT_THAT(result.sentence.toStdString(), HasSubstr("xenhost1 was started anew"));
    EXPECT_THAT(result.remedy.toStdString(), HasSubstr("xl destroy web1--incoming"));
}

TEST_F(MigrationTest, stoppingWhileNodesAreSilentReturns)
{
    const auto following = begin();
    ASSERT_TRUE(following->saw(u"memory 80 of 160 MiB"_s));
    m_cluster.source().connection().hold();
    m_cluster.target().connection().hold();
    following->stop();
    EXPECT_EQ(following->result().outcome, MigrationOutcome::Unknown);
    m_cluster.source().connection().release();
    m_cluster.target().connection().release();
}

TEST_F(MigrationTest, stoppingDuringTheRecheckStartsNothing)
{
    m_cluster.source().connection().hold();
    const auto following = begin();
    ASSERT_TRUE(following->saw(u"checked again"_s));
    following->stop();
    EXPECT_EQ(following->result().outcome, MigrationOutcome::Refused);
    m_cluster.source().connection().release();
    EXPECT_TRUE(entry().ended);
    EXPECT_EQ(m_cluster.migrations(), 0);
}

} // namespace
