// SPDX-License-Identifier: GPL-3.0-or-later
// How files of the workstation are replaced: as a whole or not at all.
#include "ctl/filestore.h"
#include "ctl/filetest.h"

#include <QDir>
#include <QFile>

#include <algorithm>
#include <csignal>
#include <fcntl.h>
#include <sys/ptrace.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <sys/xattr.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace colonnade::ctl;
using testing::HasSubstr;

namespace {

struct stat statusOf(const QString &path)
{
    struct stat status = {};
    EXPECT_EQ(::lstat(QFile::encodeName(path).constData(), &status), 0);
    return status;
}

class FileStoreTest : public FileTest
{
protected:
    QStringList portWords(const QString &file, const QString &port) const
    {
        return {u"file"_s, u"set"_s, u"ocfs2"_s, file, u"domnull/xenhost1/ip_port"_s, port};
    }
    Ran setPort(const QString &file, const QString &port) const
    {
        return m_program.run(portWords(file, port));
    }

    const QByteArray m_after = QByteArray(Ocfs2Text).replace(0, 21, "node:\n\tip_port = 8888");
    const QString m_conf = make(u"cluster.conf"_s, Ocfs2Text);
};

TEST_F(FileStoreTest, nothingToChangeLeavesTheFileAlone)
{
    const struct stat before = statusOf(m_conf);
    EXPECT_EQ(setPort(m_conf, u"7777"_s).status, 0);
    const struct stat after = statusOf(m_conf);
    EXPECT_EQ(after.st_ino, before.st_ino);
    EXPECT_EQ(after.st_mtim.tv_nsec, before.st_mtim.tv_nsec);
    EXPECT_EQ(after.st_ctim.tv_nsec, before.st_ctim.tv_nsec);
}

TEST_F(FileStoreTest, modeAndAttributesAreKept)
{
    for (const mode_t mode : {0640U, 0600U, 0664U, 04755U}) {
        ASSERT_EQ(::chmod(QFile::encodeName(m_conf).constData(), mode), 0);
        const bool hasAttributes =
            ::setxattr(QFile::encodeName(m_conf).constData(), "user.colonnade", "x", 1, 0) == 0;
        EXPECT_EQ(setPort(m_conf, QString::number(7000 + mode)).status, 0);
        EXPECT_EQ(statusOf(m_conf).st_mode & 07777, mode);
        char value = 0;
        EXPECT_EQ(::getxattr(QFile::encodeName(m_conf).constData(), "user.colonnade", &value, 1),
                  hasAttributes ? 1 : -1);
    }
    EXPECT_EQ(othersThan({u"cluster.conf"_s}), QStringList());
}

TEST_F(FileStoreTest, ownerIsKept)
{
    if (::geteuid() != 0)
        GTEST_SKIP() << "only root gives files away";
    ASSERT_EQ(::chown(QFile::encodeName(m_conf).constData(), 12, 34), 0);
    EXPECT_EQ(setPort(m_conf, u"8888"_s).status, 0);
    EXPECT_EQ(statusOf(m_conf).st_uid, 12U);
    EXPECT_EQ(statusOf(m_conf).st_gid, 34U);
}

TEST_F(FileStoreTest, aSymbolicLinkStaysOne)
{
    ASSERT_TRUE(QDir(m_folder.path()).mkdir(u"real"_s));
    ASSERT_TRUE(QFile::rename(m_conf, path(u"real/cluster.conf"_s)));
    ASSERT_EQ(::symlink("real/cluster.conf", QFile::encodeName(path(u"first"_s)).constData()), 0);
    ASSERT_EQ(::symlink("first", QFile::encodeName(path(u"second"_s)).constData()), 0);
    EXPECT_EQ(setPort(path(u"second"_s), u"8888"_s).status, 0);
    EXPECT_TRUE(S_ISLNK(statusOf(path(u"first"_s)).st_mode));
    EXPECT_TRUE(S_ISLNK(statusOf(path(u"second"_s)).st_mode));
    EXPECT_EQ(contentOf(path(u"real/cluster.conf"_s)), m_after);
}

TEST_F(FileStoreTest, aRelativePathIsFound)
{
    const Ran ran = m_program.runWithin({u"env"_s, u"-C"_s, m_folder.path()},
                                        portWords(u"cluster.conf"_s, u"8888"_s));
    EXPECT_EQ(ran.status, 0) << ran.err.toStdString();
    EXPECT_EQ(contentOf(m_conf), m_after);
}

TEST_F(FileStoreTest, whatIsNoRegularFileIsRefused)
{
    ASSERT_EQ(::mkfifo(QFile::encodeName(path(u"pipe"_s)).constData(), 0600), 0);
    ASSERT_EQ(::symlink("nowhere", QFile::encodeName(path(u"dangling"_s)).constData()), 0);
    for (const QString &name :
         {path(u"pipe"_s), m_folder.path(), u"/dev/zero"_s, path(u"none"_s), path(u"dangling"_s)}) {
        const Ran ran = setPort(name, u"8888"_s);
        EXPECT_EQ(ran.status, 1) << name.toStdString();
        EXPECT_THAT(ran.err.toStdString(), HasSubstr(name.toStdString()));
        EXPECT_EQ(m_program.run({u"file"_s, u"check"_s, u"ocfs2"_s, name}).status, 1);
    }
    EXPECT_TRUE(S_ISLNK(statusOf(path(u"dangling"_s)).st_mode));
}

TEST_F(FileStoreTest, aFileOfMoreThan64MiBIsRefused)
{
    QFile file(m_conf);
    ASSERT_TRUE(file.resize(FileSizeLimit + 1));
    const Ran ran = setPort(m_conf, u"8888"_s);
    EXPECT_EQ(ran.status, 1);
    EXPECT_THAT(ran.err.toStdString(), HasSubstr("64 MiB"));
}

/// What takes from root, if that is who we are, that no mode holds for it.
QStringList withoutPrivilege()
{
    if (::geteuid() != 0)
        return {u"env"_s};
    return {u"setpriv"_s, u"--bounding-set=-dac_override"_s, u"--inh-caps=-dac_override"_s};
}

TEST_F(FileStoreTest, aFolderThatCannotBeWrittenLeavesTheFile)
{
    ASSERT_EQ(::chmod(QFile::encodeName(m_folder.path()).constData(), 0555), 0);
    const Ran ran = m_program.runWithin(withoutPrivilege(), portWords(m_conf, u"8888"_s));
    ASSERT_EQ(::chmod(QFile::encodeName(m_folder.path()).constData(), 0755), 0);
    if (ran.status == 127)
        GTEST_SKIP() << "setpriv is not installed, and root writes everywhere";
    EXPECT_EQ(ran.status, 1);
    EXPECT_THAT(ran.err.toStdString(), HasSubstr("cannot be written: Permission denied"));
    EXPECT_EQ(contentOf(m_conf), Ocfs2Text);
}

TEST_F(FileStoreTest, aFileThatIsReadOnlyOnPurposeStaysAsItIs)
{
    ASSERT_EQ(::chmod(QFile::encodeName(m_conf).constData(), 0444), 0);
    const Ran ran = m_program.runWithin(withoutPrivilege(), portWords(m_conf, u"8888"_s));
    if (ran.status == 127)
        GTEST_SKIP() << "setpriv is not installed, and root writes everything";
    EXPECT_EQ(ran.status, 1);
    EXPECT_THAT(ran.err.toStdString(), HasSubstr("cannot be written: Permission denied"));
    EXPECT_EQ(contentOf(m_conf), Ocfs2Text);
}

TEST_F(FileStoreTest, aDiskThatIsFullLeavesTheFile)
{
    const QByteArray text = Ocfs2Text + QByteArray(100, '#') + QByteArray("\n#").repeated(5000);
    const QString large = make(u"large.conf"_s, text);
    // A limit on what a process may write stands for the end of the disk.
    const Ran ran = m_program.runWithin(
        {u"sh"_s, u"-c"_s, u"trap '' XFSZ; ulimit -f 8; exec \"$@\""_s, u"sh"_s},
        portWords(large, u"8888"_s));
    EXPECT_EQ(ran.status, 1);
    EXPECT_THAT(ran.err.toStdString(), HasSubstr("cannot be written: File too large"));
    EXPECT_EQ(contentOf(large), text);
    EXPECT_EQ(othersThan({u"cluster.conf"_s, u"large.conf"_s}), QStringList());
}

TEST_F(FileStoreTest, aFileThatSomebodyElseChangedIsNotReplaced)
{
    const auto read = readFile(m_conf);
    ASSERT_TRUE(read);
    make(u"cluster.conf"_s, "# somebody else's\n");
    const auto replaced = replaceFile(*read, "ours\n");
    ASSERT_FALSE(replaced);
    EXPECT_THAT(replaced.error().message.toStdString(), HasSubstr("changed by somebody else"));
    EXPECT_EQ(contentOf(m_conf), "# somebody else's\n");

    ASSERT_TRUE(QFile::remove(m_conf));
    EXPECT_FALSE(replaceFile(*read, "ours\n"));
    EXPECT_FALSE(QFile::exists(m_conf));
    EXPECT_EQ(othersThan({}), QStringList());
}

TEST_F(FileStoreTest, ofManyEditsAtOnceThoseThatSucceededAreInTheFile)
{
    QByteArray text = "cluster:\n\tnode_count = 8\n\tname = c\n";
    for (int i = 0; i < 8; ++i) {
        const QByteArray n = QByteArray::number(i);
        text += "\nnode:\n\tname = n" + n + "\n\tnumber = " + n + "\n\tip_address = 10.0.0." + n
                + "\n\tip_port = 7777\n\tcluster = c\n";
    }
    const QString many = make(u"many.conf"_s, text);
    std::vector<std::unique_ptr<Running>> running;
    for (int i = 0; i < 8; ++i) {
        running.push_back(m_program.start(
            {u"file"_s, u"set"_s, u"ocfs2"_s, many, u"c/n%1/ip_port"_s.arg(i), u"8888"_s}));
    }
    for (int i = 0; i < 8; ++i) {
        const Ran ran = running[size_t(i)]->finish();
        const Ran got =
            m_program.run({u"file"_s, u"get"_s, u"ocfs2"_s, many, u"c/n%1/ip_port"_s.arg(i)});
        EXPECT_EQ(got.out, ran.status == 0 ? "8888\n" : "7777\n") << ran.err.toStdString();
    }
    EXPECT_EQ(othersThan({u"cluster.conf"_s, u"many.conf"_s}), QStringList());
}

/// Lets a child that is being traced go on to its next system call, or to the return from one.
/// False: it has ended.
bool goOn(pid_t child, int &status)
{
    return ::ptrace(PTRACE_SYSCALL, child, nullptr, nullptr) == 0
           && ::waitpid(child, &status, 0) == child && WIFSTOPPED(status);
}

/// Runs a program, and kills it at the @p at-th begin or end of a system call. How many there were.
int runUntil(const QList<QByteArray> &words, int at)
{
    std::vector<char *> argv;
    for (const QByteArray &word : words)
        argv.push_back(const_cast<char *>(word.constData()));
    argv.push_back(nullptr);
    const pid_t child = ::fork();
    if (child == 0) {
        ::setenv("ASAN_OPTIONS", "detect_leaks=0", 1); // they cannot be looked for while traced
        if (::ptrace(PTRACE_TRACEME, 0, nullptr, nullptr) == 0)
            ::execv(argv[0], argv.data());
        ::_exit(127);
    }
    int status = 0;
    if (::waitpid(child, &status, 0) != child || !WIFSTOPPED(status))
        return -1;
    int calls = 0;
    while (calls < at && goOn(child, status))
        ++calls;
    if (WIFSTOPPED(status)) {
        ::kill(child, SIGKILL);
        ::waitpid(child, &status, 0);
    }
    return calls;
}

TEST_F(FileStoreTest, killedAtAnySystemCallLeavesTheOldFileOrTheNewOne)
{
    QList<QByteArray> words{COLONNADECTL};
    for (const QString &word : portWords(m_conf, u"8888"_s))
        words.append(word.toUtf8());
    const int all = runUntil(words, std::numeric_limits<int>::max());
    if (all < 0)
        GTEST_SKIP() << "a child cannot be traced here";
    ASSERT_EQ(contentOf(m_conf), m_after);

    int old = 0;
    int fresh = 0;
    // Before that it only begins: libraries, the locale.
    for (int at = std::max(0, all - 160); at < all; ++at) {
        make(u"cluster.conf"_s, Ocfs2Text);
        runUntil(words, at);
        const QByteArray found = contentOf(m_conf);
        ASSERT_TRUE(found == Ocfs2Text || found == m_after) << at << ": " << found.toStdString();
        ++(found == Ocfs2Text ? old : fresh);
        for (const QString &rest : othersThan({u"cluster.conf"_s})) {
            EXPECT_TRUE(rest.startsWith(u".colonnade-")) << rest.toStdString();
            QFile::remove(path(rest));
        }
    }
    EXPECT_GT(old, 20);
    EXPECT_GT(fresh, 0);
}

} // namespace
