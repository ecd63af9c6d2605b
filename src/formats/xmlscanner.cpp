// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/xmlscanner.h"

#include "formats/xmldoctype.h"

#include <QSet>

#include <algorithm>

namespace colonnade::formats {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype DeepestNesting = 257; // libxml2 without its option "huge"

/// The name of an encoding whose bytes are no ASCII, by how a text in it begins (XML 1.0,
/// appendix F); empty for others.
QString foreignEncoding(QByteArrayView text)
{
    using namespace std::string_view_literals;
    const auto begins = [text](std::string_view bytes) {
        return text.startsWith(QByteArrayView(bytes.data(), qsizetype(bytes.size())));
    };
    if (begins("\0\0\0<"sv) || begins("<\0\0\0"sv) || begins("\0\0\xfe\xff"sv)
        || begins("\xff\xfe\0\0"sv))
        return u"UTF-32"_s;
    if (begins("\0<"sv) || begins("<\0"sv) || begins("\xfe\xff"sv) || begins("\xff\xfe"sv))
        return u"UTF-16"_s;
    return begins("\x4c\x6f\xa7\x94"sv) ? u"EBCDIC"_s : QString();
}

} // namespace

bool XmlScanner::takeDocument()
{
    if (!checkSignature())
        return false;
    if (!takeXmlDeclaration() || !takeProlog() || !takeStartTag() || !takeContent())
        return false;
    m_tree.encoding = m_cursor.encoding();
    while (takeMisc()) {
    }
    // libxml2 ends where a NUL stands behind the root element.
    if (m_cursor.error() || m_cursor.atEnd() || m_cursor.peek() == '\0')
        return !m_cursor.error();
    return m_cursor.fail(u"Nothing but comments may follow </%1>, the end of the document."_s.arg(
        shown(m_tree.elements.first().name)));
}

bool XmlScanner::takeFragment()
{
    while (!m_cursor.atEnd()) {
        if (m_open.isEmpty() && m_cursor.isAt("</"))
            return m_cursor.fail(u"it closes an element that it does not open"_s);
        if (!takeContentItem())
            return false;
    }
    return m_open.isEmpty() || m_cursor.fail(u"it opens an element that it does not close"_s);
}

bool XmlScanner::checkSignature()
{
    const QString foreign = foreignEncoding(m_cursor.text());
    if (!foreign.isEmpty())
        return m_cursor.fail(
            u"The text is encoded in %1, which is not read here: save it as UTF-8."_s.arg(foreign));
    m_cursor.skip("\xef\xbb\xbf");
    return !m_cursor.atEnd() || m_cursor.fail(u"The file is empty."_s);
}

/// `<?xml ...?>`, if it is there.
bool XmlScanner::takeXmlDeclaration()
{
    const qsizetype begin = m_cursor.offset();
    if (!m_cursor.skip("<?xml") || !m_cursor.skipSpace()) {
        m_cursor.setOffset(begin);
        return true;
    }
    const QString malformed = u"The XML declaration must begin with <?xml version=\"1.0\"."_s;
    Span version;
    if (!m_cursor.take("version", malformed))
        return false;
    m_cursor.skipSpace();
    if (!m_cursor.take("=", malformed))
        return false;
    m_cursor.skipSpace();
    if (!m_cursor.takeQuoted(version, u"The version of XML"_s))
        return false;
    const QByteArrayView number = m_cursor.text(version);
    if (!number.startsWith("1.")
        || !std::ranges::all_of(number.sliced(2), [](char c) { return c >= '0' && c <= '9'; }))
        return m_cursor.fail(version.begin, malformed);
    if (!takeEncoding() || !takeStandalone())
        return false;
    m_cursor.skipSpace();
    return m_cursor.take("?>", u"The XML declaration does not end: ?> is missing."_s);
}

/// ` encoding="..."`, if it is there.
bool XmlScanner::takeEncoding()
{
    const qsizetype begin = m_cursor.offset();
    const bool hasSpace = m_cursor.skipSpace();
    if (!m_cursor.isAt("encoding")) {
        m_cursor.setOffset(begin);
        return true;
    }
    if (!hasSpace)
        return m_cursor.takeSpace(u"encoding"_s);
    m_cursor.skip("encoding");
    m_cursor.skipSpace();
    Span name;
    if (!m_cursor.take("=", u"= must follow \"encoding\" in the XML declaration."_s))
        return false;
    m_cursor.skipSpace();
    if (!m_cursor.takeQuoted(name, u"The encoding"_s))
        return false;
    const auto encoding = xmlEncodingNamed(m_cursor.text(name));
    if (!encoding)
        return m_cursor.fail(name.begin,
                             u"The encoding \"%1\" is not read here: save the file as UTF-8."_s.arg(
                                 shown(name).simplified().left(40)));
    m_cursor.setEncoding(*encoding);
    return true;
}

/// ` standalone="yes"`, if it is there.
bool XmlScanner::takeStandalone()
{
    const qsizetype begin = m_cursor.offset();
    const bool hasSpace = m_cursor.skipSpace();
    if (!m_cursor.isAt("standalone")) {
        m_cursor.setOffset(begin);
        return true;
    }
    if (!hasSpace)
        return m_cursor.takeSpace(u"standalone"_s);
    m_cursor.skip("standalone");
    m_cursor.skipSpace();
    Span value;
    if (!m_cursor.take("=", u"= must follow \"standalone\" in the XML declaration."_s))
        return false;
    m_cursor.skipSpace();
    if (!m_cursor.takeQuoted(value, u"The value of standalone"_s))
        return false;
    m_isStandalone = m_cursor.text(value) == "yes";
    return m_isStandalone || m_cursor.text(value) == "no"
           || m_cursor.fail(value.begin, u"standalone must be \"yes\" or \"no\"."_s);
}

/// White space, a comment, or a processing instruction; false where there is none of them.
bool XmlScanner::takeMisc()
{
    if (m_cursor.skipSpace())
        return true;
    if (m_cursor.isAt("<!--"))
        return m_cursor.takeComment();
    return m_cursor.isAt("<?") && m_cursor.takeInstruction();
}

bool XmlScanner::takeProlog()
{
    while (takeMisc()) {
    }
    if (!m_cursor.error() && m_cursor.isAt("<!DOCTYPE")) {
        if (!XmlDoctype(m_cursor, m_tree, m_entities).take(m_isStandalone))
            return false;
        while (takeMisc()) {
        }
    }
    if (m_cursor.error())
        return false;
    return m_cursor.isAt("<")
           || m_cursor.fail(
               u"The root element must come next, but %1 follows."_s.arg(m_cursor.shownNext()));
}

bool XmlScanner::takeContent()
{
    while (!m_open.isEmpty()) {
        if (m_cursor.atEnd()) {
            const XmlTree::Element &element = m_tree.elements[m_open.last()];
            return m_cursor.fail(
                u"The file ends, but <%1> of line %2 is not closed."_s.arg(shown(element.name))
                    .arg(placeOf(m_cursor.text(), element.startTag.begin).line));
        }
        if (!takeContentItem())
            return false;
    }
    return true;
}

bool XmlScanner::takeContentItem()
{
    if (m_cursor.peek() == '&')
        return m_entities.takeReference(m_cursor, XmlEntities::Context::Content,
                                        m_tree.hasEntityContent);
    if (m_cursor.peek() != '<')
        return takeText();
    if (m_cursor.isAt("</"))
        return takeEndTag();
    if (m_cursor.isAt("<!--"))
        return m_cursor.takeComment();
    if (m_cursor.isAt("<?"))
        return m_cursor.takeInstruction();
    if (m_cursor.skip("<![CDATA["))
        return m_cursor.takeUntil("]]>", u"The CDATA section"_s);
    return takeStartTag();
}

bool XmlScanner::takeText()
{
    const QByteArrayView text = m_cursor.text();
    const qsizetype begin = m_cursor.offset();
    qsizetype end = begin;
    while (end < text.size() && text[end] != '<' && text[end] != '&')
        ++end;
    const qsizetype marker = m_cursor.text({begin, end}).indexOf("]]>");
    if (marker >= 0)
        return m_cursor.fail(begin + marker, u"In a text ]]> must be written as ]]&gt;."_s);
    if (!m_cursor.checkChars({begin, end}))
        return false;
    m_cursor.setOffset(end);
    return true;
}

bool XmlScanner::takeStartTag()
{
    XmlTree::Element element;
    const qsizetype begin = m_cursor.offset();
    m_cursor.skip("<");
    if (!m_cursor.takeName(element.name,
                           u"The name of an element must follow <, which is &lt; in a text."_s))
        return false;
    if (m_open.size() >= DeepestNesting)
        return m_cursor.fail(begin, u"Elements are nested too deeply here."_s);
    if (!takeAttributes(element))
        return false;
    const bool isEmpty = m_cursor.skip("/");
    if (!m_cursor.take(">", u"> must follow / at the end of an empty element."_s))
        return false;
    element.startTag = {begin, m_cursor.offset()};
    element.endTag = {m_cursor.offset(), m_cursor.offset()};
    append(element);
    if (!isEmpty)
        m_open.append(m_tree.elements.size() - 1);
    return true;
}

void XmlScanner::append(const XmlTree::Element &element)
{
    const qsizetype index = m_tree.elements.size();
    m_tree.elements.append(element);
    if (m_open.isEmpty())
        return;
    XmlTree::Element &added = m_tree.elements[index];
    XmlTree::Element &parent = m_tree.elements[m_open.last()];
    added.parent = m_open.last();
    added.previous = parent.lastChild;
    if (parent.lastChild == XmlTree::None)
        parent.firstChild = index;
    else
        m_tree.elements[parent.lastChild].next = index;
    parent.lastChild = index;
}

bool XmlScanner::takeAttributes(XmlTree::Element &element)
{
    element.firstAttribute = m_tree.attributes.size();
    while (true) {
        const qsizetype begin = m_cursor.offset();
        const bool hasSpace = m_cursor.skipSpace();
        if (m_cursor.isAt(">") || m_cursor.isAt("/"))
            break;
        if (!hasSpace)
            return m_cursor.fail(
                u"A blank, > or /> must follow in the tag of <%1>, but %2 follows."_s.arg(
                    shown(element.name), m_cursor.shownNext()));
        if (!takeAttribute(begin))
            return false;
    }
    element.attributeCount = m_tree.attributes.size() - element.firstAttribute;
    return checkAttributes(element);
}

bool XmlScanner::takeAttribute(qsizetype begin)
{
    XmlAttribute attribute;
    // A message is put together where it is needed only: that takes longer than all the rest.
    if (!m_cursor.skipName(attribute.name))
        return m_cursor.fail(
            u"An attribute, > or /> must come next, but %1 follows."_s.arg(m_cursor.shownNext()));
    m_cursor.skipSpace();
    if (!m_cursor.skip("="))
        return m_cursor.fail(
            u"= and a value must follow the attribute %1."_s.arg(shown(attribute.name)));
    m_cursor.skipSpace();
    attribute.quote = m_cursor.peek();
    if (!m_entities.takeValue(m_cursor, attribute.value, attribute.hasEntity))
        return false;
    attribute.whole = {begin, m_cursor.offset()};
    m_tree.hasEntityValue |= attribute.hasEntity;
    m_tree.attributes.append(attribute);
    return true;
}

bool XmlScanner::checkAttributes(const XmlTree::Element &element)
{
    constexpr qsizetype Few = 12; // comparing all with all is quicker up to about there
    const auto attributes =
        std::span(std::as_const(m_tree.attributes)).subspan(size_t(element.firstAttribute));
    QSet<QByteArrayView> names;
    for (size_t i = 0; i < attributes.size(); ++i) {
        const QByteArrayView name = m_cursor.text(attributes[i].name);
        const auto isSame = [&](const XmlAttribute &other) {
            return m_cursor.text(other.name) == name;
        };
        const bool isKnown = element.attributeCount > Few
                                 ? names.contains(name)
                                 : std::ranges::any_of(attributes.first(i), isSame);
        if (isKnown)
            return m_cursor.fail(attributes[i].name.begin,
                                 u"The attribute %1 stands twice in one tag of <%2>."_s.arg(
                                     shown(attributes[i].name), shown(element.name)));
        if (element.attributeCount > Few)
            names.insert(name);
    }
    return true;
}

bool XmlScanner::takeEndTag()
{
    XmlTree::Element &element = m_tree.elements[m_open.last()];
    const qsizetype begin = m_cursor.offset();
    m_cursor.skip("</");
    Span name;
    if (!m_cursor.takeName(name, u"The name of an element must follow </."_s))
        return false;
    if (m_cursor.text(name) != m_cursor.text(element.name))
        return m_cursor.fail(begin,
                             u"</%1> closes nothing here: <%2> of line %3 is open."_s
                                 .arg(shown(name), shown(element.name))
                                 .arg(placeOf(m_cursor.text(), element.startTag.begin).line));
    m_cursor.skipSpace();
    if (!m_cursor.skip(">"))
        return m_cursor.fail(u"> is missing at the end of </%1."_s.arg(shown(name)));
    element.endTag = {begin, m_cursor.offset()};
    m_open.removeLast();
    return true;
}

} // namespace colonnade::formats
