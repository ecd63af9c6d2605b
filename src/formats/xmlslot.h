// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "formats/xmldocument.h"

#include <QByteArray>
#include <QByteArrayView>

namespace colonnade::formats {

/// A place between the children of an element where one more is to be written, and how the text
/// around it wants it to look.
struct XmlSlot
{
    Span span;             ///< what is replaced: nothing, or blanks, or the end of an empty tag
    QByteArray head;       ///< once, before all that is written
    QByteArray separator;  ///< before each element
    QByteArray tail;       ///< once, behind all
    QByteArray indent;     ///< of the lines of each element
    bool isInline = false; ///< no lines of its own
};

/// The slot for the @p position-th child element of @p parent; -1, or one too high: for the last.
/// @p moved, which may be none, is not counted: it leaves its place.
[[nodiscard]] XmlSlot xmlSlot(const XmlDocument &document, const XmlElement &parent,
                              qsizetype position, const XmlElement &moved = {});

/// What one level of the document is indented by, as seen around @p element.
[[nodiscard]] QByteArray xmlIndentUnit(const XmlDocument &document, const XmlElement &element);

/// Whether there are only blanks before @p offset on its line.
[[nodiscard]] bool isFirstOnLine(QByteArrayView text, qsizetype offset);

} // namespace colonnade::formats
