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
    using Look = remote::FileReplacement::Look;
    using Outcome = remote::FileReplacement::Outcome;

    struct Node
    {
        QString name;
        remote::Connection *connection;
        remote::FileReplacement file;
        std::optional<QByteArray> expected;
        DeployNode::Holds holds = DeployNode::Holds::Unknown;
        QString sentence = {};
        /// What was there before this roll-out began; none: no file, or it was not read yet.
        std::optional<QByteArray> old = {};
        bool hadIt = false;           ///< it held the new bytes before this roll-out began
        std::optional<int> runs = {}; ///< the config version of its cman, where that runs
    };
    /// What went wrong on a node.
    struct Trouble
    {
        QString node;
        base::Error error;
        bool silent = false; ///< the node cannot be asked, so what it did is not known
    };
    using Troubles = std::optional<Trouble>;
    using Ask = std::function<Troubles(Node &)>;

    // The phases up to the exchange (deploymentphases.cpp). Each tells the first trouble.
    std::optional<DeployResult> objection(const Journal &journal);
    std::optional<DeployResult> read();
    Troubles readNode(Node &node);
    Troubles stage();
    Troubles check();
    Troubles checkNode(Node &node);
    Troubles checkRunning(Node &node);
    Troubles lookAgain();
    Troubles swap();
    Troubles lookBeforeActivation();
    Troubles look(Node &node);

    // What comes after it (deploymentactivation.cpp).
    QString activate();
    DeployResult verify(const QString &activation);
    Troubles verifyBytes();
    Troubles verifyNode(Node &node);
    Troubles putBack(Node &node);
    void forgetPutBack();
    remote::FileReplacement secondReplacement(Node &node,
                                              const std::optional<QByteArray> &expected) const;
    QStringList notRunning();
    QString runningProblem(Node &node);
    QString loadedOtherwise();

    // The ways on and the ways out (deploymentrunner.cpp).
    DeployResult change();
    DeployResult finish();
    DeployResult giveUp(const Trouble &trouble);
    DeployResult takeBack(const QString &reason, const QString &remedy);
    Troubles takeBackFrom(Node &node);
    DeployResult abandon();
    DeployResult conclude(DeployOutcome outcome, const QString &sentence,
                          const QString &remedy = {});
    DeployResult leaveOpen(const QString &sentence, const QString &remedy);
    DeployResult result(DeployOutcome outcome, const QString &sentence,
                        const QString &remedy) const;
    DeployResult refuse(const base::Error &error);

    /// Whether the bytes are there already and nothing is to be done.
    static bool isServed(const Node &node) { return node.holds == DeployNode::Holds::New; }
    void rememberWhatWasThere();
    void note(Node &node, const Place &place);
    Trouble changedBy(Node &node, const Place &now) const;
    static Trouble troubleOf(const Node &node, const base::Error &error);
    QStringList foreignNodes() const;
    /// Calls @p ask until the node answers, or the limit is over.
    template<typename T>
    base::Result<T> persist(const std::function<base::Result<T>()> &ask) const
    {
        const auto end = std::chrono::steady_clock::now() + m_options.unreachableLimit;
        while (true) {
            base::Result<T> answer = ask();
            if (answer || !mayAnswerLater(answer.error()) || std::chrono::steady_clock::now() > end
                || !pause())
                return answer;
        }
    }
    static bool mayAnswerLater(const base::Error &error);
    /// Asks all nodes that @p wanted chooses at the same time; the first trouble in their order.
    Troubles onAll(DeployStage stage, const std::function<bool(const Node &)> &wanted,
                   const Ask &ask);
    Troubles onAll(DeployStage stage, const Ask &ask);
    Troubles onUnserved(DeployStage stage, const Ask &ask);
    void tell(DeployStage stage, const QString &node, const QString &sentence);
    bool begin(DeployStage stage, const QString &word, const QJsonObject &facts = {});
    bool pause() const;

    Journal::Record &m_record;
    const DeploySink &m_sink;
    std::stop_token m_stop;
    DeployOptions m_options;
    DeployRequest m_request;
    std::optional<DeployKind> m_kind;
    QByteArray m_hash;
    int m_version = 0;          ///< of a cluster.conf
    bool m_runsAlready = false; ///< nodes that are none of the targets have it and run it
    QString m_missing;          ///< a node without a profile
    std::vector<Node> m_targets;
    std::optional<base::Error> m_journalError;
};

} // namespace colonnade::operations
