// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/connectgate.h"

#include <QHash>

#include <algorithm>
#include <condition_variable>
#include <mutex>
#include <thread>
#include <utility>

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

/// Whose turn it is, all hosts together.
struct Turns
{
    std::mutex mutex;
    std::condition_variable_any changed;
    int left = 2 * std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
};

Turns &turns()
{
    static Turns *const instance = new Turns; // as gate()
    return *instance;
}

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

void LoginTurn::take(const std::stop_token &stop)
{
    if (m_held)
        return;
    std::unique_lock lock(turns().mutex);
    m_held = turns().changed.wait(lock, stop, [] { return turns().left > 0; });
    if (m_held)
        --turns().left;
    if (turns().left > 0)
        turns().changed.notify_one(); // one that was stopped may have been told of it
}

void LoginTurn::giveBack()
{
    if (!std::exchange(m_held, false))
        return;
    const std::lock_guard lock(turns().mutex);
    ++turns().left;
    turns().changed.notify_one();
}

} // namespace colonnade::remote
