// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cluster/monitor.h"
#include "ctl/context.h"
#include "operations/deployment.h"

#include <optional>

namespace colonnade::ctl {

/// A file that is to be rolled out to the nodes of a cluster, and how.
struct RollOut
{
    QString cluster;
    QString path; ///< on the nodes
    QByteArray bytes;
    std::optional<QByteArray> base; ///< what every node must hold; none: whatever it holds now
    QStringList only = {};          ///< nodes that get it; empty: all but those that are left out
    QStringList leaveOut;           ///< nodes that do not get it now
    QString reason;
    bool raiseVersion = false; ///< config_version becomes one above the highest of the nodes
    bool dryRun = false;
    bool yes = false;
    bool json = false; ///< the plan, or how it ended, as JSON; nothing else on standard output
};

/// Reads what the nodes hold, shows the plan and what changes, asks, and carries it out; returns
/// what to exit with.
int rollOut(const Context &context, cluster::Monitor &monitor, RollOut wish);

/// Gives the nodes of a cluster that answer again what was rolled out without them; returns what to
/// exit with. Of @p how, what is asked and printed counts.
int rollOutOwed(const Context &context, cluster::Monitor &monitor, const RollOut &how);

/// Goes on with an open roll-out; returns what to exit with.
int resumeRollOut(const Context &context, cluster::Nodes &nodes, operations::Journal &journal,
                  const QString &planId, operations::DeployDirection direction);

/// Prints a diff as it is, but for control characters, which a terminal would obey: they are shown
/// as
/// \\x1b. Tabs stay.
void printDiff(const Context &context, const QByteArray &diff);

/// Where a file of @p format (as `colonnadectl file` calls it) stands on the nodes; empty: that has
/// to be said.
QString pathOnNodes(const QString &format, const QString &file);

} // namespace colonnade::ctl
