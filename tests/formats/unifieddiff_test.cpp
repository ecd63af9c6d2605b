// SPDX-License-Identifier: GPL-3.0-or-later
// Unified diffs, judged by patch(1) and diff(1) of GNU.
#include "formats/unifieddiff.h"

#include <gtest/gtest.h>

#include <QFile>
#include <QProcess>
#include <QRandomGenerator>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace colonnade::formats;

namespace {

QByteArray diffOf(const QByteArray &before, const QByteArray &after)
{
    return unifiedDiff(before, after, "file", "file");
}

void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("a test file cannot be written");
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Lines that begin with @p mark, but for the head.
qsizetype countOf(const QByteArray &diff, char mark)
{
    qsizetype count = 0;
    const QList<QByteArray> lines = diff.split('\n').mid(2);
    for (const QByteArray &line : lines)
        count += line.startsWith(mark) ? 1 : 0;
    return count;
}

class UnifiedDiffTest : public testing::Test
{
protected:
    void SetUp() override
    {
        for (const QString &tool : {u"patch"_s, u"diff"_s}) {
            if (QStandardPaths::findExecutable(tool).isEmpty())
                GTEST_SKIP() << tool.toStdString() << " is not installed";
        }
    }

    QByteArray run(const QString &program, const QStringList &arguments,
                   const QByteArray &input = {}) const
    {
        QProcess process;
        process.setWorkingDirectory(m_folder.path());
        process.start(program, arguments);
        process.write(input);
        process.closeWriteChannel();
        EXPECT_TRUE(process.waitForFinished(-1));
        m_status = process.exitCode();
        return process.readAllStandardOutput();
    }

    /// What `patch` makes of @p before.
    QByteArray patched(const QByteArray &before, const QByteArray &diff) const
    {
        write(m_folder.filePath(u"file"_s), before);
        if (diff.isEmpty())
            return before; // patch takes it for garbage
        const QByteArray said =
            run(u"patch"_s, {u"--binary"_s, u"--no-backup-if-mismatch"_s, u"-p0"_s}, diff);
        EXPECT_EQ(m_status, 0) << said.toStdString();
        EXPECT_FALSE(said.contains("fuzz") || said.contains("offset")) << said.toStdString();
        const QString path = m_folder.filePath(u"file"_s);
        return contentOf(path); // patch removes a file that becomes empty
    }

    QByteArray realDiff(const QByteArray &before, const QByteArray &after) const
    {
        write(m_folder.filePath(u"a"_s), before);
        write(m_folder.filePath(u"b"_s), after);
        return run(u"diff"_s, {u"-u"_s, u"-a"_s, u"--minimal"_s, u"--label"_s, u"file"_s,
                               u"--label"_s, u"file"_s, u"a"_s, u"b"_s});
    }

    QTemporaryDir m_folder;
    mutable int m_status = 0;
};

TEST_F(UnifiedDiffTest, equalTextsHaveNone)
{
    EXPECT_EQ(diffOf("", ""), "");
    EXPECT_EQ(diffOf("a\nb", "a\nb"), "");
}

TEST_F(UnifiedDiffTest, isWhatGnuDiffPrints)
{
    const QByteArray ten = "1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n";
    const QList<std::pair<QByteArray, QByteArray>> cases{
        {"", "a\n"},
        {"a\n", ""},
        {"", "a"},
        {"a", "a\n"},
        {"a\n", "a"},
        {"a", "b"},
        {"a\nb", "a\nb\nc"},
        {"a\nb\n", "a\nb\nc"},
        {"a\nb\nc\n", "b\nc\n"},
        {ten, QByteArray(ten).replace("1\n2\n", "2\n")},
        {ten, QByteArray(ten).replace("5\n", "five\n")},
        {ten, QByteArray(ten).replace("5\n", "five\nand more\n")},
        {ten, QByteArray(ten).replace("1\n2", "one\n2").replace("9\n10\n", "9\nten\n")},
        {ten, QByteArray(ten).replace("2\n3", "two\n3").replace("9\n10\n", "9\nten\n")},
        {ten, QByteArray(ten).replace("1\n2", "one\n2").replace("10\n", "10")},
        {ten + ten, QByteArray(ten).replace("4\n", "") + ten},
        {"a\r\nb\r\n", "a\r\nb\n"},
        {"caf\xe9\n", "caf\xc3\xa9\n"},
        {QByteArray("a\0b\n", 4), QByteArray("a\0c\n", 4)},
        {"\n\n\n", "\n\n\n\n"},
        // What is added or removed could begin earlier, and does not.
        {"a\n<x>\n<y/>\n</x>\n</z>\n", "b\n<x>\n<y/>\n</x>\n<x>\n<w/>\n</x>\n</z>\n"},
        {"a\n<x>\n<y/>\n</x>\n<x>\n<w/>\n</x>\n</z>\n", "b\n<x>\n<y/>\n</x>\n</z>\n"},
    };
    for (const auto &[before, after] : cases) {
        EXPECT_EQ(diffOf(before, after), realDiff(before, after));
        EXPECT_EQ(patched(before, diffOf(before, after)), after);
    }
}

TEST_F(UnifiedDiffTest, namesAreQuotedAsGnuDiffDoes)
{
    for (const QByteArray name :
         {"plain", "with blank", "quote\"d", "back\\slash", "tab\t", "line\nend", "caf\xc3\xa9",
          "\x01\x7f", "ends with 7\a8", "a'b", "a:b"}) {
        write(m_folder.filePath(u"other"_s), "b\n");
        QFile named(m_folder.path() + u'/' + QFile::decodeName(name));
        ASSERT_TRUE(named.open(QIODevice::WriteOnly));
        named.write("a\n");
        named.close();
        const QByteArray real = run(u"diff"_s, {u"-u"_s, QFile::decodeName(name), u"other"_s});
        const QByteArray line = real.left(real.indexOf('\t'));
        EXPECT_EQ(unifiedDiff("a\n", "b\n", name, "other").split('\n').value(0), line);
    }
}

/// Texts with many equal lines, so that there are many ways from one to the other.
QByteArray randomText(QRandomGenerator &random)
{
    QByteArray text;
    const int lines = random.bounded(60);
    const int kinds = 1 + random.bounded(30);
    for (int i = 0; i < lines; ++i)
        text += QByteArray::number(random.bounded(kinds)) + (random.bounded(9) ? "\n" : "\r\n");
    if (random.bounded(4) == 0)
        text += "no end";
    return text;
}

QByteArray edited(QByteArray text, QRandomGenerator &random)
{
    for (int edits = random.bounded(6); edits > 0; --edits) {
        const qsizetype at = random.bounded(int(text.size()) + 1);
        const qsizetype length = random.bounded(std::min(12, int(text.size() - at) + 1));
        text.replace(at, length, randomText(random).left(random.bounded(12)));
    }
    return text;
}

TEST_F(UnifiedDiffTest, patchMakesTheNewTextOfTheOldOne)
{
    QRandomGenerator random(20);
    for (int round = 0; round < 250; ++round) {
        const QByteArray before = randomText(random);
        const QByteArray after = round % 3 ? edited(before, random) : randomText(random);
        const QByteArray diff = diffOf(before, after);
        ASSERT_EQ(patched(before, diff), after) << diff.toStdString();
    }
}

TEST_F(UnifiedDiffTest, isAsShortAsTheShortestOfGnuDiff)
{
    QRandomGenerator random(21);
    for (int round = 0; round < 150; ++round) {
        const QByteArray before = randomText(random);
        const QByteArray after = round % 3 ? edited(before, random) : randomText(random);
        const QByteArray diff = diffOf(before, after);
        const QByteArray real = realDiff(before, after);
        ASSERT_EQ(countOf(diff, '-'), countOf(real, '-')) << diff.toStdString();
        ASSERT_EQ(countOf(diff, '+'), countOf(real, '+')) << diff.toStdString();
    }
}

TEST_F(UnifiedDiffTest, fewChangesOfALargeTextAreFewLines)
{
    QByteArray before;
    for (int i = 0; before.size() < 10'000'000; ++i)
        before += "    <vm name=\"guest" + QByteArray::number(i) + "\" domain=\"FD\"/>\n";
    QByteArray after = before;
    after.replace("guest100\"", "guest100b\"").replace("guest200000\"", "guest200000b\"");
    after.chop(1);
    const QByteArray diff = diffOf(before, after);
    EXPECT_EQ(countOf(diff, '-'), 3);
    EXPECT_EQ(countOf(diff, '+'), 3);
    EXPECT_EQ(patched(before, diff), after);
}

TEST_F(UnifiedDiffTest, largeTextsThatHaveLittleInCommonComeToAnEnd)
{
    QRandomGenerator random(22);
    QByteArray before;
    QByteArray after;
    for (int i = 0; i < 200'000; ++i) {
        before += QByteArray::number(random.bounded(1000)) + '\n';
        after += QByteArray::number(random.bounded(1000)) + '\n';
    }
    EXPECT_EQ(patched(before, diffOf(before, after)), after);
    const QByteArray feeds(3'000'000, '\n');
    EXPECT_EQ(patched(feeds, diffOf(feeds, feeds + "a\n")), feeds + "a\n");
}

} // namespace
