// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/xendconfig.h"

#include "formats/shown.h"
#include "formats/sxp.h"
#include "formats/xendconfighosts.h"
#include "formats/xendconfigoptions.h"

#include <algorithm>

namespace colonnade::formats {

namespace {

using namespace Qt::StringLiterals;
using base::ErrorCode;
using base::failure;

constexpr qint64 LastPort = 65535;

bool isBlank(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\v' || c == '\f';
}

base::Result<void> checkHosts(QByteArrayView value)
{
    for (const Span span : hostPatternSpans(value)) {
        const QByteArrayView pattern = textOf(value, span);
        if (const auto error = hostPatternError(pattern)) {
            return failure(ErrorCode::InvalidInput,
                           u"`%1` is no regular expression, so xend would not start: %2."_s.arg(
                               shown(pattern), *error));
        }
        if (pattern.isEmpty() && value.size() > 0) {
            return failure(ErrorCode::InvalidInput,
                           u"Two blanks in a row, or one at an end, would let every host in."_s,
                           u"Put one blank between the hosts."_s);
        }
    }
    return {};
}

/// Fails where xend would not start with @p value.
base::Result<void> checkValue(QByteArrayView key, QByteArrayView value)
{
    if (value.contains('\0'))
        return failure(ErrorCode::InvalidInput,
                       u"The value for %1 holds a NUL byte."_s.arg(shown(key)));
    const KnownXendOption *known = knownXendOption(key);
    if (!known)
        return {};
    const auto refuse = [&](const QString &wanted) {
        return failure(ErrorCode::InvalidInput,
                       u"xend would not start with %1 set to `%2`: it wants %3."_s.arg(
                           shown(key), shown(value), wanted));
    };
    switch (known->kind) {
    case XendValueKind::Boolean:
        if (!xendBoolean(value))
            return refuse(u"yes or no"_s);
        return {};
    case XendValueKind::Number:
        if (!xendNumber(value))
            return refuse(u"a whole number"_s);
        return {};
    case XendValueKind::Port:
        if (const auto port = xendNumber(value); !port || *port < 1 || *port > LastPort)
            return refuse(u"a port from 1 to %1"_s.arg(LastPort));
        return {};
    case XendValueKind::List:
        return refuse(u"a list, which is edited in the text"_s);
    case XendValueKind::Hosts:
        return checkHosts(value);
    case XendValueKind::Text:
        return {};
    }
    return {};
}

} // namespace

/// Whether @p at lies within a form or a string, where a form would be something else.
bool XendConfig::isWithin(qsizetype at) const
{
    const auto isIn = [at](const QList<Span> &spans) {
        const auto behind = std::ranges::upper_bound(spans, at, {}, &Span::begin);
        return behind != spans.begin() && at < std::prev(behind)->end;
    };
    return isIn(m_forms) || isIn(m_strays) || m_dropped.contains(at) || at > m_end;
}

TextEdits XendConfig::replaced(const XendOption &option, QByteArrayView value) const
{
    const bool isString = option.isString || !isSxpWord(value);
    const char quote = option.isString ? m_text[option.valueSpan.begin] : '\'';
    const QByteArray written = isString ? sxpString(value, quote) : value.toByteArray();
    // A word that ends with a bracket may stand right before the value.
    const char before = m_text[option.valueSpan.begin - 1];
    const bool needsBlank = before != ' ' && before != '\t' && before != '\n' && before != '\r';
    if (textOf(m_text, option.valueSpan) == written)
        return {};
    return {TextEdit{option.valueSpan, (needsBlank ? " " : "") + written}};
}

base::Result<TextEdits> XendConfig::set(QByteArrayView key, QByteArrayView value) const
{
    if (!isSxpWord(key))
        return failure(ErrorCode::InvalidInput, u"%1 is no key of xend's."_s.arg(shown(key)));
    if (const auto allowed = checkValue(key, value); !allowed)
        return std::unexpected(allowed.error());
    const XendOption *found = option(key);
    if (!found)
        return added(key, value);
    if (found->isList) {
        return failure(ErrorCode::Refused, u"%1 is a list in this file."_s.arg(shown(key)),
                       u"Edit it in the text."_s);
    }
    return replaced(*found, value);
}

/// Behind the last comment that shows a form of @p key, as the examples of xend do; -1: there is
/// none.
qsizetype XendConfig::behindComment(QByteArrayView key) const
{
    qsizetype result = -1;
    const QByteArray begin = '(' + key.toByteArray();
    for (qsizetype at = 0; (at = m_text.indexOf(begin, at)) >= 0;
         at = std::max(at + begin.size(), lineAt(m_text, at).end)) {
        const Span line = lineAt(m_text, at);
        const QByteArrayView before = textOf(m_text, {line.begin, at}).trimmed();
        const qsizetype end = at + begin.size();
        const bool isKey = end < m_text.size()
                           && (isBlank(m_text[end]) || m_text[end] == ')' || m_text[end] == '\n');
        const bool isComment = !before.isEmpty() && std::ranges::all_of(before, [](char c) {
            return c == '#' || isBlank(c);
        });
        if (isKey && isComment && !isWithin(line.begin))
            result = line.end;
    }
    return result;
}

base::Result<TextEdits> XendConfig::added(QByteArrayView key, QByteArrayView value) const
{
    const KnownXendOption *known = knownXendOption(key);
    const bool isWord = isSxpWord(value) && !(known && known->kind == XendValueKind::Hosts);
    const QByteArray form = '(' + key.toByteArray() + ' '
                            + (isWord ? value.toByteArray() : sxpString(value, '\'')) + ')';
    const QByteArray lineEnd = lineEndOf(m_text);
    qsizetype at = behindComment(key);
    if (at < 0 && !m_dropped.isEmpty()) {
        return failure(ErrorCode::Refused,
                       u"The form at the end of the file is not closed, so nothing can be added "
                       "behind it."_s,
                       u"Close it with `)` first."_s);
    }
    if (at < 0)
        at = m_end;
    const bool isLineBegin = at == 0 || m_text[at - 1] == '\n';
    return TextEdits{TextEdit{{at, at}, (isLineBegin ? QByteArray() : lineEnd) + form + lineEnd}};
}

base::Result<TextEdits> XendConfig::setRelocationHosts(const QStringList &hosts) const
{
    if (hosts.isEmpty()) {
        return failure(ErrorCode::InvalidInput,
                       u"An empty list would let every host in, with no questions asked."_s,
                       u"Name at least one host; localhost is one."_s);
    }
    QList<QByteArray> patterns;
    for (const QString &host : hosts) {
        const std::optional<QByteArray> pattern = hostPattern(host);
        if (!pattern) {
            return failure(ErrorCode::InvalidInput,
                           u"`%1` is no address and no name of a host."_s.arg(host),
                           u"Write an IPv4 address, or the name that reverse DNS gives."_s);
        }
        patterns.append(*pattern);
    }
    return set("xend-relocation-hosts-allow", patterns.join(' '));
}

/// The lines of a form, with the line end, where nothing but a comment stands beside it.
base::Result<Span> XendConfig::ownLines(const XendOption &option) const
{
    Span lines{lineAt(m_text, option.span.begin).begin, lineAt(m_text, option.span.end - 1).end};
    const QByteArrayView before = textOf(m_text, {lines.begin, option.span.begin});
    const QByteArrayView behind = textOf(m_text, {option.span.end, lines.end}).trimmed();
    if (std::ranges::all_of(before, isBlank) && (behind.isEmpty() || behind.startsWith('#')))
        return lines;
    return failure(
        ErrorCode::Refused,
        u"Something else stands in the lines of the form (%1 ...)."_s.arg(shown(option.key)),
        u"Put it on lines of its own in the text."_s);
}

base::Result<TextEdits> XendConfig::commentOut(QByteArrayView key) const
{
    TextEdits edits;
    for (const XendOption &option : m_options) {
        if (option.key != key)
            continue;
        const base::Result<Span> lines = ownLines(option);
        if (!lines)
            return std::unexpected(lines.error());
        edits.append(TextEdit{{option.span.begin, option.span.begin}, "#"});
        for (qsizetype at = option.span.begin;
             (at = m_text.indexOf('\n', at) + 1) > 0 && at < option.span.end;)
            edits.append(TextEdit{{at, at}, "#"});
    }
    if (edits.isEmpty())
        return failure(ErrorCode::NotFound, u"The file does not set %1."_s.arg(shown(key)));
    return edits;
}

base::Result<TextEdits> XendConfig::remove(QByteArrayView key) const
{
    TextEdits edits;
    for (const XendOption &option : m_options) {
        if (option.key != key)
            continue;
        if (const base::Result<Span> lines = ownLines(option)) {
            edits.append(TextEdit{*lines, {}});
            continue;
        }
        // A blank keeps the words beside it apart.
        const bool isFree = option.span.begin == 0 || isBlank(m_text[option.span.begin - 1])
                            || m_text[option.span.begin - 1] == '\n'
                            || m_text[option.span.begin - 1] == ')';
        edits.append(TextEdit{option.span, isFree ? "" : " "});
    }
    if (edits.isEmpty())
        return failure(ErrorCode::NotFound, u"The file does not set %1."_s.arg(shown(key)));
    return edits;
}

} // namespace colonnade::formats
