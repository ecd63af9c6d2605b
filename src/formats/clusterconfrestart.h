// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "formats/clusterconf.h"

#include <QStringList>

namespace colonnade::formats {

/// What of the differences between two files of one cluster its daemons do not take while they run,
/// but at a start of cman on all nodes; as XPath ("/cluster/cman/@two_node"), in the order of the
/// files, each once. Everything else, config_version raised, they take at once: RHEL 6, Cluster
/// Administration 9.4; cman/daemon/cman-preconfig.c; fence/fenced/config.c.
QStringList restartChanges(const ClusterConf &before, const ClusterConf &after);

/// The vms of @p before that @p after has no more. A guest that runs goes on, and rgmanager no
/// longer looks after it (rgmanager/src/daemons/groups.c).
QStringList droppedVms(const ClusterConf &before, const ClusterConf &after);

} // namespace colonnade::formats
