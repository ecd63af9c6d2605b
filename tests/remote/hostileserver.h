// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <atomic>
#include <thread>

namespace colonnade::remote {

/// A TCP server on 127.0.0.1 that is no SSH server.
class HostileServer
{
public:
    enum class Kind {
        Silent,             ///< accepts and says nothing
        Rubbish,            ///< sends a long line of binary rubbish
        Flood,              ///< sends rubbish without an end
        FloodOfLines,       ///< sends short lines without an end
        HangUp,             ///< closes at once
        RubbishAfterBanner, ///< greets as SSH, and then sends rubbish without an end
    };

    explicit HostileServer(Kind kind);
    ~HostileServer();

    quint16 port() const { return m_port; }

private:
    void serve();
    void greet(int client) const;
    bool send(int client) const;

    const Kind m_kind;
    int m_listener = -1;
    quint16 m_port = 0;
    std::atomic<bool> m_stop = false;
    std::thread m_thread;
};

} // namespace colonnade::remote
