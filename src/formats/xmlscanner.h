// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "formats/xmlcursor.h"
#include "formats/xmldocument.h"
#include "formats/xmlentities.h"

#include <optional>

namespace colonnade::formats {

/// Reads an XML text into a tree of spans, without recursion.
class XmlScanner
{
public:
    /// @p text must outlive it.
    XmlScanner(QByteArrayView text, XmlTree &tree, XmlEntities &entities)
        : m_cursor(text), m_tree(tree), m_entities(entities)
    {
    }

    /// A whole document.
    bool takeDocument();
    /// What may stand between tags, as the replacement of an entity does; without an encoding of
    /// its own.
    bool takeFragment();

    const std::optional<ParseError> &error() const { return m_cursor.error(); }

private:
    bool checkSignature();
    bool takeXmlDeclaration();
    bool takeEncoding();
    bool takeStandalone();
    bool takeMisc();
    bool takeProlog();
    bool takeContent();
    bool takeContentItem();
    bool takeText();
    bool takeStartTag();
    bool takeAttributes(XmlTree::Element &element);
    bool takeAttribute(qsizetype begin);
    bool checkAttributes(const XmlTree::Element &element);
    bool takeEndTag();
    void append(const XmlTree::Element &element);
    QString shown(Span span) const { return decoded(m_cursor.encoding(), m_cursor.text(span)); }

    XmlCursor m_cursor;
    XmlTree &m_tree;
    XmlEntities &m_entities;
    QList<qsizetype> m_open;
    bool m_isStandalone = false;
};

} // namespace colonnade::formats
