// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/waiter.h"

#include "remote/words.h"

namespace colonnade::remote {

using base::ErrorCode;
using base::failure;

namespace {

/// How long a turn is kept while nothing happens: more than a host nearby takes to answer, little
/// for all who wait behind one that does not.
constexpr auto Moment = std::chrono::milliseconds(20);

} // namespace

void Waiter::takeTurns()
{
    m_takesTurns = true;
    const Clock::time_point begin = Clock::now();
    m_turn.take(m_stop);
    extend(Clock::now() - begin);
}

/// As poll(): at most until @p until, and longer by as much as it waited for its turn.
int Waiter::waitInTurn(pollfd *entries, Clock::time_point until)
{
    if (m_turn.isHeld()) {
        const auto moment = std::min(until, Clock::now() + Moment);
        const int ready = ::poll(entries, 2, millisecondsUntil(moment));
        if (ready != 0 || moment == until)
            return ready;
        m_turn.giveBack();
    }
    const int ready = ::poll(entries, 2, millisecondsUntil(until));
    if (ready > 0 && entries[0].revents != 0 && m_takesTurns)
        takeTurns();
    return ready;
}

base::Result<void> Waiter::wait(int fd, short events, Clock::time_point deadline)
{
    const Clock::time_point until = std::min(deadline, m_deadline);
    for (;;) {
        if (const auto allowed = mayGoOn(until); !allowed)
            return allowed;
        pollfd entries[] = {{fd, events, 0}, {m_wakeup.descriptor(), POLLIN, 0}};
        if (waitInTurn(entries, until) < 0)
            continue;
        if (entries[1].revents != 0)
            m_wakeup.drain();
        if (entries[0].revents != 0)
            return {};
    }
}

base::Result<void> Waiter::pause(Clock::duration time)
{
    const Clock::time_point end = Clock::now() + time;
    const base::Result<void> over = wait(-1, 0, end); // poll() passes over such a descriptor
    if (Clock::now() >= end && !m_stop.stop_requested() && end < m_deadline)
        return {};
    return over;
}

base::Result<void> Waiter::mayGoOn() const
{
    return mayGoOn(m_deadline);
}

base::Result<void> Waiter::mayGoOn(Clock::time_point until) const
{
    if (m_stop.stop_requested())
        return failure(ErrorCode::Canceled, Words::tr("the attempt was stopped"));
    if (Clock::now() >= until)
        return failure(ErrorCode::TimedOut, Words::tr("there was no answer in time"));
    return {};
}

base::Result<void> Waiter::waitForSession(ssh_session session)
{
    const int wanted = ssh_get_poll_flags(session);
    const short events = static_cast<short>((wanted & SSH_READ_PENDING ? POLLIN : 0)
                                            | (wanted & SSH_WRITE_PENDING ? POLLOUT : 0));
    return wait(ssh_get_fd(session), events);
}

} // namespace colonnade::remote
