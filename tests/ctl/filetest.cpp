// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/filetest.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace colonnade::ctl {

const QByteArray Ocfs2Text = "node:\n"
                             "\tip_port = 7777\n"
                             "\tip_address = 192.168.1.248\n"
                             "\tnumber = 0\n"
                             "\tname = xenhost1\n"
                             "\tcluster = domnull\n"
                             "\n"
                             "# the other room\n"
                             "node:\n"
                             "\tip_port = 7777\n"
                             "\tip_address = 192.168.1.249\n"
                             "\tnumber = 1\n"
                             "\tname = xenhost2\n"
                             "\tcluster = domnull\n"
                             "\n"
                             "cluster:\n"
                             "\tnode_count = 2\n"
                             "\tname = domnull\n";

QString FileTest::make(const QString &name, const QByteArray &bytes) const
{
    QFile file(path(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("a test file cannot be written");
    return file.fileName();
}

QByteArray FileTest::contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(no file)");
}

QStringList FileTest::othersThan(const QStringList &names) const
{
    QStringList others =
        QDir(m_folder.path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
    for (const QString &name : names)
        others.removeAll(name);
    return others;
}

QStringList words(const QString &line)
{
    return line.split(u' ', Qt::SkipEmptyParts);
}

Ran FileTest::file(const QString &line, const QString &input) const
{
    return m_program.run(QStringList{u"file"_s} + words(line), input);
}

void FileTest::run(const QString &format, const QString &path, const QString &verb) const
{
    const Ran ran = m_program.run(QStringList{u"file"_s, format, path} + words(verb));
    EXPECT_EQ(ran.status, 0) << ran.err.toStdString();
    EXPECT_EQ(ran.out, "");
}

QByteArray FileTest::check(const QString &format, const QString &path) const
{
    return m_program.run({u"file"_s, u"check"_s, format, path}).out;
}

QByteArray FileTest::get(const QString &format, const QString &path, const QString &what) const
{
    const Ran ran = m_program.run({u"file"_s, u"get"_s, format, path, what});
    EXPECT_EQ(ran.status, 0) << ran.err.toStdString();
    return ran.out;
}

QByteArray patched(const QByteArray &before, const QByteArray &diff)
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"file"_s));
    EXPECT_TRUE(file.open(QIODevice::WriteOnly));
    file.write(before);
    file.close();
    QProcess patch;
    patch.start(u"patch"_s, {u"--binary"_s, u"--no-backup-if-mismatch"_s, file.fileName()});
    patch.write(diff);
    patch.closeWriteChannel();
    EXPECT_TRUE(patch.waitForFinished(-1));
    EXPECT_EQ(patch.exitCode(), 0) << patch.readAllStandardOutput().toStdString();
    EXPECT_TRUE(file.open(QIODevice::ReadOnly));
    return file.readAll();
}

namespace {

/// What a diff removes or adds, a line each.
std::string linesWith(char mark, const QByteArray &diff)
{
    std::string lines;
    for (const QByteArray &line : diff.split('\n').mid(2)) {
        if (line.startsWith(mark))
            lines += line.sliced(1).toStdString() + '\n';
    }
    return lines;
}

std::string inLines(const QList<QByteArray> &lines)
{
    std::string text;
    for (const QByteArray &line : lines)
        text += line.toStdString() + '\n';
    return text;
}

} // namespace

QByteArray FileTest::edit(const QString &format, const QString &path, const QStringList &verb,
                          const QList<QByteArray> &removed, const QList<QByteArray> &added) const
{
    const QStringList words = QStringList{u"file"_s, format, path} + verb;
    const QByteArray before = contentOf(path);
    const Ran diff = m_program.run(words + QStringList{u"--diff"_s});
    EXPECT_EQ(diff.status, 0) << diff.err.toStdString();
    EXPECT_EQ(contentOf(path), before);
    EXPECT_EQ(linesWith('-', diff.out), inLines(removed)) << diff.out.toStdString();
    EXPECT_EQ(linesWith('+', diff.out), inLines(added)) << diff.out.toStdString();

    const Ran done = m_program.run(words);
    EXPECT_EQ(done.status, 0) << done.err.toStdString();
    EXPECT_EQ(done.out, "");
    EXPECT_EQ(done.err, diff.err);
    const bool canPatch = !QStandardPaths::findExecutable(u"patch"_s).isEmpty();
    if (canPatch && !diff.out.isEmpty()) {
        EXPECT_EQ(patched(before, diff.out).toStdString(), contentOf(path).toStdString());
    }
    return done.err;
}

Ran FileTest::refused(const QString &format, const QString &path, const QStringList &verb) const
{
    const QByteArray before = contentOf(path);
    const Ran ran = m_program.run(QStringList{u"file"_s, format, path} + verb);
    EXPECT_EQ(ran.out, "");
    EXPECT_NE(ran.err, "");
    EXPECT_EQ(contentOf(path), before);
    return ran;
}

} // namespace colonnade::ctl
