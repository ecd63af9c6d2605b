// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cluster/facts.h"
#include "rules/placement.h"

#include <QJsonObject>

namespace colonnade::ctl {

/// Whether the last attempt to read @p node succeeded.
bool answered(const cluster::NodeState &node);

/// A cluster for a person to read: nodes, guests, and last what somebody has to be told about.
QString statusText(const cluster::ClusterState &state, const QList<rules::Reason> &alarms,
                   const QDateTime &now);

/// The same for programs: adds the nodes and alarms of @p state to the arrays of @p json. Its
/// members are documented in colonnadectl(1) and only ever added to.
void addStatusJson(QJsonObject &json, const cluster::ClusterState &state,
                   const QList<rules::Reason> &alarms);

/// The word for @p state, in the table and in JSON: running, blocked, ...
QString stateWord(toolstack::RunState state);

} // namespace colonnade::ctl
