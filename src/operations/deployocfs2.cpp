// SPDX-License-Identifier: GPL-3.0-or-later
#include "operations/deployocfs2.h"

#include "formats/ocfs2conf.h"
#include "operations/words.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace colonnade::operations {

namespace {

using formats::Ocfs2Conf;
using formats::Ocfs2Node;
using toolstack::O2cbCluster;
using toolstack::O2cbNode;

/// As the probe prints it, with a line of two dashes before the mounts.
constexpr char LoadedBody[] =
    R"sh(( cd "${COLONNADE_ROOT-}/sys/kernel/config/cluster" 2>/dev/null || exit 0
    for c in *; do [ ! -d "$c" ] || printf '%s/:\n' "$c"; done
    grep -Hs -e '' -- */node/*/num */node/*/ipv4_address */node/*/ipv4_port */node/*/local )
echo --
grep ' ocfs2 ' "${COLONNADE_ROOT-}/proc/mounts" 2>/dev/null
true
)sh";

bool sameName(const QByteArray &one, const QString &other)
{
    return QString::fromUtf8(one).compare(other, Qt::CaseInsensitive) == 0;
}

/// The node of the file that is @p node; none: it is not in it, or that is no file.
std::optional<Ocfs2Node> inFile(const QByteArray &bytes, const QString &cluster,
                                const O2cbNode &node)
{
    const auto conf = Ocfs2Conf::parse(bytes);
    if (!conf)
        return std::nullopt;
    for (const Ocfs2Node &each : conf->nodes(cluster.toUtf8())) {
        if (sameName(each.name, node.name))
            return each;
    }
    return std::nullopt;
}

bool isAsLoaded(const Ocfs2Node &node, const O2cbNode &loaded)
{
    return node.number == loaded.number && QString::fromUtf8(node.address) == loaded.address
           && node.port == loaded.port;
}

QString asText(qint64 number, const QString &address, qint64 port)
{
    return u"%1 · %2:%3"_s.arg(number).arg(address).arg(port);
}

QString asText(const Ocfs2Node &node)
{
    return asText(node.number, QString::fromUtf8(node.address), node.port);
}

QString asText(const O2cbNode &node)
{
    return asText(node.number, node.address, node.port);
}

QStringList missing(const Ocfs2Conf &conf, const O2cbCluster &cluster)
{
    QStringList names;
    for (const Ocfs2Node &wanted : conf.nodes(cluster.name.toUtf8())) {
        if (std::ranges::none_of(cluster.nodes, [&](const O2cbNode &node) {
                return sameName(wanted.name, node.name);
            }))
            names.append(Words::tr("%1 is not loaded yet").arg(QString::fromUtf8(wanted.name)));
    }
    return names;
}

} // namespace

QByteArray ocfs2LoadedBody()
{
    return LoadedBody;
}

Ocfs2Loaded Ocfs2Loaded::from(const QByteArray &output)
{
    const qsizetype dashes = output.startsWith("--\n") ? 0 : output.indexOf("\n--\n") + 1;
    return {toolstack::parseO2cbTree(output.left(dashes)),
            toolstack::parseOcfs2Mounts(output.mid(dashes))};
}

std::optional<QString> ocfs2Objection(const QByteArray &old, const QByteArray &bytes,
                                      const Ocfs2Loaded &loaded)
{
    QStringList folders;
    for (const toolstack::Ocfs2Mount &mount : loaded.mounts) {
        if (mount.isClustered)
            folders.append(mount.folder);
    }
    if (folders.isEmpty())
        return std::nullopt;
    for (const O2cbCluster &cluster : loaded.clusters) {
        const O2cbNode *self = cluster.localNode();
        const auto before = self ? inFile(old, cluster.name, *self) : std::nullopt;
        const auto after = self ? inFile(bytes, cluster.name, *self) : std::nullopt;
        if (!before || before == after || (after && isAsLoaded(*after, *self)))
            continue;
        if (!after)
            return Words::tr("%1 is mounted there, and the file removes the node %2.")
                .arg(folders.join(u", "), self->name);
        return Words::tr(
                   "%1 is mounted there, and the file makes the node %2, which is %3 now, %4.")
            .arg(folders.join(u", "), self->name, asText(*self), asText(*after));
    }
    return std::nullopt;
}

QStringList ocfs2Differences(const QByteArray &bytes, const Ocfs2Loaded &loaded)
{
    QStringList differences;
    const auto conf = Ocfs2Conf::parse(bytes);
    if (!conf)
        return differences;
    for (const O2cbCluster &cluster : loaded.clusters) {
        for (const O2cbNode &node : cluster.nodes) {
            const auto wanted = inFile(bytes, cluster.name, node);
            if (!wanted)
                differences.append(Words::tr("%1 is loaded and not in the file").arg(node.name));
            else if (!isAsLoaded(*wanted, node))
                differences.append(Words::tr("%1 is loaded as %2, and in the file it is %3")
                                       .arg(node.name, asText(node), asText(*wanted)));
        }
        differences += missing(*conf, cluster);
    }
    return differences;
}

} // namespace colonnade::operations
