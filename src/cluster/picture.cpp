// SPDX-License-Identifier: GPL-3.0-or-later
#include "cluster/picture.h"

#include <algorithm>

namespace colonnade::cluster {

void setLoads(NodeFacts &facts, const NodeFacts &before)
{
    const qint64 elapsed = before.readAt.msecsTo(facts.readAt);
    if (elapsed <= 0 || before.bootId != facts.bootId)
        return;
    QHash<int, const Guest *> last;
    for (const Guest &guest : before.guests) {
        if (guest.domainId)
            last.insert(*guest.domainId, &guest);
    }
    for (Guest &guest : facts.guests) {
        const Guest *earlier = guest.domainId ? last.value(*guest.domainId) : nullptr;
        if (!earlier || earlier->name != guest.name)
            continue;
        // The toolstacks count in tenths of a second: less than a second apart tells nothing new.
        if (elapsed < 1'000) {
            guest.cpuPercent = earlier->cpuPercent;
            continue;
        }
        const double percent = (guest.cpuSeconds - earlier->cpuSeconds) * 100'000 / double(elapsed);
        // Beyond what its CPUs can give, a clock was set: no number is better than a wrong one.
        if (percent >= 0 && percent <= 100.0 * std::max(guest.vcpus, 1) + 20)
            guest.cpuPercent = percent;
    }
}

Picture::Picture(QString clusterName, Monitor::Listener listener) : m_listener(std::move(listener))
{
    m_state.name = std::move(clusterName);
}

void Picture::arrange(const QList<Place> &places)
{
    const std::scoped_lock order(m_order);
    ClusterState next;
    {
        const std::scoped_lock lock(m_mutex);
        next.name = m_state.name;
        QList<int> ids;
        for (const Place &place : places) {
            const qsizetype before = m_ids.indexOf(place.id);
            NodeState node = before < 0 ? NodeState() : m_state.nodes.at(before);
            node.profile = place.profile;
            next.nodes.append(node);
            ids.append(place.id);
        }
        m_state = next;
        m_ids = ids;
    }
    collectPaths();
    if (m_listener)
        m_listener(next);
}

ClusterState Picture::state() const
{
    const std::scoped_lock lock(m_mutex);
    return m_state;
}

NodeState Picture::node(int id) const
{
    const std::scoped_lock lock(m_mutex);
    const qsizetype index = m_ids.indexOf(id);
    return index < 0 ? NodeState() : m_state.nodes.at(index);
}

QStringList Picture::paths() const
{
    const std::scoped_lock lock(m_pathsMutex);
    return m_paths;
}

void Picture::collectPaths()
{
    const std::scoped_lock lock(m_pathsMutex); // held meanwhile, lest an older list comes last
    m_paths = guestPaths(state());
}

/// Every change is made to a list of its own. Copies of the state are read elsewhere without a
/// lock, and Qt's check for being shared is no fence: after it, writing in place could meet a last
/// reading.
template<typename Change>
void Picture::change(int id, const Change &change)
{
    const std::scoped_lock order(m_order);
    ClusterState next;
    {
        const std::scoped_lock lock(m_mutex);
        const qsizetype index = m_ids.indexOf(id);
        if (index < 0)
            return;
        next.name = m_state.name;
        next.nodes = QList<NodeState>(m_state.nodes.cbegin(), m_state.nodes.cend());
        if (!change(next.nodes[index]))
            return;
        m_state = next;
    }
    if (m_listener)
        m_listener(next);
}

void Picture::setFacts(int id, NodeFacts facts)
{
    change(id, [&facts](NodeState &node) {
        if (node.facts && node.facts->readAt > facts.readAt)
            return false;
        if (node.facts) {
            setLoads(facts, *node.facts);
            facts.peers = node.facts->peers;
        }
        node.facts = std::move(facts);
        node.probeError.reset();
        return true;
    });
}

void Picture::setProblem(int id, const base::Error &error)
{
    change(id, [&error](NodeState &node) {
        if (node.probeError == error)
            return false;
        node.probeError = error;
        return true;
    });
}

void Picture::setConnection(int id, const remote::Status &status)
{
    change(id, [&status](NodeState &node) {
        if (node.connection == status)
            return false;
        node.connection = status;
        if (status.error)
            node.probeError = status.error;
        return true;
    });
}

void Picture::addPeers(int id, const QHash<QString, PeerFact> &peers)
{
    change(id, [&peers](NodeState &node) {
        if (!node.facts)
            return false;
        node.facts->peers.insert(peers);
        return true;
    });
}

} // namespace colonnade::cluster
