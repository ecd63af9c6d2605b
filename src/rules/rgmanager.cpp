// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/checks.h"

#include "rules/words.h"
#include "toolstack/migrate.h"

#include <algorithm>

namespace colonnade::rules {

using namespace Qt::StringLiterals;
using cluster::NodeState;
using formats::ClusterPlacement;
using formats::PlacedVm;
using formats::PlacementDomain;
using toolstack::ClusterStatus;
using toolstack::Group;
using toolstack::Member;

namespace {

constexpr int StateStarted = 112; // of rgmanager's resgroup.h

const PlacedVm *vmOf(const std::optional<ClusterPlacement> &conf, const QString &guest)
{
    if (!conf)
        return nullptr;
    const auto vm = std::find_if(conf->vms.begin(), conf->vms.end(),
                                 [&guest](const PlacedVm &v) { return v.name == guest; });
    return vm == conf->vms.end() ? nullptr : &*vm;
}

const Group *groupOf(const std::optional<ClusterStatus> &status, const QString &guest)
{
    if (!status)
        return nullptr;
    const QString name = u"vm:"_s + guest;
    const auto group = std::find_if(status->groups.begin(), status->groups.end(),
                                    [&name](const Group &g) { return g.name == name; });
    return group == status->groups.end() ? nullptr : &*group;
}

/// The guest's vm in cluster.conf as the source has it, or else any node.
struct Configured
{
    const ClusterPlacement *conf = nullptr;
    const PlacedVm *vm = nullptr;
};

Configured configured(const Question &question)
{
    if (const PlacedVm *vm = vmOf(question.sourceFacts().clusterConf, question.guest.name))
        return {&*question.sourceFacts().clusterConf, vm};
    for (const NodeState &node : question.state.nodes) {
        if (node.facts) {
            if (const PlacedVm *vm = vmOf(node.facts->clusterConf, question.guest.name))
                return {&*node.facts->clusterConf, vm};
        }
    }
    return {};
}

/// A node of a cluster whose rgmanager cannot be asked and whose configuration cannot be read: any
/// guest on it may be rgmanager's.
bool mayHideOwnership(const cluster::NodeFacts &facts)
{
    const bool answered = facts.clustat && facts.clustat->rgmanagerAnswered;
    const bool clustered = facts.cman || facts.clustat || !facts.clustatProblem.isEmpty();
    return !facts.clusterConfProblem.isEmpty() || (clustered && !answered && !facts.clusterConf);
}

/// What the window calls the node that is @p member of the cluster; the member's own name for
/// others.
QString shownName(const cluster::ClusterState &state, const QString &member)
{
    for (const NodeState &node : state.nodes) {
        if (memberName(node) == member)
            return node.name();
    }
    return member;
}

QString shownNames(const cluster::ClusterState &state, const QStringList &members)
{
    QStringList names;
    for (const QString &member : members)
        names.append(shownName(state, member));
    return joined(names);
}

void checkVm(const Question &question, Reasons &reasons)
{
    const PlacedVm *vm = configured(question).vm;
    if (!vm)
        return;
    if (!vm->service.isEmpty())
        reasons.hard(
            u"rgmanager-service"_s,
            Words::tr("%1 is part of the service %2, and rgmanager cannot migrate such a guest.")
                .arg(vm->name, vm->service),
            Words::tr("Relocate the service (`clusvcadm -r`), which stops and starts the guest, or "
                      "move the vm out of the service in cluster.conf."));
    if (vm->hasResources)
        reasons.hard(u"rgmanager-resources"_s,
                     Words::tr("%1 holds resources of its own in cluster.conf, and rgmanager "
                               "cannot migrate such a guest.")
                         .arg(vm->name));
}

void checkGroup(const Question &question, const Group &group, Reasons &reasons)
{
    const QString &guest = question.guest.name;
    if (group.frozen)
        reasons.hard(
            u"rgmanager-frozen"_s,
            Words::tr("%1 is frozen in rgmanager, which refuses every operation on it.").arg(guest),
            Words::tr("Unfreeze it (`clusvcadm -U vm:%1`) when the maintenance is over.")
                .arg(guest));
    if (group.state != StateStarted) {
        const QString state =
            group.stateName.isEmpty() ? QString::number(group.state) : group.stateName;
        reasons.hard(
            u"rgmanager-not-started"_s,
            Words::tr("rgmanager does not take %1 for started, but for %2.").arg(guest, state),
            Words::tr("Bring rgmanager's picture in order first (`clustat`)."));
        return;
    }
    const QString source = memberName(question.source);
    if (group.owner != source)
        reasons.hard(
            u"rgmanager-owner"_s,
            Words::tr("rgmanager takes %1 to be on %2, not on %3.")
                .arg(guest, shownName(question.state, group.owner), question.source.name()),
            Words::tr("Wait for its next status check (about half a minute) and refresh."));
}

void checkTargetMember(const Question &question, const ClusterStatus &status, Reasons &reasons)
{
    const QString name = memberName(question.target);
    const auto member = std::find_if(status.members.begin(), status.members.end(),
                                     [&name](const Member &m) { return m.name == name; });
    const QString &target = question.target.name();
    if (name.isEmpty() || member == status.members.end()) {
        reasons.hard(u"rgmanager-not-member"_s,
                     Words::tr("%1 is not in the member list of the cluster %2, and clusvcadm "
                               "would act on the name that is closest to it.")
                         .arg(name.isEmpty() ? target : name, status.clusterName),
                     Words::tr("Join %1 to the cluster first.").arg(target));
        return;
    }
    if (!member->online)
        reasons.hard(u"rgmanager-offline"_s,
                     Words::tr("%1 is offline in the cluster %2.").arg(name, status.clusterName),
                     Words::tr("Start cman on %1.").arg(target));
    else if (!member->rgmanager)
        reasons.hard(
            u"rgmanager-target"_s,
            Words::tr(
                "rgmanager does not run on %1, and would start a second copy of %2 elsewhere.")
                .arg(target, question.guest.name),
            Words::tr("Start rgmanager on %1.").arg(target));
    if (!toolstack::clusvcadmMigrateCommand(question.guest.name, name))
        reasons.hard(u"rgmanager-name"_s,
                     Words::tr("clusvcadm cannot be given the names %1 and %2 safely.")
                         .arg(question.guest.name, name));
}

void checkQuorum(const Question &question, const ClusterStatus &status, Reasons &reasons)
{
    const auto &cman = question.sourceFacts().cman;
    if (!status.quorate || (cman && !cman->quorate))
        reasons.hard(u"rgmanager-no-quorum"_s,
                     Words::tr("The cluster %1 has no quorum, so rgmanager does nothing.")
                         .arg(status.clusterName),
                     Words::tr("Bring more of its nodes back."));
    for (const NodeState *node : {&question.source, &question.target}) {
        if (node->facts->cman && node->facts->cman->configError)
            reasons.hard(
                u"cman-config-error"_s,
                Words::tr("cman on %1 has suspended itself over an error in its configuration.")
                    .arg(node->name()),
                Words::tr("Give %1 the cluster.conf of the others and activate it.")
                    .arg(node->name()));
    }
}

} // namespace

QString memberName(const cluster::NodeState &node)
{
    if (!node.facts)
        return {};
    if (node.facts->cman && !node.facts->cman->nodeName.isEmpty())
        return node.facts->cman->nodeName;
    if (node.facts->clustat) {
        for (const Member &member : node.facts->clustat->members) {
            if (member.local)
                return member.name;
        }
    }
    return {};
}

bool rgmanagerOwns(const cluster::ClusterState &state, const QString &guest)
{
    return std::any_of(state.nodes.begin(), state.nodes.end(), [&guest](const NodeState &node) {
        return node.facts
               && (groupOf(node.facts->clustat, guest) || vmOf(node.facts->clusterConf, guest));
    });
}

void checkRgmanager(const Question &question, Reasons &reasons)
{
    const QString &guest = question.guest.name;
    const cluster::NodeFacts &facts = question.sourceFacts();
    if (!rgmanagerOwns(question.state, guest)) {
        if (mayHideOwnership(facts))
            reasons.hard(u"rgmanager-unknown"_s,
                         Words::tr("It cannot be seen whether rgmanager manages %1: neither "
                                   "clustat nor cluster.conf can be read on %2.")
                             .arg(guest, question.source.name()),
                         Words::tr("A guest that rgmanager manages and that is moved past it can "
                                   "end up running twice. Make `clustat` answer on %1.")
                             .arg(question.source.name()));
        return;
    }
    checkVm(question, reasons);
    if (!facts.clustat || !facts.clustat->rgmanagerAnswered) {
        reasons.hard(
            u"rgmanager-silent"_s,
            Words::tr("rgmanager manages %1 and does not answer on %2; moved past it, the guest "
                      "could end up running twice.")
                .arg(guest, question.source.name()),
            Words::tr("Start rgmanager on %1, or see why `clustat` shows no services there.")
                .arg(question.source.name()));
        return;
    }
    checkQuorum(question, *facts.clustat, reasons);
    checkTargetMember(question, *facts.clustat, reasons);
    if (const Group *group = groupOf(facts.clustat, guest))
        checkGroup(question, *group, reasons);
    else
        reasons.hard(
            u"rgmanager-not-listed"_s,
            Words::tr("cluster.conf names %1, but rgmanager on %2 does not list it.")
                .arg(guest, question.source.name()),
            Words::tr(
                "Activate the configuration (`cman_tool version -r`), or remove the vm from it."));
}

namespace {

/// A member of @p domain that rgmanager prefers to @p target and that is up: it would take the
/// guest back.
QString preferredMember(const PlacementDomain &domain, const QString &target,
                        const std::optional<ClusterStatus> &status)
{
    const auto priority = [&domain](const QString &name) {
        const int value = domain.priorities.value(domain.nodes.indexOf(name), 0);
        return value > 0 ? value : 1000;
    };
    for (const QString &node : domain.nodes) {
        const bool up = status
                        && std::any_of(status->members.begin(), status->members.end(),
                                       [&node](const Member &m) {
                                           return m.name == node && m.online && m.rgmanager;
                                       });
        if (up && priority(node) < priority(target))
            return node;
    }
    return {};
}

} // namespace

void checkFailoverDomain(const Question &question, Reasons &reasons)
{
    const Configured found = configured(question);
    const PlacementDomain *domain = found.vm && !found.vm->domain.isEmpty()
                                        ? found.conf->failoverDomain(found.vm->domain)
                                        : nullptr;
    const QString member = memberName(question.target);
    if (!domain || member.isEmpty())
        return;
    const QString &guest = question.guest.name;
    const QString &target = question.target.name();
    if (!domain->nodes.contains(member)) {
        if (domain->restricted)
            reasons.hard(
                u"failover-domain"_s,
                Words::tr("%1 may not run on %2: failover domain %3 is restricted to %4.")
                    .arg(guest, target, domain->name, shownNames(question.state, domain->nodes)),
                Words::tr("Add %1 to the failover domain in cluster.conf.").arg(member));
        else
            reasons.soft(
                u"failover-domain-outside"_s,
                Words::tr("%1 is not in failover domain %2 of %3, which prefers %4.")
                    .arg(target, domain->name, guest, shownNames(question.state, domain->nodes)));
        return;
    }
    const QString preferred = domain->ordered && !domain->noFailback
                                  ? preferredMember(*domain, member, question.sourceFacts().clustat)
                                  : QString();
    if (!preferred.isEmpty())
        reasons.warning(
            u"failback"_s,
            Words::tr("rgmanager prefers %1 for %2 and may move it back there by itself.")
                .arg(shownName(question.state, preferred), guest),
            Words::tr("Freeze it for the time of a maintenance (`clusvcadm -Z vm:%1`), or set "
                      "nofailback.")
                .arg(guest));
}

} // namespace colonnade::rules
