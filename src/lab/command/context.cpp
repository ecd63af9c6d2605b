// SPDX-License-Identifier: GPL-3.0-or-later
#include "lab/command/context.h"

#include <cerrno>
#include <csignal>
#include <cstdarg>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

namespace colonnade::lab {

namespace {

[[noreturn]] void noLab()
{
    err("the lab that this node belongs to is gone\n");
    std::exit(1);
}

void writeAll(int fd, const std::string &bytes)
{
    std::size_t done = 0;
    while (done < bytes.size()) {
        const ssize_t written = write(fd, bytes.data() + done, bytes.size() - done);
        if (written < 0 && errno != EINTR)
            return;
        done += written > 0 ? static_cast<std::size_t>(written) : 0;
    }
}

} // namespace

Context::Context()
    : m_root(std::getenv("COLONNADE_ROOT") ? std::getenv("COLONNADE_ROOT") : ""),
      m_node(m_root.substr(m_root.rfind('/') + 1)),
      m_file(folderOf(m_root))
{
    std::optional<State> state = m_file.read();
    if (!state || !state->node(m_node))
        noLab();
    if (!state->node(m_node)->on)
        std::_Exit(137); // the node lost its power just now
}

std::string Context::folderOf(const std::string &root)
{
    const std::size_t slash = root.rfind('/');
    return slash == std::string::npos ? std::string() : root.substr(0, slash);
}

State Context::state() const
{
    std::optional<State> state = m_file.read();
    if (!state)
        noLab();
    return *std::move(state);
}

Node Context::self() const
{
    State all = state();
    return *all.node(m_node);
}

void Context::update(const std::function<void(State &)> &change) const
{
    if (!m_file.update(change))
        noLab();
}

void Context::updateSelf(const std::function<void(Node &)> &change) const
{
    update([&](State &state) { change(*state.node(m_node)); });
}

bool Context::sameBoot(const std::string &node, const std::string &bootId) const
{
    State all = state();
    const Node *found = all.node(node);
    return found && found->on && found->bootId == bootId;
}

bool Context::control(const std::string &line) const
{
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    const std::string path = m_file.folder() + "/control";
    if (path.size() >= sizeof address.sun_path)
        return false;
    std::memcpy(address.sun_path, path.c_str(), path.size() + 1);
    const int fd = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const bool connected =
        fd >= 0 && connect(fd, reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0;
    char answer = 0;
    if (connected)
        writeAll(fd, line + '\n');
    const bool answered = connected && read(fd, &answer, 1) == 1;
    if (fd >= 0)
        close(fd);
    return answered;
}

void Context::hang() const
{
    for (;;) {
        const std::optional<State> state = m_file.read();
        if (!state || (kill(state->labPid, 0) != 0 && errno == ESRCH))
            std::_Exit(1);
        sleepMs(500);
    }
}

std::string text(const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    char *buffer = nullptr;
    const int length = vasprintf(&buffer, format, arguments);
    va_end(arguments);
    std::string result(length > 0 ? buffer : "");
    if (length >= 0)
        std::free(buffer);
    return result;
}

void out(const std::string &bytes)
{
    writeAll(STDOUT_FILENO, bytes);
}

void err(const std::string &bytes)
{
    writeAll(STDERR_FILENO, bytes);
}

void sleepMs(double milliseconds)
{
    if (milliseconds <= 0)
        return;
    timespec left{static_cast<time_t>(milliseconds / 1000),
                  static_cast<long>(milliseconds * 1e6) % 1'000'000'000};
    while (nanosleep(&left, &left) != 0 && errno == EINTR) {
    }
}

} // namespace colonnade::lab
