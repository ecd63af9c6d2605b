// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArrayView>
#include <QDateTime>
#include <QList>
#include <QString>

namespace colonnade::toolstack {

/// A cluster node as `clustat -x` or `cman_tool nodes` sees it.
struct Member
{
    QString name;
    int nodeId = 0;
    bool online = false;
    bool local = false;
    bool rgmanager = false; ///< runs rgmanager; known from clustat only

    friend bool operator==(const Member &, const Member &) = default;
};

/// A service or vm of rgmanager (`group` of clustat -x).
struct Group
{
    QString name;  ///< with its kind: vm:web1, service:nfs
    int state = 0; ///< 110 stopped ... 120 migrating (rgmanager's resgroup.h)
    QString stateName;
    QString owner; ///< "none" when nowhere
    QString lastOwner;
    bool frozen = false;

    friend bool operator==(const Group &, const Group &) = default;
};

/// What `clustat -x` tells.
struct ClusterStatus
{
    QString clusterName;
    bool quorate = false;
    bool rgmanagerAnswered =
        false; ///< false: there is no <groups> element, which is not "no services"
    QList<Member> members;
    QList<Group> groups;

    friend bool operator==(const ClusterStatus &, const ClusterStatus &) = default;
};

/// Reads `clustat -x`. Lines before the XML are passed over.
base::Result<ClusterStatus> parseClustat(QByteArrayView output);

/// What `cman_tool status` tells, as far as it is used.
struct CmanStatus
{
    QString clusterName;
    int configVersion = 0;
    QString nodeName;
    bool quorate = false;     ///< false when the Quorum line says "Activity blocked"
    bool configError = false; ///< Flags holds Error: this node suspended itself
    int nodes = 0;
    int expectedVotes = 0;
    int totalVotes = 0;

    friend bool operator==(const CmanStatus &, const CmanStatus &) = default;
};

base::Result<CmanStatus> parseCmanStatus(QByteArrayView output);

/// Reads `cman_tool nodes` (the table) or `cman_tool nodes -F id,name,type` (fields).
base::Result<QList<Member>> parseCmanNodes(QByteArrayView output);

} // namespace colonnade::toolstack
