// SPDX-License-Identifier: GPL-3.0-or-later
#include "cluster/facts.h"

#include "cluster/probe.h"

#include <algorithm>

namespace colonnade::cluster {

using namespace Qt::StringLiterals;

const NodeState *ClusterState::node(const QString &nodeName) const
{
    const auto found = std::ranges::find(nodes, nodeName, &NodeState::name);
    return found == nodes.end() ? nullptr : &*found;
}

QList<Placement> ClusterState::find(const QString &guest) const
{
    QList<Placement> places;
    for (const NodeState &state : nodes) {
        if (!state.facts)
            continue;
        for (const Guest &shown : state.facts->guests) {
            if (shown.name == guest)
                places.append({&state, &shown});
        }
    }
    return places;
}

GuestName splitGuestName(const QString &name)
{
    const QString incoming = u"--incoming"_s;
    const QString migratedAway = u"--migratedaway"_s;
    const QString migrating = u"migrating-"_s;

    if (name.isEmpty() || name == "(null)"_L1)
        return {NameKind::Unnamed, {}};
    if (name.size() > incoming.size() && name.endsWith(incoming))
        return {NameKind::Incoming, name.chopped(incoming.size())};
    if (name.size() > migratedAway.size() && name.endsWith(migratedAway))
        return {NameKind::MigratedAway, name.chopped(migratedAway.size())};
    if (name.size() > migrating.size() && name.startsWith(migrating))
        return {NameKind::Migrating, name.mid(migrating.size())};
    return {NameKind::Plain, name};
}

QString migrationAddress(const NodeState &node)
{
    if (!node.profile.migrationAddress.isEmpty())
        return node.profile.migrationAddress;
    return node.facts ? node.facts->hostName : QString();
}

namespace {

void appendPaths(QStringList &paths, const toolstack::DomainConfig &config)
{
    for (const toolstack::Disk &disk : config.disks) {
        if (!disk.path.isEmpty())
            paths.append(disk.path);
    }
    // A bare name such as pygrub is looked up by the toolstack itself, in a folder that differs by
    // version.
    for (const QString &file : {config.kernel, config.ramdisk, config.bootloader}) {
        if (file.startsWith(u'/'))
            paths.append(file);
    }
}

} // namespace

QStringList guestPaths(const ClusterState &state)
{
    QStringList paths;
    for (const NodeState &node : state.nodes) {
        if (!node.facts)
            continue;
        for (const Guest &guest : node.facts->guests) {
            if (guest.config)
                appendPaths(paths, *guest.config);
        }
    }
    std::ranges::sort(paths);
    paths.erase(std::unique(paths.begin(), paths.end()), paths.end());
    return paths;
}

} // namespace colonnade::cluster
