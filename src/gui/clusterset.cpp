// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/clusterset.h"

#include "gui/background.h"

#include <algorithm>

namespace colonnade::gui {

namespace {

QString clusterOf(const profiles::Profile &profile)
{
    return profile.cluster.isEmpty() ? QStringLiteral("default") : profile.cluster;
}

} // namespace

ClusterSet::ClusterSet(const Environment &environment,
                       std::shared_ptr<remote::Interaction> interaction,
                       remote::ActivitySink activity, QObject *parent)
    : QObject(parent),
      m_environment(environment),
      m_interaction(std::move(interaction)),
      m_activity(std::move(activity))
{
}

ClusterSet::~ClusterSet() = default;

void ClusterSet::load()
{
    runInBackground(
        m_environment.pool.get(), this,
        [file = m_environment.profilesFile] { return profiles::Store(file).load(); },
        [this](const Loaded &loaded) { apply(loaded); });
}

void ClusterSet::apply(const Loaded &loaded)
{
    if (!loaded) {
        Q_EMIT problem(loaded.error());
        return;
    }
    QStringList order;
    QHash<QString, QList<profiles::Profile>> members;
    for (const profiles::Profile &profile : *loaded) {
        const QString cluster = clusterOf(profile);
        if (!order.contains(cluster))
            order.append(cluster);
        members[cluster].append(profile);
    }
    const QStringList before = names();
    std::erase_if(m_clusters,
                  [&](const auto &cluster) { return !order.contains(cluster->name()); });
    for (const QString &name : std::as_const(order)) {
        ClusterController *cluster = find(name);
        if (!cluster)
            cluster = make(name);
        cluster->setProfiles(members.value(name));
        if (!before.contains(name) && !m_leftAlone.contains(name))
            cluster->start();
    }
    std::ranges::stable_sort(m_clusters, {},
                             [&](const auto &c) { return order.indexOf(c->name()); });
    Q_EMIT changed();
    Q_EMIT profilesLoaded();
}

ClusterController *ClusterSet::make(const QString &name)
{
    m_clusters.push_back(
        std::make_unique<ClusterController>(name, m_environment, m_interaction, m_activity));
    ClusterController *cluster = m_clusters.back().get();
    connect(cluster, &ClusterController::stateChanged, this,
            [this, name] { Q_EMIT stateChanged(name); });
    return cluster;
}

void ClusterSet::change(std::function<base::Result<void>(profiles::Store &)> action, Done done)
{
    struct Outcome
    {
        base::Result<void> changed;
        Loaded loaded;
    };
    runInBackground(
        m_environment.pool.get(), this,
        [file = m_environment.profilesFile, action = std::move(action)] {
            profiles::Store store(file);
            base::Result<void> changed = action(store);
            return Outcome{std::move(changed), store.load()};
        },
        [this, done = std::move(done)](const Outcome &outcome) {
            done(outcome.changed);
            if (outcome.changed)
                apply(outcome.loaded);
        });
}

void ClusterSet::save(const QString &replaced, const profiles::Profile &profile, Done done)
{
    change(
        [replaced, profile](profiles::Store &store) {
            return replaced.isEmpty() ? store.add(profile) : store.replace(replaced, profile);
        },
        std::move(done));
}

void ClusterSet::removeProfile(const QString &name, Done done)
{
    change([name](profiles::Store &store) { return store.remove(name); }, std::move(done));
}

void ClusterSet::connectCluster(const QString &name)
{
    m_leftAlone.remove(name);
    if (ClusterController *cluster = find(name))
        cluster->start();
}

void ClusterSet::disconnectCluster(const QString &name)
{
    m_leftAlone.insert(name);
    if (ClusterController *cluster = find(name))
        cluster->stop();
}

ClusterController *ClusterSet::find(const QString &name) const
{
    for (const auto &cluster : m_clusters) {
        if (cluster->name() == name)
            return cluster.get();
    }
    return nullptr;
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
    for (const auto &cluster : m_clusters) {
        for (const profiles::Profile &profile : cluster->profiles()) {
            if (profile.name == name)
                return profile;
        }
    }
    return std::nullopt;
}

} // namespace colonnade::gui
