// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cluster/monitor.h"

#include <mutex>

namespace colonnade::cluster {

/// The state of a cluster that several threads put together. Every change is told to the listener,
/// in the order of the changes. Nodes are named by their index.
class Picture
{
public:
    Picture(QString clusterName, const QList<profiles::Profile> &nodes, Monitor::Listener listener);

    ClusterState state() const;
    NodeState node(qsizetype index) const;
    /// guestPaths() of the state, as of the last collectPaths().
    QStringList paths() const;
    void collectPaths();

    /// Takes facts over, with the load of each guest since the last ones; older ones than are there
    /// are dropped.
    void setFacts(qsizetype index, NodeFacts facts);
    void setProblem(qsizetype index, const base::Error &error);
    /// An error of the connection counts as one of the probe.
    void setConnection(qsizetype index, const remote::Status &status);
    void addPeers(qsizetype index, const QHash<QString, PeerFact> &peers);

private:
    /// @p change gets the node and says whether it changed it.
    template<typename Change>
    void change(qsizetype index, const Change &change);

    const Monitor::Listener m_listener;
    std::mutex m_order; ///< locked first, and held while the listener is told
    mutable std::mutex m_mutex;
    ClusterState m_state;
    mutable std::mutex m_pathsMutex;
    QStringList m_paths;
};

/// Sets the load of each guest of @p facts by what it used since @p before; absent where they
/// cannot be compared.
void setLoads(NodeFacts &facts, const NodeFacts &before);

} // namespace colonnade::cluster
