// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "formats/clusterconfact.h"

namespace colonnade::formats {

// New parts of cluster.conf, checked, and as the elements that are to be written.

/// Names, numbers and methods of the node by themselves.
void checkNewNode(ClusterConfAct &act, const NewClusterNode &node);
void checkNewMethod(ClusterConfAct &act, const NewFenceMethod &method);
void checkNewFenceDevice(ClusterConfAct &act, const NewFenceDevice &device);
/// Whether the file has the devices.
void checkFenceUses(ClusterConfAct &act, const QList<NewFenceUse> &uses);

[[nodiscard]] NewXmlElement elementFor(const NewFenceUse &use);
[[nodiscard]] NewXmlElement elementFor(const NewFenceMethod &method);
[[nodiscard]] NewXmlElement elementFor(const NewFenceDevice &device);
[[nodiscard]] NewXmlElement elementFor(const NewClusterNode &node, int nodeId);

} // namespace colonnade::formats
