// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "operations/deployment.h"

#include <QJsonObject>

namespace colonnade::operations {

/// What the journal holds of a roll-out, as JSON. Bytes are compressed and in base64.

QJsonObject detailsOf(const DeployRequest &request);
DeployRequest requestFrom(const Plan &plan);

/// What was there on the nodes before.
using OldFiles = QHash<QString, std::optional<QByteArray>>;
QJsonObject factsOf(const OldFiles &files);
OldFiles oldFilesFrom(const QJsonObject &facts);

/// Whether the node's file was these bytes when it was read.
bool holdsFile(const cluster::NodeState &node, const DeployRequest &request);
/// Whether the cluster runs this cluster.conf: a node that holds these bytes runs their version.
bool runsAlready(const cluster::ClusterState &state, const DeployRequest &request);

} // namespace colonnade::operations
