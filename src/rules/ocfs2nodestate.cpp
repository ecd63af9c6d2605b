// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/checks.h"
#include "rules/ocfs2.h"
#include "rules/ocfs2seen.h"

#include <algorithm>

namespace colonnade::rules {

using namespace Qt::StringLiterals;
using cluster::ClusterState;
using cluster::NodeState;

namespace {

bool isSame(const toolstack::O2cbNode &loaded, const formats::Ocfs2Node &node)
{
    return loaded.name == QString::fromUtf8(node.name) && loaded.number == node.number
           && loaded.address == QString::fromUtf8(node.address) && loaded.port == node.port;
}

QString textOf(const toolstack::O2cbNode &loaded, const formats::Ocfs2Node &node)
{
    QStringList parts;
    if (loaded.name != QString::fromUtf8(node.name))
        parts.append(loaded.name);
    if (loaded.number != node.number)
        parts.append(QString::number(loaded.number));
    if (loaded.address != QString::fromUtf8(node.address) || loaded.port != node.port)
        parts.append(endpointOf(loaded.address, loaded.port));
    return parts.join(u" · "_s);
}

/// How the host itself has the node registered; nullptr where it has not.
const toolstack::O2cbNode *registeredOn(const NodeState &host, const QString &cluster,
                                        const QString &name)
{
    for (const toolstack::O2cbCluster &loaded : host.facts->ocfs2.clusters) {
        if (loaded.name != cluster)
            continue;
        const toolstack::O2cbNode *local = loaded.localNode();
        return local ? local : loaded.node(name);
    }
    return nullptr;
}

} // namespace

Ocfs2NodeState ocfs2NodeState(const ClusterState &state, const formats::Ocfs2Node &node)
{
    Ocfs2NodeState result;
    const QString name = QString::fromUtf8(node.name);
    const QString cluster = QString::fromUtf8(node.cluster);
    for (const Ocfs2Seen &seen : ocfs2Seen(state, cluster)) {
        if (!seen.cluster->node(name))
            result.notKnownBy.append(seen.name());
    }
    const NodeState *host = ocfs2Host(state, name);
    if (!host)
        return result;
    result.host = host->name();
    result.isCurrent = isCurrent(*host);
    if (!host->facts)
        return result;
    const toolstack::O2cbNode *loaded = registeredOn(*host, cluster, name);
    result.running = !loaded                 ? Ocfs2Running::NotLoaded
                     : isSame(*loaded, node) ? Ocfs2Running::Loaded
                                             : Ocfs2Running::Differs;
    if (loaded)
        result.folders = Ocfs2Seen{host, nullptr}.folders();
    if (result.running == Ocfs2Running::Differs)
        result.loadedAs = textOf(*loaded, node);
    return result;
}

} // namespace colonnade::rules
