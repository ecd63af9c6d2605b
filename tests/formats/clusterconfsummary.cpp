// SPDX-License-Identifier: GPL-3.0-or-later
#include "clusterconfsummary.h"

#include <algorithm>

namespace colonnade::formats {

using namespace Qt::StringLiterals;

namespace {

XmlValues valuesOf(const XmlElement &element)
{
    XmlValues values;
    for (const XmlAttribute &attribute : element.attributes())
        values.append({element.nameOf(attribute), element.value(attribute)});
    return values;
}

class Collector
{
public:
    Summary summary;

    void collect(const XmlElement &element, QList<Summary::Plain> &rest,
                 QList<Summary::Group> &groups)
    {
        for (const XmlElement &child : element.children())
            add(child, rest, groups);
    }

private:
    void add(const XmlElement &element, QList<Summary::Plain> &rest, QList<Summary::Group> &groups)
    {
        const QString tag = element.tagName();
        if (element.is("clusternode") && element.parent().is("clusternodes"))
            return addNode(ClusterNode(element), groups);
        if (element.is("fencedevice"))
            return summary.devices.append(valuesOf(element));
        if (element.is("failoverdomain"))
            return addDomain(element);
        if (element.is("vm") || element.is("service"))
            return addGroup(ResourceGroup(element), groups);
        if (element.parent().is("clusternode") && (tag == u"fence"_s || tag == u"unfence"_s))
            return;
        static const QStringList Containers{u"clusternodes"_s, u"fencedevices"_s, u"rm"_s,
                                            u"failoverdomains"_s};
        if (!Containers.contains(tag))
            (element.depth() == 1 ? summary.sections : rest).append({tag, valuesOf(element)});
        collect(element, rest, groups);
    }

    void addNode(const ClusterNode &element, QList<Summary::Group> &groups)
    {
        Summary::Node node{valuesOf(element), {}, {}, {}};
        for (const FenceMethod &method : element.methods()) {
            node.methods.append({method.name(), {}});
            for (const FenceUse &use : method.devices())
                node.methods.last().devices.append(valuesOf(use));
        }
        for (const FenceUse &use : element.unfenceDevices())
            node.unfence.append(valuesOf(use));
        collect(element, node.rest, groups);
        summary.nodes.append(node);
    }

    void addDomain(const XmlElement &element)
    {
        Summary::Domain domain{valuesOf(element), {}};
        for (const XmlElement &member : element.children())
            domain.members.append(valuesOf(member));
        summary.domains.append(domain);
    }

    void addGroup(const ResourceGroup &element, QList<Summary::Group> &groups)
    {
        Summary::Group group{element.tagName(), valuesOf(element), element.isDefinition(), {}, {}};
        collect(element, group.rest, group.groups);
        groups.append(group);
    }
};

QString shownValues(const XmlValues &values)
{
    QString text;
    for (const auto &[name, value] : values)
        text += u" %1=[%2]"_s.arg(name, value);
    return text + u'\n';
}

QString shownRest(const QList<Summary::Plain> &rest)
{
    QString text;
    for (const Summary::Plain &plain : rest)
        text += u"  rest "_s + plain.tag + shownValues(plain.values);
    return text;
}

QString shownGroups(const QList<Summary::Group> &groups)
{
    QString text;
    for (const Summary::Group &group : groups) {
        text += group.tag + (group.isDefinition ? u" (defined)"_s : QString())
                + shownValues(group.values) + shownRest(group.rest);
        if (!group.groups.isEmpty())
            text += u"{\n"_s + shownGroups(group.groups) + u"}\n"_s;
    }
    return text;
}

} // namespace

Summary Summary::of(const ClusterConf &conf)
{
    Collector collector;
    collector.summary.cluster = valuesOf(conf.root());
    QList<Plain> rest;
    QList<Group> groups;
    collector.collect(conf.root(), rest, groups);
    collector.summary.rest = rest;
    collector.summary.groups = groups;
    return collector.summary;
}

void Summary::sort()
{
    std::ranges::stable_sort(sections, {}, &Plain::tag);
    std::ranges::stable_sort(
        groups, {}, [](const Group &group) { return std::pair(group.isDefinition, group.tag); });
}

QString Summary::shown() const
{
    QString text = u"cluster"_s + shownValues(cluster);
    for (const Plain &section : sections)
        text += u"section "_s + section.tag + shownValues(section.values);
    for (const Node &node : nodes) {
        text += u"node"_s + shownValues(node.values);
        for (const Method &method : node.methods) {
            text += u"  method "_s + method.name + u'\n';
            for (const XmlValues &device : method.devices)
                text += u"    device"_s + shownValues(device);
        }
        for (const XmlValues &device : node.unfence)
            text += u"  unfence"_s + shownValues(device);
        text += shownRest(node.rest);
    }
    for (const XmlValues &device : devices)
        text += u"fencedevice"_s + shownValues(device);
    for (const Domain &domain : domains) {
        text += u"domain"_s + shownValues(domain.values);
        for (const XmlValues &member : domain.members)
            text += u"  member"_s + shownValues(member);
    }
    return text + shownGroups(groups) + shownRest(rest);
}

QString valueIn(const XmlValues &values, const QString &name)
{
    const auto found = std::ranges::find(values, name, &std::pair<QString, QString>::first);
    return found == values.end() ? QString() : found->second;
}

bool isIn(const XmlValues &values, const QString &name)
{
    return std::ranges::count(values, name, &std::pair<QString, QString>::first) > 0;
}

void setIn(XmlValues &values, const QString &name, const QString &value)
{
    for (auto &[known, old] : values) {
        if (known == name) {
            old = value;
            return;
        }
    }
    values.append({name, value});
}

void removeIn(XmlValues &values, const QString &name)
{
    values.removeIf(
        [&name](const std::pair<QString, QString> &value) { return value.first == name; });
}

} // namespace colonnade::formats
