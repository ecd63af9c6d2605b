// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cluster/monitor.h"

#include <mutex>

namespace colonnade::cluster {

/// The state of a cluster that several threads put together. Every change is told to the listener,
/// in the order of the changes. Nodes are named by a number of their own, as one may come in the
/// place of another that has its name; what is told of one that is gone is dropped.
class Picture
{
public:
    struct Place
    {
        int id = 0;
        profiles::Profile profile;
    };

    Picture(QString clusterName, Monitor::Listener listener);

    /// The nodes from now on, in this order. What is known of those that stay is kept.
    void arrange(const QList<Place> &places);

    ClusterState state() const;
    /// Nothing is in it where the node is gone.
    NodeState node(int id) const;
    /// guestPaths() of the state, as of the last collectPaths().
    QStringList paths() const;
    void collectPaths();

    /// Takes facts over, with the load of each guest since the last ones; older ones than are there
    /// are dropped.
    void setFacts(int id, NodeFacts facts);
    void setProblem(int id, const base::Error &error);
    /// An error of the connection counts as one of the probe.
    void setConnection(int id, const remote::Status &status);
    void addPeers(int id, const QHash<QString, PeerFact> &peers);

private:
    /// @p change gets the node and says whether it changed it.
    template<typename Change>
    void change(int id, const Change &change);

    const Monitor::Listener m_listener;
    std::mutex m_order; ///< locked first, and held while the listener is told
    mutable std::mutex m_mutex;
    ClusterState m_state;
    QList<int> m_ids; ///< of the nodes in m_state
    mutable std::mutex m_pathsMutex;
    QStringList m_paths;
};

/// Sets the load of each guest of @p facts by what it used since @p before; absent where they
/// cannot be compared.
void setLoads(NodeFacts &facts, const NodeFacts &before);

} // namespace colonnade::cluster
