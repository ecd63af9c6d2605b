// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "profiles/profile.h"
#include "remote/connection.h"

#include <QList>
#include <QStringList>

#include <functional>
#include <optional>
#include <stop_token>

namespace colonnade::cluster {

/// A node that the files of another one name.
struct FoundNode
{
    QString name;    ///< as the files call it, without its domain: the profile's name
    QString address; ///< to connect to: a name or address that this workstation can look up; or,
                     ///< where it looks none of them up, the one that the other node knows
    QStringList sources; ///< sentences: which file says what, and why this address
    std::optional<QString> existingProfile; ///< the known profile that reaches it already
    bool isSelf = false;                    ///< it is the node whose files were read
    QString problem; ///< why it is doubtful whether address reaches it; empty: it is not

    friend bool operator==(const FoundNode &, const FoundNode &) = default;
};

struct Discovery
{
    QString clusterName; ///< of cluster.conf, else of OCFS2, else of corosync; empty: none says one
    QList<FoundNode> nodes; ///< in the order in which the files name them
    QStringList problems;   ///< files that are there and cannot be read: sentences
};

/// Looks host names up on this workstation.
class HostLookup
{
public:
    /// The addresses of each of @p names; a name that is not found is left out. Blocks, at most for
    /// @p limit or until @p stop; what has not been answered by then counts as not found.
    static QHash<QString, QStringList>
    addresses(const QStringList &names, std::chrono::milliseconds limit, std::stop_token stop);
};

/// Reads /etc/cluster/cluster.conf, /etc/ocfs2/cluster.conf and, where there is no cluster.conf,
/// /etc/corosync/corosync.conf of the node behind @p connection, and tells which nodes they name.
/// Blocks. No file at all is an empty answer; a connection that fails is an error.
/// @p known are the profiles that there are, @p from the one of @p connection: where it uses a jump
/// host, names are looked up on the node, since the workstation's own view does not count.
base::Result<Discovery> discover(remote::Connection &connection, const profiles::Profile &from,
                                 const QList<profiles::Profile> &known, std::stop_token stop = {});

/// The profile to offer for @p found: logs in like @p from, stands in its cluster, and has a name
/// that no profile of @p known has.
profiles::Profile profileFor(const FoundNode &found, const profiles::Profile &from,
                             const QList<profiles::Profile> &known);

} // namespace colonnade::cluster
