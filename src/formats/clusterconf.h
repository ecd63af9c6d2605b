// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "formats/clusterconfelements.h"
#include "formats/diagnostic.h"
#include "formats/xmldocument.h"
#include "formats/xmledit.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace colonnade::formats {

struct ClusterConfTarget;

/// The use of a fence device: a <device>.
struct NewFenceUse
{
    QString device;            ///< name of the <fencedevice>
    XmlValues attributes = {}; ///< port, nodename, ...: what the agent needs for this node
};

/// A <method>.
struct NewFenceMethod
{
    QString name;
    QList<NewFenceUse> devices; ///< all of them must succeed; at least one
};

/// A <fencedevice>.
struct NewFenceDevice
{
    QString name; ///< an XML ID: a letter or `_` first, no blank, no colon
    QString agent;
    XmlValues attributes = {};
};

/// A <clusternode>.
struct NewClusterNode
{
    QString name;   ///< as `uname -n` says on it
    int nodeId = 0; ///< 1 to 4096; 0: the lowest that is free
    int votes = 0;  ///< 0 to 255; 0: not written, which means one vote
    QList<NewFenceMethod> methods = {};
};

/// A <failoverdomainnode>.
struct NewDomainMember
{
    QString node;
    std::optional<int> priority = {}; ///< 1 to 100
};

/// A <failoverdomain>.
struct NewFailoverDomain
{
    QString name;
    bool ordered = false;
    bool restricted = false;
    bool noFailback = false;
    QList<NewDomainMember> members = {};
};

/// A <vm> or a <service>.
struct NewResourceGroup
{
    QString name;
    XmlValues attributes = {}; ///< without the name
};

/// A whole file.
struct NewCluster
{
    QString name;
    QList<NewClusterNode> nodes; ///< two: a two_node cluster
    QList<NewFenceDevice> fenceDevices = {};

    /// Nodes that a person fences by hand, with fence_manual: what cluster 2 calls unsupported, and
    /// every first cluster begins with.
    static NewCluster fencedByHand(const QString &name, const QStringList &nodes);
};

/// The switches of a failover domain.
enum class DomainFlag { Ordered, Restricted, NoFailback };

/// Which kind of a resource group: <vm> or <service>.
enum class GroupKind { Vm, Service };

/// /etc/cluster/cluster.conf: the members of a cluster of the Red Hat Cluster Suite, how they are
/// fenced, and what rgmanager runs on them. It must be the same on all nodes.
///
/// A text is a document when it is well-formed XML with the root <cluster>. Whatever else stands in
/// it is kept. Sources of the meaning: cluster.git 2.x to 3.2 and resource-agents, cluster.conf(5).
class ClusterConf
{
public:
    static Parsed<ClusterConf> parse(QByteArray text);
    /// The text of a new file: the version is 1, indented by two blanks.
    static base::Result<QByteArray> create(const NewCluster &cluster);

    const QByteArray &text() const { return m_xml.text(); }
    /// All elements and attributes, for what has no function of its own here.
    const XmlDocument &xml() const { return m_xml; }

    /// @name Reading
    /// @{

    /// <cluster>.
    XmlElement root() const { return m_xml.root(); }
    QString name() const { return root().value("name"); }
    /// As the daemons read it; 0 where there is none.
    int configVersion() const { return numberOf(root(), "config_version", 0); }

    /// The first child of <cluster> of that name: cman, totem, quorumd, logging, rm, ...; none
    /// where there is none.
    XmlElement section(QByteArrayView tag) const { return root().child(tag); }

    QList<ClusterNode> nodes() const;
    QList<FenceDevice> fenceDevices() const;
    QList<FailoverDomain> failoverDomains() const;
    /// All <vm>s within <rm> in file order: those of their own, those inside services, and the
    /// definitions among <resources>.
    QList<ResourceGroup> vms() const;
    /// All <service>s within <rm>, likewise.
    QList<ResourceGroup> services() const;
    /// The children of <rm>'s <resources>.
    QList<XmlElement> resources() const;

    std::optional<ClusterNode> node(QStringView nodeName) const;
    std::optional<FenceDevice> fenceDevice(QStringView deviceName) const;
    /// Compared without case, as rgmanager does.
    std::optional<FailoverDomain> failoverDomain(QStringView domainName) const;
    /// The group of that name: one that runs, or else the definition of one.
    std::optional<ResourceGroup> group(GroupKind kind, QStringView groupName) const;

    bool isTwoNode() const { return daemonFlag(section("cman").value("two_node")); }
    /// Of all nodes, without a quorum disk.
    int nodeVotes() const;
    /// Of <quorumd>: nodes less one where it has no votes of its own; 0 without a quorum disk.
    int quorumDiskVotes() const;
    /// The lowest from 1 that no node has.
    int freeNodeId() const;

    /// @}
    /// @name Acts on the whole
    /// @{

    /// config_version one higher, which is what makes the daemons take the file.
    base::Result<TextEdits> withNextVersion() const;
    base::Result<TextEdits> setConfigVersion(int version) const;
    /// Only before the cluster's first start: ids, addresses and every GFS hang on the name. At
    /// most 15 letters, digits, `_` and `-`.
    base::Result<TextEdits> setName(const QString &name) const;
    /// An attribute of a section, which is created where it is missing.
    base::Result<TextEdits> setSectionAttribute(const QString &section, const QString &attribute,
                                                const QString &value) const;
    base::Result<TextEdits> removeSectionAttribute(const QString &section,
                                                   const QString &attribute) const;

    /// @}
    /// @name Nodes
    /// two_node leaves the file with the act that makes the nodes other than two, and
    /// expected_votes with it; an expected_votes that was the sum of all votes stays the sum.
    /// @{

    base::Result<TextEdits> addNode(const NewClusterNode &node) const;
    /// With its places in failover domains, migration_mapping and lock masters.
    base::Result<TextEdits> removeNode(const QString &node) const;
    /// Where it is defined and wherever it is referred to.
    base::Result<TextEdits> renameNode(const QString &node, const QString &newName) const;
    base::Result<TextEdits> setNodeId(const QString &node, int nodeId) const;
    /// 1 to 255. Refused in a two_node cluster, whose nodes have one vote each.
    base::Result<TextEdits> setNodeVotes(const QString &node, int votes) const;

    /// @}
    /// @name Fencing
    /// @{

    base::Result<TextEdits> addFenceDevice(const NewFenceDevice &device) const;
    /// With every method that uses it, as a whole: the rest of such a method would report success
    /// for a node that still has power. With its uses in <unfence>.
    base::Result<TextEdits> removeFenceDevice(const QString &device) const;
    base::Result<TextEdits> renameFenceDevice(const QString &device, const QString &newName) const;

    /// Positions count from 0; -1 is the last.
    base::Result<TextEdits> addFenceMethod(const QString &node, const NewFenceMethod &method,
                                           qsizetype position = -1) const;
    base::Result<TextEdits> removeFenceMethod(const QString &node, const QString &method) const;
    base::Result<TextEdits> renameFenceMethod(const QString &node, const QString &method,
                                              const QString &newName) const;
    /// To the @p position that it has afterwards.
    base::Result<TextEdits> moveFenceMethod(const QString &node, const QString &method,
                                            qsizetype position) const;
    base::Result<TextEdits> addFenceUse(const QString &node, const QString &method,
                                        const NewFenceUse &use, qsizetype position = -1) const;
    /// The last one of a method is refused: remove the method.
    base::Result<TextEdits> removeFenceUse(const QString &node, const QString &method,
                                           qsizetype position) const;
    base::Result<TextEdits> moveFenceUse(const QString &node, const QString &method, qsizetype from,
                                         qsizetype to) const;
    base::Result<TextEdits> addUnfenceUse(const QString &node, const NewFenceUse &use) const;
    base::Result<TextEdits> removeUnfenceUse(const QString &node, qsizetype position) const;

    /// @}
    /// @name Failover domains
    /// In an ordered domain every member gets a priority, 1 to 100, with any of these acts.
    /// @{

    /// Members of an ordered domain without a priority get one in their order.
    base::Result<TextEdits> addFailoverDomain(const NewFailoverDomain &domain) const;
    /// The vms and services of the domain lose it, and may then run anywhere.
    base::Result<TextEdits> removeFailoverDomain(const QString &domain) const;
    base::Result<TextEdits> renameFailoverDomain(const QString &domain,
                                                 const QString &newName) const;
    base::Result<TextEdits> setDomainFlag(const QString &domain, DomainFlag flag, bool on) const;
    /// Without a priority it comes last in an ordered domain.
    base::Result<TextEdits> addDomainMember(const QString &domain,
                                            const NewDomainMember &member) const;
    base::Result<TextEdits> removeDomainMember(const QString &domain, const QString &node) const;
    /// To the @p position that it has afterwards, from 0: in an ordered domain among the
    /// priorities, which become 1 to n, else in the file.
    base::Result<TextEdits> moveDomainMember(const QString &domain, const QString &node,
                                             qsizetype position) const;
    /// 1 to 100; several members may share one.
    base::Result<TextEdits> setMemberPriority(const QString &domain, const QString &node,
                                              int priority) const;

    /// @}
    /// @name Virtual machines and services
    /// @{

    base::Result<TextEdits> addGroup(GroupKind kind, const NewResourceGroup &group) const;
    /// With references to it: ref=, and depend= of others.
    base::Result<TextEdits> removeGroup(GroupKind kind, const QString &group) const;
    base::Result<TextEdits> renameGroup(GroupKind kind, const QString &group,
                                        const QString &newName) const;
    /// Any attribute but the name. @p value is written as it is; a domain must exist.
    base::Result<TextEdits> setGroupAttribute(GroupKind kind, const QString &group,
                                              const QString &attribute, const QString &value) const;
    base::Result<TextEdits> removeGroupAttribute(GroupKind kind, const QString &group,
                                                 const QString &attribute) const;

    /// @}

    /// What is wrong or dangerous in it, in order of place: clusterconfdiagnostics.h.
    QList<Diagnostic> diagnostics() const;
    QList<Diagnostic> diagnostics(const ClusterConfTarget &target) const;

private:
    explicit ClusterConf(XmlDocument xml) : m_xml(std::move(xml)) {}

    XmlDocument m_xml;
};

} // namespace colonnade::formats
