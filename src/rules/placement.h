// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cluster/facts.h"
#include "rules/verdict.h"

#include <QDateTime>

#include <chrono>

namespace colonnade::rules {

// The ids of reasons do not change once they are released: tests and scripts know them.
//
//   id                       severity   says
//   no-guests                hard       the question names no guest
//   node-unknown             hard       no such node in the state
//   node-read-only           hard       the profile of source or target allows no changes
//   node-unreachable         hard       no connection to source or target
//   node-never-read          hard       no facts of source or target yet
//   node-stale               hard       the facts are older than staleAfter
//   node-unreadable          hard       the last probe failed
//   same-node                hard       source and target are one
//   same-machine             hard       two profiles of one machine (same boot id)
//   domain0                  hard       Domain-0 never moves
//   guest-unknown            hard       the source does not list it
//   toolstack-unusable       hard       no toolstack, or it does not answer
//   toolstack-differs        hard       xl here, xm there
//   guest-leftover           hard       NAME--incoming and its like are not moved
//   command-unsafe           hard       name or address that the toolstack must not be given
//   guest-paused, guest-suspended, guest-crashed, guest-shut-down, guest-dying, guest-halted,
//   guest-state-unknown      hard       only living, unpaused guests move
//   config-missing           hard       the toolstack keeps no configuration of it
//   guest-not-migratable     hard       nomigrate
//   guest-host-devices       hard       assigned PCI, USB or device tree nodes
//   guest-vnuma              hard       virtual NUMA nodes
//   name-taken               hard       the target has a guest of this name
//   name-known               soft       the target's xend knows it as a stopped guest, same uuid
//   runs-elsewhere           hard       a third node shows it
//   leftover                 hard       NAME--incoming, --migratedaway or migrating-NAME is there
//   uuid-taken               hard       another guest of the target has its uuid
//   rgmanager-unknown        hard       it cannot be seen whether rgmanager owns it
//   rgmanager-service        hard       part of a service
//   rgmanager-resources      hard       a vm with resources of its own
//   rgmanager-silent         hard       owned, and clustat does not answer at the source
//   rgmanager-no-quorum      hard
//   cman-config-error        hard       cman suspended itself
//   rgmanager-not-member     hard       the target is not in the member list
//   rgmanager-offline        hard       ... or offline in it
//   rgmanager-target         hard       no rgmanager on the target
//   rgmanager-name           hard       a name that clusvcadm must not be given
//   rgmanager-not-listed     hard       in cluster.conf, not among rgmanager's groups
//   rgmanager-frozen         hard
//   rgmanager-not-started    hard       rgmanager calls it stopped, disabled, failed, ...
//   rgmanager-owner          hard       rgmanager takes it to be on another node
//   failover-domain          hard       restricted, and the target is not in it
//   failover-domain-outside  soft       not restricted, and the target is not in it
//   failback                 warning    rgmanager will move it back to a preferred member
//   disk-unchecked           hard       the probe has not looked for the path yet
//   disk-missing             hard
//   disk-kind                hard       block device on one node, file on the other
//   disk-size                hard
//   disk-differs             hard       proven to be other storage
//   cdrom-differs            warning    the same for a CD image
//   disk-backing-differs     warning    same volume, partly other devices below it
//   disk-identity-unknown    warning    nothing proves that it is the same storage
//   disk-in-use              hard       another guest of the target has it
//   disk-shared-write        warning    w!
//   disk-cached              warning    loop device
//   disk-script              warning    attached by a hotplug script
//   boot-file-missing        warning    kernel, ramdisk or bootloader not on the target
//   memory-unknown           hard       the target's info could not be read
//   memory                   hard       too little free
//   memory-tight             warning    less than 5 % over
//   memory-source            warning    xend: too little free at the source for a live migration
//   machine                  hard       other architecture
//   guest-type               hard       the target runs no guests of this type
//   guest-interface          hard       the target has no interface that the guest can use
//   guest-interface-unsure   warning    some of them are missing
//   shadow                   hard       PV guest, source without shadow paging
//   shadow-one-way           warning    PV guest, target without: no way back
//   xen-older                hard
//   xen-newer                soft       no way back
//   cpu-features             warning
//   bridge-missing           hard
//   relocation-port          hard       xend does not listen at the target
//   peer-unreachable         hard       the source cannot reach the target
//   peer-untested            warning    not tested, or too long ago, or under another address
//   clock                    warning    more than 2 s apart
//   autostart                warning    a link at the source starts a second copy at boot
//   guest-file-missing       soft       /etc/xen/NAME not on the target
//   guest-file-differs       soft
//
// Ids of alarms:
//   runs-twice               hard       one guest on two nodes
//   name-twice               warning    two different guests of one name
//   uuid-twice               hard       one uuid under two names
//   leftover-incoming, leftover-migratedaway, leftover-migrating   hard
//   nameless                 warning    a dead domain without a name

struct PlacementOptions
{
    QDateTime now = QDateTime::currentDateTimeUtc(); ///< ages are counted to it
    std::chrono::seconds staleAfter{30};             ///< facts older than this take no drop
    std::chrono::seconds peerStaleAfter{
        900}; ///< reachability tests older than this count as not made
};

/// Whether @p guest, which runs on node @p from, can be live-migrated to node @p to. A pure
/// function of the facts in @p state. Order of the reasons: cluster rules, storage, memory, CPU and
/// version, network, soft ones.
Verdict canRun(const cluster::ClusterState &state, const QString &guest, const QString &from,
               const QString &to, const PlacementOptions &options = {});

struct GuestRef
{
    QString guest;
    QString node; ///< where it runs
    friend bool operator==(const GuestRef &, const GuestRef &) = default;
};

/// The same for several guests that would all go to @p to: what each needs, and their memory
/// together.
Verdict canRunAll(const cluster::ClusterState &state, const QList<GuestRef> &guests,
                  const QString &to, const PlacementOptions &options = {});

/// The name under which @p node is a member of its cluster; empty where that cannot be seen.
/// clusvcadm is to be given exactly this one.
QString memberName(const cluster::NodeState &node);

/// Whether rgmanager manages @p guest anywhere in @p state (clustat's groups, or cluster.conf).
bool rgmanagerOwns(const cluster::ClusterState &state, const QString &guest);

/// States that somebody has to be told about at once: a guest that runs on two nodes (same name, or
/// same uuid), leftovers of a broken migration (NAME--incoming without a migration under way,
/// NAME--migratedaway), each with the safe way out as remedy and, in Reason::guests, the domains it
/// is about, so that the board can mark their cards. @p migrating: guests that a migration is known
/// to be moving right now.
QList<Reason> alarms(const cluster::ClusterState &state, const QStringList &migrating = {});

} // namespace colonnade::rules
