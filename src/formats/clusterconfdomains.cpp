// SPDX-License-Identifier: GPL-3.0-or-later
// Acts on <failoverdomain>s. What rgmanager makes of their priorities: rgmanager's
// src/daemons/fo_domain.c.
#include "formats/clusterconfnames.h"

#include <algorithm>

namespace colonnade::formats {

using namespace Qt::StringLiterals;
using base::ErrorCode;
using base::Result;

namespace {

constexpr int LowestPriority = 100; // larger numbers do not count

QString numbered(qsizetype position)
{
    return QString::number(std::min<qsizetype>(position, LowestPriority));
}

std::optional<FailoverDomain> wantedDomain(ClusterConfAct &act, const QString &name)
{
    const auto domain = act.conf().failoverDomain(name);
    if (!domain)
        act.fail(ErrorCode::NotFound,
                 u"There is no failover domain %1 in cluster.conf."_s.arg(name));
    return domain;
}

std::optional<DomainMember> wantedMember(ClusterConfAct &act, const QString &domainName,
                                         const QString &node)
{
    const auto domain = wantedDomain(act, domainName);
    for (const DomainMember &member : domain ? domain->members() : QList<DomainMember>()) {
        if (member.node() == node)
            return member;
    }
    act.fail(ErrorCode::NotFound,
             u"Node %1 is not in the failover domain %2."_s.arg(node, domainName));
    return std::nullopt;
}

void checkDomainIsNew(ClusterConfAct &act, const QString &name)
{
    if (const auto domain = act.conf().failoverDomain(name))
        act.fail(ErrorCode::InvalidInput,
                 u"There is a failover domain %1 in cluster.conf already."_s.arg(domain->name()),
                 u"rgmanager compares their names without case, and drops every domain behind a "
                 "second one of the same name."_s);
}

void checkMember(ClusterConfAct &act, const QString &domain, const NewDomainMember &member)
{
    if (!act.conf().node(member.node))
        act.fail(ErrorCode::NotFound,
                 u"Node %1 cannot be in the failover domain %2: there is no such node in "
                 "cluster.conf."_s.arg(member.node, domain));
    if (member.priority && (*member.priority < 1 || *member.priority > LowestPriority))
        act.fail(ErrorCode::InvalidInput,
                 u"%1 cannot be the priority of %2."_s.arg(*member.priority).arg(member.node),
                 u"Use a number from 1, the most preferred, to 100."_s);
}

/// Behind all priorities that the domain has.
int nextPriority(const FailoverDomain &domain)
{
    int last = 0;
    for (const DomainMember &member : domain.members())
        last = std::max(last, member.priority());
    return std::min(last + 1, LowestPriority);
}

/// Gives members without a priority one behind all others, in their order, and returns the next.
/// rgmanager takes one without for the most preferred in one place and for the least in another.
int fillPriorities(ClusterConfAct &act, const FailoverDomain &domain, const QString &but = {})
{
    int next = nextPriority(domain);
    for (const DomainMember &member : domain.members()) {
        if (member.priority() > 0 || member.node() == but)
            continue;
        act.set(member, u"priority"_s, QString::number(next));
        next = std::min(next + 1, LowestPriority);
    }
    return next;
}

NewXmlElement elementFor(const NewDomainMember &member, const std::optional<int> &priority)
{
    NewXmlElement element{u"failoverdomainnode"_s, {{u"name"_s, member.node}}};
    if (priority)
        element.attributes.append({u"priority"_s, QString::number(*priority)});
    return element;
}

NewXmlElement elementFor(const NewFailoverDomain &domain)
{
    NewXmlElement element{u"failoverdomain"_s, {{u"name"_s, domain.name}}};
    for (const auto &[attribute, isOn] :
         {std::pair(u"ordered"_s, domain.ordered), std::pair(u"restricted"_s, domain.restricted),
          std::pair(u"nofailback"_s, domain.noFailback)}) {
        if (isOn)
            element.attributes.append({attribute, u"1"_s});
    }
    int next = 1;
    for (const NewDomainMember &member : domain.members)
        next = std::max(next, std::min(member.priority.value_or(0) + 1, LowestPriority));
    for (const NewDomainMember &member : domain.members) {
        const bool isFilled = domain.ordered && !member.priority;
        element.children.append(elementFor(member, isFilled ? next : member.priority));
        next = isFilled ? std::min(next + 1, LowestPriority) : next;
    }
    return element;
}

/// What rgmanager starts, and what therefore has a failover domain, with that domain.
QList<XmlElement> groupsWithDomain(const ClusterConfAct &act, const QString &domain)
{
    QList<XmlElement> groups = act.having("domain", domain, Qt::CaseInsensitive);
    groups.removeIf([](const XmlElement &element) {
        return !element.is("vm") && !element.is("service") && !element.is("group");
    });
    return groups;
}

QString attributeOf(DomainFlag flag)
{
    switch (flag) {
    case DomainFlag::Ordered:
        return u"ordered"_s;
    case DomainFlag::Restricted:
        return u"restricted"_s;
    case DomainFlag::NoFailback:
        break;
    }
    return u"nofailback"_s;
}

} // namespace

Result<TextEdits> ClusterConf::addFailoverDomain(const NewFailoverDomain &domain) const
{
    ClusterConfAct act(*this);
    checkDomainName(act, domain.name);
    checkDomainIsNew(act, domain.name);
    for (auto member = domain.members.begin(); member != domain.members.end(); ++member) {
        checkMember(act, domain.name, *member);
        if (std::any_of(domain.members.begin(), member, [&member](const NewDomainMember &other) {
                return other.node == member->node;
            }))
            act.fail(ErrorCode::InvalidInput,
                     u"Node %1 would be in the failover domain %2 twice."_s.arg(member->node,
                                                                                domain.name));
    }
    act.addAt({"rm", "failoverdomains"}, elementFor(domain));
    return act.finished();
}

Result<TextEdits> ClusterConf::removeFailoverDomain(const QString &domain) const
{
    ClusterConfAct act(*this);
    act.followReferences();
    const auto found = wantedDomain(act, domain);
    if (act.hasFailed())
        return act.finished();
    act.removeElement(*found);
    for (const XmlElement &group : groupsWithDomain(act, domain))
        act.remove(group, "domain");
    return act.finished();
}

Result<TextEdits> ClusterConf::renameFailoverDomain(const QString &domain,
                                                    const QString &newName) const
{
    ClusterConfAct act(*this);
    act.followReferences();
    checkDomainName(act, newName);
    const auto found = wantedDomain(act, domain);
    if (domain.compare(newName, Qt::CaseInsensitive) != 0)
        checkDomainIsNew(act, newName);
    if (act.hasFailed())
        return act.finished();
    act.set(*found, u"name"_s, newName);
    for (const XmlElement &group : groupsWithDomain(act, domain))
        act.set(group, u"domain"_s, newName);
    return act.finished();
}

Result<TextEdits> ClusterConf::setDomainFlag(const QString &domain, DomainFlag flag, bool on) const
{
    ClusterConfAct act(*this);
    const auto found = wantedDomain(act, domain);
    if (act.hasFailed())
        return act.finished();
    const QString attribute = attributeOf(flag);
    if (daemonFlag(found->value(attribute.toLatin1())) != on)
        act.set(*found, attribute, on ? u"1"_s : u"0"_s);
    if (flag == DomainFlag::Ordered && on)
        fillPriorities(act, *found);
    return act.finished();
}

Result<TextEdits> ClusterConf::addDomainMember(const QString &domain,
                                               const NewDomainMember &member) const
{
    ClusterConfAct act(*this);
    const auto found = wantedDomain(act, domain);
    checkMember(act, domain, member);
    if (act.hasFailed())
        return act.finished();
    if (std::ranges::count(found->members(), member.node, &DomainMember::node) > 0)
        act.fail(ErrorCode::InvalidInput,
                 u"Node %1 is in the failover domain %2 already."_s.arg(member.node, domain));
    std::optional<int> priority = member.priority;
    if (found->isOrdered()) {
        const int next = fillPriorities(act, *found);
        priority = priority.value_or(next);
    }
    act.addChild(*found, elementFor(member, priority));
    return act.finished();
}

Result<TextEdits> ClusterConf::removeDomainMember(const QString &domain, const QString &node) const
{
    ClusterConfAct act(*this);
    const auto member = wantedMember(act, domain, node);
    if (!act.hasFailed())
        act.removeElement(*member);
    return act.finished();
}

Result<TextEdits> ClusterConf::moveDomainMember(const QString &domain, const QString &node,
                                                qsizetype position) const
{
    ClusterConfAct act(*this);
    const auto moved = wantedMember(act, domain, node);
    if (act.hasFailed())
        return act.finished();
    const FailoverDomain found(moved->parent());
    if (!found.isOrdered()) {
        act.moveElement(*moved, found, "failoverdomainnode", position);
        return act.finished();
    }
    QList<DomainMember> order = found.membersByPriority();
    order.removeOne(*moved);
    order.insert(position < 0 ? order.size() : std::min(position, order.size()), *moved);
    for (qsizetype i = 0; i < order.size(); ++i)
        act.set(order[i], u"priority"_s, numbered(i + 1));
    return act.finished();
}

Result<TextEdits> ClusterConf::setMemberPriority(const QString &domain, const QString &node,
                                                 int priority) const
{
    ClusterConfAct act(*this);
    const auto member = wantedMember(act, domain, node);
    checkMember(act, domain, {node, priority});
    if (act.hasFailed())
        return act.finished();
    const FailoverDomain found(member->parent());
    act.set(*member, u"priority"_s, QString::number(priority));
    if (found.isOrdered())
        fillPriorities(act, found, node);
    return act.finished();
}

} // namespace colonnade::formats
