// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules/placement.h"

#include <functional>

namespace colonnade::rules {

/// A cluster in memory for the tests of rules: everything is in order in it, until a test changes a
/// fact.
struct World
{
    cluster::ClusterState state;
    PlacementOptions options;

    cluster::NodeState &node(int index) { return state.nodes[index]; }
    cluster::NodeFacts &facts(int index) { return *state.nodes[index].facts; }
    /// The first guest of a node.
    cluster::Guest &guest(int node = 0) { return facts(node).guests.first(); }
    toolstack::DomainConfig &config(int node = 0) { return *guest(node).config; }
    toolstack::Disk &disk() { return config().disks.first(); }

    /// Adds another guest to a node: like web1, with name, uuid, disk and MAC of its own.
    cluster::Guest &add(int node, const QString &name);
    /// Adds a domain that has a name and a state only, as leftovers do.
    cluster::Guest &addBare(int node, const QString &name, toolstack::RunState guestState);

    /// web1 from node1 to node2.
    Verdict judge() const;
    bool has(const QString &id) const;
};

/// node1, node2 and node3 with xl of Xen 4.17, web1 (PV, one LV, one card) on node1.
World currentWorld();

/// node1, node2 and node3 with xm, cman and rgmanager, which owns web1 on node1; failover domain
/// FD.
World classicWorld();

} // namespace colonnade::rules
