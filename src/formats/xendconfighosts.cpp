// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/xendconfighosts.h"

#include <QRegularExpression>

#include <algorithm>

namespace colonnade::formats {

namespace {

bool isHostCharacter(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9')
           || c == u'.' || c == u'-' || c == u'_';
}

/// Bytes become characters one by one, as Python 2 matches bytes.
QRegularExpression expressionOf(QByteArrayView pattern)
{
    return QRegularExpression(QString::fromLatin1(pattern));
}

} // namespace

QList<Span> hostPatternSpans(QByteArrayView value)
{
    QList<Span> spans;
    if (value.isEmpty())
        return spans;
    for (qsizetype begin = 0; begin <= value.size();) {
        const qsizetype blank = value.indexOf(' ', begin);
        const qsizetype end = blank < 0 ? value.size() : blank;
        spans.append({begin, end});
        begin = end + 1;
    }
    return spans;
}

std::optional<QByteArray> hostPattern(const QString &host)
{
    if (host.isEmpty() || host.size() > 253 || !std::ranges::all_of(host, isHostCharacter))
        return {};
    QByteArray pattern = host.toLatin1();
    pattern.replace(".", "\\.");
    return '^' + pattern + '$';
}

std::optional<QString> hostOfPattern(QByteArrayView pattern)
{
    if (pattern.startsWith('^'))
        pattern = pattern.sliced(1);
    if (!pattern.endsWith('$'))
        return {};
    QByteArray host = pattern.chopped(1).toByteArray();
    host.replace("\\.", "\n"); // no pattern that is read here holds a line end, and none is added
    if (host.contains('.') || pattern.contains('\n'))
        return {};
    host.replace('\n', '.');
    host.replace("\\-", "-");
    const QString name = QString::fromLatin1(host);
    return hostPattern(name) ? std::optional(name) : std::nullopt;
}

std::optional<QString> hostPatternError(QByteArrayView pattern)
{
    const QRegularExpression expression = expressionOf(pattern);
    if (expression.isValid())
        return {};
    return expression.errorString();
}

bool hostPatternMatches(QByteArrayView pattern, QByteArrayView host)
{
    const QRegularExpression expression = expressionOf(pattern);
    return expression
        .match(QString::fromLatin1(host), 0, QRegularExpression::NormalMatch,
               QRegularExpression::AnchorAtOffsetMatchOption)
        .hasMatch();
}

QByteArray withEscapedDots(QByteArrayView pattern)
{
    const QByteArray text = pattern.toByteArray();
    QByteArray plain = text;
    plain.replace("\\.", ".").replace("\\-", "-");
    if (plain.startsWith('^'))
        plain.remove(0, 1);
    if (plain.endsWith('$'))
        plain.chop(1);
    if (!hostPattern(QString::fromLatin1(plain)))
        return text;
    QByteArray result;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const bool isEscaped = i > 0 && text[i - 1] == '\\';
        result += text[i] == '.' && !isEscaped ? QByteArray("\\.") : QByteArray(1, text[i]);
    }
    return result;
}

} // namespace colonnade::formats
