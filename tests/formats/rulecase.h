// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "formats/diagnostic.h"

#include <optional>

namespace colonnade::formats {

/// A text in which a rule finds something.
struct RuleCase
{
    const char *id;
    Severity severity;
    QByteArray text;
    QByteArray marked;     ///< the bytes of the finding's span
    QByteArray fixed = {}; ///< what the fix makes of the text; empty: there is none
};

/// Fails unless @p findings, of the text of @p test, hold what it says, with a fix if it says so.
/// The text after the fix, where there is one.
std::optional<QByteArray> expectFinding(const RuleCase &test, const QList<Diagnostic> &findings);

} // namespace colonnade::formats
