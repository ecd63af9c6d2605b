// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/connectgate.h"

#include <QHash>

#include <condition_variable>
#include <mutex>

namespace colonnade::remote {

namespace {

/// Half of MaxStartups, since a busy sshd takes some time to notice that somebody has logged in.
constexpr int MostPlaces = 5;

/// Logins in a row that go well before a host that dropped some gets one more place.
constexpr int GoodForOneMore = 16;

struct Host
{
    int taken = 0;
    int places = MostPlaces;
    int good = 0; ///< in a row

    bool isOrdinary() const { return taken == 0 && places == MostPlaces; }
};

/// The counters of the process. They cannot be handed in: sshd counts what all connections do
/// together.
struct Gate
{
    std::mutex mutex;
    std::condition_variable_any changed;
    QHash<QString, Host> hosts;
};

Gate &gate()
{
    static Gate *const instance = new Gate; // used by threads that end when the process does
    return *instance;
}

} // namespace

ConnectTicket::ConnectTicket(const QString &host, const std::stop_token &stop) : m_host(host)
{
    takeAgain(stop);
}

void ConnectTicket::takeAgain(const std::stop_token &stop)
{
    std::unique_lock lock(gate().mutex);
    m_held = gate().changed.wait(lock, stop, [this] {
        const Host host = gate().hosts.value(m_host);
        return host.taken < host.places;
    });
    if (m_held)
        ++gate().hosts[m_host].taken;
}

void ConnectTicket::giveBack()
{
    if (!m_held)
        return;
    m_held = false;
    const std::lock_guard lock(gate().mutex);
    Host &host = gate().hosts[m_host];
    --host.taken;
    if (host.isOrdinary())
        gate().hosts.remove(m_host);
    gate().changed.notify_all();
}

void ConnectTicket::narrow()
{
    const std::lock_guard lock(gate().mutex);
    Host &host = gate().hosts[m_host];
    host.places = (host.places + 1) / 2;
    host.good = 0;
}

void ConnectTicket::widen()
{
    const std::lock_guard lock(gate().mutex);
    const auto host = gate().hosts.find(m_host);
    if (host == gate().hosts.end() || host->places == MostPlaces || ++host->good < GoodForOneMore)
        return;
    ++host->places;
    host->good = 0;
    gate().changed.notify_all();
}

} // namespace colonnade::remote
