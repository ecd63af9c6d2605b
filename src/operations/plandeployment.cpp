// SPDX-License-Identifier: GPL-3.0-or-later
#include "operations/deployment.h"

#include "base/shell.h"
#include "formats/clusterconf.h"
#include "formats/clusterconfrestart.h"
#include "operations/deployfile.h"
#include "operations/deploymentdetails.h"
#include "operations/words.h"
#include "remote/nodefile.h"
#include "rules/members.h"

#include <QRandomGenerator>

#include <algorithm>
#include <ranges>

using namespace Qt::StringLiterals;

namespace colonnade::operations {

namespace {

using base::ErrorCode;

QString newPlanId()
{
    return u"deploy-%1-%2"_s.arg(
        QDateTime::currentDateTimeUtc().toString(u"yyyyMMdd-hhmmss"),
        QString::number(QRandomGenerator::system()->generate64(), 36).rightJustified(13, u'0'));
}

/// What the state says against it.
base::Result<void> checkTargets(const cluster::ClusterState &state, const DeployRequest &request)
{
    if (request.targets.isEmpty())
        return base::failure(ErrorCode::Refused, Words::tr("No node is to get the file."));
    QStringList seen;
    for (const DeployTarget &target : request.targets) {
        const cluster::NodeState *node = state.node(target.node);
        if (!node || seen.contains(target.node))
            return base::failure(ErrorCode::InvalidInput,
                                 Words::tr("The cluster %1 has no node %2, or it is named twice.")
                                     .arg(state.name, target.node));
        seen.append(target.node);
        if (node->profile.readOnly)
            return base::failure(ErrorCode::Refused,
                                 Words::tr("%1 is read-only: its profile says that nothing may be "
                                           "changed there.")
                                     .arg(target.node),
                                 Words::tr("Change the profile, or leave the node out."));
    }
    return {};
}

/// The highest version that is known of a node, in its file or in its cman, other than this file's.
/// A node that has missed the file runs its version with the others all the same.
int versionOn(const cluster::NodeState &node, const DeployRequest &request, bool runsAlready)
{
    if (!node.facts || holdsFile(node, request))
        return 0;
    const int file = node.facts->clusterConf ? node.facts->clusterConf->configVersion : 0;
    const int running = node.facts->cman ? node.facts->cman->configVersion : 0;
    const bool isThis = runsAlready && running == configVersionOf(request.bytes);
    return isThis ? file : std::max(file, running);
}

bool isTarget(const DeployRequest &request, const QString &node)
{
    return std::ranges::any_of(request.targets,
                               [&](const DeployTarget &target) { return target.node == node; });
}

/// A member that runs and does not get the file loses its vote, or its guests, when the others take
/// it: `cman_tool version -r` on one is the order for all.
base::Result<void> checkMembers(const cluster::ClusterState &state, const DeployRequest &request)
{
    const auto gets = [&](const cluster::NodeState *node) {
        return node && (holdsFile(*node, request) || isTarget(request, node->name()));
    };
    for (const cluster::NodeState &by : state.nodes) {
        if (!by.facts || by.connection.phase != remote::Phase::Connected)
            continue;
        for (const toolstack::Member &member : by.facts->cmanMembers) {
            if (member.online && !gets(rules::nodeOfMember(state, member.name)))
                return base::failure(
                    ErrorCode::Refused,
                    Words::tr("%1 is a member of the running cluster and would not get the file: "
                              "it would suspend itself, and its guests would stop.")
                        .arg(member.name),
                    Words::tr("Reach it first, or stop the cluster's services there."));
        }
    }
    return {};
}

/// cman keeps the name that it was started with, and a member that is in the file no more.
base::Result<void> checkRunning(const cluster::ClusterState &state, const DeployRequest &request)
{
    const auto conf = formats::ClusterConf::parse(request.bytes);
    for (const cluster::NodeState &node : state.nodes) {
        if (!conf || !node.facts || node.connection.phase != remote::Phase::Connected)
            continue;
        if (node.facts->cman && !node.facts->cman->clusterName.isEmpty()
            && node.facts->cman->clusterName != conf->name())
            return base::failure(
                ErrorCode::Refused,
                Words::tr("The cluster runs as %1 on %2, and the file calls it %3. Its id, its "
                          "addresses and the lock tables of its GFS hang on the name, so it "
                          "cannot change while it runs.")
                    .arg(node.facts->cman->clusterName, node.name(), conf->name()),
                Words::tr("Give it its name back, or stop cman on all nodes first."));
        for (const toolstack::Member &member : node.facts->cmanMembers) {
            if (member.online && !conf->node(member.name))
                return base::failure(
                    ErrorCode::Refused,
                    Words::tr("%1 is a member of the running cluster and is not in the file.")
                        .arg(member.name),
                    Words::tr("Let it leave first: stop the cluster's services there, as by "
                              "`cman_tool leave remove`."));
        }
    }
    return {};
}

base::Result<void> checkVersion(const cluster::ClusterState &state, const DeployRequest &request)
{
    const int version = configVersionOf(request.bytes);
    const bool isRunning = runsAlready(state, request);
    for (const cluster::NodeState &node : state.nodes) {
        const int there = versionOn(node, request, isRunning);
        if (there >= version)
            return base::failure(
                ErrorCode::Refused,
                Words::tr("%1 has config_version %2 already, and this file has %3: the nodes would "
                          "not take it.")
                    .arg(node.name())
                    .arg(there)
                    .arg(version),
                Words::tr("Raise config_version to %1.").arg(there + 1));
    }
    return {};
}

Step stagingStep(const DeployRequest &request, DeployKind kind, const QString &id,
                 const QString &node, bool isNew)
{
    const QString folder = request.path.section(u'/', 0, -2);
    const QString staged =
        folder + u"/."_s + request.path.section(u'/', -1) + u'.' + id + u".new"_s;
    Step step;
    step.node = node;
    step.title = Words::tr("Put the new %1 beside the old one, and check it").arg(request.path);
    step.command = (isNew ? QByteArray()
                          : "cp -p " + base::shellQuoted(request.path.toUtf8()) + ' '
                                + base::shellQuoted(staged.toUtf8()) + " && ")
                   + "cat >" + base::shellQuoted(staged.toUtf8());
    if (const QByteArray check = checkCommand(kind, staged); !check.isEmpty())
        step.command += " && { " + check + "; }";
    step.before = {isNew ? Words::tr("There is no such file on %1").arg(node)
                         : Words::tr("%1 holds the bytes that were looked at").arg(node)};
    step.proof = Words::tr("SHA-256 of what arrived");
    step.undo = u"rm "_s + QString::fromUtf8(base::shellQuoted(staged.toUtf8()));
    return step;
}

Step swappingStep(const DeployRequest &request, const QString &id, const QString &node, bool isNew)
{
    const QString folder = request.path.section(u'/', 0, -2);
    const QByteArray path = base::shellQuoted(request.path.toUtf8());
    const QByteArray staged = base::shellQuoted(
        (folder + u"/."_s + request.path.section(u'/', -1) + u'.' + id + u".new"_s).toUtf8());
    const QByteArray backup =
        base::shellQuoted(remote::FileReplacement::backupPath(request.path, id).toUtf8());
    Step step;
    step.node = node;
    step.title = Words::tr("Exchange %1").arg(request.path);
    step.command = "mv -f " + staged + ' ' + path;
    if (!isNew)
        step.command = "ln " + path + ' ' + backup + " && " + step.command;
    step.before = {Words::tr("All nodes have taken and checked the new file"),
                   Words::tr("Nobody has changed %1 there meanwhile").arg(request.path)};
    step.proof = Words::tr("SHA-256 of %1").arg(request.path);
    step.undo = isNew ? u"rm "_s + QString::fromUtf8(path)
                      : u"mv -f %1 %2"_s.arg(QString::fromUtf8(backup), QString::fromUtf8(path));
    return step;
}

/// On the first node where cman is known to run, if there is one.
Step activatingStep(const cluster::ClusterState &state, const DeployRequest &request, int version)
{
    Step step;
    step.node = request.targets.first().node;
    for (const DeployTarget &target : std::views::reverse(request.targets)) {
        const cluster::NodeState *node = state.node(target.node);
        if (node->facts && node->facts->cman)
            step.node = target.node;
    }
    step.title = Words::tr("Let the cluster take version %1, where cman runs").arg(version);
    step.command = activateCommand(request.path, version);
    step.before = {Words::tr("All nodes hold the new file"),
                   Words::tr("cman runs there, and a version below %1").arg(version)};
    step.proof = Words::tr("`cman_tool version` says config %1 on every node").arg(version);
    return step;
}

/// "a, b, c": the first of many.
QString listed(const QStringList &words)
{
    constexpr qsizetype Shown = 12;
    const QString begin = words.first(std::min(Shown, words.size())).join(u", ");
    return words.size() <= Shown ? begin
                                 : Words::tr("%1 and %2 more").arg(begin).arg(words.size() - Shown);
}

/// What the daemons do not do with the file, or not at once.
QStringList runningNotes(const QByteArray &bytes, const QList<QByteArray> &before)
{
    const auto now = formats::ClusterConf::parse(bytes);
    QStringList changes;
    QStringList dropped;
    for (const QByteArray &each : before) {
        const auto old = formats::ClusterConf::parse(each);
        if (!now || !old)
            continue;
        changes += formats::restartChanges(*old, *now);
        dropped += formats::droppedVms(*old, *now);
    }
    changes.removeDuplicates();
    dropped.removeDuplicates();
    QStringList notes;
    if (!changes.isEmpty())
        notes.append(Words::tr("cman takes this only when it is started anew, on all nodes: %1.")
                         .arg(listed(changes)));
    if (!dropped.isEmpty())
        notes.append(Words::tr("No longer in the file: %1. Where such a guest runs it goes on, "
                               "and rgmanager no longer looks after it.")
                         .arg(listed(dropped)));
    return notes;
}

} // namespace

base::Result<Plan> planDeployment(const cluster::ClusterState &state, const DeployRequest &request)
{
    const std::optional<DeployKind> kind = deployKindOf(request.path);
    if (!kind)
        return base::failure(ErrorCode::Refused,
                             Words::tr("%1 is no file that is rolled out.").arg(request.path));
    if (request.bytes.size() > remote::NodeFileLimit)
        return base::failure(ErrorCode::Refused, Words::tr("The file is larger than 4 MiB."));
    if (const auto readable = checkReadable(*kind, request.bytes); !readable)
        return std::unexpected(readable.error());
    if (const auto targets = checkTargets(state, request); !targets)
        return std::unexpected(targets.error());
    const bool isClusterConf = *kind == DeployKind::ClusterConf;
    if (isClusterConf) {
        if (const auto version = checkVersion(state, request); !version)
            return std::unexpected(version.error());
        for (const auto &check : {checkMembers(state, request), checkRunning(state, request)}) {
            if (!check)
                return std::unexpected(check.error());
        }
    }

    Plan plan;
    plan.id = newPlanId();
    plan.kind = u"deploy"_s;
    plan.cluster = request.cluster;
    const int version = isClusterConf ? configVersionOf(request.bytes) : 0;
    plan.title = isClusterConf ? Words::tr("Roll out %1, version %2").arg(request.path).arg(version)
                               : Words::tr("Roll out %1").arg(request.path);
    const QByteArray hash = remote::sha256Of(request.bytes);
    QList<Step> swaps;
    for (const DeployTarget &target : request.targets) {
        if (target.expected == hash)
            continue;
        const bool isNew = !target.expected;
        plan.steps.append(stagingStep(request, *kind, plan.id, target.node, isNew));
        swaps.append(swappingStep(request, plan.id, target.node, isNew));
    }
    plan.steps += swaps;
    if (isClusterConf)
        plan.steps.append(activatingStep(state, request, version));
    plan.details = detailsOf(request);
    return plan;
}

QStringList deploymentNotes(const cluster::ClusterState &state, const DeployRequest &request,
                            const QList<QByteArray> &before)
{
    QStringList notes;
    const bool isClusterConf = deployKindOf(request.path) == DeployKind::ClusterConf;
    if (isClusterConf && rules::isClusterRunning(state))
        notes = runningNotes(request.bytes, before);
    const int version = isClusterConf ? configVersionOf(request.bytes) : 0;
    for (const QString &name : request.offline) {
        notes.append(
            Words::tr("%1 cannot be reached. It will need %2 before its cluster is started "
                      "again; Colonnade remembers that.")
                .arg(name, request.path));
        if (!isClusterConf)
            continue;
        const cluster::NodeState *node = state.node(name);
        const int known = node && node->facts && node->facts->clusterConf
                              ? node->facts->clusterConf->configVersion
                              : 0;
        notes.append(
            known > 0 ? Words::tr("%1 had version %2 when it was last read.").arg(name).arg(known)
                      : Words::tr("Which version %1 has is not known.").arg(name));
        notes.append(
            Words::tr("With the ccsd of cluster 2 the highest config_version wins when a node "
                      "boots: a file on %1 with a version above %2 would take the place of "
                      "this one on all nodes. From cluster 3 on, %1 does not join with a "
                      "lower one.")
                .arg(name)
                .arg(version));
    }
    if (deployKindOf(request.path) == DeployKind::Ocfs2Conf)
        notes.append(Words::tr("What OCFS2 has loaded stays as it is: the file is read at the next "
                               "start of o2cb."));
    return notes;
}

base::Result<QByteArray> restoredBytes(const QString &path, const QByteArray &old,
                                       const QByteArray &current)
{
    if (deployKindOf(path) != DeployKind::ClusterConf)
        return old;
    const formats::Parsed<formats::ClusterConf> conf = formats::ClusterConf::parse(old);
    if (!conf)
        return base::failure(
            ErrorCode::InvalidInput,
            Words::tr("What is to be restored is no cluster.conf: %1").arg(conf.error().message));
    const auto edits = conf->setConfigVersion(configVersionOf(current) + 1);
    if (!edits)
        return std::unexpected(edits.error());
    return formats::applied(old, *edits);
}

} // namespace colonnade::operations
