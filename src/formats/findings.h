// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "formats/diagnostic.h"

namespace colonnade::formats {

/// Collects what the rules of a format find, in any order.
class Findings
{
public:
    void add(const char *id, Severity severity, Span span, const QString &message,
             std::optional<Fix> fix = std::nullopt);

    /// All of them in order of place, those of one place as they were added. Leaves none behind.
    QList<Diagnostic> take();

private:
    QList<Diagnostic> m_findings;
};

} // namespace colonnade::formats
