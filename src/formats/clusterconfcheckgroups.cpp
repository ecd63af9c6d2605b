// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/clusterconfcheck.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace colonnade::formats {

namespace {

/// What services and guests have in common.
class GroupCheck
{
public:
    explicit GroupCheck(ClusterConfCheck &check) : m_check(check), m_domains(domainsByName(check))
    {
        for (const FailoverDomain &domain : std::as_const(m_domains))
            m_domainNames.append(domain.name());
        for (const XmlElement &rm : check.root().children("rm")) {
            for (XmlElement element = rm.firstChild(); element; element = element.next()) {
                if (isGroup(element))
                    m_topNames.insert(ResourceGroup(element).fullName());
            }
        }
    }

    void run()
    {
        for (const XmlElement &rm : m_check.root().children("rm"))
            visit(rm);
    }

private:
    static bool isGroup(const XmlElement &element)
    {
        return element.is("service") || element.is("vm");
    }

    void visit(const XmlElement &parent)
    {
        for (XmlElement element = parent.firstChild(); element; element = element.next()) {
            if (isGroup(element) && !element.has("ref"))
                check(ResourceGroup(element));
            visit(element);
        }
    }

    void check(const ResourceGroup &group)
    {
        checkName(group);
        checkDomain(group);
        checkRecovery(group);
        checkDepend(group);
    }

    void checkName(const ResourceGroup &group)
    {
        constexpr qsizetype BufferSize = 64; // rgmanager's, for `vm:NAME` or `service:NAME` and NUL
        const QString name = group.value("name");
        const qsizetype most = BufferSize - 1 - (group.isVm() ? 3 : 8);
        if (const qsizetype size = name.toUtf8().size(); size > most)
            m_check.report("resource-name-length", Severity::Error, group.spanOf("name"),
                           u"The name of a <%1> has %2 bytes at most, this one has %3: rgmanager "
                           "cuts it off."_s.arg(QString::fromUtf8(group.tag()),
                                                QString::number(most), QString::number(size)));
        else if (group.isVm() && (name.contains(u' ') || name.contains(u'/')))
            m_check.report("resource-name-characters", Severity::Warning, group.spanOf("name"),
                           u"%1 is no name for a guest: it names its configuration file too, and "
                           "can have no blank and no slash."_s.arg(quoted(name)));
    }

    void checkDomain(const ResourceGroup &group)
    {
        const QString domain = group.domain();
        if (domain.isEmpty() || m_domains.contains(domain.toLower()))
            return;
        const QString near = m_check.nearestOwnName(domain, m_domainNames);
        m_check.report(
            "unknown-domain", Severity::Error, group.spanOf("domain"),
            u"There is no failover domain %1: %2 may run on any node (\"#66: Domain '%1' "
            "specified for resource group %2 nonexistent!\")."_s.arg(shown(domain),
                                                                     shown(group.fullName())),
            near.isEmpty() ? m_check.fixByRemoving(group, "domain")
                           : m_check.fixBySetting(group, "domain", near));
    }

    void checkRecovery(const ResourceGroup &group)
    {
        if (!group.has("recovery"))
            return;
        const QString recovery = group.value("recovery");
        const QStringList known{u"restart"_s, u"relocate"_s, u"disable"_s};
        if (known.contains(recovery, Qt::CaseInsensitive))
            return;
        if (recovery.compare(u"restart-disable", Qt::CaseInsensitive) == 0) {
            m_check.report("recovery-policy", Severity::Warning, group.spanOf("recovery"),
                           u"restart-disable stands in the manuals since RHEL 5.6, but rgmanager "
                           "3.0.12 and 3.2 do not know it and act as for restart."_s);
            return;
        }
        m_check.report(
            "recovery-policy", Severity::Error, group.spanOf("recovery"),
            u"recovery=%1 acts as restart: rgmanager knows restart, relocate and "
            "disable."_s.arg(quoted(recovery)),
            m_check.fixBySetting(group, "recovery", near(recovery, known, u"restart"_s)));
    }

    QString near(const QString &value, const QStringList &known, const QString &otherwise)
    {
        const QString nearest = m_check.nearest(value, known);
        return nearest.isEmpty() ? otherwise : nearest;
    }

    void checkDepend(const ResourceGroup &group)
    {
        const QString depend = group.value("depend");
        if (depend.isEmpty() || m_topNames.contains(depend))
            return;
        const bool hasForm = depend.startsWith(u"service:") || depend.startsWith(u"vm:");
        m_check.report("unknown-dependency", Severity::Warning, group.spanOf("depend"),
                       hasForm
                           ? u"%1 depends on %2, which does not exist."_s.arg(
                               shown(group.fullName()), shown(depend))
                           : u"depend=%1 has to be service:NAME or vm:NAME."_s.arg(quoted(depend)));
    }

    ClusterConfCheck &m_check;
    QHash<QString, FailoverDomain> m_domains;
    QStringList m_domainNames;
    QSet<QString> m_topNames; ///< `vm:web1`
};

} // namespace

void checkGroups(ClusterConfCheck &check)
{
    GroupCheck(check).run();
}

} // namespace colonnade::formats
