// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cluster/facts.h"
#include "operations/migration.h"

namespace colonnade::operations {

/// What a migration is about; all of it is in the plan's details.
struct MigrationSubject
{
    QString guest;
    QString uuid; ///< empty: unknown
    QString from;
    QString to;
    toolstack::Kind toolstack = toolstack::Kind::Xl;
    bool rgmanager = false; ///< rgmanager owns the guest

    static MigrationSubject fromDetails(const QJsonObject &details);
};

/// Where the guest is after its migration ended in whatever way.
struct Finding
{
    MigrationOutcome outcome = MigrationOutcome::Undefined;
    /// False: leftovers or a gap that a toolstack still at work would explain; look again for a
    /// while.
    bool settled = false;
    QString sentence;
    QString remedy;

    friend bool operator==(const Finding &, const Finding &) = default;
};

/// Judges by what both nodes show, never by what was printed. Pure.
Finding findGuest(const MigrationSubject &subject, const cluster::NodeFacts &source,
                  const cluster::NodeFacts &target);

/// What one node shows of the guest, in words: "web1 runs on xenhost1", "xenhost2 holds
/// web1--incoming (paused)".
QString describeCopies(const MigrationSubject &subject, const QString &node,
                       const cluster::NodeFacts &facts);

/// Whether @p state is that of a guest which lives and goes on.
bool isAlive(toolstack::RunState state);

} // namespace colonnade::operations
