// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QList>
#include <QString>

#include <optional>

namespace colonnade::toolstack {

/// The four timeouts of o2cb, as a kernel has them or a file sets them; absent: not told.
struct O2cbTimeouts
{
    std::optional<qint64>
        deadThreshold; ///< in heartbeats of 2 s, the first of which does not count
    std::optional<qint64> idleMs;
    std::optional<qint64> keepaliveMs;
    std::optional<qint64> reconnectMs;

    friend bool operator==(const O2cbTimeouts &, const O2cbTimeouts &) = default;
};

/// A node as a kernel has it registered.
struct O2cbNode
{
    QString name;
    int number = -1; ///< -1: not told
    QString address; ///< IPv4
    int port = 0;
    bool isLocal = false; ///< the machine takes itself for this one

    friend bool operator==(const O2cbNode &, const O2cbNode &) = default;
};

/// A heartbeat region that a kernel writes to: of each mounted volume where the mode is local.
struct O2cbRegion
{
    QString name;   ///< the UUID of its volume
    QString device; ///< without /dev: sdb1, dm-3

    friend bool operator==(const O2cbRegion &, const O2cbRegion &) = default;
};

/// A cluster that a kernel has registered, which is one that is loaded, or "online".
struct O2cbCluster
{
    QString name;
    QList<O2cbNode> nodes;     ///< by number
    QString heartbeatMode;     ///< local, global; empty: a kernel that knows local only
    QList<O2cbRegion> regions; ///< by name
    O2cbTimeouts timeouts;

    /// Case counts, as it does to the kernel; nullptr where there is none.
    const O2cbNode *node(const QString &nodeName) const;
    /// The node that the machine takes itself for; nullptr where it is none of them.
    const O2cbNode *localNode() const;

    friend bool operator==(const O2cbCluster &, const O2cbCluster &) = default;
};

/// Reads files below configfs's folder `cluster` as `grep -H ''` prints them there: a line
/// `PATH:VALUE` each, and `NAME/:` for a cluster. By name; lines of other forms do not count.
QList<O2cbCluster> parseO2cbTree(QByteArrayView lines);

/// A mounted OCFS2 volume.
struct Ocfs2Mount
{
    QString device; ///< /dev/sdb1
    QString folder;
    bool isClustered = true; ///< false: mounted for one node alone (heartbeat=none)

    friend bool operator==(const Ocfs2Mount &, const Ocfs2Mount &) = default;
};

/// Those among the lines of /proc/mounts.
QList<Ocfs2Mount> parseOcfs2Mounts(QByteArrayView mounts);

} // namespace colonnade::toolstack
