// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/nodefile.h"

#include "operations/testnode.h"

#include <gmock/gmock.h>

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>

#include <sys/mount.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using testing::HasSubstr;

namespace colonnade::remote {
namespace {

using test::Call;
using test::TestNode;
using Answer = FileReplacement::Answer;
using Kind = FileReplacement::Kind;
using Place = FileReplacement::Place;

const QString Path = u"/etc/cluster/cluster.conf"_s;
const QString Id = u"deploy-1"_s;
const QByteArray Old = "old\n";
const QByteArray New("new\0 without an end of line", 26);

Place file(const QByteArray &bytes)
{
    return {Kind::File, sha256Of(bytes)};
}

/// Each test with each shell that a node may have as /bin/sh.
class NodeFileTest : public testing::TestWithParam<const char *>
{
protected:
    void SetUp() override
    {
        const QStringList shell = QString::fromLatin1(GetParam()).split(u' ');
        if (QStandardPaths::findExecutable(shell.first()).isEmpty())
            GTEST_SKIP() << "no " << GetParam() << " here";
        m_node = std::make_unique<TestNode>(u"xenhost1"_s, m_top.path(), shell);
    }

    TestNode &node() { return *m_node; }

    FileReplacement replacement(const std::optional<QByteArray> &old = Old,
                                const QByteArray &bytes = New)
    {
        return {m_node->connection(), m_path, Id,
                old ? std::optional(sha256Of(*old)) : std::nullopt, sha256Of(bytes)};
    }

    void write(const QByteArray &bytes) { node().write(m_path, bytes); }
    QByteArray bytes() { return node().read(m_path); }

    /// The names in the file's folder.
    QStringList names() const
    {
        return QDir(m_node->path(m_path).section(u'/', 0, -2))
            .entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot | QDir::System);
    }

    static unsigned modeOf(const QString &path)
    {
        struct stat status = {};
        EXPECT_EQ(::stat(QFile::encodeName(path).constData(), &status), 0);
        return status.st_mode & 07777;
    }

    QString m_path = Path;
    QTemporaryDir m_top;
    std::unique_ptr<TestNode> m_node;
};

TEST_P(NodeFileTest, readsWhatIsThere)
{
    const auto nothing = readNodeFile(node().connection(), Path);
    ASSERT_TRUE(nothing);
    EXPECT_FALSE(nothing->exists);

    write(New);
    ::chmod(QFile::encodeName(node().path(Path)).constData(), 0640);
    const auto there = readNodeFile(node().connection(), Path);
    ASSERT_TRUE(there) << qPrintable(there.error().message);
    EXPECT_TRUE(there->exists);
    EXPECT_EQ(there->bytes, New);
    EXPECT_EQ(there->sha256, sha256Of(New));
    EXPECT_EQ(there->mode, u"640");
    EXPECT_TRUE(there->owner.contains(u':')) << qPrintable(there->owner);
    EXPECT_TRUE(there->target.endsWith(Path));

    EXPECT_FALSE(readNodeFile(node().connection(), u"/etc/cluster"_s));
    node().write(u"etc/large"_s, QByteArray(NodeFileLimit + 1, 'x'));
    const auto large = readNodeFile(node().connection(), u"/etc/large"_s);
    ASSERT_FALSE(large);
    EXPECT_TRUE(large.error().message.contains(u"4194305")) << qPrintable(large.error().message);
}

TEST_P(NodeFileTest, exchangesAndKeepsWhatBelongsToTheFile)
{
    write(Old);
    ::chmod(QFile::encodeName(node().path(Path)).constData(), 0604);
    FileReplacement exchange = replacement();
    ASSERT_TRUE(exchange.stage(New, "0640"));
    EXPECT_EQ(bytes(), Old);
    EXPECT_EQ(*exchange.look(), (FileReplacement::Look{file(Old), file(New), {}}));

    ASSERT_EQ(exchange.swap(), FileReplacement::Outcome{});
    EXPECT_EQ(bytes(), New);
    EXPECT_EQ(modeOf(node().path(Path)), 0604U);
    EXPECT_EQ(*exchange.look(), (FileReplacement::Look{file(New), {}, file(Old)}));
    EXPECT_EQ(exchange.swap(), FileReplacement::Outcome{}) << "may be repeated";
    EXPECT_EQ(names().size(), 2);

    ASSERT_EQ(exchange.takeBack(), FileReplacement::Outcome{});
    EXPECT_EQ(bytes(), Old);
    EXPECT_EQ(modeOf(node().path(Path)), 0604U);
    EXPECT_EQ(exchange.takeBack(), FileReplacement::Outcome{}) << "may be repeated";
    EXPECT_EQ(names(), QStringList{u"cluster.conf"_s});
}

TEST_P(NodeFileTest, keepsTheOwner)
{
    if (::geteuid() != 0)
        GTEST_SKIP() << "needs root";
    write(Old);
    const QByteArray name = QFile::encodeName(node().path(Path));
    ASSERT_EQ(::chown(name.constData(), 12, 34), 0);
    FileReplacement exchange = replacement();
    ASSERT_TRUE(exchange.stage(New, "0640"));
    ASSERT_TRUE(exchange.swap());
    struct stat status = {};
    ASSERT_EQ(::stat(name.constData(), &status), 0);
    EXPECT_EQ(status.st_uid, 12U);
    EXPECT_EQ(status.st_gid, 34U);
}

TEST_P(NodeFileTest, makesAFileThatIsNotThere)
{
    FileReplacement exchange = replacement(std::nullopt);
    node().write(u"etc/other"_s, {});
    ASSERT_TRUE(exchange.stage(New, "0640"));
    EXPECT_FALSE(node().exists(Path));
    ASSERT_EQ(exchange.swap(), FileReplacement::Outcome{});
    EXPECT_EQ(bytes(), New);
    EXPECT_EQ(modeOf(node().path(Path)), 0640U);
    EXPECT_EQ(names(), QStringList{u"cluster.conf"_s});
    ASSERT_EQ(exchange.takeBack(), FileReplacement::Outcome{});
    EXPECT_TRUE(names().isEmpty());
}

TEST_P(NodeFileTest, somebodyElseHasMadeTheFileMeanwhile)
{
    FileReplacement exchange = replacement(std::nullopt);
    node().write(u"etc/other"_s, {});
    ASSERT_TRUE(exchange.stage(New, "0640"));
    write("theirs");
    const auto outcome = exchange.swap();
    ASSERT_TRUE(outcome);
    EXPECT_EQ(outcome->answer, Answer::Changed);
    EXPECT_EQ(outcome->now, file("theirs"));
    ASSERT_TRUE(exchange.discard());
    EXPECT_EQ(bytes(), "theirs");
    EXPECT_EQ(names(), QStringList{u"cluster.conf"_s});
}

TEST_P(NodeFileTest, namesAreOnlyNames)
{
    m_path = u"/etc/xen/my \"guest\" $HOME 'x' `id` \\n.cfg"_s;
    write(Old);
    FileReplacement exchange = replacement();
    ASSERT_TRUE(exchange.stage(New, "0644"));
    ASSERT_EQ(exchange.swap(), FileReplacement::Outcome{});
    EXPECT_EQ(bytes(), New);
    ASSERT_EQ(exchange.takeBack(), FileReplacement::Outcome{});
    EXPECT_EQ(bytes(), Old);
    EXPECT_EQ(names().size(), 1);
}

TEST_P(NodeFileTest, followsSymbolicLinks)
{
    node().write(u"srv/real.conf"_s, Old);
    node().write(u"etc/cluster/other"_s, {});
    const QString link = node().path(Path);
    ASSERT_TRUE(QFile::link(u"../../srv/real.conf"_s, link));
    FileReplacement exchange = replacement();
    ASSERT_TRUE(exchange.stage(New, "0640"));
    ASSERT_EQ(exchange.swap(), FileReplacement::Outcome{});
    EXPECT_TRUE(QFileInfo(link).isSymLink());
    EXPECT_EQ(node().read(u"srv/real.conf"_s), New);
    EXPECT_EQ(node().read(u"srv/real.conf.deploy-1"_s), Old);
    EXPECT_EQ(names().size(), 2) << "nothing beside the link";
    const auto read = readNodeFile(node().connection(), Path);
    ASSERT_TRUE(read);
    EXPECT_EQ(read->bytes, New);
    EXPECT_TRUE(read->target.endsWith(u"/srv/real.conf")) << qPrintable(read->target);
    ASSERT_EQ(exchange.takeBack(), FileReplacement::Outcome{});
    EXPECT_EQ(node().read(u"srv/real.conf"_s), Old);
}

TEST_P(NodeFileTest, refusesLinksThatLeadNowhereOrOut)
{
    node().write(u"etc/cluster/other"_s, {});
    for (const QString &target : {u"no/such/folder/file"_s, u"/etc/passwd"_s}) {
        QFile::remove(node().path(Path));
        ASSERT_TRUE(QFile::link(target, node().path(Path)));
        FileReplacement exchange = replacement(std::nullopt);
        const auto staged = exchange.stage(New, "0640");
        ASSERT_FALSE(staged) << qPrintable(target);
        EXPECT_TRUE(staged.error().message.contains(u"symbolic link"))
            << qPrintable(staged.error().message);
        EXPECT_FALSE(readNodeFile(node().connection(), Path));
        EXPECT_EQ(names().size(), 2);
    }
}

TEST_P(NodeFileTest, refusesWhatIsNoFile)
{
    QDir().mkpath(node().path(Path));
    EXPECT_FALSE(replacement(std::nullopt).stage(New, "0640"));
    EXPECT_EQ(names(), QStringList{u"cluster.conf"_s});
}

TEST_P(NodeFileTest, doesNotWriteOverWhatSomebodyElseWrote)
{
    write(Old);
    FileReplacement exchange = replacement();
    ASSERT_TRUE(exchange.stage(New, "0640"));
    write("theirs");
    const auto swapped = exchange.swap();
    ASSERT_TRUE(swapped);
    EXPECT_EQ(swapped->answer, Answer::Changed);
    EXPECT_EQ(swapped->now, file("theirs"));
    const auto taken = exchange.takeBack();
    ASSERT_TRUE(taken);
    EXPECT_EQ(taken->answer, Answer::Changed);
    EXPECT_EQ(taken->backup, Place{}) << "it was never exchanged";
    EXPECT_EQ(bytes(), "theirs");
    EXPECT_EQ(names(), QStringList{u"cluster.conf"_s});
}

TEST_P(NodeFileTest, leavesWhatWasChangedAfterTheExchange)
{
    write(Old);
    FileReplacement exchange = replacement();
    ASSERT_TRUE(exchange.stage(New, "0640"));
    ASSERT_TRUE(exchange.swap());
    write("theirs");
    const auto taken = exchange.takeBack();
    ASSERT_TRUE(taken);
    EXPECT_EQ(taken->answer, Answer::Changed);
    EXPECT_EQ(taken->now, file("theirs"));
    EXPECT_EQ(taken->backup, file(Old));
    EXPECT_EQ(bytes(), "theirs");
}

TEST_P(NodeFileTest, tellsWhenThereIsNothingToExchange)
{
    write(Old);
    FileReplacement exchange = replacement();
    EXPECT_EQ(exchange.swap()->answer, Answer::NotStaged);
    ASSERT_TRUE(exchange.stage(New, "0640"));
    ASSERT_TRUE(exchange.takeBack());
    EXPECT_EQ(exchange.swap()->answer, Answer::NotStaged) << "a swap that was on its way";
    ASSERT_TRUE(exchange.stage(New, "0640"));
    ASSERT_TRUE(exchange.swap());
    QFile::remove(node().path(Path) + u".deploy-1"_s);
    EXPECT_EQ(exchange.takeBack()->answer, Answer::NoBackup);
    EXPECT_EQ(bytes(), New);
}

TEST_P(NodeFileTest, forgetsTheOldFile)
{
    write(Old);
    FileReplacement exchange = replacement();
    ASSERT_TRUE(exchange.stage(New, "0640"));
    ASSERT_TRUE(exchange.swap());
    ASSERT_TRUE(exchange.forget());
    EXPECT_EQ(bytes(), New);
    EXPECT_EQ(names(), QStringList{u"cluster.conf"_s});
}

/// What a node may be left as when its power goes in the middle of an exchange.
TEST_P(NodeFileTest, goesOnFromEveryHalfDoneState)
{
    const QString staged = u"etc/cluster/.cluster.conf.deploy-1.new"_s;
    const QString backup = u"etc/cluster/cluster.conf.deploy-1"_s;
    const auto half = [&](int state) {
        for (const QString &name : names())
            QFile::remove(node().path(u"etc/cluster/"_s + name));
        write(state < 2 ? Old : New);
        if (state != 2)
            node().write(staged, state == 3 ? "half" : New);
        node().write(backup, Old); // linked, and not renamed yet, in 0 and 1
    };
    for (const int state : {0, 2}) {
        half(state);
        FileReplacement exchange = replacement();
        ASSERT_EQ(exchange.swap(), FileReplacement::Outcome{}) << state;
        EXPECT_EQ(bytes(), New);
        EXPECT_EQ(names().size(), 2);
    }
    for (const int state : {1, 2, 3}) {
        half(state);
        FileReplacement exchange = replacement();
        ASSERT_EQ(exchange.takeBack(), FileReplacement::Outcome{}) << state;
        EXPECT_EQ(bytes(), Old);
        EXPECT_EQ(names(), QStringList{u"cluster.conf"_s});
    }
    // A new file that was linked in, with the other name still there.
    half(2);
    QFile::remove(node().path(backup));
    node().write(staged, New);
    ASSERT_EQ(replacement(std::nullopt).takeBack(), FileReplacement::Outcome{});
    EXPECT_TRUE(names().isEmpty());
}

TEST_P(NodeFileTest, bytesThatDoNotArriveWholeAreNotStaged)
{
    write(Old);
    node().connection().setHandler([this](const Call &call) {
        Call cut = call;
        cut.command.input.chop(1);
        return node().carryOut(cut);
    });
    const auto staged = replacement().stage(New, "0640");
    ASSERT_FALSE(staged);
    EXPECT_TRUE(staged.error().message.contains(u"not what was sent"));
    EXPECT_EQ(names(), QStringList{u"cluster.conf"_s});
}

/// A terminal that goes while input is left unread makes some versions of sudo spin.
TEST_P(NodeFileTest, readsItsInputBeforeItFails)
{
    QDir().mkpath(node().path(Path)); // no regular file
    QByteArray rest("not asked");
    node().connection().setHandler([&](const Call &call) {
        Call asked = call;
        asked.command.script = "{ " + call.command.script + "}; s=$?; wc -c >&2; exit $s\n";
        const auto output = node().carryOut(asked);
        rest = output ? output->err.trimmed().split('\n').last().trimmed() : QByteArray();
        return output;
    });
    EXPECT_FALSE(replacement(std::nullopt, QByteArray(300'000, 'x'))
                     .stage(QByteArray(300'000, 'x'), "0640"));
    EXPECT_EQ(rest, "0");
}

TEST_P(NodeFileTest, takesOpensslWhereThereIsNoSha256sum)
{
    if (QStandardPaths::findExecutable(u"openssl"_s).isEmpty())
        GTEST_SKIP() << "no openssl here";
    for (const char *name :
         {"cat", "chmod", "cp", "date", "dd", "ln", "mkdir", "mv", "readlink", "rm", "openssl"}) {
        const QString program = QStandardPaths::findExecutable(QString::fromLatin1(name));
        QDir().mkpath(node().path(u"only"_s));
        ASSERT_TRUE(QFile::link(program, node().path(u"only/"_s + QString::fromLatin1(name))));
    }
    write(Old);
    node().connection().setHandler([this](const Call &call) {
        Call only = call;
        only.command.script = "PATH=$COLONNADE_ROOT/only\n" + call.command.script;
        return node().carryOut(only);
    });
    FileReplacement exchange = replacement();
    const auto staged = exchange.stage(New, "0640");
    ASSERT_TRUE(staged) << qPrintable(staged.error().message);
    ASSERT_EQ(exchange.swap(), FileReplacement::Outcome{});
    EXPECT_EQ(*exchange.look(), (FileReplacement::Look{file(New), {}, file(Old)}));
}

/// A file system of its own, of 64 KiB, in a folder.
class SmallDisk
{
public:
    explicit SmallDisk(const QString &folder) : m_folder(QFile::encodeName(folder))
    {
        QDir().mkpath(folder);
        m_mounted = ::mount("none", m_folder.constData(), "tmpfs", 0, "size=64k") == 0;
    }
    ~SmallDisk()
    {
        if (m_mounted)
            ::umount2(m_folder.constData(), MNT_DETACH);
    }
    bool isThere() const { return m_mounted; }
    bool makeReadOnly() const
    {
        return ::mount("none", m_folder.constData(), "tmpfs", MS_REMOUNT | MS_RDONLY, "size=64k")
               == 0;
    }

private:
    QByteArray m_folder;
    bool m_mounted = false;
};

TEST_P(NodeFileTest, tellsAFullDisk)
{
    const SmallDisk disk(node().path(u"etc/cluster"_s));
    if (!disk.isThere())
        GTEST_SKIP() << "no file system can be mounted here";
    write(Old);
    const auto staged =
        replacement(Old, QByteArray(100'000, 'x')).stage(QByteArray(100'000, 'x'), "0640");
    ASSERT_FALSE(staged);
    EXPECT_TRUE(staged.error().message.contains(u"full on xenhost1"))
        << qPrintable(staged.error().message);
    EXPECT_EQ(bytes(), Old);
    EXPECT_EQ(names(), QStringList{u"cluster.conf"_s});
}

TEST_P(NodeFileTest, tellsADiskThatIsReadOnly)
{
    const SmallDisk disk(node().path(u"etc/cluster"_s));
    if (!disk.isThere())
        GTEST_SKIP() << "no file system can be mounted here";
    write(Old);
    FileReplacement exchange = replacement();
    ASSERT_TRUE(exchange.stage(New, "0640"));
    ASSERT_TRUE(disk.makeReadOnly());
    const auto swapped = exchange.swap();
    ASSERT_FALSE(swapped);
    EXPECT_TRUE(swapped.error().message.contains(u"read-only"))
        << qPrintable(swapped.error().message);
    EXPECT_FALSE(exchange.stage(New, "0640"));
    EXPECT_EQ(bytes(), Old);
}

std::string nameOfShell(const testing::TestParamInfo<const char *> &info)
{
    return std::string(info.param).substr(0, 4);
}

INSTANTIATE_TEST_SUITE_P(shells, NodeFileTest, testing::Values("dash", "bash", "busybox sh"),
                         nameOfShell);

} // namespace
} // namespace colonnade::remote
