// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/rehearsal.h"

#include "rules/members.h"
#include "rules/quorum.h"

#include <QHash>
#include <QSet>

#include <algorithm>

namespace colonnade::rules {

using namespace Qt::StringLiterals;
using cluster::ClusterState;
using formats::ClusterConf;
using formats::DomainMember;
using formats::FailoverDomain;
using formats::ResourceGroup;

namespace {

/// What rgmanager starts as a whole for a vm: itself, or the service around it.
ResourceGroup wholeOf(const ResourceGroup &vm)
{
    const formats::XmlElement service = vm.service();
    return service.isNull() ? vm : ResourceGroup(service);
}

/// A failover domain, read once.
struct Domain
{
    QString name;
    bool isOrdered = false;
    bool isRestricted = false;
    bool isNoFailback = false;
    QHash<QString, int> priorities; ///< of its members

    explicit Domain(const FailoverDomain &domain)
        : name(domain.name()),
          isOrdered(domain.isOrdered()),
          isRestricted(domain.isRestricted()),
          isNoFailback(domain.isNoFailback())
    {
        for (const DomainMember &member : domain.members()) {
            if (!priorities.contains(member.node())) // rgmanager stops at the second mention
                priorities.insert(member.node(), member.priority());
        }
    }
};

/// How strongly a domain prefers a node: less is better; none: it may never run there.
std::optional<int> preference(const Domain *domain, const QString &node)
{
    constexpr int Outside = 1000;
    if (!domain)
        return 0;
    const auto member = domain->priorities.constFind(node);
    if (member != domain->priorities.constEnd())
        return domain->isOrdered ? *member : 0;
    return domain->isRestricted ? std::nullopt : std::optional(Outside);
}

/// The memory and the groups on the nodes while one vm after another finds its place.
class Stage
{
public:
    Stage(const ClusterConf &conf, const ClusterState &state, const QStringList &dead);

    const QStringList &nodes() const { return m_nodes; }
    /// Those that are dead, by what was said or as the cluster sees it.
    QStringList missing() const { return m_dead + m_down.values(); }
    const Domain *domainOf(const ResourceGroup &group) const;
    bool isDead(const QString &node) const { return m_dead.contains(node); }
    bool isDown(const QString &node) const { return m_down.contains(node); }
    QString ownerOf(const ResourceGroup &group) const;
    std::optional<qint64> shortage(const QString &node, const QString &vm) const;
    bool isExcluded(const QString &node, const ResourceGroup &group) const;
    void start(const QString &node, const ResourceGroup &group, const QString &vm);

private:
    std::optional<qint64> needOf(const QString &vm) const;
    void readNode(const QString &node);
    void readOwners();
    void readGroups(const ClusterConf &conf);
    static bool isExclusive(const ResourceGroup &group)
    {
        return formats::daemonYesFlag(group.value("exclusive"));
    }

    const ClusterState &m_state;
    QStringList m_nodes;
    QHash<QString, Domain> m_domains; ///< by name without case, as rgmanager compares them
    QHash<QString, QString> m_owners; ///< group -> member, as rgmanager has it
    QStringList m_dead;
    QSet<QString> m_down;
    QHash<QString, qint64> m_freeMiB;        ///< of the nodes of which it is known
    QHash<QString, int> m_groups;            ///< node -> how many groups run there
    QHash<QString, int> m_exclusive;         ///< node -> how many of them are exclusive
    QHash<QString, QString> m_hostsOfGuests; ///< guest -> the node that shows it
    QHash<QString, qint64> m_needs;          ///< guest -> MiB
};

Stage::Stage(const ClusterConf &conf, const ClusterState &state, const QStringList &dead)
    : m_state(state), m_dead(dead)
{
    for (const formats::ClusterNode &node : conf.nodes()) {
        m_nodes.append(node.name());
        readNode(node.name());
    }
    for (const FailoverDomain &domain : conf.failoverDomains()) {
        const QString key = domain.name().toCaseFolded();
        if (!m_domains.contains(key))
            m_domains.insert(key, Domain(domain));
    }
    readOwners();
    readGroups(conf);
}

const Domain *Stage::domainOf(const ResourceGroup &group) const
{
    const auto domain = m_domains.constFind(group.domain().toCaseFolded());
    return domain == m_domains.constEnd() ? nullptr : &*domain;
}

void Stage::readNode(const QString &node)
{
    const Presence presence = rules::presence(m_state, node);
    if (presence == Presence::Down || presence == Presence::WithoutRgmanager)
        m_down.insert(node);
    const cluster::NodeState *known = nodeOfMember(m_state, node);
    if (!known || !known->facts)
        return;
    const toolstack::HostInfo &info = known->facts->info;
    if (info.totalMemoryMiB > 0)
        m_freeMiB.insert(node, info.freeMemoryMiB);
    for (const cluster::Guest &guest : known->facts->guests) {
        const qint64 configured = guest.config ? guest.config->targetMemoryKiB / 1024 : 0;
        m_needs.insert(guest.name, std::max(configured, guest.memoryMiB));
        if (guest.domainId)
            m_hostsOfGuests.insert(guest.name, node);
    }
}

void Stage::readOwners()
{
    for (const cluster::NodeState &node : m_state.nodes) {
        if (!node.facts || !node.facts->clustat || !node.facts->clustat->rgmanagerAnswered)
            continue;
        for (const toolstack::Group &group : node.facts->clustat->groups) {
            if (!m_owners.contains(group.name))
                m_owners.insert(group.name, isStarted(group) ? group.owner : QString());
        }
    }
}

void Stage::readGroups(const ClusterConf &conf)
{
    QSet<QString> seen;
    for (const ResourceGroup &vm : conf.vms() + conf.services()) {
        const ResourceGroup group = wholeOf(vm);
        if (group.isDefinition() || seen.contains(group.fullName()))
            continue;
        seen.insert(group.fullName());
        const QString owner = ownerOf(group);
        if (owner.isEmpty() || isDead(owner))
            continue;
        ++m_groups[owner];
        m_exclusive[owner] += isExclusive(group) ? 1 : 0;
    }
}

QString Stage::ownerOf(const ResourceGroup &group) const
{
    const QString owner = m_owners.value(group.fullName());
    return owner.isEmpty() && group.isVm() ? m_hostsOfGuests.value(group.name()) : owner;
}

std::optional<qint64> Stage::needOf(const QString &vm) const
{
    const auto need = m_needs.constFind(vm);
    return need == m_needs.constEnd() || *need <= 0 ? std::nullopt : std::optional(*need);
}

std::optional<qint64> Stage::shortage(const QString &node, const QString &vm) const
{
    const std::optional<qint64> need = needOf(vm);
    if (!need || !m_freeMiB.contains(node))
        return std::nullopt;
    return std::max<qint64>(0, *need - m_freeMiB[node]);
}

bool Stage::isExcluded(const QString &node, const ResourceGroup &group) const
{
    return m_exclusive.value(node) > 0 || (isExclusive(group) && m_groups.value(node) > 0);
}

void Stage::start(const QString &node, const ResourceGroup &group, const QString &vm)
{
    ++m_groups[node];
    m_exclusive[node] += isExclusive(group) ? 1 : 0;
    if (m_freeMiB.contains(node))
        m_freeMiB[node] -= needOf(vm).value_or(0);
}

/// The nodes as places for @p group, in order.
QList<RehearsedNode> placesFor(const ResourceGroup &group, const QString &vm, const QString &owner,
                               const Stage &stage)
{
    const Domain *domain = stage.domainOf(group);
    QList<std::pair<int, RehearsedNode>> ranked;
    QList<RehearsedNode> never;
    for (const QString &node : stage.nodes()) {
        const bool isOwner = node == owner;
        const RehearsedNode place{node,
                                  0,
                                  stage.isDead(node),
                                  stage.isDown(node),
                                  isOwner,
                                  !isOwner && stage.isExcluded(node, group),
                                  isOwner ? 0 : stage.shortage(node, vm)};
        if (const std::optional<int> rank = preference(domain, node))
            ranked.append({*rank, place});
        else
            never.append(place);
    }
    std::ranges::stable_sort(ranked, {}, &std::pair<int, RehearsedNode>::first);
    QList<RehearsedNode> places;
    for (qsizetype i = 0; i < ranked.size(); ++i) {
        const bool shares = i > 0 && ranked[i].first == ranked[i - 1].first;
        ranked[i].second.place = shares ? places.last().place : int(i) + 1;
        places.append(ranked[i].second);
    }
    return places + never;
}

/// The dead node to which it would go back from @p node when that returns.
QString returnFrom(const RehearsedNode &node, const RehearsedVm &vm, const Domain *domain)
{
    if (!domain)
        return {};
    const bool fromOutside = !domain->priorities.contains(node.node);
    const bool goesBack = domain->isOrdered && !domain->isNoFailback;
    for (const RehearsedNode &other : vm.nodes) {
        if (!other.isDead || other.place == 0 || other.place >= node.place)
            continue;
        if (domain->priorities.contains(other.node) && (fromOutside || goesBack))
            return other.node;
    }
    return {};
}

/// Those that come first among the nodes that could take it.
QList<RehearsedNode> bestOf(const QList<RehearsedNode> &nodes)
{
    QList<RehearsedNode> best;
    for (const RehearsedNode &node : nodes) {
        if (node.isUsable() && !node.isShort() && (best.isEmpty() || node.place == best[0].place))
            best.append(node);
    }
    return best;
}

RehearsedVm staying(RehearsedVm vm)
{
    vm.fate = Fate::Stays;
    vm.to = {vm.owner};
    return vm;
}

RehearsedVm placed(RehearsedVm vm, const ResourceGroup &group, Stage &stage)
{
    const QList<RehearsedNode> best = bestOf(vm.nodes);
    if (best.isEmpty()) {
        const bool anyUsable = std::ranges::any_of(vm.nodes, &RehearsedNode::isUsable);
        vm.fate = anyUsable ? Fate::NoRoom : Fate::NoNode;
        return vm;
    }
    vm.fate = vm.owner.isEmpty() ? Fate::Starts : Fate::Moves;
    for (const RehearsedNode &node : best)
        vm.to.append(node.node);
    vm.returnsTo = returnFrom(best.first(), vm, stage.domainOf(group));
    if (!vm.owner.isEmpty())
        stage.start(best.first().node, group, vm.vm);
    return vm;
}

RehearsedVm rehearsed(const ResourceGroup &element, Stage &stage, bool isQuorate)
{
    const ResourceGroup group = wholeOf(element);
    const Domain *domain = stage.domainOf(group);
    RehearsedVm vm;
    vm.vm = element.name();
    vm.domain = domain ? domain->name : QString();
    vm.owner = stage.ownerOf(group);
    vm.nodes = placesFor(group, vm.vm, vm.owner, stage);
    if (!isQuorate) {
        vm.fate = Fate::NoQuorum;
        return vm;
    }
    if (!vm.owner.isEmpty() && !stage.isDead(vm.owner) && !stage.isDown(vm.owner))
        return staying(vm);
    return placed(vm, group, stage);
}

} // namespace

const RehearsedVm *Rehearsal::vm(const QString &name) const
{
    const auto found = std::ranges::find(vms, name, &RehearsedVm::vm);
    return found == vms.end() ? nullptr : &*found;
}

Rehearsal rehearse(const ClusterConf &conf, const ClusterState &state, const QStringList &deadNodes)
{
    Rehearsal rehearsal;
    Stage stage(conf, state, deadNodes);
    rehearsal.isQuorate = isQuorateWithout(conf, stage.missing());
    for (const ResourceGroup &vm : conf.vms()) {
        if (!vm.isDefinition())
            rehearsal.vms.append(rehearsed(vm, stage, rehearsal.isQuorate));
    }
    return rehearsal;
}

} // namespace colonnade::rules
