// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/xmledit.h"

#include "formats/xmlslot.h"

#include <QSet>

#include <algorithm>

namespace colonnade::formats {

using namespace Qt::StringLiterals;
using base::ErrorCode;
using base::failure;
using base::Result;

namespace {

std::unexpected<base::Error> noName(const QString &name)
{
    return failure(ErrorCode::InvalidInput,
                   u"\"%1\" is no name for an element or an attribute of XML."_s.arg(name),
                   u"Use letters, digits, \"_\" and \"-\", beginning with a letter."_s);
}

Result<QByteArray> encodedName(const XmlDocument &document, const QString &name)
{
    const auto bytes = encoded(document.encoding(), name);
    if (!isXmlName(name) || !bytes)
        return noName(name);
    return *bytes;
}

Result<QByteArray> checkedValue(const XmlDocument &document, const QString &name,
                                const QString &value, char quote)
{
    const auto bytes = encodedValue(document.encoding(), value, quote);
    if (!bytes)
        return failure(ErrorCode::InvalidInput,
                       u"The value of %1 has a character that XML cannot carry."_s.arg(name),
                       u"Remove control characters from it."_s);
    return *bytes;
}

/// The quotes that the tag, or else the file, uses.
char quoteNear(const XmlDocument &document, const XmlElement &element)
{
    if (!element.attributes().empty())
        return element.attributes().back().quote;
    const auto attributes = document.root().attributes();
    return attributes.empty() ? '"' : attributes.front().quote;
}

/// What stands before an attribute that is added: a blank, or a line of its own where each of the
/// others has one.
QByteArray spaceBeforeNext(const XmlDocument &document, const XmlElement &element)
{
    const auto attributes = element.attributes();
    const auto space = [&](const XmlAttribute &attribute) {
        return textOf(document.text(), {attribute.whole.begin, attribute.name.begin});
    };
    const bool haveLines =
        attributes.size() > 1
        && std::ranges::all_of(attributes.subspan(1), [&](const auto &attribute) {
               return space(attribute).contains('\n');
           });
    return haveLines ? space(attributes.back()).toByteArray() : QByteArray(" ");
}

/// ` />` or `/>`, as the file has it first.
QByteArray emptyTagEnd(const XmlDocument &document)
{
    for (qsizetype i = 0; i < document.elementCount(); ++i) {
        const XmlElement element = document.element(i);
        if (element.isEmptyTag())
            return textOf(document.text(), element.startTag()).endsWith(" />") ? " />" : "/>";
    }
    return "/>";
}

/// Writes new elements.
class Writer
{
public:
    Writer(const XmlDocument &document, const XmlElement &parent, bool isInline)
        : m_document(document),
          m_lineEnd(isInline ? QByteArray() : lineEndOf(document.text())),
          m_unit(isInline ? QByteArray() : xmlIndentUnit(document, parent)),
          m_emptyTagEnd(emptyTagEnd(document)),
          m_quote(quoteNear(document, parent))
    {
    }

    Result<QByteArray> written(const NewXmlElement &element, const QByteArray &indent) const
    {
        const auto tag = encodedName(m_document, element.tag);
        if (!tag)
            return tag;
        QByteArray text = '<' + *tag;
        QSet<QString> names;
        for (const auto &[name, value] : element.attributes) {
            if (names.contains(name))
                return failure(ErrorCode::InvalidInput,
                               u"<%1> would have the attribute %2 twice."_s.arg(element.tag, name));
            names.insert(name);
            const auto bytes = encodedName(m_document, name);
            const auto quoted = checkedValue(m_document, name, value, m_quote);
            if (!bytes || !quoted)
                return bytes ? quoted : bytes;
            text += ' ' + *bytes + '=' + m_quote + *quoted + m_quote;
        }
        if (element.children.isEmpty())
            return text + m_emptyTagEnd;
        text += '>';
        const QByteArray inner = m_lineEnd.isEmpty() ? QByteArray() : indent + m_unit;
        for (const NewXmlElement &child : element.children) {
            const auto bytes = written(child, inner);
            if (!bytes)
                return bytes;
            text += m_lineEnd + inner + *bytes;
        }
        return text + m_lineEnd + (m_lineEnd.isEmpty() ? QByteArray() : indent) + "</" + *tag + '>';
    }

private:
    const XmlDocument &m_document;
    QByteArray m_lineEnd;
    QByteArray m_unit;
    QByteArray m_emptyTagEnd;
    char m_quote;
};

/// All that goes when @p element goes.
Span removedSpan(QByteArrayView text, const XmlElement &element)
{
    const auto isBlank = [text](qsizetype offset) {
        return text[offset] == ' ' || text[offset] == '\t';
    };
    Span span = element.span();
    const bool isFirst = isFirstOnLine(text, span.begin);
    qsizetype after = span.end;
    while (after < text.size() && isBlank(after))
        ++after;
    const QByteArrayView rest = text.sliced(after);
    const qsizetype lineEnd = rest.startsWith("\r\n") ? 2 : rest.startsWith('\n') ? 1 : 0;
    if (isFirst && lineEnd > 0)
        return {lineAt(text, span.begin).begin, after + lineEnd};
    if (isFirst)
        return {span.begin, after};
    while (isBlank(span.begin - 1))
        --span.begin;
    return span;
}

/// The text of @p element with the lines of its tags indented as if it stood at @p indent.
QByteArray reindented(QByteArrayView text, const XmlDocument &document, const XmlElement &element,
                      const QByteArray &indent)
{
    const Span span = element.span();
    const QByteArray old =
        isFirstOnLine(text, span.begin) ? indentationAt(text, span.begin).toByteArray() : indent;
    TextEdits edits;
    const auto follow = [&](qsizetype offset) {
        const qsizetype line = lineAt(text, offset).begin;
        if (line > span.begin && isFirstOnLine(text, offset) && text.sliced(line).startsWith(old))
            edits.append({{line - span.begin, line - span.begin + old.size()}, indent});
    };
    for (qsizetype i = element.index(); old != indent && i < document.elementCount(); ++i) {
        const XmlElement inner = document.element(i);
        if (!element.contains(inner))
            break;
        follow(inner.startTag().begin);
        if (!inner.isEmptyTag())
            follow(inner.endTag().begin);
    }
    return applied(textOf(text, span), inOrder(edits));
}

qsizetype positionOf(const XmlElement &element)
{
    qsizetype position = 0;
    for (XmlElement other = element.previous(); other; other = other.previous())
        ++position;
    return position;
}

} // namespace

Result<TextEdits> setAttribute(const XmlDocument &document, const XmlElement &element,
                               const QString &name, const QString &value)
{
    const auto nameBytes = encodedName(document, name);
    if (!nameBytes)
        return std::unexpected(nameBytes.error());
    const XmlAttribute *attribute = element.attribute(*nameBytes);
    const char quote = attribute ? attribute->quote : quoteNear(document, element);
    const auto bytes = checkedValue(document, name, value, quote);
    if (!bytes)
        return std::unexpected(bytes.error());
    if (!attribute) {
        const auto attributes = element.attributes();
        const qsizetype offset =
            attributes.empty() ? element.nameSpan().end : attributes.back().whole.end;
        return TextEdits{
            {{offset, offset},
             spaceBeforeNext(document, element) + *nameBytes + '=' + quote + *bytes + quote}};
    }
    if (attribute->hasEntity)
        return failure(ErrorCode::Refused,
                       u"The value of %1 comes from an entity that the file declares: %2."_s.arg(
                           name, element.value(*attribute)),
                       u"Replace the entity in the text by what it stands for: the daemons of the "
                       "cluster do not follow it."_s);
    if (element.value(*attribute) == value)
        return TextEdits{};
    return TextEdits{{attribute->value, *bytes}};
}

TextEdits removeAttribute(const XmlElement &element, QByteArrayView name)
{
    const XmlAttribute *attribute = element.attribute(name);
    return attribute ? TextEdits{{attribute->whole, {}}} : TextEdits{};
}

Result<TextEdits> addElements(const XmlDocument &document, const XmlElement &parent,
                              const QList<NewXmlElement> &children, qsizetype position)
{
    if (children.isEmpty())
        return TextEdits{};
    const XmlSlot slot = xmlSlot(document, parent, position);
    const Writer writer(document, parent, slot.isInline);
    QByteArray text = slot.head;
    for (const NewXmlElement &child : children) {
        const auto bytes = writer.written(child, slot.indent);
        if (!bytes)
            return std::unexpected(bytes.error());
        text += slot.separator + *bytes;
    }
    return TextEdits{{slot.span, text + slot.tail}};
}

Result<TextEdits> addElement(const XmlDocument &document, const XmlElement &parent,
                             const NewXmlElement &child, qsizetype position)
{
    return addElements(document, parent, {child}, position);
}

Result<TextEdits> removeElement(const XmlDocument &document, const XmlElement &element)
{
    if (!element.parent())
        return failure(
            ErrorCode::Refused,
            u"<%1> is the root of the file and cannot be removed."_s.arg(element.tagName()));
    return TextEdits{{removedSpan(document.text(), element), {}}};
}

Result<TextEdits> moveElement(const XmlDocument &document, const XmlElement &element,
                              const XmlElement &parent, qsizetype position)
{
    if (element.contains(parent))
        return failure(ErrorCode::Refused,
                       u"<%1> cannot be moved into itself."_s.arg(element.tagName()));
    const qsizetype last = parent.children().size() - (element.parent() == parent ? 1 : 0);
    if (position < 0 || position > last)
        position = last;
    if (element.parent() == parent && position == positionOf(element))
        return TextEdits{};
    const XmlSlot slot = xmlSlot(document, parent, position, element);
    const QByteArray text = slot.isInline
                                ? textOf(document.text(), element.span()).toByteArray()
                                : reindented(document.text(), document, element, slot.indent);
    return inOrder({{removedSpan(document.text(), element), {}},
                    {slot.span, slot.head + slot.separator + text + slot.tail}});
}

Result<TextEdits> renameElement(const XmlDocument &document, const XmlElement &element,
                                const QString &tag)
{
    const auto bytes = encodedName(document, tag);
    if (!bytes)
        return std::unexpected(bytes.error());
    if (element.tag() == *bytes)
        return TextEdits{};
    TextEdits edits{{element.nameSpan(), *bytes}};
    const qsizetype endName = element.endTag().begin + 2;
    if (!element.isEmptyTag())
        edits.append({{endName, endName + element.nameSpan().size()}, *bytes});
    return edits;
}

TextEdits merged(const QList<TextEdits> &acts)
{
    TextEdits all;
    for (const TextEdits &act : acts)
        all += act;
    TextEdits edits;
    for (const TextEdit &edit : inOrder(all)) {
        const bool overlaps = !edits.isEmpty() && edit.span.begin < edits.last().span.end;
        if (overlaps && edits.last().replacement.isEmpty() && edit.replacement.isEmpty())
            edits.last().span.end = std::max(edits.last().span.end, edit.span.end);
        else
            edits.append(edit);
    }
    return edits;
}

} // namespace colonnade::formats
