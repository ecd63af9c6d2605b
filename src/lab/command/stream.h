// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lab/command/context.h"

#include <sys/types.h>

namespace colonnade::lab {

// How the two halves of a simulated migration talk: lines on two pipes, as xl and xend have a byte
// stream.

/// Reads lines from a pipe.
class LineReader
{
public:
    explicit LineReader(int fd) : m_fd(fd) {}
    /// Absent at the end of the stream, even after an unfinished line.
    std::optional<std::string> next();

private:
    int m_fd;
    std::string m_buffer;
};

/// False: nobody reads any more. SIGPIPE must be ignored.
bool send(int fd, const std::string &line);

/// What the sending side says first.
struct MigrationOffer
{
    std::string source; ///< node
    std::string sourceBootId;
    int length = 0;      ///< of the configuration, as both sides print it
    bool paused = false; ///< leave it paused (xl -p)
    bool keepId = false; ///< xl -D
    Domain domain;
};
bool sendOffer(int fd, const MigrationOffer &offer);
std::optional<MigrationOffer> receiveOffer(LineReader &reader);

/// The other end of a migration: a program whose input and output are pipes of ours.
struct Peer
{
    pid_t pid = -1;
    int input = -1;
    int output = -1;

    void closePipes();
    /// Its wait status; blocks until it has ended.
    int wait();
};

/// Starts `/bin/sh -c SCRIPT` with standard error shared.
Peer startPeer(const std::string &script);

/// Starts @p script as a process of the node with the root @p root, which no signal to this
/// process's group reaches.
Peer startPeerOn(const std::string &root, const std::string &script);

/// Runs @p work in a process of its own that no signal to this one's group and no closed terminal
/// reaches, as a daemon of the node would. @p keepFd stays open in it, the standard streams do not.
/// Returns its pid.
pid_t detached(int keepFd, const std::function<void()> &work);

} // namespace colonnade::lab
