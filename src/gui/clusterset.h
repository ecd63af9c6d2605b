// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/clustercontroller.h"

#include <QObject>
#include <QSet>

#include <functional>
#include <memory>
#include <vector>

namespace colonnade::gui {

/// All clusters of the window, as the profiles file describes them. The file is read and written on
/// a thread of the pool.
class ClusterSet final : public QObject
{
    Q_OBJECT

public:
    using Done = std::function<void(const base::Result<void> &)>;

    ClusterSet(const Environment &environment, std::shared_ptr<remote::Interaction> interaction,
               remote::ActivitySink activity, QObject *parent = nullptr);
    ~ClusterSet() override;

    /// Names of clusters that are not connected by themselves when they appear.
    void setLeftAlone(const QStringList &clusters)
    {
        m_leftAlone = {clusters.begin(), clusters.end()};
    }
    QStringList leftAlone() const { return {m_leftAlone.begin(), m_leftAlone.end()}; }

    /// Reads the profiles file; profilesLoaded() or problem() follows.
    void load();
    /// Adds @p profile, or replaces the one called @p replaced. @p done follows in this thread.
    void save(const QString &replaced, const profiles::Profile &profile, Done done);
    void removeProfile(const QString &name, Done done);

    void connectCluster(const QString &name);
    void disconnectCluster(const QString &name);

    /// nullptr where there is none of that name.
    ClusterController *find(const QString &name) const;
    QList<ClusterController *> all() const;
    QStringList names() const;
    /// The profile called @p name in any cluster.
    std::optional<profiles::Profile> profile(const QString &name) const;

Q_SIGNALS:
    /// Clusters came or went.
    void changed();
    /// The first reading, or one after a change of the file, is done.
    void profilesLoaded();
    void stateChanged(const QString &cluster);
    void problem(const colonnade::base::Error &error);

private:
    using Loaded = base::Result<QList<profiles::Profile>>;

    void apply(const Loaded &loaded);
    ClusterController *make(const QString &name);
    void change(std::function<base::Result<void>(profiles::Store &)> action, Done done);

    const Environment m_environment;
    std::shared_ptr<remote::Interaction> m_interaction;
    remote::ActivitySink m_activity;
    std::vector<std::unique_ptr<ClusterController>> m_clusters;
    QSet<QString> m_leftAlone;
};

} // namespace colonnade::gui
