// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/clusterconfcheck.h"

using namespace Qt::StringLiterals;

namespace colonnade::formats {

namespace {

/// Quorum, expected_votes and two_node, which have to agree with the nodes and the quorum disk.
class VotesCheck
{
public:
    explicit VotesCheck(ClusterConfCheck &check)
        : m_check(check),
          m_cman(check.section("cman")),
          m_nodes(check.nodes().size()),
          m_total(check.nodeVotes() + check.quorumDiskVotes()),
          m_expected(m_cman ? wholeNumber(m_cman.value("expected_votes")) : std::nullopt)
    {
    }

    void run()
    {
        if (m_nodes == 0)
            return;
        if (m_cman && daemonFlag(m_cman.value("two_node")))
            checkTwoNode();
        else
            checkMany();
    }

private:
    QString disk() const
    {
        return m_check.quorumDiskVotes() > 0
                   ? u" (%1 of the nodes and %2 of the quorum disk)"_s.arg(
                       QString::number(m_check.nodeVotes()),
                       QString::number(m_check.quorumDiskVotes()))
                   : QString();
    }

    void checkTwoNode()
    {
        if (m_nodes != 2)
            return reportNodeCount();
        for (const ClusterNode &node : m_check.nodes()) {
            if (node.votes() != 1)
                m_check.report("two-node-votes", Severity::Error, node.spanOf("votes"),
                               u"With two_node each node has one vote, %1 has %2: cman does not "
                               "start, \"two_node set but votes not set to 1\"."_s.arg(
                                   shown(node.name()), QString::number(node.votes())),
                               m_check.fixBySetting(node, "votes", u"1"_s));
        }
        if (m_check.quorumDiskVotes() > 0)
            reportQuorumDisk();
        else if (!m_cman.has("expected_votes"))
            m_check.report("two-node-expected-votes", Severity::Warning, m_cman.spanOf("two_node"),
                           u"two_node needs expected_votes=\"1\" beside it: the tools and the "
                           "schema of RHEL 5 refuse it otherwise."_s,
                           m_check.fixBySetting(m_cman, "expected_votes", u"1"_s));
        else if (m_expected && *m_expected != 1)
            m_check.report("two-node-expected-votes", Severity::Error,
                           m_cman.spanOf("expected_votes"),
                           u"With two_node the expected votes are 1, not %1: \"the two-node option "
                           "requires exactly two nodes with one vote each and expected votes of "
                           "1\"."_s.arg(*m_expected),
                           m_check.fixBySetting(m_cman, "expected_votes", u"1"_s));
    }

    void reportNodeCount()
    {
        m_check.report("two-node-count", Severity::Error, m_cman.spanOf("two_node"),
                       u"two_node is for exactly two nodes, here are %1: cman does not start, "
                       "\"two_node set but there are more than 2 nodes\"."_s.arg(m_nodes),
                       m_check.fix(u"Set two_node to 0 and let cman count the votes"_s,
                                   {m_check.set(m_cman, "two_node", u"0"_s),
                                    removeAttribute(m_cman, "expected_votes")}));
    }

    void reportQuorumDisk()
    {
        m_check.report(
            "two-node-quorum-disk", Severity::Error, m_cman.spanOf("two_node"),
            u"A quorum disk with votes needs two_node=\"0\" and all %1 votes%2 in "
            "expected_votes, says qdisk(5)."_s.arg(QString::number(m_total), disk()),
            m_check.fix(u"Set two_node to 0 and expected_votes to %1"_s.arg(m_total),
                        {m_check.set(m_cman, "two_node", u"0"_s),
                         m_check.set(m_cman, "expected_votes", QString::number(m_total))}));
    }

    void checkMany()
    {
        if (m_expected && *m_expected >= 1 && *m_expected != m_total) {
            reportExpected(*m_expected);
            return;
        }
        if (!m_cman.isNull() && m_cman.has("expected_votes") && !m_expected)
            return; // no number, as reported
        if (m_check.quorumDiskVotes() > 0) {
            if (!m_expected)
                reportNoExpected();
        } else if (m_nodes == 2 && m_total == 2) {
            reportTwoNodes();
        } else if (m_total % 2 == 0 && m_total > 2) {
            m_check.report("even-votes", Severity::Hint, m_check.section("clusternodes").nameSpan(),
                           u"With %1 votes the cluster can split into halves of which neither has "
                           "quorum."_s.arg(m_total));
        }
    }

    void reportExpected(int expected)
    {
        const std::optional<Fix> fix =
            m_total > 0 ? m_check.fixBySetting(m_cman, "expected_votes", QString::number(m_total))
                        : std::nullopt;
        const int quorum = (std::max(expected, m_total) + 2) / 2;
        const Span span = m_cman.spanOf("expected_votes");
        if (quorum > m_total) {
            m_check.report("never-quorate", Severity::Error, span,
                           u"%1 expected votes need %2 for quorum, and there are only %3%4: the "
                           "cluster never works."_s.arg(QString::number(expected),
                                                        QString::number(quorum),
                                                        QString::number(m_total), disk()),
                           fix);
            return;
        }
        const QString danger =
            expected < m_total
                ? u"while it starts, parts of it with %1 of them count as the whole."_s.arg(
                    (expected + 2) / 2)
                : u"it needs more nodes for quorum than half of them."_s;
        m_check.report("expected-votes", Severity::Warning, span,
                       u"expected_votes is %1, but the cluster has %2 votes%3: %4"_s.arg(
                           QString::number(expected), QString::number(m_total), disk(), danger),
                       fix);
    }

    void reportNoExpected()
    {
        const QString total = QString::number(m_total);
        const base::Result<TextEdits> act = m_cman ? m_check.set(m_cman, "expected_votes", total)
                                                   : addCman({{u"expected_votes"_s, total}});
        m_check.report("quorum-disk-expected-votes", Severity::Warning,
                       m_check.section("quorumd").nameSpan(),
                       u"With a quorum disk, expected_votes of <cman> has to be all %1 votes%2, "
                       "says qdisk(5)."_s.arg(total, disk()),
                       m_check.fix(u"Set expected_votes to %1"_s.arg(total), {act}));
    }

    void reportTwoNodes()
    {
        const XmlValues values{{u"two_node"_s, u"1"_s}, {u"expected_votes"_s, u"1"_s}};
        const Span span = m_cman ? m_cman.nameSpan() : m_check.section("clusternodes").nameSpan();
        std::optional<Fix> fix;
        const QString title = u"Set two_node and expected_votes to 1"_s;
        if (m_cman)
            fix = m_check.fix(title, {m_check.set(m_cman, "two_node", u"1"_s),
                                      m_check.set(m_cman, "expected_votes", u"1"_s)});
        else
            fix = m_check.fix(title, {addCman(values)});
        m_check.report("two-nodes-without-two-node", Severity::Warning, span,
                       u"Two nodes with one vote each, and no two_node: when one of them is gone, "
                       "the other has no quorum and everything on it stops."_s,
                       fix);
    }

    base::Result<TextEdits> addCman(const XmlValues &values) const
    {
        return addElement(m_check.document(), m_check.root(), {u"cman"_s, values, {}}, 0);
    }

    ClusterConfCheck &m_check;
    XmlElement m_cman;
    qsizetype m_nodes;
    int m_total;
    std::optional<int> m_expected;
};

} // namespace

void checkVotes(ClusterConfCheck &check)
{
    VotesCheck(check).run();
}

} // namespace colonnade::formats
