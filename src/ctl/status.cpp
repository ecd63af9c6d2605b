// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/status.h"

#include "ctl/table.h"
#include "ctl/terminal.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;
using colonnade::toolstack::RunState;

namespace colonnade::ctl {

namespace {

QString ageWords(const QDateTime &readAt, const QDateTime &now)
{
    const qint64 seconds = std::max<qint64>(readAt.secsTo(now), 0);
    if (seconds < 2)
        return u"now"_s;
    if (seconds < 120)
        return u"%1 s"_s.arg(seconds);
    return seconds < 7200 ? u"%1 min"_s.arg(seconds / 60) : u"%1 h"_s.arg(seconds / 3600);
}

QString xenVersion(const toolstack::HostInfo &info)
{
    if (info.xenMajor == 0)
        return u"-"_s;
    return u"%1.%2%3"_s.arg(QString::number(info.xenMajor), QString::number(info.xenMinor),
                            info.xenExtra);
}

QString toolstackWord(const cluster::NodeFacts &facts)
{
    return facts.toolstack ? toolstack::kindName(*facts.toolstack) : u"none"_s;
}

QString memoryWords(const toolstack::HostInfo &info)
{
    if (info.totalMemoryMiB <= 0)
        return u"-"_s;
    return u"%1 of %2 MiB free"_s.arg(info.freeMemoryMiB).arg(info.totalMemoryMiB);
}

/// vm:web1 is web1's group.
bool isManaged(const cluster::NodeFacts &facts, const QString &guest)
{
    if (!facts.clustat)
        return false;
    return std::ranges::any_of(facts.clustat->groups, [&](const toolstack::Group &group) {
        return group.name == u"vm:"_s + guest;
    });
}

QString nodesText(const cluster::ClusterState &state, const QDateTime &now)
{
    Table table({{u"NODE"_s},
                 {u"STATE"_s},
                 {u"READ"_s},
                 {u"XEN"_s},
                 {u"TOOLSTACK"_s},
                 {u"CPUS"_s, Table::Align::Right},
                 {u"MEMORY"_s},
                 {u"GUESTS"_s, Table::Align::Right}});
    for (const cluster::NodeState &node : state.nodes) {
        const QString word = answered(node) ? u"up"_s : u"no answer"_s;
        if (!node.facts) {
            table.addRow({node.name(), word, u"never"_s, u"-"_s, u"-"_s, u"-"_s, u"-"_s, u"-"_s});
            continue;
        }
        const cluster::NodeFacts &facts = *node.facts;
        table.addRow({node.name(), word, ageWords(facts.readAt, now), xenVersion(facts.info),
                      toolstackWord(facts), QString::number(facts.info.cpus),
                      memoryWords(facts.info), QString::number(facts.guests.size())});
    }
    return table.toText(2);
}

QString guestsText(const cluster::ClusterState &state)
{
    Table table({{u"GUEST"_s},
                 {u"NODE"_s},
                 {u"STATE"_s},
                 {u"MEMORY"_s, Table::Align::Right},
                 {u"VCPUS"_s, Table::Align::Right},
                 {u"CPU TIME"_s, Table::Align::Right},
                 {u"MANAGED BY"_s}});
    for (const cluster::NodeState &node : state.nodes) {
        if (!node.facts)
            continue;
        for (const cluster::Guest &guest : node.facts->guests) {
            table.addRow({guest.name, node.name(), stateWord(guest.state),
                          u"%1 MiB"_s.arg(guest.memoryMiB), QString::number(guest.vcpus),
                          u"%1 s"_s.arg(guest.cpuSeconds, 0, 'f', 1),
                          isManaged(*node.facts, guest.name) ? u"rgmanager"_s : u"-"_s});
        }
    }
    return table.isEmpty() ? u"  no guests were seen\n"_s : table.toText(2);
}

QString problemsText(const cluster::ClusterState &state)
{
    QString text;
    for (const cluster::NodeState &node : state.nodes) {
        if (node.probeError) {
            text +=
                u"  %1: %2\n"_s.arg(printable(node.name()), printable(node.probeError->message));
            if (!node.probeError->remedy.isEmpty())
                text += u"    "_s + printable(node.probeError->remedy) + u'\n';
        } else if (node.facts && !node.facts->toolstackProblem.isEmpty()) {
            text += u"  %1: %2\n"_s.arg(printable(node.name()),
                                        printable(node.facts->toolstackProblem));
        }
    }
    return text;
}

QString alarmsText(const QList<rules::Reason> &alarms)
{
    QString text;
    for (const rules::Reason &alarm : alarms) {
        text += u"  ! "_s + printable(alarm.sentence) + u'\n';
        if (!alarm.remedy.isEmpty())
            text += u"    "_s + printable(alarm.remedy) + u'\n';
    }
    return text;
}

QJsonValue orNull(const std::optional<int> &number)
{
    return number ? QJsonValue(*number) : QJsonValue();
}

QJsonObject guestJson(const cluster::Guest &guest, const cluster::NodeFacts &facts)
{
    return {{u"name"_s, guest.name},
            {u"uuid"_s, guest.uuid},
            {u"domainId"_s, orNull(guest.domainId)},
            {u"state"_s, stateWord(guest.state)},
            {u"stateLetters"_s, QString::fromLatin1(guest.stateLetters)},
            {u"memoryMiB"_s, guest.memoryMiB},
            {u"vcpus"_s, guest.vcpus},
            {u"cpuSeconds"_s, guest.cpuSeconds},
            {u"rgmanager"_s, isManaged(facts, guest.name)}};
}

void addFacts(QJsonObject &json, const cluster::NodeFacts &facts)
{
    json[u"readAt"] = facts.readAt.toString(Qt::ISODateWithMs);
    json[u"hostName"] = facts.hostName;
    json[u"toolstack"] =
        facts.toolstack ? QJsonValue(toolstack::kindName(*facts.toolstack)) : QJsonValue();
    json[u"toolstackProblem"] = facts.toolstackProblem;
    json[u"xen"] = xenVersion(facts.info);
    json[u"cpus"] = facts.info.cpus;
    json[u"totalMemoryMiB"] = facts.info.totalMemoryMiB;
    json[u"freeMemoryMiB"] = facts.info.freeMemoryMiB;
    json[u"quorate"] = facts.clustat ? QJsonValue(facts.clustat->quorate) : QJsonValue();
    QJsonArray guests;
    for (const cluster::Guest &guest : facts.guests)
        guests.append(guestJson(guest, facts));
    json[u"guests"] = guests;
}

QJsonObject nodeJson(const cluster::NodeState &node, const QString &cluster)
{
    QJsonObject json{
        {u"name"_s, node.name()},
        {u"cluster"_s, cluster},
        {u"host"_s, node.profile.host},
        {u"port"_s, node.profile.port},
        {u"answered"_s, answered(node)},
        {u"problem"_s, node.probeError ? QJsonValue(node.probeError->message) : QJsonValue()}};
    if (node.facts)
        addFacts(json, *node.facts);
    return json;
}

QString severityWord(rules::Severity severity)
{
    switch (severity) {
    case rules::Severity::Hard:
        return u"hard"_s;
    case rules::Severity::Warning:
        return u"warning"_s;
    case rules::Severity::Soft:
        break;
    }
    return u"soft"_s;
}

} // namespace

bool answered(const cluster::NodeState &node)
{
    return node.facts.has_value() && !node.probeError;
}

QString stateWord(RunState state)
{
    switch (state) {
    case RunState::Running:
        return u"running"_s;
    case RunState::Blocked:
        return u"idle"_s;
    case RunState::Runnable:
        return u"runnable"_s;
    case RunState::Paused:
        return u"paused"_s;
    case RunState::Suspended:
        return u"suspended"_s;
    case RunState::ShutDown:
        return u"shut down"_s;
    case RunState::Crashed:
        return u"crashed"_s;
    case RunState::Dying:
        return u"dying"_s;
    case RunState::Halted:
        return u"not started"_s;
    case RunState::Unknown:
        break;
    }
    return u"unknown"_s;
}

QString statusText(const cluster::ClusterState &state, const QList<rules::Reason> &alarms,
                   const QDateTime &now)
{
    QString text = u"Cluster %1\n\n"_s.arg(printable(state.name)) + nodesText(state, now) + u'\n'
                   + guestsText(state);
    if (const QString problems = problemsText(state); !problems.isEmpty())
        text += u"\nNot answering\n"_s + problems;
    if (!alarms.isEmpty())
        text += u"\nAlarms\n"_s + alarmsText(alarms);
    return text;
}

void addStatusJson(QJsonObject &json, const cluster::ClusterState &state,
                   const QList<rules::Reason> &alarms)
{
    QJsonArray nodes = json[u"nodes"].toArray();
    for (const cluster::NodeState &node : state.nodes)
        nodes.append(nodeJson(node, state.name));
    json[u"nodes"] = nodes;

    QJsonArray list = json[u"alarms"].toArray();
    for (const rules::Reason &alarm : alarms) {
        list.append(QJsonObject{{u"cluster"_s, state.name},
                                {u"severity"_s, severityWord(alarm.severity)},
                                {u"id"_s, alarm.id},
                                {u"sentence"_s, alarm.sentence},
                                {u"remedy"_s, alarm.remedy}});
    }
    json[u"alarms"] = list;
}

} // namespace colonnade::ctl
