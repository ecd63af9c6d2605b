// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/ocfs2seen.h"

#include "rules/checks.h"
#include "rules/ocfs2.h"

#include <algorithm>

namespace colonnade::rules {

using cluster::ClusterState;
using cluster::NodeState;

QStringList Ocfs2Seen::folders() const
{
    QStringList result;
    for (const toolstack::Ocfs2Mount &mount : where->facts->ocfs2.mounts) {
        if (mount.isClustered)
            result.append(mount.folder);
    }
    return result;
}

QList<Ocfs2Seen> ocfs2Seen(const ClusterState &state, const QString &cluster)
{
    QList<Ocfs2Seen> result;
    for (const NodeState &node : state.nodes) {
        if (!isCurrent(node))
            continue;
        for (const toolstack::O2cbCluster &loaded : node.facts->ocfs2.clusters) {
            if (loaded.name == cluster)
                result.append({&node, &loaded});
        }
    }
    return result;
}

QList<Ocfs2Seen> ocfs2Knowing(const QList<Ocfs2Seen> &seen, const QString &node)
{
    QList<Ocfs2Seen> result = seen;
    result.removeIf([&node](const Ocfs2Seen &each) { return !each.cluster->node(node); });
    return result;
}

const Ocfs2Seen *ocfs2Self(const QList<Ocfs2Seen> &seen, const QString &node)
{
    const auto found = std::ranges::find_if(seen, [&node](const Ocfs2Seen &each) {
        const toolstack::O2cbNode *registered = each.cluster->node(node);
        return registered && registered->isLocal;
    });
    return found == seen.end() ? nullptr : &*found;
}

QStringList namesOf(const QList<Ocfs2Seen> &seen)
{
    QStringList result;
    for (const Ocfs2Seen &each : seen)
        result.append(each.name());
    return result;
}

QString endpointOf(const QString &address, qint64 port)
{
    return address + u':' + QString::number(port);
}

bool isOcfs2Host(const QString &name, const QString &host)
{
    return !name.isEmpty() && host.startsWith(name, Qt::CaseInsensitive)
           && (host.size() == name.size() || host[name.size()] == u'.');
}

const NodeState *ocfs2Host(const ClusterState &state, const QString &name)
{
    const auto isHost = [&name](const NodeState &node) {
        return isOcfs2Host(name, node.facts ? node.facts->hostName : node.name());
    };
    const auto found = std::ranges::find_if(state.nodes, isHost);
    return found == state.nodes.end() ? nullptr : &*found;
}

QList<const NodeState *> ocfs2Candidates(const ClusterState &state, const formats::Ocfs2Conf &conf,
                                         const QByteArray &cluster)
{
    const QList<formats::Ocfs2Node> nodes = conf.nodes(cluster);
    QList<const NodeState *> result;
    for (const NodeState &node : state.nodes) {
        if (!node.facts || node.facts->hostName.isEmpty())
            continue;
        const bool listed = std::ranges::any_of(nodes, [&node](const formats::Ocfs2Node &each) {
            return isOcfs2Host(QString::fromUtf8(each.name), node.facts->hostName);
        });
        if (!listed)
            result.append(&node);
    }
    return result;
}

namespace {

/// Where only an address is known, a small network around it is likely.
bool isNear(toolstack::BoundAddress bound, const QString &other)
{
    constexpr int UsualPrefix = 24;
    if (bound.interface.isEmpty())
        bound.prefix = UsualPrefix;
    return bound.isBeside(other);
}

} // namespace

QList<toolstack::BoundAddress> ocfs2Addresses(const cluster::NodeFacts &facts,
                                              const QList<formats::Ocfs2Node> &nodes)
{
    QList<toolstack::BoundAddress> result =
        facts.addresses.value_or(QList<toolstack::BoundAddress>());
    result.removeIf([](const toolstack::BoundAddress &bound) { return bound.isLoopback(); });
    std::ranges::stable_partition(result, [&nodes](const toolstack::BoundAddress &bound) {
        return std::ranges::any_of(nodes, [&bound](const formats::Ocfs2Node &node) {
            return isNear(bound, QString::fromUtf8(node.address));
        });
    });
    return result;
}

} // namespace colonnade::rules
