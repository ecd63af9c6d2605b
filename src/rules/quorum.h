// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "formats/clusterconf.h"

#include <QString>
#include <QStringList>

namespace colonnade::rules {

/// The votes of a cluster.conf, and how many of them make it work.
struct Quorum
{
    int nodes = 0;          ///< how many
    int nodeVotes = 0;      ///< of all nodes together
    int diskVotes = 0;      ///< of a quorum disk; 0 without one
    int expected = 0;       ///< what cman expects: expected_votes, or else the sum
    int needed = 0;         ///< for the cluster to work
    bool isTwoNode = false; ///< one node of two is enough, whoever fences the other first

    int total() const { return nodeVotes + diskVotes; }
    /// Whether @p votes are enough.
    bool isReachedBy(int votes) const { return votes >= needed; }

    friend bool operator==(const Quorum &, const Quorum &) = default;
};

/// As cman counts when all nodes have joined: (max(expected, total) + 2) / 2, or 1 for two_node.
/// Source: cman/daemon/commands.c.
Quorum quorumOf(const formats::ClusterConf &conf);

/// How many nodes may fail at once and leave a quorum, whichever they are.
int nodesThatMayFail(const formats::ClusterConf &conf);

/// Whether the nodes that are not among @p dead, with the quorum disk, have a quorum.
bool isQuorateWithout(const formats::ClusterConf &conf, const QStringList &dead);

} // namespace colonnade::rules
