// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/checks.h"
#include "rules/ocfs2.h"
#include "rules/ocfs2seen.h"
#include "rules/words.h"

#include "formats/defaultsfile.h"

#include <algorithm>

namespace colonnade::rules {

using namespace Qt::StringLiterals;
using cluster::ClusterState;
using cluster::NodeState;

namespace {

/// A change, and who has loaded what it touches.
class Judge
{
public:
    Judge(const ClusterState &state, const Ocfs2Change &change)
        : m_state(state), m_change(change), m_seen(ocfs2Seen(state, change.cluster))
    {
    }

    Verdict verdict();

private:
    void judgeNode();
    void judgeInUse(const Ocfs2Seen &self);
    void judgePeers();
    void judgeUnseen();
    void judgeCluster();
    void judgeUnseenHosts();
    void judgeBootFiles();
    void judgeHeartbeat();
    void judgeRegion();
    void judgeAddition();
    bool isInUseAs(const Ocfs2Seen &seen) const;
    QString what() const;
    QString offlineCommand() const;
    QString registerCommand() const;

    const ClusterState &m_state;
    const Ocfs2Change &m_change;
    QList<Ocfs2Seen> m_seen;
    Reasons m_reasons;
};

Verdict Judge::verdict()
{
    switch (m_change.act) {
    case Ocfs2Act::AddNode:
        judgeAddition();
        break;
    case Ocfs2Act::RemoveNode:
    case Ocfs2Act::RenameNode:
    case Ocfs2Act::RenumberNode:
    case Ocfs2Act::ReaddressNode:
        judgeNode();
        break;
    case Ocfs2Act::RenameCluster:
    case Ocfs2Act::RemoveCluster:
        judgeCluster();
        break;
    case Ocfs2Act::SetHeartbeat:
        judgeHeartbeat();
        break;
    case Ocfs2Act::RemoveRegion:
        judgeRegion();
        break;
    }
    return m_reasons.verdict();
}

/// What is wanted, as the first half of a sentence that ends with the reason.
QString Judge::what() const
{
    const QString &subject = m_change.subject;
    switch (m_change.act) {
    case Ocfs2Act::RemoveNode:
        return Words::tr("%1 cannot be removed").arg(subject);
    case Ocfs2Act::RenameNode:
        return Words::tr("%1 cannot get another name").arg(subject);
    case Ocfs2Act::RenumberNode:
        return Words::tr("%1 cannot get another number").arg(subject);
    case Ocfs2Act::ReaddressNode:
        return Words::tr("%1 cannot get another address or port").arg(subject);
    case Ocfs2Act::RenameCluster:
        return Words::tr("The cluster %1 cannot be renamed").arg(m_change.cluster);
    case Ocfs2Act::RemoveCluster:
        return Words::tr("The cluster %1 cannot be removed").arg(m_change.cluster);
    default:
        return Words::tr("The heartbeat of %1 cannot be changed").arg(m_change.cluster);
    }
}

QString Judge::offlineCommand() const
{
    return u"/etc/init.d/o2cb offline "_s + m_change.cluster;
}

QString Judge::registerCommand() const
{
    return u"o2cb register-cluster "_s + m_change.cluster;
}

/// Whether @p seen has registered the node with what is to be changed.
bool Judge::isInUseAs(const Ocfs2Seen &seen) const
{
    const toolstack::O2cbNode *node = seen.cluster->node(m_change.subject);
    if (!node)
        return false;
    const QString &present = m_change.present;
    if (m_change.act == Ocfs2Act::RenumberNode)
        return present.isEmpty() || present == QString::number(node->number);
    if (m_change.act == Ocfs2Act::ReaddressNode)
        return present.isEmpty() || present == node->address
               || present == endpointOf(node->address, node->port);
    return true;
}

void Judge::judgeNode()
{
    const Ocfs2Seen *self = ocfs2Self(m_seen, m_change.subject);
    if (self && isInUseAs(*self))
        judgeInUse(*self);
    judgePeers();
    if (!self)
        judgeUnseen();
}

void Judge::judgeInUse(const Ocfs2Seen &self)
{
    const QStringList folders = self.folders();
    if (!folders.isEmpty()) {
        m_reasons.hard(
            u"ocfs2-mounted"_s,
            Words::tr("%1: it has %2 mounted.", "%1 is a clause").arg(what(), joined(folders)),
            Words::tr("Move away the guests whose disks are there, unmount %1 on %2, then run `%3` "
                      "there. That kills what still uses the volumes.")
                .arg(joined(folders), self.name(), offlineCommand()));
        return;
    }
    m_reasons.hard(u"ocfs2-loaded"_s,
                   Words::tr("%1: it has the cluster %2 loaded.", "%1 is a clause")
                       .arg(what(), m_change.cluster),
                   Words::tr("Run `%1` on %2 first.").arg(offlineCommand(), self.name()));
}

/// What the nodes beside it hold of it.
void Judge::judgePeers()
{
    QList<Ocfs2Seen> peers = ocfs2Knowing(m_seen, m_change.subject);
    peers.removeIf([this](const Ocfs2Seen &seen) {
        return seen.cluster->node(m_change.subject)->isLocal || !isInUseAs(seen);
    });
    if (peers.isEmpty())
        return;
    const QString names = joined(namesOf(peers));
    if (m_change.act == Ocfs2Act::RemoveNode) {
        m_reasons.soft(u"ocfs2-peers"_s,
                       Words::tr("It stays registered on %1 until `%2` is run there.")
                           .arg(names, registerCommand()));
        return;
    }
    m_reasons.warning(
        u"ocfs2-peers-differ"_s,
        Words::tr("It is loaded as it is now on %1: until the new list is loaded there, %2 cannot "
                  "mount what is mounted there.")
            .arg(names, m_change.subject),
        Words::tr("Roll the list out, then run `%1` on %2.").arg(registerCommand(), names));
}

/// Its own host does not tell that it has the cluster loaded. That is good news only where it was
/// asked.
void Judge::judgeUnseen()
{
    const NodeState *host = ocfs2Host(m_state, m_change.subject);
    const bool unknownToAll = !m_seen.isEmpty() && ocfs2Knowing(m_seen, m_change.subject).isEmpty();
    if ((host && isCurrent(*host)) || unknownToAll || m_state.nodes.isEmpty())
        return;
    m_reasons.warning(
        u"ocfs2-unseen"_s,
        host ? Words::tr("Whether %1 has a volume mounted cannot be seen now: it is not connected.")
                   .arg(m_change.subject)
             : Words::tr("Whether %1 has a volume mounted cannot be seen: no node of this cluster "
                         "calls itself so.")
                   .arg(m_change.subject),
        Words::tr("Go on only if it is switched off, or has nothing of OCFS2 mounted."));
}

void Judge::judgeCluster()
{
    QStringList mounted;
    for (const Ocfs2Seen &seen : std::as_const(m_seen)) {
        for (const QString &folder : seen.folders())
            mounted.append(Words::tr("%1 on %2", "a folder, and where").arg(folder, seen.name()));
    }
    const QString names = joined(namesOf(m_seen));
    if (!mounted.isEmpty())
        m_reasons.hard(
            u"ocfs2-mounted"_s,
            Words::tr("%1: it is in use, by %2.", "%1 is a clause").arg(what(), joined(mounted)),
            Words::tr("Move away the guests whose disks are there, unmount, then run "
                      "`%1` on %2.")
                .arg(offlineCommand(), names));
    else if (!m_seen.isEmpty())
        m_reasons.hard(u"ocfs2-loaded"_s,
                       Words::tr("%1: it is loaded on %2.", "%1 is a clause").arg(what(), names),
                       Words::tr("Run `%1` there first.").arg(offlineCommand()));
    judgeUnseenHosts();
    if (m_change.act == Ocfs2Act::RenameCluster)
        m_reasons.warning(
            u"ocfs2-volumes"_s,
            Words::tr("Volumes hold the name of their cluster: those of %1 do not mount under "
                      "another until it is written to them.")
                .arg(m_change.cluster),
            Words::tr("When the new name is loaded, and before anything is mounted: "
                      "`tunefs.ocfs2 --update-cluster-stack DEVICE`, once for each volume."));
    judgeBootFiles();
}

void Judge::judgeUnseenHosts()
{
    QStringList unseen;
    for (const NodeState &node : m_state.nodes) {
        if (!isCurrent(node))
            unseen.append(node.name());
    }
    if (!unseen.isEmpty())
        m_reasons.warning(u"ocfs2-unseen"_s,
                          Words::tr("Whether %1 is in use on %2 cannot be seen now.")
                              .arg(m_change.cluster, joined(unseen)),
                          Words::tr("Go on only if nothing of OCFS2 is mounted there."));
}

void Judge::judgeBootFiles()
{
    QStringList naming;
    for (const NodeState &node : m_state.nodes) {
        if (!node.facts)
            continue;
        const auto file = formats::DefaultsFile::parse(node.facts->ocfs2.defaults);
        if (file && file->value("O2CB_BOOTCLUSTER") == m_change.cluster.toUtf8())
            naming.append(node.name());
    }
    if (!naming.isEmpty())
        m_reasons.warning(
            u"ocfs2-boot-cluster"_s,
            Words::tr("At boot %2 is to be started on %1, where there is no such cluster then.")
                .arg(joined(naming), m_change.cluster),
            Words::tr("Change O2CB_BOOTCLUSTER there as well."));
}

void Judge::judgeHeartbeat()
{
    QList<Ocfs2Seen> active = m_seen;
    active.removeIf([](const Ocfs2Seen &seen) { return seen.cluster->regions.isEmpty(); });
    if (!active.isEmpty())
        m_reasons.hard(u"ocfs2-heartbeat-active"_s,
                       Words::tr("%1: its heartbeat runs on %2, and the kernel ignores another "
                                 "mode until that ends.",
                                 "%1 is a clause")
                           .arg(what(), joined(namesOf(active))),
                       Words::tr("Unmount the volumes on all nodes, and run `%1` on each.")
                           .arg(offlineCommand()));
    judgeUnseenHosts();
    m_reasons.warning(u"ocfs2-volumes"_s,
                      Words::tr("Volumes hold the heartbeat mode of their cluster: those of %1 do "
                                "not mount with another until it is written to them.")
                          .arg(m_change.cluster),
                      Words::tr("When the new mode is loaded, and before anything is mounted: "
                                "`tunefs.ocfs2 --update-cluster-stack DEVICE`, once for each "
                                "volume."));
}

void Judge::judgeRegion()
{
    // o2cb(7): one is only taken away while more than three are active.
    constexpr qsizetype FewestToStopOne = 4;
    QStringList refusing;
    QStringList writing;
    for (const Ocfs2Seen &seen : std::as_const(m_seen)) {
        const bool writes = seen.cluster->heartbeatMode == "global"_L1
                            && std::ranges::any_of(seen.cluster->regions,
                                                   [this](const toolstack::O2cbRegion &each) {
                                                       return each.name == m_change.subject;
                                                   });
        if (writes)
            (seen.cluster->regions.size() < FewestToStopOne ? refusing : writing)
                .append(seen.name());
    }
    if (!refusing.isEmpty())
        m_reasons.hard(
            u"ocfs2-region-active"_s,
            Words::tr(
                "The region %1 cannot be removed: it is in use on %2, and a kernel lets one go "
                "only while more than three are.")
                .arg(m_change.subject, joined(refusing)),
            Words::tr("Add another region first, and load it with `%1` on all nodes.")
                .arg(registerCommand()));
    else if (!writing.isEmpty())
        m_reasons.soft(u"ocfs2-peers"_s,
                       Words::tr("It is in use on %1 until the new list is loaded there.")
                           .arg(joined(writing)));
}

void Judge::judgeAddition()
{
    if (m_seen.isEmpty())
        return;
    const QString names = joined(namesOf(m_seen));
    m_reasons.soft(u"ocfs2-peers"_s,
                   Words::tr("%2 is loaded on %1: run `%3` there after the roll-out, before the "
                             "new node mounts anything.")
                       .arg(names, m_change.cluster, registerCommand()));
}

} // namespace

Verdict mayChange(const ClusterState &state, const Ocfs2Change &change)
{
    return Judge(state, change).verdict();
}

} // namespace colonnade::rules
