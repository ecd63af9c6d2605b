// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "formats/clusterconfact.h"

#include <QString>

namespace colonnade::formats {

// Whether a name or a number that a person gave may stand in cluster.conf; else the act fails.

/// 1 to 15 letters, digits, `_` and `-`: it becomes part of the lock table of every GFS, where a
/// colon divides (cman/daemon/cman-preconfig.c; gfs_mkfs(8)).
void checkClusterName(ClusterConfAct &act, const QString &name);
/// What a host can be called, or an address; at most 255 bytes.
void checkNodeName(ClusterConfAct &act, const QString &name);
/// An ID of XML, as the schema has it (cluster.rng).
void checkFenceDeviceName(ClusterConfAct &act, const QString &name);
/// Anything but quotes and control characters: rgmanager looks it up by an XPath with quotes.
void checkDomainName(ClusterConfAct &act, const QString &name);
/// Of a vm at most 60 bytes without blanks and slashes, as it is the name of a guest and of its
/// file; of a service at most 55.
void checkGroupName(ClusterConfAct &act, GroupKind kind, const QString &name);

/// 1 to 4096 (cman/daemon/cman-preconfig.c).
void checkNodeId(ClusterConfAct &act, int nodeId);

} // namespace colonnade::formats
