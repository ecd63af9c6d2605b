// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/clusterconf.h"

#include <QSet>

#include <algorithm>
#include <limits>

namespace colonnade::formats {

using namespace Qt::StringLiterals;

namespace {

/// The elements at a path below @p outer. Where a section stands twice, the daemons read both.
QList<XmlElement> elementsAt(const XmlElement &outer, std::initializer_list<const char *> path)
{
    QList<XmlElement> level{outer};
    for (const char *tag : path) {
        QList<XmlElement> inner;
        for (const XmlElement &element : level)
            inner += element.children(tag);
        level = inner;
    }
    return level;
}

template<typename Element>
QList<Element> viewsAt(const XmlElement &outer, std::initializer_list<const char *> path)
{
    QList<Element> result;
    for (const XmlElement &element : elementsAt(outer, path))
        result.append(Element(element));
    return result;
}

/// All groups of that tag within <rm>, at any depth.
QList<ResourceGroup> groupsOf(const XmlDocument &document, QByteArrayView tag)
{
    QList<ResourceGroup> result;
    for (const XmlElement &rm : document.root().children("rm")) {
        for (qsizetype i = rm.index() + 1; i < document.elementCount(); ++i) {
            const XmlElement element = document.element(i);
            if (!rm.contains(element))
                break;
            if (element.is(tag))
                result.append(ResourceGroup(element));
        }
    }
    return result;
}

template<typename Element>
std::optional<Element> named(const QList<Element> &elements, QStringView name,
                             Qt::CaseSensitivity sensitivity = Qt::CaseSensitive)
{
    for (const Element &element : elements) {
        if (element.name().compare(name, sensitivity) == 0)
            return element;
    }
    return std::nullopt;
}

} // namespace

Parsed<ClusterConf> ClusterConf::parse(QByteArray text)
{
    auto xml = XmlDocument::parse(std::move(text));
    if (!xml)
        return std::unexpected(xml.error());
    const XmlElement root = xml->root();
    if (!root.is("cluster"))
        return std::unexpected(
            ParseError{root.nameSpan().begin,
                       u"The root element is <%1>, not <cluster>."_s.arg(root.tagName())});
    return ClusterConf(*std::move(xml));
}

QList<ClusterNode> ClusterConf::nodes() const
{
    return viewsAt<ClusterNode>(root(), {"clusternodes", "clusternode"});
}

QList<FenceDevice> ClusterConf::fenceDevices() const
{
    return viewsAt<FenceDevice>(root(), {"fencedevices", "fencedevice"});
}

QList<FailoverDomain> ClusterConf::failoverDomains() const
{
    return viewsAt<FailoverDomain>(root(), {"rm", "failoverdomains", "failoverdomain"});
}

QList<ResourceGroup> ClusterConf::vms() const
{
    return groupsOf(m_xml, "vm");
}

QList<ResourceGroup> ClusterConf::services() const
{
    return groupsOf(m_xml, "service");
}

QList<XmlElement> ClusterConf::resources() const
{
    QList<XmlElement> result;
    for (const XmlElement &section : elementsAt(root(), {"rm", "resources"}))
        result += section.children();
    return result;
}

std::optional<ClusterNode> ClusterConf::node(QStringView nodeName) const
{
    return named(nodes(), nodeName);
}

std::optional<FenceDevice> ClusterConf::fenceDevice(QStringView deviceName) const
{
    return named(fenceDevices(), deviceName);
}

std::optional<FailoverDomain> ClusterConf::failoverDomain(QStringView domainName) const
{
    return named(failoverDomains(), domainName, Qt::CaseInsensitive);
}

std::optional<ResourceGroup> ClusterConf::group(GroupKind kind, QStringView groupName) const
{
    std::optional<ResourceGroup> definition;
    for (const ResourceGroup &group : kind == GroupKind::Vm ? vms() : services()) {
        if (group.name() != groupName)
            continue;
        if (!group.isDefinition())
            return group;
        if (!definition)
            definition = group;
    }
    return definition;
}

int ClusterConf::nodeVotes() const
{
    qint64 votes = 0;
    for (const ClusterNode &node : nodes())
        votes += node.votes();
    return int(std::clamp<qint64>(votes, std::numeric_limits<int>::min(),
                                  std::numeric_limits<int>::max()));
}

int ClusterConf::quorumDiskVotes() const
{
    const XmlElement quorumDisk = section("quorumd");
    return quorumDisk ? numberOf(quorumDisk, "votes", int(nodes().size()) - 1) : 0;
}

int ClusterConf::freeNodeId() const
{
    QSet<int> taken;
    for (const ClusterNode &node : nodes())
        taken.insert(node.nodeId().value_or(0));
    int id = 1;
    while (taken.contains(id))
        ++id;
    return id;
}

} // namespace colonnade::formats
