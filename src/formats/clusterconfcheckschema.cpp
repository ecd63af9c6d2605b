// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/clusterconfcheck.h"
#include "formats/clusterconfcheckvalues.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace colonnade::formats {

namespace {

QString textOfTag(const XmlElement &element)
{
    return shown(QString::fromUtf8(element.tag()));
}

struct Consequence
{
    QByteArrayView element;
    QByteArrayView attribute;
    const char *sentence;
};

/// What happens where an attribute is missing that a daemon looks for.
constexpr std::array Consequences{
    Consequence{"cluster", "name", "cman does not start: \"Unable to determine cluster name.\""},
    Consequence{"cluster", "config_version",
                "the daemons cannot tell this file from an older one and refuse it."},
    Consequence{"clusternode", "name", "no host can find itself in the file by it."},
    Consequence{"method", "name",
                "fenced stops counting the node's methods here: this one and all later ones are "
                "never tried."},
    Consequence{"device", "name",
                "fenced stops counting the devices here: this one and all later ones are left "
                "out."},
    Consequence{"fencedevice", "name", "no method can use it."},
    Consequence{"fencedevice", "agent", "fencing with it fails: there is nothing to run."},
    Consequence{"failoverdomain", "name",
                "rgmanager stops loading failover domains here: this one and all later ones do "
                "not exist for it."},
    Consequence{"failoverdomainnode", "name",
                "rgmanager stops loading the domain's members here: this one and all later ones "
                "are left out."},
    Consequence{"heuristic", "program", "qdiskd has nothing to run for it."},
};

/// The rules have a finding of their own for these, which knows more than their type.
bool hasOwnRule(const ClusterElement &element, const ClusterAttribute &attribute)
{
    constexpr std::array Pairs{
        std::pair{"clusternode", "nodeid"},           std::pair{"clusternode", "votes"},
        std::pair{"failoverdomainnode", "priority"},  std::pair{"rm", "status_child_max"},
        std::pair{"rm", "status_poll_interval"},      std::pair{"event", "priority"},
        std::pair{"fence_daemon", "post_join_delay"}, std::pair{"fence_daemon", "post_fail_delay"},
    };
    return std::ranges::any_of(Pairs, [&](const auto &pair) {
        return element.name == pair.first && attribute.name == pair.second;
    });
}

/// Whether something other than blanks, comments and instructions stands in @p text.
Span strayText(QByteArrayView text, qsizetype offset)
{
    qsizetype i = 0;
    const auto skipPast = [&](QByteArrayView end) {
        const qsizetype at = text.indexOf(end, i);
        i = at < 0 ? text.size() : at + end.size();
    };
    while (i < text.size()) {
        const QByteArrayView rest = text.sliced(i);
        if (rest.startsWith("<!--")) {
            skipPast("-->");
        } else if (rest.startsWith("<?")) {
            skipPast("?>");
        } else if (QByteArrayView(" \t\r\n").contains(text[i])) {
            ++i;
        } else {
            qsizetype end = text.indexOf('<', i + 1);
            end = end < 0 ? text.size() : end;
            return {offset + i, offset + i + text.sliced(i, end - i).trimmed().size()};
        }
    }
    return {};
}

class SchemaCheck
{
public:
    explicit SchemaCheck(ClusterConfCheck &check) : m_check(check) {}

    void run()
    {
        const XmlDocument &document = m_check.document();
        m_schemas.resize(document.elementCount());
        for (qsizetype i = 0; i < document.elementCount(); ++i)
            find(document.element(i));
        for (qsizetype i = 0; i < document.elementCount(); ++i)
            visit(document.element(i));
        checkDocument();
        for (const Repeated &finding : std::as_const(m_repeated))
            reportRepeated(finding);
    }

private:
    /// The same thing in many places is one finding, at the first of them.
    struct Repeated
    {
        const char *id;
        Severity severity;
        Span span;
        QString message;
        qsizetype count = 1;
    };

    void repeat(const char *id, const QByteArray &key, Severity severity, Span span,
                const QString &message)
    {
        const QByteArray wholeKey = id + (' ' + key);
        if (const auto known = m_repeatedKeys.constFind(wholeKey); known != m_repeatedKeys.cend()) {
            ++m_repeated[*known].count;
            return;
        }
        m_repeatedKeys.insert(wholeKey, m_repeated.size());
        m_repeated.append({id, severity, span, message});
    }

    void reportRepeated(const Repeated &finding)
    {
        QString message = finding.message;
        if (finding.count > 1)
            message += u" It stands in %1 places."_s.arg(finding.count);
        m_check.report(finding.id, finding.severity, finding.span, message);
    }

    void find(const XmlElement &element)
    {
        const XmlElement parent = element.parent();
        const ClusterElement *parentSchema = parent ? m_schemas[parent.index()] : nullptr;
        const ClusterElement *schema = parent ? nullptr : &clusterSchema();
        if (parentSchema)
            schema = parentSchema->child(element.tag());
        m_schemas[element.index()] = schema;
        if (schema && schema->isOnce && !m_firsts.contains({parent.index(), schema}))
            m_firsts.insert({parent.index(), schema}, element.index());
    }

    void visit(const XmlElement &element)
    {
        const ClusterElement *schema = m_schemas[element.index()];
        if (!schema) {
            // The children of an unknown element are its own business.
            if (const ClusterElement *parent = m_schemas[element.parent().index()])
                reportUnknown(element, *parent);
            return;
        }
        checkOnce(element, *schema);
        checkGeneration(element, *schema);
        for (const XmlAttribute &attribute : element.attributes())
            checkAttribute(element, *schema, attribute);
        checkRequired(element, *schema);
        if (!schema->mayHoldText)
            checkText(element);
    }

    void reportUnknown(const XmlElement &element, const ClusterElement &parentSchema)
    {
        const QByteArray near = nearestChild(element, parentSchema);
        if (!near.isEmpty()) {
            m_check.report(
                "misspelt-element", Severity::Warning, element.nameSpan(),
                u"<%1> is not known in <%2>, and so ignored: <%3> may be meant."_s.arg(
                    textOfTag(element), textOfTag(element.parent()), QString::fromLatin1(near)),
                m_check.fix(
                    u"Call it %1"_s.arg(QString::fromLatin1(near)),
                    {renameElement(m_check.document(), element, QString::fromLatin1(near))}));
            return;
        }
        const bool isResource = parentSchema.name == "rm" || parentSchema.name == "resources"
                                || parentSchema.isResource;
        const QString message =
            isResource
                ? u"<%1> is no resource that the schemas know: it needs an agent of its own in "
                  "/usr/share/cluster on every node."_s
                : u"<%1> is not known here: the daemons ignore it, and ccs_config_validate (3.x) "
                  "refuses the file because of it."_s;
        repeat("unknown-element", parentSchema.name + '/' + element.tag().toByteArray(),
               isResource ? Severity::Hint : m_check.bySchema(), element.nameSpan(),
               message.arg(textOfTag(element)));
    }

    QByteArray nearestChild(const XmlElement &element, const ClusterElement &parentSchema)
    {
        QList<QByteArray> names;
        // Resources have agents of others: glusterfs is none of clusterfs.
        const bool inCaseOnly = parentSchema.isResource || parentSchema.name == "resources";
        for (const ClusterElement *child : parentSchema.children) {
            if (inCaseOnly && element.tag().toByteArray().toLower() == child->name.toLower())
                return child->name;
            if (!m_firsts.contains({element.parent().index(), child}))
                names.append(child->name);
        }
        return inCaseOnly ? QByteArray() : m_check.nearest(element.tag(), names);
    }

    void checkOnce(const XmlElement &element, const ClusterElement &schema)
    {
        if (!schema.isOnce || !element.parent())
            return;
        const qsizetype first = m_firsts.value({element.parent().index(), &schema});
        if (first == element.index())
            return;
        const QByteArrayView text = m_check.document().text();
        const XmlElement original = m_check.document().element(first);
        const bool isEmpty = element.attributes().empty() && !element.firstChild();
        const bool isCopy = textOf(text, element.span()) == textOf(text, original.span());
        m_check.report("duplicate-section", Severity::Error, element.nameSpan(),
                       u"<%1> stands in <%2> a second time: every schema refuses that, and each "
                       "daemon decides on its own which one it reads."_s.arg(
                           textOfTag(element), textOfTag(element.parent())),
                       isEmpty || isCopy ? m_check.fixByRemoving(element) : std::nullopt);
    }

    /// The cluster's version does not know it, or of those that have a schema none does.
    bool isForeign(ClusterGenerations generations) const
    {
        constexpr ClusterGenerations Newer =
            ClusterGeneration::Cluster30 | ClusterGeneration::Cluster31;
        const std::optional<ClusterGeneration> generation = m_check.generation();
        return generation ? !generations.testFlag(*generation) : !(generations & Newer);
    }

    void checkGeneration(const XmlElement &element, const ClusterElement &schema)
    {
        if (isForeign(schema.generations))
            reportForeign(schema.generations, u"<%1>"_s.arg(textOfTag(element)), '<' + schema.name,
                          element.nameSpan(), element.is("vm"));
    }

    void reportForeign(ClusterGenerations generations, const QString &what, const QByteArray &key,
                       Span span, bool isOfVm)
    {
        if (!m_check.generation()) {
            repeat("wrong-generation", key, Severity::Hint, span,
                   (generations ? u"Only cluster 2.x knows %1; the schemas of 3.x refuse it."_s
                                : u"No schema knows %1, though newer agents do."_s)
                       .arg(what));
            return;
        }
        const QString consequence =
            m_check.hasSchema() ? u"ccs_config_validate refuses the file because of it."_s
            : isOfVm            ? u"it is ignored, or handed to `xm create` as a setting."_s
                                : u"it is ignored."_s;
        repeat("wrong-generation", key, Severity::Warning, span,
               u"This cluster's version does not know %1: %2"_s.arg(what, consequence));
    }

    void checkAttribute(const XmlElement &element, const ClusterElement &schema,
                        const XmlAttribute &attribute)
    {
        const QByteArrayView name = textOf(m_check.document().text(), attribute.name);
        if (attribute.hasEntity) {
            m_check.report("entity-in-value", Severity::Error, attribute.value,
                           u"%1 refers to an entity: the daemons take the value only up to it. "
                           "Write the text itself."_s.arg(shown(QString::fromUtf8(name))));
            return;
        }
        const ClusterAttribute *known = schema.attribute(name);
        if (!known) {
            if (!schema.isOpen)
                reportUnknown(element, schema, attribute);
            return;
        }
        if (isForeign(known->generations))
            reportForeign(known->generations,
                          u"%1 of <%2>"_s.arg(QString::fromLatin1(known->name), textOfTag(element)),
                          schema.name + ' ' + known->name, attribute.name, element.is("vm"));
        if (!hasOwnRule(schema, *known))
            checkValue(m_check, element, *known);
    }

    void reportUnknown(const XmlElement &element, const ClusterElement &schema,
                       const XmlAttribute &attribute)
    {
        const QByteArrayView name = textOf(m_check.document().text(), attribute.name);
        if (name == "xmlns" || name.startsWith("xmlns:") || name.startsWith("xml:"))
            return;
        const QString text = shown(QString::fromUtf8(name));
        const QByteArray near = nearestAttribute(element, schema, name);
        if (near.isEmpty()) {
            repeat("unknown-attribute", schema.name + ' ' + name.toByteArray(),
                   schema.isResource ? Severity::Hint : m_check.bySchema(), attribute.name,
                   u"%1 is no attribute of <%2> that the schemas know: the daemons ignore it, and "
                   "ccs_config_validate (3.x) refuses the file because of it."_s.arg(
                       text, textOfTag(element)));
            return;
        }
        m_check.report("misspelt-attribute", Severity::Warning, attribute.name,
                       u"%1 is no attribute of <%2>, and so ignored: %3 may be meant."_s.arg(
                           text, textOfTag(element), QString::fromLatin1(near)),
                       m_check.fixByRenaming(element, attribute, near));
    }

    QByteArray nearestAttribute(const XmlElement &element, const ClusterElement &schema,
                                QByteArrayView name)
    {
        constexpr qsizetype MostAttributes = 100; // more are no slip of the pen
        if (element.attributes().size() > MostAttributes)
            return {};
        QList<QByteArray> names;
        for (const ClusterAttribute &attribute : schema.attributes) {
            if (!element.has(attribute.name))
                names.append(attribute.name);
        }
        return m_check.nearest(name, names);
    }

    void checkRequired(const XmlElement &element, const ClusterElement &schema)
    {
        if (schema.isResource && element.has("ref"))
            return;
        for (const ClusterAttribute &attribute : schema.attributes) {
            if (attribute.isRequired && element.value(attribute.name).trimmed().isEmpty())
                reportMissing(element, schema, attribute);
        }
    }

    void reportMissing(const XmlElement &element, const ClusterElement &schema,
                       const ClusterAttribute &attribute)
    {
        const QString what =
            u"<%1> has no %2"_s.arg(textOfTag(element), QString::fromLatin1(attribute.name));
        const QString text = element.has(attribute.name) ? what + u" (it is empty)"_s : what;
        m_check.report("missing-attribute", Severity::Error, element.spanOf(attribute.name),
                       u"%1: %2"_s.arg(text, consequence(element, schema, attribute)),
                       fixForMissing(element, schema, attribute));
    }

    QString consequence(const XmlElement &element, const ClusterElement &schema,
                        const ClusterAttribute &attribute) const
    {
        for (const Consequence &known : Consequences) {
            if (known.element == schema.name && known.attribute == attribute.name)
                return QString::fromLatin1(known.sentence);
        }
        if (!schema.isResource)
            return u"the daemons ignore it, and the schemas refuse it."_s;
        if (element.parent().is("resources"))
            return u"rgmanager stops loading resources of this type here, this one and all later "
                   "ones do not exist for it."_s;
        return u"rgmanager drops it."_s;
    }

    std::optional<Fix> fixForMissing(const XmlElement &element, const ClusterElement &schema,
                                     const ClusterAttribute &attribute) const
    {
        if (schema.name == "cluster" && attribute.name == "config_version")
            return m_check.fixBySetting(element, "config_version", u"1"_s);
        return schema.name == "method" ? m_check.fixByNumbering(element) : std::nullopt;
    }

    void checkText(const XmlElement &element)
    {
        const QByteArrayView text = m_check.document().text();
        qsizetype begin = element.content().begin;
        for (XmlElement child = element.firstChild();; child = child.next()) {
            const qsizetype end = child ? child.span().begin : element.content().end;
            const Span stray = strayText(text.sliced(begin, end - begin), begin);
            const bool isEntity = m_check.document().hasEntityContent() && !stray.isEmpty()
                                  && text[stray.begin] == '&'; // has a finding of its own
            if (!stray.isEmpty() && !isEntity) {
                m_check.report(
                    "stray-text", Severity::Warning, stray,
                    u"Text in <%1>: the daemons ignore it, and ccs_config_validate (3.x) "
                    "refuses the file because of it. A comment may have lost its "
                    "end."_s.arg(textOfTag(element)));
                return;
            }
            if (!child)
                return;
            begin = child.span().end;
        }
    }

    void checkDocument()
    {
        const XmlDocument &document = m_check.document();
        if (document.hasEntityContent())
            m_check.report("entity-in-content", Severity::Warning, document.root().nameSpan(),
                           u"An entity of the file stands between tags: what it stands for is not "
                           "seen here, and not by all daemons."_s);
        const Span type = document.documentType();
        if (type.isEmpty())
            return;
        std::optional<Fix> fix;
        if (document.entities().isEmpty())
            fix = m_check.fix(u"Remove the document type"_s, {TextEdits{{type, {}}}});
        m_check.report("document-type", Severity::Hint, type,
                       u"The daemons do not use the document type, and cut values off that refer "
                       "to its entities."_s,
                       fix);
    }

    ClusterConfCheck &m_check;
    QList<const ClusterElement *> m_schemas; ///< of each element; nullptr: unknown
    /// By parent: the first of those that it may hold once.
    QHash<std::pair<qsizetype, const ClusterElement *>, qsizetype> m_firsts;
    QList<Repeated> m_repeated;
    QHash<QByteArray, qsizetype> m_repeatedKeys;
};

} // namespace

void checkSchema(ClusterConfCheck &check)
{
    SchemaCheck(check).run();
}

} // namespace colonnade::formats
