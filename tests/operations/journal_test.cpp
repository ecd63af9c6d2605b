// SPDX-License-Identifier: GPL-3.0-or-later
#include "operations/journal.h"

#include <gmock/gmock.h>

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonObject>
#include <QTemporaryDir>

#include <csignal>
#include <sys/wait.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace colonnade;
using namespace colonnade::operations;

namespace {

Plan planCalled(const QString &id)
{
    Plan plan;
    plan.id = id;
    plan.kind = u"migrate"_s;
    plan.title = u"Migrate web1"_s;
    plan.cluster = u"lab"_s;
    plan.steps = {{u"xenhost1"_s, u"Migrate"_s, "xl migrate web1 xenhost2", {}, {}, {}}};
    plan.details = {{u"guest"_s, u"web1"_s}};
    return plan;
}

class JournalTest : public testing::Test
{
protected:
    QString fileOf(const QString &id) const { return m_folder + u'/' + id + u".jsonl"_s; }

    QTemporaryDir m_top;
    QString m_folder = m_top.path() + u"/data/journal"_s;
    Journal m_journal{m_folder};
};

TEST_F(JournalTest, noFolderIsNoEntries)
{
    EXPECT_EQ(m_journal.entries()->size(), 0);
    EXPECT_EQ(m_journal.reopen(u"a"_s).error().code, base::ErrorCode::NotFound);
}

TEST_F(JournalTest, aPlanIsWrittenFromBeginToEnd)
{
    auto record = m_journal.begin(planCalled(u"a"_s));
    ASSERT_TRUE(record);
    ASSERT_TRUE((*record)->stage(u"starting"_s, {{u"bootId"_s, u"b1"_s}}));
    ASSERT_TRUE((*record)->stage(u"running"_s));
    EXPECT_EQ((*record)->factsOf(u"starting"_s)[u"bootId"].toString(), u"b1"_s);
    EXPECT_TRUE((*record)->factsOf(u"verifying"_s).isEmpty());

    JournalEntry entry = m_journal.entry(u"a"_s).value();
    EXPECT_EQ(entry.plan, planCalled(u"a"_s));
    EXPECT_EQ(entry.stage, u"running"_s);
    EXPECT_FALSE(entry.ended);
    EXPECT_TRUE(entry.inUse);
    EXPECT_LE(std::abs(entry.begun.secsTo(QDateTime::currentDateTimeUtc())), 60);

    ASSERT_TRUE((*record)->end(u"moved"_s, u"web1 runs on xenhost2."_s, u"none"_s));
    record->reset();
    entry = m_journal.entry(u"a"_s).value();
    EXPECT_TRUE(entry.ended);
    EXPECT_FALSE(entry.inUse);
    EXPECT_EQ(entry.outcome, u"moved"_s);
    EXPECT_EQ(entry.sentence, u"web1 runs on xenhost2."_s);
    EXPECT_EQ(entry.remedy, u"none"_s);
    EXPECT_EQ(m_journal.reopen(u"a"_s).error().code, base::ErrorCode::InvalidInput);
}

TEST_F(JournalTest, onlyTheOwnerMayReadIt)
{
    const auto record = m_journal.begin(planCalled(u"a"_s));
    EXPECT_EQ(QFileInfo(fileOf(u"a"_s)).permissions()
                  & (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther
                     | QFile::ExeOwner),
              QFile::Permissions());
}

TEST_F(JournalTest, oneIdIsBegunOnce)
{
    const auto record = m_journal.begin(planCalled(u"a"_s));
    ASSERT_TRUE(record);
    EXPECT_EQ(m_journal.begin(planCalled(u"a"_s)).error().code, base::ErrorCode::InvalidInput);
}

TEST_F(JournalTest, aPlanThatCouldNotBeReadBackIsNotBegun)
{
    EXPECT_EQ(m_journal.begin(planCalled(u"../a"_s)).error().code, base::ErrorCode::InvalidInput);
    Plan binary = planCalled(u"a"_s);
    binary.steps.first().command = "xl migrate \xff x";
    EXPECT_EQ(m_journal.begin(binary).error().code, base::ErrorCode::InvalidInput);
    EXPECT_EQ(m_journal.entries()->size(), 0);
}

TEST_F(JournalTest, idsFromOutsideDoNotLeaveTheFolder)
{
    QDir().mkpath(m_folder);
    QFile outside(m_top.path() + u"/data/x.jsonl"_s);
    ASSERT_TRUE(outside.open(QIODevice::WriteOnly));
    EXPECT_EQ(m_journal.reopen(u"../x"_s).error().code, base::ErrorCode::NotFound);
    EXPECT_EQ(m_journal.entry(u"../x"_s).error().code, base::ErrorCode::NotFound);
}

TEST_F(JournalTest, aFolderThatCannotBeMadeIsAnError)
{
    QFile inTheWay(m_top.path() + u"/data"_s);
    ASSERT_TRUE(inTheWay.open(QIODevice::WriteOnly));
    EXPECT_EQ(m_journal.begin(planCalled(u"a"_s)).error().code, base::ErrorCode::IoFailed);
}

TEST_F(JournalTest, twoHoldersInOneProcessAreKeptApart)
{
    auto record = m_journal.begin(planCalled(u"a"_s));
    ASSERT_TRUE(record);
    EXPECT_EQ(m_journal.reopen(u"a"_s).error().code, base::ErrorCode::Refused);
    record->reset();
    EXPECT_TRUE(m_journal.reopen(u"a"_s));
}

TEST_F(JournalTest, lookingAtTheEntriesDisturbsNobody)
{
    m_journal.begin(planCalled(u"a"_s))->reset();
    EXPECT_FALSE(m_journal.entry(u"a"_s)->inUse);
    EXPECT_TRUE(m_journal.reopen(u"a"_s));
}

TEST_F(JournalTest, aTornLastLineIsPassedOverAndDoesNotSpoilTheNext)
{
    {
        auto record = m_journal.begin(planCalled(u"a"_s));
        ASSERT_TRUE((*record)->stage(u"starting"_s));
    }
    QFile file(fileOf(u"a"_s));
    ASSERT_TRUE(file.open(QIODevice::Append));
    file.write(R"({"stage":"runn)");
    file.close();

    EXPECT_EQ(m_journal.entry(u"a"_s)->stage, u"starting"_s);
    auto record = m_journal.reopen(u"a"_s);
    ASSERT_TRUE(record);
    EXPECT_EQ((*record)->lastStage(), u"starting"_s);
    ASSERT_TRUE((*record)->end(u"stayed"_s, u"It stayed."_s, {}));
    EXPECT_EQ(m_journal.entry(u"a"_s)->outcome, u"stayed"_s);
}

TEST_F(JournalTest, foreignAndEmptyFilesAreNoEntries)
{
    m_journal.begin(planCalled(u"good"_s))->reset();
    for (const QByteArray &content : {QByteArray(), QByteArray("rubbish\n\0\xff", 10),
                                      QByteArray("{\"stage\":\"planned\"}\n")}) {
        QFile file(fileOf(u"bad"_s));
        ASSERT_TRUE(file.open(QIODevice::WriteOnly));
        file.write(content);
        file.close();
        ASSERT_EQ(m_journal.entries()->size(), 1);
        EXPECT_EQ(m_journal.entries()->first().plan.id, u"good"_s);
        EXPECT_EQ(m_journal.reopen(u"bad"_s).error().code, base::ErrorCode::NotFound);
    }
}

TEST_F(JournalTest, entriesComeNewestFirstUpToTheLimit)
{
    for (const QString &id : {u"a"_s, u"b"_s, u"c"_s})
        m_journal.begin(planCalled(id))->reset();
    const QList<JournalEntry> entries = m_journal.entries(2).value();
    ASSERT_EQ(entries.size(), 2);
    EXPECT_EQ(entries[0].plan.id, u"c"_s);
    EXPECT_EQ(entries[1].plan.id, u"b"_s);
}

/// Forks a process that begins plan "a", says so, and waits to be killed.
pid_t holdInAnotherProcess(const QString &folder)
{
    int ready[2];
    if (::pipe(ready) != 0)
        return -1;
    const pid_t child = ::fork();
    if (child == 0) {
        Journal journal(folder);
        const auto record = journal.begin(planCalled(u"a"_s));
        const char answer = record ? 'y' : 'n';
        static_cast<void>(!::write(ready[1], &answer, 1));
        ::pause();
        ::_exit(0);
    }
    char answer = 'n';
    const ssize_t count = ::read(ready[0], &answer, 1);
    ::close(ready[0]);
    ::close(ready[1]);
    return count == 1 && answer == 'y' ? child : -1;
}

TEST_F(JournalTest, killMinusNineOfTheHolderFreesThePlan)
{
    const pid_t child = holdInAnotherProcess(m_folder);
    ASSERT_GT(child, 0);
    EXPECT_TRUE(m_journal.entry(u"a"_s)->inUse);
    EXPECT_EQ(m_journal.reopen(u"a"_s).error().code, base::ErrorCode::Refused);

    ASSERT_EQ(::kill(child, SIGKILL), 0);
    ASSERT_EQ(::waitpid(child, nullptr, 0), child);
    EXPECT_FALSE(m_journal.entry(u"a"_s)->inUse);
    EXPECT_TRUE(m_journal.reopen(u"a"_s));
}

} // namespace
