// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/checks.h"

namespace colonnade::rules {

using namespace Qt::StringLiterals;

namespace {

QString problemOf(const cluster::NodeState &node)
{
    if (node.connection.error)
        return node.connection.error->message;
    return node.probeError ? node.probeError->message : QString();
}

bool isDisconnected(const remote::Status &status)
{
    return status.phase == remote::Phase::Waiting || status.phase == remote::Phase::Refused
           || status.phase == remote::Phase::Closed;
}

QString remedyOf(const cluster::NodeState &node)
{
    if (node.connection.error && !node.connection.error->remedy.isEmpty())
        return node.connection.error->remedy;
    return u"Connect to %1, then try again."_s.arg(node.name());
}

/// ": the reason", or nothing where none is known.
QString because(const QString &problem)
{
    return problem.isEmpty() ? u"."_s : u": "_s + problem;
}

} // namespace

bool checkUsable(const cluster::NodeState &node, const PlacementOptions &options, Reasons &reasons)
{
    const QString &name = node.name();
    if (isDisconnected(node.connection)) {
        const QDateTime &since = node.connection.since;
        const QString span =
            since.isValid() ? u" for "_s + spanText(since.secsTo(options.now)) : QString();
        reasons.hard(u"node-unreachable"_s,
                     u"%1 has not been reachable%2%3"_s.arg(name, span, because(problemOf(node))),
                     remedyOf(node));
        return false;
    }
    if (!node.facts || !node.facts->readAt.isValid()) {
        reasons.hard(u"node-never-read"_s,
                     u"%1 has not been read yet%2"_s.arg(name, because(problemOf(node))),
                     remedyOf(node));
        return false;
    }
    const qint64 age = node.facts->readAt.secsTo(options.now);
    if (age > options.staleAfter.count()) {
        reasons.hard(
            u"node-stale"_s,
            u"What is known of %1 is %2 old%3"_s.arg(name, spanText(age), because(problemOf(node))),
            u"Refresh %1, then try again."_s.arg(name));
        return false;
    }
    if (node.probeError) {
        reasons.hard(
            u"node-unreadable"_s,
            u"%1 could not be read at the last attempt%2"_s.arg(name, because(problemOf(node))),
            u"Refresh %1, then try again."_s.arg(name));
        return false;
    }
    return true;
}

void checkToolstacks(const Question &question, Reasons &reasons)
{
    for (const cluster::NodeState *node : {&question.source, &question.target}) {
        if (node->facts->toolstack && node->facts->toolstackProblem.isEmpty())
            continue;
        const QString why = node->facts->toolstackProblem;
        reasons.hard(u"toolstack-unusable"_s,
                     u"%1 has no usable Xen toolstack%2"_s.arg(node->name(), because(why)),
                     u"Boot %1 under Xen and start its toolstack."_s.arg(node->name()));
    }
    const auto source = question.sourceFacts().toolstack;
    const auto target = question.targetFacts().toolstack;
    if (source && target && *source != *target)
        reasons.hard(u"toolstack-differs"_s,
                     u"%1 uses %2 and %3 uses %4, which cannot migrate to each other."_s.arg(
                         question.source.name(), toolstack::kindName(*source),
                         question.target.name(), toolstack::kindName(*target)));
}

void checkSameMachine(const Question &question, Reasons &reasons)
{
    const QString &boot = question.sourceFacts().bootId;
    if (!boot.isEmpty() && boot == question.targetFacts().bootId)
        reasons.hard(u"same-machine"_s,
                     u"%1 and %2 are the same machine under two names."_s.arg(
                         question.source.name(), question.target.name()),
                     u"Correct the host of one of the two profiles."_s);
}

} // namespace colonnade::rules
