// SPDX-License-Identifier: GPL-3.0-or-later
#include "hostileserver.h"

#include <QByteArray>

#include <arpa/inet.h>
#include <cerrno>
#include <fcntl.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>
#include <vector>

namespace colonnade::remote {

HostileServer::HostileServer(Kind kind) : m_kind(kind)
{
    m_listener = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    ::bind(m_listener, reinterpret_cast<const sockaddr *>(&address), size);
    ::listen(m_listener, 16);
    ::getsockname(m_listener, reinterpret_cast<sockaddr *>(&address), &size);
    m_port = ntohs(address.sin_port);
    m_thread = std::thread([this] { serve(); });
}

HostileServer::~HostileServer()
{
    m_stop = true;
    m_thread.join();
    ::close(m_listener);
}

void HostileServer::serve()
{
    std::vector<int> clients;
    while (!m_stop) {
        std::vector<pollfd> entries{{m_listener, POLLIN, 0}};
        const bool floods = m_kind == Kind::Flood || m_kind == Kind::FloodOfLines
                            || m_kind == Kind::RubbishAfterBanner;
        for (const int client : clients)
            entries.push_back({client, static_cast<short>(floods ? POLLOUT : 0), 0});
        ::poll(entries.data(), entries.size(), 20);
        std::erase_if(clients, [&](int client) {
            if (!floods || send(client))
                return false;
            ::close(client);
            return true;
        });
        if (const int client =
                ::accept4(m_listener, nullptr, nullptr, SOCK_CLOEXEC | SOCK_NONBLOCK);
            client >= 0) {
            greet(client);
            if (m_kind == Kind::HangUp)
                ::close(client);
            else
                clients.push_back(client);
        }
    }
    for (const int client : clients)
        ::close(client);
}

void HostileServer::greet(int client) const
{
    QByteArray greeting;
    if (m_kind == Kind::Rubbish)
        greeting = QByteArray(1000, '\x9c').append("\r\n");
    else if (m_kind == Kind::RubbishAfterBanner)
        greeting = "SSH-2.0-OpenSSH_9.2\r\n";
    ::send(client, greeting.constData(), static_cast<size_t>(greeting.size()), MSG_NOSIGNAL);
}

/// Sends as much as the client takes. False: it has gone.
bool HostileServer::send(int client) const
{
    const QByteArray text = m_kind == Kind::FloodOfLines
                                ? QByteArray("no SSH here\r\n").repeated(1000)
                                : QByteArray(16384, '\x81');
    const ssize_t sent =
        ::send(client, text.constData(), static_cast<size_t>(text.size()), MSG_NOSIGNAL);
    return sent >= 0 || errno == EAGAIN;
}

} // namespace colonnade::remote
