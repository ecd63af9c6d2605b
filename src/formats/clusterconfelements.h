// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "formats/xmldocument.h"

#include <QList>
#include <QString>
#include <QStringView>

#include <optional>

// The elements of cluster.conf by their meaning. Each is an XmlElement, so that every attribute,
// known or not, is there with its span; what is added says how the cluster's daemons read them.
// None of it checks anything.

namespace colonnade::formats {

/// C's atoi, by which the daemons read numbers and truth: "1x" is 1, "yes" is 0. Values that an int
/// cannot hold come out as the nearest one that it can.
[[nodiscard]] int daemonNumber(QStringView text);
/// Of ordered, restricted, nofailback, two_node, clean_start: any number but 0.
[[nodiscard]] bool daemonFlag(QStringView text);
/// Of exclusive, __independent_subtree, __enforce_timeouts: "yes", or a number above 0.
[[nodiscard]] bool daemonYesFlag(QStringView text);
/// Of autostart: not "no", and a number other than 0.
[[nodiscard]] bool daemonAutostart(QStringView text);

/// An attribute's number, or @p missing where it is absent.
[[nodiscard]] int numberOf(const XmlElement &element, QByteArrayView attribute, int missing);

/// A <device> within <method> or <unfence>: the use of a fence device for one node.
class FenceUse : public XmlElement
{
public:
    explicit FenceUse(const XmlElement &element) : XmlElement(element) {}
    /// The name of the <fencedevice>.
    QString device() const { return value("name"); }
};

/// A <method> of a node's <fence>. All of its devices must succeed.
class FenceMethod : public XmlElement
{
public:
    explicit FenceMethod(const XmlElement &element) : XmlElement(element) {}
    QString name() const { return value("name"); }
    QList<FenceUse> devices() const;
};

/// A <clusternode>.
class ClusterNode : public XmlElement
{
public:
    explicit ClusterNode(const XmlElement &element) : XmlElement(element) {}
    QString name() const { return value("name"); }
    /// None where the attribute is absent, as cluster 2 allows.
    std::optional<int> nodeId() const;
    /// 1 where the attribute is absent.
    int votes() const { return numberOf(*this, "votes", 1); }
    /// In the order in which they are tried.
    QList<FenceMethod> methods() const;
    /// The devices of <unfence>.
    QList<FenceUse> unfenceDevices() const;
    /// The second rings' <altname>s: one at most counts.
    QList<XmlElement> altNames() const { return children("altname"); }
};

/// A <fencedevice>.
class FenceDevice : public XmlElement
{
public:
    explicit FenceDevice(const XmlElement &element) : XmlElement(element) {}
    QString name() const { return value("name"); }
    QString agent() const { return value("agent"); }
};

/// A <failoverdomainnode>.
class DomainMember : public XmlElement
{
public:
    explicit DomainMember(const XmlElement &element) : XmlElement(element) {}
    /// The name of the <clusternode>.
    QString node() const { return value("name"); }
    /// 1 to 100, 1 is preferred most; 0: none, or none that counts. It is read in ordered domains
    /// only.
    int priority() const;
};

/// A <failoverdomain>.
class FailoverDomain : public XmlElement
{
public:
    explicit FailoverDomain(const XmlElement &element) : XmlElement(element) {}
    QString name() const { return value("name"); }
    bool isOrdered() const { return daemonFlag(value("ordered")); }
    bool isRestricted() const { return daemonFlag(value("restricted")); }
    bool isNoFailback() const { return daemonFlag(value("nofailback")); }
    /// In file order.
    QList<DomainMember> members() const;
    /// The members as an ordered domain starts them: by priority, those without one last.
    QList<DomainMember> membersByPriority() const;
};

/// What rgmanager runs as a whole: a <service> or a <vm>.
class ResourceGroup : public XmlElement
{
public:
    explicit ResourceGroup(const XmlElement &element) : XmlElement(element) {}
    /// Its name, or the name that it refers to.
    QString name() const { return has("name") ? value("name") : value("ref"); }
    /// It stands for one among <resources>.
    bool isReference() const { return !has("name") && has("ref"); }
    bool isVm() const { return is("vm"); }
    /// `vm:web1`, as rgmanager's tools and depend= call it.
    QString fullName() const;
    /// The failover domain; empty: any node.
    QString domain() const { return value("domain"); }
    /// On where the attribute is absent.
    bool isAutostart() const { return !has("autostart") || daemonAutostart(value("autostart")); }
    /// The <service> that it is inside of, at any depth; none for one of its own.
    XmlElement service() const;
    /// It stands among <resources>, and runs only where something refers to it.
    bool isDefinition() const;
    /// It holds resources of its own, so that rgmanager cannot migrate it. <action> is none.
    bool hasResources() const;
};

} // namespace colonnade::formats
