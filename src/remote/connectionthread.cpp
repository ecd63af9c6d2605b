// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/connectionthread.h"

#include "base/courtesy.h"
#include "remote/loginsteps.h"
#include "remote/sessions.h"
#include "remote/words.h"

#include <QRandomGenerator>

#include <algorithm>
#include <csignal>
#include <pthread.h>

namespace colonnade::remote {

using base::ErrorCode;

namespace {

constexpr auto LongTime = std::chrono::hours(1);

/// Trying again by itself would not help, and might lock the account.
bool needsPerson(ErrorCode code)
{
    return code == ErrorCode::HostKeyUnknown || code == ErrorCode::HostKeyChanged
           || code == ErrorCode::HostKeyOtherType || code == ErrorCode::NoCommonAlgorithm
           || code == ErrorCode::AuthenticationFailed || code == ErrorCode::RootDenied
           || code == ErrorCode::InvalidInput || code == ErrorCode::IoFailed;
}

constexpr std::chrono::milliseconds LongestLot = std::chrono::seconds(2);

/// Any time up to @p most.
std::chrono::milliseconds lot(std::chrono::milliseconds most)
{
    return std::chrono::milliseconds(
        QRandomGenerator::global()->bounded(static_cast<qint64>(most.count()) + 1));
}

/// libssh writes to the agent without MSG_NOSIGNAL: an agent that hangs up would end the program.
void blockBrokenPipeSignal()
{
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGPIPE);
    ::pthread_sigmask(SIG_BLOCK, &signals, nullptr);
}

} // namespace

ConnectionThread::ConnectionThread(ConnectionSettings settings,
                                   std::shared_ptr<Interaction> interaction,
                                   CompleteSettings complete, Purpose purpose)
    : m_node(settings.node),
      m_complete(std::move(complete)),
      m_purpose(purpose),
      m_interaction(std::move(interaction)),
      m_settings(std::move(settings)),
      m_pause(m_settings.firstRetry)
{
    m_status.since = QDateTime::currentDateTimeUtc();
    m_thread = std::thread([this] { main(); });
}

void ConnectionThread::stop()
{
    if (!m_thread.joinable())
        return;
    {
        const std::lock_guard lock(m_mutex);
        m_quit = true;
        m_attempt.request_stop();
    }
    m_wakeup.notify();
    m_thread.join();
}

void ConnectionThread::submit(std::shared_ptr<Request> request)
{
    {
        const std::lock_guard lock(m_mutex);
        m_pending.push_back(std::move(request));
    }
    m_wakeup.notify();
}

void ConnectionThread::submit(std::shared_ptr<Forward> forward)
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_quit)
            forward->failSession(closedError());
        else
            m_forwards.push_back(std::move(forward));
    }
    m_wakeup.notify();
}

void ConnectionThread::connectNow()
{
    {
        const std::lock_guard lock(m_mutex);
        m_connectWanted = true;
        m_connectWish = Clock::now();
        m_closeWanted = false;
    }
    m_wakeup.notify();
}

void ConnectionThread::close()
{
    {
        const std::lock_guard lock(m_mutex);
        m_closeWanted = true;
        m_connectWanted = false;
        m_attempt.request_stop();
    }
    m_wakeup.notify();
}

void ConnectionThread::probeNow()
{
    {
        const std::lock_guard lock(m_mutex);
        m_probeWanted = true;
    }
    m_wakeup.notify();
}

Status ConnectionThread::status() const
{
    const std::lock_guard lock(m_mutex);
    return m_status;
}

bool ConnectionThread::isMaking(const QByteArray &identity) const
{
    const std::lock_guard lock(m_mutex);
    const Phase phase = m_status.phase;
    return !m_quit && !m_closeWanted && m_identity == identity
           && (phase == Phase::Connecting || phase == Phase::WaitingForUser
               || phase == Phase::Connected);
}

void ConnectionThread::onStatusChanged(std::function<void(const Status &)> listener)
{
    const std::lock_guard lock(m_listenerMutex);
    m_listener = std::move(listener);
}

void ConnectionThread::main()
{
    blockBrokenPipeSignal();
    base::giveWay();
    while (waitForWork())
        connect();
    failPending(closedError());
}

/// Waits for a reason to connect. False: the thread is to end.
bool ConnectionThread::waitForWork()
{
    for (;;) {
        Phase phase;
        bool wanted, close, probe, work;
        std::optional<base::Error> error;
        {
            const std::lock_guard lock(m_mutex);
            if (m_quit)
                return false;
            phase = m_status.phase;
            error = m_status.error;
            close = std::exchange(m_closeWanted, false);
            wanted = std::exchange(m_connectWanted, false);
            probe = std::exchange(m_probeWanted, false);
            work = !m_pending.empty();
            m_wishedAt = wanted ? m_connectWish : Clock::time_point::min();
        }
        if (close && phase != Phase::Closed) {
            enterClosed();
            phase = Phase::Closed;
        }
        if (m_suspendWatch.wasSuspended() || probe) {
            m_pause = m_settings.firstRetry;
            m_nextAttempt = m_openAgain = Clock::now();
        }
        const bool triesByItself = m_purpose == Purpose::Commands && phase == Phase::Waiting;
        if (isAttemptForForwards(phase, error) || wanted || (phase == Phase::Idle && work)
            || (triesByItself && Clock::now() >= m_nextAttempt))
            return true;
        if (phase == Phase::Closed)
            failUnwished({ErrorCode::ConnectionFailed,
                          Words::tr("The connection to %1 is closed.").arg(m_node),
                          Words::tr("Connect it first.")});
        else if (phase == Phase::Refused)
            failUnwished(*error);
        else if (phase == Phase::Waiting)
            failOverdue(*error);
        m_wakeup.wait(triesByItself ? std::min(m_nextAttempt, Clock::now() + SuspendCheck)
                                    : Clock::now() + LongTime);
    }
}

/// Whether somebody who wants to get further is a reason to try. Those who are not get the last
/// attempt's error.
bool ConnectionThread::isAttemptForForwards(Phase phase, const std::optional<base::Error> &error)
{
    std::vector<std::shared_ptr<Forward>> answered;
    {
        const std::lock_guard lock(m_mutex);
        std::erase_if(m_forwards, [](const auto &forward) { return forward->isAbandoned(); });
        bool isWanted = false;
        for (const auto &forward : m_forwards) {
            isWanted |= !isAnswered(*forward, phase);
            m_wishedAt = std::max(m_wishedAt, forward->wishedAt());
        }
        if (isWanted || m_forwards.empty())
            return isWanted;
        answered = std::exchange(m_forwards, {}); // and none that comes from here on
    }
    for (const auto &forward : answered)
        forward->failSession(error.value_or(closedError()));
    return false;
}

/// Many may be behind one jump host, and each tries again and again: the jump host is not asked
/// more often for that. A person is heard who asks for it after it has failed.
bool ConnectionThread::isAnswered(const Forward &forward, Phase phase) const
{
    if (phase == Phase::Closed)
        return true;
    if (phase == Phase::Idle || forward.wishedAt() > m_failedAt)
        return false;
    return phase != Phase::Waiting || Clock::now() < m_openAgain;
}

void ConnectionThread::connect()
{
    const std::stop_token stop = attemptToken();
    forgetStages();
    setPhase(Phase::Connecting);
    if (m_complete) {
        base::Result<ConnectionSettings> complete = m_complete();
        if (!complete)
            return handleFailure(complete.error(), false);
        m_settings = *std::move(complete);
        m_settings.node = m_node;
    }
    {
        const std::lock_guard lock(m_mutex);
        m_identity = identityOf(m_settings);
    }
    RootAccess root(m_settings);
    base::Result<SessionHandle> session = makeSession(stop, root);
    if (session)
        serve(std::move(*session), root);
    else
        handleFailure(session.error(), false);
    m_route.leave();
}

base::Result<SessionHandle> ConnectionThread::makeSession(const std::stop_token &stop,
                                                          RootAccess &root)
{
    const LoginProgress told = progress();
    const base::Result<void> prepared =
        m_route.prepare({m_settings, m_wakeup, stop, told.phaseChanged, m_wishedAt}, m_interaction);
    if (!prepared)
        return std::unexpected(prepared.error());
    return logIn(m_settings, m_interaction.get(), m_wakeup, stop, m_route, told, root);
}

void ConnectionThread::serve(SessionHandle session, RootAccess &root)
{
    const Clock::time_point begin = Clock::now();
    setPhase(Phase::Connected);
    Link link(std::move(session), m_settings, root, m_wakeup);
    std::optional<base::Error> error = link.serve([&] {
        if (takeProbe())
            link.probe();
        return takePending();
    });
    forgetStages();
    if (!error) {
        keepPending(link.fail(closedError()));
        enterClosed();
        return;
    }
    error = m_route.explain(*error);
    keepPending(link.fail(*error));
    // A node that was there is asked again at once; one that drops us again and again is not.
    const bool wasSteady = Clock::now() - begin >= m_settings.firstRetry;
    if (wasSteady)
        m_pause = m_settings.firstRetry;
    handleFailure(*error, wasSteady);
}

void ConnectionThread::handleFailure(const base::Error &error, bool atOnce)
{
    m_failedAt = Clock::now();
    m_openAgain = m_failedAt + (atOnce ? std::chrono::milliseconds(0) : m_settings.firstRetry);
    if (error.code == ErrorCode::Canceled) {
        enterClosed();
        return;
    }
    if (needsPerson(error.code)) {
        setPhase(Phase::Refused, error);
        failPending(error);
        return;
    }
    // A lot keeps the nodes that were lost together from coming back together.
    m_nextAttempt = Clock::now()
                    + (atOnce ? lot(std::min(m_settings.firstRetry, LongestLot) / 4)
                              : m_pause + lot(m_pause / 4));
    setPhase(Phase::Waiting, error);
    if (!atOnce)
        m_pause = std::min(m_pause * 2, m_settings.maxRetry);
    // Whoever waited for this attempt learns how it ended, and decides himself.
    if (error.code != ErrorCode::ConnectionLost)
        failPending(error);
}

void ConnectionThread::enterClosed()
{
    failPending(closedError());
    setPhase(Phase::Closed);
}

/// Fails the requests that would not live to see the next attempt.
void ConnectionThread::failOverdue(const base::Error &error)
{
    Requests overdue;
    {
        const std::lock_guard lock(m_mutex);
        const auto isOverdue = [this](const auto &request) {
            return request->isAbandoned() || request->deadline() <= m_nextAttempt;
        };
        std::copy_if(m_pending.begin(), m_pending.end(), std::back_inserter(overdue), isOverdue);
        std::erase_if(m_pending, isOverdue);
    }
    // It did not get as far as being lost.
    base::Error answer = error;
    answer.code = ErrorCode::ConnectionFailed;
    for (const auto &request : overdue)
        request->finish(std::unexpected(answer));
}

/// Fails the requests while nobody has asked for another attempt. Those who want to get further
/// are answered by isAttemptForForwards(), which looks whether somebody did.
void ConnectionThread::failUnwished(const base::Error &error)
{
    Requests pending;
    {
        const std::lock_guard lock(m_mutex);
        if (m_connectWanted)
            return;
        pending = std::exchange(m_pending, {});
    }
    for (const auto &request : pending)
        request->finish(std::unexpected(error));
}

void ConnectionThread::failPending(const base::Error &error)
{
    Requests pending;
    {
        const std::lock_guard lock(m_mutex);
        pending = std::exchange(m_pending, {});
    }
    for (const auto &request : pending)
        request->finish(std::unexpected(error));
    failForwards(error);
}

void ConnectionThread::failForwards(const base::Error &error)
{
    std::vector<std::shared_ptr<Forward>> forwards;
    {
        const std::lock_guard lock(m_mutex);
        forwards = std::exchange(m_forwards, {});
    }
    for (const auto &forward : forwards)
        forward->failSession(error);
}

void ConnectionThread::keepPending(Work work)
{
    const std::lock_guard lock(m_mutex);
    m_pending.insert(m_pending.begin(), work.requests.begin(), work.requests.end());
    m_forwards.insert(m_forwards.begin(), work.forwards.begin(), work.forwards.end());
}

bool ConnectionThread::takeProbe()
{
    const std::lock_guard lock(m_mutex);
    return std::exchange(m_probeWanted, false);
}

std::optional<ConnectionThread::Work> ConnectionThread::takePending()
{
    const std::lock_guard lock(m_mutex);
    m_connectWanted = false;
    if (m_quit || std::exchange(m_closeWanted, false))
        return {};
    return Work{std::exchange(m_pending, {}), std::exchange(m_forwards, {})};
}

std::stop_token ConnectionThread::attemptToken()
{
    const std::lock_guard lock(m_mutex);
    m_attempt = std::stop_source();
    if (m_quit || m_closeWanted)
        m_attempt.request_stop();
    return m_attempt.get_token();
}

base::Error ConnectionThread::closedError() const
{
    return {ErrorCode::Canceled, Words::tr("The connection to %1 was closed.").arg(m_node), {}};
}

void ConnectionThread::setPhase(Phase phase, std::optional<base::Error> error)
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const auto isTrying = [](Phase p) {
        return p == Phase::Connecting || p == Phase::WaitingForUser || p == Phase::Waiting;
    };
    {
        const std::lock_guard lock(m_mutex);
        // One row of failures keeps its beginning and its last reason until it ends.
        const bool sameRow = m_status.error && isTrying(m_status.phase) && isTrying(phase);
        if (!sameRow)
            m_status.since = now;
        if (error || !sameRow)
            m_status.error = std::move(error);
        m_status.phase = phase;
        if (phase == Phase::Waiting || phase == Phase::Refused || phase == Phase::Closed)
            m_status.legacy = false;
        m_status.nextAttempt = {};
        if (phase == Phase::Waiting) {
            const auto left =
                std::chrono::duration_cast<std::chrono::milliseconds>(m_nextAttempt - Clock::now());
            m_status.nextAttempt = now.addMSecs(left.count());
        }
        for (const auto &forward : m_forwards)
            forward->wake(); // it may be a question now that its caller waits for
    }
    publish();
}

void ConnectionThread::setStage(Stage stage, const QString &detail)
{
    {
        const std::lock_guard lock(m_mutex);
        // One that comes again begins the rest anew, as when the server wants us to come later.
        QList<StageReport> &stages = m_status.stages;
        const auto same = std::ranges::find(stages, stage, &StageReport::stage);
        stages.erase(same, stages.end());
        stages.append({stage, detail});
    }
    publish();
}

void ConnectionThread::setLegacy()
{
    {
        const std::lock_guard lock(m_mutex);
        m_status.legacy = true;
    }
    publish();
}

void ConnectionThread::forgetStages()
{
    const std::lock_guard lock(m_mutex);
    m_status.stages.clear();
    m_status.legacy = false;
}

LoginProgress ConnectionThread::progress()
{
    return {[this](Phase phase) { setPhase(phase); },
            [this](Stage stage, const QString &detail) { setStage(stage, detail); },
            [this] { setLegacy(); }};
}

void ConnectionThread::publish()
{
    const Status now = status();
    const std::lock_guard lock(m_listenerMutex);
    if (m_listener)
        m_listener(now);
}

} // namespace colonnade::remote
