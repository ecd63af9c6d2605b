// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/clusterconfcheck.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace colonnade::formats {

namespace {

/// What only guests have: vm.sh, and the rules of migration.
class VmCheck
{
public:
    VmCheck(ClusterConfCheck &check, const ResourceGroup &vm) : m_check(check), m_vm(vm) {}

    void run()
    {
        checkPlace();
        if (m_vm.has("ref"))
            return;
        checkPath();
        checkMapping();
        checkVirsh();
        checkDisks();
        if (m_check.isKnown(ClusterGeneration::Cluster30) && !m_vm.has("status_program"))
            m_check.report("vm-status-program", Severity::Warning, m_vm.spanOf("name"),
                           u"vm.sh of 3.0 runs `bash -c 0` where status_program is missing, which "
                           "fails: %1 is restarted every five minutes."_s.arg(name()),
                           m_check.fixBySetting(m_vm, "status_program", u"/bin/true"_s));
    }

private:
    QString name() const { return shown(m_vm.name()); }

    void checkPlace()
    {
        if (const XmlElement service = m_vm.service(); service)
            m_check.report(
                "vm-in-service", Severity::Warning, m_vm.nameSpan(),
                u"%1 is inside the service %2: rgmanager cannot migrate it, only stop and "
                "start it elsewhere."_s.arg(name(), shown(service.value("name"))));
        else if (m_vm.hasResources())
            m_check.report("vm-with-resources", Severity::Warning, m_vm.nameSpan(),
                           u"%1 holds resources of its own: rgmanager cannot migrate it, only stop "
                           "and start it elsewhere."_s.arg(name()));
    }

    /// A part of path that is the guest's file rather than a folder.
    bool isFile(const QString &part) const
    {
        const QString file = part.section(u'/', -1);
        const QStringList endings{u".cfg"_s, u".conf"_s, u".xml"_s, u".sxp"_s};
        return (!file.isEmpty() && file == m_vm.value("name") && part != file)
               || std::ranges::any_of(endings, [&file](const QString &ending) {
                      return file.endsWith(ending, Qt::CaseInsensitive);
                  });
    }

    void checkPath()
    {
        const QString path = m_vm.value("path");
        if (path.isEmpty())
            return;
        QStringList parts = path.split(u':');
        if (std::ranges::none_of(parts, [this](const QString &part) { return isFile(part); }))
            return;
        for (QString &part : parts) {
            if (isFile(part)) {
                part = part.section(u'/', 0, -2);
                if (part.isEmpty())
                    part = u"/"_s;
            }
        }
        m_check.report("vm-path-file", Severity::Warning, m_vm.spanOf("path"),
                       u"path=%1 names a file; vm.sh takes folders here, and looks for %2 in "
                       "them."_s.arg(quoted(path), name()),
                       m_check.fixBySetting(m_vm, "path", parts.join(u':')));
    }

    /// A pair of migration_mapping.
    struct Pair
    {
        QString member;
        QString address;
    };

    void checkMapping()
    {
        const QString mapping = m_vm.value("migration_mapping");
        if (mapping.trimmed().isEmpty())
            return;
        QList<Pair> pairs;
        for (const QString &text : mapping.split(u',')) {
            const Pair pair{text.section(u':', 0, 0).trimmed(), text.section(u':', 1).trimmed()};
            if (pair.member.isEmpty() || pair.address.isEmpty()) {
                m_check.report("vm-mapping-syntax", Severity::Error,
                               m_vm.spanOf("migration_mapping"),
                               u"%1 in migration_mapping is not member:address: %2 is migrated to "
                               "the wrong address, or fails to."_s.arg(quoted(text), name()));
                return;
            }
            pairs.append(pair);
            if (!m_check.hasNode(pair.member))
                m_check.report("vm-mapping-member", Severity::Warning,
                               m_vm.spanOf("migration_mapping"),
                               u"migration_mapping of %1 names %2, which is no node."_s.arg(
                                   name(), shown(pair.member)));
        }
        checkComplete(mapping, pairs);
        checkOrder(pairs);
    }

    void checkComplete(const QString &mapping, const QList<Pair> &pairs)
    {
        if (!m_check.spend(m_check.nodeNames().size()))
            return;
        QSet<QString> members;
        for (const Pair &pair : pairs)
            members.insert(pair.member);
        QStringList missing;
        for (const QString &node : m_check.nodeNames()) {
            if (!node.isEmpty() && !members.contains(node))
                missing.append(node);
        }
        if (missing.isEmpty())
            return;
        m_check.report("vm-mapping-incomplete", Severity::Warning, m_vm.spanOf("migration_mapping"),
                       u"migration_mapping of %1 leaves out %2: vm.sh passes the first pair as the "
                       "host name when it migrates there."_s.arg(name(), listed(missing)),
                       completed(mapping.trimmed(), missing));
    }

    /// None for a name that cannot stand in a mapping: no host has it.
    std::optional<Fix> completed(QString mapping, const QStringList &missing)
    {
        static const QRegularExpression sign(u"[\\s,:]"_s);
        for (const QString &node : missing) {
            if (node.contains(sign))
                return {};
            mapping += u",%1:%1"_s.arg(node);
        }
        return m_check.fix(u"Add the missing nodes"_s,
                           {m_check.set(m_vm, "migration_mapping", mapping)});
    }

    /// vm.sh cuts off everything up to the first `member:`, wherever that stands.
    void checkOrder(QList<Pair> pairs)
    {
        if (!m_check.spend(pairs.size() * pairs.size()))
            return;
        for (qsizetype late = 1; late < pairs.size(); ++late) {
            for (qsizetype early = 0; early < late; ++early) {
                const QString &member = pairs[late].member;
                if (pairs[early].member != member && pairs[early].member.endsWith(member))
                    return reportOrder(pairs, pairs[early], pairs[late]);
            }
        }
    }

    void reportOrder(QList<Pair> pairs, const Pair &early, const Pair &late)
    {
        const QString message = u"vm.sh finds %1 in %2, which stands before it in "
                                u"migration_mapping: migrating %3 to %1 "
                                "goes to %4."_s.arg(shown(late.member), shown(early.member), name(),
                                                    shown(early.address));
        std::ranges::stable_sort(pairs, {}, [](const Pair &pair) { return pair.member.size(); });
        QStringList texts;
        for (const Pair &pair : std::as_const(pairs))
            texts.append(pair.member + u':' + pair.address);
        m_check.report("vm-mapping-order", Severity::Error, m_vm.spanOf("migration_mapping"),
                       message,
                       m_check.fix(u"Put shorter names first"_s,
                                   {m_check.set(m_vm, "migration_mapping", texts.join(u','))}));
    }

    void checkVirsh()
    {
        const QString hypervisor = m_vm.value("hypervisor");
        const bool isXm = m_vm.has("use_virsh") && wholeNumber(m_vm.value("use_virsh")) == 0;
        const bool isAuto = hypervisor.isEmpty() || hypervisor == u"auto";
        const bool hasXmlFile = !m_vm.value("xmlfile").isEmpty();
        if (isXm && (hasXmlFile || (!isAuto && hypervisor != u"xen")))
            m_check.report("vm-virsh-conflict", Severity::Error, m_vm.spanOf("use_virsh"),
                           u"use_virsh=\"0\" means xm, which takes no %1: vm.sh fails."_s.arg(
                               hasXmlFile ? u"xmlfile"_s : u"hypervisor but xen"_s));
        else if (isXm && isAuto && !m_check.isKnown(ClusterGeneration::Cluster2))
            m_check.report(
                "vm-hypervisor", Severity::Hint, m_vm.spanOf("use_virsh"),
                u"vm.sh runs `virsh version` in spite of use_virsh=\"0\" to find the "
                "hypervisor; where it does not answer, every action on %1 fails."_s.arg(name()),
                m_check.fixBySetting(m_vm, "hypervisor", u"xen"_s));
        if (hasXmlFile && m_vm.has("path"))
            m_check.report("vm-xmlfile-path", Severity::Hint, m_vm.spanOf("path"),
                           u"path does not count: xmlfile is there, and wins."_s,
                           m_check.fixByRemoving(m_vm, "path"));
    }

    void checkDisks()
    {
        for (const auto &[physical, logical] :
             {std::pair{"rootdisk_physical", "rootdisk_virtual"},
              std::pair{"swapdisk_physical", "swapdisk_virtual"}}) {
            if (m_vm.has(physical) && m_vm.value(logical).isEmpty())
                m_check.report("vm-disk-pair", Severity::Error, m_vm.spanOf(physical),
                               u"%1 needs %2 beside it: vm.sh ends with an error."_s.arg(
                                   QLatin1String(physical), QLatin1String(logical)));
        }
    }

    ClusterConfCheck &m_check;
    ResourceGroup m_vm;
};

void visit(ClusterConfCheck &check, const XmlElement &parent)
{
    for (XmlElement element = parent.firstChild(); element; element = element.next()) {
        if (element.is("vm"))
            VmCheck(check, ResourceGroup(element)).run();
        visit(check, element);
    }
}

} // namespace

void checkVms(ClusterConfCheck &check)
{
    for (const XmlElement &rm : check.root().children("rm"))
        visit(check, rm);
}

} // namespace colonnade::formats
