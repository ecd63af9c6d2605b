// SPDX-License-Identifier: GPL-3.0-or-later
// A migration with two nodes that answer: what is refused, what is shown, what is found.
#include "operations/migrationfixture.h"
#include "operations/remotejob.h"

#include <QFile>

using namespace Qt::StringLiterals;
using namespace colonnade;
using namespace colonnade::operations;
using colonnade::test::TestNode;
using colonnade::test::waitUntil;
using testing::HasSubstr;
using testing::Not;

namespace {

TEST_F(MigrationTest, planNamesTheExactCommandAndWhereItRuns)
{
    ASSERT_EQ(m_plan.steps.size(), 1);
    EXPECT_EQ(m_plan.steps[0].node, u"xenhost1"_s);
    EXPECT_EQ(m_plan.steps[0].command, "xl migrate -s 'ssh -o BatchMode=yes -o ConnectTimeout=10 "
                                       "-o ServerAliveInterval=15' web1 xenhost2");
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

} // namespace
