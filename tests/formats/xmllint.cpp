// SPDX-License-Identifier: GPL-3.0-or-later
#include "xmllint.h"

#include <QFile>
#include <QProcess>
#include <QSet>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <gtest/gtest.h>

#include <algorithm>

namespace colonnade::formats {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype Most = 1000; // documents of one process

void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    ASSERT_EQ(file.write(bytes), bytes.size());
}

struct Run
{
    int status = -1;
    QByteArray errors;
};

Run xmllint(const QString &folder, const QStringList &options, const QStringList &files)
{
    QProcess process;
    process.setWorkingDirectory(folder);
    process.start(u"xmllint"_s, QStringList{u"--nonet"_s, u"--noout"_s} + options + files);
    EXPECT_TRUE(process.waitForFinished(-1));
    return {process.exitCode(), process.readAllStandardError()};
}

/// The numbers of the documents that are not well-formed, from what xmllint says: each complaint
/// begins with the file. Of namespaces and validity it speaks too, and accepts the document.
QSet<qsizetype> complained(const QByteArray &errors)
{
    QSet<qsizetype> numbers;
    for (const QByteArray &line : errors.split('\n')) {
        const qsizetype colon = line.indexOf(": parser error : ");
        if (colon >= 0)
            numbers.insert(line.first(line.indexOf(':')).toLongLong());
    }
    return numbers;
}

/// The numbers of the documents that are valid.
QSet<qsizetype> validated(const QByteArray &errors)
{
    constexpr QByteArrayView Verdict = " validates";
    QSet<qsizetype> numbers;
    for (const QByteArray &line : errors.split('\n')) {
        if (line.endsWith(Verdict))
            numbers.insert(line.chopped(Verdict.size()).toLongLong());
    }
    return numbers;
}

/// What xmllint says of all documents: @p heard makes the numbers of some of them of it.
QList<bool> among(const QList<QByteArray> &documents, const QStringList &options,
                  QSet<qsizetype> (*heard)(const QByteArray &))
{
    QList<bool> result;
    for (qsizetype begin = 0; begin < documents.size(); begin += Most) {
        const QTemporaryDir folder;
        QStringList files;
        const qsizetype end = std::min(documents.size(), begin + Most);
        for (qsizetype i = begin; i < end; ++i) {
            files.append(QString::number(i));
            write(folder.filePath(files.last()), documents[i]);
        }
        const QSet<qsizetype> numbers = heard(xmllint(folder.path(), options, files).errors);
        for (qsizetype i = begin; i < end; ++i)
            result.append(numbers.contains(i));
    }
    return result;
}

} // namespace

bool hasXmllint()
{
    return !QStandardPaths::findExecutable(u"xmllint"_s).isEmpty();
}

QList<bool> wellFormed(const QList<QByteArray> &documents)
{
    QList<bool> result = among(documents, {}, complained);
    for (bool &isBad : result)
        isBad = !isBad;
    return result;
}

QList<bool> acceptedBy(const QString &schema, const QList<QByteArray> &documents)
{
    return among(documents, {u"--relaxng"_s, schema}, validated);
}

int xmllintStatus(const QByteArray &document)
{
    const QTemporaryDir folder;
    write(folder.filePath(u"file"_s), document);
    return xmllint(folder.path(), {}, {u"file"_s}).status;
}

} // namespace colonnade::formats
