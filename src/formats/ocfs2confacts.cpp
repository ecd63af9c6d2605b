// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/ocfs2confindex.h"
#include "formats/ocfs2conflimits.h"
#include "formats/ocfs2confwriter.h"
#include "formats/shown.h"

#include <algorithm>

namespace colonnade::formats {

namespace {

using namespace Qt::StringLiterals;
using base::ErrorCode;
using base::failure;
using Stanza = Ocfs2Conf::Stanza;
using Outcome = base::Result<void>;

std::unexpected<base::Error> noSuch(const QString &what, QByteArrayView name)
{
    return failure(ErrorCode::NotFound,
                   u"/etc/ocfs2/cluster.conf has no %1 “%2”"_s.arg(what, shown(name)),
                   u"Look at the names in the file: small letters and capitals differ."_s);
}

/// Whether @p name is @p part, or begins with it and a dot.
bool isHostOf(const QByteArray &name, const QByteArray &part)
{
    return name.startsWith(part) && (name.size() == part.size() || name[part.size()] == '.');
}

/// Whether a host could be taken for both: o2cb compares without case, up to a dot of the host's
/// name.
bool isSameHost(const QByteArray &left, const QByteArray &right)
{
    const QByteArray a = left.toLower();
    const QByteArray b = right.toLower();
    return isHostOf(a, b) || isHostOf(b, a);
}

Outcome checkName(const QByteArray &name, const QList<Ocfs2Node> &others)
{
    if (!isOcfs2NodeName(name) || name.size() > Ocfs2MostNodeNameBytes)
        return failure(ErrorCode::InvalidInput,
                       u"“%1” cannot be the name of a node"_s.arg(shown(name)),
                       u"Take the host's name: at most %1 letters, digits, - and _."_s.arg(
                           Ocfs2MostNodeNameBytes));
    for (const Ocfs2Node &other : others) {
        if (isSameHost(name, other.name))
            return failure(
                ErrorCode::Refused,
                u"The node “%1” would be taken for “%2”, which the cluster has already"_s.arg(
                    shown(name), shown(other.name)),
                u"Give each node the name of its host."_s);
    }
    return {};
}

Outcome checkNumber(qint64 number, const QList<Ocfs2Node> &others)
{
    if (number < 0 || number > qint64(Ocfs2HighestNumber))
        return failure(ErrorCode::InvalidInput, u"%1 cannot be a node's number"_s.arg(number),
                       u"Take one from 0 to %1."_s.arg(Ocfs2HighestNumber));
    const auto taken = std::ranges::find(others, number, &Ocfs2Node::number);
    if (taken != others.end())
        return failure(ErrorCode::Refused,
                       u"The number %1 is that of the node “%2”"_s.arg(QString::number(number),
                                                                       shown(taken->name)),
                       u"Take a number that no node of the cluster has."_s);
    return {};
}

Outcome checkAddress(const QByteArray &address, const QList<Ocfs2Node> &others)
{
    if (!isOcfs2Address(address))
        return failure(ErrorCode::InvalidInput,
                       u"“%1” is not an IPv4 address"_s.arg(shown(address)),
                       u"Write four numbers with dots, as in 192.168.1.248; OCFS2 takes no host "
                       u"names and no IPv6."_s);
    const auto taken = std::ranges::find(others, address, &Ocfs2Node::address);
    if (taken != others.end())
        return failure(
            ErrorCode::Refused,
            u"The address %1 is that of the node “%2”"_s.arg(shown(address), shown(taken->name)),
            u"Take the address of the host's own interface."_s);
    return {};
}

Outcome checkPort(qint64 port)
{
    if (port >= 1 && port <= qint64(Ocfs2HighestPort))
        return {};
    return failure(ErrorCode::InvalidInput, u"%1 cannot be a node's port"_s.arg(port),
                   u"Take one from 1 to %1; 7777 is usual."_s.arg(Ocfs2HighestPort));
}

Outcome checkNode(const Ocfs2Node &node, const QList<Ocfs2Node> &others)
{
    for (const Outcome &outcome : {checkName(node.name, others), checkNumber(node.number, others),
                                   checkAddress(node.address, others), checkPort(node.port)}) {
        if (!outcome)
            return outcome;
    }
    return {};
}

Outcome checkClusterName(const QByteArray &name)
{
    if (isOcfs2ClusterName(name))
        return {};
    return failure(
        ErrorCode::InvalidInput, u"“%1” cannot be the name of an OCFS2 cluster"_s.arg(shown(name)),
        u"Take 1 to %1 letters and digits, and nothing else."_s.arg(Ocfs2MostClusterNameBytes));
}

QList<Ocfs2Writer::Setting> settingsOf(const Ocfs2Node &node)
{
    return {{"ip_port", QByteArray::number(node.port)},
            {"ip_address", node.address},
            {"number", QByteArray::number(node.number)},
            {"name", node.name},
            {"cluster", node.cluster}};
}

/// The stanzas of that type whose `cluster` is @p cluster; of any type where it is empty.
QList<const Stanza *> members(const Ocfs2Conf &conf, QByteArrayView cluster,
                              QByteArrayView type = {})
{
    QList<const Stanza *> result;
    for (const Stanza &stanza : conf.stanzas()) {
        const Ocfs2Conf::Attribute *member = stanza.attribute("cluster");
        if (member && member->text == cluster && (type.isEmpty() || stanza.name == type))
            result.append(&stanza);
    }
    return result;
}

/// The last stanza of that type in the file, as a model for another; nullptr where there is none.
const Stanza *lastOf(const Ocfs2Conf &conf, QByteArrayView type)
{
    const auto found =
        std::ranges::find(conf.stanzas().crbegin(), conf.stanzas().crend(), type,
                          [](const Stanza &stanza) { return QByteArrayView(stanza.name); });
    return found == conf.stanzas().crend() ? nullptr : &*found;
}

void setNodeCount(Ocfs2Writer &writer, const Stanza &cluster, qsizetype count)
{
    writer.set(cluster, "node_count", QByteArray::number(count));
}

} // namespace

base::Result<Ocfs2Conf> Ocfs2Conf::create(const QByteArray &cluster, const QList<Ocfs2Node> &nodes)
{
    QByteArray text;
    QList<Ocfs2Node> others;
    if (const Outcome name = checkClusterName(cluster); !name)
        return std::unexpected(name.error());
    for (Ocfs2Node node : nodes) {
        if (const Outcome outcome = checkNode(node, others); !outcome)
            return std::unexpected(outcome.error());
        node.cluster = cluster;
        others.append(node);
        text += "node:\n";
        for (const Ocfs2Writer::Setting &setting : settingsOf(node))
            text += '\t' + setting.key + " = " + setting.value + '\n';
        text += '\n';
    }
    text += "cluster:\n\tnode_count = " + QByteArray::number(nodes.size()) + "\n\tname = " + cluster
            + '\n';
    return Ocfs2Conf::parse(text).value();
}

base::Result<TextEdits> Ocfs2Conf::addNode(const Ocfs2Node &node) const
{
    const Stanza *cluster = clusterStanza(node.cluster);
    if (!cluster)
        return noSuch(u"cluster"_s, node.cluster);
    if (const Outcome outcome = checkNode(node, nodes(node.cluster)); !outcome)
        return std::unexpected(outcome.error());
    const QList<const Stanza *> siblings = members(*this, node.cluster, "node");
    const Stanza *model = siblings.isEmpty() ? lastOf(*this, "node") : siblings.last();
    Ocfs2Writer writer(*this);
    writer.insertStanza(siblings.isEmpty() ? cluster : siblings.last(), model ? model : cluster,
                        "node", settingsOf(node));
    setNodeCount(writer, *cluster, siblings.size() + 1);
    return writer.edits();
}

base::Result<TextEdits> Ocfs2Conf::removeNode(QByteArrayView cluster, QByteArrayView node) const
{
    const Stanza *stanza = nodeStanza(cluster, node);
    if (!stanza)
        return noSuch(u"node"_s, node);
    Ocfs2Writer writer(*this);
    writer.remove({stanza});
    if (const Stanza *owner = clusterStanza(cluster))
        setNodeCount(writer, *owner, members(*this, cluster, "node").size() - 1);
    return writer.edits();
}

base::Result<TextEdits> Ocfs2Conf::changeNode(QByteArrayView cluster, QByteArrayView node,
                                              const Ocfs2NodeChange &change) const
{
    const Stanza *stanza = nodeStanza(cluster, node);
    if (!stanza)
        return noSuch(u"node"_s, node);
    QList<Ocfs2Node> others = nodes(cluster);
    others.removeIf([node](const Ocfs2Node &other) { return other.name == node; });
    Ocfs2Writer writer(*this);
    const auto apply = [&](const char *key, const auto &value, const Outcome &outcome) {
        if (outcome)
            writer.set(*stanza, key, value);
        return outcome;
    };
    Outcome outcome;
    if (change.name)
        outcome = apply("name", *change.name, checkName(*change.name, others));
    if (outcome && change.number)
        outcome = apply("number", QByteArray::number(*change.number),
                        checkNumber(*change.number, others));
    if (outcome && change.address)
        outcome = apply("ip_address", *change.address, checkAddress(*change.address, others));
    if (outcome && change.port)
        outcome = apply("ip_port", QByteArray::number(*change.port), checkPort(*change.port));
    if (!outcome)
        return std::unexpected(outcome.error());
    return writer.edits();
}

base::Result<TextEdits> Ocfs2Conf::addCluster(const QByteArray &name) const
{
    if (const Outcome outcome = checkClusterName(name); !outcome)
        return std::unexpected(outcome.error());
    if (clusterStanza(name))
        return failure(ErrorCode::Refused,
                       u"/etc/ocfs2/cluster.conf has a cluster “%1” already"_s.arg(shown(name)),
                       u"Take another name, or add nodes to that cluster."_s);
    Ocfs2Writer writer(*this);
    const Stanza *last = m_stanzas.isEmpty() ? nullptr : &m_stanzas.last();
    // Nodes that named it before it was there become its own.
    const qsizetype count = members(*this, name, "node").size();
    writer.insertStanza(last, lastOf(*this, "cluster"), "cluster",
                        {{"node_count", QByteArray::number(count)}, {"name", name}});
    return writer.edits();
}

base::Result<TextEdits> Ocfs2Conf::removeCluster(QByteArrayView name) const
{
    const Stanza *cluster = clusterStanza(name);
    if (!cluster)
        return noSuch(u"cluster"_s, name);
    QList<const Stanza *> all = members(*this, name);
    all.removeIf([](const Stanza *s) { return s->name != "node" && s->name != "heartbeat"; });
    all.insert(std::ranges::lower_bound(all, cluster), cluster);
    Ocfs2Writer writer(*this);
    writer.remove(all);
    return writer.edits();
}

base::Result<TextEdits> Ocfs2Conf::renameCluster(QByteArrayView name,
                                                 const QByteArray &newName) const
{
    const Stanza *cluster = clusterStanza(name);
    if (!cluster)
        return noSuch(u"cluster"_s, name);
    if (const Outcome outcome = checkClusterName(newName); !outcome)
        return std::unexpected(outcome.error());
    if (name == newName)
        return TextEdits();
    if (!members(*this, newName).isEmpty() || clusterStanza(newName))
        return failure(
            ErrorCode::Refused,
            u"/etc/ocfs2/cluster.conf names a cluster “%1” already"_s.arg(shown(newName)),
            u"Take a name that nothing in the file has."_s);
    Ocfs2Writer writer(*this);
    writer.set(*cluster, "name", newName);
    for (const Stanza *stanza : members(*this, name))
        writer.set(*stanza, "cluster", newName);
    return writer.edits();
}

base::Result<TextEdits> Ocfs2Conf::setHeartbeat(QByteArrayView cluster, Ocfs2Heartbeat mode) const
{
    const Stanza *stanza = clusterStanza(cluster);
    if (!stanza)
        return noSuch(u"cluster"_s, cluster);
    Ocfs2Writer writer(*this);
    const auto current = ocfs2Heartbeat(ocfs2Value(*stanza, "heartbeat_mode"));
    if (current.value_or(Ocfs2Heartbeat::Local) != mode)
        writer.set(*stanza, "heartbeat_mode", mode == Ocfs2Heartbeat::Global ? "global" : "local");
    return writer.edits();
}

base::Result<TextEdits> Ocfs2Conf::addRegion(QByteArrayView cluster, const QByteArray &region) const
{
    const Stanza *owner = clusterStanza(cluster);
    if (!owner)
        return noSuch(u"cluster"_s, cluster);
    const QList<const Stanza *> siblings = members(*this, cluster, "heartbeat");
    if (!isOcfs2Region(region))
        return failure(ErrorCode::InvalidInput,
                       u"“%1” is not the UUID of a volume"_s.arg(shown(region)),
                       u"Take the 32 digits and capital letters that `mounted.ocfs2 -d` tells."_s);
    if (regionStanza(cluster, region) || siblings.size() >= Ocfs2MostRegions)
        return failure(ErrorCode::Refused,
                       u"The cluster “%1” has that region already, or %2 regions, which is all "
                       u"that it can have"_s.arg(shown(cluster), QString::number(Ocfs2MostRegions)),
                       u"Remove a region first."_s);
    Ocfs2Writer writer(*this);
    const QList<const Stanza *> all = members(*this, cluster);
    const Stanza *last = all.isEmpty() || all.last() < owner ? owner : all.last();
    const Stanza *model = lastOf(*this, "heartbeat");
    writer.insertStanza(siblings.isEmpty() ? last : siblings.last(), model ? model : owner,
                        "heartbeat", {{"cluster", cluster.toByteArray()}, {"region", region}});
    return writer.edits();
}

base::Result<TextEdits> Ocfs2Conf::removeRegion(QByteArrayView cluster, QByteArrayView region) const
{
    const Stanza *stanza = regionStanza(cluster, region);
    if (!stanza)
        return noSuch(u"region"_s, region);
    Ocfs2Writer writer(*this);
    writer.remove({stanza});
    return writer.edits();
}

} // namespace colonnade::formats
