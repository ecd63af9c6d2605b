// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cluster/facts.h"
#include "formats/clusterconf.h"

#include <QString>
#include <QStringList>

#include <optional>

namespace colonnade::rules {

/// A node as a place for a virtual machine.
struct RehearsedNode
{
    QString node;  ///< as cluster.conf calls it
    int place = 0; ///< from 1: in which order rgmanager tries the nodes; several may share one. 0:
                   ///< never, as the failover domain is restricted to others
    bool isDead = false;     ///< said to be dead
    bool isDown = false;     ///< not dead by what was said, but not in the cluster now
    bool isOwner = false;    ///< it runs here now
    bool isExcluded = false; ///< exclusive stands against it: this one's, or that of one there
    std::optional<qint64> shortMiB; ///< what is lacking in memory there; 0: it fits; none: unknown

    /// Whether rgmanager could start it there.
    bool isUsable() const { return place > 0 && !isDead && !isDown && !isExcluded; }
    bool isShort() const { return shortMiB.value_or(0) > 0; }

    friend bool operator==(const RehearsedNode &, const RehearsedNode &) = default;
};

/// What becomes of a virtual machine.
enum class Fate {
    Stays,   ///< where it is
    Moves,   ///< is started elsewhere
    Starts,  ///< runs nowhere now, as far as is known; it would start there
    NoNode,  ///< no node that may run it is left: it waits
    NoRoom,  ///< there are such nodes, and none has the memory
    NoQuorum ///< the nodes that are left do nothing
};

/// A virtual machine in a rehearsal.
struct RehearsedVm
{
    QString vm;
    QString domain; ///< that it has, or its service has; empty: none, or one that does not exist
    Fate fate = Fate::Stays;
    QString owner;  ///< where it runs now; empty: nowhere, or not known
    QStringList to; ///< where it goes or stays: any of these
    /// The dead node to which rgmanager would move it back when it returns; empty: none.
    QString returnsTo;
    QList<RehearsedNode> nodes; ///< in the order in which they are tried, then those never tried

    friend bool operator==(const RehearsedVm &, const RehearsedVm &) = default;
};

/// What becomes of all of them together: one after another they take the memory that is there.
struct Rehearsal
{
    QList<RehearsedVm> vms; ///< in file order
    bool isQuorate = true;

    /// nullptr where there is none of that name.
    const RehearsedVm *vm(const QString &name) const;

    friend bool operator==(const Rehearsal &, const Rehearsal &) = default;
};

/// Where each virtual machine of @p conf lands when @p deadNodes, named as in cluster.conf, are
/// gone at once. A pure function. Without facts every other node counts as up, and of memory
/// nothing is said.
///
/// What rgmanager does (fo_domain.c, groups.c): when an owner dies, the best node that is left
/// starts the group. Among the members of an ordered domain that is the one with the lowest
/// priority, and one without a priority comes before all of them; among those of another domain any
/// of them; without a domain any node. Nodes outside come last, and in a restricted domain never.
/// rgmanager knows nothing of memory: a start that fails there is tried on the next node.
Rehearsal rehearse(const formats::ClusterConf &conf, const cluster::ClusterState &state,
                   const QStringList &deadNodes);

} // namespace colonnade::rules
