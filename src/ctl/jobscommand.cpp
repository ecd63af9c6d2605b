// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/context.h"
#include "ctl/following.h"
#include "ctl/rollout.h"
#include "ctl/session.h"
#include "ctl/table.h"

#include <QCommandLineParser>
#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace colonnade::ctl {

namespace {

QString stateOf(const operations::JournalEntry &entry)
{
    if (entry.ended)
        return entry.outcome;
    return entry.inUse ? u"in progress"_s : u"open"_s;
}

QJsonObject toJson(const operations::JournalEntry &entry)
{
    return {{u"id"_s, entry.plan.id},
            {u"kind"_s, entry.plan.kind},
            {u"title"_s, entry.plan.title},
            {u"cluster"_s, entry.plan.cluster},
            {u"begun"_s, entry.begun.toString(Qt::ISODateWithMs)},
            {u"stage"_s, entry.stage},
            {u"ended"_s, entry.ended},
            {u"inUse"_s, entry.inUse},
            {u"outcome"_s, entry.outcome},
            {u"sentence"_s, entry.sentence},
            {u"remedy"_s, entry.remedy}};
}

void printEntries(const Context &context, const QList<operations::JournalEntry> &entries)
{
    Table table({{u"ID"_s}, {u"BEGUN"_s}, {u"CLUSTER"_s}, {u"STATE"_s}, {u"WHAT"_s}});
    bool open = false;
    for (const operations::JournalEntry &entry : entries) {
        table.addRow({entry.plan.id, entry.begun.toLocalTime().toString(u"yyyy-MM-dd hh:mm:ss"),
                      entry.plan.cluster, stateOf(entry), entry.plan.title});
        open = open || (!entry.ended && !entry.inUse);
    }
    if (!table.isEmpty())
        context.terminal.out(table.toText().trimmed());
    if (open)
        context.terminal.err(
            u"Open ones were not followed to their end: colonnadectl jobs resume ID"_s);
}

/// What the options say is to become of an open roll-out; none: they contradict each other.
std::optional<operations::DeployDirection> directionOf(const QCommandLineParser &parser)
{
    const bool takeBack = parser.isSet(u"take-back"_s);
    const bool abandon = parser.isSet(u"abandon"_s);
    if (takeBack && abandon)
        return std::nullopt;
    return takeBack  ? operations::DeployDirection::TakeBack
           : abandon ? operations::DeployDirection::Abandon
                     : operations::DeployDirection::Finish;
}

int resume(const Context &context, const QString &id, operations::DeployDirection direction,
           bool acceptNewHostKeys)
{
    operations::Journal journal;
    const base::Result<operations::JournalEntry> entry = journal.entry(id);
    if (!entry) {
        printError(context, entry.error().message, entry.error().remedy);
        return Failed;
    }
    const bool isRollOut = entry->plan.kind == u"deploy";
    if (direction != operations::DeployDirection::Finish && !isRollOut)
        return usageError(context, u"only a roll-out can be taken back or abandoned"_s);
    const base::Result<QList<profiles::Profile>> profiles = profiles::Store().load();
    if (!profiles) {
        printError(context, profiles.error().message, profiles.error().remedy);
        return Failed;
    }
    if (nodesOf(*profiles, entry->plan.cluster).isEmpty() && !entry->ended) {
        printError(context,
                   u"there are no nodes of the cluster %1 any more."_s.arg(entry->plan.cluster),
                   u"Add them again under the same names: colonnadectl profile add"_s);
        return Failed;
    }
    const auto monitor = openCluster(context, *profiles, entry->plan.cluster, acceptNewHostKeys);
    if (isRollOut)
        return resumeRollOut(context, *monitor, journal, id, direction);
    const operations::MigrationResult result =
        operations::resumeMigration(*monitor, journal, id, progressSink(context), context.stop);
    return printResult(context, result);
}

int list(const Context &context, bool json)
{
    const auto entries = operations::Journal().entries();
    if (!entries) {
        printError(context, entries.error().message, entries.error().remedy);
        return Failed;
    }
    if (!json) {
        printEntries(context, *entries);
        return Done;
    }
    QJsonArray array;
    for (const operations::JournalEntry &entry : *entries)
        array.append(toJson(entry));
    context.terminal.raw(QJsonDocument(QJsonObject{{u"format"_s, 1}, {u"jobs"_s, array}}).toJson());
    return Done;
}

} // namespace

int jobsCommand(const Context &context)
{
    QCommandLineParser parser;
    parser.addOptions({{u"json"_s, u"Print JSON."_s},
                       {u"resume"_s, u"Follow this open job to its end."_s, u"ID"_s},
                       {u"take-back"_s, u"Put the old files of an open roll-out back."_s},
                       {u"abandon"_s, u"Clean up after an open roll-out where nodes answer, and "
                                      "leave their files as they are."_s},
                       {u"accept-new-host-keys"_s, u"Save host keys that are not known yet."_s}});
    int code = Done;
    if (!parseArguments(context, parser,
                        u"jobs [--json] | jobs resume ID [--take-back|--abandon]"_s, code))
        return code;
    const QStringList words = parser.positionalArguments();
    const auto direction = directionOf(parser);
    if (!direction)
        return usageError(context, u"give --take-back or --abandon, not both"_s);
    const bool accept = parser.isSet(u"accept-new-host-keys"_s);
    if (words.isEmpty() && parser.isSet(u"resume"_s))
        return resume(context, parser.value(u"resume"_s), *direction, accept);
    if (words.isEmpty() && *direction == operations::DeployDirection::Finish)
        return list(context, parser.isSet(u"json"_s));
    if (words.size() == 2 && words[0] == u"resume" && !parser.isSet(u"resume"_s))
        return resume(context, words[1], *direction, accept);
    return usageError(context, u"jobs takes nothing, or: resume ID"_s);
}

} // namespace colonnade::ctl
