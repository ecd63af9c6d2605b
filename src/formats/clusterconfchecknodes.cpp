// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/clusterconfcheck.h"

#include <QHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace colonnade::formats {

namespace {

constexpr int HighestNodeId = 4096;

bool isHostName(QStringView name)
{
    return std::ranges::all_of(name, [](QChar c) {
        return c < u'\x80' && (c.isLetterOrNumber() || QStringView(u".-_:").contains(c));
    });
}

QString nameOf(const ClusterNode &node)
{
    return node.name().isEmpty() ? u"this node"_s : shown(node.name());
}

void checkName(ClusterConfCheck &check, const ClusterNode &node)
{
    constexpr qsizetype LongestName = 255;
    const QString name = node.name();
    if (name.toUtf8().size() > LongestName)
        check.report("node-name-length", Severity::Error, node.spanOf("name"),
                     u"A node's name has at most 255 bytes: cman cannot take this one."_s);
    else if (!isHostName(name))
        check.report("node-name-characters", Severity::Warning, node.spanOf("name"),
                     u"%1 is no host name: it has to be what `uname -n` says on the node."_s.arg(
                         quoted(name)));
}

void checkVotesOf(ClusterConfCheck &check, const ClusterNode &node)
{
    if (!node.has("votes"))
        return;
    const std::optional<int> votes = wholeNumber(node.value("votes"));
    if (!votes) {
        check.reportNoNumber(node, "votes");
    } else if (*votes < 0 || *votes > 255) {
        check.report("node-votes", Severity::Error, node.spanOf("votes"),
                     u"%1 cannot have %2 votes, 0 to 255 is the range: cman does not start, "
                     "\"Found invalid votes for node in CCS\"."_s.arg(nameOf(node),
                                                                      QString::number(*votes)));
    } else if (*votes == 0) {
        check.report("node-votes", check.bySchema(), node.spanOf("votes"),
                     u"The daemons take a node without a vote, ccs_config_validate (3.x) refuses "
                     "the file because of %1."_s.arg(nameOf(node)));
    }
}

class NodeIds
{
public:
    explicit NodeIds(ClusterConfCheck &check)
        : m_check(check), m_hasQuorumDisk(check.section("quorumd"))
    {
    }

    void check(const ClusterNode &node)
    {
        if (!node.has("nodeid"))
            return reportMissing(node);
        const std::optional<int> id = wholeNumber(node.value("nodeid"));
        if (!id || *id < 1 || *id > HighestNodeId) {
            m_check.report("node-id-range", Severity::Error, node.spanOf("nodeid"),
                           u"nodeid=%1 cannot be: \"Node id must be between 1 and 4096\"."_s.arg(
                               quoted(node.value("nodeid"))),
                           fix(node));
            return;
        }
        if (const auto other = m_owners.constFind(*id); other != m_owners.cend()) {
            m_check.report("duplicate-node-id", Severity::Error, node.spanOf("nodeid"),
                           u"%1 has the number of %2, %3: the cluster takes the two for one "
                           "node."_s.arg(nameOf(node), *other, QString::number(*id)),
                           fix(node));
            return;
        }
        m_owners.insert(*id, nameOf(node));
        if (m_hasQuorumDisk && *id > MostWithDisk)
            m_check.report("quorum-disk-limit", Severity::Error, node.spanOf("nodeid"),
                           u"A quorum disk has places for the node numbers 1 to 16: %1 with %2 "
                           "cannot take part."_s.arg(nameOf(node), QString::number(*id)),
                           fix(node));
    }

    static constexpr int MostWithDisk = 16;

private:
    void reportMissing(const ClusterNode &node)
    {
        m_check.report("missing-node-id", Severity::Error, node.nameSpan(),
                       u"%1 has no nodeid: cman does not start, \"This node has no nodeid in "
                       "cluster.conf\", \"run 'ccs_tool addnodeids' to fix\"."_s.arg(nameOf(node)),
                       fix(node));
    }

    std::optional<Fix> fix(const ClusterNode &node) const
    {
        const int id = m_check.freeNodeId();
        if (id > (m_hasQuorumDisk ? MostWithDisk : HighestNodeId))
            return {};
        return m_check.fix(u"Number %1 with %2"_s.arg(nameOf(node), QString::number(id)),
                           {m_check.set(node, "nodeid", QString::number(id))});
    }

    ClusterConfCheck &m_check;
    bool m_hasQuorumDisk;
    QHash<int, QString> m_owners;
};

/// The second ring.
class Rings
{
public:
    explicit Rings(ClusterConfCheck &check) : m_check(check) {}

    void check(const ClusterNode &node)
    {
        const QList<XmlElement> altNames = node.altNames();
        if (altNames.isEmpty()) {
            m_without.append(node);
            return;
        }
        ++m_with;
        if (altNames.size() > 1)
            m_check.report("too-many-rings", Severity::Error, altNames[1].nameSpan(),
                           u"A second <altname> makes a third ring: \"Configuration of more than 2 "
                           "rings is not supported\"."_s);
        for (XmlElement before = altNames[0].previous(); before; before = before.previous()) {
            if (before.is("fence") || before.is("unfence")) {
                m_check.report(
                    "altname-order", m_check.bySchema(), altNames[0].nameSpan(),
                    u"ccs_config_validate (3.x) takes <altname> only before <fence> and "
                    "<unfence>, and refuses the file otherwise."_s,
                    m_check.fix(u"Move it before them"_s,
                                {moveElement(m_check.document(), altNames[0], node, 0)}));
                break;
            }
        }
    }

    void finish()
    {
        if (m_with == 0)
            return;
        for (const ClusterNode &node : std::as_const(m_without))
            m_check.report("altname-missing", Severity::Warning, node.spanOf("name"),
                           u"%1 has no <altname>, other nodes have: it is not on their second "
                           "ring."_s.arg(nameOf(node)));
    }

private:
    ClusterConfCheck &m_check;
    QList<ClusterNode> m_without;
    qsizetype m_with = 0;
};

void checkCount(ClusterConfCheck &check)
{
    constexpr qsizetype Supported = 16;
    constexpr qsizetype Possible = 128;
    const qsizetype count = check.nodes().size();
    const XmlElement section = check.section("clusternodes");
    if (!section) {
        check.report("missing-clusternodes", Severity::Error, check.root().nameSpan(),
                     u"There are no <clusternodes>: every schema asks for them, and no node finds "
                     "itself in the file."_s);
    } else if (count == 0) {
        check.report("no-nodes", Severity::Error, section.nameSpan(),
                     u"<clusternodes> has no nodes: cman does not start anywhere, \"Cannot find "
                     "node name in cluster.conf\"."_s);
    } else if (count > NodeIds::MostWithDisk && check.section("quorumd")) {
        check.report("quorum-disk-limit", Severity::Error, check.section("quorumd").nameSpan(),
                     u"A quorum disk works for 16 nodes at most, here are %1."_s.arg(count));
    } else if (count > Possible) {
        check.report("many-nodes", Severity::Warning, section.nameSpan(),
                     u"%1 nodes: the daemons are made for 128."_s.arg(count));
    } else if (count > Supported) {
        check.report("many-nodes", Severity::Hint, section.nameSpan(),
                     u"%1 nodes: more than 16 were never supported by the makers."_s.arg(count));
    }
}

} // namespace

void checkNodes(ClusterConfCheck &check)
{
    checkCount(check);
    NodeIds ids(check);
    Rings rings(check);
    QSet<QString> names;
    for (const ClusterNode &node : check.nodes()) {
        checkName(check, node);
        if (const QString name = node.name(); !name.isEmpty() && names.contains(name))
            check.report("duplicate-node-name", Severity::Error, node.spanOf("name"),
                         u"There is another node %1 before: the daemons look a node up by its name "
                         "and find that one."_s.arg(shown(name)));
        names.insert(node.name());
        ids.check(node);
        checkVotesOf(check, node);
        rings.check(node);
    }
    rings.finish();
}

} // namespace colonnade::formats
