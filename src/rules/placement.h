// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cluster/facts.h"
#include "rules/verdict.h"

#include <QDateTime>

namespace colonnade::rules {

struct PlacementOptions
{
    QDateTime now = QDateTime::currentDateTimeUtc(); ///< ages are counted to it
    std::chrono::seconds staleAfter{30};             ///< facts older than this take no drop
    std::chrono::seconds peerStaleAfter{900};        ///< reachability tests older than this count as not made
};

/// Whether @p guest, which runs on node @p from, can be live-migrated to node @p to. A pure function of the
/// facts in @p state. Order of the reasons: cluster rules, storage, memory, CPU and version, network, soft ones.
Verdict canRun(const cluster::ClusterState &state, const QString &guest, const QString &from,
               const QString &to, const PlacementOptions &options = {});

struct GuestRef
{
    QString guest;
    QString node; ///< where it runs
    friend bool operator==(const GuestRef &, const GuestRef &) = default;
};

/// The same for several guests that would all go to @p to: what each needs, and their memory together.
Verdict canRunAll(const cluster::ClusterState &state, const QList<GuestRef> &guests, const QString &to,
                  const PlacementOptions &options = {});

/// Whether rgmanager manages @p guest anywhere in @p state (clustat's groups, or cluster.conf).
bool rgmanagerOwns(const cluster::ClusterState &state, const QString &guest);

/// States that somebody has to be told about at once: a guest that runs on two nodes (same name, or same uuid),
/// leftovers of a broken migration (NAME--incoming without a migration under way, NAME--migratedaway), each with
/// the safe way out as remedy and, in Reason::guests, the domains it is about, so that the board can mark their
/// cards. @p migrating: guests that a migration is known to be moving right now.
QList<Reason> alarms(const cluster::ClusterState &state, const QStringList &migrating = {});

} // namespace colonnade::rules
