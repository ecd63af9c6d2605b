// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/ocfs2confrules.h"
#include "formats/shown.h"

#include <QSet>

#include <algorithm>

namespace colonnade::formats {

namespace {

using namespace Qt::StringLiterals;
using Attribute = Ocfs2Conf::Attribute;
using Stanza = Ocfs2Conf::Stanza;

void insertFirst(QHash<QByteArray, QByteArray> &hash, const QByteArray &key,
                 const QByteArray &value)
{
    if (!hash.contains(key))
        hash.insert(key, value);
}

/// The part before the first dot in small letters.
QByteArray hostPart(const QByteArray &name)
{
    return name.first(name.contains('.') ? name.indexOf('.') : name.size()).toLower();
}

class NodeRules
{
public:
    explicit NodeRules(Ocfs2Findings &findings) : m_findings(findings) {}

    void checkNodes(const Ocfs2Index::Stanzas &nodes)
    {
        QHash<quint64, const Stanza *> numbers;
        QHash<QByteArray, QByteArray> addresses;
        Ocfs2FreeNumbers free(nodes);
        for (const Stanza *node : nodes) {
            const QByteArray name = ocfs2Value(*node, "name");
            checkNumber(*node, name, numbers, free);
            if (const Attribute *address = node->attribute("ip_address"))
                checkAddress(*address, name, addresses);
            if (const Attribute *port = ocfs2Readable(*node, "ip_port", Ocfs2CountLimit))
                checkPort(*port, name);
        }
        checkNames(nodes);
        checkNextNumber(nodes, numbers);
    }

private:
    void checkNumber(const Stanza &node, const QByteArray &name,
                     QHash<quint64, const Stanza *> &taken, Ocfs2FreeNumbers &free)
    {
        const Attribute *attribute = ocfs2Readable(node, "number", Ocfs2NumberLimit);
        if (!attribute)
            return;
        const quint64 number = *ocfs2Number(attribute->text);
        if (const Stanza *other = taken.value(number)) {
            m_findings.add(
                "duplicate-number", Severity::Error, attribute->value,
                u"“%1” has the number %2 of “%3”: the kernel refuses it, and the nodes behind it "
                u"are not registered either."_s.arg(shown(name), QString::number(number),
                                                    shown(ocfs2Value(*other, "name"))),
                renumbering(*attribute, name, free));
            return;
        }
        taken.insert(number, &node);
        if (number > Ocfs2HighestNumber)
            m_findings.add(
                "number-range", Severity::Error, attribute->value,
                u"“%1” has the number %2, and the kernel takes 0 to %3."_s.arg(
                    shown(name), QString::number(number), QString::number(Ocfs2HighestNumber)),
                renumbering(*attribute, name, free));
        else
            m_findings.checkNotation(*attribute);
    }

    /// Each with a number of its own, which is the one that it gets where all are renumbered.
    static std::optional<Fix> renumbering(const Attribute &number, const QByteArray &name,
                                          Ocfs2FreeNumbers &free)
    {
        const std::optional<quint64> lowest = free.takeLowest();
        if (!lowest)
            return std::nullopt;
        return Fix{u"Number %1 with %2"_s.arg(shown(name), QString::number(*lowest)),
                   {{number.value, QByteArray::number(*lowest)}}};
    }

    void checkAddress(const Attribute &attribute, const QByteArray &name,
                      QHash<QByteArray, QByteArray> &taken)
    {
        if (!isOcfs2Address(attribute.text))
            return;
        if (const auto found = taken.constFind(attribute.text); found != taken.cend())
            m_findings.add(
                "duplicate-address", Severity::Error, attribute.value,
                u"“%1” has the address %2 of “%3”: the kernel refuses it, and the nodes behind it "
                u"are not registered either."_s.arg(shown(name), shown(attribute.text),
                                                    shown(*found)));
        insertFirst(taken, attribute.text, name);
        if (!isOcfs2HostAddress(attribute.text))
            m_findings.add(
                "useless-address", Severity::Warning, attribute.value,
                u"No other node reaches “%1” at %2; it takes the address of its own interface."_s
                    .arg(shown(name), shown(attribute.text)));
    }

    void checkPort(const Attribute &attribute, const QByteArray &name)
    {
        const quint64 port = *ocfs2Number(attribute.text);
        if (port < 1 || port > Ocfs2HighestPort)
            m_findings.add(
                "port-range", Severity::Error, attribute.value,
                u"“%1” has the port %2, and the kernel takes 1 to %3."_s.arg(
                    shown(name), QString::number(port), QString::number(Ocfs2HighestPort)),
                Ocfs2Findings::replacement(attribute, "7777"));
        else
            m_findings.checkNotation(attribute);
    }

    void checkNames(const Ocfs2Index::Stanzas &nodes)
    {
        Ocfs2Index::Stanzas named = nodes;
        named.removeIf([](const Stanza *node) { return ocfs2Value(*node, "name").isEmpty(); });
        QSet<QByteArray> names;
        for (const Stanza *node : std::as_const(named))
            names.insert(ocfs2Value(*node, "name"));
        for (const Stanza *node : std::as_const(named)) {
            const Attribute &name = *node->attribute("name");
            checkNodeName(name);
            m_findings.checkSuspicious(name, [&](const QByteArray &better) {
                return names.contains(better) || !isOcfs2NodeName(better)
                           ? std::nullopt
                           : std::optional(Ocfs2Findings::replacement(name, better));
            });
        }
        checkHostNames(named);
    }

    void checkNodeName(const Attribute &name)
    {
        if (name.text.size() > Ocfs2MostNodeNameBytes)
            m_findings.add("name-length", Severity::Error, name.value,
                           u"The kernel refuses names of more than %1 bytes; this one has %2."_s
                               .arg(Ocfs2MostNodeNameBytes)
                               .arg(name.text.size()));
        if (name.text.contains('/') || name.text == "." || name.text == "..")
            m_findings.add(
                "name-impossible", Severity::Error, name.value,
                u"“%1” cannot be registered: the kernel makes a directory of a node's name."_s.arg(
                    shown(name.text)));
        else if (!isOcfs2NodeName(name.text))
            m_findings.add(
                "name-character", Severity::Warning, name.value,
                u"No host finds itself under the name “%1”: a node is named as its host is, with "
                u"letters, digits, - and _, and begins with a letter or a digit."_s.arg(
                    shown(name.text)));
        else if (name.text.contains('.'))
            m_findings.add(
                "name-dotted", Severity::Warning, name.value,
                u"“%1” is found only by a host whose name is all of that; one that calls itself "
                u"“%2” is not in the cluster."_s.arg(
                    shown(name.text), shown(name.text.first(name.text.indexOf('.')))));
    }

    /// A host looks for its own name up to the end or up to a dot of it, in any case, and takes
    /// part only where exactly one node matches: o2cb_ctl/op_register.c.
    void checkHostNames(const Ocfs2Index::Stanzas &nodes)
    {
        QHash<QByteArray, QByteArray> hosts;
        QHash<QByteArray, QByteArray> shortNames;
        for (const Stanza *node : nodes) {
            const QByteArray name = ocfs2Value(*node, "name");
            insertFirst(hosts, name.toLower(), name);
            if (!name.contains('.'))
                insertFirst(shortNames, name.toLower(), name);
        }
        for (const Stanza *node : nodes) {
            const Attribute &name = *node->attribute("name");
            QByteArray other = hosts.value(name.text.toLower());
            if (other == name.text && name.text.contains('.'))
                other = shortNames.value(hostPart(name.text), other);
            if (other != name.text)
                m_findings.add(
                    "ambiguous-name", Severity::Error, name.value,
                    u"A host that matches “%1” matches “%2” as well, and then takes part in the "
                    u"cluster as neither."_s.arg(shown(name.text), shown(other)));
        }
    }

    /// o2cb_ctl, before 1.8, numbers a new node with node_count.
    void checkNextNumber(const Ocfs2Index::Stanzas &nodes,
                         const QHash<quint64, const Stanza *> &numbers)
    {
        const Stanza *node = numbers.value(quint64(nodes.size()));
        if (!node)
            return;
        m_findings.add(
            "number-gap", Severity::Hint, node->attribute("number")->value,
            u"The numbers have a gap: o2cb_ctl would give the next node the number %1, which “%2” "
            u"has. Tell it the number, and do not renumber nodes that have volumes mounted."_s.arg(
                QString::number(nodes.size()), shown(ocfs2Value(*node, "name"))));
    }

    Ocfs2Findings &m_findings;
};

} // namespace

void checkOcfs2Nodes(const Ocfs2Index::Stanzas &nodes, Ocfs2Findings &findings)
{
    NodeRules(findings).checkNodes(nodes);
}

} // namespace colonnade::formats
