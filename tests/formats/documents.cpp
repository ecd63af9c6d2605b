// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents.h"

#include <QDir>
#include <QFile>

#include <gtest/gtest.h>

namespace colonnade::formats {

namespace {

using namespace Qt::StringLiterals;

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    EXPECT_TRUE(file.open(QIODevice::ReadOnly)) << path.toStdString();
    return file.readAll();
}

QList<Sample> samplesIn(const QDir &folder)
{
    QList<Sample> samples;
    for (const QString &name : folder.entryList(QDir::Files, QDir::Name)) {
        if (name != u"ORIGIN"_s)
            samples.append({name, contentOf(folder.filePath(name))});
    }
    return samples;
}

} // namespace

QByteArray fixture(const QString &path)
{
    return contentOf(QStringLiteral(COLONNADE_TEST_DATA "/") + path);
}

QList<Sample> fixtures(const QString &folder)
{
    return samplesIn(QDir(QStringLiteral(COLONNADE_TEST_DATA "/") + folder));
}

QList<Sample> corpus(const QString &folder)
{
    const QString set = qEnvironmentVariable("COLONNADE_CORPUS");
    const QString root =
        set.isEmpty() ? QStringLiteral(COLONNADE_SOURCE_DIR "/../shared/corpus") : set;
    return samplesIn(QDir(root + u'/' + folder));
}

QByteArray actedOn(const QByteArray &before, const TextEdits &edits)
{
    if (!areApplicable(edits, before.size())) {
        ADD_FAILURE() << "edits that overlap, are out of order or lie outside";
        return before;
    }
    const QByteArray after = applied(before, edits);
    EXPECT_EQ(applied(after, inverse(before, edits)), before);
    qsizetype kept = 0;
    qsizetype shift = 0;
    for (const TextEdit &edit : edits) {
        EXPECT_EQ(textOf(after, {kept + shift, edit.span.begin + shift}),
                  textOf(before, {kept, edit.span.begin}));
        shift += edit.replacement.size() - edit.span.size();
        kept = edit.span.end;
    }
    EXPECT_EQ(QByteArrayView(after).sliced(kept + shift), QByteArrayView(before).sliced(kept));
    return after;
}

int below(std::mt19937 &random, qsizetype end)
{
    return int(random() % quint32(end));
}

QByteArray garbled(std::mt19937 &random, QByteArray text, const std::vector<QByteArray> &pieces)
{
    for (int i = 1 + below(random, 4); i > 0; --i) {
        const qsizetype at = below(random, text.size() + 1);
        const Span line = lineAt(text, at);
        switch (below(random, 6)) {
        case 0:
            text.insert(at, char(random()));
            break;
        case 1:
            text.remove(at, 1 + below(random, 3));
            break;
        case 2:
            text.remove(line.begin, line.size());
            break;
        case 3:
            text.insert(line.begin, textOf(text, line).toByteArray());
            break;
        default:
            text.insert(below(random, 2) ? line.begin : at, oneOf(random, pieces));
        }
    }
    return text;
}

int oracleRuns(int usual)
{
    return usual * std::max(1, qEnvironmentVariableIntValue("COLONNADE_ORACLE_EFFORT"));
}

} // namespace colonnade::formats
