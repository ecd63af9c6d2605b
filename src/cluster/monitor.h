// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cluster/connectionsettings.h"
#include "cluster/probe.h"
#include "remote/interaction.h"

#include <functional>
#include <memory>
#include <mutex>
#include <vector>

namespace colonnade::cluster {

/// Access to the nodes of one cluster, as operations need it. Any thread may call.
class Nodes
{
public:
    virtual ~Nodes() = default;
    /// nullptr where the cluster has no node of that name. Lives as long as this object.
    virtual remote::Connection *connection(const QString &node) = 0;
    /// The last state known.
    virtual ClusterState state() const = 0;
    /// Reads @p node now, in the calling thread, and makes the result part of state(). With @p
    /// peers, the reachability of these nodes from it is tested too.
    virtual base::Result<NodeFacts> refresh(const QString &node, const QStringList &peers = {},
                                            std::stop_token stop = {}) = 0;
};

struct MonitorOptions
{
    std::chrono::milliseconds interval = std::chrono::seconds(3); ///< between probes of a node
    std::chrono::milliseconds peerInterval =
        std::chrono::minutes(5); ///< between reachability tests
    bool watchXenstore = true;
};

/// Keeps the picture of one cluster fresh: a thread a node probes it, and is woken by
/// xenstore-watch where the node has it. A node that does not answer delays no other, and one that
/// comes, goes or is reached in another way does not touch the connections of the others.
class Monitor final : public Nodes
{
public:
    /// Called after each change, on the thread that made it; must not block, must not call back
    /// into the monitor.
    using Listener = std::function<void(const ClusterState &)>;
    /// Makes the connection of a profile. Tests give their own.
    using Connector = std::function<std::unique_ptr<remote::Connection>(const profiles::Profile &)>;

    /// Without nodes yet; does not wait.
    Monitor(QString clusterName, Connector connector, Listener listener = {},
            MonitorOptions options = {});
    /// With @p nodes, arranged.
    Monitor(QString clusterName, const QList<profiles::Profile> &nodes, Connector connector,
            Listener listener = {}, MonitorOptions options = {});
    ~Monitor() override; ///< stops and joins

    /// The nodes from now on, which state() shows at once. Does not wait: connections are made and
    /// ended by arrange(), or by whoever needs one first. Those stay whose profile says the same
    /// but for its note.
    void setNodes(const QList<profiles::Profile> &nodes);
    /// Makes the connections that are missing, one after the other, and ends those that are not
    /// wanted any more; waits for that.
    void arrange();

    /// Begins to probe by itself, each node as soon as it has its connection. Without it, only
    /// refresh() reads. Waits while connections are being made.
    void start();
    /// Every node is probed as soon as may be; returns at once.
    void refreshAll();
    /// Reads every node once, at the same time, and returns when all have answered or failed.
    ClusterState readOnce(std::stop_token stop = {}, bool withPeers = false);

    /// Does not wait. One that has no connection yet gets one that connects by itself.
    void connectNow(const QString &node);
    /// Does not wait. One that has no connection yet gets one that is closed.
    void close(const QString &node);

    /// Lives until setNodes() takes the node away.
    remote::Connection *connection(const QString &node) override;
    /// The same one, which stays as it is for as long as somebody has it.
    std::shared_ptr<remote::Connection> share(const QString &node);
    ClusterState state() const override;
    base::Result<NodeFacts> refresh(const QString &node, const QStringList &peers = {},
                                    std::stop_token stop = {}) override;

private:
    class Private;
    std::unique_ptr<Private> d;
};

/// The nodes of a monitor for one operation: each connection that it was given stays for as long as
/// this object, whatever becomes of the node's profile meanwhile.
class NodesInUse final : public Nodes
{
public:
    explicit NodesInUse(std::shared_ptr<Monitor> monitor) : m_monitor(std::move(monitor)) {}

    remote::Connection *connection(const QString &node) override;
    ClusterState state() const override { return m_monitor->state(); }
    base::Result<NodeFacts> refresh(const QString &node, const QStringList &peers = {},
                                    std::stop_token stop = {}) override
    {
        return m_monitor->refresh(node, peers, std::move(stop));
    }

private:
    const std::shared_ptr<Monitor> m_monitor;
    std::mutex m_mutex;
    std::vector<std::shared_ptr<remote::Connection>> m_given;
};

/// The Connector of real life: an SshConnection as the profile says. Its settings are completed
/// from
/// @p source at each attempt; see connectionsettings.h.
Monitor::Connector sshConnector(std::shared_ptr<remote::Interaction> interaction,
                                remote::ActivitySink activity, ConnectionSource source);

} // namespace colonnade::cluster
