// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/ocfs2conf.h"

#include "ocfs2conf_samples.h"

#include <gtest/gtest.h>

namespace colonnade::formats {
namespace {

using namespace Qt::StringLiterals;

/// What the tools read of a file.
struct Content
{
    QList<Ocfs2Cluster> clusters;
    QList<QList<Ocfs2Node>> nodes;
    QList<QList<QByteArray>> regions;
    QList<Ocfs2Node> orphans;
    bool operator==(const Content &) const = default;
};

Content contentOf(const Ocfs2Conf &conf)
{
    Content content{conf.clusters(), {}, {}, conf.orphanNodes()};
    for (const Ocfs2Cluster &cluster : std::as_const(content.clusters)) {
        content.nodes.append(conf.nodes(cluster.name));
        content.regions.append(conf.regions(cluster.name));
    }
    return content;
}

/// An act, and what it should make of the content.
class RandomAct
{
public:
    RandomAct(std::mt19937 &random, const Ocfs2Conf &conf)
        : m_random(random), m_conf(conf), expected(contentOf(conf))
    {
        if (!expected.clusters.isEmpty()) {
            m_cluster = below(random, expected.clusters.size());
            name = expected.clusters[m_cluster].name;
        }
        edits = make();
    }

    base::Result<TextEdits> edits;
    QByteArray name = "none";

private:
    base::Result<TextEdits> make()
    {
        const int act = below(m_random, 9);
        if (expected.clusters.isEmpty() && act != 3)
            return m_conf.removeCluster(name);
        switch (act) {
        case 0:
            return addNode();
        case 1:
            return removeNode();
        case 2:
            return changeNode();
        case 3:
            return addCluster();
        case 4:
            return removeCluster();
        case 5:
            return renameCluster();
        case 6:
            return setHeartbeat();
        case 7:
            return addRegion();
        default:
            return removeRegion();
        }
    }

    QList<Ocfs2Node> &nodes() { return expected.nodes[m_cluster]; }

    void count() { expected.clusters[m_cluster].nodeCount = nodes().size(); }

    base::Result<TextEdits> addNode()
    {
        const QByteArray number = QByteArray::number(below(m_random, 300));
        const Ocfs2Node node{"new" + number, number.toLongLong(), "10.7.7." + number,
                             1 + below(m_random, 65534), name};
        nodes().append(node);
        count();
        return m_conf.addNode(node);
    }

    base::Result<TextEdits> removeNode()
    {
        if (nodes().isEmpty())
            return m_conf.removeNode(name, "nobody");
        const Ocfs2Node node = nodes().takeAt(below(m_random, nodes().size()));
        count();
        return m_conf.removeNode(name, node.name);
    }

    base::Result<TextEdits> changeNode()
    {
        if (nodes().isEmpty())
            return m_conf.changeNode(name, "nobody", {});
        Ocfs2Node &node = nodes()[below(m_random, nodes().size())];
        Ocfs2NodeChange change;
        if (below(m_random, 2))
            change.name = "renamed" + QByteArray::number(below(m_random, 1000));
        if (below(m_random, 2))
            change.number = below(m_random, 255);
        if (below(m_random, 2))
            change.address = "10.8.8." + QByteArray::number(below(m_random, 256));
        if (below(m_random, 2))
            change.port = 1 + below(m_random, 65534);
        const QByteArray before = node.name;
        node = {change.name.value_or(node.name), change.number.value_or(node.number),
                change.address.value_or(node.address), change.port.value_or(node.port), name};
        return m_conf.changeNode(name, before, change);
    }

    base::Result<TextEdits> addCluster()
    {
        const QByteArray added = "added" + QByteArray::number(below(m_random, 100));
        expected.clusters.append({added, 0, Ocfs2Heartbeat::Local});
        expected.nodes.append(QList<Ocfs2Node>());
        expected.regions.append(QList<QByteArray>());
        return m_conf.addCluster(added);
    }

    base::Result<TextEdits> removeCluster()
    {
        expected.clusters.removeAt(m_cluster);
        expected.nodes.removeAt(m_cluster);
        expected.regions.removeAt(m_cluster);
        return m_conf.removeCluster(name);
    }

    base::Result<TextEdits> renameCluster()
    {
        const QByteArray renamed = "renamed" + QByteArray::number(below(m_random, 100));
        expected.clusters[m_cluster].name = renamed;
        for (Ocfs2Node &node : nodes())
            node.cluster = renamed;
        return m_conf.renameCluster(name, renamed);
    }

    base::Result<TextEdits> setHeartbeat()
    {
        const auto mode = below(m_random, 2) ? Ocfs2Heartbeat::Global : Ocfs2Heartbeat::Local;
        expected.clusters[m_cluster].heartbeat = mode;
        return m_conf.setHeartbeat(name, mode);
    }

    base::Result<TextEdits> addRegion()
    {
        const QByteArray region =
            QByteArray::number(below(m_random, 1000000)).rightJustified(32, 'F');
        expected.regions[m_cluster].append(region);
        return m_conf.addRegion(name, region);
    }

    base::Result<TextEdits> removeRegion()
    {
        QList<QByteArray> &regions = expected.regions[m_cluster];
        if (regions.isEmpty())
            return m_conf.removeRegion(name, "none");
        return m_conf.removeRegion(name, regions.takeAt(below(m_random, regions.size())));
    }

    std::mt19937 &m_random;
    const Ocfs2Conf &m_conf;
    qsizetype m_cluster = 0;

public:
    Content expected;
};

/// Acts on @p text one after the other, and holds each to the laws. How many were possible.
int act(std::mt19937 &random, QByteArray text, int acts)
{
    int done = 0;
    for (; acts > 0; --acts) {
        SCOPED_TRACE(text.toStdString());
        const auto conf = Ocfs2Conf::parse(text);
        EXPECT_TRUE(conf);
        if (!conf)
            break;
        EXPECT_EQ(conf->text(), text);
        const RandomAct act(random, *conf);
        if (!act.edits) {
            EXPECT_FALSE(act.edits.error().message.isEmpty());
            continue;
        }
        const QByteArray after = actedOn(text, *act.edits);
        const auto read = Ocfs2Conf::parse(after);
        EXPECT_TRUE(read) << after.toStdString();
        if (!read)
            break;
        const Content content = contentOf(*read);
        EXPECT_TRUE(content.clusters == act.expected.clusters) << after.toStdString();
        EXPECT_TRUE(content.regions == act.expected.regions) << after.toStdString();
        EXPECT_TRUE(content.orphans == act.expected.orphans) << after.toStdString();
        // A new node stands behind the last of its cluster; order is the file's.
        EXPECT_TRUE(content.nodes == act.expected.nodes) << after.toStdString();
        ++done;
        text = after;
    }
    return done;
}

TEST(Ocfs2Laws, holdForFixturesAndTheCorpus)
{
    std::mt19937 random(1);
    int done = 0;
    for (const Sample &sample : fixtures(u"ocfs2"_s) + corpus(u"ocfs2-conf"_s)) {
        if (!Ocfs2Conf::parse(sample.bytes))
            continue;
        for (int run = 0; run < 60 && !testing::Test::HasFailure(); ++run)
            done += act(random, sample.bytes, 20);
    }
    EXPECT_GT(done, 1000);
}

TEST(Ocfs2Laws, holdForGeneratedFiles)
{
    std::mt19937 random(2);
    int done = 0;
    for (int run = 0; run < 6000 && !testing::Test::HasFailure(); ++run) {
        const QByteArray text = randomOcfs2(random);
        if (Ocfs2Conf::parse(text))
            done += act(random, text, 5);
    }
    EXPECT_GT(done, 3000);
}

/// What cannot be read is told in full: the first of its findings is the reason.
TEST(Ocfs2Laws, noTextHurts)
{
    std::mt19937 random(3);
    const QList<Sample> samples = fixtures(u"ocfs2"_s);
    for (int run = 0; run < 5000; ++run) {
        QByteArray text = samples[below(random, samples.size())].bytes;
        for (int times = below(random, 4); times >= 0; --times)
            text = garbled(random, text, ocfs2Pieces());
        const auto conf = Ocfs2Conf::parse(text);
        const QList<Diagnostic> findings = Ocfs2Conf::check(text);
        for (const Diagnostic &finding : findings) {
            ASSERT_LE(finding.span.begin, finding.span.end);
            ASSERT_LE(finding.span.end, text.size());
            if (finding.fix) {
                actedOn(text, finding.fix->edits);
            }
        }
        if (!conf) {
            const auto isThat = [&](const Diagnostic &finding) {
                return finding.severity == Severity::Error
                       && finding.span.begin == conf.error().offset
                       && finding.message == conf.error().message;
            };
            ASSERT_TRUE(std::ranges::any_of(findings, isThat)) << text.toStdString();
        }
    }
}

} // namespace
} // namespace colonnade::formats
