// SPDX-License-Identifier: GPL-3.0-or-later
// A migration that an earlier process left behind.
#include "operations/migrationfixture.h"
#include "operations/remotejob.h"

#include <QFile>

using namespace Qt::StringLiterals;
using namespace colonnade;
using namespace colonnade::operations;
using colonnade::test::TestNode;
using testing::HasSubstr;

namespace {

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
