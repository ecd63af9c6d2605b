// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "formats/xmldocument.h"

#include <QList>
#include <QString>

namespace colonnade::formats {

/// Names and values, in the order in which they are to be written.
using XmlValues = QList<std::pair<QString, QString>>;

/// An element that is to be written.
struct NewXmlElement
{
    QString tag;
    XmlValues attributes = {};
    QList<NewXmlElement> children = {};

    friend bool operator==(const NewXmlElement &, const NewXmlElement &) = default;
};

// Each of these is one act on the text of the document that the elements are of. They fail with
// InvalidInput where a name is none or a value has a character that XML forbids, and with Refused
// where the text cannot be edited there without guessing.

/// Gives the attribute a value: in its place, or behind the last one. No edit where it has that
/// value already. A value that refers to an entity of the file is refused.
[[nodiscard]] base::Result<TextEdits> setAttribute(const XmlDocument &document,
                                                   const XmlElement &element, const QString &name,
                                                   const QString &value);
/// Takes the attribute away, with the white space before it. No edit where there is none.
[[nodiscard]] TextEdits removeAttribute(const XmlElement &element, QByteArrayView name);

/// Writes @p child before the @p position-th child element of @p parent (0: as the first), or
/// behind the last one for -1, with the indentation and line ends of its neighbours.
[[nodiscard]] base::Result<TextEdits> addElement(const XmlDocument &document,
                                                 const XmlElement &parent,
                                                 const NewXmlElement &child,
                                                 qsizetype position = -1);
/// Several at one place, in their order.
[[nodiscard]] base::Result<TextEdits> addElements(const XmlDocument &document,
                                                  const XmlElement &parent,
                                                  const QList<NewXmlElement> &children,
                                                  qsizetype position = -1);
/// Takes the element away, with its lines where nothing else stands on them. Comments stay. The
/// root is refused.
[[nodiscard]] base::Result<TextEdits> removeElement(const XmlDocument &document,
                                                    const XmlElement &element);
/// Makes @p element the @p position-th child of @p parent, as counted without itself; -1: the last.
/// Its text moves as it stands, its indentation follows the new place.
[[nodiscard]] base::Result<TextEdits> moveElement(const XmlDocument &document,
                                                  const XmlElement &element,
                                                  const XmlElement &parent, qsizetype position);
/// Gives the element another name, in both tags.
[[nodiscard]] base::Result<TextEdits> renameElement(const XmlDocument &document,
                                                    const XmlElement &element, const QString &tag);

/// Acts on the same text as one. What two of them remove is removed once; else they must not touch
/// the same bytes.
[[nodiscard]] TextEdits merged(const QList<TextEdits> &acts);

} // namespace colonnade::formats
