// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cluster/facts.h"
#include "operations/migration.h"

#include <QDateTime>
#include <QString>

namespace colonnade::gui {

/// The states that the board's tests, screenshots and benchmark show. All are of one moment,
/// boardNow().
QDateTime boardNow();

cluster::Guest guestOf(const QString &name, int vcpus, qint64 memoryMiB,
                       std::optional<double> cpuPercent = {},
                       toolstack::RunState state = toolstack::RunState::Blocked);

/// A node that answered @p age seconds ago, is connected, and has @p totalMiB of memory less what
/// its guests take.
cluster::NodeState liveNode(const QString &name, qint64 totalMiB,
                            const QList<cluster::Guest> &guests, int age = 2);

/// Turns @p node into one that was lost six minutes ago.
void loseNode(cluster::NodeState &node);

/// Four nodes and twelve guests: xenhost1 full of guests, xenhost2 nearly empty, xenhost3 with a
/// clock that is ahead, xenhost4 lost.
cluster::ClusterState fourNodes();
/// wiki on its way from xenhost3 to xenhost2.
operations::MigrationProgress wikiMigration();

/// @p nodes nodes with @p guests guests together.
cluster::ClusterState largeCluster(int nodes, int guests);

} // namespace colonnade::gui
