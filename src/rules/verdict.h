// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace colonnade::rules {

enum class Severity {
    Hard,    ///< forbids
    Warning, ///< allowed, and the person must have read it
    Soft,    ///< a preference, told and not warned of
};

/// One sentence of a verdict.
struct Reason
{
    Severity severity = Severity::Hard;
    QString id;       ///< stable, for tests and scripts: "memory", "bridge-missing", ...
    QString sentence; ///< with the names of guest and node
    QString remedy;   ///< what would make it possible; may be empty
    QStringList guests =
        {}; ///< of an alarm: the domains that it is about, named as the nodes list them

    friend bool operator==(const Reason &, const Reason &) = default;
};

enum class Answer { Yes, Warn, No };

/// Whether something may be done, and why.
struct Verdict
{
    QList<Reason> reasons; ///< hard ones first

    Answer answer() const;
    /// The sentence to show where there is room for one: the first reason, or empty for a plain
    /// yes.
    QString headline() const;

    friend bool operator==(const Verdict &, const Verdict &) = default;
};

} // namespace colonnade::rules
