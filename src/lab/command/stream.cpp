// SPDX-License-Identifier: GPL-3.0-or-later
#include "lab/command/stream.h"

#include "lab/nodeshell.h"

#include <cerrno>
#include <cstdlib>
#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

namespace colonnade::lab {

std::optional<std::string> LineReader::next()
{
    for (;;) {
        if (const std::size_t end = m_buffer.find('\n'); end != std::string::npos) {
            std::string line = m_buffer.substr(0, end);
            m_buffer.erase(0, end + 1);
            return line;
        }
        char bytes[4096];
        const ssize_t count = read(m_fd, bytes, sizeof bytes);
        if (count == 0 || (count < 0 && errno != EINTR))
            return std::nullopt;
        if (count > 0)
            m_buffer.append(bytes, static_cast<std::size_t>(count));
    }
}

bool send(int fd, const std::string &line)
{
    const std::string bytes = line + '\n';
    std::size_t done = 0;
    while (done < bytes.size()) {
        const ssize_t written = write(fd, bytes.data() + done, bytes.size() - done);
        if (written < 0 && errno != EINTR)
            return false;
        done += written > 0 ? static_cast<std::size_t>(written) : 0;
    }
    return true;
}

bool sendOffer(int fd, const MigrationOffer &offer)
{
    State carrier; // a state of one node with one domain has a text form already
    carrier.nodes.push_back({});
    carrier.nodes.back().name = offer.source;
    carrier.nodes.back().bootId = offer.sourceBootId;
    carrier.nodes.back().domains.push_back(offer.domain);
    std::string lines = carrier.serialized();
    lines.pop_back();
    return send(fd, text("offer %d %d %d", offer.length, offer.paused, offer.keepId))
           && send(fd, lines);
}

std::optional<MigrationOffer> receiveOffer(LineReader &reader)
{
    MigrationOffer offer;
    int paused = 0;
    int keepId = 0;
    const std::optional<std::string> head = reader.next();
    if (!head || std::sscanf(head->c_str(), "offer %d %d %d", &offer.length, &paused, &keepId) != 3)
        return std::nullopt;
    std::string lines;
    for (std::optional<std::string> line = reader.next(); line; line = reader.next()) {
        lines += *line + '\n';
        if (*line == "end")
            break;
    }
    const std::optional<State> carrier = State::parse(lines);
    if (!carrier || carrier->nodes.size() != 1 || carrier->nodes[0].domains.size() != 1)
        return std::nullopt;
    offer.source = carrier->nodes[0].name;
    offer.sourceBootId = carrier->nodes[0].bootId;
    offer.domain = carrier->nodes[0].domains[0];
    offer.paused = paused != 0;
    offer.keepId = keepId != 0;
    return offer;
}

void Peer::closePipes()
{
    if (input >= 0)
        close(input);
    if (output >= 0)
        close(output);
    input = output = -1;
}

int Peer::wait()
{
    int status = 0;
    while (pid > 0 && waitpid(pid, &status, 0) < 0 && errno == EINTR) {
    }
    return status;
}

namespace {

/// Forks with pipes to the child's standard input and output; @p become does not return.
Peer forkPeer(const std::function<void()> &become)
{
    int toPeer[2] = {-1, -1};
    int fromPeer[2] = {-1, -1};
    if (pipe2(toPeer, O_CLOEXEC) != 0 || pipe2(fromPeer, O_CLOEXEC) != 0)
        return {};
    Peer peer;
    peer.pid = fork();
    if (peer.pid == 0) {
        dup2(toPeer[0], STDIN_FILENO);
        dup2(fromPeer[1], STDOUT_FILENO);
        become();
        _exit(127);
    }
    close(toPeer[0]);
    close(fromPeer[1]);
    peer.input = toPeer[1];
    peer.output = fromPeer[0];
    return peer;
}

} // namespace

Peer startPeer(const std::string &script)
{
    return forkPeer(
        [&script] { execl("/bin/sh", "sh", "-c", script.c_str(), static_cast<char *>(nullptr)); });
}

Peer startPeerOn(const std::string &root, const std::string &script)
{
    return forkPeer([&] {
        setsid();
        becomeShell(root, script);
    });
}

pid_t detached(int keepFd, const std::function<void()> &work)
{
    const pid_t pid = fork();
    if (pid != 0)
        return pid;
    setsid();
    const int nothing = open("/dev/null", O_RDWR | O_CLOEXEC);
    for (const int fd : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
        if (fd != keepFd)
            dup2(nothing, fd);
    }
    work();
    _exit(0);
}

} // namespace colonnade::lab
