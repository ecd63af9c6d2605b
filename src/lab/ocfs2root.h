// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QStringList>

#include <utility>

namespace colonnade::lab {

/// The files of a node's root that tell of OCFS2 and of the addresses that it goes over, a path and
/// its bytes each: the cluster `colonnade` of all @p nodes, loaded on the node number @p self, with
/// the volume /shared mounted. Its heartbeat goes over eth1, which has 10.10.0.1 on the first node.
QList<std::pair<QString, QByteArray>> ocfs2Files(const QStringList &nodes, qsizetype self);

/// Where `ip -o -4 addr` of a node finds what it prints, below the root.
inline constexpr char AddressesFile[] = "/run/addresses";

} // namespace colonnade::lab
