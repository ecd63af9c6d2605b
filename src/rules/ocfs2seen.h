// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cluster/facts.h"

namespace colonnade::rules {

/// A node's kernel that has a cluster loaded.
struct Ocfs2Seen
{
    const cluster::NodeState *where;
    const toolstack::O2cbCluster *cluster;

    const QString &name() const { return where->name(); }
    /// Where volumes are mounted that the cluster guards.
    QStringList folders() const;
};

/// The nodes, of those whose facts are current, that have @p cluster loaded.
QList<Ocfs2Seen> ocfs2Seen(const cluster::ClusterState &state, const QString &cluster);

/// Those of @p seen whose kernel has @p node registered.
QList<Ocfs2Seen> ocfs2Knowing(const QList<Ocfs2Seen> &seen, const QString &node);

/// The one of @p seen that takes itself for @p node; nullptr where none does.
const Ocfs2Seen *ocfs2Self(const QList<Ocfs2Seen> &seen, const QString &node);

/// The names of @p seen.
QStringList namesOf(const QList<Ocfs2Seen> &seen);

/// "192.168.1.249:7777"
QString endpointOf(const QString &address, qint64 port);

} // namespace colonnade::rules
