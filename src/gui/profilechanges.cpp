// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/profilechanges.h"

#include "gui/clusterset.h"
#include "gui/connectionmodel.h"

#include <QCoreApplication>

#include <algorithm>

namespace colonnade::gui {

using base::ErrorCode;
using base::Result;
using profiles::Content;
using profiles::Profile;

namespace {

class Changes
{
    Q_DECLARE_TR_FUNCTIONS(colonnade::gui::Changes)
};

std::unexpected<base::Error> gone(const QString &name)
{
    return base::failure(
        ErrorCode::NotFound,
        Changes::tr("%1 is not there any more: another program has removed it.").arg(name),
        Changes::tr("Nothing was changed."));
}

auto withKey(Content &content, const QString &key)
{
    return std::ranges::find(content.profiles, key, keyOf);
}

} // namespace

Result<void> addProfiles(Content &content, const QList<Profile> &added)
{
    content.profiles.append(added);
    return {};
}

Result<void> replaceProfiles(Content &content, const QList<Profile> &originals,
                             const QList<Profile> &changed)
{
    for (qsizetype i = 0; i < originals.size(); ++i) {
        const auto place = withKey(content, keyOf(originals.at(i)));
        if (place == content.profiles.end())
            return gone(originals.at(i).name);
        if (*place != originals.at(i)) {
            return base::failure(
                ErrorCode::Refused,
                Changes::tr("Another program has changed %1 while you did.")
                    .arg(originals.at(i).name),
                Changes::tr("Nothing was saved. Note what you want, and edit it again."));
        }
        *place = changed.at(i);
    }
    return {};
}

Result<void> removeProfiles(Content &content, const QStringList &keys)
{
    // One that is gone already is what was wished for.
    content.profiles.removeIf(
        [&](const Profile &profile) { return keys.contains(keyOf(profile)); });
    return {};
}

Result<void> moveProfiles(Content &content, const QStringList &keys, const QString &cluster)
{
    for (const QString &key : keys) {
        const auto place = withKey(content, key);
        if (place == content.profiles.end())
            return gone(key);
        place->cluster = cluster;
    }
    return {};
}

Result<void> changeCluster(Content &content, const QString &cluster, const QString &newName,
                           const profiles::ClusterNote &note)
{
    if (cluster != newName) {
        for (Profile &profile : content.profiles) {
            if (clusterNameOf(profile) == cluster)
                profile.cluster = newName;
        }
        content.clusters.remove(cluster);
    }
    if (note == profiles::ClusterNote())
        content.clusters.remove(newName);
    else
        content.clusters[newName] = note;
    return {};
}

} // namespace colonnade::gui
