// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/sessions.h"

#include <QDataStream>

#include <libssh/libssh.h>

#include <algorithm>
#include <condition_variable>

namespace colonnade::remote {

namespace {

/// A session that is there for others only.
struct Shared
{
    QByteArray identity;
    std::shared_ptr<ConnectionThread> session;
    std::chrono::milliseconds linger;
    int users = 0;
    Clock::time_point expires = Clock::time_point::max();
};

/// The sessions of the process. They cannot be handed in: "one session a host" is about all
/// connections together.
class Sessions
{
public:
    Sessions();
    ~Sessions() { close(); }

    void offer(const std::shared_ptr<ConnectionThread> &node);
    std::shared_ptr<ConnectionThread> acquire(const ConnectionSettings &jump,
                                              const std::shared_ptr<Interaction> &interaction);
    void release(const ConnectionThread *session);

private:
    std::shared_ptr<ConnectionThread> node(const QByteArray &identity, bool connected);
    Shared *shared(const QByteArray &identity);
    void closeExpired(const std::stop_token &stop);
    void close();

    std::mutex m_mutex;
    std::condition_variable_any m_changed;
    std::vector<std::weak_ptr<ConnectionThread>> m_nodes;
    std::vector<Shared> m_shared;
    bool m_closing = false;
    std::jthread m_closer; ///< runs from the first time on that a session is not used
};

Sessions::Sessions()
{
    // The cryptography library cleans itself up when the process ends. It does so after the
    // sessions have ended only where it was in use before this object was made.
    unsigned char any = 0;
    ssh_get_random(&any, sizeof any, 0);
}

void Sessions::offer(const std::shared_ptr<ConnectionThread> &node)
{
    const std::lock_guard lock(m_mutex);
    std::erase_if(m_nodes, [](const auto &other) { return other.expired(); });
    m_nodes.push_back(node);
}

std::shared_ptr<ConnectionThread> Sessions::node(const QByteArray &identity, bool connected)
{
    for (const auto &weak : m_nodes) {
        const std::shared_ptr<ConnectionThread> node = weak.lock();
        if (node && node->isMaking(identity)
            && (!connected || node->status().phase == Phase::Connected))
            return node;
    }
    return {};
}

Shared *Sessions::shared(const QByteArray &identity)
{
    const auto found = std::find_if(m_shared.begin(), m_shared.end(),
                                    [&](const Shared &s) { return s.identity == identity; });
    return found == m_shared.end() ? nullptr : &*found;
}

std::shared_ptr<ConnectionThread> Sessions::acquire(const ConnectionSettings &jump,
                                                    const std::shared_ptr<Interaction> &interaction)
{
    const QByteArray identity = identityOf(jump);
    const std::lock_guard lock(m_mutex);
    if (auto connected = node(identity, true))
        return connected;
    Shared *entry = shared(identity);
    if (!entry) {
        if (auto connecting = node(identity, false))
            return connecting;
        ConnectionSettings own = jump;
        own.becomeRoot = BecomeRoot::NotNeeded; // nothing is run there
        m_shared.push_back({identity,
                            std::make_shared<ConnectionThread>(std::move(own), interaction, nullptr,
                                                               ConnectionThread::Purpose::Jump),
                            jump.jumpLinger});
        entry = &m_shared.back();
    }
    ++entry->users;
    entry->expires = Clock::time_point::max();
    return entry->session;
}

void Sessions::release(const ConnectionThread *session)
{
    const std::lock_guard lock(m_mutex);
    const auto entry = std::find_if(m_shared.begin(), m_shared.end(),
                                    [&](const Shared &s) { return s.session.get() == session; });
    if (entry == m_shared.end() || --entry->users > 0)
        return;
    // A question that is open for nobody is taken back. What failed is kept, so that the next one
    // does not try the same again at once.
    const Phase phase = session->status().phase;
    const bool isOnTheWay =
        phase == Phase::Idle || phase == Phase::Connecting || phase == Phase::WaitingForUser;
    entry->expires = Clock::now() + (isOnTheWay ? std::chrono::milliseconds(0) : entry->linger);
    if (!m_closing && !m_closer.joinable())
        m_closer = std::jthread([this](const std::stop_token &stop) { closeExpired(stop); });
    m_changed.notify_all();
}

void Sessions::closeExpired(const std::stop_token &stop)
{
    std::unique_lock lock(m_mutex);
    while (!stop.stop_requested()) {
        const Clock::time_point now = Clock::now();
        std::vector<std::shared_ptr<ConnectionThread>> expired;
        Clock::time_point next = Clock::time_point::max();
        for (Shared &entry : m_shared) {
            if (entry.expires <= now)
                expired.push_back(std::move(entry.session));
            else
                next = std::min(next, entry.expires);
        }
        std::erase_if(m_shared, [](const Shared &entry) { return !entry.session; });
        if (!expired.empty()) {
            // Their threads end here, and give back the sessions that they used themselves.
            lock.unlock();
            expired.clear();
            lock.lock();
            continue;
        }
        const auto hasEarlier = [&] {
            return std::any_of(m_shared.begin(), m_shared.end(),
                               [&](const Shared &entry) { return entry.expires < next; });
        };
        if (next == Clock::time_point::max())
            m_changed.wait(lock, stop, hasEarlier);
        else
            m_changed.wait_until(lock, stop, next, hasEarlier);
    }
}

void Sessions::close()
{
    {
        const std::lock_guard lock(m_mutex);
        m_closing = true;
    }
    m_closer = {};
    while (true) {
        // Ended without the lock: the thread of one that goes through another one gives that back.
        std::vector<Shared> rest;
        {
            const std::lock_guard lock(m_mutex);
            rest = std::exchange(m_shared, {});
        }
        if (rest.empty())
            return;
    }
}

Sessions &sessions()
{
    static Sessions instance;
    return instance;
}

} // namespace

QByteArray identityOf(const ConnectionSettings &settings)
{
    QByteArray result;
    QDataStream stream(&result, QIODeviceBase::WriteOnly);
    stream << settings.host.toLower() << settings.port << settings.user << settings.identityFiles
           << settings.certificateFiles << settings.identitiesOnly << settings.agentSocket
           << settings.knownHostsFiles << settings.hostKeyAlias << settings.hashKnownHosts
           << settings.refuseUnknownHostKeys << settings.legacyAlgorithms;
    for (const LoginMethod method : settings.methods)
        stream << static_cast<qint32>(method);
    if (settings.jump)
        stream << identityOf(*settings.jump);
    return result;
}

void offerSession(const std::shared_ptr<ConnectionThread> &node)
{
    sessions().offer(node);
}

JumpLease::JumpLease(const ConnectionSettings &jump,
                     const std::shared_ptr<Interaction> &interaction)
    : m_session(sessions().acquire(jump, interaction))
{
}

JumpLease::~JumpLease()
{
    sessions().release(m_session.get());
}

} // namespace colonnade::remote
