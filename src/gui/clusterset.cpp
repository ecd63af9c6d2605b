// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/clusterset.h"

#include "gui/background.h"
#include "gui/connectionmodel.h"

#include <QFileInfo>

#include <algorithm>

namespace colonnade::gui {

namespace {

constexpr auto SettlingTime = std::chrono::milliseconds(200);

} // namespace

ClusterSet::ClusterSet(const Environment &environment,
                       std::shared_ptr<remote::Interaction> interaction,
                       remote::ActivitySink activity, QObject *parent)
    : QObject(parent),
      m_environment(environment),
      m_interaction(std::move(interaction)),
      m_activity(std::move(activity)),
      m_lastUsed(environment.persistent)
{
    m_settle.setSingleShot(true);
    m_settle.setInterval(SettlingTime);
    connect(&m_settle, &QTimer::timeout, this, &ClusterSet::load);
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, &m_settle,
            qOverload<>(&QTimer::start));
}

ClusterSet::~ClusterSet() = default;

void ClusterSet::setLeftAlone(const QStringList &clusters, const QStringList &profileIds)
{
    m_leftAlone = {clusters.begin(), clusters.end()};
    m_apartAtFirst = profileIds;
}

QStringList ClusterSet::apart() const
{
    QStringList ids = m_apartAtFirst;
    for (const auto &cluster : m_clusters)
        ids.append(cluster->apart());
    ids.removeDuplicates();
    return ids;
}

void ClusterSet::load()
{
    runInBackground(
        m_environment.pool.get(), this,
        [file = m_environment.profilesFile] { return profiles::Store(file).read(); },
        [this](const Loaded &loaded) { apply(loaded); });
}

/// The folder and not the file: writers put a new one in its place.
void ClusterSet::watch()
{
    const QString folder = QFileInfo(m_environment.profilesFile).absolutePath();
    if (!m_watcher.directories().contains(folder))
        m_watcher.addPath(folder);
}

void ClusterSet::apply(const Loaded &loaded)
{
    watch();
    if (!loaded) {
        Q_EMIT problem(loaded.error());
        return;
    }
    if (!m_loaded || *loaded != m_content) {
        m_loaded = true;
        const QStringList before = names();
        adopt(*loaded);
        Q_EMIT changed();
        // Only now: connections that are being made would compete with the columns being built.
        for (const auto &cluster : m_clusters) {
            if (!before.contains(cluster->name()) && !m_leftAlone.contains(cluster->name()))
                cluster->start();
        }
    }
    Q_EMIT profilesLoaded();
}

void ClusterSet::adopt(const profiles::Content &content)
{
    m_content = content;
    QStringList order;
    QHash<QString, QList<profiles::Profile>> members;
    for (const profiles::Profile &profile : content.profiles) {
        const QString cluster = clusterNameOf(profile);
        if (!order.contains(cluster))
            order.append(cluster);
        members[cluster].append(profile);
    }
    std::erase_if(m_clusters,
                  [&](const auto &cluster) { return !order.contains(cluster->name()); });
    for (const QString &name : std::as_const(order)) {
        ClusterController *cluster = find(name);
        if (!cluster)
            cluster = make(name);
        cluster->setProfiles(members.value(name));
    }
    std::ranges::stable_sort(m_clusters, {},
                             [&](const auto &c) { return order.indexOf(c->name()); });
}

ClusterController *ClusterSet::make(const QString &name)
{
    m_clusters.push_back(
        std::make_unique<ClusterController>(name, m_environment, m_interaction, m_activity));
    ClusterController *cluster = m_clusters.back().get();
    cluster->setApart(m_apartAtFirst);
    connect(cluster, &ClusterController::stateChanged, this, [this, cluster, name] {
        noteUse(*cluster);
        Q_EMIT stateChanged(name);
    });
    return cluster;
}

void ClusterSet::noteUse(const ClusterController &cluster)
{
    for (const cluster::NodeState &node : cluster.state().nodes) {
        const QString key = keyOf(node.profile);
        if (node.connection.phase != remote::Phase::Connected)
            m_connected.remove(key);
        else if (!m_connected.contains(key)) {
            m_connected.insert(key);
            m_lastUsed.note(key, QDateTime::currentDateTimeUtc());
        }
    }
}

void ClusterSet::change(Edit edit, Done done)
{
    struct Outcome
    {
        base::Result<void> changed;
        Loaded loaded;
    };
    runInBackground(
        m_environment.pool.get(), this,
        [file = m_environment.profilesFile, edit = std::move(edit)] {
            profiles::Store store(file);
            base::Result<void> changed = store.change(edit);
            return Outcome{std::move(changed), store.read()};
        },
        [this, done = std::move(done)](const Outcome &outcome) {
            done(outcome.changed);
            if (outcome.changed)
                apply(outcome.loaded);
        });
}

void ClusterSet::connectCluster(const QString &name)
{
    m_leftAlone.remove(name);
    if (ClusterController *cluster = find(name))
        cluster->connectAll();
}

void ClusterSet::disconnectCluster(const QString &name)
{
    m_leftAlone.insert(name);
    if (ClusterController *cluster = find(name))
        cluster->stop();
}

void ClusterSet::connectNode(const QString &name)
{
    if (ClusterController *cluster = clusterOf(name)) {
        m_leftAlone.remove(cluster->name());
        cluster->connectNode(name);
    }
}

void ClusterSet::disconnectNode(const QString &name)
{
    ClusterController *cluster = clusterOf(name);
    if (!cluster)
        return;
    cluster->disconnectNode(name);
    if (!cluster->isConnected())
        m_leftAlone.insert(cluster->name());
}

ClusterController *ClusterSet::find(const QString &name) const
{
    for (const auto &cluster : m_clusters) {
        if (cluster->name() == name)
            return cluster.get();
    }
    return nullptr;
}

ClusterController *ClusterSet::clusterOf(const QString &name) const
{
    const std::optional<profiles::Profile> found = profile(name);
    return found ? find(clusterNameOf(*found)) : nullptr;
}

QList<ClusterController *> ClusterSet::all() const
{
    QList<ClusterController *> list;
    for (const auto &cluster : m_clusters)
        list.append(cluster.get());
    return list;
}

QStringList ClusterSet::names() const
{
    QStringList list;
    for (const auto &cluster : m_clusters)
        list.append(cluster->name());
    return list;
}

std::optional<profiles::Profile> ClusterSet::profile(const QString &name) const
{
    const auto found = std::ranges::find(m_content.profiles, name, &profiles::Profile::name);
    return found == m_content.profiles.end() ? std::nullopt : std::optional(*found);
}

} // namespace colonnade::gui
