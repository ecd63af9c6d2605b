// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "cluster/facts.h"

#include <QStringList>

#include <stop_token>

namespace colonnade::cluster {

/// What a probe is to look for beyond what every probe reads.
struct ProbeRequest
{
    QStringList paths; ///< disks and files of guests of this and other nodes
    std::chrono::milliseconds deadline =
        std::chrono::seconds(75); ///< above the sum of the script's own limits, 67 s
    /// The last facts of this node. Without @c details they stand for what changes seldom, unless
    /// guests came or went; with details, for configurations that the toolstack fails to tell this
    /// time.
    std::optional<NodeFacts> known = {};
    bool details = true;
};

/// Reads a node in one round trip (one script in the resident shell).
base::Result<NodeFacts> probe(remote::Connection &connection, const ProbeRequest &request,
                              std::stop_token stop = {});

/// What a source must reach before it can migrate to a target.
struct PeerQuestion
{
    QString node; ///< the target's name, key of NodeFacts::peers
    QString address;
    quint16 port = 22; ///< sshd's (xl) or xend's (xm)
};

/// Tests from @p source, with its own toolstack's way, whether it reaches each of @p peers: root's
/// ssh in batch mode with `xl` on the other side printing nothing foreign, or a TCP connection to
/// xend's port.
base::Result<QHash<QString, PeerFact>> probePeers(remote::Connection &source, toolstack::Kind kind,
                                                  const QList<PeerQuestion> &peers,
                                                  std::stop_token stop = {});

/// The address under which others reach @p node for migrations: the profile's, else its own host
/// name.
QString migrationAddress(const NodeState &node);

/// The paths that guests of @p state use, whose presence on every node decides where they can run:
/// disks, kernels, ramdisks, bootloaders. As configured, which is also their key in
/// NodeFacts::paths; one that does not begin with a slash lies below /dev, as the toolstacks have
/// it. Sorted, each once.
QStringList guestPaths(const ClusterState &state);

} // namespace colonnade::cluster
