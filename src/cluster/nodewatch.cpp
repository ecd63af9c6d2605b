// SPDX-License-Identifier: GPL-3.0-or-later
#include "cluster/nodewatch.h"

#include "base/courtesy.h"
#include "cluster/pace.h"
#include "cluster/probescript.h"
#include "cluster/words.h"

#include <algorithm>

namespace colonnade::cluster {

using namespace std::chrono_literals;
using base::Result;
using remote::Phase;
using toolstack::Kind;

namespace {

constexpr auto DetailsAge = 25s;     // with the interval on top, facts stay below half a minute
constexpr auto SettlingTime = 150ms; // xenstore tells of a guest in several lines
constexpr auto WatchedInterval =
    1s; // guests that come and go all the time must not mean probing all the time
constexpr auto WatchLimit = 300s; // of one xenstore-watch; it may outlive its channel
constexpr auto WatchPause = 60s;  // after one that ended at once

/// Whether the connection does not need a person or its own back-off first.
bool canAsk(Phase phase)
{
    return phase == Phase::Idle || phase == Phase::Connecting || phase == Phase::Connected;
}

bool isOfConnection(base::ErrorCode code)
{
    return code == base::ErrorCode::ConnectionLost || code == base::ErrorCode::ConnectionFailed;
}

bool detailsAreOld(const NodeFacts &facts)
{
    const qint64 age = facts.detailsReadAt.msecsTo(QDateTime::currentDateTimeUtc());
    return age < 0 || age > std::chrono::milliseconds(DetailsAge).count();
}

} // namespace

NodeWatch::NodeWatch(int id, QString name, std::unique_ptr<remote::Connection> connection,
                     Picture &picture, const MonitorOptions &options,
                     std::function<void()> detailsCame)
    : m_id(id),
      m_name(std::move(name)),
      m_connection(std::move(connection)),
      m_picture(picture),
      m_options(options),
      m_detailsCame(std::move(detailsCame))
{
}

void NodeWatch::start()
{
    m_probeThread = std::jthread([this](std::stop_token stop) { probeLoop(std::move(stop)); });
    if (m_options.watchXenstore)
        m_watchThread = std::jthread([this](std::stop_token stop) { watchLoop(std::move(stop)); });
}

void NodeWatch::end()
{
    // The probing thread starts the peers' one: it has to be over before that one is asked.
    m_probeThread.request_stop();
    m_watchThread.request_stop();
    if (m_probeThread.joinable())
        m_probeThread.join();
    m_peerThread.request_stop();
    for (std::jthread *thread : {&m_watchThread, &m_peerThread}) {
        if (thread->joinable())
            thread->join();
    }
}

void NodeWatch::wake(bool details)
{
    const std::scoped_lock lock(m_mutex);
    m_wantDetails |= details;
    m_wakeAt = Clock::now();
    m_changed.notify_all();
}

void NodeWatch::wakeSoon()
{
    const std::scoped_lock lock(m_mutex);
    const Clock::time_point soon =
        std::max(Clock::now() + SettlingTime, m_lastRead + WatchedInterval);
    m_wakeAt = std::min(m_wakeAt, soon);
    m_changed.notify_all();
}

bool NodeWatch::lacksPaths(const QStringList &paths) const
{
    const std::scoped_lock lock(m_mutex);
    return !std::ranges::includes(m_pathsRead, paths);
}

bool NodeWatch::hasBeenRead() const
{
    const NodeState self = m_picture.node(m_id);
    return self.facts && !self.probeError;
}

void NodeWatch::wantPaths(const QStringList &paths)
{
    if (lacksPaths(paths))
        wake(true);
}

void NodeWatch::noteStatus()
{
    const remote::Status status = m_connection->status();
    m_picture.setConnection(m_id, status);
    if (!canAsk(status.phase)) {
        m_wasDown = true;
    } else if (status.phase == Phase::Connected && m_wasDown.exchange(false)) {
        wake(true);
    }
}

bool NodeWatch::takeDetailsWish()
{
    const std::scoped_lock lock(m_mutex);
    return std::exchange(m_wantDetails, false);
}

Result<void> NodeWatch::read(bool details, std::stop_token stop)
{
    ProbeRequest request;
    request.paths = m_picture.paths();
    request.known = m_picture.node(m_id).facts;
    request.details = details || !request.known || detailsAreOld(*request.known);
    Result<NodeFacts> facts = probe(*m_connection, request, std::move(stop));
    const remote::Status status = m_connection->status();
    m_picture.setConnection(m_id, status);
    if (!facts) {
        // Connections may be lost and back again between two looks of noteStatus().
        if (isOfConnection(facts.error().code))
            m_wasDown = true;
        if (facts.error().code != base::ErrorCode::Canceled)
            m_picture.setProblem(m_id, status.error.value_or(facts.error()));
        return std::unexpected(facts.error());
    }

    const bool detailsRead = facts->detailsReadAt == facts->readAt;
    {
        const std::scoped_lock lock(m_mutex);
        m_lastRead = Clock::now();
        m_watchable = facts->hasXenstoreWatch;
        if (detailsRead)
            m_pathsRead = request.paths;
        m_changed.notify_all();
    }
    m_picture.setFacts(m_id, *std::move(facts));
    if (detailsRead) {
        m_picture.collectPaths();
        m_detailsCame();
    }
    return {};
}

void NodeWatch::probeLoop(std::stop_token stop)
{
    base::giveWay();
    while (!stop.stop_requested()) {
        const bool details = takeDetailsWish();
        Clock::duration took = Clock::duration::zero();
        const Clock::time_point asked = Clock::now();
        if (canAsk(m_connection->status().phase) && read(details, stop)) {
            took = Clock::now() - asked;
            testDuePeers();
        }
        waitForNext(Clock::now() + restAfter(took, m_options.interval), stop);
    }
}

void NodeWatch::waitForNext(Clock::time_point regular, std::stop_token stop)
{
    std::unique_lock lock(m_mutex);
    while (!stop.stop_requested()) {
        const Clock::time_point due = std::min(regular, m_wakeAt);
        if (Clock::now() >= due)
            break;
        m_changed.wait_until(lock, stop, due, [this, due] { return m_wakeAt < due; });
    }
    m_wakeAt = Clock::time_point::max();
}

void NodeWatch::watchLoop(std::stop_token stop)
{
    base::giveWay();
    // The two special watches tell of guests only; below /local/domain each guest's own writing
    // would come, too.
    remote::Command command;
    command.title = Words::tr("Watch guests come and go");
    command.script = boundFunctions() + "bound "
                     + QByteArray::number(std::chrono::seconds(WatchLimit).count())
                     + " xenstore-watch @introduceDomain @releaseDomain </dev/null\n";
    command.deadline = WatchLimit + 20s;
    command.quiet = true;
    command.readsOnly = true;
    const auto heard = [this](remote::Stream stream, const QByteArray &) {
        if (stream == remote::Stream::Out)
            wakeSoon();
    };
    while (!stop.stop_requested()) {
        {
            std::unique_lock lock(m_mutex);
            m_changed.wait(lock, stop, [this] { return m_watchable; });
            m_watchable = false; // until the next reading says so again
        }
        if (stop.stop_requested())
            return;
        const Clock::time_point begun = Clock::now();
        const bool lasted =
            m_connection->run(command, heard, stop).has_value() && Clock::now() - begun > 5s;
        std::unique_lock lock(m_mutex);
        const auto pause =
            lasted || m_connection->status().phase != Phase::Connected ? 1s : WatchPause;
        m_changed.wait_for(lock, stop, pause, [] { return false; });
    }
}

QList<PeerQuestion> NodeWatch::questions(const NodeState &self, const QStringList &nodes) const
{
    QList<PeerQuestion> result;
    if (!self.facts || !self.facts->toolstack)
        return result;
    for (const NodeState &other : m_picture.state().nodes) {
        if (other.name() == m_name || !nodes.contains(other.name()) || !other.facts
            || other.facts->toolstack != self.facts->toolstack)
            continue;
        const bool xl = self.facts->toolstack == Kind::Xl;
        const int port = xl ? other.profile.migrationPort : other.facts->relocationPort;
        result.append({other.name(), migrationAddress(other), static_cast<quint16>(port)});
    }
    return result;
}

Result<void> NodeWatch::testPeers(const QStringList &nodes, std::stop_token stop)
{
    const NodeState self = m_picture.node(m_id);
    const QList<PeerQuestion> asked = questions(self, nodes);
    if (asked.isEmpty())
        return {};
    auto peers = probePeers(*m_connection, *self.facts->toolstack, asked, std::move(stop));
    if (!peers)
        return std::unexpected(peers.error());
    m_picture.addPeers(m_id, *peers);
    return {};
}

/// Those never tested at the address they have now, or too long ago; what failed is tried again
/// sooner, as somebody may be busy mending it.
QStringList NodeWatch::duePeers() const
{
    const NodeState self = m_picture.node(m_id);
    QStringList all;
    for (const NodeState &other : m_picture.state().nodes)
        all.append(other.name());
    QStringList due;
    for (const PeerQuestion &question : questions(self, all)) {
        const PeerFact known = self.facts->peers.value(question.node);
        const auto limit = known.ok ? m_options.peerInterval : m_options.peerInterval / 5;
        const qint64 age = known.checkedAt.isValid()
                               ? known.checkedAt.msecsTo(QDateTime::currentDateTimeUtc())
                               : -1;
        if (age < 0 || age >= limit.count() || known.address != question.address)
            due.append(question.node);
    }
    return due;
}

/// In a thread of its own: a dead peer takes its ten seconds, and the next reading of this node
/// must not wait.
void NodeWatch::testDuePeers()
{
    if (m_testingPeers)
        return;
    const QStringList due = duePeers();
    if (due.isEmpty())
        return;
    m_testingPeers = true;
    m_peerThread = std::jthread([this, due](std::stop_token stop) {
        std::ignore = testPeers(
            due, std::move(stop)); // its failure is the connection's, which shows elsewhere
        m_testingPeers = false;
    });
}

} // namespace colonnade::cluster
