// SPDX-License-Identifier: GPL-3.0-or-later
// Acts on <fencedevice>s and on how nodes use them: methods, devices, unfence.
#include "formats/clusterconfnames.h"
#include "formats/clusterconfnew.h"

namespace colonnade::formats {

using namespace Qt::StringLiterals;
using base::ErrorCode;
using base::Result;

namespace {

/// An element that an act needs; the act has failed where it is none.
XmlElement wantedMethod(ClusterConfAct &act, const QString &nodeName, const QString &name)
{
    const auto node = act.wantedNode(nodeName);
    for (const FenceMethod &method : node ? node->methods() : QList<FenceMethod>()) {
        if (method.name() == name)
            return method;
    }
    act.fail(ErrorCode::NotFound, u"Node %1 has no fence method %2."_s.arg(nodeName, name));
    return {};
}

XmlElement wantedUse(ClusterConfAct &act, const XmlElement &parent, qsizetype position)
{
    const QList<XmlElement> uses = parent.children("device");
    if (position >= 0 && position < uses.size())
        return uses[position];
    act.fail(ErrorCode::NotFound,
             u"There is no fence device at position %1: there are %2."_s.arg(position + 1)
                 .arg(uses.size()));
    return {};
}

XmlElement wantedFenceDevice(ClusterConfAct &act, const QString &name)
{
    const auto device = act.conf().fenceDevice(name);
    if (!device)
        act.fail(ErrorCode::NotFound, u"There is no fence device %1 in cluster.conf."_s.arg(name));
    return device ? XmlElement(*device) : XmlElement();
}

void checkFenceDeviceIsNew(ClusterConfAct &act, const QString &name)
{
    if (act.conf().fenceDevice(name))
        act.fail(ErrorCode::InvalidInput,
                 u"There is a fence device %1 in cluster.conf already."_s.arg(name));
}

void checkMethodIsNew(ClusterConfAct &act, const QString &nodeName, const QString &name)
{
    const auto node = act.conf().node(nodeName);
    for (const FenceMethod &method : node ? node->methods() : QList<FenceMethod>()) {
        if (method.name() == name)
            act.fail(ErrorCode::InvalidInput,
                     u"Node %1 has a fence method %2 already."_s.arg(nodeName, name));
    }
}

/// All <device>s of methods and of <unfence> that use that fence device.
QList<XmlElement> usesOf(const ClusterConfAct &act, const QString &device)
{
    QList<XmlElement> uses = act.having("name", device);
    uses.removeIf([](const XmlElement &element) {
        return !element.is("device")
               || (!element.parent().is("method") && !element.parent().is("unfence"));
    });
    return uses;
}

/// Below @p node, in its child called @p tag, which is created where it is missing.
void addBelow(ClusterConfAct &act, const XmlElement &node, const QString &tag,
              const NewXmlElement &child, qsizetype position)
{
    if (const XmlElement parent = node.child(tag.toLatin1()))
        act.addChild(parent, child, position);
    else
        act.addChild(node, {tag, {}, {child}});
}

} // namespace

Result<TextEdits> ClusterConf::addFenceDevice(const NewFenceDevice &device) const
{
    ClusterConfAct act(*this);
    checkNewFenceDevice(act, device);
    checkFenceDeviceIsNew(act, device.name);
    act.addAt({"fencedevices"}, elementFor(device));
    return act.finished();
}

Result<TextEdits> ClusterConf::removeFenceDevice(const QString &device) const
{
    ClusterConfAct act(*this);
    act.followReferences();
    const XmlElement found = wantedFenceDevice(act, device);
    if (act.hasFailed())
        return act.finished();
    act.removeElement(found);
    XmlElement last;
    for (const XmlElement &use : usesOf(act, device)) {
        const XmlElement gone = use.parent().is("method") ? use.parent() : use;
        if (gone != last)
            act.removeElement(gone);
        last = gone;
    }
    return act.finished();
}

Result<TextEdits> ClusterConf::renameFenceDevice(const QString &device,
                                                 const QString &newName) const
{
    ClusterConfAct act(*this);
    act.followReferences();
    checkFenceDeviceName(act, newName);
    const XmlElement found = wantedFenceDevice(act, device);
    if (device != newName)
        checkFenceDeviceIsNew(act, newName);
    if (act.hasFailed())
        return act.finished();
    act.set(found, u"name"_s, newName);
    for (const XmlElement &use : usesOf(act, device))
        act.set(use, u"name"_s, newName);
    return act.finished();
}

Result<TextEdits> ClusterConf::addFenceMethod(const QString &node, const NewFenceMethod &method,
                                              qsizetype position) const
{
    ClusterConfAct act(*this);
    const auto found = act.wantedNode(node);
    checkNewMethod(act, method);
    checkFenceUses(act, method.devices);
    checkMethodIsNew(act, node, method.name);
    if (!act.hasFailed())
        addBelow(act, *found, u"fence"_s, elementFor(method), position);
    return act.finished();
}

Result<TextEdits> ClusterConf::removeFenceMethod(const QString &node, const QString &method) const
{
    ClusterConfAct act(*this);
    const XmlElement found = wantedMethod(act, node, method);
    if (!act.hasFailed())
        act.removeElement(found);
    return act.finished();
}

Result<TextEdits> ClusterConf::renameFenceMethod(const QString &node, const QString &method,
                                                 const QString &newName) const
{
    ClusterConfAct act(*this);
    const XmlElement found = wantedMethod(act, node, method);
    if (newName.isEmpty())
        act.fail(ErrorCode::InvalidInput, u"A fence method needs a name."_s);
    if (method != newName)
        checkMethodIsNew(act, node, newName);
    if (!act.hasFailed())
        act.set(found, u"name"_s, newName);
    return act.finished();
}

Result<TextEdits> ClusterConf::moveFenceMethod(const QString &node, const QString &method,
                                               qsizetype position) const
{
    ClusterConfAct act(*this);
    const XmlElement found = wantedMethod(act, node, method);
    if (!act.hasFailed())
        act.moveElement(found, found.parent(), "method", position);
    return act.finished();
}

Result<TextEdits> ClusterConf::addFenceUse(const QString &node, const QString &method,
                                           const NewFenceUse &use, qsizetype position) const
{
    ClusterConfAct act(*this);
    const XmlElement found = wantedMethod(act, node, method);
    checkFenceUses(act, {use});
    if (!act.hasFailed())
        act.addChild(found, elementFor(use), position);
    return act.finished();
}

Result<TextEdits> ClusterConf::removeFenceUse(const QString &node, const QString &method,
                                              qsizetype position) const
{
    ClusterConfAct act(*this);
    const XmlElement found = wantedMethod(act, node, method);
    const XmlElement use = wantedUse(act, found, position);
    if (found && found.children("device").size() == 1)
        act.fail(ErrorCode::Refused,
                 u"This is the only device of fence method %1 of node %2, and a method without any "
                 "does nothing."_s.arg(method, node),
                 u"Remove the method."_s);
    if (!act.hasFailed())
        act.removeElement(use);
    return act.finished();
}

Result<TextEdits> ClusterConf::moveFenceUse(const QString &node, const QString &method,
                                            qsizetype from, qsizetype to) const
{
    ClusterConfAct act(*this);
    const XmlElement found = wantedMethod(act, node, method);
    const XmlElement use = wantedUse(act, found, from);
    if (!act.hasFailed())
        act.moveElement(use, found, "device", to);
    return act.finished();
}

Result<TextEdits> ClusterConf::addUnfenceUse(const QString &node, const NewFenceUse &use) const
{
    ClusterConfAct act(*this);
    const auto found = act.wantedNode(node);
    checkFenceUses(act, {use});
    if (!act.hasFailed())
        addBelow(act, *found, u"unfence"_s, elementFor(use), -1);
    return act.finished();
}

Result<TextEdits> ClusterConf::removeUnfenceUse(const QString &node, qsizetype position) const
{
    ClusterConfAct act(*this);
    const auto found = act.wantedNode(node);
    const XmlElement unfence = found ? found->child("unfence") : XmlElement();
    const XmlElement use = wantedUse(act, unfence, position);
    if (!act.hasFailed())
        act.removeElement(unfence.children("device").size() > 1 ? use : unfence);
    return act.finished();
}

} // namespace colonnade::formats
