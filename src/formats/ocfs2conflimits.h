// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <climits>

namespace colonnade::formats {

// o2cb_ctl/o2cb_config.c of ocfs2-tools: what it loads, which may be more than the kernel takes
constexpr quint64 Ocfs2NumberLimit = INT_MAX;
constexpr quint64 Ocfs2CountLimit = quint64(UINT_MAX) + 1;

// fs/ocfs2/cluster/ocfs2_nodemanager.h, nodemanager.c and heartbeat.h of Linux
constexpr int Ocfs2MostNodes = 255;
constexpr quint64 Ocfs2HighestNumber = 254;
constexpr int Ocfs2MostNodeNameBytes = 64;
constexpr quint64 Ocfs2HighestPort = 65534;
constexpr int Ocfs2MostRegions = 32;
constexpr int Ocfs2RegionBytes = 32;

// o2cb_ctl/op_cluster.c of ocfs2-tools
constexpr int Ocfs2MostClusterNameBytes = 16;

/// Half of the regions or more being slow resets a node: o2cb(7), "Disk heartbeat".
constexpr int Ocfs2FewestRegions = 3;

/// 1 to 16 letters and digits.
bool isOcfs2ClusterName(const QByteArray &name);

/// What a host can be named: letters, digits, -, _ and dots, beginning with a letter or a digit.
bool isOcfs2NodeName(const QByteArray &name);

/// Whether an IPv4 address can be that of an interface which other nodes reach.
bool isOcfs2HostAddress(const QByteArray &address);

/// A volume's UUID: 32 digits and capital letters A to F.
bool isOcfs2Region(const QByteArray &region);

} // namespace colonnade::formats
