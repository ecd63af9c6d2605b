// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "formats/text.h"

#include <QString>

#include <expected>
#include <optional>

namespace colonnade::formats {

/// Why a text is not a document of its format. The text itself is untouched and stays editable as
/// text.
struct ParseError
{
    qsizetype offset = 0; ///< the byte where reading stopped
    QString message;      ///< one sentence, without the place

    friend bool operator==(const ParseError &, const ParseError &) = default;
};

/// A document, or why there is none.
template<typename Document>
using Parsed = std::expected<Document, ParseError>;

enum class Severity {
    Error,   ///< the cluster's programs refuse it, or take it for something else than it says
    Warning, ///< legal, and likely not what was meant, or dangerous
    Hint,    ///< works; there is a better way
};

/// A way out of a problem that is one act, to be undone like any other.
struct Fix
{
    QString title; ///< what it does, as on a button: "Number node2 with 3"
    TextEdits edits;

    friend bool operator==(const Fix &, const Fix &) = default;
};

/// A finding about a document that can be read.
struct Diagnostic
{
    QByteArray id; ///< stable, dashed words: "duplicate-node-id"; scripts and tests branch on it
    Severity severity = Severity::Error;
    Span span;       ///< what to mark and where to jump
    QString message; ///< one sentence that names the thing, says what will happen, and so why it is
                     ///< wrong
    std::optional<Fix> fix = {};

    friend bool operator==(const Diagnostic &, const Diagnostic &) = default;
};

} // namespace colonnade::formats
