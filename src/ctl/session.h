// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cluster/monitor.h"
#include "ctl/context.h"
#include "profiles/store.h"

#include <memory>

namespace colonnade::ctl {

/// The clusters of @p profiles, in their order.
QStringList clusterNames(const QList<profiles::Profile> &profiles);

/// The profiles of one cluster.
QList<profiles::Profile> nodesOf(const QList<profiles::Profile> &profiles, const QString &cluster);

/// The cluster that is meant: @p wanted, or the only one. No value: it was said on standard error
/// why not, and @p code is what to end with.
std::optional<QString> chooseCluster(const Context &context,
                                     const QList<profiles::Profile> &profiles,
                                     const QString &wanted, int &code);

/// Makes connections as profiles say, asking at the terminal where that is needed.
cluster::Monitor::Connector terminalConnector(const Context &context, bool acceptNewHostKeys);

/// Connections to the nodes of a cluster, asking at the terminal where that is needed.
std::unique_ptr<cluster::Monitor> openCluster(const Context &context,
                                              const QList<profiles::Profile> &profiles,
                                              const QString &cluster, bool acceptNewHostKeys);

} // namespace colonnade::ctl
