// SPDX-License-Identifier: GPL-3.0-or-later
// What `colonnadectl file` does for all formats: reading, judging, showing, refusing.
#include "ctl/filetest.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <csignal>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace colonnade::ctl;
using testing::EndsWith;
using testing::HasSubstr;
using testing::StartsWith;

namespace {

/// Whether the main thread of a process blocks a signal.
bool blocks(pid_t pid, int signal)
{
    QFile file(u"/proc/%1/status"_s.arg(pid));
    if (!file.open(QIODevice::ReadOnly))
        return false;
    const QByteArray status = file.readAll();
    const qsizetype begin = status.indexOf("SigBlk:") + 7;
    const QByteArray mask = status.sliced(begin, status.indexOf('\n', begin) - begin).trimmed();
    return (mask.toULongLong(nullptr, 16) >> (signal - 1)) & 1;
}

class FileCommandTest : public FileTest
{
protected:
    const QString m_conf = make(u"cluster.conf"_s, Ocfs2Text);
};

TEST_F(FileCommandTest, helpIsNoError)
{
    for (const QString &words :
         {u"--help"_s, u"-h"_s, u"ocfs2 --help"_s, u"check ocfs2 --help"_s, u"get ocfs2 --help"_s,
          u"set ocfs2 --help"_s, u"fix ocfs2 --help"_s, u"ocfs2 F node add --help"_s}) {
        const Ran ran = file(words);
        EXPECT_EQ(ran.status, 0) << words.toStdString();
        EXPECT_THAT(ran.out.toStdString(), StartsWith("Usage: colonnadectl file "));
        EXPECT_EQ(ran.err, "");
    }
    EXPECT_THAT(file(u"ocfs2 --help"_s).out.toStdString(), HasSubstr("node add NAME"));
}

TEST_F(FileCommandTest, wrongCommandLinesExitTwoAndTouchNothing)
{
    const QList<QStringList> lines{
        {},
        {u"frobnicate"_s},
        {u"check"_s},
        {u"check"_s, u"ocfs2"_s},
        {u"check"_s, u"frobnicate"_s, m_conf},
        {u"check"_s, u"ocfs2"_s, m_conf, u"--frobnicate"_s},
        {u"get"_s, u"ocfs2"_s, m_conf},
        {u"get"_s, u"ocfs2"_s},
        {u"get"_s, u"ocfs2"_s, m_conf, u"a"_s, u"b"_s},
        {u"set"_s, u"ocfs2"_s, m_conf, u"a"_s},
        {u"ocfs2"_s},
        {u"ocfs2"_s, m_conf},
        {u"ocfs2"_s, m_conf, u"frobnicate"_s},
        {u"ocfs2"_s, m_conf, u"node"_s},
        {u"ocfs2"_s, m_conf, u"node"_s, u"frobnicate"_s},
        {u"ocfs2"_s, m_conf, u"node"_s, u"add"_s, u"--ip"_s, u"10.0.0.1"_s},
        {u"ocfs2"_s, m_conf, u"node"_s, u"add"_s, u"xenhost3"_s},
        {u"ocfs2"_s, m_conf, u"node"_s, u"add"_s, u"a"_s, u"b"_s, u"--ip"_s, u"10.0.0.1"_s},
        {u"ocfs2"_s, m_conf, u"node"_s, u"add"_s, u"a"_s, u"--ip"_s, u"10.0.0.1"_s, u"--number"_s,
         u"many"_s},
        {u"ocfs2"_s, m_conf, u"node"_s, u"add"_s, u"a"_s, u"--ip"_s, u"10.0.0.1"_s, u"--number"_s,
         u"4294967297"_s},
        {u"ocfs2"_s, m_conf, u"node"_s, u"set"_s, u"xenhost1"_s},
        {u"ocfs2"_s, m_conf, u"node"_s, u"set"_s, u"xenhost1"_s, u"number"_s},
    };
    for (const QStringList &line : lines) {
        const Ran ran = m_program.run(QStringList{u"file"_s} + line);
        EXPECT_EQ(ran.status, 2) << line.join(u' ').toStdString();
        EXPECT_NE(ran.err, "");
        EXPECT_EQ(ran.out, "");
    }
    EXPECT_EQ(contentOf(m_conf), Ocfs2Text);
}

TEST_F(FileCommandTest, checkOfAGoodFileSaysNothing)
{
    const Ran ran = m_program.run({u"file"_s, u"check"_s, u"ocfs2"_s, m_conf});
    EXPECT_EQ(ran.out, "");
    EXPECT_EQ(ran.err, "");
    EXPECT_EQ(ran.status, 0);
}

TEST_F(FileCommandTest, checkNamesFileLineColumnSeverityAndId)
{
    const QString bad = make(u"bad%2.conf"_s, QByteArray(Ocfs2Text).replace("1.249", "1.248"));
    const Ran ran = m_program.run({u"file"_s, u"check"_s, u"ocfs2"_s, m_conf, bad});
    EXPECT_EQ(ran.status, 1);
    EXPECT_THAT(ran.out.toStdString(), StartsWith(bad.toStdString() + ":11:15: error: "));
    EXPECT_THAT(ran.out.toStdString(), HasSubstr(" ["));
    EXPECT_EQ(ran.out.count('\n'), 1);
}

TEST_F(FileCommandTest, warningsAloneAreNoFailure)
{
    const QString odd = make(u"odd.conf"_s, QByteArray(Ocfs2Text).replace("= 2\n", "= 3\n"));
    const Ran ran = m_program.run({u"file"_s, u"ocfs2"_s, odd, u"check"_s});
    EXPECT_THAT(ran.out.toStdString(), HasSubstr(":17:"));
    const bool isError = ran.out.contains(": error: ");
    EXPECT_EQ(ran.status, isError ? 1 : 0);
}

TEST_F(FileCommandTest, checkAsJsonHasEveryFileAndEveryFinding)
{
    const QString bad =
        make(u"bad.conf"_s, QByteArray(Ocfs2Text).replace("node_count = 2", "x = 2"));
    const Ran ran = m_program.run(
        {u"file"_s, u"check"_s, u"ocfs2"_s, u"--json"_s, m_conf, bad, path(u"none"_s)});
    EXPECT_EQ(ran.status, 1);
    const QJsonDocument json = QJsonDocument::fromJson(ran.out);
    EXPECT_EQ(json[u"format"].toInt(), 1);
    const QJsonArray files = json[u"files"].toArray();
    ASSERT_EQ(files.size(), 3);
    EXPECT_EQ(files[0][u"file"].toString(), m_conf);
    EXPECT_TRUE(files[0][u"problem"].isNull());
    EXPECT_EQ(files[0][u"findings"].toArray().size(), 0);
    const QJsonObject finding = files[1][u"findings"][0].toObject();
    EXPECT_EQ(finding[u"severity"].toString(), u"error"_s);
    EXPECT_GT(finding[u"line"].toInt(), 0);
    EXPECT_GT(finding[u"column"].toInt(), 0);
    EXPECT_FALSE(finding[u"id"].toString().isEmpty());
    EXPECT_FALSE(finding[u"sentence"].toString().isEmpty());
    EXPECT_TRUE(finding.contains(u"fix"));
    EXPECT_THAT(files[2][u"problem"].toString().toStdString(), HasSubstr("No such file"));
}

TEST_F(FileCommandTest, standardInputIsReadForADash)
{
    const Ran checked = file(u"check ocfs2 -"_s, m_conf);
    EXPECT_EQ(checked.status, 0) << checked.err.toStdString();
    EXPECT_EQ(file(u"get ocfs2 - domnull/xenhost2/number"_s, m_conf).out, "1\n");
}

TEST_F(FileCommandTest, anInterruptEndsTheWaitForStandardInput)
{
    const QString pipe = path(u"pipe"_s);
    ASSERT_EQ(::mkfifo(QFile::encodeName(pipe).constData(), 0600), 0);
    const int writer = ::open(QFile::encodeName(pipe).constData(), O_RDWR | O_CLOEXEC);
    const auto running = m_program.start({u"file"_s, u"check"_s, u"ocfs2"_s, u"-"_s}, pipe);
    // Its signals are caught from the begin on, once it is that program and not env(1) any more.
    EXPECT_TRUE(eventually([&] {
        const QString link = u"/proc/%1/exe"_s.arg(running->pid());
        return QFile::symLinkTarget(link) == QStringLiteral(COLONNADECTL);
    }));
    EXPECT_TRUE(eventually([&] { return blocks(running->pid(), SIGINT); }));
    ::kill(running->pid(), SIGINT);
    const Ran ran = running->finish();
    ::close(writer);
    EXPECT_EQ(ran.status, 1);
    EXPECT_THAT(ran.err.toStdString(), HasSubstr("Standard input was not read to its end"));
}

TEST_F(FileCommandTest, aStandardStreamThatIsClosedIsNotWaitedForAndFails)
{
    const auto runWithout = [this](const QString &stream, const QStringList &words) {
        return m_program.runWithin({u"sh"_s, u"-c"_s, u"exec \"$@\" "_s + stream, u"sh"_s}, words);
    };
    const Ran read = runWithout(u"<&-"_s, {u"file"_s, u"check"_s, u"ocfs2"_s, u"-"_s});
    EXPECT_EQ(read.status, 1);
    EXPECT_THAT(read.err.toStdString(), HasSubstr("Standard input cannot be read"));
    const QString conf = make(u"cluster.conf"_s, Ocfs2Text);
    const QStringList get = {u"file"_s, u"get"_s, u"ocfs2"_s, conf, u"domnull/name"_s};
    EXPECT_EQ(runWithout(u">&-"_s, get).status, 1);
    EXPECT_EQ(contentOf(conf), Ocfs2Text);
}

TEST_F(FileCommandTest, anEditOfStandardInputGoesToStandardOutput)
{
    const Ran ran = file(u"set ocfs2 - domnull/xenhost2/number 7"_s, m_conf);
    EXPECT_EQ(ran.status, 0) << ran.err.toStdString();
    EXPECT_EQ(ran.out, QByteArray(Ocfs2Text).replace("number = 1", "number = 7"));
    const Ran none = file(u"set ocfs2 - domnull/xenhost2/number 1"_s, m_conf);
    EXPECT_EQ(none.out, Ocfs2Text);
    EXPECT_EQ(contentOf(m_conf), Ocfs2Text);
}

TEST_F(FileCommandTest, getPrintsOneValueOrSaysThatThereIsNone)
{
    const Ran ran =
        m_program.run({u"file"_s, u"get"_s, u"ocfs2"_s, m_conf, u"domnull/xenhost1/ip_address"_s});
    EXPECT_EQ(ran.out, "192.168.1.248\n");
    EXPECT_EQ(ran.err, "");
    EXPECT_EQ(ran.status, 0);
    EXPECT_EQ(m_program.run({u"file"_s, u"ocfs2"_s, m_conf, u"get"_s, u"domnull/node_count"_s}).out,
              "2\n");
    for (const QString &word : {u"domnull"_s, u"domnull/frobnicate"_s, u"domnull/xenhost9/number"_s,
                                u"other/xenhost1/number"_s, u"a/b/c/d"_s, u""_s}) {
        const Ran none = m_program.run({u"file"_s, u"get"_s, u"ocfs2"_s, m_conf, word});
        EXPECT_EQ(none.status, 1);
        EXPECT_EQ(none.out, "");
        EXPECT_THAT(none.err.toStdString(), HasSubstr("There is no "));
    }
}

TEST_F(FileCommandTest, aDiffHoldsTheEditedLinesAndWritesNothing)
{
    edit(u"ocfs2"_s, m_conf, {u"node"_s, u"add"_s, u"xenhost3"_s, u"--ip"_s, u"192.168.1.250"_s},
         {"\tnode_count = 2"},
         {"node:", "\tip_port = 7777", "\tip_address = 192.168.1.250", "\tnumber = 2",
          "\tname = xenhost3", "\tcluster = domnull", "", "\tnode_count = 3"});
    EXPECT_EQ(othersThan({u"cluster.conf"_s}), QStringList());
}

TEST_F(FileCommandTest, dryRunIsAnotherNameOfDiff)
{
    const QStringList words{u"file"_s, u"set"_s, u"ocfs2"_s, m_conf, u"domnull/xenhost1/ip_port"_s,
                            u"7778"_s};
    const Ran diff = m_program.run(words + QStringList{u"--diff"_s});
    EXPECT_EQ(m_program.run(words + QStringList{u"--dry-run"_s}).out, diff.out);
    EXPECT_EQ(diff.out, "--- " + m_conf.toUtf8() + "\n+++ " + m_conf.toUtf8()
                            + "\n@@ -1,5 +1,5 @@\n node:\n-\tip_port = 7777\n+\tip_port = 7778\n"
                              " \tip_address = 192.168.1.248\n \tnumber = 0\n \tname = xenhost1\n");
    EXPECT_EQ(contentOf(m_conf), Ocfs2Text);
}

TEST_F(FileCommandTest, optionsMayStandAnywhere)
{
    const QStringList rest{u"ocfs2"_s, m_conf, u"node"_s, u"remove"_s, u"xenhost2"_s};
    const QByteArray diff =
        m_program.run(QStringList{u"file"_s} + rest + QStringList{u"--diff"_s}).out;
    EXPECT_NE(diff, "");
    for (qsizetype i = 0; i <= rest.size(); ++i) {
        QStringList words = rest;
        words.insert(i, u"--diff"_s);
        EXPECT_EQ(m_program.run(QStringList{u"file"_s} + words).out, diff) << i;
    }
}

TEST_F(FileCommandTest, theValueOfAnOptionIsNoVerb)
{
    const Ran ran =
        m_program.run({u"file"_s, u"ocfs2"_s, u"--cluster"_s, u"domnull"_s, m_conf, u"--ip"_s,
                       u"10.0.0.3"_s, u"node"_s, u"add"_s, u"x"_s, u"--diff"_s});
    EXPECT_EQ(ran.status, 0) << ran.err.toStdString();
    EXPECT_THAT(ran.out.toStdString(), HasSubstr("+\tip_address = 10.0.0.3\n"));
}

TEST_F(FileCommandTest, aValueMayBeginWithADash)
{
    const Ran ran = m_program.run(
        {u"file"_s, u"set"_s, u"ocfs2"_s, m_conf, u"--"_s, u"domnull/xenhost1/number"_s, u"-1"_s});
    EXPECT_EQ(ran.status, 1) << ran.err.toStdString();
    EXPECT_THAT(ran.err.toStdString(), HasSubstr("-1"));
}

TEST_F(FileCommandTest, outputThatCannotBeWrittenIsAFailure)
{
    make(u"cluster.conf"_s, QByteArray(Ocfs2Text).replace("= 2\n", "= 3\n"));
    for (const QString &verb :
         {u"get domnull/node_count"_s, u"check"_s, u"check --json"_s, u"fix --diff"_s}) {
        const Ran ran =
            m_program.runWithin({u"sh"_s, u"-c"_s, u"exec \"$@\" >/dev/full"_s, u"sh"_s},
                                QStringList{u"file"_s, u"ocfs2"_s, m_conf} + words(verb));
        EXPECT_EQ(ran.status, 1) << verb.toStdString();
        EXPECT_THAT(ran.err.toStdString(), HasSubstr("standard output"));
    }
}

TEST_F(FileCommandTest, whatTheFormatForbidsIsRefused)
{
    const Ran ran =
        refused(u"ocfs2"_s, m_conf, words(u"set domnull/xenhost1/ip_address 192.168.1.249"_s));
    EXPECT_EQ(ran.status, 3);
    EXPECT_THAT(ran.err.toStdString(), HasSubstr("xenhost2"));
}

TEST_F(FileCommandTest, aFileThatIsNoDocumentIsNotEdited)
{
    const QByteArray text =
        QByteArray(Ocfs2Text).replace("# the other room\n", "  # the other room\n");
    const QString bad = make(u"bad.conf"_s, text);
    const Ran ran = m_program.run(
        {u"file"_s, u"set"_s, u"ocfs2"_s, bad, u"domnull/xenhost1/ip_port"_s, u"7778"_s});
    EXPECT_EQ(ran.status, 1);
    EXPECT_THAT(ran.err.toStdString(), StartsWith(bad.toStdString() + ":8:"));
    EXPECT_THAT(ran.err.toStdString(), HasSubstr(" [syntax]"));
    EXPECT_EQ(contentOf(bad), text);
    const Ran got = m_program.run({u"file"_s, u"get"_s, u"ocfs2"_s, bad, u"domnull/name"_s});
    EXPECT_EQ(got.status, 1);
    EXPECT_THAT(got.err.toStdString(), StartsWith(bad.toStdString() + ":8:"));
}

TEST_F(FileCommandTest, fixMakesWhatCheckOffers)
{
    const QByteArray text = QByteArray(Ocfs2Text)
                                .replace("# the other room\n", "  # the other room\n")
                                .replace("node_count = 2", "node_count = 4");
    const QString bad = make(u"bad.conf"_s, text);
    EXPECT_THAT(m_program.run({u"file"_s, u"check"_s, u"ocfs2"_s, bad}).out.toStdString(),
                HasSubstr(" (fix: "));
    EXPECT_NE(m_program.run({u"file"_s, u"fix"_s, u"ocfs2"_s, bad, u"--diff"_s}).out, "");
    EXPECT_EQ(contentOf(bad), text);
    const Ran fixed = m_program.run({u"file"_s, u"fix"_s, u"ocfs2"_s, bad});
    EXPECT_EQ(fixed.status, 0) << fixed.err.toStdString();
    EXPECT_EQ(m_program.run({u"file"_s, u"check"_s, u"ocfs2"_s, bad}).out, "");
    EXPECT_THAT(contentOf(bad).toStdString(), HasSubstr("the other room"));
}

TEST_F(FileCommandTest, fixSaysWhatKeepsAFileFromBeingRead)
{
    const QByteArray text = QByteArray(Ocfs2Text)
                                .replace("# the other room\n", "  # the other room\n")
                                .replace("number = 1", "number = one");
    const QString bad = make(u"bad.conf"_s, text);
    const Ran fixed = m_program.run({u"file"_s, u"fix"_s, u"ocfs2"_s, bad});
    EXPECT_EQ(fixed.status, 0);
    EXPECT_TRUE(contentOf(bad).contains("\n# the other room\n"));
    EXPECT_THAT(fixed.err.toStdString(), StartsWith(bad.toStdString() + ":12:"));
    EXPECT_THAT(fixed.err.toStdString(), HasSubstr(": error: "));
}

TEST_F(FileCommandTest, fixFailsWhereNothingMakesAFileReadable)
{
    using Case = std::pair<QString, QByteArray>;
    for (const auto &[format, text] :
         {Case(u"cluster-conf"_s, "<cluster"), Case(u"guest"_s, "name = \nmemory 512\n")}) {
        const QString bad = make(u"bad"_s, text);
        const Ran fixed = m_program.run({u"file"_s, u"fix"_s, format, bad});
        EXPECT_EQ(fixed.status, 1);
        EXPECT_THAT(fixed.err.toStdString(), HasSubstr(" [syntax]"));
        EXPECT_EQ(contentOf(bad), text);
    }
}

TEST_F(FileCommandTest, fixMakesAGuestsFileReadable)
{
    for (const QByteArray &text :
         {QByteArray("name = 'a'\nkernel = '/k'\n# the end"),
          QByteArray("\xef\xbb\xbfname = 'a'\r\nkernel = '/k'\r\n# the end\r\n")}) {
        const QString bad = make(u"bad"_s, text);
        const Ran checked = m_program.run({u"file"_s, u"check"_s, u"guest"_s, bad});
        EXPECT_EQ(checked.status, 1);
        EXPECT_THAT(checked.out.toStdString(), HasSubstr(" [syntax] (fix: "));
        const Ran set =
            m_program.run({u"file"_s, u"set"_s, u"guest"_s, bad, u"memory"_s, u"512"_s});
        EXPECT_EQ(set.status, 1);
        EXPECT_THAT(set.err.toStdString(), HasSubstr(" [syntax] (fix: "));
        EXPECT_EQ(contentOf(bad), text);
        EXPECT_EQ(m_program.run({u"file"_s, u"fix"_s, u"guest"_s, bad}).status, 0);
        EXPECT_EQ(contentOf(bad), "name = 'a'\nkernel = '/k'\n# the end\n");
    }
}

TEST_F(FileCommandTest, fixMakesOnlyWhatIsNamed)
{
    const QByteArray text = QByteArray(Ocfs2Text).replace("node_count = 2", "node_count = 4");
    const QString bad = make(u"bad.conf"_s, text);
    EXPECT_EQ(m_program.run({u"file"_s, u"fix"_s, u"ocfs2"_s, bad, u"no-such-id"_s}).status, 0);
    EXPECT_EQ(contentOf(bad), text);
    const QJsonDocument json = QJsonDocument::fromJson(
        m_program.run({u"file"_s, u"check"_s, u"ocfs2"_s, bad, u"--json"_s}).out);
    const QString id = json[u"files"][0][u"findings"][0][u"id"].toString();
    EXPECT_EQ(m_program.run({u"file"_s, u"ocfs2"_s, bad, u"fix"_s, id}).status, 0);
    EXPECT_EQ(contentOf(bad), Ocfs2Text);
}

TEST_F(FileCommandTest, foreignBytesAreEscapedForTheTerminalAndKeptInTheFile)
{
    const QString odd =
        make(u"odd\x1b[31m.conf"_s, QByteArray(Ocfs2Text).replace("= 2\n", "= 3\n"));
    const Ran ran = m_program.run({u"file"_s, u"check"_s, u"ocfs2"_s, odd});
    EXPECT_FALSE(ran.out.contains('\x1b'));
    EXPECT_THAT(ran.out.toStdString(), HasSubstr("odd\\x1b[31m.conf:17:"));
}

TEST_F(FileCommandTest, latin1AndCommentsSurviveAnEdit)
{
    const QByteArray text = QByteArray(Ocfs2Text).replace("# the other room", "# b\xfcro \xa4");
    const QString conf = make(u"latin.conf"_s, text);
    edit(u"ocfs2"_s, conf, {u"set"_s, u"domnull/xenhost1/ip_port"_s, u"7778"_s},
         {"\tip_port = 7777"}, {"\tip_port = 7778"});
    EXPECT_TRUE(contentOf(conf).contains("# b\xfcro \xa4\n"));
}

TEST_F(FileCommandTest, newMakesAFileAndNeverReplacesOne)
{
    const QString made = path(u"made.conf"_s);
    const QStringList words{u"file"_s,
                            u"ocfs2"_s,
                            made,
                            u"new"_s,
                            u"domnull"_s,
                            u"--node"_s,
                            u"xenhost1=192.168.1.248"_s,
                            u"--node"_s,
                            u"xenhost2=192.168.1.249:7778"_s};
    const Ran diff = m_program.run(words + QStringList{u"--diff"_s});
    EXPECT_THAT(diff.out.toStdString(), StartsWith("--- /dev/null\n+++ " + made.toStdString()));
    EXPECT_FALSE(QFile::exists(made));
    EXPECT_EQ(m_program.run(words).status, 0);
    EXPECT_EQ(m_program.run({u"file"_s, u"check"_s, u"ocfs2"_s, made}).out, "");
    EXPECT_EQ(
        m_program.run({u"file"_s, u"get"_s, u"ocfs2"_s, made, u"domnull/xenhost2/ip_port"_s}).out,
        "7778\n");
    const QByteArray bytes = contentOf(made);
    const Ran again = m_program.run(words);
    EXPECT_EQ(again.status, 3);
    EXPECT_THAT(again.err.toStdString(), HasSubstr("is there already"));
    EXPECT_EQ(contentOf(made), bytes);
    EXPECT_EQ(othersThan({u"made.conf"_s, u"cluster.conf"_s}), QStringList());
}

} // namespace
