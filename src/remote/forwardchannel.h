// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "remote/forward.h"

#include <libssh/callbacks.h>

#include <QByteArray>

#include <memory>

namespace colonnade::remote {

/// One connection through the session: a channel, and a pair of sockets of which the other end is
/// given to whoever wanted it. The I/O thread's. It holds some megabytes at most: what one side
/// does not take is not taken from the other.
class ForwardChannel
{
public:
    enum class State {
        Opening,
        Denied, ///< problem() says why
        Open,
        Ended,
    };

    ForwardChannel(ssh_session session, ssh_event event, std::shared_ptr<Forward> forward);
    ~ForwardChannel();
    ForwardChannel(const ForwardChannel &) = delete;
    ForwardChannel &operator=(const ForwardChannel &) = delete;

    /// Goes on as far as it can without waiting. True: something has changed.
    bool advance();

    State state() const { return m_state; }
    const std::shared_ptr<Forward> &forward() const { return m_forward; }
    /// What libssh said about the denial.
    QString problem() const { return m_problem; }

private:
    bool open();
    bool makeSockets();
    bool pump();
    bool pumpDown();
    bool pumpUp();
    bool takeFromChannel();
    bool takeFromSocket();
    bool isUpBlocked() const;
    bool isOver() const;
    void watch();
    void unwatch();
    void end();
    void installCallbacks();

    ssh_session m_session;
    ssh_event m_event;
    ssh_channel m_channel;
    const std::shared_ptr<Forward> m_forward;
    ssh_channel_callbacks_struct m_callbacks{};
    State m_state = State::Opening;
    QString m_problem;

    Descriptor m_socket;
    int m_watched = -1;    ///< the events that m_event polls the socket for; -1: it does not
    bool m_hangUp = false; ///< the other end of the pair is closed
    bool m_broken = false; ///< the socket or the channel is of no use any more
    bool m_socketEof = false;
    bool m_eofSent = false;  ///< to the channel
    bool m_shutDown = false; ///< the socket's way to the other end
    QByteArray m_up;         ///< read from the socket, not written to the channel

    qsizetype m_available = 0; ///< bytes that libssh holds for us
    bool m_channelEof = false;
    bool m_channelClosed = false;
    QByteArray m_down; ///< read from the channel, written to the socket up to m_downSent
    qsizetype m_downSent = 0;
};

} // namespace colonnade::remote
