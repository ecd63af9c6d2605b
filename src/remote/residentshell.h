// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "remote/frame.h"
#include "remote/request.h"
#include "remote/rootaccess.h"

#include <deque>
#include <memory>

namespace colonnade::remote {

/// The shell on the node that runs the queries, one after another. It is started with the first one
/// and again after it was lost. The I/O thread's.
class ResidentShell
{
public:
    ResidentShell(ssh_session session, QString node, RootAccess &root)
        : m_session(session), m_node(std::move(node)), m_root(root)
    {
    }

    void enqueue(std::shared_ptr<Request> request) { m_waiting.push_back(std::move(request)); }

    /// Goes on as far as it can without waiting; @p mayOpen: there is room for another channel.
    /// True: something has changed.
    bool advance(bool mayOpen);

    bool isBusy() const { return m_current || !m_waiting.empty(); }
    /// A script runs.
    bool isAtWork() const { return m_current != nullptr; }
    bool hasChannel() const { return m_channel != nullptr; }
    /// When the next attempt to start it is due, after the server has refused one.
    Clock::time_point retryAt() const { return m_retryAt; }

    /// The shell that was given up, with the script that is still running in it.
    struct Leftover
    {
        std::unique_ptr<ExecChannel> channel;
        qint64 processGroup = 0; ///< 0: not known, or it has ended
    };
    /// What advance() has given up, to be cleaned away; channel is null when there is nothing.
    Leftover takeLeftover() { return std::exchange(m_leftover, {}); }

    /// Gives an idle shell up, to make room for another channel.
    void giveUp();

    /// The connection has ended: what runs fails with @p error, what waits is returned.
    std::deque<std::shared_ptr<Request>> fail(const base::Error &error);

private:
    bool start(bool mayOpen);
    bool dropAbandoned();
    bool finishCurrent();
    bool noticeEnd();
    void abandonShell();
    void finish(base::Result<int> end);

    ssh_session m_session;
    QString m_node;
    RootAccess &m_root;
    std::deque<std::shared_ptr<Request>> m_waiting;
    std::shared_ptr<Request> m_current;
    std::unique_ptr<ExecChannel> m_channel;
    FrameReader m_frame;
    Leftover m_leftover;
    Clock::time_point m_retryAt{};
};

} // namespace colonnade::remote
