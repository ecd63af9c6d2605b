// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "formats/diagnostic.h"
#include "formats/guestconfigvalue.h"

namespace colonnade::formats {

/// A string of a guest file: what it means, and where each byte of that is written.
class GuestLiteral
{
public:
    /// Adds text between two quotes. Fails where the dialect's tool does not take an escape.
    std::optional<ParseError> addPiece(QByteArrayView text, Span inner, bool isRaw,
                                       GuestDialect dialect);

    const QByteArray &bytes() const { return m_bytes; }
    /// Where bytes [begin, end) are written. An empty range is the place before its byte.
    Span written(qsizetype begin, qsizetype end) const;
    /// The act that puts @p replacement where bytes [begin, end) are, in the quotes that stand
    /// there; nothing where that cannot be done so, as in a raw string.
    std::optional<TextEdit> replaced(qsizetype begin, qsizetype end,
                                     QByteArrayView replacement) const;

private:
    /// Bytes that are written as they are, one after the other, or one escape.
    struct Run
    {
        qsizetype begin = 0; ///< in m_bytes
        qsizetype size = 0;
        Span written;
        qsizetype piece = 0;
        bool isEscape = false;
    };
    struct Piece
    {
        Span inner;
        char quote;
        bool isRaw;
    };

    void add(QByteArrayView bytes, Span written, bool isEscape);
    const Run &runAt(qsizetype byte) const;

    GuestDialect m_dialect = GuestDialect::Xl;
    QByteArray m_bytes;
    QList<Run> m_runs;
    QList<Piece> m_pieces;
    bool m_hasNumericEscape = false; ///< digits put behind one would become part of it
};

/// Reads the string that stands at @p span, which the reader of the dialect has found to be one.
GuestLiteral readGuestLiteral(QByteArrayView text, Span span, GuestDialect dialect);

/// @p bytes, which hold no NUL, as a string literal in the quotes asked for, or in the others where
/// that spares escapes.
QByteArray guestLiteral(QByteArrayView bytes, char quote, GuestDialect dialect);

} // namespace colonnade::formats
