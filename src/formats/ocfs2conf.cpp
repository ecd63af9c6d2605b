// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/ocfs2conf.h"

#include "formats/ocfs2confindex.h"
#include "formats/ocfs2confscanner.h"

#include <QSet>

#include <algorithm>
#include <ranges>

namespace colonnade::formats {

namespace {

Ocfs2Node nodeOf(const Ocfs2Conf::Stanza &stanza)
{
    return {ocfs2Value(stanza, "name"),
            qint64(ocfs2Number(ocfs2Value(stanza, "number")).value_or(0)),
            ocfs2Value(stanza, "ip_address"),
            qint64(ocfs2Number(ocfs2Value(stanza, "ip_port")).value_or(0)),
            ocfs2Value(stanza, "cluster")};
}

Ocfs2Cluster clusterOf(const Ocfs2Conf::Stanza &stanza)
{
    return {ocfs2Value(stanza, "name"),
            qint64(ocfs2Number(ocfs2Value(stanza, "node_count")).value_or(0)),
            ocfs2Heartbeat(ocfs2Value(stanza, "heartbeat_mode")).value_or(Ocfs2Heartbeat::Local)};
}

/// The first stanza of that type in which the keys have those values; nullptr where there is none.
const Ocfs2Conf::Stanza *find(const QList<Ocfs2Conf::Stanza> &stanzas, QByteArrayView type,
                              QByteArrayView key, QByteArrayView value,
                              std::optional<QByteArrayView> cluster = std::nullopt)
{
    const auto found = std::ranges::find_if(stanzas, [&](const Ocfs2Conf::Stanza &stanza) {
        return stanza.name == type && ocfs2Value(stanza, key) == value
               && (!cluster || ocfs2Value(stanza, "cluster") == *cluster);
    });
    return found == stanzas.end() ? nullptr : &*found;
}

} // namespace

const Ocfs2Conf::Attribute *Ocfs2Conf::Stanza::attribute(QByteArrayView key) const
{
    const auto found = std::ranges::find(attributes.crbegin(), attributes.crend(), key,
                                         [](const Attribute &a) { return QByteArrayView(a.name); });
    return found == attributes.crend() ? nullptr : &*found;
}

Parsed<Ocfs2Conf> Ocfs2Conf::parse(QByteArray text)
{
    Ocfs2Scan scan = scanOcfs2(text);
    Ocfs2Conf conf(std::move(text), std::move(scan.stanzas));
    if (scan.problems.isEmpty())
        scan.problems = ocfs2LoadProblems(conf);
    if (const QList<Diagnostic> &problems = scan.problems; !problems.isEmpty())
        return std::unexpected(ParseError{problems[0].span.begin, problems[0].message});
    return conf;
}

QList<Diagnostic> Ocfs2Conf::check(const QByteArray &text)
{
    Ocfs2Scan scan = scanOcfs2(text);
    if (!scan.problems.isEmpty())
        return scan.problems;
    const Ocfs2Conf conf(text, std::move(scan.stanzas));
    QList<Diagnostic> findings = ocfs2LoadProblems(conf) + conf.diagnostics();
    std::ranges::stable_sort(findings, {},
                             [](const Diagnostic &finding) { return finding.span.begin; });
    return findings;
}

QList<Ocfs2Cluster> Ocfs2Conf::clusters() const
{
    QList<Ocfs2Cluster> clusters;
    for (const Stanza &stanza : m_stanzas) {
        if (stanza.name == "cluster")
            clusters.append(clusterOf(stanza));
    }
    return clusters;
}

QList<Ocfs2Node> Ocfs2Conf::nodes(QByteArrayView cluster) const
{
    QList<Ocfs2Node> nodes;
    for (const Stanza &stanza : m_stanzas) {
        const Attribute *member = stanza.attribute("cluster");
        if (stanza.name == "node" && member && member->text == cluster)
            nodes.append(nodeOf(stanza));
    }
    return nodes;
}

QList<Ocfs2Node> Ocfs2Conf::orphanNodes() const
{
    QSet<QByteArray> known;
    for (const Ocfs2Cluster &cluster : clusters())
        known.insert(cluster.name);
    QList<Ocfs2Node> nodes;
    for (const Stanza &stanza : m_stanzas) {
        const Attribute *member = stanza.attribute("cluster");
        if (stanza.name == "node" && !(member && known.contains(member->text)))
            nodes.append(nodeOf(stanza));
    }
    return nodes;
}

QList<QByteArray> Ocfs2Conf::regions(QByteArrayView cluster) const
{
    QList<QByteArray> regions;
    for (const Stanza &stanza : m_stanzas) {
        const Attribute *member = stanza.attribute("cluster");
        if (stanza.name == "heartbeat" && member && member->text == cluster)
            regions.append(ocfs2Value(stanza, "region"));
    }
    return regions;
}

const Ocfs2Conf::Stanza *Ocfs2Conf::clusterStanza(QByteArrayView cluster) const
{
    return find(m_stanzas, "cluster", "name", cluster);
}

const Ocfs2Conf::Stanza *Ocfs2Conf::nodeStanza(QByteArrayView cluster, QByteArrayView node) const
{
    return find(m_stanzas, "node", "name", node, cluster);
}

const Ocfs2Conf::Stanza *Ocfs2Conf::regionStanza(QByteArrayView cluster,
                                                 QByteArrayView region) const
{
    return find(m_stanzas, "heartbeat", "region", region, cluster);
}

qint64 Ocfs2Conf::freeNumber(QByteArrayView cluster) const
{
    QSet<qint64> taken;
    for (const Ocfs2Node &node : nodes(cluster))
        taken.insert(node.number);
    qint64 number = 0;
    while (taken.contains(number))
        ++number;
    return number;
}

} // namespace colonnade::formats
