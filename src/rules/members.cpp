// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/members.h"

#include "rules/placement.h"

#include <algorithm>

namespace colonnade::rules {

using namespace Qt::StringLiterals;
using cluster::ClusterState;
using cluster::NodeState;
using toolstack::Member;

namespace {

QString shortName(const QString &name)
{
    return name.section(u'.', 0, 0);
}

/// Whether something that is known of the node, beside what it calls itself in the cluster, is that
/// name.
bool goesBy(const NodeState &node, const QString &member)
{
    const QString host = node.facts ? node.facts->hostName : QString();
    return node.name() == member || node.profile.host == member || host == member
           || (!host.isEmpty() && shortName(host) == shortName(member));
}

/// The members as rgmanager on any node that answers lists them, or else as cman does.
const Member *listed(const ClusterState &state, const QString &member, bool rgmanager)
{
    for (const NodeState &node : state.nodes) {
        if (!node.facts || (rgmanager && !node.facts->clustat))
            continue;
        const QList<Member> &members =
            rgmanager ? node.facts->clustat->members : node.facts->cmanMembers;
        const auto found = std::ranges::find(members, member, &Member::name);
        if (found != members.end())
            return &*found;
    }
    return nullptr;
}

} // namespace

const NodeState *nodeOfMember(const ClusterState &state, const QString &member)
{
    for (const NodeState &node : state.nodes) {
        if (memberName(node) == member)
            return &node;
    }
    for (const NodeState &node : state.nodes) {
        if (memberName(node).isEmpty() && goesBy(node, member))
            return &node;
    }
    return nullptr;
}

Presence presence(const ClusterState &state, const QString &member)
{
    if (const Member *found = listed(state, member, true)) {
        if (!found->online)
            return Presence::Down;
        return found->rgmanager ? Presence::Up : Presence::WithoutRgmanager;
    }
    if (const Member *found = listed(state, member, false))
        return found->online ? Presence::Up : Presence::Down;
    return Presence::Unknown;
}

bool isStarted(const toolstack::Group &group)
{
    constexpr int StateStarted = 112; // of rgmanager's resgroup.h
    return group.state == StateStarted;
}

bool isClusterRunning(const ClusterState &state)
{
    return std::ranges::any_of(state.nodes, [](const NodeState &node) {
        return node.facts && (node.facts->cman || node.facts->clustat);
    });
}

} // namespace colonnade::rules
