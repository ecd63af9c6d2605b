// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "remote/connectgate.h"
#include "remote/wakeup.h"

#include <libssh/libssh.h>

#include <poll.h>
#include <stop_token>

namespace colonnade::remote {

/// Waits for descriptors while a connection is being made: until its time is over or somebody stops
/// it.
class Waiter
{
public:
    Waiter(Wakeup &wakeup, std::stop_token stop, Clock::duration time)
        : m_wakeup(wakeup), m_stop(std::move(stop)), m_deadline(Clock::now() + time)
    {
    }

    /// Waits for @p events (poll()) of @p fd, at most until @p deadline if that is earlier.
    base::Result<void> wait(int fd, short events,
                            Clock::time_point deadline = Clock::time_point::max());

    /// Does nothing for @p time, unless that is over or somebody stops it before.
    base::Result<void> pause(Clock::duration time);

    /// From now on it has a LoginTurn, but for the time in which it waits for longer than a moment.
    /// Time spent on waiting for a turn does not count.
    void takeTurns();
    /// Gives the turn back until the next wait is over.
    void giveWay() { m_turn.giveBack(); }

    /// Repeats @p call, a non-blocking libssh function, while it answers @p again. Its last answer;
    /// SSH_ERROR, which is SSH_AUTH_ERROR too, when the server has ended the session meanwhile.
    template<typename Call>
    base::Result<int> finish(ssh_session session, int again, Call call)
    {
        for (;;) {
            const int answer = call();
            if (answer != again)
                return answer;
            if (ssh_get_fd(session) < 0)
                return SSH_ERROR; // closed by the server's farewell, after which libssh would wait
                                  // for ever
            if (const auto ready = waitForSession(session); !ready)
                return std::unexpected(ready.error());
        }
    }

    /// Not when somebody has stopped it, or its time is over.
    base::Result<void> mayGoOn() const;

    /// Gives back the time that a person took to answer.
    void extend(Clock::duration time) { m_deadline += time; }

    Wakeup &wakeup() const { return m_wakeup; }
    const std::stop_token &stop() const { return m_stop; }
    Clock::time_point deadline() const { return m_deadline; }

private:
    base::Result<void> mayGoOn(Clock::time_point until) const;
    base::Result<void> waitForSession(ssh_session session);
    int waitInTurn(pollfd *entries, Clock::time_point until);

    Wakeup &m_wakeup;
    std::stop_token m_stop;
    Clock::time_point m_deadline;
    bool m_takesTurns = false;
    LoginTurn m_turn;
};

} // namespace colonnade::remote
