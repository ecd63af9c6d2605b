// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cluster/facts.h"

namespace colonnade::gui {

/// domnull of xenhost1 and xenhost2, with a comment.
QByteArray twoNodeList();
/// domnull, and backup of one node.
QByteArray severalClustersList();
/// domnull, and xenhost3 of domnul, which is not there.
QByteArray orphanList();

/// xenhost1 and xenhost2 with domnull loaded and /shared mounted, and xenhost3, which is not in the
/// list; all connected.
cluster::ClusterState ocfs2State();

} // namespace colonnade::gui
