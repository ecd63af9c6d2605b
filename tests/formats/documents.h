// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "formats/text.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

#include <random>
#include <vector>

namespace colonnade::formats {

/// A file that a test reads.
struct Sample
{
    QString name;
    QByteArray bytes;
};

/// A file of tests/formats/data; fails the test where it is absent.
QByteArray fixture(const QString &path);

/// The files of a folder of tests/formats/data.
QList<Sample> fixtures(const QString &folder);

/// The files of a folder of the corpus of real files: COLONNADE_CORPUS, or shared/corpus beside the
/// checkout. Empty where it is absent.
QList<Sample> corpus(const QString &folder);

/// Fails unless @p edits are an act on @p before, its inverse takes it back, and no byte outside
/// its spans changes. Returns the text after it.
QByteArray actedOn(const QByteArray &before, const TextEdits &edits);

/// A number from 0 to @p end, which is not among them.
int below(std::mt19937 &random, qsizetype end);

template<typename T>
const T &oneOf(std::mt19937 &random, const std::vector<T> &choices)
{
    return choices[std::size_t(below(random, qsizetype(choices.size())))];
}

/// @p text with some bytes, words or lines changed, removed, doubled or put in; what is put in
/// comes of @p pieces.
QByteArray garbled(std::mt19937 &random, QByteArray text, const std::vector<QByteArray> &pieces);

/// How often a test against a slow real program repeats: @p usual times, or as much more often as
/// COLONNADE_ORACLE_EFFORT says.
int oracleRuns(int usual);

} // namespace colonnade::formats
