// SPDX-License-Identifier: GPL-3.0-or-later
#include "operations/migration.h"

#include "base/shell.h"
#include "operations/words.h"
#include "toolstack/migrate.h"

#include <QRandomGenerator>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace colonnade::operations {

namespace {

/// What planning needs to know, found once.
struct Context
{
    const cluster::ClusterState &state;
    const cluster::NodeState &source;
    const cluster::NodeState &target;
    const cluster::Guest &guest;
};

/// A command, and the node that it is run on.
struct PlannedCommand
{
    QString node;
    QList<QByteArray> argv;
};

QString newPlanId()
{
    return u"migrate-%1-%2"_s.arg(
        QDateTime::currentDateTimeUtc().toString(u"yyyyMMdd-hhmmss"),
        QString::number(QRandomGenerator::system()->generate64(), 36).rightJustified(13, u'0'));
}

std::unexpected<base::Error> refusal(const rules::Verdict &verdict)
{
    QStringList sentences;
    QStringList remedies;
    for (const rules::Reason &reason : verdict.reasons) {
        if (reason.severity != rules::Severity::Hard)
            continue;
        sentences.append(reason.sentence);
        if (!reason.remedy.isEmpty())
            remedies.append(reason.remedy);
    }
    return base::failure(base::ErrorCode::Refused, sentences.join(u'\n'), remedies.join(u'\n'));
}

bool canAskRgmanager(const cluster::NodeState &node)
{
    return node.facts && node.facts->clustat && node.facts->clustat->rgmanagerAnswered;
}

base::Result<PlannedCommand> rgmanagerCommand(const Context &context)
{
    const cluster::NodeState *asked = &context.source;
    for (const cluster::NodeState &node : context.state.nodes) {
        if (!canAskRgmanager(*asked) && canAskRgmanager(node))
            asked = &node;
    }
    const QString member = rules::memberName(context.target);
    const auto isTarget = [&](const toolstack::Member &each) {
        return each.name == member && each.online && each.rgmanager;
    };
    if (!canAskRgmanager(*asked) || member.isEmpty()
        || std::ranges::none_of(asked->facts->clustat->members, isTarget)) {
        return base::failure(base::ErrorCode::Refused,
                             Words::tr("%1 belongs to rgmanager, and %2 is not an online member of "
                                       "its cluster that runs rgmanager.")
                                 .arg(context.guest.name, context.target.name()),
                             Words::tr("Look at `clustat` on %1 and on %2.")
                                 .arg(context.source.name(), context.target.name()));
    }
    base::Result<QList<QByteArray>> argv =
        toolstack::clusvcadmMigrateCommand(context.guest.name, member);
    if (!argv)
        return std::unexpected(argv.error());
    return PlannedCommand{asked->name(), *std::move(argv)};
}

base::Result<PlannedCommand> toolstackCommand(const Context &context)
{
    toolstack::MigrateOptions options;
    options.sshPort = context.target.profile.migrationPort;
    options.relocationPort = context.target.facts->relocationPort;
    base::Result<QList<QByteArray>> argv =
        toolstack::migrateCommand(*context.source.facts->toolstack, context.guest.name,
                                  cluster::migrationAddress(context.target), options);
    if (!argv)
        return std::unexpected(argv.error());
    return PlannedCommand{context.source.name(), *std::move(argv)};
}

Step makeStep(const Context &context, const PlannedCommand &command)
{
    const QString &guest = context.guest.name;
    const QString &from = context.source.name();
    const QString &to = context.target.name();
    Step step;
    step.node = command.node;
    step.title = Words::tr("Migrate %1 to %2").arg(guest, to);
    step.command = base::shellCommand(command.argv);
    step.before = {
        Words::tr("%1 runs on %2").arg(guest, from),
        Words::tr("%1 has no guest of that name, and no leftover of one").arg(to),
        Words::tr("%1 has the memory, the disks and the bridges that %2 needs").arg(to, guest),
        Words::tr("%1 reaches %2 at %3").arg(from, to, cluster::migrationAddress(context.target))};
    step.proof =
        Words::tr("%1 runs on %2, and %3 holds nothing of it any more").arg(guest, to, from);
    step.undo = Words::tr("Migrate %1 back to %2").arg(guest, from);
    return step;
}

QJsonObject makeDetails(const Context &context, bool rgmanager)
{
    return {{u"guest"_s, context.guest.name},
            {u"uuid"_s, context.guest.uuid},
            {u"from"_s, context.source.name()},
            {u"to"_s, context.target.name()},
            {u"toolstack"_s, toolstack::kindName(*context.source.facts->toolstack)},
            {u"rgmanager"_s, rgmanager},
            {u"memoryMiB"_s, context.guest.memoryMiB}};
}

base::Result<Plan> makePlan(const Context &context)
{
    const bool rgmanager = rules::rgmanagerOwns(context.state, context.guest.name);
    const base::Result<PlannedCommand> command =
        rgmanager ? rgmanagerCommand(context) : toolstackCommand(context);
    if (!command)
        return std::unexpected(command.error());

    Plan plan;
    plan.id = newPlanId();
    plan.kind = u"migrate"_s;
    plan.title = Words::tr("Migrate %1 from %2 to %3")
                     .arg(context.guest.name, context.source.name(), context.target.name());
    plan.cluster = context.state.name;
    plan.steps = {makeStep(context, *command)};
    plan.details = makeDetails(context, rgmanager);
    return plan;
}

} // namespace

base::Result<Plan> planMigration(const cluster::ClusterState &state, const QString &guest,
                                 const QString &from, const QString &to,
                                 const rules::PlacementOptions &options)
{
    const rules::Verdict verdict = rules::canRun(state, guest, from, to, options);
    if (verdict.answer() == rules::Answer::No)
        return refusal(verdict);

    const cluster::NodeState *source = state.node(from);
    const cluster::NodeState *target = state.node(to);
    const bool known =
        source && target && source->facts && target->facts && source->facts->toolstack;
    const auto isGuest = [&](const cluster::Guest &each) { return each.name == guest; };
    if (!known || std::ranges::none_of(source->facts->guests, isGuest)) {
        return base::failure(base::ErrorCode::Refused,
                             Words::tr("%1 is not known to run on %2.").arg(guest, from),
                             Words::tr("Refresh, and look where it runs."));
    }
    const cluster::Guest &found = *std::ranges::find_if(source->facts->guests, isGuest);
    return makePlan({state, *source, *target, found});
}

} // namespace colonnade::operations
