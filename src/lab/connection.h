// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lab/process.h"
#include "lab/server.h"

#include <libssh/callbacks.h>

#include <chrono>

namespace colonnade::lab {

/// One SSH connection to a node and the thread that serves it: key exchange, public-key login, any
/// number of channels (ten, as OpenSSH's MaxSessions), each with one process.
class Connection
{
public:
    /// Takes @p session, which has a connected socket, over. @p clientKey and @p switches must
    /// outlive this.
    Connection(ssh_session session, std::string root, ssh_key clientKey,
               const NodeSwitches &switches);
    ~Connection();
    Connection(const Connection &) = delete;
    Connection &operator=(const Connection &) = delete;

    bool isOver() const { return m_over; }
    /// Ends the connection; any thread.
    void stop();
    /// Makes the thread look at the switches again; any thread.
    void wake() const;
    /// After the destructor's join nobody waits for these children any more. Call when isOver() or
    /// after stop().
    std::vector<pid_t> takeOrphans();

private:
    struct Channel;

    void serve();
    bool handshake();
    bool step();
    void waitWhileHanging() const;
    int pollTimeout() const;

    ssh_channel openChannel();
    void service(Channel &channel);
    void startProcess(Channel &channel);
    void feedInput(Channel &channel);
    void passOutput(Channel &channel, bool error);
    void finish(Channel &channel);
    void watch(Channel &channel);
    void setWatched(int fd, short events, short &watched);
    void unwatchAll(Channel &channel);
    static void release(Channel &channel);
    void leave();

    void setCallbacks();
    static void setCallbacks(Channel &channel);
    static int onReady(socket_t fd, int revents, void *self);

    ssh_session m_session;
    std::string m_root;
    ssh_key m_clientKey;
    const NodeSwitches &m_switches;
    ssh_event m_event = nullptr;
    ssh_server_callbacks_struct m_callbacks{};
    bool m_authenticated = false;
    int m_wake = -1;
    int m_socket = -1; ///< a duplicate, for stop()
    std::list<std::unique_ptr<Channel>> m_channels;
    std::vector<pid_t> m_orphans;
    std::atomic<bool> m_stopping{false};
    std::atomic<bool> m_over{false};
    std::thread m_thread;
};

} // namespace colonnade::lab
