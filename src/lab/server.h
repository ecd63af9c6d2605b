// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <atomic>
#include <condition_variable>
#include <list>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include <libssh/libssh.h>
#include <libssh/server.h>
#include <sys/types.h>

namespace colonnade::lab {

struct KeyDeleter
{
    void operator()(ssh_key key) const { ssh_key_free(key); }
};
using Key = std::unique_ptr<ssh_key_struct, KeyDeleter>;

/// What all connections of one node heed. Read by their threads, written by anyone.
struct NodeSwitches
{
    std::atomic<int> delayMs{0};      ///< before each command and each portion of input
    std::atomic<bool> hanging{false}; ///< nothing is answered any more
    std::atomic<bool> diskFull{false};
};

class Connection;

/// The SSH server of one node: a listening socket on a loopback address, and a thread a connection.
class NodeServer
{
public:
    /// Listens on @p address, at a port that is free; @p clientKey is the one key that may log in,
    /// as root.
    static base::Result<std::unique_ptr<NodeServer>>
    start(const std::string &root, const std::string &address, Key hostKey, ssh_key clientKey);
    ~NodeServer();
    NodeServer(const NodeServer &) = delete;
    NodeServer &operator=(const NodeServer &) = delete;

    int port() const { return m_port; }
    NodeSwitches &switches() { return m_switches; }

    /// False: connects are refused from now on. Returns when it is so; the port stays ours
    /// meanwhile.
    void setListening(bool listening);
    void setHanging(bool hanging);
    /// Ends all connections that are open now; processes live on.
    void cut();

private:
    NodeServer(std::string root, std::string address, Key clientKey);

    base::Result<void> reservePort();
    int openListener() const;
    void serve();
    void apply();
    void acceptOne();
    void reapConnections();
    void wake() const;

    std::string m_root;
    std::string m_address;
    Key m_clientKey;
    ssh_bind m_bind = nullptr;
    int m_port = 0;
    int m_reserved = -1; ///< bound and never listening: keeps the port while connects are refused
    int m_listener = -1; ///< of the serving thread
    int m_wake = -1;
    NodeSwitches m_switches;

    std::mutex m_mutex;
    std::condition_variable m_applied;
    bool m_wanted = true; ///< to be listening
    bool m_isListening = false;
    bool m_stopping = false;
    std::list<std::unique_ptr<Connection>> m_connections;
    std::vector<pid_t> m_orphans; ///< children of connections that are gone, to be waited for
    std::thread m_thread;
};

} // namespace colonnade::lab
