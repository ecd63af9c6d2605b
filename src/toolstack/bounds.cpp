// SPDX-License-Identifier: GPL-3.0-or-later
#include "toolstack/bounds.h"

#include <algorithm>

namespace colonnade::toolstack::bounds {

namespace {

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isHex(QChar c)
{
    return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f');
}

} // namespace

std::optional<qint64> number(QByteArrayView text, qint64 max)
{
    if (text.isEmpty() || text.size() > 18 || !std::all_of(text.begin(), text.end(), isDigit))
        return std::nullopt;
    qint64 value = 0;
    for (const char digit : text)
        value = value * 10 + (digit - '0');
    return value <= max ? std::optional(value) : std::nullopt;
}

std::optional<double> fraction(QByteArrayView text, double max)
{
    const auto plain = [](char c) { return isDigit(c) || c == '.'; };
    if (text.isEmpty() || text.size() > 32 || !isDigit(text.front())
        || !std::all_of(text.begin(), text.end(), plain))
        return std::nullopt;
    bool ok = false;
    const double value = text.toByteArray().toDouble(&ok);
    return ok && value >= 0 && value <= max ? std::optional(value) : std::nullopt;
}

QString uuid(const QString &text)
{
    const QString lower = text.toLower();
    if (lower.size() != 36)
        return {};
    bool onlyZeros = true;
    for (qsizetype i = 0; i < lower.size(); ++i) {
        const bool dash = i == 8 || i == 13 || i == 18 || i == 23;
        if (dash ? lower[i] != u'-' : !isHex(lower[i]))
            return {};
        onlyZeros = onlyZeros && (dash || lower[i] == u'0');
    }
    return onlyZeros ? QString() : lower;
}

QString mac(const QString &text)
{
    const QString lower = text.toLower();
    if (lower.size() != 12 || !std::all_of(lower.begin(), lower.end(), isHex))
        return lower;
    QString result = lower;
    for (int i = 10; i > 0; i -= 2)
        result.insert(i, u':');
    return result;
}

} // namespace colonnade::toolstack::bounds
