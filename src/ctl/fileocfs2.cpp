// SPDX-License-Identifier: GPL-3.0-or-later
// `colonnadectl file ocfs2`: /etc/ocfs2/cluster.conf.
#include "ctl/fileformat.h"
#include "formats/ocfs2conf.h"

using namespace Qt::StringLiterals;

namespace colonnade::ctl {

namespace {

using base::ErrorCode;
using base::failure;
using base::Result;
using formats::Ocfs2Conf;
using formats::Ocfs2Heartbeat;
using formats::Ocfs2Node;
using formats::Ocfs2NodeChange;
using formats::TextEdits;

std::unexpected<base::Error> badValue(const QByteArray &key, const QByteArray &value,
                                      const QString &what)
{
    return failure(ErrorCode::InvalidInput,
                   u"\"%1\" cannot be the %2: it takes %3."_s.arg(QString::fromUtf8(value),
                                                                  QString::fromUtf8(key), what));
}

Result<qint64> numberIn(const QByteArray &key, const QByteArray &value)
{
    bool isNumber = false;
    const qint64 number = value.toLongLong(&isNumber);
    if (!isNumber)
        return badValue(key, value, u"a number"_s);
    return number;
}

/// The cluster that --cluster names, or the only one of the file.
Result<QByteArray> clusterOf(const Ocfs2Conf &conf, const FileArguments &arguments)
{
    if (const auto named = arguments.value(u"cluster"_s))
        return *named;
    const QList<formats::Ocfs2Cluster> clusters = conf.clusters();
    if (clusters.size() == 1)
        return clusters.first().name;
    return failure(ErrorCode::InvalidInput,
                   clusters.isEmpty() ? u"%1 has no cluster yet."_s.arg(arguments.path())
                                      : u"%1 has %2 clusters."_s.arg(
                                          arguments.path(), QString::number(clusters.size())),
                   clusters.isEmpty() ? u"Add it first: cluster add NAME"_s
                                      : u"Name the one that is meant: --cluster NAME"_s);
}

/// An act on the cluster that is meant.
template<typename Act>
FileAct inCluster(Act act)
{
    return edits<Ocfs2Conf>(
        [act](const Ocfs2Conf &conf, const FileArguments &arguments) -> Result<TextEdits> {
            const Result<QByteArray> cluster = clusterOf(conf, arguments);
            if (!cluster)
                return std::unexpected(cluster.error());
            return act(conf, *cluster, arguments);
        });
}

/// NAME=ADDRESS or NAME=ADDRESS:PORT.
Result<Ocfs2Node> nodeOf(const QString &word, qint64 number)
{
    const auto parts = assignment(word);
    if (!parts) {
        return failure(ErrorCode::InvalidInput, u"\"%1\" is no node."_s.arg(word),
                       u"A node is told as NAME=ADDRESS or NAME=ADDRESS:PORT."_s);
    }
    Ocfs2Node node{parts->first, number, parts->second, 7777, {}};
    if (const qsizetype colon = parts->second.indexOf(':'); colon >= 0) {
        const Result<qint64> port = numberIn("port", parts->second.sliced(colon + 1));
        if (!port)
            return std::unexpected(port.error());
        node.address.truncate(colon);
        node.port = *port;
    }
    return node;
}

Result<QByteArray> newFile(const QByteArray &, const FileArguments &arguments)
{
    QList<Ocfs2Node> nodes;
    for (const QString &word : arguments.values(u"node"_s)) {
        const Result<Ocfs2Node> node = nodeOf(word, nodes.size());
        if (!node)
            return std::unexpected(node.error());
        nodes.append(*node);
    }
    const Result<Ocfs2Conf> conf = Ocfs2Conf::create(arguments.word(0), nodes);
    if (!conf)
        return std::unexpected(conf.error());
    return conf->text();
}

Result<TextEdits> addNode(const Ocfs2Conf &conf, const QByteArray &cluster,
                          const FileArguments &arguments)
{
    return conf.addNode(
        {arguments.word(0), arguments.number(u"number"_s).value_or(conf.freeNumber(cluster)),
         *arguments.value(u"ip"_s), arguments.number(u"port"_s).value_or(7777), cluster});
}

/// The change that sets a key of a node's stanza.
Result<void> addTo(Ocfs2NodeChange &change, const QByteArray &key, const QByteArray &value)
{
    if (key == "name") {
        change.name = value;
    } else if (key == "ip_address" || key == "ip") {
        change.address = value;
    } else if (key == "number" || key == "ip_port" || key == "port") {
        const Result<qint64> number = numberIn(key, value);
        if (!number)
            return std::unexpected(number.error());
        (key == "number" ? change.number : change.port) = *number;
    } else {
        return failure(ErrorCode::InvalidInput,
                       u"A node has no %1 that can be set."_s.arg(QString::fromUtf8(key)),
                       u"There are: name, number, ip_address, ip_port."_s);
    }
    return {};
}

Result<TextEdits> changeNode(const Ocfs2Conf &conf, const QByteArray &cluster,
                             const QByteArray &node, const FileValues &values)
{
    Ocfs2NodeChange change;
    for (const auto &[key, value] : values) {
        if (const Result<void> added = addTo(change, key, value); !added)
            return std::unexpected(added.error());
    }
    return conf.changeNode(cluster, node, change);
}

Result<TextEdits> setMode(const Ocfs2Conf &conf, const QByteArray &cluster, const QByteArray &mode)
{
    if (mode != "local" && mode != "global")
        return badValue("heartbeat_mode", mode, u"local or global"_s);
    return conf.setHeartbeat(cluster,
                             mode == "local" ? Ocfs2Heartbeat::Local : Ocfs2Heartbeat::Global);
}

/// CLUSTER/KEY or CLUSTER/NODE/KEY.
struct Path
{
    QByteArray cluster;
    QByteArray node; ///< empty: a key of the cluster
    QByteArray key;
};

std::optional<Path> pathOf(const FileArguments &arguments)
{
    const QList<QByteArray> parts = arguments.word(0).split('/');
    if (parts.size() == 2)
        return Path{parts[0], {}, parts[1]};
    if (parts.size() == 3)
        return Path{parts[0], parts[1], parts[2]};
    return std::nullopt;
}

Result<QByteArray> get(const Ocfs2Conf &conf, const FileArguments &arguments)
{
    const std::optional<Path> path = pathOf(arguments);
    if (!path)
        return noSuchValue(arguments);
    const Ocfs2Conf::Stanza *stanza = path->node.isEmpty()
                                          ? conf.clusterStanza(path->cluster)
                                          : conf.nodeStanza(path->cluster, path->node);
    const Ocfs2Conf::Attribute *attribute = stanza ? stanza->attribute(path->key) : nullptr;
    if (!attribute)
        return noSuchValue(arguments);
    return attribute->text + '\n';
}

Result<TextEdits> set(const Ocfs2Conf &conf, const FileArguments &arguments)
{
    const std::optional<Path> path = pathOf(arguments);
    if (path && !path->node.isEmpty())
        return changeNode(conf, path->cluster, path->node, {{path->key, arguments.word(1)}});
    if (path && path->key == "heartbeat_mode")
        return setMode(conf, path->cluster, arguments.word(1));
    if (path && path->key == "name")
        return conf.renameCluster(path->cluster, arguments.word(1));
    return failure(ErrorCode::InvalidInput, u"%1 cannot be set."_s.arg(arguments.words().value(0)),
                   u"What can: CLUSTER/NODE/ and name, number, ip_address or ip_port; CLUSTER/ and "
                   "name or heartbeat_mode. node_count follows by itself."_s);
}

/// An act on the part of the cluster that the first word names.
template<typename Act>
FileAct byName(Act act)
{
    return inCluster(
        [act](const Ocfs2Conf &conf, const QByteArray &cluster, const FileArguments &arguments) {
            return (conf.*act)(cluster, arguments.word(0));
        });
}

QList<FileVerb> nodeVerbs(const QCommandLineOption &cluster)
{
    const auto rename = [](const Ocfs2Conf &conf, const QByteArray &name,
                           const FileArguments &arguments) {
        return conf.changeNode(name, arguments.word(0), {.name = arguments.word(1)});
    };
    const auto set = [](const Ocfs2Conf &conf, const QByteArray &name,
                        const FileArguments &arguments) {
        return changeNode(conf, name, arguments.word(0), arguments.assignments(1));
    };
    return {
        {u"node add"_s,
         u"NAME --ip ADDRESS [--number N] [--port N]"_s,
         u"add a node"_s,
         inCluster(addNode),
         {cluster,
          {u"ip"_s, u"Its IPv4 address."_s, u"ADDRESS"_s},
          {u"number"_s, u"Its number, 0 to 254; the lowest free one if not given."_s, u"N"_s},
          {u"port"_s, u"Its TCP port; 7777 if not given."_s, u"N"_s}}},
        {u"node remove"_s,
         u"NAME"_s,
         u"remove a node"_s,
         byName(&Ocfs2Conf::removeNode),
         {cluster}},
        {u"node rename"_s, u"NAME NEW-NAME"_s, u"rename a node"_s, inCluster(rename), {cluster}},
        {u"node set"_s,
         u"NAME KEY=VALUE..."_s,
         u"change its number, ip_address or ip_port"_s,
         inCluster(set),
         {cluster}},
    };
}

QList<FileVerb> clusterVerbs()
{
    const auto add = [](const Ocfs2Conf &conf, const FileArguments &arguments) {
        return conf.addCluster(arguments.word(0));
    };
    const auto remove = [](const Ocfs2Conf &conf, const FileArguments &arguments) {
        return conf.removeCluster(arguments.word(0));
    };
    const auto rename = [](const Ocfs2Conf &conf, const FileArguments &arguments) {
        return conf.renameCluster(arguments.word(0), arguments.word(1));
    };
    return {
        {u"cluster add"_s, u"NAME"_s, u"add a cluster without nodes"_s, edits<Ocfs2Conf>(add)},
        {u"cluster remove"_s, u"NAME"_s, u"remove a cluster with its nodes and regions"_s,
         edits<Ocfs2Conf>(remove)},
        {u"cluster rename"_s, u"NAME NEW-NAME"_s, u"rename a cluster, in its nodes too"_s,
         edits<Ocfs2Conf>(rename)},
    };
}

QList<FileVerb> heartbeatVerbs(const QCommandLineOption &cluster)
{
    const auto mode = [](const Ocfs2Conf &conf, const QByteArray &name,
                         const FileArguments &arguments) {
        return setMode(conf, name, arguments.word(0));
    };
    return {
        {u"heartbeat mode"_s,
         u"MODE"_s,
         u"set the heartbeat mode: local or global"_s,
         inCluster(mode),
         {cluster}},
        {u"region add"_s,
         u"UUID"_s,
         u"add a global heartbeat region"_s,
         byName(&Ocfs2Conf::addRegion),
         {cluster}},
        {u"region remove"_s,
         u"UUID"_s,
         u"remove a global heartbeat region"_s,
         byName(&Ocfs2Conf::removeRegion),
         {cluster}},
    };
}

QList<FileVerb> fileVerbs()
{
    return {{u"new"_s,
             u"CLUSTER [--node NODE]..."_s,
             u"make a file that is not there yet"_s,
             newFile,
             {{u"node"_s, u"A node, as NAME=ADDRESS or NAME=ADDRESS:PORT; numbered from 0."_s,
               u"NODE"_s}},
             FileVerb::Kind::Make},
            getVerb(reads<Ocfs2Conf>(get)),
            {u"set"_s, u"PATH VALUE"_s, u"set a value"_s, edits<Ocfs2Conf>(set)}};
}

} // namespace

FileFormat ocfs2Format()
{
    const QCommandLineOption cluster(
        u"cluster"_s, u"The cluster; not needed where the file has only one."_s, u"NAME"_s);
    return {
        .name = u"ocfs2"_s,
        .help = u"/etc/ocfs2/cluster.conf, the nodes of an OCFS2 cluster"_s,
        .parseError = parseErrorOf<Ocfs2Conf>,
        .findings = [](const QByteArray &text,
                       const FileArguments &) { return Ocfs2Conf::check(text); },
        .pathHelp = u"CLUSTER/KEY, or CLUSTER/NODE/KEY: domnull/xenhost1/ip_address"_s,
        .verbs = fileVerbs() + nodeVerbs(cluster) + clusterVerbs() + heartbeatVerbs(cluster),
    };
}

} // namespace colonnade::ctl
