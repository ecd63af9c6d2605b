// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/quorum.h"

#include <algorithm>

namespace colonnade::rules {

using formats::ClusterConf;
using formats::ClusterNode;

Quorum quorumOf(const ClusterConf &conf)
{
    Quorum quorum;
    quorum.nodes = int(conf.nodes().size());
    quorum.nodeVotes = conf.nodeVotes();
    quorum.diskVotes = conf.quorumDiskVotes();
    quorum.isTwoNode = conf.isTwoNode();
    const int expected = formats::numberOf(conf.section("cman"), "expected_votes", 0);
    quorum.expected = expected > 0 ? expected : quorum.total();
    quorum.needed = quorum.isTwoNode ? 1 : (std::max(quorum.expected, quorum.total()) + 2) / 2;
    return quorum;
}

int nodesThatMayFail(const ClusterConf &conf)
{
    const Quorum quorum = quorumOf(conf);
    QList<int> votes;
    for (const ClusterNode &node : conf.nodes())
        votes.append(node.votes());
    std::ranges::sort(votes, std::greater());
    int left = quorum.total();
    int failed = 0;
    for (const int lost : votes) { // the heaviest first: the worst that can happen
        left -= lost;
        if (!quorum.isReachedBy(left) || failed + 1 == quorum.nodes)
            break;
        ++failed;
    }
    return failed;
}

bool isQuorateWithout(const ClusterConf &conf, const QStringList &dead)
{
    const Quorum quorum = quorumOf(conf);
    int votes = quorum.diskVotes;
    for (const ClusterNode &node : conf.nodes()) {
        if (!dead.contains(node.name()))
            votes += node.votes();
    }
    return quorum.isReachedBy(votes);
}

} // namespace colonnade::rules
