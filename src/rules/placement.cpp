// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/placement.h"

#include "rules/checks.h"
#include "rules/words.h"

#include <algorithm>

namespace colonnade::rules {

using namespace Qt::StringLiterals;
using cluster::ClusterState;
using cluster::Guest;
using cluster::NodeState;

namespace {

using Check = void (*)(const Question &, Reasons &);

/// In the order in which the reasons are told.
constexpr Check ClusterChecks[] = {
    checkToolstacks, checkSameMachine, checkGuestName, checkGuestState, checkMigratable,
    checkNames,      checkLeftovers,   checkUuid,      checkRgmanager,  checkFailoverDomain};
constexpr Check StorageChecks[] = {checkDisks, checkBootFiles};
constexpr Check OtherChecks[] = {checkSourceMemory,   checkMachine,     checkShadowPaging,
                                 checkXenVersion,     checkCpuFeatures, checkBridges,
                                 checkRelocationPort, checkPeer,        checkClocks,
                                 checkAutostart,      checkGuestFile};

const Guest *guestOn(const NodeState &node, const QString &name)
{
    for (const Guest &guest : node.facts->guests) {
        if (guest.name == name)
            return &guest;
    }
    return nullptr;
}

/// The node of that name, if it is there and its facts may be relied on.
const NodeState *usableNode(const ClusterState &state, const QString &name,
                            const PlacementOptions &options, Reasons &reasons)
{
    const NodeState *node = state.node(name);
    if (!node) {
        reasons.hard(u"node-unknown"_s,
                     name.isEmpty() ? Words::tr("No node is named.")
                                    : Words::tr("There is no node %1 in this cluster.").arg(name));
        return nullptr;
    }
    return checkUsable(*node, options, reasons) ? node : nullptr;
}

std::optional<Question> questionFor(const ClusterState &state, const GuestRef &ref,
                                    const NodeState *target, const PlacementOptions &options,
                                    Reasons &reasons)
{
    if (target && ref.node == target->name()) {
        reasons.hard(u"same-node"_s, Words::tr("%1 is on %2 already.").arg(ref.guest, ref.node));
        return std::nullopt;
    }
    if (ref.guest == "Domain-0"_L1) {
        reasons.hard(u"domain0"_s,
                     Words::tr("Domain-0 is %1 itself and cannot be migrated.").arg(ref.node));
        return std::nullopt;
    }
    const NodeState *source = usableNode(state, ref.node, options, reasons);
    if (!source || !target)
        return std::nullopt;
    const Guest *guest = guestOn(*source, ref.guest);
    if (!guest) {
        reasons.hard(u"guest-unknown"_s,
                     Words::tr("There is no guest %1 on %2.").arg(ref.guest, ref.node),
                     Words::tr("Refresh %1; it may have moved or stopped.").arg(ref.node));
        return std::nullopt;
    }
    return Question{state, *source, *target, *guest, options};
}

template<qsizetype N>
void run(const Check (&checks)[N], const Question &question, Reasons &reasons)
{
    for (const Check check : checks)
        check(question, reasons);
}

QList<GuestRef> withoutRepetitions(const QList<GuestRef> &guests)
{
    QList<GuestRef> result;
    for (const GuestRef &guest : guests) {
        if (!result.contains(guest))
            result.append(guest);
    }
    return result;
}

void checkMemoryOfAll(const QList<Question> &questions, Reasons &reasons)
{
    if (questions.isEmpty())
        return;
    QStringList names;
    qint64 needed = 0;
    for (const Question &question : questions) {
        names.append(question.guest.name);
        needed += memoryNeeded(question);
    }
    checkMemory(questions.first().target, names, needed, reasons);
}

} // namespace

Verdict canRun(const ClusterState &state, const QString &guest, const QString &from,
               const QString &to, const PlacementOptions &options)
{
    return canRunAll(state, {{guest, from}}, to, options);
}

Verdict canRunAll(const ClusterState &state, const QList<GuestRef> &guests, const QString &to,
                  const PlacementOptions &options)
{
    Reasons reasons;
    if (guests.isEmpty())
        reasons.hard(u"no-guests"_s, Words::tr("No guest is named."));
    const NodeState *target = usableNode(state, to, options, reasons);

    QList<Question> questions;
    for (const GuestRef &ref : withoutRepetitions(guests)) {
        if (const auto question = questionFor(state, ref, target, options, reasons))
            questions.append(*question);
    }
    // Subject by subject over all guests, so that the order of the reasons is that of the subjects.
    for (const Question &question : questions)
        run(ClusterChecks, question, reasons);
    for (const Question &question : questions)
        run(StorageChecks, question, reasons);
    checkMemoryOfAll(questions, reasons);
    for (const Question &question : questions)
        run(OtherChecks, question, reasons);
    return reasons.verdict();
}

} // namespace colonnade::rules
