// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/context.h"
#include "ctl/table.h"
#include "profiles/store.h"

#include <QCommandLineParser>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace colonnade::ctl {

namespace {

/// No value: not a port.
std::optional<quint16> toPort(const QString &text)
{
    bool isNumber = false;
    const uint port = text.toUInt(&isNumber);
    if (!isNumber || port == 0 || port > 65535)
        return std::nullopt;
    return static_cast<quint16>(port);
}

void addOptions(QCommandLineParser &parser)
{
    parser.addOptions({
        {u"host"_s, u"Name or address under which this workstation reaches the node."_s, u"HOST"_s},
        {u"port"_s, u"Port of its SSH server; 22 if not given."_s, u"PORT"_s, u"22"_s},
        {u"user"_s, u"User to log in as; root if not given."_s, u"USER"_s, u"root"_s},
        {u"identity"_s,
         u"Key file; may be given several times. Without: the agent, then the usual "
         u"files."_s,
         u"FILE"_s},
        {u"cluster"_s, u"Cluster that the node belongs to."_s, u"NAME"_s, u"default"_s},
        {u"known-hosts"_s, u"known_hosts file; OpenSSH's own if not given."_s, u"FILE"_s},
        {u"migration-address"_s,
         u"Name or address under which the other nodes reach it for migrations; its own host name "
         u"if "
         u"not given."_s,
         u"ADDRESS"_s},
        {u"migration-port"_s, u"Port of its SSH server there; 22 if not given."_s, u"PORT"_s,
         u"22"_s},
    });
}

int add(const Context &context)
{
    QCommandLineParser parser;
    addOptions(parser);
    int code = Done;
    if (!parseArguments(context, parser, u"profile add NAME --host HOST [OPTION]..."_s, code))
        return code;
    const QStringList names = parser.positionalArguments();
    if (names.size() != 1)
        return usageError(context, u"profile add takes one name"_s);
    if (parser.value(u"host"_s).isEmpty())
        return usageError(context, u"--host is missing"_s);
    const std::optional<quint16> port = toPort(parser.value(u"port"_s));
    const std::optional<quint16> migrationPort = toPort(parser.value(u"migration-port"_s));
    if (!port || !migrationPort)
        return usageError(context, u"a port is a number from 1 to 65535"_s);

    profiles::Profile profile;
    profile.name = names.first();
    profile.cluster = parser.value(u"cluster"_s);
    profile.host = parser.value(u"host"_s);
    profile.port = *port;
    profile.user = parser.value(u"user"_s);
    profile.identityFiles = parser.values(u"identity"_s);
    profile.knownHostsFile = parser.value(u"known-hosts"_s);
    profile.migrationAddress = parser.value(u"migration-address"_s);
    profile.migrationPort = *migrationPort;
    if (const base::Result<void> added = profiles::Store().add(profile); !added) {
        printError(context, added.error().message, added.error().remedy);
        return Failed;
    }
    return Done;
}

QJsonObject toJson(const profiles::Profile &profile)
{
    return {{u"name"_s, profile.name},
            {u"cluster"_s, profile.cluster.isEmpty() ? u"default"_s : profile.cluster},
            {u"host"_s, profile.host},
            {u"port"_s, profile.port},
            {u"user"_s, profile.user},
            {u"identityFiles"_s, QJsonArray::fromStringList(profile.identityFiles)},
            {u"knownHostsFile"_s, profile.knownHostsFile},
            {u"migrationAddress"_s, profile.migrationAddress},
            {u"migrationPort"_s, profile.migrationPort}};
}

void printProfiles(const Context &context, const QList<profiles::Profile> &profiles)
{
    Table table({{u"CLUSTER"_s},
                 {u"NODE"_s},
                 {u"HOST"_s},
                 {u"PORT"_s, Table::Align::Right},
                 {u"USER"_s},
                 {u"IDENTITY"_s}});
    for (const profiles::Profile &profile : profiles) {
        table.addRow(
            {profile.cluster.isEmpty() ? u"default"_s : profile.cluster, profile.name, profile.host,
             QString::number(profile.port), profile.user,
             profile.identityFiles.isEmpty() ? u"-"_s : profile.identityFiles.join(u", "_s)});
    }
    if (!table.isEmpty())
        context.terminal.out(table.toText().trimmed());
}

int list(const Context &context)
{
    QCommandLineParser parser;
    parser.addOption({u"json"_s, u"Print JSON."_s});
    int code = Done;
    if (!parseArguments(context, parser, u"profile list [--json]"_s, code))
        return code;
    if (!parser.positionalArguments().isEmpty())
        return usageError(context, u"profile list takes no names"_s);
    const base::Result<QList<profiles::Profile>> profiles = profiles::Store().load();
    if (!profiles) {
        printError(context, profiles.error().message, profiles.error().remedy);
        return Failed;
    }
    if (!parser.isSet(u"json"_s)) {
        printProfiles(context, *profiles);
        return Done;
    }
    QJsonArray array;
    for (const profiles::Profile &profile : *profiles)
        array.append(toJson(profile));
    context.terminal.raw(
        QJsonDocument(QJsonObject{{u"format"_s, 1}, {u"profiles"_s, array}}).toJson());
    return Done;
}

int remove(const Context &context)
{
    QCommandLineParser parser;
    int code = Done;
    if (!parseArguments(context, parser, u"profile remove NAME"_s, code))
        return code;
    if (parser.positionalArguments().size() != 1)
        return usageError(context, u"profile remove takes one name"_s);
    const base::Result<void> removed =
        profiles::Store().remove(parser.positionalArguments().first());
    if (!removed) {
        printError(context, removed.error().message, removed.error().remedy);
        return Failed;
    }
    return Done;
}

} // namespace

int profileCommand(const Context &context)
{
    const Context rest{context.terminal, context.stop, context.arguments.mid(1)};
    const QString what = context.arguments.value(0);
    if (what == u"add")
        return add(rest);
    if (what == u"list")
        return list(rest);
    if (what == u"remove")
        return remove(rest);
    if (what == u"test")
        return profileTest(rest);
    if (what == u"--help" || what == u"-h") {
        context.terminal.out(u"Usage: colonnadectl profile add|list|remove|test [--help]"_s);
        return Done;
    }
    return usageError(context, u"profile takes add, list, remove or test"_s);
}

} // namespace colonnade::ctl
