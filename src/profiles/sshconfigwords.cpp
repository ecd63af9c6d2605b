// SPDX-License-Identifier: GPL-3.0-or-later
#include "profiles/sshconfigwords.h"

#include <limits>

namespace colonnade::profiles {

namespace {

const QByteArrayView Blanks = " \t\r\n";

qsizetype skipBlanks(const QByteArray &text, qsizetype at)
{
    while (at < text.size() && Blanks.contains(text[at]))
        ++at;
    return at;
}

bool isEscapable(char c, char quote)
{
    return c == '\'' || c == '"' || c == '\\' || (quote == 0 && c == ' ');
}

/// Reads one word from @p at on; false: a quotation mark is not closed.
bool readWord(const QByteArray &text, qsizetype &at, QByteArray &word)
{
    char quote = 0;
    for (; at < text.size(); ++at) {
        const char c = text[at];
        if (c == '\\' && at + 1 < text.size() && isEscapable(text[at + 1], quote))
            word += text[++at];
        else if (quote == 0 && (c == ' ' || c == '\t'))
            break;
        else if (quote == 0 && (c == '"' || c == '\''))
            quote = c;
        else if (quote != 0 && c == quote)
            quote = 0;
        else
            word += c;
    }
    return quote == 0;
}

qint64 unitOf(char c)
{
    switch (c) {
    case 's':
    case 'S':
        return 1;
    case 'm':
    case 'M':
        return 60;
    case 'h':
    case 'H':
        return 3600;
    case 'd':
    case 'D':
        return 86'400;
    case 'w':
    case 'W':
        return 604'800;
    default:
        return 0;
    }
}

} // namespace

std::optional<QByteArray> nextWord(std::optional<QByteArray> &rest)
{
    if (!rest)
        return std::nullopt;
    QByteArray text = *std::exchange(rest, std::nullopt);
    qsizetype end = 0;
    while (end < text.size() && text[end] != '"' && text[end] != '=' && !Blanks.contains(text[end]))
        ++end;
    if (end == text.size())
        return text;
    if (text[end] == '"') {
        const qsizetype close = text.indexOf('"', end + 1);
        if (close < 0)
            return std::nullopt;
        rest = text.mid(skipBlanks(text, close + 1));
        return text.left(end) + text.mid(end + 1, close - end - 1);
    }
    const bool hadEquals = text[end] == '=';
    qsizetype next = skipBlanks(text, end + 1);
    if (!hadEquals && next < text.size() && text[next] == '=')
        next = skipBlanks(text, next + 1);
    rest = text.mid(next);
    return text.left(end);
}

std::optional<QByteArrayList> splitWords(const QByteArray &text)
{
    QByteArrayList words;
    for (qsizetype at = 0; at < text.size(); ++at) {
        if (text[at] == ' ' || text[at] == '\t')
            continue;
        if (text[at] == '#')
            break;
        QByteArray word("");
        if (!readWord(text, at, word))
            return std::nullopt;
        words.append(word);
    }
    return words;
}

bool matchesPattern(QByteArrayView text, QByteArrayView pattern)
{
    qsizetype t = 0;
    qsizetype p = 0;
    qsizetype star = -1; // the last one, and where in the text what it stands for ends
    qsizetype starEnd = 0;
    while (t < text.size()) {
        if (p < pattern.size() && pattern[p] == '*') {
            star = p++;
            starEnd = t;
        } else if (p < pattern.size() && (pattern[p] == '?' || pattern[p] == text[t])) {
            ++p;
            ++t;
        } else if (star >= 0) {
            p = star + 1;
            t = ++starEnd;
        } else {
            return false;
        }
    }
    while (p < pattern.size() && pattern[p] == '*')
        ++p;
    return p == pattern.size();
}

bool matchesPatternList(const QByteArray &text, const QByteArray &patterns)
{
    bool found = false;
    for (const QByteArray &each : patterns.split(',')) {
        const bool excludes = each.startsWith('!');
        if (!matchesPattern(text, excludes ? QByteArrayView(each).sliced(1) : each))
            continue;
        if (excludes)
            return false;
        found = true;
    }
    return found;
}

std::optional<qint64> secondsOf(const QByteArray &text)
{
    qint64 total = 0;
    qsizetype at = 0;
    if (text.isEmpty())
        return std::nullopt;
    while (at < text.size()) {
        qint64 number = 0;
        const qsizetype start = at;
        for (; at < text.size() && text[at] >= '0' && text[at] <= '9'; ++at) {
            number = number * 10 + (text[at] - '0');
            if (number > std::numeric_limits<int>::max())
                return std::nullopt;
        }
        const qint64 unit = at < text.size() ? unitOf(text[at++]) : 1;
        total += number * unit;
        if (at == start + 1 && unit != 0 && (text[start] < '0' || text[start] > '9'))
            return std::nullopt;
        if (unit == 0 || total > std::numeric_limits<int>::max())
            return std::nullopt;
    }
    return total;
}

} // namespace colonnade::profiles
