// SPDX-License-Identifier: GPL-3.0-or-later
#include "real/proxy.h"

#include <QByteArray>

#include <algorithm>
#include <arpa/inet.h>
#include <array>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>
#include <vector>

namespace colonnade::real {

namespace {

constexpr int PollMs = 20;

sockaddr_in addressOf(const QByteArray &host, quint16 port)
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    inet_pton(AF_INET, host.constData(), &address.sin_addr);
    return address;
}

/// Closes @p socket so that the other side gets a reset, as when a machine in between forgets the
/// connection.
void reset(int socket)
{
    const linger now{1, 0};
    setsockopt(socket, SOL_SOCKET, SO_LINGER, &now, sizeof now);
    close(socket);
}

/// One carried connection.
struct Pair
{
    int near;
    int far;
};

/// Carries what is there from @p from to @p to; false at the end of either.
bool carry(int from, int to)
{
    std::array<char, 65536> buffer;
    const ssize_t count = read(from, buffer.data(), buffer.size());
    for (ssize_t done = 0; done < count;) {
        const ssize_t written = send(to, buffer.data() + done, size_t(count - done), MSG_NOSIGNAL);
        if (written <= 0)
            return false;
        done += written;
    }
    return count > 0;
}

void dropPair(std::vector<Pair> &pairs, size_t index)
{
    reset(pairs[index].near);
    reset(pairs[index].far);
    pairs.erase(pairs.begin() + ptrdiff_t(index));
}

std::vector<pollfd> watched(int listener, const std::vector<Pair> &pairs)
{
    std::vector<pollfd> descriptors{{listener, POLLIN, 0}};
    for (const Pair &pair : pairs) {
        descriptors.push_back({pair.near, POLLIN, 0});
        descriptors.push_back({pair.far, POLLIN, 0});
    }
    return descriptors;
}

} // namespace

Proxy::Proxy(const QString &host, quint16 port) : m_host(host.toLatin1()), m_target(port)
{
    m_listener = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address = addressOf("127.0.0.1", 0);
    socklen_t size = sizeof address;
    if (bind(m_listener, reinterpret_cast<sockaddr *>(&address), size) == 0
        && listen(m_listener, 16) == 0
        && getsockname(m_listener, reinterpret_cast<sockaddr *>(&address), &size) == 0)
        m_port = ntohs(address.sin_port);
    m_thread = std::jthread([this](const std::stop_token &stop) { serve(stop); });
}

Proxy::~Proxy()
{
    m_thread.request_stop();
    m_thread.join();
    close(m_listener);
}

void Proxy::serve(const std::stop_token &stop)
{
    std::vector<Pair> pairs;
    while (!stop.stop_requested()) {
        while (m_cut && !pairs.empty())
            dropPair(pairs, 0);
        std::vector<pollfd> descriptors = watched(m_listener, pairs);
        if (poll(descriptors.data(), descriptors.size(), PollMs) <= 0)
            continue;
        for (size_t index = pairs.size(); index-- > 0;) {
            const bool near = descriptors[1 + 2 * index].revents != 0;
            const bool far = descriptors[2 + 2 * index].revents != 0;
            if ((near && !carry(pairs[index].near, pairs[index].far))
                || (far && !carry(pairs[index].far, pairs[index].near)))
                dropPair(pairs, index);
        }
        if (descriptors[0].revents == 0)
            continue;
        const int near = accept4(m_listener, nullptr, nullptr, SOCK_CLOEXEC);
        const int far = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        const sockaddr_in target = addressOf(m_host, m_target);
        if (m_cut
            || connect(far, reinterpret_cast<const sockaddr *>(&target), sizeof target) != 0) {
            reset(near);
            reset(far);
            continue;
        }
        pairs.push_back({near, far});
        ++m_connections;
    }
    while (!pairs.empty())
        dropPair(pairs, 0);
}

} // namespace colonnade::real
