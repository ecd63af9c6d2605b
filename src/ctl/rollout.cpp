// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/rollout.h"

#include "formats/clusterconf.h"
#include "formats/unifieddiff.h"
#include "remote/nodefile.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <limits>
#include <thread>
#include <vector>

using namespace Qt::StringLiterals;

namespace colonnade::ctl {

namespace {

const QString ClusterConfPath = u"/etc/cluster/cluster.conf"_s;

/// What a node holds, or why that cannot be told.
struct Held
{
    QString node;
    base::Result<remote::NodeFile> file;
};

std::vector<Held> readAll(const Context &context, cluster::Nodes &nodes,
                          const cluster::ClusterState &state, const RollOut &wish)
{
    std::vector<Held> held;
    for (const cluster::NodeState &node : state.nodes) {
        const bool isMeant = wish.only.isEmpty() || wish.only.contains(node.name());
        if (isMeant && !wish.leaveOut.contains(node.name()))
            held.push_back({node.name(), remote::NodeFile{}});
    }
    std::vector<std::jthread> threads;
    for (Held &each : held) {
        threads.emplace_back([&] {
            each.file = remote::readNodeFile(*nodes.connection(each.node), wish.path, context.stop);
        });
    }
    threads.clear();
    return held;
}

bool checkHeld(const Context &context, const std::vector<Held> &held, const RollOut &wish)
{
    bool good = true;
    for (const Held &each : held) {
        if (!each.file) {
            printError(context, each.file.error().message, each.file.error().remedy);
            context.terminal.err(
                u"Without it: --leave-out %1 (it will need the file when it returns)"_s.arg(
                    each.node));
            good = false;
        } else if (wish.base && (!each.file->exists || each.file->bytes != *wish.base)) {
            printError(context,
                       u"%1 on %2 is not the file that --base names."_s.arg(wish.path, each.node),
                       u"Somebody has changed it: bring both changes together first."_s);
            good = false;
        }
    }
    return good;
}

/// config_version one above the highest that a node has.
base::Result<QByteArray> withRaisedVersion(const QByteArray &bytes, const std::vector<Held> &held)
{
    int highest = 0;
    for (const Held &each : held) {
        const auto conf = formats::ClusterConf::parse(each.file->bytes);
        if (each.file->exists && conf)
            highest = std::max(highest, conf->configVersion());
    }
    const auto conf = formats::ClusterConf::parse(bytes);
    if (!conf)
        return bytes; // the plan says what is wrong with it
    const auto edits = conf->setConfigVersion(highest + 1);
    if (!edits)
        return std::unexpected(edits.error());
    return formats::applied(bytes, *edits);
}

/// What changes, once for all nodes that hold the same now.
void printChanges(const Context &context, const std::vector<Held> &held, const RollOut &wish)
{
    QList<QByteArray> shown;
    for (const Held &each : held) {
        const QByteArray &before = each.file->bytes;
        if (shown.contains(before))
            continue;
        shown.append(before);
        QStringList nodes;
        for (const Held &other : held) {
            if (other.file->bytes == before)
                nodes.append(other.node);
        }
        const QByteArray name = wish.path.toUtf8();
        const QByteArray diff = formats::unifiedDiff(
            before, wish.bytes, each.file->exists ? name : QByteArray("/dev/null"), name);
        context.terminal.out(nodes.join(u", "_s)
                             + (diff.isEmpty() ? u": the same bytes"_s : u":"_s));
        printDiff(context, diff);
    }
}

bool confirm(const Context &context, const operations::Plan &plan)
{
    return context.terminal.askYes(u"%1 in %2?\nGo on? [y/N] "_s.arg(plan.title, plan.cluster),
                                   context.stop);
}

operations::DeploySink sink(const Context &context)
{
    return [&terminal = context.terminal](const operations::DeployProgress &progress) {
        if (progress.stage == operations::DeployStage::Ended)
            return; // the result says it
        const QString line =
            operations::stageWords(progress.stage)
            + (progress.node.isEmpty() ? QString() : u": "_s + progress.node)
            + (progress.sentence.isEmpty() ? QString() : u": "_s + progress.sentence);
        terminal.progress(line);
    };
}

void printJson(const Context &context, const QJsonObject &object)
{
    context.terminal.raw(QJsonDocument(object).toJson());
}

QString holdsWord(operations::DeployNode::Holds holds)
{
    using Holds = operations::DeployNode::Holds;
    switch (holds) {
    case Holds::Old:
        return u"old"_s;
    case Holds::New:
        return u"new"_s;
    case Holds::Other:
        return u"other"_s;
    case Holds::Nothing:
        return u"nothing"_s;
    case Holds::Unknown:
        break;
    }
    return u"unknown"_s;
}

QJsonObject toJson(const operations::DeployResult &result, const QString &planId)
{
    QJsonArray nodes;
    for (const operations::DeployNode &node : result.nodes)
        nodes.append(QJsonObject{{u"node"_s, node.node},
                                 {u"holds"_s, holdsWord(node.holds)},
                                 {u"sentence"_s, node.sentence}});
    return {{u"format"_s, 1},
            {u"id"_s, planId},
            {u"outcome"_s, operations::outcomeName(result.outcome)},
            {u"sentence"_s, result.sentence},
            {u"remedy"_s, result.remedy},
            {u"nodes"_s, nodes}};
}

QJsonObject toJson(const operations::Plan &plan, const operations::DeployRequest &request)
{
    QJsonArray steps;
    for (const operations::Step &step : plan.steps)
        steps.append(QJsonObject{{u"node"_s, step.node},
                                 {u"title"_s, step.title},
                                 {u"command"_s, QString::fromUtf8(step.command)}});
    return {{u"format"_s, 1},
            {u"title"_s, plan.title},
            {u"cluster"_s, plan.cluster},
            {u"path"_s, request.path},
            {u"steps"_s, steps},
            {u"offline"_s, QJsonArray::fromStringList(request.offline)}};
}

int printResult(const Context &context, const operations::DeployResult &result,
                const QString &planId, bool json)
{
    const bool good = result.outcome == operations::DeployOutcome::Deployed;
    if (json)
        printJson(context, toJson(result, planId));
    else if (good)
        context.terminal.out(result.sentence);
    else
        context.terminal.err(result.sentence);
    if (!result.remedy.isEmpty() && !json)
        context.terminal.err(result.remedy);
    if (result.outcome == operations::DeployOutcome::Unknown && !json)
        context.terminal.err(u"To finish it: colonnadectl jobs resume %1\nTo take it back: "
                             u"colonnadectl jobs resume %1 --take-back"_s.arg(planId));
    if (good)
        return Done;
    const bool refused = result.outcome == operations::DeployOutcome::Refused;
    return refused && !context.stop.stop_requested() ? Refused : Failed;
}

operations::DeployRequest requestFor(const std::vector<Held> &held, const RollOut &wish)
{
    operations::DeployRequest request{wish.cluster, wish.path,     wish.bytes,
                                      {},           wish.leaveOut, wish.reason};
    for (const Held &each : held)
        request.targets.append(
            {each.node, each.file->exists ? std::optional(each.file->sha256) : std::nullopt});
    return request;
}

void showPlan(const Context &context, const cluster::ClusterState &state,
              const operations::DeployRequest &request, const std::vector<Held> &held,
              const RollOut &wish)
{
    if (wish.json)
        return;
    printChanges(context, held, wish);
    QList<QByteArray> before;
    for (const Held &each : held) {
        if (each.file->exists && !before.contains(each.file->bytes))
            before.append(each.file->bytes);
    }
    for (const QString &note : operations::deploymentNotes(state, request, before))
        context.terminal.err(note);
}

/// From what the nodes hold on.
int carryOut(const Context &context, cluster::Monitor &monitor, const cluster::ClusterState &state,
             const std::vector<Held> &held, const RollOut &wish)
{
    const operations::DeployRequest request = requestFor(held, wish);
    const auto plan = operations::planDeployment(state, request);
    if (!plan)
        return failed(context, plan.error());
    if (wish.dryRun && wish.json) {
        printJson(context, toJson(*plan, request));
        return Done;
    }
    if (wish.dryRun) {
        showPlan(context, state, request, held, wish);
        context.terminal.out(QString::fromUtf8(plan->toScript()).trimmed());
        return Done;
    }
    if (!wish.yes) {
        showPlan(context, state, request, held, wish);
        if (!confirm(context, *plan)) {
            context.terminal.err(u"Nothing was changed."_s);
            return Failed;
        }
    }
    operations::Journal journal;
    const auto result =
        operations::runDeployment(monitor, journal, *plan, sink(context), context.stop);
    return printResult(context, result, plan->id, wish.json);
}

/// What is owed, as if the person had named it. All other nodes have it, or are still away.
RollOut wishFor(const operations::DeployRequest &request, const cluster::ClusterState &state,
                const RollOut &how)
{
    RollOut wish = how;
    wish.cluster = request.cluster;
    wish.path = request.path;
    wish.bytes = request.bytes;
    wish.reason = request.reason;
    wish.only.clear();
    for (const operations::DeployTarget &target : request.targets)
        wish.only.append(target.node);
    for (const cluster::NodeState &node : state.nodes) {
        if (request.offline.contains(node.name()))
            wish.leaveOut.append(node.name());
    }
    return wish;
}

} // namespace

QString pathOnNodes(const QString &format, const QString &file)
{
    if (format == u"cluster-conf")
        return ClusterConfPath;
    if (format == u"ocfs2")
        return u"/etc/ocfs2/cluster.conf"_s;
    if (format == u"xend")
        return u"/etc/xen/xend-config.sxp"_s;
    if (format == u"lvm")
        return u"/etc/lvm/lvm.conf"_s;
    if (format == u"guest")
        return u"/etc/xen/"_s + QFileInfo(file).fileName();
    return {};
}

void printDiff(const Context &context, const QByteArray &diff)
{
    QByteArray shown;
    for (const char c : diff) {
        const auto byte = static_cast<unsigned char>(c);
        if ((byte < 0x20 && c != '\n' && c != '\t') || byte == 0x7f)
            shown += "\\x" + QByteArray::number(byte, 16).rightJustified(2, '0');
        else
            shown += c;
    }
    context.terminal.raw(shown);
}

int rollOut(const Context &context, cluster::Monitor &monitor, RollOut wish)
{
    cluster::ClusterState state = monitor.readOnce(context.stop);
    if (context.stop.stop_requested())
        return Failed;
    for (const QString &node : wish.leaveOut) {
        if (!state.node(node))
            return usageError(context, u"there is no node \"%1\" in %2"_s.arg(node, state.name));
    }
    const std::vector<Held> held = readAll(context, monitor, state, wish);
    if (!checkHeld(context, held, wish))
        return Failed;
    if (wish.raiseVersion) {
        base::Result<QByteArray> raised = withRaisedVersion(wish.bytes, held);
        if (!raised)
            return failed(context, raised.error());
        wish.bytes = *std::move(raised);
    }
    return carryOut(context, monitor, state, held, wish);
}

int rollOutOwed(const Context &context, cluster::Monitor &monitor, const RollOut &how)
{
    const cluster::ClusterState state = monitor.readOnce(context.stop);
    if (context.stop.stop_requested())
        return Failed;
    const auto history =
        operations::deployments(operations::Journal(), std::numeric_limits<int>::max());
    if (!history)
        return failed(context, history.error());
    const QList<operations::DeployRequest> owed = operations::owedFiles(*history, state);
    if (owed.isEmpty())
        context.terminal.err(u"No node of %1 that answers is owed a file."_s.arg(state.name));
    int code = Done;
    for (const operations::DeployRequest &request : owed) {
        const RollOut wish = wishFor(request, state, how);
        const std::vector<Held> held = readAll(context, monitor, state, wish);
        const int one =
            checkHeld(context, held, wish) ? carryOut(context, monitor, state, held, wish) : Failed;
        code = one == Done ? code : one;
    }
    return code;
}

int resumeRollOut(const Context &context, cluster::Nodes &nodes, operations::Journal &journal,
                  const QString &planId, operations::DeployDirection direction)
{
    const auto result = operations::resumeDeployment(nodes, journal, planId, direction,
                                                     sink(context), context.stop);
    return printResult(context, result, planId, false);
}

} // namespace colonnade::ctl
