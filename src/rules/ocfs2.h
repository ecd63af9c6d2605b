// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cluster/facts.h"
#include "formats/ocfs2conf.h"
#include "rules/verdict.h"

/// What may be done to an OCFS2 node list while its cluster runs, and what does not fit between the
/// list and the nodes. Pure functions of facts; the sources are in ocfs2-tools and Linux'
/// fs/ocfs2/cluster.
namespace colonnade::rules {

// The ids of reasons do not change once they are released: tests and scripts know them.
//
//   id of a change           severity   says
//   ocfs2-mounted            hard       the node has a volume mounted
//   ocfs2-loaded             hard       the node, or any for a cluster's own settings, has it
//   loaded ocfs2-heartbeat-active   hard       a node writes to the cluster's heartbeat regions
//   ocfs2-region-active      hard       a region that must not be stopped
//   ocfs2-unseen             warning    whether it is in use cannot be seen now
//   ocfs2-peers-differ       warning    others have the node loaded as it is now
//   ocfs2-volumes            warning    volumes hold the cluster's name and heartbeat
//   ocfs2-boot-cluster       warning    files of nodes name the cluster
//   ocfs2-peers              soft       running nodes take the change by a command
//
//   id of timeouts           severity   says
//   o2cb-timeout-differs     hard       two nodes would not connect after their next start
//   o2cb-timeout-runs-differently  hard two nodes do not connect now
//   o2cb-keepalive           hard       not below the idle timeout
//   o2cb-timeout-pending     warning    a node runs with another value than its file sets
//   o2cb-timeout-computed    warning    only a shell can know what the file sets
//
//   id of a cross-check      severity   says
//   ocfs2-host-twice         hard       a host is two nodes of a cluster, and so none
//   ocfs2-host-dotted        hard       a node's name is longer than its host's
//   ocfs2-address-elsewhere  hard       another node has the address
//   ocfs2-address-unbound    hard       the node does not have the address
//   ocfs2-boot-unknown       hard       a node starts a cluster that is not in the list
//   ocfs2-stack              warning    another cluster stack runs
//   ocfs2-not-enabled        warning    a node does not start o2cb
//   ocfs2-host-missing       warning    a host with OCFS2 is in no cluster of the list
//   ocfs2-loaded-differs     warning    a kernel has a node loaded otherwise than the list says
//   ocfs2-loaded-surplus     warning    a kernel has a node loaded that the list does not name
//   ocfs2-not-loaded         soft       a kernel does not know a node of the list yet
//   ocfs2-node-unknown       soft       no node calls itself so
//   ocfs2-cman-differs       soft       in cluster.conf and not in the list, or the other way

enum class Ocfs2Act {
    AddNode,
    RemoveNode,
    RenameNode,
    RenumberNode,
    ReaddressNode, ///< address or port
    RenameCluster,
    RemoveCluster,
    SetHeartbeat,
    RemoveRegion,
};

/// What somebody wants to change in the list.
struct Ocfs2Change
{
    Ocfs2Act act;
    QString cluster;
    QString subject = {}; ///< the node or the region; empty: the cluster itself
    QString present = {}; ///< RenumberNode, ReaddressNode: what the list says now, a number,
                          ///< ADDRESS or ADDRESS:PORT. Where no kernel has it so, it is not in use
};

/// Whether @p change is safe as long as the nodes are as @p state shows them.
Verdict mayChange(const cluster::ClusterState &state, const Ocfs2Change &change);

/// Whether a host that calls itself @p host takes itself for the node @p name: in any case, up to
/// the end or to a dot of the host's name.
bool isOcfs2Host(const QString &name, const QString &host);

/// The node whose host takes itself for @p name; nullptr where none does. Of a node that has never
/// been read, the profile's name counts.
const cluster::NodeState *ocfs2Host(const cluster::ClusterState &state, const QString &name);

/// The nodes of @p state that could be added to @p cluster: they have been read, and none of its
/// nodes is their host.
QList<const cluster::NodeState *> ocfs2Candidates(const cluster::ClusterState &state,
                                                  const formats::Ocfs2Conf &conf,
                                                  const QByteArray &cluster);

/// The addresses that are bound on a node and may be its one in a cluster of @p nodes: those of
/// their networks first.
QList<toolstack::BoundAddress> ocfs2Addresses(const cluster::NodeFacts &facts,
                                              const QList<formats::Ocfs2Node> &nodes);

/// How a kernel has a node of the list.
enum class Ocfs2Running {
    Unseen,    ///< nothing is known of its host
    NotLoaded, ///< its host has not loaded the cluster
    Loaded,    ///< as the list says
    Differs,   ///< otherwise
};

/// How a node of the list is running, seen on its own host.
struct Ocfs2NodeState
{
    Ocfs2Running running = Ocfs2Running::Unseen;
    QStringList folders;    ///< where its host has volumes mounted
    QString loadedAs;       ///< where it differs: "1 · 192.168.1.249:7777", or another name
    bool isCurrent = false; ///< false: as it was when its host last answered
    QString host;           ///< the profile's name; empty: no node calls itself so
    QStringList notKnownBy; ///< hosts that have the cluster loaded without it

    friend bool operator==(const Ocfs2NodeState &, const Ocfs2NodeState &) = default;
};
Ocfs2NodeState ocfs2NodeState(const cluster::ClusterState &state, const formats::Ocfs2Node &node);

/// Something between the list and the nodes, or between files.
struct Ocfs2Finding
{
    Reason reason;
    QByteArray cluster = {};              ///< empty: none of the list's
    QByteArray node = {};                 ///< the node of the list that it is about; empty: none
    std::optional<formats::Fix> fix = {}; ///< edits of the list's text

    friend bool operator==(const Ocfs2Finding &, const Ocfs2Finding &) = default;
};

/// Compares the list with the nodes' names, addresses, kernels, o2cb files and cluster.conf. Hard
/// ones first. What is not current does not count.
QList<Ocfs2Finding> ocfs2CrossCheck(const formats::Ocfs2Conf &conf,
                                    const cluster::ClusterState &state);

} // namespace colonnade::rules
