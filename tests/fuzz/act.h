// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "formats/diagnostic.h"

#include <fuzzer/FuzzedDataProvider.h>

#include <cstdlib>

namespace colonnade::formats {

inline void require(bool isTrue)
{
    if (!isTrue)
        std::abort();
}

/// The text after @p edits. Aborts unless they are an act on @p before that its inverse takes back.
inline QByteArray actedOn(const QByteArray &before, const TextEdits &edits)
{
    require(areApplicable(edits, before.size()));
    const QByteArray after = applied(before, edits);
    require(applied(after, inverse(before, edits)) == before);
    return after;
}

/// Aborts unless the findings are in order, lie within @p text, and their fixes are acts on it.
inline void requireFindings(const QByteArray &text, const QList<Diagnostic> &findings)
{
    qsizetype former = 0;
    for (const Diagnostic &finding : findings) {
        require(finding.span.begin >= former && finding.span.end >= finding.span.begin
                && finding.span.end <= text.size() && !finding.message.isEmpty());
        former = finding.span.begin;
        if (finding.fix)
            require(!finding.fix->edits.isEmpty() && actedOn(text, finding.fix->edits) != text);
    }
}

inline QByteArray bytesOf(const std::string &text)
{
    return QByteArray(text.data(), qsizetype(text.size()));
}

} // namespace colonnade::formats
