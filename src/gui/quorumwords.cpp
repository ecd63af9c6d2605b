// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/quorumwords.h"

#include "rules/quorum.h"

using namespace Qt::StringLiterals;

namespace colonnade::gui {

namespace {

QString mayFail(int nodes)
{
    if (nodes == 0)
        return QuorumWords::tr("no node may fail");
    return nodes == 1 ? QuorumWords::tr("one node may fail")
                      : QuorumWords::tr("%n nodes may fail", nullptr, nodes);
}

QString twoNodes(const rules::Quorum &quorum)
{
    if (quorum.nodes != 2 || quorum.nodeVotes != 2)
        return QuorumWords::tr("two_node is on, and needs exactly two nodes with one vote each: "
                               "cman does not start like this.");
    return QuorumWords::tr("Two nodes, and one vote is enough: either may fail. When they lose "
                           "sight of each other, the one that fences the other goes on, so fencing "
                           "has to work.");
}

} // namespace

QuorumWords QuorumWords::of(const formats::ClusterConf &conf)
{
    const rules::Quorum quorum = rules::quorumOf(conf);
    if (quorum.nodes == 0)
        return {tr("There are no nodes yet."), Tone::Neutral};
    if (quorum.isTwoNode)
        return {twoNodes(quorum),
                quorum.nodes == 2 && quorum.nodeVotes == 2 ? Tone::Neutral : Tone::Bad};
    const int failing = rules::nodesThatMayFail(conf);
    QString text =
        tr("%1 of %2 votes are needed: %3.")
            .arg(QString::number(quorum.needed), QString::number(quorum.total()), mayFail(failing));
    if (quorum.diskVotes > 0)
        text += u' ' + tr("%1 of the votes are the quorum disk's.").arg(quorum.diskVotes);
    Tone tone = failing == 0 && quorum.nodes > 1 ? Tone::Warn : Tone::Neutral;
    if (quorum.expected != quorum.total()) {
        text += u' '
                + tr("expected_votes is %1, the votes add up to %2.")
                      .arg(QString::number(quorum.expected), QString::number(quorum.total()));
        tone = Tone::Warn;
    } else if (quorum.total() % 2 == 0 && quorum.diskVotes == 0) {
        text += u' ' + tr("In a split into two halves neither goes on.");
    }
    return {text, tone};
}

} // namespace colonnade::gui
