// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "formats/clusterconfdiagnostics.h"
#include "formats/clusterconfelements.h"
#include "formats/xmledit.h"

#include <QHash>
#include <QSet>
#include <QString>
#include <QStringList>

#include <initializer_list>
#include <optional>

// What the rules of clusterConfDiagnostics() share. Used by its files alone.

namespace colonnade::formats {

/// A number that the daemons and the schemas read alike: blanks around it, a sign, digits, and
/// within an int.
[[nodiscard]] std::optional<int> wholeNumber(QStringView text);

constexpr qsizetype MostFenceMethods = 8; ///< of a node: MAX_METHODS of fence/libfence/agent.c
constexpr qsizetype MostFenceDevices = 8; ///< of a method: MAX_DEVICES

/// Shortened and on one line, for a sentence.
[[nodiscard]] QString shown(const QString &value);
/// The same in double quotes, for values rather than names.
[[nodiscard]] QString quoted(const QString &value);

/// `a, b and 3 more`
[[nodiscard]] QString listed(const QStringList &names);

/// One run over a document: what was found out about it, and what was found wrong.
class ClusterConfCheck
{
public:
    ClusterConfCheck(const XmlDocument &document, const ClusterConfTarget &target);

    const XmlDocument &document() const { return m_document; }
    XmlElement root() const { return m_document.root(); }
    /// The first section of that name; none where there is none.
    XmlElement section(QByteArrayView tag) const { return root().child(tag); }
    /// Children of that name in all sections of that name: the daemons ask by path, and a path
    /// finds those of a second section as well.
    QList<XmlElement> elements(QByteArrayView sectionTag, QByteArrayView tag) const;

    bool isKnown(ClusterGeneration generation) const { return m_generation == generation; }
    bool maybe(ClusterGeneration g) const { return !m_generation || m_generation == g; }
    /// It is known that there is a schema, and which refuses the file when it is activated.
    bool hasSchema() const { return m_generation && !isKnown(ClusterGeneration::Cluster2); }
    /// Of what no daemon minds, but ccs_config_validate does, which exists since 3.0.
    Severity bySchema() const { return hasSchema() ? Severity::Warning : Severity::Hint; }
    std::optional<ClusterGeneration> generation() const { return m_generation; }

    void report(const char *id, Severity severity, Span span, const QString &message,
                std::optional<Fix> fix = {});
    /// Reports an attribute that is no number, with what the daemons make of it.
    void reportNoNumber(const XmlElement &element, QByteArrayView attribute);

    /// An act of several edits; none if one of them cannot be made.
    std::optional<Fix> fix(const QString &title,
                           std::initializer_list<base::Result<TextEdits>> parts) const;
    std::optional<Fix> fixBySetting(const XmlElement &element, QByteArrayView attribute,
                                    const QString &value) const;
    std::optional<Fix> fixByRemoving(const XmlElement &element, QByteArrayView attribute) const;
    std::optional<Fix> fixByRemoving(const XmlElement &element) const;
    /// The lowest number that no other method of the node has for a name. None where there are more
    /// methods than fenced would try.
    std::optional<Fix> fixByNumbering(const XmlElement &method) const;
    /// Another name for an attribute, its value as it stands.
    std::optional<Fix> fixByRenaming(const XmlElement &element, const XmlAttribute &attribute,
                                     QByteArrayView name) const;
    base::Result<TextEdits> set(const XmlElement &element, QByteArrayView attribute,
                                const QString &value) const;

    /// Whether there is time left for @p comparisons, of which it takes them: what would go with
    /// the square of the file's size is left out in files that no cluster has.
    [[nodiscard]] bool spend(qsizetype comparisons);
    /// nearestName() where there is time.
    QByteArray nearest(QByteArrayView name, const QList<QByteArray> &known);
    QString nearest(const QString &name, const QStringList &known);
    /// The same for names that people gave: node1 and node2 are not near each other, node1 and
    /// Node1 or node1.example.com are.
    QString nearestOwnName(const QString &name, const QStringList &known);

    const QList<ClusterNode> &nodes() const { return m_nodes; }
    bool hasNode(const QString &name) const { return m_nodeNames.contains(name); }
    const QStringList &nodeNames() const { return m_nodeNameList; }
    /// The lowest number from 1 that no node has.
    int freeNodeId() const { return m_freeNodeId; }
    /// Votes of all nodes, as the daemons read them.
    int nodeVotes() const { return m_nodeVotes; }
    /// Votes of the quorum disk; 0 where there is none.
    int quorumDiskVotes() const { return m_quorumDiskVotes; }

    /// Everything reported, in order of place.
    QList<Diagnostic> takeDiagnostics();

private:
    XmlDocument m_document;
    std::optional<ClusterGeneration> m_generation;
    QList<Diagnostic> m_diagnostics;
    QList<ClusterNode> m_nodes;
    QSet<QString> m_nodeNames;
    QStringList m_nodeNameList;
    int m_freeNodeId = 1;
    int m_nodeVotes = 0;
    int m_quorumDiskVotes = 0;
    qsizetype m_comparisonsLeft = 2'000'000;
};

// The rules, by the part of the file that they look at.

void checkSchema(ClusterConfCheck &check);
void checkCluster(ClusterConfCheck &check);
void checkVotes(ClusterConfCheck &check);
void checkNodes(ClusterConfCheck &check);
void checkQuorumDisk(ClusterConfCheck &check);
void checkFencing(ClusterConfCheck &check);
void checkFenceAgents(ClusterConfCheck &check);
void checkFailoverDomains(ClusterConfCheck &check);
void checkRm(ClusterConfCheck &check);
void checkResources(ClusterConfCheck &check);
void checkGroups(ClusterConfCheck &check);
void checkVms(ClusterConfCheck &check);

/// The first failover domain of each name; the names in lower case, as rgmanager compares them.
QHash<QString, FailoverDomain> domainsByName(const ClusterConfCheck &check);

} // namespace colonnade::formats
