// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/xmldoctype.h"

#include <algorithm>

namespace colonnade::formats {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype DeepestModel = 128; // as in libxml2

bool isPublicIdChar(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
           || QByteArrayView(" \r\n-'()+,./:=?;!*#@$_%").contains(c);
}

} // namespace

bool XmlDoctype::take(bool isStandalone)
{
    const qsizetype begin = m_cursor.offset();
    m_cursor.skip("<!DOCTYPE");
    m_cursor.skipSpace();
    Span name;
    bool isExternal = false;
    if (!m_cursor.takeName(name, u"The document type has no name."_s))
        return false;
    m_cursor.skipSpace();
    if (!takeExternalId(isExternal))
        return false;
    m_cursor.skipSpace();
    if (isExternal && !isStandalone)
        m_entities.allowUndeclared();
    if (m_cursor.skip("[") && !takeSubset())
        return false;
    m_cursor.skipSpace();
    if (!m_cursor.take(">", u"The document type is not closed: > is missing."_s))
        return false;
    m_tree.documentType = {begin, m_cursor.offset()};
    return true;
}

bool XmlDoctype::takeExternalId(bool &isThere)
{
    Span systemId;
    const QString what = u"the identifier of the document type"_s;
    isThere = m_cursor.isAt("SYSTEM") || m_cursor.isAt("PUBLIC");
    if (m_cursor.skip("PUBLIC")) {
        return m_cursor.takeSpace(what) && takePublicId() && m_cursor.takeSpace(what)
               && m_cursor.takeQuoted(systemId, u"A system identifier"_s);
    }
    return !m_cursor.skip("SYSTEM")
           || (m_cursor.takeSpace(what) && m_cursor.takeQuoted(systemId, u"A system identifier"_s));
}

bool XmlDoctype::takePublicId()
{
    Span id;
    return m_cursor.takeQuoted(id, u"A public identifier"_s)
           && (std::ranges::all_of(m_cursor.text(id), &isPublicIdChar)
               || m_cursor.fail(
                   id.begin, u"A public identifier has a character that is not allowed in it."_s));
}

bool XmlDoctype::takeSubset()
{
    while (true) {
        m_cursor.skipSpace();
        if (m_cursor.skip("]"))
            return true;
        if (m_cursor.isAt("%"))
            return m_cursor.fail(u"Parameter entities in the document type are not read here: "
                                 "write out what they stand for."_s);
        if (!takeDeclaration())
            return false;
    }
}

bool XmlDoctype::takeDeclaration()
{
    if (m_cursor.isAt("<!--"))
        return m_cursor.takeComment();
    if (m_cursor.isAt("<?"))
        return m_cursor.takeInstruction();
    if (m_cursor.isAt("<!ENTITY"))
        return takeEntity();
    if (m_cursor.skip("<!ELEMENT"))
        return takeElement();
    if (m_cursor.skip("<!ATTLIST"))
        return takeAttributeList();
    if (m_cursor.skip("<!NOTATION"))
        return takeNotation();
    return m_cursor.fail(
        u"In the document type a declaration or ] must come next, but %1 follows."_s.arg(
            m_cursor.shownNext()));
}

bool XmlDoctype::takeElement()
{
    Span name;
    const QString what = u"the name in <!ELEMENT>"_s;
    if (!m_cursor.takeSpace(what) || !m_cursor.takeName(name, u"<!ELEMENT> has no name."_s)
        || !m_cursor.takeSpace(u"the content in <!ELEMENT>"_s))
        return false;
    if (!m_cursor.skip("EMPTY") && !m_cursor.skip("ANY") && !takeContentModel())
        return false;
    return takeDeclarationEnd(u"<!ELEMENT>"_s);
}

bool XmlDoctype::takeContentModel()
{
    if (!m_cursor.take("(", u"<!ELEMENT> must say EMPTY, ANY, or what is in it in ( )."_s))
        return false;
    m_cursor.skipSpace();
    if (m_cursor.skip("#PCDATA"))
        return takeMixed();
    QByteArray separators(1, '\0'); // of each ( that is open: none yet, or | or ,
    while (!separators.isEmpty()) {
        if (!takeParticle(separators))
            return false;
    }
    return true;
}

bool XmlDoctype::takeMixed()
{
    bool hasNames = false;
    m_cursor.skipSpace();
    while (m_cursor.skip("|")) {
        hasNames = true;
        m_cursor.skipSpace();
        Span name;
        if (!m_cursor.takeName(name, u"A name must follow | in <!ELEMENT>."_s))
            return false;
        m_cursor.skipSpace();
    }
    if (!m_cursor.take(")", u"| or ) must follow in <!ELEMENT>."_s))
        return false;
    return m_cursor.skip("*") || !hasNames
           || m_cursor.fail(u"* must follow ) where #PCDATA is one of several."_s);
}

/// A name, or a `(` that opens; then whatever closes, and the separator before the next one.
bool XmlDoctype::takeParticle(QByteArray &separators)
{
    m_cursor.skipSpace();
    if (m_cursor.skip("(")) {
        separators.append('\0');
        return separators.size() <= DeepestModel
               || m_cursor.fail(u"<!ELEMENT> is nested too deeply."_s);
    }
    Span name;
    if (!m_cursor.takeName(name, u"A name or ( must follow in <!ELEMENT>."_s))
        return false;
    while (!separators.isEmpty()) {
        if (QByteArrayView("?*+").contains(m_cursor.peek()))
            m_cursor.setOffset(m_cursor.offset() + 1);
        m_cursor.skipSpace();
        const char next = m_cursor.peek();
        if (next == ')') {
            m_cursor.skip(")");
            separators.chop(1);
            continue;
        }
        char &separator = separators.back();
        if ((next != ',' && next != '|') || (separator != '\0' && separator != next))
            return m_cursor.fail(u"The same separator or ) must follow in <!ELEMENT>."_s);
        separator = next;
        m_cursor.setOffset(m_cursor.offset() + 1);
        return true;
    }
    if (QByteArrayView("?*+").contains(m_cursor.peek()))
        m_cursor.setOffset(m_cursor.offset() + 1);
    return true;
}

bool XmlDoctype::takeAttributeList()
{
    Span name;
    if (!m_cursor.takeSpace(u"the name in <!ATTLIST>"_s)
        || !m_cursor.takeName(name, u"<!ATTLIST> has no name."_s))
        return false;
    bool hasSpace = m_cursor.skipSpace();
    while (!m_cursor.skip(">")) {
        if (!hasSpace)
            return m_cursor.takeSpace(u"an attribute in <!ATTLIST>"_s);
        if (!m_cursor.takeName(name, u"The name of an attribute or > must follow in <!ATTLIST>."_s)
            || !m_cursor.takeSpace(u"the type in <!ATTLIST>"_s) || !takeAttributeType()
            || !m_cursor.takeSpace(u"the default in <!ATTLIST>"_s) || !takeDefault())
            return false;
        hasSpace = m_cursor.skipSpace();
    }
    return true;
}

bool XmlDoctype::takeAttributeType()
{
    for (const char *type :
         {"CDATA", "IDREFS", "IDREF", "ID", "ENTITY", "ENTITIES", "NMTOKENS", "NMTOKEN"}) {
        if (m_cursor.skip(type))
            return true;
    }
    if (m_cursor.skip("NOTATION"))
        return m_cursor.takeSpace(u"( in <!ATTLIST>"_s) && takeTokens(true);
    return takeTokens(false);
}

bool XmlDoctype::takeTokens(bool areNames)
{
    const QString message = u"A type must follow in <!ATTLIST>: CDATA, ID, ... or values in ( )."_s;
    if (!m_cursor.take("(", message))
        return false;
    do {
        m_cursor.skipSpace();
        Span name;
        if (areNames ? !m_cursor.takeName(name, message) : !m_cursor.takeNameChars(message))
            return false;
        m_cursor.skipSpace();
    } while (m_cursor.skip("|"));
    return m_cursor.take(")", u"| or ) must follow in <!ATTLIST>."_s);
}

bool XmlDoctype::takeDefault()
{
    if (m_cursor.skip("#REQUIRED") || m_cursor.skip("#IMPLIED"))
        return true;
    if (m_cursor.skip("#FIXED") && !m_cursor.takeSpace(u"the value in <!ATTLIST>"_s))
        return false;
    Span value;
    bool hasEntity = false;
    return m_entities.takeValue(m_cursor, value, hasEntity);
}

bool XmlDoctype::takeEntity()
{
    const qsizetype begin = m_cursor.offset();
    m_cursor.skip("<!ENTITY");
    const QString what = u"the name in <!ENTITY>"_s;
    if (!m_cursor.takeSpace(what))
        return false;
    const bool isParameter = m_cursor.skip("%");
    Span name;
    if ((isParameter && !m_cursor.takeSpace(what))
        || !m_cursor.takeName(name, u"<!ENTITY> has no name."_s)
        || !m_cursor.takeSpace(u"the value in <!ENTITY>"_s))
        return false;
    XmlEntities::Entity entity;
    if (!takeGeneralEntity(entity))
        return false;
    if (isParameter && entity.isUnparsed)
        return m_cursor.fail(u"A parameter entity cannot have NDATA."_s);
    if (!takeDeclarationEnd(u"<!ENTITY>"_s))
        return false;
    if (!isParameter) {
        m_entities.declare(decoded(m_cursor.encoding(), m_cursor.text(name)).toUtf8(), entity);
        m_tree.entities.append({name, {begin, m_cursor.offset()}});
    }
    return true;
}

bool XmlDoctype::takeGeneralEntity(XmlEntities::Entity &entity)
{
    if (m_cursor.isAt("\"") || m_cursor.isAt("'"))
        return XmlEntities::takeEntityValue(m_cursor, entity.replacement);
    if (!takeExternalId(entity.isExternal))
        return false;
    if (!entity.isExternal)
        return m_cursor.fail(u"<!ENTITY> has neither a value nor SYSTEM or PUBLIC."_s);
    const bool hasSpace = m_cursor.skipSpace();
    if (!m_cursor.isAt("NDATA"))
        return true;
    if (!hasSpace)
        return m_cursor.takeSpace(u"NDATA"_s);
    m_cursor.skip("NDATA");
    entity.isUnparsed = true;
    Span notation;
    return m_cursor.takeSpace(u"the notation"_s)
           && m_cursor.takeName(notation, u"The notation is missing after NDATA."_s);
}

bool XmlDoctype::takeNotation()
{
    Span name;
    if (!m_cursor.takeSpace(u"the name in <!NOTATION>"_s)
        || !m_cursor.takeName(name, u"<!NOTATION> has no name."_s)
        || !m_cursor.takeSpace(u"the identifier in <!NOTATION>"_s))
        return false;
    const QString what = u"the identifier in <!NOTATION>"_s;
    Span systemId;
    if (m_cursor.skip("PUBLIC")) {
        if (!m_cursor.takeSpace(what) || !takePublicId())
            return false;
        const bool hasSpace = m_cursor.skipSpace();
        if (m_cursor.isAt("\"") || m_cursor.isAt("'")) {
            if (!hasSpace)
                return m_cursor.takeSpace(what);
            if (!m_cursor.takeQuoted(systemId, u"A system identifier"_s))
                return false;
        }
    } else if (!m_cursor.take("SYSTEM", u"<!NOTATION> must say SYSTEM or PUBLIC."_s)
               || !m_cursor.takeSpace(what)
               || !m_cursor.takeQuoted(systemId, u"A system identifier"_s)) {
        return false;
    }
    return takeDeclarationEnd(u"<!NOTATION>"_s);
}

bool XmlDoctype::takeDeclarationEnd(const QString &what)
{
    m_cursor.skipSpace();
    return m_cursor.take(">", u"%1 is not closed: > is missing."_s.arg(what));
}

} // namespace colonnade::formats
