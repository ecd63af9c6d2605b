// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/link.h"

#include "remote/loginsteps.h"
#include "remote/words.h"

#include <libssh/server.h> // ssh_send_keepalive() is for clients too, but declared there

#include <algorithm>
#include <poll.h>

namespace colonnade::remote {

using base::ErrorCode;
using base::failure;

namespace {

/// sshd's MaxSessions is 10 by default; two places are left for the channels that end hung scripts.
constexpr int MostChannels = 8;
constexpr auto RetryPause = std::chrono::milliseconds(100);

/// For the answer to probe().
constexpr auto ProbeTime = std::chrono::seconds(5);

} // namespace

Link::Link(SessionHandle session, const ConnectionSettings &settings, RootAccess &root,
           Wakeup &wakeup)
    : m_settings(settings),
      m_root(root),
      m_wakeup(wakeup),
      m_session(std::move(session)),
      m_event(ssh_event_new()),
      m_shell(m_session.get(), settings.node, root),
      m_forwards(m_session.get(), m_event.get(), settings.node)
{
    ssh_set_counters(m_session.get(), &m_traffic, nullptr);
    ssh_event_add_session(m_event.get(), m_session.get());
    ssh_event_add_fd(
        m_event.get(), wakeup.descriptor(), POLLIN,
        [](socket_t, int, void *self) {
            static_cast<Wakeup *>(self)->drain();
            return 0;
        },
        &m_wakeup);
}

Link::~Link()
{
    ssh_event_remove_fd(m_event.get(), m_wakeup.descriptor()); // ssh_event_free() would leak it
}

std::optional<base::Error> Link::serve(const Inbox &inbox)
{
    for (;;) {
        std::optional<Work> work = inbox();
        if (!work)
            return {};
        m_changed = false;
        admit(*std::move(work));
        advance();
        if (auto error = deniedForAll())
            return error;
        if (auto error = keepAlive())
            return error;
        // What changed while one channel was advanced may be what another one waits for.
        const int answer = ssh_event_dopoll(m_event.get(), m_changed ? 0 : pollTimeout());
        if (answer == SSH_ERROR || !ssh_is_connected(m_session.get()))
            return lost();
    }
}

void Link::admit(Work work)
{
    for (auto &forward : work.forwards)
        m_forwards.admit(std::move(forward));
    for (auto &request : work.requests) {
        if (request->kind() == Request::Kind::Query)
            m_shell.enqueue(std::move(request));
        else
            m_queue.push_back(std::move(request));
    }
}

void Link::advance()
{
    const uint64_t before = m_traffic.in_bytes;
    m_changed |= m_shell.advance(channelCount() < MostChannels && Clock::now() >= m_retryAt);
    if (ResidentShell::Leftover leftover = m_shell.takeLeftover(); leftover.channel) {
        Closing closing;
        if (leftover.processGroup > 1 && !m_root.denial()
            && leftover.channel->state() == ExecChannel::State::Running) {
            // Its processes would go on for nobody and keep a place of MaxSessions. The shell has
            // not ended, so the number is still its own. sshd makes each command the leader of a
            // process group; of what sudo made of it, the shell itself has told.
            // Neither -s nor -- is known to every shell's kill.
            closing.killer = m_root.command(
                m_session.get(), "kill -TERM -" + QByteArray::number(leftover.processGroup), {},
                nullptr);
        }
        closing.channel = std::move(leftover.channel);
        m_closing.push_back(std::move(closing));
    }
    advanceRuns();
    startRuns();
    cleanUp();
    m_changed |= m_forwards.advance();
    m_changed |= m_traffic.in_bytes != before;
}

void Link::advanceRuns()
{
    for (auto &run : m_runs) {
        m_changed |= run->channel->advance();
        if (settle(*run)) {
            discard(std::move(run->channel));
            m_changed = true;
        }
    }
    std::erase_if(m_runs, [](const auto &run) { return !run->channel; });
}

/// True: the command is over, for whatever reason, or back in the queue.
bool Link::settle(Run &run)
{
    Request &request = *run.request;
    if (request.isAbandoned())
        return true;
    if (run.tooMuch) {
        request.finish(failure(ErrorCode::OutputTooLarge,
                               Words::tr("%1 prints more than is allowed").arg(m_settings.node)));
        return true;
    }
    if (run.channel->state() == ExecChannel::State::Refused) {
        retryLater(run.request);
        return true;
    }
    if (run.channel->state() != ExecChannel::State::Ended)
        return false;
    if (const auto denial = run.channel->denial())
        request.finish(std::unexpected(*denial));
    else if (const auto status = run.channel->exitStatus())
        request.finish(*status);
    else
        request.finish(failure(
            ErrorCode::ConnectionLost,
            Words::tr("%1 ended the command without an exit status.").arg(m_settings.node)));
    return true;
}

/// A command that the server has not accepted has not begun: it may be tried again.
void Link::retryLater(const std::shared_ptr<Request> &request)
{
    m_queue.push_front(request);
    m_retryAt = Clock::now() + RetryPause;
    // A server that grants one channel only (MaxSessions 1) gives it to whoever needs it.
    const auto isServed = [](const std::unique_ptr<Run> &run) {
        return run->channel
               && (run->channel->state() == ExecChannel::State::Requesting
                   || run->channel->state() == ExecChannel::State::Running);
    };
    if (std::ranges::none_of(m_runs, isServed))
        m_shell.giveUp();
}

void Link::startRuns()
{
    std::erase_if(m_queue, [](const auto &request) { return request->isAbandoned(); });
    if (const auto &denial = m_root.denial()) {
        for (const auto &request : std::exchange(m_queue, {}))
            request->finish(std::unexpected(*denial));
        return;
    }
    const int reserved = m_shell.isBusy() && !m_shell.hasChannel() ? 1 : 0;
    while (!m_queue.empty() && channelCount() + reserved < MostChannels
           && Clock::now() >= m_retryAt) {
        const std::shared_ptr<Request> request = m_queue.front();
        m_queue.pop_front();
        auto run = std::make_unique<Run>();
        Run *const place = run.get();
        run->request = request;
        run->channel = m_root.command(m_session.get(), request->script(), request->input(),
                                      [place](Stream stream, QByteArrayView bytes) {
                                          if (!place->tooMuch)
                                              place->tooMuch =
                                                  !place->request->append(stream, bytes);
                                      });
        run->channel->advance();
        m_runs.push_back(std::move(run));
        m_changed = true;
    }
}

void Link::discard(std::unique_ptr<ExecChannel> channel)
{
    channel->mute();
    if (channel->isBeingOpened())
        m_closing.push_back({std::move(channel), nullptr});
}

void Link::cleanUp()
{
    for (Closing &closing : m_closing) {
        m_changed |= closing.channel->advance();
        if (closing.killer)
            m_changed |= closing.killer->advance();
    }
    const auto isOver = [](const ExecChannel &channel) {
        return channel.state() == ExecChannel::State::Ended
               || channel.state() == ExecChannel::State::Refused;
    };
    std::erase_if(m_closing, [&](const Closing &closing) {
        return closing.killer ? isOver(*closing.killer) : !closing.channel->isBeingOpened();
    });
}

int Link::channelCount() const
{
    return static_cast<int>(m_runs.size() + m_closing.size()) + (m_shell.hasChannel() ? 1 : 0);
}

/// libssh's keepalive asks for an answer but does not tell when one comes, so any byte that arrives
/// counts.
std::optional<base::Error> Link::keepAlive()
{
    const Clock::time_point now = Clock::now();
    if (m_suspendWatch.wasSuspended())
        probe();
    if (m_traffic.in_bytes != m_heard) {
        m_heard = m_traffic.in_bytes;
        m_heardAt = now;
        m_unanswered = 0;
        m_probeDeadline.reset();
        return {};
    }
    if (m_probeDeadline && now >= *m_probeDeadline)
        return noAnswer(now);
    if (now < m_heardAt + m_settings.keepaliveInterval * (m_unanswered + 1))
        return {};
    if (m_unanswered >= m_settings.keepaliveMisses)
        return noAnswer(now);
    ++m_unanswered;
    sendKeepalive();
    return {};
}

std::optional<base::Error> Link::noAnswer(Clock::time_point now) const
{
    const auto silence = std::chrono::duration_cast<std::chrono::seconds>(now - m_heardAt);
    return base::Error{
        ErrorCode::ConnectionLost,
        Words::tr("%1 (%2) has not answered for %3 s; the connection is given up.")
            .arg(m_settings.node, peerName(m_settings), QString::number(silence.count())),
        Words::tr("Check that the host is on, and the network.")};
}

void Link::sendKeepalive()
{
    const uint64_t sent = m_traffic.out_bytes;
    ssh_send_keepalive(m_session.get());
    if (m_traffic.out_bytes == sent)
        ssh_send_keepalive(m_session.get()); // the first call only took note of the last answer
}

void Link::probe()
{
    m_heard = m_traffic.in_bytes; // what has come before is no answer
    m_probeDeadline =
        Clock::now() + std::min<Clock::duration>(ProbeTime, m_settings.keepaliveInterval);
    sendKeepalive();
}

/// Commands that are under way go on after sudo has denied the next one.
std::optional<base::Error> Link::deniedForAll() const
{
    return m_runs.empty() && !m_shell.isAtWork() ? m_root.denial() : std::nullopt;
}

std::optional<base::Error> Link::lost() const
{
    return base::Error{
        ErrorCode::ConnectionLost,
        Words::tr("The connection to %1 (%2) was lost: %3.")
            .arg(m_settings.node, peerName(m_settings), sessionError(m_session.get()))};
}

int Link::pollTimeout() const
{
    const Clock::time_point now = Clock::now();
    Clock::time_point next =
        std::min(m_heardAt + m_settings.keepaliveInterval * (m_unanswered + 1), now + SuspendCheck);
    if (m_probeDeadline)
        next = std::min(next, *m_probeDeadline);
    for (const Clock::time_point retry : {m_retryAt, m_shell.retryAt()}) {
        if (retry > now)
            next = std::min(next, retry);
    }
    return millisecondsUntil(next);
}

Link::Work Link::fail(const base::Error &error)
{
    for (const auto &run : m_runs)
        run->request->finish(std::unexpected(error));
    m_runs.clear();
    m_closing.clear();
    const std::deque<std::shared_ptr<Request>> waiting = m_shell.fail(error);
    Work rest;
    rest.requests.assign(waiting.begin(), waiting.end());
    rest.requests.insert(rest.requests.end(), m_queue.begin(), m_queue.end());
    rest.forwards = m_forwards.fail(error);
    m_queue.clear();
    return rest;
}

} // namespace colonnade::remote
