// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/shell.h"

#include <algorithm>

namespace colonnade::base {

namespace {

bool isPlain(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
        || QByteArrayView("_-./:@%+,").contains(c);
}

} // namespace

QByteArray shellQuoted(QByteArrayView word)
{
    if (const qsizetype end = word.indexOf('\0'); end >= 0)
        word = word.first(end);
    if (!word.isEmpty() && std::all_of(word.begin(), word.end(), isPlain))
        return word.toByteArray();

    QByteArray quoted = "'";
    for (const char c : word) {
        if (c == '\'')
            quoted += "'\\''";
        else
            quoted += c;
    }
    return quoted + '\'';
}

QByteArray shellCommand(const QList<QByteArray> &argv)
{
    QByteArray line;
    for (const QByteArray &word : argv) {
        if (!line.isEmpty())
            line += ' ';
        line += shellQuoted(word);
    }
    return line;
}

} // namespace colonnade::base
