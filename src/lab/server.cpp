// SPDX-License-Identifier: GPL-3.0-or-later
#include "lab/server.h"

#include "lab/connection.h"

#include <QString>

#include <cerrno>
#include <cstring>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

namespace colonnade::lab {

using base::ErrorCode;
using base::failure;
using base::Result;

namespace {

sockaddr_in socketAddress(const std::string &address, int port)
{
    sockaddr_in result{};
    result.sin_family = AF_INET;
    result.sin_port = htons(static_cast<std::uint16_t>(port));
    inet_pton(AF_INET, address.c_str(), &result.sin_addr);
    return result;
}

/// A socket bound to the address, or -1. Port 0 chooses one.
int boundSocket(const std::string &address, int port)
{
    const int fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    const int yes = 1;
    setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
    const sockaddr_in to = socketAddress(address, port);
    if (fd >= 0 && bind(fd, reinterpret_cast<const sockaddr *>(&to), sizeof to) == 0)
        return fd;
    const int reason = errno;
    if (fd >= 0)
        close(fd);
    errno = reason;
    return -1;
}

int portOf(int fd)
{
    sockaddr_in address{};
    socklen_t length = sizeof address;
    getsockname(fd, reinterpret_cast<sockaddr *>(&address), &length);
    return ntohs(address.sin_port);
}

} // namespace

NodeServer::NodeServer(std::string root, std::string address, Key clientKey)
    : m_root(std::move(root)),
      m_address(std::move(address)),
      m_clientKey(std::move(clientKey)),
      m_wake(eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK))
{
}

Result<std::unique_ptr<NodeServer>> NodeServer::start(const std::string &root,
                                                      const std::string &address, Key hostKey,
                                                      ssh_key clientKey)
{
    std::unique_ptr<NodeServer> server(new NodeServer(root, address, Key(ssh_key_dup(clientKey))));
    if (const auto reserved = server->reservePort(); !reserved)
        return std::unexpected(reserved.error());
    server->m_bind = ssh_bind_new();
    const bool noConfiguration = false;
    if (!server->m_bind
        || ssh_bind_options_set(server->m_bind, SSH_BIND_OPTIONS_PROCESS_CONFIG, &noConfiguration)
               != SSH_OK
        || ssh_bind_options_set(server->m_bind, SSH_BIND_OPTIONS_IMPORT_KEY, hostKey.get())
               != SSH_OK)
        return failure(
            ErrorCode::IoFailed,
            QStringLiteral("The SSH server of a simulated node does not take its host key."));
    static_cast<void>(hostKey.release()); // the bind owns it now
    NodeServer *self = server.get();
    server->m_thread = std::thread([self] { self->serve(); });
    server->setListening(true);
    return server;
}

NodeServer::~NodeServer()
{
    if (m_thread.joinable()) {
        {
            const std::lock_guard lock(m_mutex);
            m_stopping = true;
        }
        wake();
        m_thread.join();
    }
    cut();
    reapConnections();
    for (const pid_t pid : m_orphans)
        waitpid(pid, nullptr, WNOHANG);
    if (m_bind)
        ssh_bind_free(m_bind);
    closeFd(m_listener);
    closeFd(m_reserved);
    closeFd(m_wake);
}

Result<void> NodeServer::reservePort()
{
    m_reserved = boundSocket(m_address, 0);
    if (m_reserved < 0)
        return failure(
            ErrorCode::IoFailed,
            QStringLiteral("No port is free on %1 for the SSH server of a simulated node: %2.")
                .arg(QString::fromStdString(m_address),
                     QString::fromLocal8Bit(std::strerror(errno))));
    m_port = portOf(m_reserved);
    return {};
}

/// The second socket on the port may listen because the first does not, and both allow it
/// (SO_REUSEADDR).
int NodeServer::openListener() const
{
    int fd = boundSocket(m_address, m_port);
    if (fd >= 0 && listen(fd, SOMAXCONN) != 0)
        closeFd(fd);
    return fd;
}

void NodeServer::wake() const
{
    const std::uint64_t one = 1;
    [[maybe_unused]] const ssize_t written = write(m_wake, &one, sizeof one);
}

void NodeServer::setListening(bool listening)
{
    std::unique_lock lock(m_mutex);
    m_wanted = listening;
    wake();
    m_applied.wait(lock, [this] { return m_isListening == m_wanted || m_stopping; });
}

void NodeServer::setHanging(bool hanging)
{
    m_switches.hanging = hanging;
    wake();
    const std::lock_guard lock(m_mutex);
    for (const auto &connection : m_connections)
        connection->wake();
}

void NodeServer::cut()
{
    std::list<std::unique_ptr<Connection>> ending;
    {
        const std::lock_guard lock(m_mutex);
        ending.swap(m_connections);
    }
    for (const auto &connection : ending)
        connection->stop();
    for (const auto &connection : ending) {
        const std::vector<pid_t> orphans = connection->takeOrphans();
        const std::lock_guard lock(m_mutex);
        m_orphans.insert(m_orphans.end(), orphans.begin(), orphans.end());
    }
}

/// Makes the listening socket what was asked for. Called with the lock held.
void NodeServer::apply()
{
    if (m_wanted && m_listener < 0)
        m_listener = openListener();
    else if (!m_wanted)
        closeFd(m_listener);
    m_isListening = m_wanted;
    m_applied.notify_all();
}

void NodeServer::reapConnections()
{
    const std::lock_guard lock(m_mutex);
    for (auto each = m_connections.begin(); each != m_connections.end();) {
        if (!(*each)->isOver()) {
            ++each;
            continue;
        }
        const std::vector<pid_t> orphans = (*each)->takeOrphans();
        m_orphans.insert(m_orphans.end(), orphans.begin(), orphans.end());
        each = m_connections.erase(each);
    }
    std::erase_if(m_orphans, [](pid_t pid) { return waitpid(pid, nullptr, WNOHANG) != 0; });
}

void NodeServer::acceptOne()
{
    const int fd = accept4(m_listener, nullptr, nullptr, SOCK_CLOEXEC);
    if (fd < 0)
        return;
    const int yes = 1;
    setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
    ssh_session session = ssh_new();
    if (!session || ssh_bind_accept_fd(m_bind, session, fd) != SSH_OK) {
        if (session)
            ssh_free(session);
        close(fd);
        return;
    }
    const std::lock_guard lock(m_mutex);
    m_connections.push_back(
        std::make_unique<Connection>(session, m_root, m_clientKey.get(), m_switches));
}

void NodeServer::serve()
{
    for (;;) {
        bool hasWork = false;
        {
            const std::lock_guard lock(m_mutex);
            if (m_stopping)
                return;
            apply();
            hasWork = !m_orphans.empty() || !m_connections.empty();
        }
        const bool accepting = m_listener >= 0 && !m_switches.hanging;
        pollfd fds[2] = {{m_wake, POLLIN, 0}, {accepting ? m_listener : -1, POLLIN, 0}};
        poll(fds, 2, hasWork ? 1000 : -1);
        std::uint64_t count = 0;
        if ((fds[0].revents & POLLIN) != 0) [[maybe_unused]]
            const ssize_t length = read(m_wake, &count, sizeof count);
        // It may have begun to hang while this thread waited.
        if ((fds[1].revents & POLLIN) != 0 && !m_switches.hanging)
            acceptOne();
        reapConnections();
    }
}

} // namespace colonnade::lab
