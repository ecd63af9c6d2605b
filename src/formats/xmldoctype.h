// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "formats/xmlcursor.h"
#include "formats/xmldocument.h"
#include "formats/xmlentities.h"

namespace colonnade::formats {

/// The `<!DOCTYPE ...>` of an XML text with its internal subset: checked for its form, and read for
/// nothing but the general entities. Parameter entities can be declared, not used.
class XmlDoctype
{
public:
    XmlDoctype(XmlCursor &cursor, XmlTree &tree, XmlEntities &entities)
        : m_cursor(cursor), m_tree(tree), m_entities(entities)
    {
    }

    /// Being at `<!DOCTYPE`. @p isStandalone: the XML declaration says standalone="yes".
    bool take(bool isStandalone);

private:
    bool takeExternalId(bool &isThere);
    bool takePublicId();
    bool takeSubset();
    bool takeDeclaration();
    bool takeElement();
    bool takeContentModel();
    bool takeMixed();
    bool takeParticle(QByteArray &separators);
    bool takeAttributeList();
    bool takeAttributeType();
    bool takeTokens(bool areNames);
    bool takeDefault();
    bool takeEntity();
    bool takeGeneralEntity(XmlEntities::Entity &entity);
    bool takeNotation();
    bool takeDeclarationEnd(const QString &what);

    XmlCursor &m_cursor;
    XmlTree &m_tree;
    XmlEntities &m_entities;
};

} // namespace colonnade::formats
