// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules/placement.h"

namespace colonnade::rules {

/// What a check is asked: may this guest go from the source to the target? Both have facts, and
/// fresh ones.
struct Question
{
    const cluster::ClusterState &state;
    const cluster::NodeState &source;
    const cluster::NodeState &target;
    const cluster::Guest &guest;
    const PlacementOptions &options;

    const cluster::NodeFacts &sourceFacts() const { return *source.facts; }
    const cluster::NodeFacts &targetFacts() const { return *target.facts; }
    toolstack::Kind kind() const { return sourceFacts().toolstack.value_or(toolstack::Kind::Xl); }
};

/// The reasons that checks find, in their order.
class Reasons
{
public:
    void hard(const QString &id, const QString &sentence, const QString &remedy = {})
    {
        add({Severity::Hard, id, sentence, remedy, {}});
    }
    void warning(const QString &id, const QString &sentence, const QString &remedy = {})
    {
        add({Severity::Warning, id, sentence, remedy, {}});
    }
    void soft(const QString &id, const QString &sentence, const QString &remedy = {})
    {
        add({Severity::Soft, id, sentence, remedy, {}});
    }
    /// A reason that is there already is not added again: what a node lacks is said once for all
    /// guests.
    void add(const Reason &reason)
    {
        if (!m_reasons.contains(reason))
            m_reasons.append(reason);
    }

    /// Hard ones first, in the order of the checks otherwise.
    Verdict verdict() const;

private:
    QList<Reason> m_reasons;
};

/// "node1", "node1 and node2", "node1, node2 and node3".
QString joined(const QStringList &names);

/// A span of time in the largest unit that keeps it above one: "45 s", "3 min", "2 h", "5 d".
QString spanText(qint64 seconds);

} // namespace colonnade::rules
