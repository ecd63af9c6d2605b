// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/context.h"
#include "ctl/session.h"
#include "ctl/status.h"
#include "operations/journal.h"

#include <QCommandLineParser>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace colonnade::ctl {

namespace {

/// Guests of @p cluster that a process of this workstation is migrating right now.
QStringList migratingGuests(const QString &cluster)
{
    QStringList guests;
    const auto entries = operations::Journal().entries();
    for (const operations::JournalEntry &entry :
         entries.value_or(QList<operations::JournalEntry>{})) {
        if (entry.plan.kind == u"migrate" && !entry.ended && entry.inUse
            && entry.plan.cluster == cluster)
            guests.append(entry.plan.details[u"guest"].toString());
    }
    return guests;
}

/// The clusters to show; no value: it was said what is wrong, and @p code is what to end with.
std::optional<QStringList> chooseClusters(const Context &context,
                                          const QList<profiles::Profile> &profiles,
                                          const QString &wanted, int &code)
{
    if (wanted.isEmpty() && !profiles.isEmpty())
        return clusterNames(profiles);
    const std::optional<QString> one = chooseCluster(context, profiles, wanted, code);
    if (!one)
        return std::nullopt;
    return QStringList{*one};
}

} // namespace

int statusCommand(const Context &context)
{
    QCommandLineParser parser;
    parser.addOptions({{u"cluster"_s, u"Show this cluster only."_s, u"NAME"_s},
                       {u"json"_s, u"Print JSON."_s},
                       {u"accept-new-host-keys"_s, u"Save host keys that are not known yet."_s}});
    int code = Done;
    if (!parseArguments(context, parser, u"status [--cluster NAME] [--json]"_s, code))
        return code;
    if (!parser.positionalArguments().isEmpty())
        return usageError(context, u"status takes no names; a cluster is chosen with --cluster"_s);
    const base::Result<QList<profiles::Profile>> profiles = profiles::Store().load();
    if (!profiles) {
        printError(context, profiles.error().message, profiles.error().remedy);
        return Failed;
    }
    const std::optional<QStringList> names =
        chooseClusters(context, *profiles, parser.value(u"cluster"_s), code);
    if (!names)
        return code;

    QJsonObject json{{u"format"_s, 1}};
    bool complete = true;
    for (const QString &name : *names) {
        const auto monitor =
            openCluster(context, *profiles, name, parser.isSet(u"accept-new-host-keys"_s));
        const cluster::ClusterState state = monitor->readOnce(context.stop);
        if (context.stop.stop_requested())
            return Failed;
        complete = complete && std::ranges::all_of(state.nodes, answered);
        const QList<rules::Reason> alarms = rules::alarms(state, migratingGuests(name));
        if (parser.isSet(u"json"_s))
            addStatusJson(json, state, alarms);
        else
            context.terminal.out(
                (name == names->first() ? QString() : u"\n"_s)
                + statusText(state, alarms, QDateTime::currentDateTimeUtc()).trimmed());
    }
    if (parser.isSet(u"json"_s))
        context.terminal.raw(QJsonDocument(json).toJson());
    return complete ? Done : Failed;
}

} // namespace colonnade::ctl
