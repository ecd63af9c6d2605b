// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "remote/forward.h"
#include "remote/sshconnection.h"
#include "remote/tcp.h"
#include "remote/waiter.h"

namespace colonnade::remote {

class JumpLease;

/// The way to a host: straight, or through a session to its jump host. The I/O thread's.
class Route
{
public:
    /// Who wants it, as of one attempt.
    struct Attempt
    {
        const ConnectionSettings &settings;
        Wakeup &wakeup;
        std::stop_token stop;
        const std::function<void(Phase)> &phaseChanged;
        Clock::time_point wishedAt; ///< as in Forward
    };

    Route();
    ~Route();

    /// Has the session to the jump host made, where there is one. That takes its own time: how
    /// long is a matter of its own settings, and of a person who is asked. Errors are complete
    /// sentences.
    base::Result<void> prepare(const Attempt &attempt,
                               const std::shared_ptr<Interaction> &interaction);

    /// Connects to the host: TCP, or a channel of the jump host, which looks up the name itself.
    /// The descriptor does not block. Errors are as connectTcp()'s, about the network only, unless
    /// hasJumpFailed().
    base::Result<Descriptor> open(const ConnectionSettings &settings, Waiter &waiter,
                                  const StageSink &stageReached);

    /// The error of open() is a complete sentence about the jump host.
    bool hasJumpFailed() const { return m_forward && m_forward->hasSessionFailed(); }

    /// Says of a connection that was lost what became of the jump host, if it is to blame.
    base::Error explain(base::Error lost) const;

    /// The jump host is not needed any more.
    void leave();

private:
    base::Result<Descriptor> await(const std::shared_ptr<Forward> &forward, Waiter &waiter,
                                   const std::function<void(Phase)> &phaseChanged);

    std::unique_ptr<JumpLease> m_lease;
    std::shared_ptr<Forward> m_forward;
    Clock::time_point m_wishedAt{};
};

/// What the gate counts by: the host as the connections to it see it.
QString gateName(const ConnectionSettings &settings);

/// The host through which this one is reached, in messages; empty: none.
QString jumpName(const ConnectionSettings &settings);

/// "node1 cannot be reached at HOST port N through bastion: @p why."
QString cannotBeReached(const ConnectionSettings &settings, const QString &why);

} // namespace colonnade::remote
