// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace colonnade::lab {

/// The environment of whatever runs on the node with the root @p root: its COLONNADE_ROOT, which
/// also marks a process as the node's, a PATH that finds the node's programs first, and little
/// else.
std::vector<std::string> nodeEnvironment(const std::string &root);

/// Turns this process into `/bin/sh -c COMMAND` (or a shell that reads standard input) on that
/// node.
[[noreturn]] void becomeShell(const std::string &root, const std::string &command);

/// Kills every process of the node with the root @p root, and those that they start meanwhile. @p
/// prefix: of every node whose root begins with @p root.
void killProcesses(const std::string &root, bool prefix = false);

/// Limits (or no longer) the size of files that the node's processes may write to 0 bytes.
void limitFileSize(const std::string &root, bool full);

} // namespace colonnade::lab
