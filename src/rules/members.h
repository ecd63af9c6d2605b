// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cluster/facts.h"

#include <QString>

namespace colonnade::rules {

/// What is known of a node as a member of its cluster.
enum class Presence {
    Unknown, ///< no node says
    Up,      ///< it is a member and runs rgmanager
    WithoutRgmanager,
    Down,
};

/// The node that cluster.conf calls @p member, by what it says of itself, or else by the name or
/// the address of its profile; nullptr where there is none.
const cluster::NodeState *nodeOfMember(const cluster::ClusterState &state, const QString &member);

/// Whether @p member takes part in the cluster now, as the nodes that answer see it.
Presence presence(const cluster::ClusterState &state, const QString &member);

/// Whether rgmanager takes the group for one that runs.
bool isStarted(const toolstack::Group &group);

/// Whether cman runs on any node: what it reads at its start only cannot be changed then.
bool isClusterRunning(const cluster::ClusterState &state);

} // namespace colonnade::rules
