// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/clusterconfcheck.h"

#include "formats/clusterconf.h"
#include "formats/shown.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace colonnade::formats {

std::optional<int> wholeNumber(QStringView text)
{
    QStringView digits = text.trimmed();
    if (digits.startsWith(u'+') || digits.startsWith(u'-'))
        digits = digits.sliced(1);
    const auto isDigit = [](QChar c) { return c >= u'0' && c <= u'9'; };
    if (digits.isEmpty() || !std::ranges::all_of(digits, isDigit))
        return {};
    bool ok = false;
    const int number = text.trimmed().toInt(&ok);
    return ok ? std::optional(number) : std::nullopt;
}

QString shown(const QString &value)
{
    return shown(QByteArrayView(value.left(200).toUtf8()));
}

QString quoted(const QString &value)
{
    return u"\"%1\""_s.arg(shown(value));
}

QString listed(const QStringList &names)
{
    constexpr qsizetype Most = 4;
    QStringList parts;
    for (const QString &name : names.first(std::min(names.size(), Most)))
        parts.append(shown(name));
    if (names.size() > Most)
        parts.append(u"%1 more"_s.arg(names.size() - Most));
    if (parts.size() < 2)
        return parts.join(QString());
    const QString last = parts.takeLast();
    return u"%1 and %2"_s.arg(parts.join(u", "_s), last);
}

ClusterConfCheck::ClusterConfCheck(const XmlDocument &document, const ClusterConfTarget &target)
    : m_document(document), m_generation(target.generation)
{
    QSet<int> ids;
    for (const XmlElement &element : elements("clusternodes", "clusternode")) {
        const ClusterNode node(element);
        m_nodes.append(node);
        m_nodeNames.insert(node.name());
        m_nodeNameList.append(node.name());
        ids.insert(node.nodeId().value_or(0));
        m_nodeVotes += std::clamp(node.votes(), 0, 255);
    }
    while (ids.contains(m_freeNodeId))
        ++m_freeNodeId;
    if (const XmlElement disk = section("quorumd"); disk) {
        const int automatic = static_cast<int>(std::max<qsizetype>(m_nodes.size() - 1, 0));
        m_quorumDiskVotes = std::clamp(numberOf(disk, "votes", automatic), 0, 100'000);
    }
}

QList<XmlElement> ClusterConfCheck::elements(QByteArrayView sectionTag, QByteArrayView tag) const
{
    QList<XmlElement> all;
    for (const XmlElement &section : root().children(sectionTag))
        all.append(section.children(tag));
    return all;
}

void ClusterConfCheck::report(const char *id, Severity severity, Span span, const QString &message,
                              std::optional<Fix> fix)
{
    m_diagnostics.append({id, severity, span, message, std::move(fix)});
}

void ClusterConfCheck::reportNoNumber(const XmlElement &element, QByteArrayView attribute)
{
    const QString value = element.value(attribute);
    report("not-a-number", Severity::Error, element.spanOf(attribute),
           u"%1 of <%2> has to be a number: %3 is read as %4."_s.arg(
               QString::fromLatin1(attribute), shown(element.tag()), quoted(value),
               QString::number(daemonNumber(value))));
}

std::optional<Fix> ClusterConfCheck::fix(const QString &title,
                                         std::initializer_list<base::Result<TextEdits>> parts) const
{
    TextEdits edits;
    for (const base::Result<TextEdits> &part : parts) {
        if (!part)
            return {};
        edits.append(*part);
    }
    edits = inOrder(edits);
    if (edits.isEmpty() || !areApplicable(edits, m_document.text().size()))
        return {};
    return Fix{title, edits};
}

base::Result<TextEdits> ClusterConfCheck::set(const XmlElement &element, QByteArrayView attribute,
                                              const QString &value) const
{
    return setAttribute(m_document, element, QString::fromLatin1(attribute), value);
}

std::optional<Fix> ClusterConfCheck::fixBySetting(const XmlElement &element,
                                                  QByteArrayView attribute,
                                                  const QString &value) const
{
    return fix(u"Set %1 to %2"_s.arg(QString::fromLatin1(attribute), shown(value)),
               {set(element, attribute, value)});
}

std::optional<Fix> ClusterConfCheck::fixByRemoving(const XmlElement &element,
                                                   QByteArrayView attribute) const
{
    return fix(u"Remove %1"_s.arg(QString::fromLatin1(attribute)),
               {removeAttribute(element, attribute)});
}

std::optional<Fix> ClusterConfCheck::fixByRemoving(const XmlElement &element) const
{
    return fix(u"Remove this <%1>"_s.arg(shown(element.tag())),
               {removeElement(m_document, element)});
}

std::optional<Fix> ClusterConfCheck::fixByNumbering(const XmlElement &method) const
{
    QSet<QString> names;
    qsizetype count = 0;
    for (XmlElement other = method.parent().firstChild(); other; other = other.next()) {
        names.insert(other.value("name"));
        if (++count > MostFenceMethods)
            return {};
    }
    int number = 1;
    while (names.contains(QString::number(number)))
        ++number;
    return fixBySetting(method, "name", QString::number(number));
}

std::optional<Fix> ClusterConfCheck::fixByRenaming(const XmlElement &element,
                                                   const XmlAttribute &attribute,
                                                   QByteArrayView name) const
{
    if (element.has(name))
        return {};
    return fix(u"Call it %1"_s.arg(QString::fromLatin1(name)),
               {TextEdits{{attribute.name, name.toByteArray()}}});
}

bool ClusterConfCheck::spend(qsizetype comparisons)
{
    if (comparisons > m_comparisonsLeft)
        return false;
    m_comparisonsLeft -= comparisons;
    return true;
}

QByteArray ClusterConfCheck::nearest(QByteArrayView name, const QList<QByteArray> &known)
{
    constexpr qsizetype Letters = 20; // a comparison goes letter by letter
    return spend(Letters * known.size()) ? nearestName(name, known) : QByteArray();
}

QString ClusterConfCheck::nearest(const QString &name, const QStringList &known)
{
    if (!spend(known.size()))
        return {};
    QList<QByteArray> names;
    for (const QString &candidate : known)
        names.append(candidate.toUtf8());
    return QString::fromUtf8(nearest(QByteArrayView(name.toUtf8()), names));
}

QString ClusterConfCheck::nearestOwnName(const QString &name, const QStringList &known)
{
    if (!spend(known.size()))
        return {};
    const auto isNear = [&name](const QString &other) {
        const QString shorter = name.size() < other.size() ? name : other;
        const QString longer = name.size() < other.size() ? other : name;
        return longer.compare(shorter, Qt::CaseInsensitive) == 0
               || (!shorter.isEmpty() && longer.startsWith(shorter + u'.', Qt::CaseInsensitive));
    };
    QStringList near;
    std::ranges::copy_if(known, std::back_inserter(near), isNear);
    if (near.size() == 1)
        return near.first();
    if (!near.isEmpty())
        return {};
    const QString other = nearest(name, known);
    const auto digitsOf = [](const QString &text) {
        QString digits = text;
        return digits.removeIf([](QChar c) { return !c.isDigit(); });
    };
    return digitsOf(other) == digitsOf(name) ? other : QString();
}

QList<Diagnostic> ClusterConfCheck::takeDiagnostics()
{
    std::ranges::stable_sort(m_diagnostics, {}, &Diagnostic::span);
    return std::exchange(m_diagnostics, {});
}

QList<Diagnostic> clusterConfDiagnostics(const XmlDocument &document,
                                         const ClusterConfTarget &target)
{
    ClusterConfCheck check(document, target);
    checkSchema(check);
    checkCluster(check);
    checkVotes(check);
    checkNodes(check);
    checkQuorumDisk(check);
    checkFencing(check);
    checkFenceAgents(check);
    checkFailoverDomains(check);
    checkRm(check);
    checkResources(check);
    checkGroups(check);
    checkVms(check);
    return check.takeDiagnostics();
}

QList<Diagnostic> ClusterConf::diagnostics() const
{
    return clusterConfDiagnostics(m_xml);
}

QList<Diagnostic> ClusterConf::diagnostics(const ClusterConfTarget &target) const
{
    return clusterConfDiagnostics(m_xml, target);
}

} // namespace colonnade::formats
