// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/ocfs2conf.h"

#include "act.h"

using namespace colonnade::formats;

namespace {

Ocfs2Conf parsed(const QByteArray &text)
{
    const auto conf = Ocfs2Conf::parse(text);
    require(conf.has_value());
    return *conf;
}

/// One of the clusters, or one that is none.
QByteArray someCluster(FuzzedDataProvider &choices, const Ocfs2Conf &conf)
{
    const QList<Ocfs2Cluster> clusters = conf.clusters();
    const auto index = choices.ConsumeIntegralInRange<qsizetype>(0, clusters.size());
    return index < clusters.size() ? clusters[index].name : QByteArray("none");
}

QByteArray someNode(FuzzedDataProvider &choices, const Ocfs2Conf &conf, const QByteArray &cluster)
{
    const QList<Ocfs2Node> nodes = conf.nodes(cluster);
    const auto index = choices.ConsumeIntegralInRange<qsizetype>(0, nodes.size());
    return index < nodes.size() ? nodes[index].name : QByteArray("none");
}

void requireAct(FuzzedDataProvider &choices, const Ocfs2Conf &conf)
{
    const QByteArray cluster = someCluster(choices, conf);
    const QByteArray node = someNode(choices, conf, cluster);
    const QByteArray word = bytesOf(choices.ConsumeRandomLengthString(20));
    const qint64 number = choices.ConsumeIntegralInRange<int>(-1, 260);
    const QByteArray address = choices.ConsumeBool() ? word : QByteArray("10.99.0.1");
    const auto after = [&conf](const auto &edits) { return parsed(actedOn(conf.text(), *edits)); };
    switch (choices.ConsumeIntegralInRange<int>(0, 8)) {
    case 0:
        if (const auto edits = conf.addNode({word, number, address, 7777, cluster}))
            require(after(edits).nodes(cluster).size() == conf.nodes(cluster).size() + 1);
        break;
    case 1:
        if (const auto edits = conf.removeNode(cluster, node))
            require(after(edits).nodes(cluster).size() == conf.nodes(cluster).size() - 1);
        break;
    case 2:
        if (const auto edits = conf.changeNode(cluster, node, {word, number, address, 1}))
            require(after(edits).nodes(cluster).contains({word, number, address, 1, cluster}));
        break;
    case 3:
        if (const auto edits = conf.addCluster(word))
            require(after(edits).clusterStanza(word) != nullptr);
        break;
    case 4:
        if (const auto edits = conf.removeCluster(cluster))
            require(after(edits).clusterStanza(cluster) == nullptr);
        break;
    case 5:
        if (const auto edits = conf.renameCluster(cluster, word))
            require(after(edits).nodes(word).size() == conf.nodes(cluster).size());
        break;
    case 6:
        if (const auto edits = conf.setHeartbeat(cluster, Ocfs2Heartbeat::Global))
            require(after(edits).regions(cluster) == conf.regions(cluster));
        break;
    case 7:
        if (const auto edits = conf.addRegion(cluster, "0123456789ABCDEF0123456789ABCDEF"))
            require(after(edits).regions(cluster).size() == conf.regions(cluster).size() + 1);
        break;
    default:
        if (const auto edits = conf.removeRegion(cluster, conf.regions(cluster).value(0)))
            require(after(edits).regions(cluster).size() == conf.regions(cluster).size() - 1);
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    FuzzedDataProvider choices(data, size);
    const auto seed = choices.ConsumeIntegral<uint32_t>();
    const QByteArray text = bytesOf(choices.ConsumeRemainingBytesAsString());
    requireFindings(text, Ocfs2Conf::check(text));
    const auto conf = Ocfs2Conf::parse(text);
    if (!conf) {
        require(conf.error().offset >= 0 && conf.error().offset <= text.size());
        return 0;
    }
    require(conf->text() == text);
    for (const Diagnostic &finding : conf->diagnostics()) {
        if (finding.fix)
            parsed(applied(text, finding.fix->edits));
    }
    const QByteArray script =
        QByteArray(reinterpret_cast<const char *>(&seed), sizeof seed) + text.right(40);
    FuzzedDataProvider act(reinterpret_cast<const uint8_t *>(script.constData()),
                           size_t(script.size()));
    requireAct(act, *conf);
    return 0;
}
