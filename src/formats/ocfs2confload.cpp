// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/findings.h"
#include "formats/ocfs2confindex.h"
#include "formats/ocfs2confscanner.h"
#include "formats/shown.h"

#include <QSet>

#include <arpa/inet.h>
#include <climits>
#include <cstdlib>

namespace colonnade::formats {

namespace {

using namespace Qt::StringLiterals;
using Attribute = Ocfs2Conf::Attribute;
using Stanza = Ocfs2Conf::Stanza;
using Check = bool (*)(const QByteArray &);

bool isNodeNumber(const QByteArray &text)
{
    const auto number = ocfs2Number(text);
    return number && *number < INT_MAX;
}

bool isCount(const QByteArray &text)
{
    const auto number = ocfs2Number(text);
    return number && *number <= UINT_MAX;
}

bool isMode(const QByteArray &text)
{
    return ocfs2Heartbeat(text).has_value();
}

/// What was probably meant: the value without a comment, without quotes, without leading zeros.
QByteArray likelyValue(const QByteArray &text)
{
    QByteArray value = text.first(text.contains('#') ? text.indexOf('#') : text.size()).trimmed();
    if (value.size() >= 2 && value.front() == value.back()
        && (value.front() == '"' || value.front() == '\''))
        value = value.sliced(1, value.size() - 2);
    QList<QByteArray> parts = value.split('.');
    for (QByteArray &part : parts) {
        while (part.size() > 1 && part.front() == '0')
            part.remove(0, 1);
    }
    return parts.join('.');
}

class Loader
{
public:
    explicit Loader(const QList<Stanza> &stanzas) : m_index(stanzas) {}

    QList<Diagnostic> load()
    {
        QSet<QByteArray> names;
        for (const Stanza *cluster : std::as_const(m_index.clusters)) {
            const Attribute *name = required(*cluster, "name");
            if (!name)
                continue;
            if (names.contains(name->text)) {
                refuse("duplicate-cluster", name->value,
                       u"A second stanza defines the cluster “%1”; the tools refuse the whole "
                       u"file."_s.arg(shown(name->text)));
                continue;
            }
            names.insert(name->text);
            loadCluster(*cluster, name->text);
        }
        return m_problems.take();
    }

private:
    void loadCluster(const Stanza &cluster, const QByteArray &name)
    {
        if (const Attribute *mode = cluster.attribute("heartbeat_mode"))
            check("bad-heartbeat-mode", *mode, isMode, u"neither local nor global"_s);
        if (const Attribute *count = filled(cluster, "node_count"))
            check("bad-number", *count, isCount, u"no number that the tools can read"_s);
        QSet<QByteArray> nodes;
        for (const Stanza *node : m_index.nodes.value(name))
            loadNode(*node, name, nodes);
        QSet<QByteArray> regions;
        for (const Stanza *region : m_index.regions.value(name)) {
            if (const Attribute *uuid = filled(*region, "region"))
                checkUnique("duplicate-region", u"region"_s, *uuid, name, regions);
        }
    }

    void loadNode(const Stanza &node, const QByteArray &cluster, QSet<QByteArray> &names)
    {
        if (const Attribute *name = filled(node, "name"))
            checkUnique("duplicate-node-name", u"node"_s, *name, cluster, names);
        if (const Attribute *number = filled(node, "number"))
            check("bad-number", *number, isNodeNumber, u"no number that the tools can read"_s);
        if (const Attribute *address = filled(node, "ip_address"))
            check("bad-address", *address, isOcfs2Address,
                  u"not an IPv4 address; names and IPv6 are not possible here"_s);
        if (const Attribute *port = filled(node, "ip_port"))
            check("bad-number", *port, isCount, u"no number that the tools can read"_s);
    }

    void checkUnique(const char *id, const QString &what, const Attribute &attribute,
                     const QByteArray &cluster, QSet<QByteArray> &seen)
    {
        if (seen.contains(attribute.text))
            refuse(
                id, attribute.value,
                u"The cluster “%1” has a %2 “%3” already; the tools refuse the whole file."_s.arg(
                    shown(cluster), what, shown(attribute.text)));
        seen.insert(attribute.text);
    }

    void check(const char *id, const Attribute &attribute, Check isValid, const QString &what)
    {
        if (isValid(attribute.text))
            return;
        const QByteArray likely = likelyValue(attribute.text);
        refuse(id, attribute.value,
               u"“%1” of the key %2 is %3; the tools refuse the whole file."_s.arg(
                   shown(attribute.text), shown(attribute.name), what),
               isValid(likely) ? std::optional(
                   Fix{u"Write %1"_s.arg(shown(likely)), {{attribute.value, likely}}})
                               : std::nullopt);
    }

    /// The attribute of that key, which may be empty.
    const Attribute *required(const Stanza &stanza, const char *key)
    {
        const Attribute *attribute = stanza.attribute(key);
        if (!attribute)
            refuse("missing-key", stanza.type,
                   u"This %1 has no %2; the tools refuse the whole file."_s.arg(
                       shown(stanza.name), QString::fromLatin1(key)));
        return attribute;
    }

    /// The attribute of that key, which must not be empty.
    const Attribute *filled(const Stanza &stanza, const char *key)
    {
        const Attribute *attribute = required(stanza, key);
        if (!attribute || !attribute->text.isEmpty())
            return attribute;
        refuse("missing-value", attribute->key,
               u"The %1 of this %2 is empty; the tools refuse the whole file."_s.arg(
                   QString::fromLatin1(key), shown(stanza.name)));
        return nullptr;
    }

    void refuse(const char *id, Span span, const QString &message,
                const std::optional<Fix> &fix = std::nullopt)
    {
        m_problems.add(id, Severity::Error, span, message, fix);
    }

    Ocfs2Index m_index;
    Findings m_problems;
};

} // namespace

Ocfs2Index::Ocfs2Index(const QList<Stanza> &stanzas)
{
    for (const Stanza &stanza : stanzas) {
        if (stanza.name == "cluster") {
            clusters.append(&stanza);
        } else if (stanza.name == "node" || stanza.name == "heartbeat") {
            auto &members = stanza.name == "node" ? nodes : regions;
            if (const Attribute *cluster = stanza.attribute("cluster"))
                members[cluster->text].append(&stanza);
            else
                homeless.append(&stanza);
        }
    }
}

QByteArray ocfs2Value(const Stanza &stanza, QByteArrayView key)
{
    const Attribute *attribute = stanza.attribute(key);
    return attribute ? attribute->text : QByteArray();
}

std::optional<quint64> ocfs2Number(const QByteArray &text)
{
    char *end = nullptr;
    const unsigned long number = std::strtoul(text.constData(), &end, 10);
    if (text.isEmpty() || end != text.constEnd() || number == ULONG_MAX)
        return std::nullopt;
    return number;
}

bool isOcfs2Address(const QByteArray &text)
{
    in_addr address{};
    return inet_pton(AF_INET, text.constData(), &address) == 1;
}

std::optional<Ocfs2Heartbeat> ocfs2Heartbeat(const QByteArray &text)
{
    if (text.compare("local", Qt::CaseInsensitive) == 0)
        return Ocfs2Heartbeat::Local;
    if (text.compare("global", Qt::CaseInsensitive) == 0)
        return Ocfs2Heartbeat::Global;
    return std::nullopt;
}

QList<Diagnostic> ocfs2LoadProblems(const QList<Stanza> &stanzas)
{
    return Loader(stanzas).load();
}

} // namespace colonnade::formats
