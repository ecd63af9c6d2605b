// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/verdict.h"

#include <algorithm>

namespace colonnade::rules {

Answer Verdict::answer() const
{
    const auto has = [this](Severity severity) {
        return std::any_of(reasons.begin(), reasons.end(), [severity](const Reason &reason) {
            return reason.severity == severity;
        });
    };
    if (has(Severity::Hard))
        return Answer::No;
    return has(Severity::Warning) ? Answer::Warn : Answer::Yes;
}

QString Verdict::headline() const
{
    return reasons.isEmpty() || reasons.first().severity == Severity::Soft
               ? QString()
               : reasons.first().sentence;
}

} // namespace colonnade::rules
