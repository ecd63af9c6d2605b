// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/question.h"

#include "rules/words.h"

#include <algorithm>

namespace colonnade::rules {

using namespace Qt::StringLiterals;

Verdict Reasons::verdict() const
{
    Verdict verdict{m_reasons};
    std::stable_sort(verdict.reasons.begin(), verdict.reasons.end(),
                     [](const Reason &a, const Reason &b) { return a.severity < b.severity; });
    return verdict;
}

QString joined(const QStringList &names)
{
    if (names.size() < 2)
        return names.value(0);
    return Words::tr("%1 and %2", "the end of a list")
        .arg(names.first(names.size() - 1).join(", "_L1), names.last());
}

QString spanText(qint64 seconds)
{
    seconds = std::max<qint64>(seconds, 0);
    if (seconds < 120)
        return Words::tr("%1 s", "seconds").arg(seconds);
    if (seconds < 2 * 3600)
        return Words::tr("%1 min", "minutes").arg(seconds / 60);
    if (seconds < 2 * 86400)
        return Words::tr("%1 h", "hours").arg(seconds / 3600);
    return Words::tr("%1 d", "days").arg(seconds / 86400);
}

} // namespace colonnade::rules
