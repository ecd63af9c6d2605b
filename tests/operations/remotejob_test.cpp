// SPDX-License-Identifier: GPL-3.0-or-later
#include "operations/remotejob.h"

#include "operations/testnode.h"

#include <gmock/gmock.h>

#include <QDir>
#include <QStandardPaths>

#include <csignal>
#include <thread>

using namespace Qt::StringLiterals;
using namespace colonnade;
using namespace colonnade::operations;
using colonnade::test::TestNode;
using colonnade::test::waitUntil;

namespace {

using Answer = JobStart::Answer;

/// Each test with each shell that a node may have as /bin/sh.
class RemoteJobTest : public testing::TestWithParam<const char *>
{
protected:
    void SetUp() override
    {
        const QStringList shell = QString::fromLatin1(GetParam()).split(u' ');
        if (QStandardPaths::findExecutable(shell.first()).isEmpty())
            GTEST_SKIP() << "no " << GetParam() << " here";
        m_node = std::make_unique<TestNode>(u"xenhost1"_s, m_top.path(), shell);
        m_job = std::make_unique<RemoteJob>(m_node->connection(), u"job-1"_s);
    }

    void TearDown() override
    {
        if (!m_node)
            return;
        m_node->write(u"release"_s, {}); // what still waits ends, before its folder goes
        EXPECT_TRUE(waitUntil([this] { return !look().alive; }));
    }

    JobLook look(qint64 offset = 0)
    {
        const base::Result<JobLook> look = m_job->look(offset);
        EXPECT_TRUE(look) << (look ? "" : look.error().message.toStdString());
        return look.value_or(JobLook{});
    }

    bool waitForEnd()
    {
        return waitUntil([this] { return look().exitStatus.has_value(); });
    }

    /// A command that lives until the file "release" is there.
    QByteArray waiting() const
    {
        return "while [ ! -e \"$COLONNADE_ROOT/release\" ]; do sleep 0.02; done";
    }

    QTemporaryDir m_top;
    std::unique_ptr<TestNode> m_node;
    std::unique_ptr<RemoteJob> m_job;
};

TEST_P(RemoteJobTest, runsTheCommandAndKeepsOutputAndStatus)
{
    EXPECT_FALSE(look().exists);
    ASSERT_EQ(m_job->start(u"web1"_s, "echo out; echo err >&2; exit 7"), JobStart{});
    ASSERT_TRUE(waitForEnd());
    const JobLook ended = look();
    EXPECT_EQ(ended.exitStatus, 7);
    EXPECT_EQ(ended.news, "out\nerr\n");
    EXPECT_EQ(ended.outputSize, 8);
    EXPECT_TRUE(ended.begun);
    EXPECT_FALSE(ended.forbidden);
    EXPECT_FALSE(ended.rebooted);
}

TEST_P(RemoteJobTest, returnsWhileTheCommandStillRuns)
{
    ASSERT_TRUE(m_job->start(u"web1"_s, "echo begun; " + waiting()));
    ASSERT_TRUE(waitUntil([this] { return look().news == "begun\n"; }));
    const JobLook running = look();
    EXPECT_TRUE(running.alive);
    EXPECT_TRUE(running.begun);
    EXPECT_FALSE(running.exitStatus);
    m_node->write(u"release"_s, {});
    ASSERT_TRUE(waitForEnd());
    EXPECT_EQ(look().exitStatus, 0);
}

TEST_P(RemoteJobTest, startedTwiceRunsOnce)
{
    const QByteArray command = "echo x >>\"$COLONNADE_ROOT/runs\"; " + waiting();
    ASSERT_EQ(m_job->start(u"web1"_s, command)->answer, Answer::Started);
    EXPECT_EQ(m_job->start(u"web1"_s, command)->answer, Answer::Exists);
    m_node->write(u"release"_s, {});
    ASSERT_TRUE(waitForEnd());
    EXPECT_EQ(m_job->start(u"web1"_s, command)->answer, Answer::Exists);
    EXPECT_EQ(m_node->read(u"runs"_s), "x\n");
}

TEST_P(RemoteJobTest, startedByManyAtOnceRunsOnce)
{
    const QByteArray command = "echo x >>\"$COLONNADE_ROOT/runs\"";
    std::atomic<int> started = 0;
    {
        std::vector<std::jthread> threads;
        for (int i = 0; i < 8; ++i) {
            threads.emplace_back([&] {
                RemoteJob same(m_node->connection(), u"job-1"_s);
                const auto answer = same.start(u"web1"_s, command);
                started += answer && answer->answer == Answer::Started;
            });
        }
    }
    EXPECT_EQ(started, 1);
    ASSERT_TRUE(waitForEnd());
    EXPECT_EQ(m_node->read(u"runs"_s), "x\n");
}

TEST_P(RemoteJobTest, commandsAndNamesReachTheNodeByteForByte)
{
    const QString guest = u"it's $(reboot) `x` \"q\" \\ é"_s;
    const QByteArray command = "printf '%s' 'it'\\''s $(x) \"q\" \\'";
    ASSERT_TRUE(m_job->start(guest, command));
    ASSERT_TRUE(waitForEnd());
    EXPECT_EQ(look().news, "it's $(x) \"q\" \\");
    EXPECT_EQ(m_node->read(TestNode::jobPath(u"job-1"_s) + u"/guest"_s), guest.toUtf8() + '\n');
}

TEST_P(RemoteJobTest, outlivesTheShellThatStartedItWithItsGroup)
{
    // TestNode's shell has ended when start() returns; a hang-up goes to its group, as sshd's end
    // does.
    ASSERT_TRUE(m_job->start(u"web1"_s, waiting()));
    ASSERT_TRUE(waitUntil([this] { return look().alive; }));
    const qint64 pid = m_node->jobPid(u"job-1"_s);
    ASSERT_GT(pid, 1);
    EXPECT_EQ(::getsid(static_cast<pid_t>(pid)), pid); // a session of its own
    ASSERT_EQ(::kill(static_cast<pid_t>(pid), SIGHUP), 0);
    m_node->write(u"release"_s, {});
    ASSERT_TRUE(waitForEnd());
    EXPECT_EQ(look().exitStatus, 0);
}

TEST_P(RemoteJobTest, aCommandKilledBySignalSaysSo)
{
    ASSERT_TRUE(m_job->start(u"web1"_s, "exec sh -c 'kill -9 $$'"));
    ASSERT_TRUE(waitForEnd());
    EXPECT_EQ(look().exitStatus, 137);
}

TEST_P(RemoteJobTest, killedAsAWholeItIsNeitherAliveNorEnded)
{
    ASSERT_TRUE(m_job->start(u"web1"_s, "echo begun; " + waiting()));
    ASSERT_TRUE(waitUntil([this] { return look().news == "begun\n"; }));
    ASSERT_EQ(::kill(static_cast<pid_t>(-m_node->jobPid(u"job-1"_s)), SIGKILL), 0);
    ASSERT_TRUE(waitUntil([this] { return !look().alive; }));
    EXPECT_TRUE(look().begun);
    EXPECT_FALSE(look().exitStatus);
}

TEST_P(RemoteJobTest, whenOnlyItsShellIsKilledTheCommandStillCounts)
{
    ASSERT_TRUE(m_job->start(u"web1"_s, "echo begun; " + waiting()));
    ASSERT_TRUE(waitUntil([this] { return look().news == "begun\n"; }));
    const qint64 pid = m_node->jobPid(u"job-1"_s);
    ASSERT_EQ(::kill(static_cast<pid_t>(pid), SIGKILL), 0);
    ASSERT_TRUE(waitUntil([&] { return ::kill(static_cast<pid_t>(pid), 0) != 0; }));
    EXPECT_TRUE(look().alive);
    m_node->write(u"release"_s, {});
    EXPECT_TRUE(waitUntil([this] { return !look().alive; }));
}

TEST_P(RemoteJobTest, whatACommandLeavesBehindDoesNotKeepTheJobAlive)
{
    ASSERT_TRUE(m_job->start(u"web1"_s, "( " + waiting() + "; : >\"$COLONNADE_ROOT/gone\" ) &"));
    ASSERT_TRUE(waitForEnd());
    EXPECT_FALSE(look().alive);
    EXPECT_EQ(look().exitStatus, 0);
    EXPECT_FALSE(m_node->exists(u"gone"_s));
    m_node->write(u"release"_s, {});
    EXPECT_TRUE(waitUntil([this] { return m_node->exists(u"gone"_s); }));
}

TEST_P(RemoteJobTest, aRecycledProcessNumberIsNotTaken)
{
    ASSERT_TRUE(m_job->start(u"web1"_s, "true"));
    ASSERT_TRUE(waitForEnd());
    ASSERT_TRUE(QFile::remove(m_node->path(TestNode::jobPath(u"job-1"_s) + u"/rc"_s)));
    const QByteArray me = QByteArray::number(qint64(::getpid()));
    m_node->write(TestNode::jobPath(u"job-1"_s) + u"/pid"_s, me + " 1\n");
    EXPECT_FALSE(look().alive);
    for (const QByteArray &rubbish :
         {QByteArray(), QByteArray("x\n"), QByteArray("$(reboot) 1\n")}) {
        m_node->write(TestNode::jobPath(u"job-1"_s) + u"/pid"_s, rubbish);
        EXPECT_FALSE(look().alive);
    }
}

TEST_P(RemoteJobTest, outputComesFromTheOffsetOnAndIsBounded)
{
    ASSERT_TRUE(m_job->start(u"web1"_s, "printf 0123456789"));
    ASSERT_TRUE(waitForEnd());
    EXPECT_EQ(look(4).news, "456789");
    EXPECT_EQ(look(4).newsOffset, 4);
    EXPECT_EQ(look(10).news, "");

    RemoteJob flood(m_node->connection(), u"job-2"_s);
    ASSERT_TRUE(flood.start(u"web2"_s, "head -c 3000000 /dev/zero | tr '\\0' x; printf end"));
    ASSERT_TRUE(waitUntil([&] { return flood.look(0)->exitStatus.has_value(); }));
    const JobLook last = flood.look(0).value();
    EXPECT_EQ(last.outputSize, 3000003);
    EXPECT_EQ(last.news.size(), JobLook::NewsLimit);
    EXPECT_EQ(last.newsOffset, 3000003 - JobLook::NewsLimit);
    EXPECT_TRUE(last.news.endsWith("xend"));
}

TEST_P(RemoteJobTest, whatIsForbiddenIsNeverStarted)
{
    EXPECT_EQ(m_job->forbid(), true);
    EXPECT_EQ(m_job->forbid(), true); // asked again by a later process
    ASSERT_EQ(m_job->start(u"web1"_s, "echo x >>\"$COLONNADE_ROOT/runs\"")->answer, Answer::Exists);
    EXPECT_TRUE(look().forbidden);
    EXPECT_FALSE(look().alive);
    EXPECT_FALSE(m_node->exists(u"runs"_s));
}

TEST_P(RemoteJobTest, whatHasBegunCannotBeForbidden)
{
    ASSERT_TRUE(m_job->start(u"web1"_s, waiting()));
    ASSERT_TRUE(waitUntil([this] { return look().begun; }));
    EXPECT_EQ(m_job->forbid(), false);
    EXPECT_FALSE(look().forbidden);
}

TEST_P(RemoteJobTest, aSecondJobForTheSameGuestIsRefusedWhileTheFirstRuns)
{
    ASSERT_TRUE(m_job->start(u"web1"_s, waiting()));
    ASSERT_TRUE(waitUntil([this] { return look().alive; }));
    RemoteJob second(m_node->connection(), u"job-2"_s);
    EXPECT_EQ(second.start(u"web1"_s, "true"), (JobStart{Answer::Busy, u"job-1"_s}));
    EXPECT_FALSE(second.look(0)->exists);
    RemoteJob other(m_node->connection(), u"job-3"_s);
    EXPECT_EQ(other.start(u"web2"_s, "true")->answer, Answer::Started);

    m_node->write(u"release"_s, {});
    ASSERT_TRUE(waitForEnd());
    EXPECT_EQ(second.start(u"web1"_s, "true")->answer, Answer::Started);
}

/// As from two workstations: each looks, sees nobody, and starts.
TEST_P(RemoteJobTest, ofJobsForOneGuestThatStartAtOnceAtMostOneRuns)
{
    int ran = 0;
    for (int round = 0; round < 6; ++round) {
        const QString released = u"release"_s;
        m_node->write(released, {});
        QFile::remove(m_node->path(released));
        std::vector<std::unique_ptr<RemoteJob>> jobs;
        for (int i = 0; i < 3; ++i)
            jobs.push_back(std::make_unique<RemoteJob>(m_node->connection(),
                                                       u"round-%1-%2"_s.arg(round).arg(i)));
        {
            std::vector<std::jthread> threads;
            for (const auto &job : jobs)
                threads.emplace_back([&] { EXPECT_TRUE(job->start(u"web1"_s, waiting())); });
        }
        const auto isSettled = [](RemoteJob &job) {
            const JobLook look = job.look(0).value();
            return !look.exists || look.begun || look.forbidden;
        };
        for (const auto &job : jobs)
            ASSERT_TRUE(waitUntil([&] { return isSettled(*job); }));
        ASSERT_TRUE(waitUntil([&] { // those that give up have said so
            return std::ranges::all_of(jobs, [](const auto &job) {
                const JobLook look = job->look(0).value();
                return !look.exists || look.forbidden || look.alive;
            });
        }));
        int running = 0;
        for (const auto &job : jobs) {
            const JobLook look = job->look(0).value();
            running += look.alive && !look.forbidden;
            EXPECT_EQ(look.forbidden, !look.news.isEmpty()) << "who is in its way is named";
        }
        EXPECT_LE(running, 1);
        ran += running;
        m_node->write(released, {});
        for (const auto &job : jobs)
            ASSERT_TRUE(waitUntil([&] { return !job->look(0)->alive; }));
    }
    RecordProperty("rounds in which one ran", ran);
}

TEST_P(RemoteJobTest, aJobOfABootBeforeIsInNobodysWay)
{
    ASSERT_TRUE(m_job->start(u"web1"_s, waiting()));
    ASSERT_TRUE(waitUntil([this] { return look().alive; }));
    m_node->setBootId("boot-2"); // the number is another process's now
    RemoteJob second(m_node->connection(), u"job-2"_s);
    EXPECT_EQ(second.start(u"web1"_s, "true")->answer, Answer::Started);
    EXPECT_TRUE(waitUntil([&] { return second.look(0)->exitStatus.has_value(); }));
}

TEST_P(RemoteJobTest, aJobThatDoesNotTellItsBootCountsAsRunning)
{
    ASSERT_TRUE(m_job->start(u"web1"_s, waiting()));
    ASSERT_TRUE(waitUntil([this] { return look().alive; }));
    m_node->write(TestNode::jobPath(u"job-1"_s) + u"/boot"_s, {}); // as a full disk leaves it
    RemoteJob second(m_node->connection(), u"job-2"_s);
    EXPECT_EQ(second.start(u"web1"_s, "true"), (JobStart{Answer::Busy, u"job-1"_s}));
}

TEST_P(RemoteJobTest, aNewBootIsNoticed)
{
    ASSERT_TRUE(m_job->start(u"web1"_s, "true"));
    ASSERT_TRUE(waitForEnd());
    EXPECT_FALSE(look().rebooted);
    m_node->setBootId("boot-2");
    EXPECT_TRUE(look().rebooted);
}

TEST_P(RemoteJobTest, removesItsOwnFilesAndNothingElse)
{
    ASSERT_TRUE(m_job->start(u"web1"_s, "true"));
    ASSERT_TRUE(waitForEnd());
    const QString folder = TestNode::jobPath(u"job-1"_s);
    m_node->write(folder + u"/somebody-elses"_s, "x");
    EXPECT_FALSE(m_job->remove());
    EXPECT_EQ(QDir(m_node->path(folder)).entryList(QDir::AllEntries | QDir::NoDotAndDotDot),
              QStringList{u"somebody-elses"_s});
    QFile::remove(m_node->path(folder + u"/somebody-elses"_s));
    EXPECT_TRUE(m_job->remove());
    EXPECT_FALSE(m_node->exists(folder));
    EXPECT_TRUE(m_job->remove()); // already done
}

TEST_P(RemoteJobTest, worksWithoutSetsid)
{
    // A bin folder that has all programs but setsid.
    m_node->write(u"nosetsid/.keep"_s, {});
    for (const QString &folder : {u"/usr/bin"_s, u"/bin"_s}) {
        for (const char *name :
             {"cat", "mkdir", "mv", "rm", "rmdir", "head", "tail", "wc", "sh", "sleep", "nohup"})
            QFile::link(folder + u'/' + QString::fromLatin1(name),
                        m_node->path(u"nosetsid/"_s + QString::fromLatin1(name)));
    }
    TestNode bare(u"bare"_s, m_top.path(),
                  QStringList{u"/usr/bin/env"_s, u"PATH="_s + m_node->path(u"nosetsid"_s)}
                      + QStringList{QStandardPaths::findExecutable(
                          QString::fromLatin1(GetParam()).section(u' ', 0, 0))}
                      + QString::fromLatin1(GetParam()).split(u' ').mid(1));
    RemoteJob job(bare.connection(), u"job-9"_s);
    ASSERT_TRUE(job.start(u"web1"_s, "echo done; exit 3"));
    ASSERT_TRUE(waitUntil([&] { return job.look(0)->exitStatus.has_value(); }));
    EXPECT_EQ(job.look(0)->exitStatus, 3);
    EXPECT_EQ(job.look(0)->news, "done\n");
}

TEST_P(RemoteJobTest, aFolderThatCannotBeMadeIsAnErrorAndNothingRuns)
{
    m_node->write(u"var/lib/colonnade"_s, "in the way");
    const auto started = m_job->start(u"web1"_s, "echo x >>\"$COLONNADE_ROOT/runs\"");
    ASSERT_FALSE(started);
    EXPECT_EQ(started.error().code, base::ErrorCode::CommandFailed);
    EXPECT_FALSE(m_node->exists(u"runs"_s));
    EXPECT_FALSE(look().exists);
}

INSTANTIATE_TEST_SUITE_P(
    Shells, RemoteJobTest, testing::Values("dash", "bash", "busybox sh"), [](const auto &each) {
        return QString::fromLatin1(each.param).section(u' ', 0, 0).toStdString();
    });

TEST(JobLookTest, rubbishIsAnErrorAndNotAnEndedJob)
{
    for (const QByteArray &answer :
         {QByteArray(), QByteArray("hello\n"), QByteArray("colonnade-job\nboot x\njob-boot x\n"),
          QByteArray("colonnade-job\n"), QByteArray(100000, '\xff')}) {
        EXPECT_FALSE(parseJobLook(answer));
    }
}

TEST(JobLookTest, aNodeWithoutABootIdHasNotBeenStartedAnew)
{
    EXPECT_FALSE(parseJobLook("colonnade-job\nboot \njob-boot x\noutput 0 0\n")->rebooted);
    EXPECT_FALSE(parseJobLook("colonnade-job\nboot x\njob-boot \noutput 0 0\n")->rebooted);
    EXPECT_TRUE(parseJobLook("colonnade-job\nboot x\njob-boot y\noutput 0 0\n")->rebooted);
}

} // namespace
