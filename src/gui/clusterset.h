// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/clustercontroller.h"
#include "gui/lastused.h"
#include "profiles/contentedit.h"

#include <QFileSystemWatcher>
#include <QObject>
#include <QSet>
#include <QTimer>

#include <functional>
#include <memory>
#include <vector>

namespace colonnade::gui {

/// All clusters of the window, as the profiles file describes them. The file is read and written on
/// a thread of the pool, and read again when another program has changed it.
class ClusterSet final : public QObject
{
    Q_OBJECT

public:
    using Done = std::function<void(const base::Result<void> &)>;
    using Edit = std::function<base::Result<void>(profiles::Content &)>;

    ClusterSet(const Environment &environment, std::shared_ptr<remote::Interaction> interaction,
               remote::ActivitySink activity, QObject *parent = nullptr);
    ~ClusterSet() override;

    /// Names of clusters, and ids of profiles, that are not connected by themselves when they
    /// appear.
    void setLeftAlone(const QStringList &clusters, const QStringList &profileIds);
    QStringList leftAlone() const { return {m_leftAlone.begin(), m_leftAlone.end()}; }
    QStringList apart() const;

    /// Reads the profiles file; profilesLoaded() or problem() follows.
    void load();
    /// Changes the file; @p edit runs on a thread of the pool. @p done follows in this thread,
    /// before the window shows the change.
    void change(Edit edit, Done done);

    void connectCluster(const QString &name);
    void disconnectCluster(const QString &name);
    void connectNode(const QString &name);
    void disconnectNode(const QString &name);

    /// nullptr where there is none of that name.
    ClusterController *find(const QString &name) const;
    /// The one that has the profile called @p name; nullptr where none has.
    ClusterController *clusterOf(const QString &name) const;
    QList<ClusterController *> all() const;
    QStringList names() const;
    /// As the file has them.
    const profiles::Content &content() const { return m_content; }
    profiles::ClusterNote note(const QString &cluster) const
    {
        return m_content.clusters.value(cluster);
    }
    /// The profile called @p name in any cluster.
    std::optional<profiles::Profile> profile(const QString &name) const;
    LastUsed &lastUsed() { return m_lastUsed; }

Q_SIGNALS:
    /// Clusters or profiles came, went or changed.
    void changed();
    /// The first reading, or one after a change of the file, is done.
    void profilesLoaded();
    void stateChanged(const QString &cluster);
    /// The file cannot be read; what was known before stays.
    void problem(const colonnade::base::Error &error);

private:
    using Loaded = base::Result<profiles::Content>;

    void apply(const Loaded &loaded);
    void adopt(const profiles::Content &content);
    ClusterController *make(const QString &name);
    void noteUse(const ClusterController &cluster);
    void watch();

    const Environment m_environment;
    std::shared_ptr<remote::Interaction> m_interaction;
    remote::ActivitySink m_activity;
    LastUsed m_lastUsed;
    profiles::Content m_content;
    std::vector<std::unique_ptr<ClusterController>> m_clusters;
    QSet<QString> m_leftAlone;
    QStringList m_apartAtFirst; ///< ids of profiles whose cluster has not appeared yet
    QSet<QString> m_connected;  ///< keys of profiles that were connected at the last look
    QFileSystemWatcher m_watcher;
    QTimer m_settle; ///< writers make several changes in a row
    bool m_loaded = false;
};

} // namespace colonnade::gui
