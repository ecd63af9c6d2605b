// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArrayView>
#include <QList>
#include <QString>
#include <QStringList>

namespace colonnade::formats {

/// A node of corosync.conf.
struct CorosyncNode
{
    QString name;          ///< empty: the file gives none
    QStringList addresses; ///< names or addresses: ring0_addr, ring1_addr, ...

    friend bool operator==(const CorosyncNode &, const CorosyncNode &) = default;
};

/// Who is in the cluster, according to /etc/corosync/corosync.conf. Read only: Colonnade has no
/// business in that file. Format: corosync.conf(5), exec/coroparse.c of corosync: a line is a
/// comment (#), `section {`, `}` or `key: value`.
struct CorosyncNodes
{
    QString clusterName;       ///< totem.cluster_name
    QList<CorosyncNode> nodes; ///< of nodelist, and the members of totem.interface (1.4)

    /// ParseFailed names the line: a line of another form, a section that does not end.
    static base::Result<CorosyncNodes> parse(QByteArrayView bytes);
};

} // namespace colonnade::formats
