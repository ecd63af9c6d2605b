// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/findings.h"

#include <algorithm>
#include <utility>

namespace colonnade::formats {

void Findings::add(const char *id, Severity severity, Span span, const QString &message,
                   std::optional<Fix> fix)
{
    m_findings.append({id, severity, span, message, std::move(fix)});
}

QList<Diagnostic> Findings::take()
{
    // What is sorted is small: moving Diagnostics about is slow, and GCC 12 warns of it in vain.
    QList<std::pair<qsizetype, qsizetype>> places;
    places.reserve(m_findings.size());
    for (const Diagnostic &finding : std::as_const(m_findings))
        places.append({finding.span.begin, places.size()});
    std::ranges::sort(places);
    QList<Diagnostic> result;
    result.reserve(places.size());
    for (const auto &[begin, index] : std::as_const(places))
        result.append(std::move(m_findings[index]));
    m_findings.clear();
    return result;
}

} // namespace colonnade::formats
