// SPDX-License-Identifier: GPL-3.0-or-later
#include "operations/deployment.h"

#include "operations/deployfile.h"
#include "operations/deploymentdetails.h"
#include "operations/deploymentrunner.h"
#include "operations/words.h"
#include "remote/nodefile.h"

using namespace Qt::StringLiterals;

namespace colonnade::operations {

namespace {

constexpr DeployOutcome AllOutcomes[] = {DeployOutcome::Deployed,   DeployOutcome::Refused,
                                         DeployOutcome::RolledBack, DeployOutcome::Inactive,
                                         DeployOutcome::Mixed,      DeployOutcome::Unknown};

DeployResult resultOf(DeployOutcome outcome, const base::Error &error)
{
    return {outcome, error.message, error.remedy, {}};
}

/// What the journal says of a plan that cannot be taken over.
DeployResult resultOf(const JournalEntry &entry)
{
    DeployResult result{DeployOutcome::Unknown, entry.sentence, entry.remedy, {}};
    for (const DeployOutcome outcome : AllOutcomes) {
        if (outcomeName(outcome) == entry.outcome)
            result.outcome = outcome;
    }
    return result;
}

bool isInPlace(const Deployment &deployment)
{
    return deployment.outcome == outcomeName(DeployOutcome::Deployed)
           || deployment.outcome == outcomeName(DeployOutcome::Inactive);
}

/// The nodes that were offline when the file of @p last, or one before it, was rolled out, and have
/// not been given that of @p last since.
QStringList leftOut(const QList<Deployment> &deployments, const Deployment &last)
{
    QStringList served;
    QStringList left;
    for (const Deployment &each : deployments) {
        if (each.cluster != last.cluster || each.path != last.path || !isInPlace(each))
            continue;
        if (each.bytes == last.bytes)
            served += each.nodes;
        for (const QString &node : each.offline) {
            if (!left.contains(node))
                left.append(node);
        }
    }
    left.removeIf([&](const QString &node) { return served.contains(node); });
    return left;
}

bool answers(const cluster::NodeState &node)
{
    return node.facts && !node.probeError && node.connection.phase == remote::Phase::Connected;
}

std::optional<QByteArray> hashOn(const cluster::NodeState &node, const QString &path)
{
    const auto found = node.facts->fileHashes.constFind(path);
    return found == node.facts->fileHashes.constEnd() ? std::nullopt : std::optional(*found);
}

/// A cluster.conf of the same or a higher version is not replaced: the cluster gave it to the node
/// when that came back, or it is a matter for a person.
bool lacks(const cluster::NodeState &node, const Deployment &last)
{
    if (!isWatched(last.path) || hashOn(node, last.path) == remote::sha256Of(last.bytes))
        return false;
    return deployKindOf(last.path) != DeployKind::ClusterConf || !node.facts->clusterConf
           || node.facts->clusterConf->configVersion < configVersionOf(last.bytes);
}

} // namespace

QString outcomeName(DeployOutcome outcome)
{
    switch (outcome) {
    case DeployOutcome::Deployed:
        return u"deployed"_s;
    case DeployOutcome::Refused:
        return u"refused"_s;
    case DeployOutcome::RolledBack:
        return u"rolled-back"_s;
    case DeployOutcome::Inactive:
        return u"inactive"_s;
    case DeployOutcome::Mixed:
        return u"mixed"_s;
    case DeployOutcome::Unknown:
        break;
    }
    return u"unknown"_s;
}

QString stageWords(DeployStage stage)
{
    switch (stage) {
    case DeployStage::Checking:
        return Words::tr("Looking at what the nodes have");
    case DeployStage::Staging:
        return Words::tr("Putting the new file beside the old one");
    case DeployStage::Validating:
        return Words::tr("Letting the nodes check it");
    case DeployStage::Swapping:
        return Words::tr("Exchanging the file");
    case DeployStage::Activating:
        return Words::tr("Letting the cluster take it");
    case DeployStage::Verifying:
        return Words::tr("Looking whether it arrived");
    case DeployStage::RollingBack:
        return Words::tr("Putting the old file back");
    case DeployStage::Ended:
        break;
    }
    return Words::tr("Ended");
}

DeployResult runDeployment(cluster::Nodes &nodes, Journal &journal, const Plan &plan,
                           const DeploySink &sink, std::stop_token stop,
                           const DeployOptions &options)
{
    if (plan.kind != u"deploy")
        return resultOf(DeployOutcome::Refused, {base::ErrorCode::InvalidInput,
                                                 Words::tr("That is no plan of a roll-out.")});
    const auto record = journal.begin(plan);
    if (!record) // what is not journaled is not started
        return resultOf(DeployOutcome::Refused, record.error());
    return DeploymentRunner(nodes, **record, sink, std::move(stop), options).carryOut(journal);
}

DeployResult resumeDeployment(cluster::Nodes &nodes, Journal &journal, const QString &planId,
                              DeployDirection direction, const DeploySink &sink,
                              std::stop_token stop, const DeployOptions &options)
{
    const auto record = journal.reopen(planId);
    if (!record) {
        const base::Result<JournalEntry> entry = journal.entry(planId);
        return entry && entry->ended ? resultOf(*entry)
                                     : resultOf(DeployOutcome::Unknown, record.error());
    }
    if ((*record)->plan().kind != u"deploy")
        return resultOf(DeployOutcome::Unknown, {base::ErrorCode::InvalidInput,
                                                 Words::tr("%1 is no roll-out.").arg(planId)});
    return DeploymentRunner(nodes, **record, sink, std::move(stop), options).goOn(direction);
}

std::optional<Deployment> deploymentFrom(const JournalEntry &entry)
{
    if (entry.plan.kind != u"deploy")
        return std::nullopt;
    const DeployRequest request = requestFrom(entry.plan);
    Deployment deployment;
    deployment.planId = entry.plan.id;
    deployment.begun = entry.begun;
    deployment.by = entry.facts.value(u"checking"_s)[u"by"].toString();
    deployment.cluster = entry.plan.cluster;
    deployment.path = request.path;
    deployment.reason = request.reason;
    deployment.offline = request.offline;
    deployment.ended = entry.ended;
    deployment.inUse = entry.inUse;
    deployment.outcome = entry.outcome;
    deployment.sentence = entry.sentence;
    deployment.bytes = request.bytes;
    deployment.old = oldFilesFrom(entry.facts.value(u"found"_s));
    for (const DeployTarget &target : request.targets)
        deployment.nodes.append(target.node);
    return deployment;
}

base::Result<QList<Deployment>> deployments(const Journal &journal, int limit)
{
    const auto entries = journal.entries(std::numeric_limits<int>::max());
    if (!entries)
        return std::unexpected(entries.error());
    QList<Deployment> result;
    for (const JournalEntry &entry : *entries) {
        if (result.size() == limit)
            break;
        if (std::optional<Deployment> deployment = deploymentFrom(entry))
            result.append(*std::move(deployment));
    }
    return result;
}

QList<DeployRequest> owedFiles(const QList<Deployment> &deployments,
                               const cluster::ClusterState &state)
{
    QStringList paths;
    QList<DeployRequest> owed;
    for (const Deployment &last : deployments) { // newest first
        if (last.cluster != state.name || !isInPlace(last) || paths.contains(last.path))
            continue;
        paths.append(last.path);
        DeployRequest request{last.cluster, last.path, last.bytes, {}, {}, last.reason};
        for (const QString &name : leftOut(deployments, last)) {
            const cluster::NodeState *node = state.node(name);
            if (node && !answers(*node))
                request.offline.append(name);
            else if (node && lacks(*node, last))
                request.targets.append({name, hashOn(*node, last.path)});
        }
        if (!request.targets.isEmpty())
            owed.append(request);
    }
    return owed;
}

} // namespace colonnade::operations
