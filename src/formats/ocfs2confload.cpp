// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/ocfs2confrules.h"
#include "formats/ocfs2confscanner.h"
#include "formats/ocfs2confwriter.h"
#include "formats/shown.h"

#include <arpa/inet.h>
#include <climits>
#include <cstdlib>

namespace colonnade::formats {

namespace {

using namespace Qt::StringLiterals;
using Attribute = Ocfs2Conf::Attribute;
using Stanza = Ocfs2Conf::Stanza;
using Check = bool (*)(const QByteArray &);
using Value = std::optional<QByteArray>;

bool isNodeNumber(const QByteArray &text)
{
    return ocfs2Number(text).value_or(Ocfs2NumberLimit) < Ocfs2NumberLimit;
}

bool isCount(const QByteArray &text)
{
    return ocfs2Number(text).value_or(Ocfs2CountLimit) < Ocfs2CountLimit;
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

/// What a number that is missing or cannot be read should be: one that no other node has, so that
/// none has to be renumbered.
Value mendedNumber(const QByteArray &text, Ocfs2FreeNumbers &free)
{
    const QByteArray likely = likelyValue(text);
    if (!text.isEmpty() && !isNodeNumber(likely))
        return std::nullopt;
    if (!likely.isEmpty() && free.take(*ocfs2Number(likely)))
        return likely;
    const std::optional<quint64> lowest = free.takeLowest();
    return lowest ? Value(QByteArray::number(*lowest)) : std::nullopt;
}

class Loader
{
public:
    explicit Loader(const Ocfs2Conf &conf) : m_conf(conf), m_index(conf.stanzas()) {}

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
        return m_problems.takeFor(m_conf.text());
    }

private:
    void loadCluster(const Stanza &cluster, const QByteArray &name)
    {
        if (const Attribute *mode = cluster.attribute("heartbeat_mode"))
            check("bad-heartbeat-mode", *mode, isMode, u"neither local nor global"_s);
        const Ocfs2Index::Stanzas nodes = m_index.nodes.value(name);
        if (const Attribute *count =
                filled(cluster, "node_count", QByteArray::number(nodes.size())))
            check("bad-number", *count, isCount, u"no number that the tools can read"_s);
        QSet<QByteArray> names;
        Ocfs2FreeNumbers numbers(nodes);
        for (const Stanza *node : nodes)
            loadNode(*node, name, names, numbers);
        QSet<QByteArray> regions;
        for (const Stanza *region : m_index.regions.value(name)) {
            if (const Attribute *uuid = filled(*region, "region"))
                checkUnique("duplicate-region", u"region"_s, *uuid, name, regions);
        }
    }

    void loadNode(const Stanza &node, const QByteArray &cluster, QSet<QByteArray> &names,
                  Ocfs2FreeNumbers &numbers)
    {
        if (const Attribute *name = filled(node, "name"))
            checkUnique("duplicate-node-name", u"node"_s, *name, cluster, names);
        loadNumber(node, numbers);
        if (const Attribute *address = filled(node, "ip_address"))
            check("bad-address", *address, isOcfs2Address,
                  u"not an IPv4 address; names and IPv6 are not possible here"_s);
        if (const Attribute *port = filled(node, "ip_port", "7777"))
            check("bad-number", *port, isCount, u"no number that the tools can read"_s);
    }

    void loadNumber(const Stanza &node, Ocfs2FreeNumbers &free)
    {
        const auto mended = ocfs2Readable(node, "number", Ocfs2NumberLimit)
                                ? std::nullopt
                                : mendedNumber(ocfs2Value(node, "number"), free);
        if (const Attribute *number = filled(node, "number", mended))
            check("bad-number", *number, isNodeNumber, u"no number that the tools can read"_s,
                  mended);
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
        const QByteArray likely = likelyValue(attribute.text);
        check(id, attribute, isValid, what, isValid(likely) ? Value(likely) : std::nullopt);
    }

    void check(const char *id, const Attribute &attribute, Check isValid, const QString &what,
               const Value &mended)
    {
        if (isValid(attribute.text))
            return;
        refuse(id, attribute.value,
               u"“%1” of the key %2 is %3; the tools refuse the whole file."_s.arg(
                   shown(attribute.text), shown(attribute.name), what),
               mended ? std::optional(Ocfs2Findings::replacement(attribute, *mended))
                      : std::nullopt);
    }

    /// The attribute of that key, which may be empty.
    const Attribute *required(const Stanza &stanza, const char *key, const Value &usual = {})
    {
        const Attribute *attribute = stanza.attribute(key);
        if (!attribute)
            refuse("missing-key", stanza.type,
                   u"This %1 has no %2; the tools refuse the whole file."_s.arg(
                       shown(stanza.name), QString::fromLatin1(key)),
                   setting(stanza, key, usual));
        return attribute;
    }

    /// The attribute of that key, which must not be empty.
    const Attribute *filled(const Stanza &stanza, const char *key, const Value &usual = {})
    {
        const Attribute *attribute = required(stanza, key, usual);
        if (!attribute || !attribute->text.isEmpty())
            return attribute;
        refuse("missing-value", attribute->key,
               u"The %1 of this %2 is empty; the tools refuse the whole file."_s.arg(
                   QString::fromLatin1(key), shown(stanza.name)),
               setting(stanza, key, usual));
        return nullptr;
    }

    std::optional<Fix> setting(const Stanza &stanza, const char *key, const Value &value) const
    {
        if (!value)
            return std::nullopt;
        Ocfs2Writer writer(m_conf);
        writer.set(stanza, key, *value);
        return Fix{u"Set %1 to %2"_s.arg(QString::fromLatin1(key), shown(*value)),
                   writer.uncheckedEdits()};
    }

    void refuse(const char *id, Span span, const QString &message,
                const std::optional<Fix> &fix = std::nullopt)
    {
        m_problems.add(id, Severity::Error, span, message, fix);
    }

    const Ocfs2Conf &m_conf;
    Ocfs2Index m_index;
    Ocfs2Findings m_problems;
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

const Attribute *ocfs2Readable(const Stanza &stanza, QByteArrayView key, quint64 limit)
{
    const Attribute *attribute = stanza.attribute(key);
    return attribute && ocfs2Number(attribute->text).value_or(limit) < limit ? attribute : nullptr;
}

Ocfs2FreeNumbers::Ocfs2FreeNumbers(const Ocfs2Index::Stanzas &nodes)
{
    for (const Stanza *node : nodes) {
        if (const Attribute *number = ocfs2Readable(*node, "number", Ocfs2NumberLimit))
            m_taken.insert(*ocfs2Number(number->text));
    }
}

bool Ocfs2FreeNumbers::take(quint64 number)
{
    const bool isFree = !m_taken.contains(number);
    m_taken.insert(number);
    return isFree;
}

std::optional<quint64> Ocfs2FreeNumbers::takeLowest()
{
    while (!take(m_lowest))
        ++m_lowest;
    return m_lowest <= Ocfs2HighestNumber ? std::optional(m_lowest) : std::nullopt;
}

QList<Diagnostic> ocfs2LoadProblems(const Ocfs2Conf &conf)
{
    return Loader(conf).load();
}

} // namespace colonnade::formats
