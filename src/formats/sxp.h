// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "formats/diagnostic.h"

#include <cstdint>

namespace colonnade::formats {

/// What stands in a form of S-expressions: a word, a string or a list.
struct SxpItem
{
    enum class Kind : std::uint8_t { Word, String, List };

    Kind kind = Kind::Word;
    Span span = {};        ///< with quotes or parentheses
    QByteArray bytes = {}; ///< of a word or string, what xend takes it for
    /// A list that begins with `@`, which xend passes over where it looks for a value.
    bool isAttributes = false;
};

/// A list that stands in no other.
struct SxpForm
{
    Span span;
    QList<SxpItem> items;
};

/// A text as xend reads it.
struct SxpReading
{
    QList<SxpForm> forms = {};
    QList<Span> strays = {}; ///< words and strings outside lists, which mean nothing
    Span dropped = {};       ///< a form that the end of the text cuts off, and xend drops
    int droppedDepth = 0;    ///< how many lists are open at the end of it
    qsizetype end = 0;       ///< how far xend reads: up to a control character EOT, or to the end
};

/// A string as xend reads it.
struct SxpString
{
    QByteArray bytes = {};
    QList<qsizetype> places = {}; ///< where each byte is written, and behind the last one
    /// Escapes that xend does not know, such as \., and takes for a backslash alone.
    QList<Span> unknownEscapes = {};
};

/// Reads as xend does (Xen 4.4, tools/python/xen/xend/sxp.py), to the same errors.
Parsed<SxpReading> readSxp(QByteArrayView text);

/// Reads the string whose quotes are at the ends of @p span; the text is one that readSxp() takes.
SxpString readSxpString(QByteArrayView text, Span span);

/// @p bytes as a string.
QByteArray sxpString(QByteArrayView bytes, char quote);

/// Whether @p bytes can be written as a word.
bool isSxpWord(QByteArrayView bytes);

} // namespace colonnade::formats
