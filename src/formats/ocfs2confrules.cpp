// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/ocfs2confrules.h"
#include "formats/ocfs2confscanner.h"
#include "formats/ocfs2confwriter.h"
#include "formats/shown.h"

#include <QSet>

#include <algorithm>

namespace colonnade::formats {

namespace {

using namespace Qt::StringLiterals;
using Attribute = Ocfs2Conf::Attribute;
using Stanza = Ocfs2Conf::Stanza;

struct KnownStanza
{
    QByteArrayView type;
    QList<QByteArrayView> keys;
};

const QList<KnownStanza> &knownStanzas()
{
    static const QList<KnownStanza> known = {
        {"cluster", {"name", "node_count", "heartbeat_mode"}},
        {"node", {"name", "number", "ip_address", "ip_port", "cluster"}},
        {"heartbeat", {"region", "cluster"}},
    };
    return known;
}

class Rules : private Ocfs2Findings
{
public:
    explicit Rules(const Ocfs2Conf &conf)
        : m_conf(conf), m_text(conf.text()), m_index(conf.stanzas())
    {
    }

    QList<Diagnostic> findings()
    {
        const qsizetype nul = m_text.indexOf('\0');
        if (nul >= 0)
            add("nul-byte", Severity::Error, {nul, nul + 1},
                u"The tools stop reading at this NUL byte: what stands behind it does not count."_s);
        for (const Stanza &stanza : m_conf.stanzas())
            checkStanza(stanza);
        QSet<QByteArray> names;
        for (const Stanza *cluster : std::as_const(m_index.clusters)) {
            const Attribute *name = cluster->attribute("name");
            if (name && !names.contains(name->text))
                checkCluster(*cluster);
            names.insert(ocfs2Value(*cluster, "name"));
        }
        checkOrphans();
        return takeFor(m_text);
    }

private:
    void checkStanza(const Stanza &stanza)
    {
        const auto known = std::ranges::find(knownStanzas(), stanza.name, &KnownStanza::type);
        const bool isKnown = known != knownStanzas().end();
        if (!isKnown)
            add("unknown-stanza", Severity::Warning, stanza.type,
                u"The tools do not know “%1:”, ignore it, and drop it when they next write the "
                u"file."_s.arg(shown(stanza.name)));
        QHash<QByteArray, const Attribute *> seen;
        for (const Attribute &attribute : stanza.attributes) {
            if (isKnown && !known->keys.contains(QByteArrayView(attribute.name)))
                add("unknown-key", Severity::Warning, attribute.key,
                    u"The tools do not know the key “%1” in a %2, ignore it, and drop it when they "
                    u"next write the file."_s.arg(shown(attribute.name), shown(stanza.name)));
            checkLineEnd(attribute);
            if (const Attribute *former = std::exchange(seen[attribute.name], &attribute))
                add("duplicate-key", Severity::Warning, former->key,
                    u"“%1” is set again below in this stanza, and the last one counts."_s.arg(
                        shown(attribute.name)),
                    Fix{u"Remove the line"_s, {{former->line, {}}}});
        }
    }

    void checkLineEnd(const Attribute &attribute)
    {
        Span rest{attribute.value.end, attribute.line.end};
        if (rest.end > rest.begin && m_text[rest.end - 1] == '\n')
            --rest.end;
        if (rest.isEmpty() || attribute.value.isEmpty())
            return;
        add("trailing-blank", Severity::Warning, rest,
            u"White space follows the value of “%1”: o2cb 1.8 ignores it, older tools may take it "
            u"for part of the value."_s.arg(shown(attribute.name)),
            Fix{u"Remove it"_s, {{rest, {}}}});
    }

    void checkCluster(const Stanza &cluster)
    {
        const Attribute &name = *cluster.attribute("name");
        const Ocfs2Index::Stanzas nodes = m_index.nodes.value(name.text);
        checkClusterName(name);
        checkSuspicious(name,
                        [&](const QByteArray &better) { return renaming(name.text, better); });
        checkNodeCount(cluster, nodes);
        checkOcfs2Nodes(nodes, *this);
        checkHeartbeat(cluster, m_index.regions.value(name.text));
        if (&cluster != m_index.clusters.first())
            add("several-clusters", Severity::Hint, name.value,
                u"A node is in one cluster at a time: of those in this file, only one can be "
                u"online."_s);
    }

    /// The nodes follow. Not where a file has so many clusters that this would take long.
    std::optional<Fix> renaming(const QByteArray &name, const QByteArray &better) const
    {
        constexpr qsizetype MostClusters = 16;
        if (m_index.clusters.size() > MostClusters)
            return std::nullopt;
        const auto edits = m_conf.renameCluster(name, better);
        if (!edits)
            return std::nullopt;
        return Fix{u"Rename the cluster to %1"_s.arg(shown(better)), *edits};
    }

    void checkClusterName(const Attribute &name)
    {
        if (!isOcfs2ClusterName(name.text))
            add("cluster-name", Severity::Error, name.value.isEmpty() ? name.key : name.value,
                u"The cluster cannot go online as “%1”: o2cb 1.8 takes 1 to %2 letters and digits "
                u"for "
                u"a "
                u"name."_s.arg(shown(name.text), QString::number(Ocfs2MostClusterNameBytes)));
    }

    void checkNodeCount(const Stanza &cluster, const Ocfs2Index::Stanzas &nodes)
    {
        const Attribute *count = ocfs2Readable(cluster, "node_count", Ocfs2CountLimit);
        if (count && ocfs2Number(count->text) != quint64(nodes.size()))
            add("node-count", Severity::Warning, count->value,
                u"node_count is %1, and the file has %2 nodes of this cluster."_s.arg(
                    shown(count->text), QString::number(nodes.size())),
                replacement(*count, QByteArray::number(nodes.size())));
        else if (count)
            checkNotation(*count);
        if (nodes.isEmpty())
            add("no-nodes", Severity::Warning, cluster.type,
                u"The cluster has no node, so that no host can be part of it."_s);
        if (nodes.size() > Ocfs2MostNodes)
            add("too-many-nodes", Severity::Error, nodes[Ocfs2MostNodes]->type,
                u"From this node on the kernel takes no more: a cluster has at most %1."_s.arg(
                    Ocfs2MostNodes));
    }

    void checkHeartbeat(const Stanza &cluster, const Ocfs2Index::Stanzas &regions)
    {
        const bool hasMode = cluster.attribute("heartbeat_mode");
        const auto mode = ocfs2Heartbeat(ocfs2Value(cluster, "heartbeat_mode"));
        const bool isGlobal = mode == Ocfs2Heartbeat::Global;
        const bool isLocal = !hasMode || mode == Ocfs2Heartbeat::Local;
        if (isLocal && !regions.isEmpty())
            add("regions-unused", Severity::Warning, regions.first()->type,
                u"The cluster's heartbeat_mode is local, in which its regions do not count."_s);
        if (isGlobal && regions.isEmpty())
            add("no-region", Severity::Error, cluster.attribute("heartbeat_mode")->value,
                u"The cluster cannot go online: global heartbeat needs a region, better three."_s);
        else if (isGlobal && regions.size() < Ocfs2FewestRegions)
            add("few-regions", Severity::Hint, cluster.attribute("heartbeat_mode")->value,
                u"With fewer than %1 regions, one slow disk makes every node reset itself."_s.arg(
                    Ocfs2FewestRegions));
        if (regions.size() > Ocfs2MostRegions)
            add("too-many-regions", Severity::Error, regions[Ocfs2MostRegions]->type,
                u"From this region on the kernel takes no more: a cluster has at most %1."_s.arg(
                    Ocfs2MostRegions));
        for (const Stanza *region : regions) {
            if (const Attribute *uuid = region->attribute("region"); uuid && !uuid->text.isEmpty())
                checkRegion(*uuid);
        }
    }

    void checkRegion(const Attribute &region)
    {
        if (region.text.size() > Ocfs2RegionBytes)
            add("region-length", Severity::Error, region.value,
                u"The kernel refuses region names of more than %1 bytes."_s.arg(Ocfs2RegionBytes));
        else if (!isOcfs2Region(region.text))
            add("region-format", Severity::Warning, region.value,
                u"“%1” is not the UUID of a volume, 32 digits and letters A to F as mounted.ocfs2 "
                u"-d tells it; no volume will be found for it."_s.arg(shown(region.text)));
    }

    void checkOrphans()
    {
        if (m_index.clusters.size() == 1) {
            m_home = ocfs2Value(*m_index.clusters.first(), "name");
            m_freeAtHome = Ocfs2FreeNumbers(m_index.nodes.value(m_home));
            for (const Stanza *node : m_index.nodes.value(m_home)) {
                m_takenAtHome.insert(ocfs2Value(*node, "name").toLower());
                m_takenAtHome.insert(ocfs2Value(*node, "ip_address"));
            }
        }
        Ocfs2Index::Stanzas all =
            orphans(m_index.nodes) + orphans(m_index.regions) + m_index.homeless;
        std::ranges::sort(all);
        for (const Stanza *stanza : std::as_const(all))
            addOrphan(*stanza);
    }

    Ocfs2Index::Stanzas orphans(QHash<QByteArray, Ocfs2Index::Stanzas> members) const
    {
        for (const Stanza *cluster : m_index.clusters)
            members.remove(ocfs2Value(*cluster, "name"));
        Ocfs2Index::Stanzas result;
        for (const Ocfs2Index::Stanzas &stanzas : std::as_const(members))
            result += stanzas;
        return result;
    }

    void addOrphan(const Stanza &stanza)
    {
        const Attribute *cluster = stanza.attribute("cluster");
        const QByteArray name = ocfs2Value(stanza, stanza.name == "node" ? "name" : "region");
        const QString problem =
            cluster ? u"is of the cluster “%1”, which the file does not define"_s.arg(
                shown(cluster->text))
                    : u"does not say of which cluster it is"_s;
        add(stanza.name == "node" ? "orphan-node" : "orphan-region", Severity::Error,
            cluster && !cluster->value.isEmpty() ? cluster->value : stanza.type,
            u"The %1 “%2” %3: the tools ignore it, and drop it when they next write the file."_s
                .arg(shown(stanza.name), shown(name), problem),
            adoption(stanza, name));
    }

    /// Into the one cluster that there is, where the kernel would take it. A number of that
    /// cluster's nodes stays with the one that has it: that may be mounted, and this is not.
    std::optional<Fix> adoption(const Stanza &stanza, const QByteArray &name)
    {
        const QByteArray address = ocfs2Value(stanza, "ip_address");
        const Attribute *number = ocfs2Readable(stanza, "number", Ocfs2HighestNumber + 1);
        if (!isOcfs2ClusterName(m_home) || stanza.name != "node" || !isOcfs2NodeName(name)
            || m_takenAtHome.contains(name.toLower()) || m_takenAtHome.contains(address)
            || !isOcfs2Address(address) || !number
            || !ocfs2Readable(stanza, "ip_port", Ocfs2HighestPort + 1))
            return std::nullopt;
        Ocfs2Writer writer(m_conf);
        writer.set(stanza, "cluster", m_home);
        if (m_freeAtHome.take(*ocfs2Number(number->text)))
            return Fix{u"Put it into the cluster %1"_s.arg(shown(m_home)), writer.uncheckedEdits()};
        const auto lowest = m_freeAtHome.takeLowest();
        if (!lowest)
            return std::nullopt;
        writer.set(stanza, "number", QByteArray::number(*lowest));
        return Fix{u"Put it into the cluster %1 with the number %2"_s.arg(shown(m_home),
                                                                          QString::number(*lowest)),
                   writer.uncheckedEdits()};
    }

    const Ocfs2Conf &m_conf;
    QByteArrayView m_text;
    Ocfs2Index m_index;
    QByteArray m_home;              ///< the one cluster, where there is one
    QSet<QByteArray> m_takenAtHome; ///< names, in small letters, and addresses of its nodes
    Ocfs2FreeNumbers m_freeAtHome{Ocfs2Index::Stanzas()};
};

} // namespace

QList<Diagnostic> Ocfs2Conf::diagnostics() const
{
    return Rules(*this).findings();
}

} // namespace colonnade::formats
