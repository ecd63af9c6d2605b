// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <random>

namespace colonnade::formats {

/// A cluster.conf as somebody might write it: sensible content with things that nobody knows among
/// it, in one of many hands: indented by tabs, blanks or not at all, one line for all, CRLF, either
/// quotes, comments, attributes on lines of their own, Latin-1.
QByteArray randomClusterConf(std::mt19937 &random);

/// One of that many nodes and vms, as large clusters have it.
QByteArray largeClusterConf(int nodes, int vms);

} // namespace colonnade::formats
