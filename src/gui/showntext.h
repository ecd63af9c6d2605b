// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "formats/text.h"
#include "formats/xmlencoding.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>

namespace colonnade::gui {

/// The bytes of a document as an editor of lines shows them, and the way back. A line ends with LF
/// or CRLF, whatever the others end with; line ends and a byte order mark are not shown, and stay
/// as they are. A place is a line from 0 and a column from 0, in units of UTF-16.
class ShownText
{
public:
    struct Place
    {
        int line = 0;
        int column = 0;

        friend auto operator<=>(const Place &, const Place &) = default;
    };

    ShownText() = default;
    /// @p bytes in @p encoding. Where they are none in it, they are shown byte for byte as
    /// ISO-8859-1, which has a character for each.
    ShownText(QByteArray bytes, formats::XmlEncoding encoding);

    const QByteArray &bytes() const { return m_bytes; }
    /// The lines, with LF between them.
    QString text() const { return decoded({m_begin, m_bytes.size()}); }
    /// The lines of @p span, likewise. Its ends are no part of characters or of line ends.
    QString decoded(formats::Span span) const;

    /// In which they are shown.
    formats::XmlEncoding encoding() const { return m_encoding; }
    /// Whether they are none in the encoding that was asked for.
    bool isFallback() const { return m_isFallback; }
    /// Why it cannot be edited without changing what nobody touched; empty: it can. What stands in
    /// the way is shown as a sign then, as long as what it stands for.
    const QString &obstacle() const { return m_obstacle; }

    /// The place of the byte at @p offset.
    Place placeOf(qsizetype offset) const;
    /// The places of @p offsets, which ascend.
    QList<Place> placesOf(const QList<qsizetype> &offsets) const;
    /// The byte at @p place; the nearest where there is no such place.
    qsizetype offsetOf(Place place) const;
    /// The byte @p units of the shown text behind @p offset; a line end is one.
    qsizetype advanced(qsizetype offset, qsizetype units) const;

    /// The bytes of @p text when it is written at @p offset, with the line ends that are in use
    /// there; none where the encoding lacks a character, or an editor could not show it again.
    std::optional<QByteArray> encoded(const QString &text, qsizetype offset) const;

private:
    /// A place, and how it was found.
    struct Walk
    {
        qsizetype lineBegin;
        int line = 0;
    };

    bool isLineEnd(qsizetype offset) const;
    Place walkTo(Walk &walk, qsizetype offset) const;
    void lookForObstacles();

    QByteArray m_bytes;
    qsizetype m_begin = 0; ///< behind the byte order mark
    formats::XmlEncoding m_encoding = formats::XmlEncoding::Utf8;
    bool m_isFallback = false;
    QString m_obstacle;
};

} // namespace colonnade::gui
