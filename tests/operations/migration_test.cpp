// SPDX-License-Identifier: GPL-3.0-or-later
#include "operations/migration.h"

#include "operations/fakecluster.h"
#include "operations/remotejob.h"

#include <gmock/gmock.h>

#include <QDir>

#include <csignal>

using namespace Qt::StringLiterals;
using namespace colonnade;
using namespace colonnade::operations;
using colonnade::test::FakeCluster;
using colonnade::test::Following;
using colonnade::test::TestNode;
using colonnade::test::waitUntil;
using testing::HasSubstr;
using testing::Not;

namespace {

class MigrationTest : public testing::Test
{
protected:
    MigrationTest()
    {
        m_options.pollInterval = std::chrono::milliseconds(10);
        m_options.settleLimit = std::chrono::milliseconds(200);
        m_options.unreachableLimit = std::chrono::seconds(60);
        const base::Result<Plan> plan =
            planMigration(m_cluster.state(), u"web1"_s, u"xenhost1"_s, u"xenhost2"_s);
        if (plan)
            m_plan = *plan;
        else
            ADD_FAILURE() << plan.error().message.toStdString();
    }

    std::unique_ptr<Following> begin()
    {
        return std::make_unique<Following>([this](const MigrationSink &sink, std::stop_token stop) {
            return runMigration(m_cluster, m_journal, m_plan, sink, stop, m_options);
        });
    }

    std::unique_ptr<Following> resume()
    {
        return std::make_unique<Following>([this](const MigrationSink &sink, std::stop_token stop) {
            return resumeMigration(m_cluster, m_journal, m_plan.id, sink, stop, m_options);
        });
    }

    /// The whole of it, with nothing to wait for.
    MigrationResult run()
    {
        m_cluster.give(u"half"_s);
        m_cluster.give(u"all"_s);
        return begin()->result();
    }

    /// What an earlier process wrote before it was killed.
    void journalUpTo(const QStringList &stages)
    {
        auto record = m_journal.begin(m_plan);
        ASSERT_TRUE(record);
        for (const QString &stage : stages)
            ASSERT_TRUE((*record)->stage(stage, {{u"memoryMiB"_s, 160}}));
    }

    bool folderExists() { return m_cluster.source().exists(TestNode::jobPath(m_plan.id)); }
    JournalEntry entry() { return m_journal.entry(m_plan.id).value_or(JournalEntry{}); }

    FakeCluster m_cluster;
    QTemporaryDir m_data;
    Journal m_journal{m_data.path() + u"/journal"_s};
    MigrationOptions m_options;
    Plan m_plan;
};

TEST_F(MigrationTest, planNamesTheExactCommandAndWhereItRuns)
{
    ASSERT_EQ(m_plan.steps.size(), 1);
    EXPECT_EQ(m_plan.steps[0].node, u"xenhost1"_s);
    EXPECT_EQ(m_plan.steps[0].command, "xl migrate web1 xenhost2");
    EXPECT_EQ(m_plan.cluster, u"lab"_s);
    EXPECT_EQ(Plan::fromJson(m_plan.toJson()), m_plan);
}

TEST_F(MigrationTest, movesTheGuest)
{
    const auto following = begin();
    ASSERT_TRUE(following->saw(u"memory 80 of 160 MiB"_s));
    m_cluster.give(u"half"_s);
    ASSERT_TRUE(following->saw(u"xenhost2 is taking over"_s));
    m_cluster.give(u"all"_s);

    const MigrationResult result = following->result();
    EXPECT_EQ(result.outcome, MigrationOutcome::Moved) << result.sentence.toStdString();
    EXPECT_THAT(result.sentence.toStdString(), HasSubstr("web1 runs on xenhost2"));
    EXPECT_EQ(result.remedy, u""_s);
    EXPECT_EQ(result.exitStatus, 0);
    EXPECT_THAT(result.output.toStdString(), HasSubstr("Migration successful."));
    EXPECT_EQ(m_cluster.migrations(), 1);
    EXPECT_FALSE(folderExists());
    EXPECT_TRUE(entry().ended);
    EXPECT_EQ(entry().outcome, u"moved"_s);
}

TEST_F(MigrationTest, progressIsMeasuredNeverInvented)
{
    const auto following = begin();
    ASSERT_TRUE(following->saw(u"memory 80 of 160 MiB"_s));
    m_cluster.give(u"half"_s);
    m_cluster.give(u"all"_s);
    following->result();
    MigrationStage last = MigrationStage::Checking;
    for (const MigrationProgress &each : following->progress()) {
        EXPECT_EQ(each.planId, m_plan.id);
        EXPECT_EQ(each.guest, u"web1"_s);
        EXPECT_EQ(each.to, u"xenhost2"_s);
        EXPECT_GE(each.stage, last);
        last = each.stage;
        EXPECT_TRUE(!each.fraction || *each.fraction == 0.5 || *each.fraction == 1.0);
    }
    EXPECT_EQ(last, MigrationStage::Ended);
}

TEST_F(MigrationTest, percentagesOfOldXenAreShown)
{
    m_cluster.behave("say 'migration target: Ready to receive domain.'\n"
                     "say 'Saving to migration stream new xl format (info 0x0/0x0/1246)'\n"
                     "say 'xc: progress: Reloading memory pages: 26624/524288    5%'\n"
                     "wait_for half\nhappy");
    const auto following = begin();
    EXPECT_TRUE(
        following->saw([](const MigrationProgress &each) { return each.fraction == 0.05; }));
    m_cluster.give(u"half"_s);
    m_cluster.give(u"all"_s);
    EXPECT_EQ(following->result().outcome, MigrationOutcome::Moved);
}

TEST_F(MigrationTest, aRecheckThatSaysNoStartsNothing)
{
    m_cluster.setFacts(u"xenhost2"_s,
                       [](cluster::NodeFacts &facts) { facts.info.freeMemoryMiB = 3; });
    const MigrationResult result = run();
    EXPECT_EQ(result.outcome, MigrationOutcome::Refused);
    EXPECT_THAT(result.sentence.toStdString(), HasSubstr("xenhost2"));
    EXPECT_EQ(m_cluster.migrations(), 0);
    EXPECT_FALSE(folderExists());
    EXPECT_EQ(entry().outcome, u"refused"_s);
}

TEST_F(MigrationTest, aNodeThatDoesNotAnswerTheRecheckStartsNothing)
{
    m_cluster.target().connection().lose();
    EXPECT_EQ(run().outcome, MigrationOutcome::Refused);
    EXPECT_EQ(m_cluster.migrations(), 0);
    EXPECT_TRUE(entry().ended);
}

TEST_F(MigrationTest, aNodeWhoseToolstackDoesNotAnswerStartsNothing)
{
    m_cluster.setFacts(u"xenhost2"_s, [](cluster::NodeFacts &facts) {
        facts.toolstack.reset();
        facts.toolstackProblem = u"xl does not answer"_s;
    });
    EXPECT_EQ(run().outcome, MigrationOutcome::Refused);
    EXPECT_EQ(m_cluster.migrations(), 0);
}

TEST_F(MigrationTest, aGuestThatHasGoneMeanwhileStartsNothing)
{
    m_cluster.show(m_cluster.source(), "");
    EXPECT_EQ(run().outcome, MigrationOutcome::Refused);
    EXPECT_EQ(m_cluster.migrations(), 0);
}

TEST_F(MigrationTest, anotherCommandThanTheOneShownIsNotRun)
{
    m_cluster.setFacts(u"xenhost2"_s,
                       [](cluster::NodeFacts &facts) { facts.hostName = u"elsewhere"_s; });
    const MigrationResult result = run();
    EXPECT_EQ(result.outcome, MigrationOutcome::Refused);
    EXPECT_THAT(result.sentence.toStdString(), HasSubstr("elsewhere"));
    EXPECT_EQ(m_cluster.migrations(), 0);
}

TEST_F(MigrationTest, leftoversAtTheTargetStartNothing)
{
    m_cluster.show(m_cluster.target(), "web1--incoming 5 80 0 --p---");
    EXPECT_EQ(run().outcome, MigrationOutcome::Refused);
    EXPECT_EQ(m_cluster.migrations(), 0);
}

TEST_F(MigrationTest, whatCannotBeJournaledIsNotStarted)
{
    QFile inTheWay(m_data.path() + u"/journal"_s);
    ASSERT_TRUE(inTheWay.open(QIODevice::WriteOnly));
    EXPECT_EQ(run().outcome, MigrationOutcome::Refused);
    EXPECT_EQ(m_cluster.migrations(), 0);
}

TEST_F(MigrationTest, aGuestIsNotMigratedTwiceAtOnce)
{
    const auto first = begin();
    ASSERT_TRUE(first->saw(u"memory 80 of 160 MiB"_s));
    Plan second = m_plan;
    second.id = u"migrate-second"_s;
    const MigrationResult refused = runMigration(m_cluster, m_journal, second, {}, {}, m_options);
    EXPECT_EQ(refused.outcome, MigrationOutcome::Refused);
    EXPECT_THAT(refused.sentence.toStdString(), HasSubstr("being migrated already"));
    m_cluster.give(u"half"_s);
    m_cluster.give(u"all"_s);
    EXPECT_EQ(first->result().outcome, MigrationOutcome::Moved);
    EXPECT_EQ(m_cluster.migrations(), 1);
}

TEST_F(MigrationTest, aGuestWhoseLastMigrationIsStillOpenIsNotMigrated)
{
    Plan earlier = m_plan;
    earlier.id = u"migrate-earlier"_s;
    m_journal.begin(earlier)->reset();
    const MigrationResult refused = run();
    EXPECT_EQ(refused.outcome, MigrationOutcome::Refused);
    EXPECT_THAT(refused.remedy.toStdString(),
                HasSubstr("colonnadectl jobs resume migrate-earlier"));
}

TEST_F(MigrationTest, aJobOfAnotherWorkstationIsNoticed)
{
    RemoteJob other(m_cluster.source().connection(), u"migrate-other"_s);
    ASSERT_TRUE(
        other.start(u"web1"_s, "while [ ! -e \"$COLONNADE_ROOT/../over\" ]; do sleep 0.02; done"));
    ASSERT_TRUE(waitUntil([&] { return other.look(0)->alive; }));
    const MigrationResult refused = run();
    EXPECT_EQ(refused.outcome, MigrationOutcome::Refused);
    EXPECT_THAT(refused.sentence.toStdString(), HasSubstr("migrate-other"));
    EXPECT_EQ(m_cluster.migrations(), 0);
    EXPECT_FALSE(folderExists());
}

TEST_F(MigrationTest, failureThatLeavesItAtTheSourceIsStayedWithTheCause)
{
    m_cluster.behave("say 'ssh: Could not resolve hostname xenhost2: Name or service not known'\n"
                     "say 'migration target: Ready to receive domain.'\n"
                     "say 'libxl-save-helper: whatever'\n"
                     "say 'Migration failed, resuming at sender.'\nexit 1");
    const MigrationResult result = run();
    EXPECT_EQ(result.outcome, MigrationOutcome::Stayed);
    EXPECT_EQ(result.exitStatus, 1);
    EXPECT_THAT(result.sentence.toStdString(), HasSubstr("web1 runs on xenhost1, as before"));
    EXPECT_THAT(result.sentence.toStdString(), HasSubstr("xl "));
    EXPECT_FALSE(folderExists());
}

TEST_F(MigrationTest, successThatIsOnlyPrintedIsNone)
{
    m_cluster.behave("say 'Migration successful.'");
    EXPECT_EQ(run().outcome, MigrationOutcome::Stayed);
}

TEST_F(MigrationTest, failureThatIsOnlyPrintedIsNone)
{
    m_cluster.behave("happy\nsay 'Migration failed.'; exit 1");
    EXPECT_EQ(run().outcome, MigrationOutcome::Moved);
}

TEST_F(MigrationTest, leftoversThatGoInTimeAreWaitedFor)
{
    m_options.settleLimit = std::chrono::seconds(60);
    m_cluster.behave("happy\nshow xenhost1 'web1--migratedaway 2 160 1 --pss-'");
    m_cluster.give(u"half"_s);
    m_cluster.give(u"all"_s);
    const auto following = begin();
    ASSERT_TRUE(following->saw(
        [](const MigrationProgress &each) { return each.stage == MigrationStage::Verifying; }));
    m_cluster.show(m_cluster.source(), "");
    EXPECT_EQ(following->result().outcome, MigrationOutcome::Moved);
}

TEST_F(MigrationTest, leftoversThatStayAreUndefinedWithAWayOut)
{
    m_cluster.behave("happy\nshow xenhost1 'web1--migratedaway 2 160 1 --pss-'");
    const MigrationResult result = run();
    EXPECT_EQ(result.outcome, MigrationOutcome::Undefined);
    EXPECT_THAT(result.remedy.toStdString(), HasSubstr("xl destroy web1--migratedaway"));
    EXPECT_EQ(entry().outcome, u"undefined"_s);
    EXPECT_EQ(entry().remedy, result.remedy);
}

TEST_F(MigrationTest, brokenHandshakeIsUndefinedAndNothingIsDoneByItself)
{
    m_cluster.behave("show xenhost1 'web1--migratedaway 2 160 1 --pss-'\nshow xenhost2\n"
                     "say '** Migration failed during final handshake **'\n"
                     "say 'Domain state is now undefined !'\nexit 1");
    const MigrationResult result = run();
    EXPECT_EQ(result.outcome, MigrationOutcome::Undefined);
    EXPECT_FALSE(result.remedy.isEmpty());
    for (TestNode *node : {&m_cluster.source(), &m_cluster.target()}) {
        for (const test::Call &call : node->connection().calls()) {
            EXPECT_THAT(call.command.script.toStdString(), Not(HasSubstr("destroy")));
            EXPECT_THAT(call.command.script.toStdString(), Not(HasSubstr("unpause")));
        }
    }
}

TEST_F(MigrationTest, aGuestThatRunsNowhereIsLost)
{
    m_cluster.behave("show xenhost1; show xenhost2; exit 1");
    const MigrationResult result = run();
    EXPECT_EQ(result.outcome, MigrationOutcome::Lost);
    EXPECT_THAT(result.remedy.toStdString(), HasSubstr("on one node only"));
}

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

TEST_F(MigrationTest, aNodeThatStaysSilentIsUnknownAndThePlanStaysOpen)
{
    m_options.unreachableLimit = std::chrono::seconds(1);
    const auto following = begin();
    ASSERT_TRUE(following->saw(u"memory 80 of 160 MiB"_s));
    m_cluster.source().connection().lose();
    const MigrationResult result = following->result();
    EXPECT_EQ(result.outcome, MigrationOutcome::Unknown);
    EXPECT_THAT(result.remedy.toStdString(), HasSubstr("colonnadectl jobs resume"));
    EXPECT_FALSE(entry().ended);
    EXPECT_FALSE(entry().inUse);

    m_cluster.source().connection().restore();
    m_cluster.give(u"half"_s);
    m_cluster.give(u"all"_s);
    EXPECT_EQ(resume()->result().outcome, MigrationOutcome::Moved);
    EXPECT_EQ(m_cluster.migrations(), 1);
}

TEST_F(MigrationTest, silenceAtTheEndIsUnknownAndSaysWhatIsSeen)
{
    m_options.unreachableLimit = std::chrono::seconds(1);
    const auto following = begin();
    ASSERT_TRUE(following->saw(u"memory 80 of 160 MiB"_s));
    m_cluster.give(u"half"_s);
    ASSERT_TRUE(following->saw(u"xenhost2 is taking over"_s));
    m_cluster.setFacts(u"xenhost1"_s, [](cluster::NodeFacts &facts) {
        facts.toolstack.reset();
        facts.toolstackProblem = u"xl hangs"_s;
    });
    m_cluster.give(u"all"_s);
    const MigrationResult result = following->result();
    EXPECT_EQ(result.outcome, MigrationOutcome::Unknown);
    EXPECT_THAT(result.sentence.toStdString(), HasSubstr("web1 runs on xenhost2"));
    EXPECT_TRUE(folderExists());
    m_cluster.setFacts(u"xenhost1"_s, {});
    EXPECT_EQ(resume()->result().outcome, MigrationOutcome::Moved);
    EXPECT_FALSE(folderExists());
}

TEST_F(MigrationTest, stoppingStopsFollowingAndNotTheMigration)
{
    const auto following = begin();
    ASSERT_TRUE(following->saw(u"memory 80 of 160 MiB"_s));
    following->stop();
    EXPECT_EQ(following->result().outcome, MigrationOutcome::Unknown);
    EXPECT_FALSE(entry().ended);

    const auto again = resume();
    ASSERT_TRUE(again->saw(u"memory 80 of 160 MiB"_s));
    m_cluster.give(u"half"_s);
    m_cluster.give(u"all"_s);
    EXPECT_EQ(again->result().outcome, MigrationOutcome::Moved);
    EXPECT_EQ(m_cluster.migrations(), 1);
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

TEST_F(MigrationTest, killedBeforeTheStartNothingIsStartedLater)
{
    for (const QStringList &stages : {QStringList{}, QStringList{u"checking"_s}}) {
        m_plan.id = u"migrate-%1"_s.arg(stages.size());
        journalUpTo(stages);
        const MigrationResult result = resume()->result();
        EXPECT_EQ(result.outcome, MigrationOutcome::Refused);
        EXPECT_THAT(result.sentence.toStdString(), HasSubstr("Nothing was started."));
        EXPECT_TRUE(entry().ended);
    }
    EXPECT_EQ(m_cluster.migrations(), 0);
}

TEST_F(MigrationTest, killedAtTheStartBeforeTheNodeGotIt)
{
    journalUpTo({u"checking"_s, u"starting"_s});
    const MigrationResult result = resume()->result();
    EXPECT_EQ(result.outcome, MigrationOutcome::Stayed);
    EXPECT_EQ(m_cluster.migrations(), 0);
    EXPECT_TRUE(entry().ended);
    // What might still be on its way finds the door closed.
    RemoteJob late(m_cluster.source().connection(), m_plan.id);
    EXPECT_EQ(late.start(u"web1"_s, m_plan.steps[0].command)->answer, JobStart::Answer::Exists);
    EXPECT_EQ(m_cluster.migrations(), 0);
}

TEST_F(MigrationTest, killedAtEachLaterStageTheMigrationIsFollowedToItsEnd)
{
    const QStringList all{u"checking"_s, u"starting"_s, u"running"_s, u"verifying"_s};
    m_cluster.give(u"half"_s);
    m_cluster.give(u"all"_s);
    for (qsizetype count = 2; count <= all.size(); ++count) {
        m_cluster.show(m_cluster.source(), "web1 2 160 1 -b----");
        m_cluster.show(m_cluster.target(), "");
        m_plan.id = u"migrate-%1"_s.arg(count);
        journalUpTo(all.first(count));
        RemoteJob job(m_cluster.source().connection(), m_plan.id);
        ASSERT_TRUE(job.start(u"web1"_s, m_plan.steps[0].command));
        EXPECT_EQ(resume()->result().outcome, MigrationOutcome::Moved) << count;
        EXPECT_EQ(m_cluster.migrations(), count - 1);
        EXPECT_FALSE(folderExists());
    }
}

TEST_F(MigrationTest, aJobFolderThatIsGoneIsNoReasonNotToLook)
{
    journalUpTo({u"checking"_s, u"starting"_s, u"running"_s});
    m_cluster.show(m_cluster.source(), "");
    m_cluster.show(m_cluster.target(), "web1 5 160 1 -b----");
    EXPECT_EQ(resume()->result().outcome, MigrationOutcome::Moved);
    EXPECT_EQ(m_cluster.migrations(), 0);
}

TEST_F(MigrationTest, aHalfMadeJobFolderIsMadeFinalAndNotWaitedForForEver)
{
    m_options.beginLimit = std::chrono::milliseconds(50);
    journalUpTo({u"checking"_s, u"starting"_s, u"running"_s});
    m_cluster.source().write(TestNode::jobPath(m_plan.id) + u"/guest"_s, "web1\n");
    const MigrationResult result = resume()->result();
    EXPECT_EQ(result.outcome, MigrationOutcome::Stayed);
    EXPECT_THAT(result.sentence.toStdString(), HasSubstr("never started"));
}

TEST_F(MigrationTest, elapsedTimeCountsFromTheFirstBeginning)
{
    journalUpTo({u"checking"_s, u"starting"_s, u"running"_s});
    const QString path = m_data.path() + u"/journal/"_s + m_plan.id + u".jsonl"_s;
    QFile file(path);
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    QByteArray text = file.readAll();
    file.close();
    const QDateTime begun = QDateTime::currentDateTimeUtc().addSecs(-1000);
    text.replace(entry().begun.toString(Qt::ISODateWithMs).toUtf8(),
                 begun.toString(Qt::ISODateWithMs).toUtf8());
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write(text);
    file.close();
    const auto following = resume();
    following->result();
    EXPECT_GE(following->progress().first().elapsed, std::chrono::seconds(1000));
}

TEST_F(MigrationTest, resumingAnEndedPlanTellsItsEnd)
{
    const MigrationResult first = run();
    const MigrationResult again = resume()->result();
    EXPECT_EQ(again.outcome, MigrationOutcome::Moved);
    EXPECT_EQ(again.sentence, first.sentence);
    EXPECT_EQ(m_cluster.migrations(), 1);
}

TEST_F(MigrationTest, resumingWhatAnotherCarriesOutIsLeftToIt)
{
    const auto record = m_journal.begin(m_plan);
    const MigrationResult result = resume()->result();
    EXPECT_EQ(result.outcome, MigrationOutcome::Unknown);
    EXPECT_THAT(result.sentence.toStdString(), HasSubstr("Another process"));
    EXPECT_FALSE(entry().ended);
}

TEST_F(MigrationTest, resumingWhatIsNotThereSaysSo)
{
    m_plan.id = u"nothing"_s;
    EXPECT_THAT(resume()->result().sentence.toStdString(), HasSubstr("no plan nothing"));
}

} // namespace
