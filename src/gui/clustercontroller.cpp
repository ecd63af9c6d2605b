// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/clustercontroller.h"

#include "gui/connectionmodel.h"

#include <algorithm>

namespace colonnade::gui {

namespace {

/// Whether a connection made for the one serves the other.
bool sameButForNotes(const QList<profiles::Profile> &a, const QList<profiles::Profile> &b)
{
    return std::ranges::equal(a, b, [](profiles::Profile x, const profiles::Profile &y) {
        x.note = y.note;
        return x == y;
    });
}

} // namespace

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
    const bool usable = sameButForNotes(profiles, m_profiles);
    m_profiles = profiles;
    if (usable && isConnected())
        return;
    if (isConnected()) {
        stop();
        start();
    } else {
        clearState();
    }
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
    } else if (remote::Connection *connection = m_monitor->connection(node)) {
        connection->close();
    }
}

void ClusterController::start()
{
    if (m_monitor || m_profiles.isEmpty())
        return;
    clearState();
    m_inbox = std::make_unique<Inbox<cluster::ClusterState>>(
        this,
        [this](const QList<cluster::ClusterState> &states) {
            m_state = states.last();
            Q_EMIT stateChanged();
        },
        1);
    m_monitor = std::make_shared<cluster::Monitor>(
        m_state.name, m_profiles, m_environment.makeConnector(m_interaction, m_activity),
        m_inbox->sink(), m_environment.monitor);
    for (const profiles::Profile &profile : std::as_const(m_profiles)) {
        remote::Connection *connection = m_monitor->connection(profile.name);
        if (connection && m_apart.contains(keyOf(profile)))
            connection->close();
    }
    m_monitor->start();
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

void ClusterController::refresh()
{
    if (m_monitor)
        m_monitor->refreshAll();
}

void ClusterController::retry(const QString &node)
{
    if (!m_monitor)
        return;
    if (remote::Connection *connection = m_monitor->connection(node))
        connection->connectNow();
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
