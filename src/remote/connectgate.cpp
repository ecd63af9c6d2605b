// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/connectgate.h"

#include <QHash>

#include <condition_variable>
#include <mutex>

namespace colonnade::remote {

namespace {

/// Half of MaxStartups, since a busy sshd takes some time to notice that somebody has logged in.
constexpr int PlacesPerHost = 5;

/// The counters of the process. They cannot be handed in: sshd counts what all connections do
/// together.
struct Gate
{
    std::mutex mutex;
    std::condition_variable_any changed;
    QHash<QString, int> taken;
};

Gate &gate()
{
    static Gate instance;
    return instance;
}

} // namespace

ConnectTicket::ConnectTicket(const QString &host, std::stop_token stop) : m_host(host)
{
    std::unique_lock lock(gate().mutex);
    m_held =
        gate().changed.wait(lock, stop, [this] { return gate().taken[m_host] < PlacesPerHost; });
    if (m_held)
        ++gate().taken[m_host];
}

void ConnectTicket::giveBack()
{
    if (!m_held)
        return;
    m_held = false;
    const std::lock_guard lock(gate().mutex);
    if (--gate().taken[m_host] == 0)
        gate().taken.remove(m_host);
    gate().changed.notify_all();
}

} // namespace colonnade::remote
