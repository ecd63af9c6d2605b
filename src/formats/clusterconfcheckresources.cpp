// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/clusterconfcheck.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace colonnade::formats {

namespace {

/// What rgmanager knows a resource by.
using ResourceKey = std::pair<QByteArray, QString>; // type, primary attribute

/// Loads the resources as rgmanager does (reslist.c, restree.c): first those of <resources>, then
/// the trees of services and guests.
class ResourceCheck
{
public:
    explicit ResourceCheck(ClusterConfCheck &check) : m_check(check) {}

    void run()
    {
        for (const XmlElement &section : m_check.elements("rm", "resources")) {
            for (XmlElement element = section.firstChild(); element; element = element.next())
                loadDefinition(element);
        }
        for (const XmlElement &rm : m_check.root().children("rm")) {
            for (XmlElement element = rm.firstChild(); element; element = element.next()) {
                if (element.is("service") || element.is("vm"))
                    loadTree(element);
            }
        }
        for (const XmlElement &reference : std::as_const(m_references))
            checkReference(reference);
    }

private:
    static QByteArrayView primaryOf(const XmlElement &element)
    {
        static const ClusterElement *resources = clusterSchema().child("rm")->child("resources");
        const ClusterElement *schema = resources->child(element.tag());
        return schema ? QByteArrayView(schema->primary) : QByteArrayView("name");
    }

    static ResourceKey keyOf(const XmlElement &element)
    {
        return {element.tag().toByteArray(), element.value(primaryOf(element))};
    }

    void loadDefinition(const XmlElement &element)
    {
        if (element.has("ref"))
            return;
        store(element, &m_definitions);
        for (XmlElement child = element.firstChild(); child; child = child.next()) {
            if (child.is("action"))
                continue;
            m_check.report(
                "nested-in-resources", Severity::Warning, child.nameSpan(),
                u"rgmanager ignores resources inside of those in <resources>: put <%1> "
                "into the service that uses them."_s.arg(shown(QString::fromUtf8(child.tag()))));
        }
    }

    void loadTree(const XmlElement &element)
    {
        if (element.is("action"))
            return;
        if (element.has("ref"))
            m_references.append(element);
        else
            store(element, &m_inlined);
        for (XmlElement child = element.firstChild(); child; child = child.next())
            loadTree(child);
    }

    void store(const XmlElement &element, QHash<ResourceKey, XmlElement> *place)
    {
        const ResourceKey key = keyOf(element);
        if (key.second.isEmpty())
            return; // reported as missing
        const XmlElement first =
            m_definitions.contains(key) ? m_definitions.value(key) : m_inlined.value(key);
        if (first)
            return reportDuplicate(element, first, key);
        place->insert(key, element);
        if (place == &m_definitions)
            m_names[key.first].append(key.second);
    }

    void reportDuplicate(const XmlElement &element, const XmlElement &first, const ResourceKey &key)
    {
        const QByteArrayView primary = primaryOf(element);
        m_check.report(
            "duplicate-resource", Severity::Error, element.spanOf(primary),
            u"There is another <%1> %2 before: rgmanager drops this one (\"Primary "
            "attribute collision. type=%1 attr=%3 value=%2\")."_s.arg(
                shown(QString::fromUtf8(key.first)), shown(key.second), QString::fromUtf8(primary)),
            fixForDuplicate(element, first));
    }

    std::optional<Fix> fixForDuplicate(const XmlElement &element, const XmlElement &first) const
    {
        const QByteArrayView text = m_check.document().text();
        if (first.parent() == element.parent()
            && textOf(text, element.span()) == textOf(text, first.span()))
            return m_check.fixByRemoving(element);
        const bool isUse = first.parent().is("resources") && !element.parent().is("resources");
        if (!isUse || !hasSameAttributes(element, first))
            return {};
        TextEdits edits;
        for (const XmlAttribute &attribute : element.attributes()) {
            if (textOf(text, attribute.name) == primaryOf(element))
                edits.append({attribute.name, "ref"});
            else
                edits.append({attribute.whole, {}});
        }
        return m_check.fix(u"Refer to the one in <resources>"_s, {edits});
    }

    bool hasSameAttributes(const XmlElement &one, const XmlElement &other) const
    {
        const auto values = [this](const XmlElement &element) {
            QSet<std::pair<QByteArray, QString>> all;
            for (const XmlAttribute &attribute : element.attributes())
                all.insert({textOf(m_check.document().text(), attribute.name).toByteArray(),
                            element.value(attribute)});
            return all;
        };
        return values(one) == values(other);
    }

    void checkReference(const XmlElement &element)
    {
        const ResourceKey key{element.tag().toByteArray(), element.value("ref")};
        if (m_definitions.contains(key))
            checkCount(element, key);
        else if (m_inlined.contains(key))
            reportInlined(element, key);
        else if (!isFoundByOther(key))
            reportUnknown(element, key);
        checkBeside(element);
    }

    /// Of types that the schema does not know, another attribute may be the primary one.
    bool isFoundByOther(const ResourceKey &key)
    {
        if (clusterSchema().child("rm")->child("resources")->child(key.first))
            return false;
        if (!m_otherValues)
            m_otherValues = valuesOfDefinitions();
        return m_otherValues->contains(key);
    }

    QSet<ResourceKey> valuesOfDefinitions() const
    {
        QSet<ResourceKey> values;
        for (const XmlElement &section : m_check.elements("rm", "resources")) {
            for (XmlElement element = section.firstChild(); element; element = element.next()) {
                for (const XmlAttribute &attribute : element.attributes())
                    values.insert({element.tag().toByteArray(), element.value(attribute)});
            }
        }
        return values;
    }

    void checkCount(const XmlElement &element, const ResourceKey &key)
    {
        const bool isSingle = key.first == "service" || key.first == "vm";
        if (++m_counts[key] > 1 && isSingle)
            m_check.report(
                "too-many-references", Severity::Error, element.spanOf("ref"),
                u"%1 is referred to before: rgmanager runs it once and drops this one "
                "(\"Warning: Max references exceeded for resource %1 (type %2)\")."_s.arg(
                    shown(key.second), QString::fromUtf8(key.first)),
                m_check.fixByRemoving(element));
    }

    void reportInlined(const XmlElement &element, const ResourceKey &key)
    {
        m_check.report("reference-to-inline", Severity::Error, element.spanOf("ref"),
                       u"%1 is defined inside of a service: rgmanager refers to those of "
                       "<resources> only (\"Error: Reference to inlined resource %1 (type %2) is "
                       "illegal\")."_s.arg(shown(key.second), QString::fromUtf8(key.first)));
    }

    void reportUnknown(const XmlElement &element, const ResourceKey &key)
    {
        const QString near = m_check.nearestOwnName(key.second, m_names.value(key.first));
        m_check.report(
            "unknown-reference", Severity::Error, element.spanOf("ref"),
            u"<resources> has no <%2> %1: rgmanager leaves it out (\"Error: Reference to "
            "nonexistent resource %1 (type %2)\")."_s.arg(shown(key.second),
                                                          shown(QString::fromUtf8(key.first))),
            near.isEmpty() ? std::nullopt : m_check.fixBySetting(element, "ref", near));
    }

    void checkBeside(const XmlElement &element)
    {
        TextEdits edits;
        QStringList names;
        for (const XmlAttribute &attribute : element.attributes()) {
            const QByteArrayView name = textOf(m_check.document().text(), attribute.name);
            if (name == "ref" || name.startsWith("__"))
                continue;
            edits.append({attribute.whole, {}});
            names.append(QString::fromUtf8(name));
        }
        if (!names.isEmpty())
            m_check.report(
                "attributes-beside-ref", m_check.bySchema(), element.spanOf("ref"),
                u"What stands beside ref (%1) does not count, since the <%2> that is referred to "
                "has its own; ccs_config_validate (3.x) refuses the file."_s.arg(
                    listed(names), shown(QString::fromUtf8(element.tag()))),
                m_check.fix(u"Remove %1"_s.arg(listed(names)), {edits}));
    }

    ClusterConfCheck &m_check;
    QHash<ResourceKey, XmlElement> m_definitions;
    QHash<ResourceKey, XmlElement> m_inlined;
    QHash<QByteArray, QStringList> m_names; ///< of the definitions, by type
    QList<XmlElement> m_references;
    QHash<ResourceKey, int> m_counts;
    std::optional<QSet<ResourceKey>> m_otherValues; ///< of any attribute of the definitions
};

void checkInterval(ClusterConfCheck &check, const XmlElement &rm, const char *name)
{
    if (!rm.has(name))
        return;
    const std::optional<int> number = wholeNumber(rm.value(name));
    if (!number)
        check.reportNoNumber(rm, name);
    else if (*number < 1)
        check.report("rm-interval", Severity::Error, rm.spanOf(name),
                     u"rgmanager takes its default: \"Ignoring illegal %1 of %2\"."_s.arg(
                         QLatin1String(name), QString::number(*number)),
                     check.fixByRemoving(rm, name));
}

void checkEvents(ClusterConfCheck &check, const XmlElement &rm, const XmlElement &events)
{
    const QList<XmlElement> all = events.children("event");
    if (!all.isEmpty() && !daemonFlag(rm.value("central_processing")))
        check.report("events-without-central-processing", Severity::Warning, events.nameSpan(),
                     u"rgmanager runs events with central_processing=\"1\" of <rm> only."_s);
    for (const XmlElement &event : all) {
        const QByteArrayView body = textOf(check.document().text(), event.content());
        if (event.value("file").isEmpty() && body.trimmed().isEmpty())
            check.report("event-without-body", Severity::Warning, event.spanOf("name"),
                         u"This event has neither a file nor a script between its tags."_s);
        if (!event.has("priority"))
            continue;
        const std::optional<int> priority = wholeNumber(event.value("priority"));
        if (!priority || *priority < 1 || *priority > 99)
            check.report("event-priority", Severity::Warning, event.spanOf("priority"),
                         u"The priority of an event is 1 to 99, not %1."_s.arg(
                             quoted(event.value("priority"))));
    }
}

} // namespace

void checkRm(ClusterConfCheck &check)
{
    const XmlElement rm = check.section("rm");
    if (!rm)
        return;
    if (daemonFlag(rm.value("disabled")))
        check.report("rm-disabled", Severity::Warning, rm.spanOf("disabled"),
                     u"disabled=\"1\": rgmanager does not start on any node."_s,
                     check.fixBySetting(rm, "disabled", u"0"_s));
    checkInterval(check, rm, "status_child_max");
    checkInterval(check, rm, "status_poll_interval");
    if (const std::optional<int> level = wholeNumber(rm.value("log_level"));
        level && (*level < 0 || *level > 7))
        check.report("rm-log-level", Severity::Warning, rm.spanOf("log_level"),
                     u"log_level is 0 (emergencies) to 7 (everything), not %1."_s.arg(*level));
    if (const XmlElement events = rm.child("events"); events)
        checkEvents(check, rm, events);
}

void checkResources(ClusterConfCheck &check)
{
    ResourceCheck(check).run();
}

} // namespace colonnade::formats
