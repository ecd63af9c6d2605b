// SPDX-License-Identifier: GPL-3.0-or-later
#include "cluster/discovery.h"
#include "ctl/profilecommands.h"
#include "ctl/session.h"
#include "ctl/table.h"
#include "profiles/contentedit.h"

#include <QCommandLineParser>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace colonnade::ctl {

namespace {

QString stateOf(const cluster::FoundNode &node)
{
    if (node.isSelf)
        return u"asked"_s;
    return node.existingProfile ? u"profile "_s + *node.existingProfile : u"new"_s;
}

void printFound(const Context &context, const cluster::Discovery &found)
{
    Table table({{u"NODE"_s}, {u"ADDRESS"_s}, {u"STATE"_s}, {u"SAID BY"_s}});
    for (const cluster::FoundNode &node : found.nodes)
        table.addRow({node.name, node.address, stateOf(node), node.sources.join(u"; "_s)});
    if (!table.isEmpty())
        context.terminal.out(table.toText().trimmed());
    for (const cluster::FoundNode &node : found.nodes) {
        if (!node.problem.isEmpty() && !node.existingProfile)
            context.terminal.err(u"%1: %2"_s.arg(node.name, node.problem));
    }
    for (const QString &problem : found.problems)
        context.terminal.err(problem);
}

QJsonObject toJson(const cluster::Discovery &found)
{
    QJsonArray nodes;
    for (const cluster::FoundNode &node : found.nodes) {
        QJsonObject json{{u"name"_s, node.name},
                         {u"address"_s, node.address},
                         {u"asked"_s, node.isSelf},
                         {u"sources"_s, QJsonArray::fromStringList(node.sources)}};
        if (node.existingProfile)
            json[u"profile"_s] = *node.existingProfile;
        if (!node.problem.isEmpty())
            json[u"problem"_s] = node.problem;
        nodes.append(json);
    }
    return {{u"format"_s, 1},
            {u"cluster"_s, found.clusterName},
            {u"nodes"_s, nodes},
            {u"problems"_s, QJsonArray::fromStringList(found.problems)}};
}

/// Adds a profile for each new node, or for those of @p wanted.
int addFound(const Context &context, const cluster::Discovery &found, const profiles::Profile &from,
             const QStringList &wanted)
{
    for (const QString &name : wanted) {
        const bool isFound = std::ranges::any_of(
            found.nodes, [&](const auto &n) { return n.name == name && !n.existingProfile; });
        if (!isFound)
            return usageError(context, u"no new node \"%1\" was found"_s.arg(name));
    }
    int status = Done;
    for (const cluster::FoundNode &node : found.nodes) {
        if (node.existingProfile || (!wanted.isEmpty() && !wanted.contains(node.name)))
            continue;
        profiles::Profile profile;
        const base::Result<void> added =
            profiles::Store().change([&](profiles::Content &content) -> base::Result<void> {
                profile = cluster::profileFor(node, from, content.profiles);
                content.profiles.append(profile);
                return {};
            });
        if (added)
            context.terminal.out(u"Added %1 (%2)."_s.arg(profile.name, profile.host));
        else // a name that is not usable must not keep the others out
            status = failed(context, added.error());
    }
    return status;
}

} // namespace

int profileDiscover(const Context &context)
{
    QCommandLineParser parser;
    parser.addOptions({{u"add"_s, u"Add profiles for the new nodes, or for those named."_s},
                       {u"json"_s, u"Print JSON."_s},
                       {u"accept-new-host-keys"_s, u"Save host keys that are not known yet."_s}});
    int code = Done;
    if (!parseArguments(context, parser, u"profile discover NODE [--json] [--add [FOUND]...]"_s,
                        code))
        return code;
    const QStringList names = parser.positionalArguments();
    if (names.isEmpty() || (names.size() > 1 && !parser.isSet(u"add"_s)))
        return usageError(context, u"profile discover takes one node"_s);

    const base::Result<QList<profiles::Profile>> profiles = profiles::Store().load();
    if (!profiles)
        return failed(context, profiles.error());
    const profiles::Profile *from = profiles::findProfile(*profiles, names.first());
    if (!from) {
        printError(context, u"there is no profile called \"%1\"."_s.arg(names.first()),
                   u"See: colonnadectl profile list"_s);
        return Failed;
    }
    const auto connection =
        terminalConnector(context, parser.isSet(u"accept-new-host-keys"_s))(*from);
    const base::Result<cluster::Discovery> found =
        cluster::discover(*connection, *from, *profiles, context.stop);
    if (!found)
        return failed(context, found.error());
    if (parser.isSet(u"json"_s))
        context.terminal.raw(QJsonDocument(toJson(*found)).toJson());
    else
        printFound(context, *found);
    return parser.isSet(u"add"_s) ? addFound(context, *found, *from, names.mid(1)) : Done;
}

} // namespace colonnade::ctl
