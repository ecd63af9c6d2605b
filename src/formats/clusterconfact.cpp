// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/clusterconfact.h"

#include <algorithm>
#include <array>
#include <span>

namespace colonnade::formats {

using namespace Qt::StringLiterals;
using base::ErrorCode;

namespace {

/// In which order a file that is written by hand has them; the daemons take any.
constexpr std::array<QByteArrayView, 14> InCluster = {
    "cman",  "totem",   "quorumd", "fence_daemon", "fence_xvmd",   "dlm", "gfs_controld",
    "group", "logging", "uidgid",  "clvmd",        "clusternodes", "rm",  "fencedevices"};
constexpr std::array<QByteArrayView, 6> InRm = {"failoverdomains",   "events",  "resources",
                                                "resource-defaults", "service", "vm"};
constexpr std::array<QByteArrayView, 3> InNode = {"altname", "fence", "unfence"};

std::span<const QByteArrayView> orderWithin(const XmlElement &parent)
{
    if (parent.is("cluster"))
        return InCluster;
    if (parent.is("rm"))
        return InRm;
    return parent.is("clusternode") ? std::span<const QByteArrayView>(InNode)
                                    : std::span<const QByteArrayView>();
}

/// Where a child called @p tag belongs that has no sibling of that name: behind what comes before
/// it in a file written by hand; -1: the end.
qsizetype usualPosition(const XmlElement &parent, const QList<XmlElement> &children,
                        QByteArrayView tag)
{
    const auto order = orderWithin(parent);
    const auto rank = std::ranges::find(order, tag);
    if (rank == order.end())
        return -1;
    qsizetype position = 0;
    for (qsizetype i = 0; i < children.size(); ++i) {
        if (std::find(order.begin(), rank, children[i].tag()) != rank)
            position = i + 1;
    }
    return position;
}

/// The position among all children for the @p position-th one called @p tag, without @p moved.
qsizetype positionAmongAll(const XmlElement &parent, QByteArrayView tag, qsizetype position,
                           const XmlElement &moved)
{
    QList<XmlElement> children = parent.children();
    children.removeOne(moved);
    qsizetype behindLast = -1;
    for (qsizetype i = 0; i < children.size(); ++i) {
        if (!children[i].is(tag))
            continue;
        if (position-- == 0)
            return i;
        behindLast = i + 1;
    }
    return behindLast >= 0 ? behindLast : usualPosition(parent, children, tag);
}

} // namespace

void ClusterConfAct::fail(ErrorCode code, const QString &message, const QString &remedy)
{
    if (!m_error)
        m_error = base::Error{code, message, remedy};
}

void ClusterConfAct::followReferences()
{
    const XmlDocument &xml = m_conf.xml();
    if (xml.hasEntityContent() || xml.hasEntityValue())
        fail(ErrorCode::Refused,
             u"cluster.conf uses entities, so it cannot be told what refers to what."_s,
             u"Replace them in the text by what they stand for: the daemons of the cluster do not "
             "follow them."_s);
}

std::optional<ClusterNode> ClusterConfAct::wantedNode(const QString &name)
{
    const auto node = m_conf.node(name);
    if (!node)
        fail(ErrorCode::NotFound, u"There is no node %1 in cluster.conf."_s.arg(name));
    return node;
}

void ClusterConfAct::set(const XmlElement &element, const QString &attribute, const QString &value)
{
    add(setAttribute(m_conf.xml(), element, attribute, value));
}

void ClusterConfAct::remove(const XmlElement &element, QByteArrayView attribute)
{
    add(removeAttribute(element, attribute));
}

void ClusterConfAct::removeElement(const XmlElement &element)
{
    add(formats::removeElement(m_conf.xml(), element));
}

void ClusterConfAct::moveElement(const XmlElement &element, const XmlElement &parent,
                                 QByteArrayView tag, qsizetype position)
{
    add(formats::moveElement(m_conf.xml(), element, parent,
                             positionAmongAll(parent, tag, position, element)));
}

void ClusterConfAct::addChild(const XmlElement &parent, const NewXmlElement &child,
                              qsizetype position)
{
    add(addElement(m_conf.xml(), parent, child,
                   positionAmongAll(parent, child.tag.toUtf8(), position, {})));
}

void ClusterConfAct::addAt(const QList<QByteArray> &path, const NewXmlElement &child)
{
    XmlElement parent = m_conf.root();
    qsizetype known = 0;
    for (; known < path.size() && parent.child(path[known]); ++known)
        parent = parent.child(path[known]);
    NewXmlElement added = child;
    for (qsizetype i = path.size() - 1; i >= known; --i)
        added = {QString::fromUtf8(path[i]), {}, {added}};
    addChild(parent, added);
}

void ClusterConfAct::add(const base::Result<TextEdits> &edits)
{
    if (edits)
        m_acts.append(*edits);
    else if (!m_error)
        m_error = edits.error();
}

QList<XmlElement> ClusterConfAct::having(QByteArrayView attribute, const QString &value,
                                         Qt::CaseSensitivity sensitivity) const
{
    QList<XmlElement> result;
    const XmlDocument &xml = m_conf.xml();
    for (qsizetype i = 0; i < xml.elementCount(); ++i) {
        const XmlElement element = xml.element(i);
        const XmlAttribute *found = element.attribute(attribute);
        if (found && element.value(*found).compare(value, sensitivity) == 0)
            result.append(element);
    }
    return result;
}

base::Result<TextEdits> ClusterConfAct::finished() const
{
    if (m_error)
        return std::unexpected(*m_error);
    return merged(m_acts);
}

} // namespace colonnade::formats
