// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/environment.h"
#include "gui/inbox.h"

#include <QObject>
#include <QSet>

#include <memory>

namespace colonnade::gui {

/// One cluster of the window: its profiles, and while it is connected the monitor that keeps its
/// picture fresh. Lives in the GUI thread and never waits: connections are made and ended on a
/// thread of the pool.
class ClusterController final : public QObject
{
    Q_OBJECT

public:
    ClusterController(QString name, const Environment &environment,
                      std::shared_ptr<remote::Interaction> interaction,
                      remote::ActivitySink activity, QObject *parent = nullptr);
    ~ClusterController() override;

    const QString &name() const { return m_state.name; }
    const QList<profiles::Profile> &profiles() const { return m_profiles; }
    /// While connected, a connection is made anew where its profile changed in more than its note,
    /// and no other is touched.
    void setProfiles(const QList<profiles::Profile> &profiles);

    bool isConnected() const { return m_monitor != nullptr; }
    /// Connects all nodes but those that are apart.
    void start();
    void stop();
    /// Connects all nodes.
    void connectAll();
    void connectNode(const QString &node);
    /// The last one takes the cluster with it.
    void disconnectNode(const QString &node);

    /// The keys of profiles whose nodes a person has disconnected one by one.
    QStringList apart() const { return {m_apart.begin(), m_apart.end()}; }
    void setApart(const QStringList &keys) { m_apart = {keys.begin(), keys.end()}; }

    /// The last picture; while not connected, the nodes of the profiles and nothing else.
    const cluster::ClusterState &state() const { return m_state; }
    /// For operations on other threads, which keep it alive; empty while not connected.
    /// Each caller gets one of its own, and keeps the connections that it was given by it.
    std::shared_ptr<cluster::Nodes> nodes() const;

    void refresh();
    /// Tries a lost or refused connection again at once.
    void retry(const QString &node);

Q_SIGNALS:
    /// At most ten times a second, however much happens.
    void stateChanged();

private:
    void clearState();
    void showMonitor();
    void setNodes();
    QString keyOfNode(const QString &node) const;

    const Environment m_environment;
    std::shared_ptr<remote::Interaction> m_interaction;
    remote::ActivitySink m_activity;
    QList<profiles::Profile> m_profiles;
    QSet<QString> m_apart;
    cluster::ClusterState m_state;
    std::shared_ptr<cluster::Monitor> m_monitor;
    /// Of the monitor that runs now; says that its state changed, which is newer than what it
    /// carries.
    std::unique_ptr<Inbox<cluster::ClusterState>> m_inbox;
};

} // namespace colonnade::gui
