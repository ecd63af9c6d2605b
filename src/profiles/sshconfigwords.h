// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayList>

#include <optional>

namespace colonnade::profiles {

/// The next word of @p rest, which begins behind it then: strdelim() of OpenSSH's misc.c, where an
/// equals sign may stand between the first two words. No value: there is none, or a quotation mark
/// is not closed.
std::optional<QByteArray> nextWord(std::optional<QByteArray> &rest);

/// All words of @p text up to a comment: argv_split() of misc.c. No value: a quotation mark is not
/// closed.
std::optional<QByteArrayList> splitWords(const QByteArray &text);

/// match_pattern() of OpenSSH's match.c: * and ?, upper and lower case differ.
bool matchesPattern(QByteArrayView text, QByteArrayView pattern);

/// match_pattern_list(): patterns with commas between, of which those behind ! exclude.
bool matchesPatternList(const QByteArray &text, const QByteArray &patterns);

/// convtime() of misc.c: "90", "1m30s", "2h". No value: it is not a time.
std::optional<qint64> secondsOf(const QByteArray &text);

} // namespace colonnade::profiles
