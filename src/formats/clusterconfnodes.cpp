// SPDX-License-Identifier: GPL-3.0-or-later
// Acts on <clusternode>s, and what follows them: two_node, expected_votes, references.
#include "formats/clusterconfnames.h"
#include "formats/clusterconfnew.h"

#include <algorithm>

namespace colonnade::formats {

using namespace Qt::StringLiterals;
using base::ErrorCode;
using base::Result;

namespace {

void checkNodeIsNew(ClusterConfAct &act, const QString &name)
{
    if (act.conf().node(name))
        act.fail(ErrorCode::InvalidInput,
                 u"There is a node %1 in cluster.conf already."_s.arg(name));
}

void checkNodeIdIsFree(ClusterConfAct &act, int nodeId)
{
    for (const ClusterNode &node : act.conf().nodes()) {
        if (node.nodeId() == nodeId)
            act.fail(ErrorCode::InvalidInput,
                     u"The number %1 is taken by node %2."_s.arg(nodeId).arg(node.name()),
                     u"The lowest that is free is %1."_s.arg(act.conf().freeNodeId()));
    }
}

/// Keeps two_node and expected_votes true when the nodes become @p nodes with @p votes.
void followVotes(ClusterConfAct &act, qsizetype nodes, qint64 votes)
{
    const ClusterConf &conf = act.conf();
    const XmlElement cman = conf.section("cman");
    if (conf.isTwoNode()) {
        if (nodes != 2) {
            act.remove(cman, "two_node");
            act.remove(cman, "expected_votes");
        }
        return;
    }
    const XmlElement quorumDisk = conf.section("quorumd");
    const qint64 diskVotes =
        !quorumDisk || quorumDisk.has("votes") ? conf.quorumDiskVotes() : nodes - 1;
    if (cman.has("expected_votes")
        && daemonNumber(cman.value("expected_votes"))
               == qint64(conf.nodeVotes()) + conf.quorumDiskVotes())
        act.set(cman, u"expected_votes"_s, QString::number(votes + diskVotes));
}

/// A vm's `member:target,member:target`.
QStringList mappingOf(const XmlElement &vm)
{
    return vm.value("migration_mapping").split(u',');
}

QString memberOf(const QString &pair)
{
    return pair.section(u':', 0, 0).trimmed();
}

void dropMappings(ClusterConfAct &act, const QString &node)
{
    for (const ResourceGroup &vm : act.conf().vms()) {
        QStringList pairs = mappingOf(vm);
        if (pairs.removeIf([&node](const QString &pair) { return memberOf(pair) == node; }) == 0)
            continue;
        if (pairs.isEmpty())
            act.remove(vm, "migration_mapping");
        else
            act.set(vm, u"migration_mapping"_s, pairs.join(u',').trimmed());
    }
}

void renameInMappings(ClusterConfAct &act, const QString &node, const QString &newName)
{
    for (const ResourceGroup &vm : act.conf().vms()) {
        QStringList pairs = mappingOf(vm);
        for (QString &pair : pairs) {
            QStringList words = pair.split(u':');
            for (QString &word : words) {
                if (word.trimmed() == node)
                    word.replace(node, newName); // blanks around it stay
            }
            pair = words.join(u':');
        }
        if (vm.has("migration_mapping"))
            act.set(vm, u"migration_mapping"_s, pairs.join(u','));
    }
}

/// Elements whose name attribute is a node's name: members of domains, masters of lock spaces.
bool isNamedReference(const XmlElement &element)
{
    return element.is("failoverdomainnode")
           || (element.is("master") && element.parent().is("lockspace"));
}

/// A person fences by the name of the node: the agent takes it as nodename, or as the address.
void renameInFencing(ClusterConfAct &act, const ClusterNode &node, const QString &newName)
{
    const QString name = node.name();
    for (const XmlElement &use : act.having("nodename", name)) {
        if (use.is("device"))
            act.set(use, u"nodename"_s, newName);
    }
    for (const FenceMethod &method : node.methods()) {
        for (const FenceUse &use : method.devices()) {
            const auto device = act.conf().fenceDevice(use.device());
            if (device && device->agent() == "fence_manual"_L1 && use.value("ipaddr") == name)
                act.set(use, u"ipaddr"_s, newName);
        }
    }
}

} // namespace

Result<TextEdits> ClusterConf::addNode(const NewClusterNode &node) const
{
    ClusterConfAct act(*this);
    checkNewNode(act, node);
    checkNodeIsNew(act, node.name);
    if (node.nodeId != 0)
        checkNodeIdIsFree(act, node.nodeId);
    for (const NewFenceMethod &method : node.methods)
        checkFenceUses(act, method.devices);
    act.addAt({"clusternodes"}, elementFor(node, node.nodeId != 0 ? node.nodeId : freeNodeId()));
    followVotes(act, nodes().size() + 1, qint64(nodeVotes()) + (node.votes > 0 ? node.votes : 1));
    return act.finished();
}

Result<TextEdits> ClusterConf::removeNode(const QString &node) const
{
    ClusterConfAct act(*this);
    act.followReferences();
    const auto found = act.wantedNode(node);
    if (nodes().size() == 1)
        act.fail(ErrorCode::Refused, u"%1 is the only node of the cluster."_s.arg(node));
    if (act.hasFailed())
        return act.finished();
    act.removeElement(*found);
    const bool isTwice = std::ranges::count(nodes(), node, &ClusterNode::name) > 1;
    if (!isTwice) {
        for (const XmlElement &element : act.having("name", node)) {
            if (isNamedReference(element))
                act.removeElement(element);
        }
        dropMappings(act, node);
    }
    followVotes(act, nodes().size() - 1, qint64(nodeVotes()) - found->votes());
    return act.finished();
}

Result<TextEdits> ClusterConf::renameNode(const QString &node, const QString &newName) const
{
    ClusterConfAct act(*this);
    act.followReferences();
    checkNodeName(act, newName);
    const auto found = act.wantedNode(node);
    if (node != newName)
        checkNodeIsNew(act, newName);
    if (act.hasFailed())
        return act.finished();
    act.set(*found, u"name"_s, newName);
    for (const XmlElement &element : act.having("name", node)) {
        if (isNamedReference(element))
            act.set(element, u"name"_s, newName);
    }
    for (const char *attribute : {"node", "service_owner"}) {
        for (const XmlElement &event : act.having(attribute, node)) {
            if (event.is("event"))
                act.set(event, QString::fromLatin1(attribute), newName);
        }
    }
    renameInMappings(act, node, newName);
    renameInFencing(act, *found, newName);
    return act.finished();
}

Result<TextEdits> ClusterConf::setNodeId(const QString &node, int nodeId) const
{
    ClusterConfAct act(*this);
    checkNodeId(act, nodeId);
    const auto found = act.wantedNode(node);
    if (found && found->nodeId() != nodeId)
        checkNodeIdIsFree(act, nodeId);
    if (!act.hasFailed())
        act.set(*found, u"nodeid"_s, QString::number(nodeId));
    return act.finished();
}

Result<TextEdits> ClusterConf::setNodeVotes(const QString &node, int votes) const
{
    ClusterConfAct act(*this);
    if (votes < 1 || votes > 255)
        act.fail(ErrorCode::InvalidInput, u"A node cannot have %1 votes."_s.arg(votes),
                 u"Use a number from 1 to 255."_s);
    const auto found = act.wantedNode(node);
    if (isTwoNode() && votes != 1)
        act.fail(ErrorCode::Refused,
                 u"This is a two_node cluster, whose nodes must have one vote each."_s,
                 u"Take two_node and expected_votes off <cman> first; it takes a restart of the "
                 "cluster software on all nodes."_s);
    if (act.hasFailed())
        return act.finished();
    act.set(*found, u"votes"_s, QString::number(votes));
    followVotes(act, nodes().size(), qint64(nodeVotes()) - found->votes() + votes);
    return act.finished();
}

} // namespace colonnade::formats
