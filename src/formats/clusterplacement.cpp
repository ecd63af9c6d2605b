// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/clusterplacement.h"

#include <QHash>
#include <QXmlStreamReader>

#include <algorithm>

namespace colonnade::formats {

namespace {

using namespace Qt::StringLiterals;
using base::ErrorCode;
using base::failure;

constexpr qsizetype MostBytes = 4 * 1024 * 1024;
constexpr qsizetype DeepestNesting = 64;

/// C's atoi, which is how rgmanager reads numbers and truth: "1x" is 1, "yes" is 0.
int daemonNumber(QStringView text)
{
    text = text.trimmed();
    const bool negative = text.startsWith(u'-');
    if (negative || text.startsWith(u'+'))
        text = text.mid(1);
    qint64 number = 0;
    for (const QChar c : text) {
        if (c < u'0' || c > u'9' || number > 100'000'000)
            break;
        number = number * 10 + (c.unicode() - u'0');
    }
    return int(negative ? -number : number);
}

bool isSet(const QXmlStreamAttributes &attributes, QLatin1StringView name)
{
    return daemonNumber(attributes.value(name)) != 0;
}

QString nameOrReference(const QXmlStreamAttributes &attributes)
{
    const auto name = attributes.hasAttribute("name"_L1) ? "name"_L1 : "ref"_L1;
    return attributes.value(name).toString();
}

class Reader
{
public:
    explicit Reader(QByteArrayView bytes) : m_xml(bytes.toByteArray()) {}

    base::Result<ClusterPlacement> read()
    {
        while (!m_xml.atEnd()) {
            switch (m_xml.readNext()) {
            case QXmlStreamReader::DTD:
                if (!m_xml.entityDeclarations().isEmpty())
                    return refused(
                        u"it declares entities, which the cluster's daemons do not follow"_s);
                break;
            case QXmlStreamReader::StartElement:
                if (const auto problem = begin(); !problem.isEmpty())
                    return refused(problem);
                break;
            case QXmlStreamReader::EndElement:
                m_open.removeLast();
                break;
            default:
                break;
            }
        }
        if (m_xml.hasError())
            return refused(m_xml.errorString());
        for (PlacedVm &vm : m_conf.vms) {
            if (vm.domain.isEmpty())
                vm.domain = m_definedDomains.value(vm.name);
        }
        return m_conf;
    }

private:
    struct Element
    {
        QString name;
        QString label;     ///< its name or ref
        qsizetype vm = -1; ///< index of the vm that this element is
    };

    std::unexpected<base::Error> refused(const QString &problem) const
    {
        return failure(ErrorCode::ParseFailed,
                       u"cluster.conf, line %1, column %2: %3"_s.arg(m_xml.lineNumber())
                           .arg(m_xml.columnNumber())
                           .arg(problem));
    }

    /// Why the file cannot be one; empty where it can.
    QString begin()
    {
        const QXmlStreamAttributes attributes = m_xml.attributes();
        Element element{m_xml.name().toString(), nameOrReference(attributes)};
        if (m_open.isEmpty() && element.name != "cluster"_L1)
            return u"the root element is <%1>, not <cluster>"_s.arg(element.name);
        if (m_open.size() >= DeepestNesting)
            return u"elements are nested too deeply"_s;
        if (element.name == "vm"_L1)
            element.vm = addVm(element.label, attributes);
        else
            addOther(element, attributes);
        m_open.append(element);
        return {};
    }

    bool isInside(QLatin1StringView name) const
    {
        return std::any_of(m_open.begin(), m_open.end(),
                           [name](const Element &e) { return e.name == name; });
    }

    qsizetype addVm(const QString &name, const QXmlStreamAttributes &attributes)
    {
        if (!isInside("rm"_L1) || name.isEmpty())
            return -1;
        const QString domain = attributes.value("domain"_L1).toString();
        // A vm among <resources> only exists where something refers to it.
        if (isInside("resources"_L1)) {
            m_definedDomains.insert(name, domain);
            return -1;
        }
        PlacedVm vm{name, domain, {}};
        for (const Element &element : m_open) {
            if (element.name == "service"_L1)
                vm.service = element.label.isEmpty() ? u"?"_s : element.label;
        }
        m_conf.vms.append(vm);
        return m_conf.vms.size() - 1;
    }

    void addOther(const Element &element, const QXmlStreamAttributes &attributes)
    {
        const QString parent = m_open.isEmpty() ? QString() : m_open.last().name;
        if (m_open.isEmpty()) {
            m_conf.clusterName = attributes.value("name"_L1).toString();
            m_conf.configVersion = std::max(0, daemonNumber(attributes.value("config_version"_L1)));
        } else if (element.name == "clusternode"_L1 && parent == "clusternodes"_L1) {
            m_conf.nodes.append(element.label);
        } else if (element.name == "failoverdomain"_L1 && parent == "failoverdomains"_L1) {
            m_conf.failoverDomains.append({element.label,
                                           isSet(attributes, "ordered"_L1),
                                           isSet(attributes, "restricted"_L1),
                                           {},
                                           {},
                                           isSet(attributes, "nofailback"_L1)});
        } else if (element.name == "failoverdomainnode"_L1 && parent == "failoverdomain"_L1
                   && !m_conf.failoverDomains.isEmpty()) {
            addDomainNode(m_conf.failoverDomains.last(), element.label, attributes);
        } else if (m_open.last().vm >= 0 && element.name != "action"_L1) {
            m_conf.vms[m_open.last().vm].hasResources = true;
        }
    }

    static void addDomainNode(PlacementDomain &domain, const QString &name,
                              const QXmlStreamAttributes &attributes)
    {
        const int priority = daemonNumber(attributes.value("priority"_L1));
        domain.nodes.append(name);
        domain.priorities.append(domain.ordered && priority >= 1 && priority <= 100 ? priority : 0);
    }

    QXmlStreamReader m_xml;
    ClusterPlacement m_conf;
    QList<Element> m_open;
    QHash<QString, QString> m_definedDomains; ///< of the vms among <resources>, by name
};

} // namespace

const PlacementDomain *ClusterPlacement::failoverDomain(const QString &domainName) const
{
    for (const PlacementDomain &domain : failoverDomains) {
        if (domain.name.compare(domainName, Qt::CaseInsensitive) == 0)
            return &domain;
    }
    return nullptr;
}

base::Result<ClusterPlacement> ClusterPlacement::parse(QByteArrayView bytes)
{
    if (bytes.size() > MostBytes)
        return failure(ErrorCode::OutputTooLarge,
                       u"cluster.conf is larger than 4 MiB, which no such file is"_s);
    return Reader(bytes).read();
}

} // namespace colonnade::formats
