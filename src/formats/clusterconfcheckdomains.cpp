// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/clusterconfcheck.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace colonnade::formats {

namespace {

constexpr int LowestPriority = 1;
constexpr int HighestPriority = 100;

class DomainCheck
{
public:
    DomainCheck(ClusterConfCheck &check, const FailoverDomain &domain)
        : m_check(check), m_domain(domain), m_members(domain.members())
    {
        for (const DomainMember &member : m_members)
            m_nextPriority = std::max(m_nextPriority, member.priority() + 1);
    }

    void run()
    {
        if (m_members.isEmpty())
            reportEmpty();
        for (const DomainMember &member : m_members) {
            checkMember(member);
            if (m_domain.isOrdered())
                checkPriority(member);
        }
        if (!m_domain.isOrdered())
            checkUnused();
    }

private:
    QString name() const { return shown(m_domain.name()); }

    void reportEmpty()
    {
        if (m_domain.isRestricted())
            m_check.report(
                "empty-domain", Severity::Warning, m_domain.spanOf("name"),
                u"%1 is restricted to no node at all: what is in it never starts."_s.arg(name()));
        else
            m_check.report("empty-domain", Severity::Hint, m_domain.spanOf("name"),
                           u"%1 has no nodes, and so no effect."_s.arg(name()));
    }

    void checkMember(const DomainMember &member)
    {
        const QString node = member.node();
        if (node.isEmpty())
            return;                            // reported as missing
        const QString folded = node.toLower(); // strcasecmp, in all versions of fo_domain.c
        if (m_seen.contains(folded)) {
            m_check.report("duplicate-member", Severity::Error, member.spanOf("name"),
                           u"%1 is in %2 a second time: rgmanager stops reading the domain here "
                           "(\"#30: Node %1 defined multiple times in domain %2\"), and drops all "
                           "later members."_s.arg(shown(node), name()),
                           m_check.fixByRemoving(member));
            return;
        }
        m_seen.insert(folded);
        if (!m_check.hasNode(node))
            reportUnknown(member);
    }

    void reportUnknown(const DomainMember &member)
    {
        const QString near = m_check.nearestOwnName(member.node(), m_check.nodeNames());
        std::optional<Fix> fix;
        if (!near.isEmpty() && !hasOther(member, near))
            fix = m_check.fixBySetting(member, "name", near);
        m_check.report(
            "unknown-member", Severity::Warning, member.spanOf("name"),
            u"There is no node %1 (\"Node %1 has no nodeid attribute\"): it counts for nothing in "
            "%2."_s.arg(shown(member.node()), name()),
            fix);
    }

    bool hasOther(const DomainMember &member, const QString &node) const
    {
        return std::ranges::any_of(m_members, [&](const DomainMember &other) {
            return other != member && other.node().compare(node, Qt::CaseInsensitive) == 0;
        });
    }

    void checkPriority(const DomainMember &member)
    {
        std::optional<Fix> fix;
        if (m_nextPriority <= HighestPriority)
            fix = m_check.fixBySetting(member, "priority", QString::number(m_nextPriority));
        if (!member.has("priority")) {
            m_check.report(
                "member-without-priority", Severity::Warning, member.spanOf("name"),
                u"%1 has no priority in the ordered domain %2: it starts things last, "
                "but takes itself for the most preferred node."_s.arg(shown(member.node()), name()),
                fix);
            return;
        }
        const std::optional<int> priority = wholeNumber(member.value("priority"));
        if (priority && *priority >= LowestPriority && *priority <= HighestPriority)
            return;
        const int read = member.priority();
        m_check.report(
            "member-priority", Severity::Error, member.spanOf("priority"),
            u"priority=%1 is not within 1 to 100: rgmanager reads it as %2."_s.arg(
                quoted(member.value("priority")), read == 0 ? u"none"_s : QString::number(read)),
            fix);
    }

    void checkUnused()
    {
        for (const DomainMember &member : m_members) {
            if (!member.has("priority"))
                continue;
            m_check.report("unused-priority", Severity::Hint, member.spanOf("priority"),
                           u"%1 is not ordered: rgmanager does not look at the priorities of its "
                           "members."_s.arg(name()));
            return;
        }
    }

    ClusterConfCheck &m_check;
    FailoverDomain m_domain;
    QList<DomainMember> m_members;
    QSet<QString> m_seen; ///< in lower case
    int m_nextPriority = LowestPriority;
};

QList<XmlElement> domainElements(const ClusterConfCheck &check)
{
    QList<XmlElement> all;
    for (const XmlElement &section : check.elements("rm", "failoverdomains"))
        all.append(section.children("failoverdomain"));
    return all;
}

} // namespace

QHash<QString, FailoverDomain> domainsByName(const ClusterConfCheck &check)
{
    QHash<QString, FailoverDomain> domains;
    for (const XmlElement &element : domainElements(check)) {
        const FailoverDomain domain(element);
        if (!domain.name().isEmpty() && !domains.contains(domain.name().toLower()))
            domains.insert(domain.name().toLower(), domain);
    }
    return domains;
}

void checkFailoverDomains(ClusterConfCheck &check)
{
    QSet<QString> names;
    for (const XmlElement &element : domainElements(check)) {
        const FailoverDomain domain(element);
        if (const QString name = domain.name().toLower(); !name.isEmpty() && names.contains(name))
            check.report(
                "duplicate-domain", Severity::Error, domain.spanOf("name"),
                u"There is another domain %1 before (case does not count): rgmanager stops "
                "reading domains here (\"#31: Domain %1 defined multiple times\"), and "
                "drops all later ones."_s.arg(shown(domain.name())));
        names.insert(domain.name().toLower());
        DomainCheck(check, domain).run();
    }
}

} // namespace colonnade::formats
