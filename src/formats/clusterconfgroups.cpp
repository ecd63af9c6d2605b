// SPDX-License-Identifier: GPL-3.0-or-later
// Acts on <vm>s and <service>s.
#include "formats/clusterconfnames.h"

namespace colonnade::formats {

using namespace Qt::StringLiterals;
using base::ErrorCode;
using base::Result;

namespace {

QString tagOf(GroupKind kind)
{
    return kind == GroupKind::Vm ? u"vm"_s : u"service"_s;
}

std::optional<ResourceGroup> wantedGroup(ClusterConfAct &act, GroupKind kind, const QString &name)
{
    const auto group = act.conf().group(kind, name);
    if (!group)
        act.fail(ErrorCode::NotFound,
                 u"There is no %1 %2 in cluster.conf."_s.arg(tagOf(kind), name));
    return group;
}

void checkGroupIsNew(ClusterConfAct &act, GroupKind kind, const QString &name)
{
    if (act.conf().group(kind, name))
        act.fail(ErrorCode::InvalidInput,
                 u"There is a %1 %2 in cluster.conf already."_s.arg(tagOf(kind), name));
}

void checkAttribute(ClusterConfAct &act, const QString &attribute, const QString &value)
{
    if (attribute == "domain"_L1 && !act.conf().failoverDomain(value))
        act.fail(ErrorCode::NotFound,
                 u"There is no failover domain %1 in cluster.conf."_s.arg(value),
                 u"Add it first; without any a guest may run on every node."_s);
}

void refuseName(ClusterConfAct &act, const QString &attribute)
{
    if (attribute == "name"_L1 || attribute == "ref"_L1)
        act.fail(ErrorCode::Refused,
                 u"The attribute %1 is the name by which others refer to it."_s.arg(attribute),
                 u"Rename it instead."_s);
}

/// All elements that are the group, or stand for it.
QList<ResourceGroup> occurrences(const ClusterConf &conf, GroupKind kind, const QString &name)
{
    QList<ResourceGroup> groups = kind == GroupKind::Vm ? conf.vms() : conf.services();
    groups.removeIf([&name](const ResourceGroup &group) { return group.name() != name; });
    return groups;
}

/// The element whose attributes count: for a reference those of what it refers to.
XmlElement definitionOf(const ClusterConf &conf, GroupKind kind, const ResourceGroup &group)
{
    if (!group.isReference())
        return group;
    for (const ResourceGroup &other : occurrences(conf, kind, group.name())) {
        if (!other.isReference())
            return other;
    }
    return group;
}

} // namespace

Result<TextEdits> ClusterConf::addGroup(GroupKind kind, const NewResourceGroup &group) const
{
    ClusterConfAct act(*this);
    checkGroupName(act, kind, group.name);
    checkGroupIsNew(act, kind, group.name);
    for (const auto &[attribute, value] : group.attributes) {
        refuseName(act, attribute);
        checkAttribute(act, attribute, value);
    }
    act.addAt({"rm"}, {tagOf(kind), XmlValues{{u"name"_s, group.name}} + group.attributes});
    return act.finished();
}

Result<TextEdits> ClusterConf::removeGroup(GroupKind kind, const QString &group) const
{
    ClusterConfAct act(*this);
    act.followReferences();
    wantedGroup(act, kind, group);
    for (const ResourceGroup &element : occurrences(*this, kind, group))
        act.removeElement(element);
    for (const XmlElement &dependent : act.having("depend", tagOf(kind) + u':' + group)) {
        act.remove(dependent, "depend");
        act.remove(dependent, "depend_mode");
    }
    return act.finished();
}

Result<TextEdits> ClusterConf::renameGroup(GroupKind kind, const QString &group,
                                           const QString &newName) const
{
    ClusterConfAct act(*this);
    act.followReferences();
    checkGroupName(act, kind, newName);
    wantedGroup(act, kind, group);
    if (group != newName)
        checkGroupIsNew(act, kind, newName);
    for (const ResourceGroup &element : occurrences(*this, kind, group))
        act.set(element, element.isReference() ? u"ref"_s : u"name"_s, newName);
    const QString fullName = tagOf(kind) + u':' + newName;
    for (const QByteArray attribute : {"depend", "service"}) {
        for (const XmlElement &element : act.having(attribute, tagOf(kind) + u':' + group))
            act.set(element, QString::fromLatin1(attribute), fullName);
    }
    return act.finished();
}

Result<TextEdits> ClusterConf::setGroupAttribute(GroupKind kind, const QString &group,
                                                 const QString &attribute,
                                                 const QString &value) const
{
    ClusterConfAct act(*this);
    refuseName(act, attribute);
    checkAttribute(act, attribute, value);
    if (const auto found = wantedGroup(act, kind, group))
        act.set(definitionOf(*this, kind, *found), attribute, value);
    return act.finished();
}

Result<TextEdits> ClusterConf::removeGroupAttribute(GroupKind kind, const QString &group,
                                                    const QString &attribute) const
{
    ClusterConfAct act(*this);
    refuseName(act, attribute);
    if (const auto found = wantedGroup(act, kind, group))
        act.remove(definitionOf(*this, kind, *found), attribute.toUtf8());
    return act.finished();
}

} // namespace colonnade::formats
