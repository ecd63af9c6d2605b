// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cluster/facts.h"

#include <QByteArray>

namespace colonnade::gui {

/// The files and states that tests and pictures of cluster.conf's views show.

/// The seed's first cluster.conf: domnull with node1 and node2.
QByteArray seedFirst();
/// Four nodes, three failover domains, five virtual machines.
QByteArray fourNodeConf();
/// @p nodes nodes, @p domains domains, @p vms virtual machines.
QByteArray largeConf(int nodes, int domains, int vms);
/// Names of a hundred letters, a node that is none, priorities that do not count.
QByteArray awkwardConf();
/// The cluster of fourNodeConf(): xenhost1 to xenhost3 up, xenhost4 lost; web3 runs and is in no
/// vm.
cluster::ClusterState fourNodeState();

} // namespace colonnade::gui
