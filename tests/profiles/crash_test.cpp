// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever moment a writer is killed at, there is the old store or the new one.
#include "profiles/store.h"

#include <gmock/gmock.h>

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>

#include <csignal>
#include <optional>
#include <random>
#include <set>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace colonnade::profiles {
namespace {

constexpr int Rounds = 1000;

/// A state tells by itself whether it is complete: all of its profiles say how many they are, and
/// which state it is.
struct State
{
    int number = 0;
    qsizetype size = 0;
};

std::optional<State> stateOf(const Content &content)
{
    if (content.profiles.isEmpty())
        return std::nullopt;
    const QString note = content.profiles.first().note;
    for (const Profile &profile : content.profiles) {
        if (profile.note != note)
            return std::nullopt;
    }
    const QStringList parts = note.split(u'/');
    const State state{parts.value(0).toInt(), parts.value(1).toInt()};
    return state.size == content.profiles.size() ? std::optional(state) : std::nullopt;
}

/// The next state, of another size.
base::Result<void> goOn(Content &content)
{
    const int number = content.profiles.isEmpty() ? 0 : stateOf(content).value().number + 1;
    const int size = 1 + number * 7 % 13;
    content.profiles.clear();
    for (int i = 0; i < size; ++i) {
        Profile profile;
        profile.name = u"node%1"_s.arg(i);
        profile.host = u"127.0.0.1"_s;
        profile.note = u"%1/%2"_s.arg(number).arg(size);
        content.profiles.append(profile);
    }
    return {};
}

class CrashTest : public testing::Test
{
protected:
    /// Saves again and again, or as often as @p times says.
    pid_t startWriter(int times = -1) const
    {
        const pid_t child = ::fork();
        if (child != 0)
            return child;
        ::prctl(PR_SET_PDEATHSIG, SIGKILL);
        Store store(path);
        for (int i = 0; i != times; ++i) {
            if (!store.change(goOn))
                ::_exit(1);
        }
        ::_exit(0);
    }

    static void killAfter(pid_t child, std::chrono::microseconds time)
    {
        ::usleep(useconds_t(time.count()));
        ::kill(child, SIGKILL);
        ::waitpid(child, nullptr, 0);
    }

    /// The number of the state that is there.
    int check()
    {
        const base::Result<Content> content = Store(path).read();
        EXPECT_TRUE(content) << content.error().message.toStdString();
        const std::optional<State> state = content ? stateOf(*content) : std::nullopt;
        EXPECT_TRUE(state) << "the store is not complete";
        if (!state)
            return -1;
        checkBackups(state->number);
        checkMode(path);
        return state->number;
    }

    /// Of the three states before, only the oldest may be on its way out.
    void checkBackups(int number)
    {
        std::set<int> there{number};
        for (const Backup &backup : Store(path).backups()) {
            EXPECT_TRUE(backup.problem.isEmpty()) << backup.problem.toStdString();
            checkMode(backup.path);
            const base::Result<Content> content = Store(backup.path).read();
            const std::optional<State> state = content ? stateOf(*content) : std::nullopt;
            EXPECT_TRUE(state) << backup.path.toStdString();
            if (state)
                there.insert(state->number);
        }
        for (int before = number; before >= std::max(0, number - 2); --before)
            EXPECT_TRUE(there.contains(before)) << "state " << before << " of " << number;
    }

    static void checkMode(const QString &file)
    {
        struct stat status = {};
        ASSERT_EQ(::stat(QFile::encodeName(file).constData(), &status), 0);
        EXPECT_EQ(status.st_mode & 07777, 0600U) << file.toStdString();
    }

    /// In memory where that is possible: the disk is not what is tested here.
    QTemporaryDir folder{(QFileInfo(u"/dev/shm"_s).isWritable() ? u"/dev/shm"_s : QDir::tempPath())
                         + u"/colonnade-crash-XXXXXX"_s};
    QString path = folder.filePath(u"profiles.json"_s);
};

TEST_F(CrashTest, killedAtAnyMomentItLeavesTheOldStoreOrTheNewOne)
{
    QElapsedTimer timer;
    timer.start();
    for (int i = 0; i < 10; ++i)
        ASSERT_TRUE(Store(path).change(goOn));
    const qint64 oneSave = timer.nsecsElapsed() / 10'000;

    std::mt19937 random(20260727);
    std::uniform_int_distribution<qint64> moment(0, 6 * oneSave + 2000); // fork() takes time too
    int drafts = 0;
    for (int round = 0; round < Rounds && !HasFailure(); ++round) {
        const bool hasOther = round % 5 == 0;
        const pid_t writer = startWriter();
        const pid_t other = hasOther ? startWriter(2) : -1;
        ASSERT_GT(writer, 0);
        killAfter(writer, std::chrono::microseconds(moment(random)));
        if (QFile::exists(folder.filePath(u".profiles.json.new"_s)) && !hasOther)
            ++drafts;
        if (hasOther) {
            // Neither the death of the first nor its lock stops the second.
            int status = -1;
            ASSERT_EQ(::waitpid(other, &status, 0), other);
            EXPECT_EQ(status, 0);
        }
        check();
    }
    EXPECT_GT(check(), Rounds / 4) << "hardly anything was saved";
    EXPECT_GT(drafts, 10) << "hardly any writer was killed while it wrote";
    EXPECT_LE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden).size(), 6)
        << "the store, three backups, the lock and at most one draft";
    RecordProperty("states", check());
    RecordProperty("drafts", drafts);
}

TEST_F(CrashTest, manyProcessesLoseNothing)
{
    constexpr int Writers = 6;
    constexpr int Times = 20;
    QList<pid_t> writers;
    for (int i = 0; i < Writers; ++i)
        writers.append(startWriter(Times));
    for (const pid_t writer : std::as_const(writers)) {
        int status = -1;
        ASSERT_EQ(::waitpid(writer, &status, 0), writer);
        EXPECT_EQ(status, 0);
    }
    EXPECT_EQ(check(), Writers * Times - 1);
}

} // namespace
} // namespace colonnade::profiles
