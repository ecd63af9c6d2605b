// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include <sys/types.h>

namespace colonnade::lab {

/// A shell on a simulated node, with pipes to its standard streams. Our ends do not block.
struct Process
{
    pid_t pid = -1;
    int exitFd = -1; ///< readable once it has ended
    int input = -1;
    int output = -1;
    int error = -1;

    bool started() const { return pid > 0; }
};

/// Starts `/bin/sh -c COMMAND`, or a shell that reads its input, on the node with the root @p root.
/// Safe in a process with threads: no code of ours runs between fork and exec. @p extra: more
/// environment, NAME=VALUE.
/// @p diskFull: the files that it writes may not grow.
Process startShell(const std::string &root, const std::string &command,
                   const std::vector<std::string> &extra, bool diskFull);

void closeFd(int &fd);

} // namespace colonnade::lab
