// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cluster/monitor.h"
#include "cluster/picture.h"

#include <atomic>
#include <condition_variable>
#include <mutex>
#include <thread>

namespace colonnade::cluster {

/// Keeps one node's part of a Picture fresh: a thread that probes, one that listens to
/// xenstore-watch, and one now and then that tests the ways to the other nodes.
class NodeWatch
{
public:
    /// @p id is the node's in @p picture. @p detailsCame is called after each reading of details,
    /// on the thread that read.
    NodeWatch(int id, QString name, std::unique_ptr<remote::Connection> connection,
              Picture &picture, const MonitorOptions &options, std::function<void()> detailsCame);

    void start();
    /// Ends all its threads, and waits for them.
    void end();
    /// Has the node probed at once by its thread.
    void wake(bool details);
    /// Has it probed if @p paths holds some that were not looked up yet.
    void wantPaths(const QStringList &paths);
    bool lacksPaths(const QStringList &paths) const;
    /// Whether the last reading succeeded.
    bool hasBeenRead() const;
    /// Looks at the connection's status; never blocks.
    void noteStatus();

    /// Reads the node in the calling thread.
    base::Result<void> read(bool details, std::stop_token stop);
    /// Tests, in the calling thread, whether those of @p nodes that it can migrate to are reached
    /// from here.
    base::Result<void> testPeers(const QStringList &nodes, std::stop_token stop);

    /// Stays for as long as somebody has it.
    const std::shared_ptr<remote::Connection> &connection() const { return m_connection; }
    int id() const { return m_id; }
    QString name() const { return m_name; }

private:
    using Clock = std::chrono::steady_clock;

    void probeLoop(std::stop_token stop);
    void watchLoop(std::stop_token stop);
    void waitForNext(Clock::time_point regular, std::stop_token stop);
    bool takeDetailsWish();
    void wakeSoon();
    void testDuePeers();
    QList<PeerQuestion> questions(const NodeState &self, const QStringList &nodes) const;
    QStringList duePeers() const;

    const int m_id;
    const QString m_name;
    const std::shared_ptr<remote::Connection> m_connection;
    Picture &m_picture;
    const MonitorOptions m_options;
    const std::function<void()> m_detailsCame;

    mutable std::mutex m_mutex;
    std::condition_variable_any m_changed;
    Clock::time_point m_wakeAt = Clock::time_point::max();
    Clock::time_point m_lastRead;
    bool m_wantDetails = true;
    bool m_watchable = false;
    QStringList m_pathsRead;
    std::atomic<bool> m_wasDown = false; ///< it is to be read as soon as it is connected

    std::atomic<bool> m_testingPeers = false;
    std::jthread m_peerThread; ///< the threads are last: they end before what they use
    std::jthread m_watchThread;
    std::jthread m_probeThread;
};

} // namespace colonnade::cluster
