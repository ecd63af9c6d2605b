// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "formats/xmlcursor.h"

#include <QByteArray>
#include <QHash>

namespace colonnade::formats {

/// The general entities that a document type declares, and the rules for references to them. They
/// are checked as libxml2 checks them, and never put in the place of the reference.
class XmlEntities
{
public:
    /// Where a reference stands.
    enum class Context { Value, Content };

    struct Entity
    {
        QByteArray replacement; ///< UTF-8, character references followed
        bool isExternal = false;
        bool isUnparsed = false; ///< NDATA
    };

    /// The first declaration of a name counts.
    void declare(const QByteArray &name, const Entity &entity);
    /// References to entities that are not declared are then no errors: the declarations may be in
    /// a file that is not read.
    void allowUndeclared() { m_undeclaredAllowed = true; }

    /// A reference, being at its `&`. @p isEntity becomes true if it is one to an entity that is
    /// none of XML's own; it is not changed otherwise.
    bool takeReference(XmlCursor &cursor, Context context, bool &isEntity);
    /// The value of an attribute with its quotes, without `<`, and with good references.
    bool takeValue(XmlCursor &cursor, Span &value, bool &hasEntity);
    /// The value of an entity with its quotes, as its replacement text.
    static bool takeEntityValue(XmlCursor &cursor, QByteArray &replacement);

private:
    enum class Check { Open, Good };
    struct Checked
    {
        Entity entity;
        QHash<Context, Check> checks;
    };

    bool checkEntity(XmlCursor &cursor, qsizetype at, const QByteArray &name, Context context);
    bool checkReplacement(XmlCursor &cursor, qsizetype at, const QByteArray &name, Context context);

    QHash<QByteArray, Checked> m_entities;
    int m_depth = 0;
    bool m_undeclaredAllowed = false;
};

} // namespace colonnade::formats
