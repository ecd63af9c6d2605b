// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/clusterconfnew.h"

#include "formats/clusterconfnames.h"

#include <QSet>

#include <algorithm>

namespace colonnade::formats {

using namespace Qt::StringLiterals;
using base::ErrorCode;
using base::Result;

namespace {

/// Whether two of @p items have the same name; then the act fails.
template<typename Item, typename Name>
void checkDistinct(ClusterConfAct &act, const QList<Item> &items, Name name, const QString &what)
{
    QSet<QString> names;
    for (const Item &item : items) {
        if (names.contains(item.*name))
            act.fail(ErrorCode::InvalidInput,
                     u"There would be two %1 called %2."_s.arg(what, item.*name));
        names.insert(item.*name);
    }
}

/// The numbers of the nodes: their own, and for the others the lowest that are free.
QList<int> nodeIds(ClusterConfAct &act, const QList<NewClusterNode> &nodes)
{
    QSet<int> taken;
    for (const NewClusterNode &node : nodes) {
        if (node.nodeId != 0 && taken.contains(node.nodeId))
            act.fail(ErrorCode::InvalidInput,
                     u"Two nodes would have the number %1."_s.arg(node.nodeId));
        taken.insert(node.nodeId);
    }
    QList<int> ids;
    int next = 1;
    for (const NewClusterNode &node : nodes) {
        while (node.nodeId == 0 && taken.contains(next))
            ++next;
        ids.append(node.nodeId != 0 ? node.nodeId : next++);
    }
    return ids;
}

void checkNewCluster(ClusterConfAct &act, const NewCluster &cluster)
{
    checkClusterName(act, cluster.name);
    if (cluster.nodes.isEmpty())
        act.fail(ErrorCode::InvalidInput, u"A cluster needs at least one node."_s);
    checkDistinct(act, cluster.nodes, &NewClusterNode::name, u"nodes"_s);
    checkDistinct(act, cluster.fenceDevices, &NewFenceDevice::name, u"fence devices"_s);
    QSet<QString> devices;
    for (const NewFenceDevice &device : cluster.fenceDevices) {
        checkNewFenceDevice(act, device);
        devices.insert(device.name);
    }
    for (const NewClusterNode &node : cluster.nodes) {
        checkNewNode(act, node);
        for (const NewFenceMethod &method : node.methods) {
            for (const NewFenceUse &use : method.devices) {
                if (!devices.contains(use.device))
                    act.fail(ErrorCode::NotFound,
                             u"Node %1 is to be fenced with %2, which is no fence device."_s.arg(
                                 node.name, use.device));
            }
        }
    }
}

/// The file without nodes and fence devices.
QByteArray frame(const NewCluster &cluster)
{
    const bool isTwoNode =
        cluster.nodes.size() == 2 && cluster.nodes[0].votes <= 1 && cluster.nodes[1].votes <= 1;
    return "<?xml version=\"1.0\"?>\n<cluster name=\"" + cluster.name.toLatin1()
           + "\" config_version=\"1\">\n"
           + (isTwoNode ? "  <cman two_node=\"1\" expected_votes=\"1\">\n  </cman>\n" : "")
           + "</cluster>\n";
}

} // namespace

void checkNewNode(ClusterConfAct &act, const NewClusterNode &node)
{
    checkNodeName(act, node.name);
    if (node.nodeId != 0)
        checkNodeId(act, node.nodeId);
    if (node.votes < 0 || node.votes > 255)
        act.fail(ErrorCode::InvalidInput, u"A node cannot have %1 votes."_s.arg(node.votes),
                 u"Use a number from 1 to 255."_s);
    for (const NewFenceMethod &method : node.methods)
        checkNewMethod(act, method);
    checkDistinct(act, node.methods, &NewFenceMethod::name, u"fence methods of the node"_s);
}

void checkNewMethod(ClusterConfAct &act, const NewFenceMethod &method)
{
    if (method.name.isEmpty())
        act.fail(ErrorCode::InvalidInput, u"A fence method needs a name."_s);
    if (method.devices.isEmpty())
        act.fail(ErrorCode::InvalidInput,
                 u"The fence method %1 needs a device: one without any does nothing."_s.arg(
                     method.name));
}

void checkNewFenceDevice(ClusterConfAct &act, const NewFenceDevice &device)
{
    checkFenceDeviceName(act, device.name);
    const bool isWord = std::ranges::none_of(device.agent, [](QChar c) { return c.isSpace(); });
    if (device.agent.isEmpty() || !isWord)
        act.fail(
            ErrorCode::InvalidInput,
            u"The fence device %1 needs an agent: the name of a program such as fence_ipmilan."_s
                .arg(device.name));
}

void checkFenceUses(ClusterConfAct &act, const QList<NewFenceUse> &uses)
{
    for (const NewFenceUse &use : uses) {
        if (!act.conf().fenceDevice(use.device))
            act.fail(ErrorCode::NotFound,
                     u"There is no fence device %1 in cluster.conf."_s.arg(use.device),
                     u"Add it to <fencedevices> first."_s);
    }
}

NewXmlElement elementFor(const NewFenceUse &use)
{
    return {u"device"_s, XmlValues{{u"name"_s, use.device}} + use.attributes};
}

NewXmlElement elementFor(const NewFenceMethod &method)
{
    NewXmlElement element{u"method"_s, {{u"name"_s, method.name}}};
    for (const NewFenceUse &use : method.devices)
        element.children.append(elementFor(use));
    return element;
}

NewXmlElement elementFor(const NewFenceDevice &device)
{
    return {u"fencedevice"_s,
            XmlValues{{u"name"_s, device.name}, {u"agent"_s, device.agent}} + device.attributes};
}

NewXmlElement elementFor(const NewClusterNode &node, int nodeId)
{
    NewXmlElement element{u"clusternode"_s,
                          {{u"name"_s, node.name}, {u"nodeid"_s, QString::number(nodeId)}}};
    if (node.votes > 0)
        element.attributes.append({u"votes"_s, QString::number(node.votes)});
    NewXmlElement fence{u"fence"_s};
    for (const NewFenceMethod &method : node.methods)
        fence.children.append(elementFor(method));
    if (!fence.children.isEmpty())
        element.children.append(fence);
    return element;
}

NewCluster NewCluster::fencedByHand(const QString &name, const QStringList &nodes)
{
    NewCluster cluster{name, {}, {{u"manual"_s, u"fence_manual"_s}}};
    for (const QString &node : nodes)
        cluster.nodes.append({node, 0, 0, {{u"single"_s, {{u"manual"_s, {{u"ipaddr"_s, node}}}}}}});
    return cluster;
}

Result<QByteArray> ClusterConf::create(const NewCluster &cluster)
{
    const ClusterConf blank = *parse("<cluster/>");
    ClusterConfAct act(blank);
    checkNewCluster(act, cluster);
    const QList<int> ids = nodeIds(act, cluster.nodes);
    if (act.hasFailed())
        return std::unexpected(act.finished().error());
    NewXmlElement nodes{u"clusternodes"_s};
    for (qsizetype i = 0; i < cluster.nodes.size(); ++i)
        nodes.children.append(elementFor(cluster.nodes[i], ids[i]));
    NewXmlElement devices{u"fencedevices"_s};
    for (const NewFenceDevice &device : cluster.fenceDevices)
        devices.children.append(elementFor(device));
    QList<NewXmlElement> sections{nodes};
    if (!devices.children.isEmpty())
        sections.append(devices);
    const ClusterConf conf = *parse(frame(cluster));
    const auto edits = addElements(conf.xml(), conf.root(), sections);
    if (!edits)
        return std::unexpected(edits.error());
    return applied(conf.text(), *edits);
}

} // namespace colonnade::formats
