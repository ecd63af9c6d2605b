// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/clustercontroller.h"

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
    if (isConnected()) {
        stop();
        start();
    } else {
        clearState();
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
