// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "formats/guestconfigvalue.h"

namespace colonnade::formats {

/// A list of a guest file as it is laid out: where its commas, lines and comments are. Its acts
/// keep that layout.
class GuestList
{
public:
    /// @p list is a List of the document @p text.
    GuestList(QByteArrayView text, const GuestValue &list, GuestDialect dialect)
        : m_text(text), m_list(list), m_dialect(dialect)
    {
    }

    /// Puts @p written, values as the file is to hold them, behind the item @p index; -1: before
    /// the first.
    TextEdits inserted(qsizetype index, const QList<QByteArray> &written) const;
    /// Takes items [begin, end) out, each with its comma, and with its line and that line's comment
    /// where no other item stands there.
    TextEdits removed(qsizetype begin, qsizetype end) const;

private:
    struct Place;

    bool isLineEnd(qsizetype at) const;
    qsizetype restOfLine(qsizetype at) const;
    qsizetype lineBegin(qsizetype at) const;
    qsizetype commaBehind(qsizetype index) const;
    Place placeOf(qsizetype index) const;
    TextEdits insertedIntoEmpty(const QByteArray &joined) const;
    TextEdits insertedOnLines(const Place &place, const QList<QByteArray> &written) const;
    void remove(qsizetype index, TextEdits &edits) const;
    void mendCommas(qsizetype begin, qsizetype end, TextEdits &edits) const;
    bool isInline(Span between) const;
    QByteArray lineEnd() const;
    QByteArray newLineLike(const Place &place) const;

    QByteArrayView m_text;
    const GuestValue &m_list;
    GuestDialect m_dialect;
};

/// @p edits, which only remove and may overlap, as an act.
TextEdits mergedRemovals(const TextEdits &edits);

} // namespace colonnade::formats
