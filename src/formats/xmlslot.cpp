// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/xmlslot.h"

#include <algorithm>
#include <optional>

namespace colonnade::formats {

namespace {

bool isBlank(char c)
{
    return c == ' ' || c == '\t';
}

bool isXmlSpace(char c)
{
    return isBlank(c) || c == '\n' || c == '\r';
}

/// Where the white space before @p offset begins.
qsizetype spaceBefore(QByteArrayView text, qsizetype offset)
{
    while (offset > 0 && isXmlSpace(text[offset - 1]))
        --offset;
    return offset;
}

/// The end of the line of @p offset, before its line end, if nothing but blanks and comments of one
/// line follow there; else @p offset.
qsizetype restOfLine(QByteArrayView text, qsizetype offset)
{
    qsizetype end = offset;
    while (true) {
        while (end < text.size() && isBlank(text[end]))
            ++end;
        if (!text.sliced(end).startsWith("<!--"))
            break;
        const qsizetype close = text.indexOf("-->", end);
        if (close < 0 || text.sliced(end, close - end).contains('\n'))
            return offset;
        end = close + 3;
    }
    const QByteArrayView rest = text.sliced(end);
    return rest.startsWith('\n') || rest.startsWith("\r\n") ? end : offset;
}

/// The root counts as alone on its line: nobody else's text is before it.
bool hasOwnLine(QByteArrayView text, const XmlElement &element)
{
    return !element.parent() || isFirstOnLine(text, element.startTag().begin);
}

QByteArray indentOf(QByteArrayView text, const XmlElement &element)
{
    return isFirstOnLine(text, element.startTag().begin)
               ? indentationAt(text, element.startTag().begin).toByteArray()
               : QByteArray();
}

/// By how much a child on a line of its own is further in than its parent; none where it is not.
std::optional<QByteArray> indentStep(QByteArrayView text, const XmlElement &child)
{
    const XmlElement parent = child.parent();
    if (!parent || !isFirstOnLine(text, child.startTag().begin) || !hasOwnLine(text, parent))
        return std::nullopt;
    const QByteArray outer = indentOf(text, parent);
    const QByteArray inner = indentOf(text, child);
    return inner.startsWith(outer) ? inner.sliced(outer.size()) : QByteArray();
}

/// What is written before a sibling of @p neighbour, for it to stand as that one does.
XmlSlot besides(const XmlDocument &document, const XmlElement &neighbour)
{
    const QByteArrayView text = document.text();
    const qsizetype begin = neighbour.startTag().begin;
    XmlSlot slot;
    if (isFirstOnLine(text, begin)) {
        slot.indent = indentationAt(text, begin).toByteArray();
        slot.separator = lineEndOf(text) + slot.indent;
    } else {
        slot.isInline = true;
        const qsizetype space = spaceBefore(text, begin);
        slot.separator = text.sliced(space, begin - space).toByteArray();
    }
    return slot;
}

XmlSlot inEmptyTag(const XmlDocument &document, const XmlElement &parent)
{
    const auto attributes = parent.attributes();
    XmlSlot slot;
    slot.span = {attributes.empty() ? parent.nameSpan().end : attributes.back().whole.end,
                 parent.startTag().end};
    slot.head = ">";
    slot.tail = "</" + parent.tag().toByteArray() + '>';
    slot.isInline = !hasOwnLine(document.text(), parent);
    if (!slot.isInline) {
        const QByteArray lineEnd = lineEndOf(document.text());
        const QByteArray outer = indentOf(document.text(), parent);
        slot.indent = outer + xmlIndentUnit(document, parent);
        slot.separator = lineEnd + slot.indent;
        slot.tail.prepend(lineEnd + outer);
    }
    return slot;
}

/// Between tags that have no element between them, and perhaps white space, comments or text.
XmlSlot inContent(const XmlDocument &document, const XmlElement &parent)
{
    const QByteArrayView text = document.text();
    const Span content = parent.content();
    const qsizetype space = std::max(spaceBefore(text, content.end), content.begin);
    const bool hasLine = textOf(text, {space, content.end}).contains('\n');
    XmlSlot slot;
    slot.span = {hasLine ? space : content.end, hasLine ? space : content.end};
    slot.isInline = !hasLine && (space > content.begin || !hasOwnLine(text, parent));
    if (slot.isInline)
        return slot;
    const QByteArray lineEnd = lineEndOf(text);
    const QByteArray outer = indentOf(text, parent);
    slot.indent = outer + xmlIndentUnit(document, parent);
    slot.separator = lineEnd + slot.indent;
    if (!hasLine) {
        slot.span = content;
        slot.tail = lineEnd + outer;
    }
    return slot;
}

} // namespace

bool isFirstOnLine(QByteArrayView text, qsizetype offset)
{
    while (offset > 0 && isBlank(text[offset - 1]))
        --offset;
    return offset == 0 || text[offset - 1] == '\n';
}

QByteArray xmlIndentUnit(const XmlDocument &document, const XmlElement &element)
{
    const QByteArrayView text = document.text();
    std::optional<QByteArray> unit = indentStep(text, element);
    for (qsizetype i = 1; (!unit || unit->isEmpty()) && i < document.elementCount(); ++i) {
        const auto step = indentStep(text, document.element(i));
        unit = step ? step : unit;
    }
    return unit.value_or("  ");
}

XmlSlot xmlSlot(const XmlDocument &document, const XmlElement &parent, qsizetype position,
                const XmlElement &moved)
{
    QList<XmlElement> children = parent.children();
    children.removeOne(moved);
    if (children.isEmpty())
        return parent.isEmptyTag() ? inEmptyTag(document, parent) : inContent(document, parent);
    if (position < 0 || position > children.size())
        position = children.size();
    XmlSlot slot = besides(document, children[std::max<qsizetype>(position - 1, 0)]);
    qsizetype offset = position == 0 ? parent.startTag().end : children[position - 1].span().end;
    if (!slot.isInline)
        offset = restOfLine(document.text(), offset);
    slot.span = {offset, offset};
    return slot;
}

} // namespace colonnade::formats
