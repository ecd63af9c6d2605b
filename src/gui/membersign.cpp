// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/membersign.h"

#include "gui/nodesign.h"
#include "rules/members.h"

using namespace Qt::StringLiterals;

namespace colonnade::gui {

MemberSign MemberSign::of(const cluster::ClusterState &state, const QString &member)
{
    switch (rules::presence(state, member)) {
    case rules::Presence::Up:
        return {u"state-good"_s, Tone::Good, tr("up")};
    case rules::Presence::WithoutRgmanager:
        return {u"state-warn"_s, Tone::Warn, tr("in the cluster, without rgmanager")};
    case rules::Presence::Down:
        return {u"state-bad"_s, Tone::Bad, tr("not in the cluster")};
    case rules::Presence::Unknown:
        break;
    }
    const cluster::NodeState *node = rules::nodeOfMember(state, member);
    if (!node)
        return {u"state-off"_s, Tone::Neutral, tr("not known here")};
    const NodeSign sign = NodeSign::of(*node, true);
    return {sign.symbol, sign.tone, sign.spoken};
}

} // namespace colonnade::gui
