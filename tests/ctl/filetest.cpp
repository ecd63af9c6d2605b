// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/filetest.h"

#include <QDir>
#include <QFile>
#include <QProcess>

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

Ran FileTest::file(const QString &words, const QStringList &more, const QString &input) const
{
    return m_program.run(QStringList{u"file"_s} + words.split(u' ', Qt::SkipEmptyParts) + more,
                         input);
}

namespace {

/// What patch(1) makes of the file.
QByteArray patched(const QString &path, const QByteArray &diff)
{
    const QString copy = path + u".patched"_s;
    QFile::copy(path, copy);
    QProcess patch;
    patch.start(u"patch"_s, {u"--binary"_s, u"--no-backup-if-mismatch"_s, copy});
    patch.write(diff);
    patch.closeWriteChannel();
    EXPECT_TRUE(patch.waitForFinished(-1));
    EXPECT_EQ(patch.exitCode(), 0) << patch.readAllStandardOutput().toStdString();
    QFile file(copy);
    EXPECT_TRUE(file.open(QIODevice::ReadOnly));
    const QByteArray bytes = file.readAll();
    file.remove();
    return bytes;
}

QList<QByteArray> linesWith(char mark, const QByteArray &diff)
{
    QList<QByteArray> lines;
    for (const QByteArray &line : diff.split('\n').mid(2)) {
        if (line.startsWith(mark))
            lines.append(line.sliced(1));
    }
    return lines;
}

} // namespace

QByteArray FileTest::edited(const QString &path, const QString &words, const QStringList &more,
                            const QList<QByteArray> &removed, const QList<QByteArray> &added) const
{
    const QByteArray before = contentOf(path);
    const Ran diff = file(words, more + QStringList{u"--diff"_s});
    EXPECT_EQ(diff.status, 0) << diff.err.toStdString();
    EXPECT_EQ(contentOf(path), before);
    EXPECT_EQ(linesWith('-', diff.out), removed) << diff.out.toStdString();
    EXPECT_EQ(linesWith('+', diff.out), added) << diff.out.toStdString();

    const Ran done = file(words, more);
    EXPECT_EQ(done.status, 0) << done.err.toStdString();
    EXPECT_EQ(done.out, "");
    EXPECT_EQ(done.err, diff.err);
    const QByteArray after = contentOf(path);
    if (QFile::exists(u"/usr/bin/patch"_s)) {
        const QString old = path + u".old"_s;
        QFile::copy(path, old);
        QFile file(old);
        EXPECT_TRUE(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        file.write(before);
        file.close();
        EXPECT_EQ(patched(old, diff.out), after);
        file.remove();
    }
    return after;
}

} // namespace colonnade::ctl
