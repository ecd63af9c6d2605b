// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "formats/clusterconfschema.h"
#include "formats/clusterplacement.h"
#include "profiles/profile.h"
#include "remote/connection.h"
#include "toolstack/addresses.h"
#include "toolstack/clustersuite.h"
#include "toolstack/domain.h"
#include "toolstack/o2cb.h"

#include <QDateTime>
#include <QHash>
#include <QList>
#include <QString>

#include <optional>

namespace colonnade::cluster {

/// A guest as one node shows it: its row of the list, and its configuration where the toolstack has
/// one.
struct Guest
{
    QString name;
    QString uuid; ///< empty: unknown
    std::optional<int> domainId;
    toolstack::RunState state = toolstack::RunState::Unknown;
    QByteArray stateLetters;
    qint64 memoryMiB = 0;    ///< as listed now
    qint64 maxMemoryMiB = 0; ///< 0: unknown
    int vcpus = 0;
    double cpuSeconds = 0;
    std::optional<double> cpuPercent;              ///< of one CPU, between the last two readings
    std::optional<toolstack::DomainConfig> config; ///< absent: the toolstack keeps none for it

    friend bool operator==(const Guest &, const Guest &) = default;
};

/// What became of looking a path up on a node.
struct PathFact
{
    bool exists = false;
    bool blockDevice = false;
    qint64 size = 0;     ///< bytes; 0 where unknown
    QString identity;    ///< LVM-..., WWN or filesystem UUID with inode; empty: nothing that proves
                         ///< sameness
    QStringList backing; ///< of a mapped device: the identities of the disks right below it,
                         ///< sorted; a clone of an array carries the same LVM UUIDs on other disks

    friend bool operator==(const PathFact &, const PathFact &) = default;
};

/// Whether a node reaches another one the way a migration will (root's ssh for xl, the relocation
/// port for xm).
struct PeerFact
{
    QDateTime checkedAt; ///< UTC
    QString address;     ///< that was tried
    bool ok = false;
    QString problem; ///< the other side's or ssh's words, one line

    friend bool operator==(const PeerFact &, const PeerFact &) = default;
};

/// What there is of OCFS2 on a node: what its kernel has loaded and mounted now, and the settings
/// that its next start will take.
struct Ocfs2Facts
{
    bool isLoaded = false; ///< the kernel's part of o2cb is loaded, and clusters tells what it has
    QString stack;         ///< the kernel's cluster stack: o2cb, pcmk, cman; empty: not told
    QList<toolstack::O2cbCluster> clusters; ///< that are loaded; a kernel takes one
    QList<toolstack::Ocfs2Mount> mounts;
    QString defaultsPath; ///< /etc/sysconfig/o2cb or /etc/default/o2cb, whichever the init script
                          ///< reads; empty: none is there
    QByteArray defaults;  ///< its bytes
    QString defaultsProblem; ///< it is there and cannot be read

    friend bool operator==(const Ocfs2Facts &, const Ocfs2Facts &) = default;
};

/// What one probe read of a node. Everything in it is of readAt, except the peers, which say their
/// own time, and the details: guests' configurations, clusterConf, bridges, listeningPorts, paths,
/// autostart, fileHashes, relocationPort, hasXenstoreWatch, clusterGeneration, addresses and ocfs2
/// are of detailsReadAt.
struct NodeFacts
{
    QDateTime readAt;        ///< UTC, this workstation's clock, when the answer came
    QDateTime detailsReadAt; ///< UTC, readAt or up to half a minute before it
    std::optional<toolstack::Kind> toolstack;
    QString toolstackProblem; ///< why there is none, or why it does not answer: then guests says
                              ///< nothing
    QString hostName;         ///< `uname -n`, as the kernel has it
    QString bootId;
    toolstack::HostInfo info;
    QString infoProblem; ///< why info is empty although the toolstack answers
    std::optional<toolstack::DomainRow> domain0;
    QList<Guest> guests; ///< without Domain-0, in the toolstack's order; leftovers included
    std::optional<toolstack::CmanStatus> cman;
    QString cmanProblem;                  ///< cman_tool is there and says why it has no status
    QList<toolstack::Member> cmanMembers; ///< of `cman_tool nodes`
    std::optional<toolstack::ClusterStatus> clustat;
    QString clustatProblem; ///< clustat is there and says why it has no status
    std::optional<formats::ClusterPlacement> clusterConf;
    QString clusterConfProblem; ///< the file is there and cannot be read
    QStringList bridges;
    QList<int> listeningPorts;           ///< TCP
    QHash<QString, PathFact> paths;      ///< those that the probe was asked about
    QStringList autostart;               ///< names of the links in /etc/xen/auto
    std::optional<qint64> clockOffsetMs; ///< node minus workstation, half the round trip taken off
    QHash<QString, QByteArray> fileHashes; ///< path -> SHA-256 hex of watched files that exist
    QHash<QString, PeerFact> peers;        ///< by the other node's name
    int relocationPort = 8002;             ///< of xend
    bool hasXenstoreWatch = false;
    /// Of the cluster suite that is installed, by `cman_tool -V`; absent: none, or an unknown one.
    std::optional<formats::ClusterGeneration> clusterGeneration;
    std::optional<QList<toolstack::BoundAddress>> addresses; ///< IPv4; absent: not told
    Ocfs2Facts ocfs2;
    QByteArray guestSignature; ///< names and ids as the node spelt them; the next probe compares it
};

/// One column of the board.
struct NodeState
{
    profiles::Profile profile;
    remote::Status connection;
    std::optional<NodeFacts> facts;        ///< the last that were read, however old
    std::optional<base::Error> probeError; ///< of the last attempt; absent: it succeeded

    const QString &name() const { return profile.name; }
};

/// A guest and where it is.
struct Placement
{
    const NodeState *node;
    const Guest *guest;
};

struct ClusterState
{
    QString name;
    QList<NodeState> nodes; ///< in the profiles' order

    /// nullptr where there is none of that name.
    const NodeState *node(const QString &nodeName) const;

    /// The places where a domain called @p guest is shown. More than one is an alarm; see rules.
    QList<Placement> find(const QString &guest) const;
};

/// Leftovers and temporary names of migrations: NAME--incoming, NAME--migratedaway, migrating-NAME.
enum class NameKind { Plain, Incoming, MigratedAway, Migrating, Unnamed };

struct GuestName
{
    NameKind kind = NameKind::Plain;
    QString guest; ///< without prefix or suffix; empty for "(null)"
};
GuestName splitGuestName(const QString &name);

} // namespace colonnade::cluster
