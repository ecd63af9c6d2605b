// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>

namespace colonnade::lab {

/// The config_version of the cluster.conf at @p path; none: there is no such file, its elements are
/// not closed as they were opened, or its root is no cluster with a version. (A simulated node
/// checks no more of it.)
std::optional<int> clusterFileVersion(const std::string &path);

} // namespace colonnade::lab
