// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

#include <compare>

namespace colonnade::formats {

/// A range of bytes of a document's text: [begin, end).
struct Span
{
    qsizetype begin = 0;
    qsizetype end = 0;

    qsizetype size() const { return end - begin; }
    bool isEmpty() const { return begin == end; }
    bool contains(qsizetype offset) const { return begin <= offset && offset < end; }
    friend auto operator<=>(const Span &, const Span &) = default;
};

/// The bytes of @p span.
[[nodiscard]] inline QByteArrayView textOf(QByteArrayView text, Span span)
{
    return text.sliced(span.begin, span.size());
}

/// Puts other bytes where those of a span are. An empty span inserts before its begin.
struct TextEdit
{
    Span span;
    QByteArray replacement;

    friend bool operator==(const TextEdit &, const TextEdit &) = default;
};

/// One act of a person: edits of one text, in ascending order, that do not overlap. All spans are
/// in coordinates of the text before the act.
using TextEdits = QList<TextEdit>;

/// Whether @p edits are in order, do not overlap, and lie within a text of @p size bytes.
[[nodiscard]] bool areApplicable(const TextEdits &edits, qsizetype size);

/// Puts @p edits, made in any order, into the order that an act has. Insertions at one place keep
/// their order, and come before what replaces the bytes from there on.
[[nodiscard]] TextEdits inOrder(TextEdits edits);

/// @p text with @p edits, which must be applicable.
[[nodiscard]] QByteArray applied(QByteArrayView text, const TextEdits &edits);

/// The act that takes @p edits, made on @p text, back: it is to be made on applied(text, edits).
[[nodiscard]] TextEdits inverse(QByteArrayView text, const TextEdits &edits);

/// A place as editors and compilers tell it: both count from 1, a column is a byte of the line.
struct Place
{
    qsizetype line = 1;
    qsizetype column = 1;

    friend bool operator==(const Place &, const Place &) = default;
};

/// Where the byte at @p offset stands. Lines end with LF; a CR before it belongs to its line.
[[nodiscard]] Place placeOf(QByteArrayView text, qsizetype offset);

/// What a document's lines end with, seen from the first of them: CRLF or LF.
[[nodiscard]] QByteArray lineEndOf(QByteArrayView text);

/// The blanks and tabs that the line around @p offset begins with.
[[nodiscard]] QByteArrayView indentationAt(QByteArrayView text, qsizetype offset);

/// The line around @p offset, with its line end.
[[nodiscard]] Span lineAt(QByteArrayView text, qsizetype offset);

} // namespace colonnade::formats
