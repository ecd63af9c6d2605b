// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArrayView>
#include <QList>
#include <QString>
#include <QStringList>

namespace colonnade::formats {

/// A <vm> of cluster.conf's <rm>.
struct ClusterVm
{
    QString name;
    QString domain;         ///< failover domain, empty: any node
    QString service;        ///< name of the <service> that holds it; empty: a resource of its own
    bool operator==(const ClusterVm &) const = default;
};

/// The members of a <failoverdomain>, in file order.
struct FailoverDomain
{
    QString name;
    bool ordered = false;
    bool restricted = false;
    QStringList nodes;
    bool operator==(const FailoverDomain &) const = default;
};

/// What placing guests needs of /etc/cluster/cluster.conf. Read only.
struct ClusterConf
{
    QString clusterName;
    int configVersion = 0;
    QStringList nodes;
    QList<FailoverDomain> failoverDomains;
    QList<ClusterVm> vms;

    /// Booleans are as the daemons read them: only a number other than 0 is true (cluster-conf.md §1).
    static base::Result<ClusterConf> parse(QByteArrayView bytes);
};

} // namespace colonnade::formats
