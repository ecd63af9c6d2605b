// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cluster/monitor.h"
#include "operations/journal.h"
#include "operations/plan.h"

#include <QByteArray>
#include <QDateTime>
#include <QHash>
#include <QList>
#include <QString>

#include <functional>
#include <optional>
#include <stop_token>

namespace colonnade::operations {

/// A node that is to get a file.
struct DeployTarget
{
    QString node;
    /// SHA-256, in hex, of the file there that the person looked at; none: there was no file. What
    /// is there when it comes to it must be the same, or nothing is written anywhere.
    std::optional<QByteArray> expected;

    friend bool operator==(const DeployTarget &, const DeployTarget &) = default;
};

/// A file that all nodes of a cluster are to have.
struct DeployRequest
{
    QString cluster;
    QString path;     ///< absolute: /etc/cluster/cluster.conf, /etc/ocfs2/cluster.conf, ...
    QByteArray bytes; ///< as they will stand on every node
    QList<DeployTarget> targets;
    QStringList offline; ///< nodes that should have it, too, and cannot be reached now
    QString reason = {}; ///< what the person says about it, for the history; may be empty
};

/// The plan that puts the file on all targets, or why it may not be: bytes that are no document,
/// a version that does not rise, a running cluster that would lose its name or a member, a
/// read-only node, ... Pure. The plan's kind is "deploy".
base::Result<Plan> planDeployment(const cluster::ClusterState &state, const DeployRequest &request);

/// What a person should know before the plan is carried out, as sentences: what the nodes that are
/// offline will need, and what threatens when they come back; what a running cluster takes only at
/// its next start. @p before: what the nodes hold now, each file once.
QStringList deploymentNotes(const cluster::ClusterState &state, const DeployRequest &request,
                            const QList<QByteArray> &before);

enum class DeployStage {
    Checking,
    Staging,
    Validating,
    Swapping,
    Activating,
    Verifying,
    RollingBack,
    Ended
};

/// "Checking the nodes", "Exchanging the file", ...
QString stageWords(DeployStage stage);

struct DeployProgress
{
    QString planId;
    DeployStage stage = DeployStage::Checking;
    QString node; ///< empty: all
    QString sentence;
};

/// Called on the thread that carries the plan out; must not block.
using DeploySink = std::function<void(const DeployProgress &)>;

enum class DeployOutcome {
    Deployed,   ///< every target has the new bytes and, where it is activated, runs its version
    Refused,    ///< nothing was changed anywhere, and nothing is left behind
    RolledBack, ///< some had been swapped, and all have the old bytes again
    Inactive, ///< every target has the new bytes; a node does not run them (yet), see the sentence
    Mixed,    ///< a person must look: not all nodes hold the same, and it is not ours to mend
    Unknown,  ///< a node does not answer; the plan stays open and can be finished or taken back
};

/// What one node holds at the end.
struct DeployNode
{
    enum class Holds { Old, New, Other, Nothing, Unknown };
    QString node;
    Holds holds = Holds::Unknown;
    QString sentence; ///< what is to be said of it; may be empty

    friend bool operator==(const DeployNode &, const DeployNode &) = default;
};

struct DeployResult
{
    DeployOutcome outcome = DeployOutcome::Unknown;
    QString sentence; ///< what is true now, with names
    QString remedy;   ///< the way out; empty when all is well
    QList<DeployNode> nodes;
};

struct DeployOptions
{
    std::chrono::milliseconds pollInterval = std::chrono::seconds(1);
    /// A node that does not answer is asked again for that long; then the answer is Unknown, or
    /// before the first swap Refused.
    std::chrono::milliseconds unreachableLimit = std::chrono::minutes(2);
    std::chrono::milliseconds activateLimit =
        std::chrono::seconds(30); ///< for all to run the version
};

/// The word for @p outcome in the journal and in JSON: deployed, refused, rolled-back, inactive,
/// mixed, unknown.
QString outcomeName(DeployOutcome outcome);

/// Carries @p plan out: looks at every target, stages and checks the file on all of them, exchanges
/// it on one after the other, makes the cluster take it, and looks again. Setting @p stop ends it
/// at the next step: before the first exchange with Refused, later with Unknown and an open plan.
DeployResult runDeployment(cluster::Nodes &nodes, Journal &journal, const Plan &plan,
                           const DeploySink &sink, std::stop_token stop = {},
                           const DeployOptions &options = {});

/// What to do with a plan that was left open.
enum class DeployDirection {
    Finish,
    TakeBack,
    Abandon, ///< clean up where that is possible and leave every node's file as it is: for nodes
             ///< that will not come back. The result is Mixed
};

/// Goes on with an open plan of an earlier process, or of one that was stopped.
DeployResult resumeDeployment(cluster::Nodes &nodes, Journal &journal, const QString &planId,
                              DeployDirection direction, const DeploySink &sink,
                              std::stop_token stop = {}, const DeployOptions &options = {});

/// A roll-out of the journal.
struct Deployment
{
    QString planId;
    QDateTime begun; ///< UTC
    QString by;      ///< user@host of the workstation; empty where it never began
    QString cluster;
    QString path;
    QString reason;
    QStringList nodes;
    QStringList offline; ///< were to get it later
    bool ended = false;
    bool inUse = false; ///< another live process carries it out
    QString outcome;    ///< of an ended one, as outcomeName() says it
    QString sentence;
    QByteArray bytes;                              ///< what was rolled out
    QHash<QString, std::optional<QByteArray>> old; ///< by node: what was there before; none: no
                                                   ///< file. Only nodes that were looked at.
};

/// The roll-outs, newest first.
base::Result<QList<Deployment>> deployments(const Journal &journal, int limit = 200);
std::optional<Deployment> deploymentFrom(const JournalEntry &entry);

/// What is still owed to nodes that were offline when a file was rolled out: of each path of the
/// cluster the bytes of its last roll-out, where such a node answers now and does not hold them.
/// The targets are these nodes, with what they hold now as expected; offline are those that still
/// do not answer. @p deployments: newest first. Files that the probe does not watch are not told.
QList<DeployRequest> owedFiles(const QList<Deployment> &deployments,
                               const cluster::ClusterState &state);

/// The bytes that bring @p old back as the next version after @p current: those of a cluster.conf
/// with config_version one above, of others as they are.
base::Result<QByteArray> restoredBytes(const QString &path, const QByteArray &old,
                                       const QByteArray &current);

} // namespace colonnade::operations
