// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "operations/deployfile.h"
#include "operations/deployment.h"
#include "operations/deploymentdetails.h"
#include "remote/nodefile.h"

#include <functional>
#include <vector>

namespace colonnade::operations {

/// Carries one roll-out out, or goes on with it. One object, one call, one thread, which asks the
/// nodes on threads of their own.
class DeploymentRunner
{
public:
    DeploymentRunner(cluster::Nodes &nodes, Journal::Record &record, const DeploySink &sink,
                     std::stop_token stop, const DeployOptions &options);

    /// From the beginning. @p journal tells of other roll-outs of the same file.
    DeployResult carryOut(const Journal &journal);
    /// From wherever an earlier process came to.
    DeployResult goOn(DeployDirection direction);

private:
    using Place = remote::FileReplacement::Place;
    using Outcome = remote::FileReplacement::Outcome;

    struct Node
    {
        QString name;
        remote::Connection *connection;
        remote::FileReplacement file;
        std::optional<QByteArray> expected;
        DeployNode::Holds holds = DeployNode::Holds::Unknown;
        QString sentence;
        bool foreign = false; ///< somebody else changed the file; it is not ours to mend
    };
    /// What went wrong on a node.
    struct Trouble
    {
        QString node;
        base::Error error;
        bool silent = false; ///< the node does not answer, so what it did is not known
    };

    std::optional<DeployResult> objection(const Journal &journal);
    std::optional<DeployResult> read();
    DeployResult change();
    DeployResult finish();

    std::optional<Trouble> stage();
    std::optional<Trouble> check();
    std::optional<Trouble> lookAgain();
    std::optional<Trouble> swap();
    DeployResult activate();
    DeployResult verify(const QString &activation);
    std::optional<DeployResult> verifyBytes();
    QStringList notRunning(int version);
    void putBack(Node &node);

    DeployResult giveUp(const Trouble &trouble);
    DeployResult takeBack(const QString &reason, const QString &remedy);
    DeployResult conclude(DeployOutcome outcome, const QString &sentence,
                          const QString &remedy = {});
    DeployResult result(DeployOutcome outcome, const QString &sentence,
                        const QString &remedy) const;
    DeployResult refuse(const base::Error &error);

    /// Whether the bytes are there already and nothing is to be done.
    bool isServed(const Node &node) const { return node.holds == DeployNode::Holds::New; }
    void note(Node &node, const Place &place);
    Trouble changedBy(Node &node, const Place &now) const;
    static bool isSilence(const base::Error &error);
    /// Calls @p ask until the node answers, or the limit is over.
    template<typename T>
    base::Result<T> persist(const std::function<base::Result<T>()> &ask) const;
    using Ask = std::function<std::optional<Trouble>(Node &)>;
    /// Asks all nodes that @p wanted chooses at the same time; the first trouble in their order.
    std::optional<Trouble> onAll(DeployStage stage, const std::function<bool(const Node &)> &wanted,
                                 const Ask &ask);
    void tell(DeployStage stage, const QString &node, const QString &sentence);
    bool begin(DeployStage stage, const QString &word, const QJsonObject &facts = {});
    bool pause() const;
    int version() const { return m_version; }

    cluster::Nodes &m_nodes;
    Journal::Record &m_record;
    const DeploySink &m_sink;
    std::stop_token m_stop;
    DeployOptions m_options;
    DeployRequest m_request;
    std::optional<DeployKind> m_kind;
    QByteArray m_hash;
    int m_version = 0; ///< of a cluster.conf
    QString m_missing; ///< a node without a profile
    std::vector<Node> m_targets;
    std::optional<base::Error> m_journalError;
};

} // namespace colonnade::operations
