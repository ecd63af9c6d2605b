// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "remote/forwards.h"
#include "remote/handles.h"
#include "remote/residentshell.h"
#include "remote/sshconnection.h"
#include "remote/suspendwatch.h"

#include <libssh/callbacks.h>

#include <vector>

namespace colonnade::remote {

/// A session that is logged in, and the commands in it. The I/O thread's; serve() is its loop.
class Link
{
public:
    Link(SessionHandle session, const ConnectionSettings &settings, RootAccess &root,
         Wakeup &wakeup);
    ~Link();
    Link(const Link &) = delete;
    Link &operator=(const Link &) = delete;

    /// What a session is asked for.
    struct Work
    {
        std::vector<std::shared_ptr<Request>> requests;
        std::vector<std::shared_ptr<Forward>> forwards;
    };

    /// Takes what came since it was asked last. Empty: the thread is to stop serving.
    using Inbox = std::function<std::optional<Work>()>;

    /// Serves commands until the connection is lost or sudo refuses to go on (the error) or @p
    /// inbox ends it (nothing).
    std::optional<base::Error> serve(const Inbox &inbox);

    /// Asks the node for a sign of life now, and for an answer within seconds: after a suspend or a
    /// change of networks it may have forgotten us.
    void probe();

    /// Ends every command and every connection that has begun with @p error, and gives back those
    /// that have not.
    Work fail(const base::Error &error);

private:
    /// A command with a channel of its own.
    struct Run
    {
        std::shared_ptr<Request> request;
        std::unique_ptr<ExecChannel> channel;
        bool tooMuch = false;
    };
    /// A channel that is given up; it goes when its processes have been told to.
    struct Closing
    {
        std::unique_ptr<ExecChannel> channel;
        std::unique_ptr<ExecChannel> killer;
    };

    void admit(Work work);
    void advance();
    void advanceRuns();
    bool settle(Run &run);
    void startRuns();
    void retryLater(const std::shared_ptr<Request> &request);
    void cleanUp();
    void discard(std::unique_ptr<ExecChannel> channel);
    int channelCount() const;
    std::optional<base::Error> keepAlive();
    std::optional<base::Error> noAnswer(Clock::time_point now) const;
    void sendKeepalive();
    std::optional<base::Error> deniedForAll() const;
    std::optional<base::Error> lost() const;
    int pollTimeout() const;

    const ConnectionSettings &m_settings;
    RootAccess &m_root;
    Wakeup &m_wakeup;
    SessionHandle m_session; // declared before all that belongs to it, so it goes last
    EventHandle m_event;
    ssh_counter_struct m_traffic{};
    ResidentShell m_shell;
    Forwards m_forwards;
    std::deque<std::shared_ptr<Request>> m_queue; ///< for a channel of their own
    std::vector<std::unique_ptr<Run>> m_runs;
    std::vector<Closing> m_closing;
    Clock::time_point m_retryAt{};
    bool m_changed = false;

    uint64_t m_heard = 0; ///< bytes received when we looked last
    Clock::time_point m_heardAt = Clock::now();
    int m_unanswered = 0;
    SuspendWatch m_suspendWatch;
    std::optional<Clock::time_point> m_probeDeadline; ///< of an answer to probe()
};

} // namespace colonnade::remote
