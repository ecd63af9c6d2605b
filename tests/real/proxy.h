// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <atomic>
#include <thread>

namespace colonnade::real {

/// A wire that can be cut: listens on 127.0.0.1 and carries bytes to another address. While it is
/// cut, every connection through it has been reset and new ones are reset at once.
class Proxy
{
public:
    Proxy(const QString &host, quint16 port);
    ~Proxy();
    Proxy(const Proxy &) = delete;
    Proxy &operator=(const Proxy &) = delete;

    quint16 port() const { return m_port; } ///< where it listens; 0: it could not
    void cut() { m_cut = true; }
    void mend() { m_cut = false; }
    int connections() const { return m_connections; } ///< carried so far

private:
    void serve(const std::stop_token &stop);

    QByteArray m_host;
    quint16 m_target;
    int m_listener = -1;
    quint16 m_port = 0;
    std::atomic<bool> m_cut = false;
    std::atomic<int> m_connections = 0;
    std::jthread m_thread; // last: ends first
};

} // namespace colonnade::real
