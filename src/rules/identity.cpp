// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/checks.h"

#include "rules/words.h"

namespace colonnade::rules {

using namespace Qt::StringLiterals;
using cluster::Guest;
using cluster::NameKind;
using cluster::NodeState;

namespace {

bool isFresh(const NodeState &node, const PlacementOptions &options)
{
    return node.facts && node.facts->readAt.isValid()
           && node.facts->readAt.secsTo(options.now) <= options.staleAfter.count();
}

/// xend keeps guests that are not started; one of the same uuid takes the arriving guest in.
bool isOwnEntryOf(const Guest &guest, const Guest &stopped)
{
    return stopped.state == toolstack::RunState::Halted && !guest.uuid.isEmpty()
           && stopped.uuid == guest.uuid;
}

void checkNameOn(const NodeState &node, const Question &question, Reasons &reasons)
{
    for (const Guest &other : node.facts->guests) {
        if (other.name != question.guest.name)
            continue;
        if (isOwnEntryOf(question.guest, other))
            reasons.soft(u"name-known"_s,
                         Words::tr("%1 knows %2 as a stopped guest already, with the same uuid.")
                             .arg(node.name(), other.name));
        else if (&node == &question.target)
            reasons.hard(u"name-taken"_s,
                         Words::tr("%1 has a guest named %2 already.").arg(node.name(), other.name),
                         Words::tr("Find out whether it is the same guest running twice; otherwise "
                                   "rename one of the two."));
        else if (other.state != toolstack::RunState::Halted)
            reasons.hard(u"runs-elsewhere"_s,
                         Words::tr("%1 is shown on %2 as well.").arg(other.name, node.name()),
                         Words::tr("Find out first which of the two is the one to keep."));
    }
}

} // namespace

void checkNames(const Question &question, Reasons &reasons)
{
    checkNameOn(question.target, question, reasons);
    for (const NodeState &node : question.state.nodes) {
        if (&node != &question.source && &node != &question.target
            && isFresh(node, question.options))
            checkNameOn(node, question, reasons);
    }
}

void checkLeftovers(const Question &question, Reasons &reasons)
{
    for (const NodeState *node : {&question.source, &question.target}) {
        for (const Guest &other : node->facts->guests) {
            const cluster::GuestName name = cluster::splitGuestName(other.name);
            if (name.kind == NameKind::Plain || name.kind == NameKind::Unnamed
                || name.guest != question.guest.name)
                continue;
            reasons.hard(
                u"leftover"_s,
                Words::tr(
                    "%1 on %2: a migration of %3 is under way, or broke and left this behind.")
                    .arg(other.name, node->name(), name.guest),
                Words::tr("Wait for that migration to end; if none is under way, follow the advice "
                          "of the alarm."));
        }
    }
}

void checkUuid(const Question &question, Reasons &reasons)
{
    if (question.guest.uuid.isEmpty())
        return;
    for (const Guest &other : question.targetFacts().guests) {
        const cluster::GuestName name = cluster::splitGuestName(other.name);
        if (other.uuid == question.guest.uuid && name.guest != question.guest.name)
            reasons.hard(u"uuid-taken"_s,
                         Words::tr("%1 on %2 has the same uuid as %3.")
                             .arg(other.name, question.target.name(), question.guest.name),
                         Words::tr("Find out whether it is the same guest under another name; "
                                   "otherwise give one of the two another uuid."));
    }
}

} // namespace colonnade::rules
