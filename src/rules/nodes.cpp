// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/checks.h"

#include "rules/words.h"

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
    return Words::tr("Connect to %1, then try again.").arg(node.name());
}

QString unreachable(const QString &node, const QString &problem)
{
    return problem.isEmpty() ? Words::tr("%1 has not been reachable.").arg(node)
                             : Words::tr("%1 has not been reachable: %2").arg(node, problem);
}

QString unreachableFor(const QString &span, const QString &node, const QString &problem)
{
    return problem.isEmpty()
               ? Words::tr("%1 has not been reachable for %2.").arg(node, span)
               : Words::tr("%1 has not been reachable for %2: %3").arg(node, span, problem);
}

QString neverRead(const QString &node, const QString &problem)
{
    return problem.isEmpty() ? Words::tr("%1 has not been read yet.").arg(node)
                             : Words::tr("%1 has not been read yet: %2").arg(node, problem);
}

QString stale(const QString &node, const QString &age, const QString &problem)
{
    return problem.isEmpty()
               ? Words::tr("What is known of %1 is %2 old.").arg(node, age)
               : Words::tr("What is known of %1 is %2 old: %3").arg(node, age, problem);
}

QString unreadable(const QString &node, const QString &problem)
{
    return problem.isEmpty()
               ? Words::tr("%1 could not be read at the last attempt.").arg(node)
               : Words::tr("%1 could not be read at the last attempt: %2").arg(node, problem);
}

QString withoutToolstack(const QString &node, const QString &problem)
{
    return problem.isEmpty() ? Words::tr("%1 has no usable Xen toolstack.").arg(node)
                             : Words::tr("%1 has no usable Xen toolstack: %2").arg(node, problem);
}

} // namespace

bool isCurrent(const cluster::NodeState &node)
{
    return node.facts && !node.probeError && !isDisconnected(node.connection);
}

bool checkUsable(const cluster::NodeState &node, const PlacementOptions &options, Reasons &reasons)
{
    const QString &name = node.name();
    if (node.profile.readOnly) {
        reasons.hard(u"node-read-only"_s,
                     Words::tr("%1 is read-only: its profile lets nothing change it.").arg(name),
                     Words::tr("Turn read-only mode off in the profile of %1.").arg(name));
        return false;
    }
    if (isDisconnected(node.connection)) {
        const QDateTime &since = node.connection.since;
        reasons.hard(u"node-unreachable"_s,
                     since.isValid() ? unreachableFor(spanText(since.secsTo(options.now)), name,
                                                      problemOf(node))
                                     : unreachable(name, problemOf(node)),
                     remedyOf(node));
        return false;
    }
    if (!node.facts || !node.facts->readAt.isValid()) {
        reasons.hard(u"node-never-read"_s, neverRead(name, problemOf(node)), remedyOf(node));
        return false;
    }
    const qint64 age = node.facts->readAt.secsTo(options.now);
    if (age > options.staleAfter.count()) {
        reasons.hard(u"node-stale"_s, stale(name, spanText(age), problemOf(node)),
                     Words::tr("Refresh %1, then try again.").arg(name));
        return false;
    }
    if (node.probeError) {
        reasons.hard(u"node-unreadable"_s, unreadable(name, problemOf(node)),
                     Words::tr("Refresh %1, then try again.").arg(name));
        return false;
    }
    return true;
}

void checkToolstacks(const Question &question, Reasons &reasons)
{
    for (const cluster::NodeState *node : {&question.source, &question.target}) {
        if (node->facts->toolstack && node->facts->toolstackProblem.isEmpty())
            continue;
        reasons.hard(u"toolstack-unusable"_s,
                     withoutToolstack(node->name(), node->facts->toolstackProblem),
                     Words::tr("Boot %1 under Xen and start its toolstack.").arg(node->name()));
    }
    const auto source = question.sourceFacts().toolstack;
    const auto target = question.targetFacts().toolstack;
    if (source && target && *source != *target)
        reasons.hard(u"toolstack-differs"_s,
                     Words::tr("%1 uses %2 and %3 uses %4, which cannot migrate to each other.")
                         .arg(question.source.name(), toolstack::kindName(*source),
                              question.target.name(), toolstack::kindName(*target)));
}

void checkSameMachine(const Question &question, Reasons &reasons)
{
    const QString &boot = question.sourceFacts().bootId;
    if (!boot.isEmpty() && boot == question.targetFacts().bootId)
        reasons.hard(u"same-machine"_s,
                     Words::tr("%1 and %2 are the same machine under two names.")
                         .arg(question.source.name(), question.target.name()),
                     Words::tr("Correct the host of one of the two profiles."));
}

} // namespace colonnade::rules
