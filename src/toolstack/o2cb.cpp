// SPDX-License-Identifier: GPL-3.0-or-later
#include "toolstack/o2cb.h"

#include "toolstack/bounds.h"

#include <algorithm>
#include <map>

namespace colonnade::toolstack {

namespace {

constexpr std::size_t MostClusters = 64;
constexpr std::size_t MostMembers = 1024; // four times what a kernel takes
constexpr qint64 MostMs = qint64(1) << 32;

/// A cluster while its files come in.
struct Gathered
{
    O2cbCluster cluster;
    std::map<QByteArray, O2cbNode> nodes;
    std::map<QByteArray, O2cbRegion> regions;
};

QString text(QByteArrayView bytes)
{
    return QString::fromUtf8(bytes).trimmed();
}

/// The entry of that name; nullptr where there are too many already.
template<typename Value>
Value *entry(std::map<QByteArray, Value> &map, const QByteArray &name, std::size_t most)
{
    const auto found = map.find(name);
    if (found != map.end())
        return &found->second;
    return map.size() < most && !name.isEmpty() ? &map[name] : nullptr;
}

void takeNode(O2cbNode &node, const QByteArray &key, QByteArrayView value)
{
    if (key == "num")
        node.number = int(bounds::number(value, 254).value_or(-1));
    else if (key == "ipv4_address")
        node.address = text(value).left(15);
    else if (key == "ipv4_port")
        node.port = int(bounds::number(value, 65535).value_or(0));
    else if (key == "local")
        node.isLocal = value == "1";
}

void takeTimeout(O2cbTimeouts &timeouts, const QByteArray &key, QByteArrayView value)
{
    const std::optional<qint64> number = bounds::number(value, MostMs);
    if (key == "idle_timeout_ms")
        timeouts.idleMs = number;
    else if (key == "keepalive_delay_ms")
        timeouts.keepaliveMs = number;
    else if (key == "reconnect_delay_ms")
        timeouts.reconnectMs = number;
}

void take(Gathered &into, const QList<QByteArray> &path, QByteArrayView value)
{
    if (path.size() == 4 && path[1] == "node") {
        if (O2cbNode *node = entry(into.nodes, path[2], MostMembers))
            takeNode(*node, path[3], value);
    } else if (path.size() == 4 && path[1] == "heartbeat" && path[3] == "dev") {
        if (O2cbRegion *region = entry(into.regions, path[2], MostMembers))
            region->device = text(value).left(256);
    } else if (path.size() == 3 && path[1] == "heartbeat" && path[2] == "dead_threshold") {
        into.cluster.timeouts.deadThreshold = bounds::number(value, MostMs);
    } else if (path.size() == 3 && path[1] == "heartbeat" && path[2] == "mode") {
        into.cluster.heartbeatMode = text(value).left(16);
    } else if (path.size() == 2) {
        takeTimeout(into.cluster.timeouts, path[1], value);
    }
}

/// Moves what stands before the next @p end from @p rest into @p path. False: there is none.
bool takePart(QByteArrayView &rest, char end, QList<QByteArray> &path)
{
    const qsizetype at = rest.indexOf(end);
    if (at < 0)
        return false;
    path.append(rest.first(at).toByteArray());
    rest = rest.sliced(at + 1);
    return true;
}

/// The value of `PATH:VALUE`. A node's name may hold colons, a device's name slashes.
std::optional<QByteArrayView> splitLine(QByteArrayView line, QList<QByteArray> &path)
{
    QByteArrayView rest = line;
    if (!takePart(rest, '/', path))
        return {};
    const bool isNode = rest.startsWith("node/");
    const bool isHeartbeat = rest.startsWith("heartbeat/");
    if (isNode || isHeartbeat)
        takePart(rest, '/', path);
    const qsizetype slash = rest.indexOf('/');
    if (isNode || (isHeartbeat && slash >= 0 && slash < rest.indexOf(':')))
        takePart(rest, '/', path);
    return takePart(rest, ':', path) ? std::optional(rest) : std::nullopt;
}

O2cbCluster finished(const QByteArray &name, Gathered gathered)
{
    O2cbCluster cluster = std::move(gathered.cluster);
    cluster.name = QString::fromUtf8(name);
    for (auto &[nodeName, node] : gathered.nodes) {
        node.name = QString::fromUtf8(nodeName);
        cluster.nodes.append(node);
    }
    std::ranges::stable_sort(cluster.nodes, {}, &O2cbNode::number);
    for (auto &[regionName, region] : gathered.regions) {
        region.name = QString::fromUtf8(regionName);
        cluster.regions.append(region);
    }
    return cluster;
}

/// What /proc/mounts writes as \040 and its like.
QString unescaped(const QByteArray &word)
{
    QByteArray result;
    for (qsizetype i = 0; i < word.size(); ++i) {
        bool ok = false;
        const int code = word[i] == '\\' ? word.mid(i + 1, 3).toInt(&ok, 8) : 0;
        if (ok && i + 3 < word.size() && code < 256) {
            result += char(code);
            i += 3;
        } else {
            result += word[i];
        }
    }
    return QString::fromUtf8(result);
}

template<typename Each>
void eachLine(QByteArrayView text, Each each)
{
    text = text.first(std::min(text.size(), bounds::AnswerBytes));
    while (!text.isEmpty()) {
        const qsizetype end = text.indexOf('\n');
        const QByteArrayView line = text.first(end < 0 ? text.size() : end);
        if (line.size() <= bounds::LineBytes)
            each(line);
        text = end < 0 ? QByteArrayView() : text.sliced(end + 1);
    }
}

} // namespace

const O2cbNode *O2cbCluster::node(const QString &nodeName) const
{
    const auto found = std::ranges::find(nodes, nodeName, &O2cbNode::name);
    return found == nodes.end() ? nullptr : &*found;
}

const O2cbNode *O2cbCluster::localNode() const
{
    const auto found = std::ranges::find(nodes, true, &O2cbNode::isLocal);
    return found == nodes.end() ? nullptr : &*found;
}

QList<O2cbCluster> parseO2cbTree(QByteArrayView lines)
{
    std::map<QByteArray, Gathered> clusters;
    eachLine(lines, [&clusters](QByteArrayView line) {
        QList<QByteArray> path;
        const std::optional<QByteArrayView> value = splitLine(line, path);
        Gathered *cluster = value ? entry(clusters, path[0], MostClusters) : nullptr;
        if (cluster)
            take(*cluster, path, *value);
    });
    QList<O2cbCluster> result;
    for (auto &[name, gathered] : clusters)
        result.append(finished(name, std::move(gathered)));
    return result;
}

QList<Ocfs2Mount> parseOcfs2Mounts(QByteArrayView mounts)
{
    QList<Ocfs2Mount> found;
    eachLine(mounts, [&found](QByteArrayView line) {
        const QList<QByteArray> words = line.toByteArray().split(' ');
        if (words.size() < 4 || words[2] != "ocfs2" || found.size() >= bounds::DevicesOfOneDomain)
            return;
        found.append({unescaped(words[0]), unescaped(words[1]),
                      !words[3].split(',').contains("heartbeat=none")});
    });
    return found;
}

} // namespace colonnade::toolstack
