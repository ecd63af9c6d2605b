// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/clustercontroller.h"

#include "gui/connectionmodel.h"

#include <algorithm>

namespace colonnade::gui {

ClusterController::ClusterController(QString name, const Environment &environment,
                                     std::shared_ptr<remote::Interaction> interaction,
                                     remote::ActivitySink activity, QObject *parent)
    : QObject(parent),
      m_environment(environment),
      m_interaction(std::move(interaction)),
      m_activity(std::move(activity))
{
    m_state.name = std::move(name);
}

ClusterController::~ClusterController()
{
    blockSignals(true); // nobody is told of the empty picture
    stop();
}

void ClusterController::setProfiles(const QList<profiles::Profile> &profiles)
{
    if (profiles == m_profiles)
        return;
    m_profiles = profiles;
    if (!isConnected()) {
        clearState();
        return;
    }
    setNodes();
    m_environment.pool->start([monitor = m_monitor] { monitor->arrange(); });
    showMonitor();
}

/// Shows at once who belongs to the cluster, connected or not.
void ClusterController::setNodes()
{
    m_monitor->setNodes(m_profiles);
    for (const profiles::Profile &profile : std::as_const(m_profiles)) {
        if (m_apart.contains(keyOf(profile)))
            m_monitor->close(profile.name);
    }
}

void ClusterController::showMonitor()
{
    m_state = m_monitor->state();
    Q_EMIT stateChanged();
}

QString ClusterController::keyOfNode(const QString &node) const
{
    const auto found = std::ranges::find(m_profiles, node, &profiles::Profile::name);
    return found == m_profiles.end() ? QString() : keyOf(*found);
}

void ClusterController::connectAll()
{
    m_apart.clear();
    if (!isConnected()) {
        start();
        return;
    }
    for (const cluster::NodeState &node : std::as_const(m_state.nodes)) {
        if (node.connection.phase != remote::Phase::Connected)
            retry(node.name());
    }
}

void ClusterController::connectNode(const QString &node)
{
    if (isConnected()) {
        m_apart.remove(keyOfNode(node));
        retry(node);
        return;
    }
    m_apart.clear();
    for (const profiles::Profile &profile : std::as_const(m_profiles))
        m_apart.insert(keyOf(profile));
    m_apart.remove(keyOfNode(node));
    start();
}

void ClusterController::disconnectNode(const QString &node)
{
    if (!isConnected())
        return;
    m_apart.insert(keyOfNode(node));
    const bool last = std::ranges::all_of(
        m_profiles, [&](const profiles::Profile &each) { return m_apart.contains(keyOf(each)); });
    if (last) {
        m_apart.clear();
        stop();
    } else {
        m_monitor->close(node);
    }
}

void ClusterController::start()
{
    if (m_monitor || m_profiles.isEmpty())
        return;
    m_inbox = std::make_unique<Inbox<cluster::ClusterState>>(
        this, [this](const QList<cluster::ClusterState> &) { showMonitor(); }, 1);
    m_monitor = std::make_shared<cluster::Monitor>(
        m_state.name, m_environment.makeConnector(m_interaction, m_activity), m_inbox->sink(),
        m_environment.monitor);
    setNodes();
    // A thread or two a node, and more than the first moment of the window has time for.
    m_environment.pool->start([monitor = m_monitor] {
        monitor->start();
        monitor->arrange();
    });
    showMonitor();
}

void ClusterController::stop()
{
    if (!m_monitor)
        return;
    m_inbox.reset();
    // Joining its threads may take a while; whoever still works with it keeps it.
    m_environment.pool->start([monitor = std::move(m_monitor)]() mutable { monitor.reset(); });
    m_monitor.reset();
    clearState();
}

std::shared_ptr<cluster::Nodes> ClusterController::nodes() const
{
    return m_monitor ? std::make_shared<cluster::NodesInUse>(m_monitor) : nullptr;
}

void ClusterController::refresh()
{
    if (m_monitor)
        m_monitor->refreshAll();
}

void ClusterController::retry(const QString &node)
{
    if (!m_monitor)
        return;
    m_apart.remove(keyOfNode(node));
    m_monitor->connectNow(node);
    m_monitor->refreshAll();
}

void ClusterController::clearState()
{
    m_state.nodes.clear();
    for (const profiles::Profile &profile : std::as_const(m_profiles))
        m_state.nodes.append({profile, {}, {}, {}});
    Q_EMIT stateChanged();
}

} // namespace colonnade::gui
