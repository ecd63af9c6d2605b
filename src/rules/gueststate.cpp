// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/checks.h"

#include "cluster/probe.h"
#include "rules/words.h"
#include "toolstack/migrate.h"

namespace colonnade::rules {

using namespace Qt::StringLiterals;
using toolstack::RunState;

void checkGuestName(const Question &question, Reasons &reasons)
{
    const QString &guest = question.guest.name;
    if (cluster::splitGuestName(guest).kind != cluster::NameKind::Plain) {
        reasons.hard(
            u"guest-leftover"_s,
            Words::tr("%1 on %2 is one side of a migration, not a guest that could be moved.")
                .arg(guest, question.source.name()),
            Words::tr("Wait for that migration to end; if none is under way, follow the advice of "
                      "the alarm."));
        return;
    }
    toolstack::MigrateOptions options;
    options.sshPort = question.target.profile.migrationPort;
    options.relocationPort = question.targetFacts().relocationPort;
    const auto command = toolstack::migrateCommand(
        question.kind(), guest, cluster::migrationAddress(question.target), options);
    if (!command)
        reasons.hard(u"command-unsafe"_s, command.error().message, command.error().remedy);
}

namespace {

struct StateReason
{
    RunState state;
    const char *id;
    const char *words;  ///< %1 guest, %2 node
    const char *remedy; ///< %1 guest, %2 xl or xm
};

constexpr StateReason StateReasons[] = {
    {RunState::Paused, "guest-paused",
     QT_TRANSLATE_NOOP("colonnade::rules", "%1 is paused on %2, and a paused guest cannot be "
                                           "migrated: it never answers the request to suspend."),
     QT_TRANSLATE_NOOP("colonnade::rules", "Unpause it (`%2 unpause %1`), then migrate it.")},
    {RunState::Suspended, "guest-suspended",
     QT_TRANSLATE_NOOP(
         "colonnade::rules",
         "%1 is suspended on %2: it is in the last phase of a migration or being saved."),
     QT_TRANSLATE_NOOP("colonnade::rules", "Wait until that has ended.")},
    {RunState::Crashed, "guest-crashed",
     QT_TRANSLATE_NOOP("colonnade::rules", "%1 has crashed on %2; there is nothing to migrate."),
     QT_TRANSLATE_NOOP(
         "colonnade::rules",
         "Look at its console, remove it (`%2 destroy %1`), and start it where it should run.")},
    {RunState::ShutDown, "guest-shut-down",
     QT_TRANSLATE_NOOP("colonnade::rules",
                       "%1 has shut itself down on %2 and is about to be removed."),
     QT_TRANSLATE_NOOP("colonnade::rules", "Start it on the node where it should run.")},
    {RunState::Dying, "guest-dying",
     QT_TRANSLATE_NOOP("colonnade::rules", "%1 is being removed on %2."),
     QT_TRANSLATE_NOOP(
         "colonnade::rules",
         "Wait; a domain that stays like this is a zombie, and something still holds its memory.")},
    {RunState::Halted, "guest-halted",
     QT_TRANSLATE_NOOP("colonnade::rules", "%1 is not running on %2."),
     QT_TRANSLATE_NOOP("colonnade::rules", "Start it on the node where it should run.")},
    {RunState::Unknown, "guest-state-unknown",
     QT_TRANSLATE_NOOP("colonnade::rules", "%1 on %2 is in a state that Colonnade does not know."),
     QT_TRANSLATE_NOOP("colonnade::rules", "Refresh the node; look at `%2 list` there.")},
};

} // namespace

void checkGuestState(const Question &question, Reasons &reasons)
{
    const QString program = toolstack::kindName(question.kind());
    for (const StateReason &reason : StateReasons) {
        if (reason.state != question.guest.state)
            continue;
        // The program's name first: a guest's name is foreign and may hold anything.
        QString remedy = Words::tr(reason.remedy).replace("%2"_L1, program);
        reasons.hard(QString::fromLatin1(reason.id),
                     Words::tr(reason.words).arg(question.guest.name, question.source.name()),
                     remedy.replace("%1"_L1, question.guest.name));
    }
}

void checkMigratable(const Question &question, Reasons &reasons)
{
    const QString &guest = question.guest.name;
    if (!question.guest.config) {
        reasons.hard(
            u"config-missing"_s,
            Words::tr(
                "%1 on %2 keeps no configuration of %3, so its disks and networks are not known.")
                .arg(toolstack::kindName(question.kind()), question.source.name(), guest),
            Words::tr("Refresh the node; a guest that another program started has none, and has to "
                      "be shut down and started with %1.")
                .arg(toolstack::kindName(question.kind())));
        return;
    }
    const toolstack::DomainConfig &config = *question.guest.config;
    if (!config.migratable)
        reasons.hard(
            u"guest-not-migratable"_s,
            Words::tr("The configuration of %1 forbids its migration (nomigrate).").arg(guest));
    if (!config.pciDevices.isEmpty())
        reasons.hard(u"guest-host-devices"_s,
                     Words::tr("%1 uses devices of %2 itself (%3), which cannot move.")
                         .arg(guest, question.source.name(), joined(config.pciDevices)),
                     Words::tr("Detach them first."));
    if (config.vnuma)
        reasons.hard(u"guest-vnuma"_s,
                     Words::tr("%1 has virtual NUMA nodes, and such a guest cannot be migrated.")
                         .arg(guest));
}

} // namespace colonnade::rules
