// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArrayView>
#include <QList>
#include <QString>
#include <QStringList>

namespace colonnade::formats {

/// A <vm> of cluster.conf's <rm>.
struct PlacedVm
{
    QString name;
    QString domain;  ///< failover domain, empty: any node
    QString service; ///< name of the <service> that holds it; empty: a resource of its own
    bool hasResources = false; ///< holds resources of its own, so that rgmanager cannot migrate it
    bool operator==(const PlacedVm &) const = default;
};

/// The members of a <failoverdomain>, in file order.
struct PlacementDomain
{
    QString name;
    bool ordered = false;
    bool restricted = false;
    QStringList nodes;
    QList<int> priorities;   ///< of nodes, in the same order: 1 is preferred most; 0: none, or none
                             ///< that counts
    bool noFailback = false; ///< a guest stays where it is when a preferred node comes back
    bool operator==(const PlacementDomain &) const = default;
};

/// What placing guests needs of /etc/cluster/cluster.conf. Read only.
struct ClusterPlacement
{
    QString clusterName;
    int configVersion = 0;
    QStringList nodes;
    QList<PlacementDomain> failoverDomains;
    QList<PlacedVm> vms;

    /// The domain of that name, compared without case as rgmanager does; nullptr where there is
    /// none.
    const PlacementDomain *failoverDomain(const QString &domainName) const;

    /// Booleans are as the daemons read them: only a number other than 0 is true, so `yes` is not.
    /// A file that declares entities is refused: the daemons cut such values off. Errors name line
    /// and column.
    static base::Result<ClusterPlacement> parse(QByteArrayView bytes);
};

} // namespace colonnade::formats
