// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/guestconfiglist.h"

#include <algorithm>

namespace colonnade::formats {

namespace {

bool isBlank(char c)
{
    return c == ' ' || c == '\t' || c == '\f';
}

} // namespace

/// How an item stands in its line.
struct GuestList::Place
{
    Span item;
    qsizetype lineBegin = 0;
    qsizetype comma = -1;      ///< the one behind it; -1: none
    bool isCommaNear = false;  ///< that comma stands in the same line
    bool beginsLine = false;   ///< nothing, or only a comma, stands before it in its line
    bool isCommaFirst = false; ///< lines begin with commas
    qsizetype restBegin = 0;   ///< behind the item, and behind its comma if that is near
    qsizetype restEnd = -1;    ///< the line end, if only blanks and a comment stand before it
};

bool GuestList::isLineEnd(qsizetype at) const
{
    return m_text[at] == '\n' || (m_text[at] == '\r' && m_dialect == GuestDialect::Xm);
}

/// The line end behind @p at, if only blanks and a comment stand before it; else -1.
qsizetype GuestList::restOfLine(qsizetype at) const
{
    while (at < m_list.span.end && isBlank(m_text[at]))
        ++at;
    if (m_text[at] == '#') {
        while (!isLineEnd(at))
            ++at;
    }
    return isLineEnd(at) ? at : -1;
}

qsizetype GuestList::lineBegin(qsizetype at) const
{
    while (at > 0 && !isLineEnd(at - 1))
        --at;
    return at;
}

qsizetype GuestList::commaBehind(qsizetype index) const
{
    const bool isLast = index + 1 == m_list.items.size();
    const qsizetype limit = isLast ? m_list.span.end - 1 : m_list.items[index + 1].span.begin;
    for (qsizetype i = m_list.items[index].span.end; i < limit; ++i) {
        if (m_text[i] == ',')
            return i;
        if (m_text[i] == '#') {
            while (!isLineEnd(i))
                ++i;
        }
    }
    return -1;
}

GuestList::Place GuestList::placeOf(qsizetype index) const
{
    Place place;
    place.item = m_list.items[index].span;
    place.lineBegin = place.item.begin;
    while (isBlank(m_text[place.lineBegin - 1])
           || (m_text[place.lineBegin - 1] == ',' && !place.isCommaFirst)) {
        --place.lineBegin;
        place.isCommaFirst |= m_text[place.lineBegin] == ',';
    }
    place.beginsLine = isLineEnd(place.lineBegin - 1);
    place.isCommaFirst &= place.beginsLine;
    place.comma = commaBehind(index);
    if (place.comma >= 0) {
        const QByteArrayView between = textOf(m_text, {place.item.end, place.comma});
        place.isCommaNear = std::ranges::all_of(between, isBlank);
    }
    place.restBegin = place.isCommaNear ? place.comma + 1 : place.item.end;
    place.restEnd = restOfLine(place.restBegin);
    return place;
}

QByteArray GuestList::lineEnd() const
{
    return m_dialect == GuestDialect::Xm ? lineEndOf(m_text) : QByteArray("\n");
}

/// A line end, and what stands before the item in its line.
QByteArray GuestList::newLineLike(const Place &place) const
{
    return lineEnd() + textOf(m_text, {place.lineBegin, place.item.begin}).toByteArray();
}

TextEdits GuestList::insertedIntoEmpty(const QByteArray &joined) const
{
    const Span inner{m_list.span.begin + 1, m_list.span.end - 1};
    const qsizetype last = lineBegin(inner.end);
    if (last <= inner.begin) {
        const QByteArray blank = inner.isEmpty() ? "" : " ";
        return {TextEdit{{inner.begin, inner.begin}, blank + joined}};
    }
    // Comments may stand within: behind them, where the line with the bracket begins.
    const qsizetype first = lineBegin(m_list.span.begin);
    QByteArrayView indentation = indentationAt(m_text, last);
    if (const qsizetype comment = m_text.indexOf('#', inner.begin);
        comment >= 0 && comment < last && lineBegin(comment) > first) {
        indentation = indentationAt(m_text, comment);
    }
    return {TextEdit{{last, last}, indentation.toByteArray() + joined + lineEnd()}};
}

/// For an item that begins its line: the new ones get lines of their own.
TextEdits GuestList::insertedOnLines(const Place &place, const QList<QByteArray> &written) const
{
    const QByteArray begin = newLineLike(place);
    const bool isLast = place.comma < 0;
    const bool hasComma = place.isCommaNear;
    QByteArray lines;
    for (const QByteArray &value : written) {
        const bool wantsComma = hasComma || (!place.isCommaFirst && &value != &written.last());
        lines += begin + value + (wantsComma ? "," : "");
    }
    if (place.isCommaFirst || hasComma) {
        const qsizetype at = place.restEnd >= 0 ? place.restEnd : place.item.end;
        return {TextEdit{{at, at}, lines}};
    }
    if (!isLast) // its comma stands in a line below
        return {TextEdit{{place.item.end, place.item.end}, "," + lines}};
    const qsizetype at = place.restEnd >= 0 ? place.restEnd : place.item.end;
    if (at == place.item.end)
        return {TextEdit{{at, at}, "," + lines}};
    return {TextEdit{{place.item.end, place.item.end}, ","}, TextEdit{{at, at}, lines}};
}

TextEdits GuestList::inserted(qsizetype index, const QList<QByteArray> &written) const
{
    if (m_list.items.isEmpty())
        return insertedIntoEmpty(written.join(", "));
    if (index < 0) {
        const Place place = placeOf(0);
        QByteArray values;
        for (const QByteArray &value : written) {
            values += value + ",";
            values += place.beginsLine ? newLineLike(place) : QByteArray(" ");
        }
        return {TextEdit{{place.item.begin, place.item.begin}, values}};
    }
    const Place place = placeOf(index);
    const bool isAlone = place.restEnd >= 0 || place.comma < 0;
    const bool isBetweenCommas = place.isCommaFirst && place.isCommaNear;
    if (place.beginsLine && isAlone && !isBetweenCommas)
        return insertedOnLines(place, written);
    const bool isTight = place.item.begin > 0 && m_text[place.item.begin - 1] == ',';
    QByteArray values;
    for (const QByteArray &value : written)
        values += (isTight ? "," : ", ") + value;
    return {TextEdit{{place.item.end, place.item.end}, values}};
}

bool GuestList::isInline(Span between) const
{
    return std::ranges::all_of(textOf(m_text, between),
                               [](char c) { return isBlank(c) || c == ','; });
}

TextEdits GuestList::removed(qsizetype begin, qsizetype end) const
{
    TextEdits edits;
    if (begin > 0 && end == m_list.items.size() && commaBehind(end - 1) < 0) {
        bool isPlain = true;
        for (qsizetype i = begin; i < end && isPlain; ++i)
            isPlain = isInline({m_list.items[i - 1].span.end, m_list.items[i].span.begin});
        if (isPlain)
            return {
                TextEdit{{m_list.items[begin - 1].span.end, m_list.items[end - 1].span.end}, {}}};
    }
    for (qsizetype i = begin; i < end; ++i)
        remove(i, edits);
    edits = mergedRemovals(edits);
    mendCommas(begin, end, edits);
    return mergedRemovals(edits);
}

/// Leaves one comma between the items beside [begin, end), which are taken out, and none where
/// there is only one of them: lines that begin with commas and lines that end with them may be
/// mixed.
void GuestList::mendCommas(qsizetype begin, qsizetype end, TextEdits &edits) const
{
    QList<qsizetype> left;
    for (qsizetype i = std::max<qsizetype>(0, begin - 1); i < end; ++i) {
        const qsizetype comma = commaBehind(i);
        const auto behind = std::ranges::upper_bound(
            edits, comma, {}, [](const TextEdit &edit) { return edit.span.begin; });
        const bool isGone = behind != edits.begin() && std::prev(behind)->span.contains(comma);
        if (comma >= 0 && !isGone)
            left.append(comma);
    }
    const bool hasBoth = begin > 0 && end < m_list.items.size();
    const qsizetype wanted = begin == 0 ? 0 : hasBoth ? 1 : std::min<qsizetype>(1, left.size());
    for (qsizetype i = wanted; i < left.size(); ++i)
        edits.append(TextEdit{{left[i], left[i] + 1}, {}});
}

void GuestList::remove(qsizetype index, TextEdits &edits) const
{
    const Place place = placeOf(index);
    const bool isLast = index + 1 == m_list.items.size();
    const bool isBetweenCommas = place.isCommaFirst && place.isCommaNear && !isLast;
    if (place.beginsLine && place.restEnd >= 0 && !isBetweenCommas) {
        qsizetype end = place.restEnd + 1;
        if (m_text[place.restEnd] == '\r' && m_text[end] == '\n')
            ++end;
        edits.append(TextEdit{{place.lineBegin, end}, {}});
        if (place.comma >= 0 && !place.isCommaNear && !place.isCommaFirst)
            edits.append(TextEdit{{place.comma, place.comma + 1}, {}});
        return;
    }
    Span gone = place.item;
    if (place.comma >= 0) {
        if (!place.isCommaNear) {
            edits.append(TextEdit{gone, {}});
            edits.append(TextEdit{{place.comma, place.comma + 1}, {}});
            return;
        }
        gone.end = place.comma + 1;
        while (place.restEnd < 0 && isBlank(m_text[gone.end]) && m_text[gone.end + 1] != ']')
            ++gone.end;
    }
    edits.append(TextEdit{gone, {}});
}

TextEdits mergedRemovals(const TextEdits &edits)
{
    TextEdits result;
    for (const TextEdit &edit : inOrder(edits)) {
        if (!result.isEmpty() && edit.span.begin < result.last().span.end)
            result.last().span.end = std::max(result.last().span.end, edit.span.end);
        else
            result.append(edit);
    }
    return result;
}

} // namespace colonnade::formats
