// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/checks.h"
#include "rules/words.h"

#include <algorithm>
#include <map>

namespace colonnade::rules {

using namespace Qt::StringLiterals;
using cluster::Guest;
using cluster::GuestName;
using cluster::NameKind;
using cluster::NodeState;
using toolstack::RunState;

namespace {

/// A domain, where it is, and what its name means.
struct Sighting
{
    const NodeState *node;
    const Guest *guest;
    GuestName name;

    QString text() const
    {
        return Words::tr("%1 on %2", "a guest, and where it is").arg(guest->name, node->name());
    }
};

using Sightings = QList<Sighting>;

/// By plain name; those under migration are left out, as are stopped ones, of which any node may
/// know.
std::map<QString, Sightings> sightingsByName(const cluster::ClusterState &state,
                                             const QStringList &migrating)
{
    std::map<QString, Sightings> result;
    for (const NodeState &node : state.nodes) {
        if (!isCurrent(node))
            continue;
        for (const Guest &guest : node.facts->guests) {
            const GuestName name = cluster::splitGuestName(guest.name);
            if (name.kind != NameKind::Unnamed && guest.state != RunState::Halted
                && !migrating.contains(name.guest) && !migrating.contains(guest.name))
                result[name.guest].append({&node, &guest, name});
        }
    }
    return result;
}

Sightings ofKind(const Sightings &sightings, NameKind kind)
{
    Sightings result;
    std::copy_if(sightings.begin(), sightings.end(), std::back_inserter(result),
                 [kind](const Sighting &s) { return s.name.kind == kind; });
    return result;
}

QStringList texts(const Sightings &sightings)
{
    QStringList result;
    for (const Sighting &sighting : sightings)
        result.append(sighting.text());
    return result;
}

QStringList nodeNames(const Sightings &sightings)
{
    QStringList result;
    for (const Sighting &sighting : sightings)
        result.append(sighting.node->name());
    return result;
}

QStringList domainNames(const Sightings &sightings)
{
    QStringList result;
    for (const Sighting &sighting : sightings) {
        if (!result.contains(sighting.guest->name))
            result.append(sighting.guest->name);
    }
    return result;
}

QString program(const Sighting &sighting)
{
    return toolstack::kindName(sighting.node->facts->toolstack.value_or(toolstack::Kind::Xl));
}

QString destroyCommand(const Sighting &sighting)
{
    return Words::tr("`%1 destroy %2` on %3")
        .arg(program(sighting), sighting.guest->name, sighting.node->name());
}

bool shareWritableDisk(const Guest &a, const Guest &b)
{
    if (!a.config || !b.config)
        return true; // nothing says that they do not
    for (const toolstack::Disk &disk : a.config->disks) {
        for (const toolstack::Disk &other : b.config->disks) {
            if (!disk.path.isEmpty() && disk.path == other.path
                && (disk.mode != "r"_L1 || other.mode != "r"_L1))
                return true;
        }
    }
    return false;
}

/// Without a uuid in its file, a guest gets another one at each start: other uuids do not make
/// other guests, other disks do.
bool maybeTheSame(const Guest &a, const Guest &b)
{
    return (!a.uuid.isEmpty() && a.uuid == b.uuid) || shareWritableDisk(a, b);
}

constexpr const char *KeepOne = QT_TRANSLATE_NOOP(
    "colonnade::rules",
    "Two copies that write to one disk destroy it. Nothing is done by itself: look at both "
    "consoles, decide which copy is to live, and destroy the other one (%1).");

QString eitherOf(const Sightings &sightings)
{
    QString commands;
    for (const Sighting &sighting : sightings) {
        const QString command = destroyCommand(sighting);
        commands =
            commands.isEmpty() ? command : Words::tr("%1 or %2", "commands").arg(commands, command);
    }
    return commands;
}

void alarmOfName(const QString &name, const Sightings &plain, QList<Reason> &alarms)
{
    if (plain.size() < 2)
        return;
    bool same = false;
    for (qsizetype i = 1; i < plain.size(); ++i)
        same = same || maybeTheSame(*plain[0].guest, *plain[i].guest);
    if (same)
        alarms.append(
            {Severity::Hard, u"runs-twice"_s,
             Words::tr("%1 runs on %2 at the same time.").arg(name, joined(nodeNames(plain))),
             Words::tr(KeepOne).arg(eitherOf(plain)), domainNames(plain)});
    else
        alarms.append(
            {Severity::Warning, u"name-twice"_s,
             Words::tr("Two different guests are named %1, on %2.")
                 .arg(name, joined(nodeNames(plain))),
             Words::tr("Rename one of them: neither can be migrated to the other's node."),
             domainNames(plain)});
}

QString incomingRemedy(const Sighting &incoming, const Sightings &plain, const Sightings &away)
{
    if (!away.isEmpty())
        return Words::tr("The migration broke in its final handshake, and both sides hold a copy. "
                         "Nothing may be resumed before both were looked at; keep at most one of "
                         "%1 and %2.")
            .arg(incoming.text(), joined(texts(away)));
    if (!plain.isEmpty())
        return Words::tr(
                   "If no migration of %1 is under way (look for `xl migrate-receive` on %2), it "
                   "is a leftover that only holds memory: %3 removes it. The guest itself is %4.")
            .arg(incoming.name.guest, incoming.node->name(), destroyCommand(incoming),
                 joined(texts(plain)));
    return Words::tr(
               "If no migration of %1 is under way (look for `xl migrate-receive` on %2), its "
               "memory did not arrive completely and it cannot be continued: see first whether the "
               "guest still runs at the node that it came from, then %3 removes this one.")
        .arg(incoming.name.guest, incoming.node->name(), destroyCommand(incoming));
}

QString awayRemedy(const Sighting &away, const Sightings &plain)
{
    if (!plain.isEmpty())
        return Words::tr("See that %1 works, then %2 removes this remainder.")
            .arg(joined(texts(plain)), destroyCommand(away));
    return Words::tr("The guest is nowhere else to be seen. Look at every node that it may have "
                     "gone to; only when it is certain that no copy runs, `%1 rename %2 %3` and "
                     "`%1 unpause %3` on %4 bring it back.")
        .arg(program(away), away.guest->name, away.name.guest, away.node->name());
}

QString migratingRemedy(const Sighting &migrating, const Sightings &plain)
{
    if (!plain.isEmpty())
        return Words::tr("If no migration is under way, see that %1 works, then %2 removes this "
                         "remainder.")
            .arg(joined(texts(plain)), destroyCommand(migrating));
    return Words::tr("If no migration is under way, look at /var/log/xen/xend.log on %1: the guest "
                     "may still run under this name.")
        .arg(migrating.node->name());
}

void alarmsOfLeftovers(const Sightings &all, QList<Reason> &alarms)
{
    const Sightings plain = ofKind(all, NameKind::Plain);
    const Sightings away = ofKind(all, NameKind::MigratedAway);
    for (const Sighting &sighting : all) {
        const QStringList about{sighting.guest->name};
        if (sighting.name.kind == NameKind::Incoming)
            alarms.append(
                {Severity::Hard, u"leftover-incoming"_s,
                 Words::tr("%1 is the receiving side of a migration that was not started here.")
                     .arg(sighting.text()),
                 incomingRemedy(sighting, plain, away), about});
        else if (sighting.name.kind == NameKind::MigratedAway)
            alarms.append(
                {Severity::Hard, u"leftover-migratedaway"_s,
                 Words::tr("%1 is what a migration left at its source.").arg(sighting.text()),
                 awayRemedy(sighting, plain), about});
        else if (sighting.name.kind == NameKind::Migrating)
            alarms.append(
                {Severity::Hard, u"leftover-migrating"_s,
                 Words::tr("%1 is the sending side of a migration that was not started here.")
                     .arg(sighting.text()),
                 migratingRemedy(sighting, plain), about});
    }
}

/// The same uuid under different names: a guest that somebody renamed and started again.
void alarmsOfUuids(const std::map<QString, Sightings> &byName, QList<Reason> &alarms)
{
    std::map<QString, Sightings> byUuid;
    for (const auto &[name, sightings] : byName) {
        for (const Sighting &sighting : ofKind(sightings, NameKind::Plain)) {
            if (!sighting.guest->uuid.isEmpty())
                byUuid[sighting.guest->uuid].append(sighting);
        }
    }
    for (const auto &[uuid, sightings] : byUuid) {
        if (domainNames(sightings).size() > 1)
            alarms.append({Severity::Hard, u"uuid-twice"_s,
                           Words::tr("%1 have the same uuid and may be one guest that runs twice.")
                               .arg(joined(texts(sightings))),
                           Words::tr(KeepOne).arg(eitherOf(sightings)), domainNames(sightings)});
    }
}

/// Every arriving domain is nameless for a moment; one that is dying or dead stays so.
void alarmsOfNameless(const cluster::ClusterState &state, QList<Reason> &alarms)
{
    for (const NodeState &node : state.nodes) {
        if (!isCurrent(node))
            continue;
        for (const Guest &guest : node.facts->guests) {
            const bool dead = guest.state == RunState::Dying || guest.state == RunState::Crashed
                              || guest.state == RunState::ShutDown;
            if (dead && cluster::splitGuestName(guest.name).kind == NameKind::Unnamed)
                alarms.append(
                    {Severity::Warning,
                     u"nameless"_s,
                     Words::tr("%1 holds a dead domain without a name (id %2).")
                         .arg(node.name(), QString::number(guest.domainId.value_or(-1))),
                     Words::tr(
                         "Something still holds its memory; a reboot of %1 removes it for certain.")
                         .arg(node.name()),
                     {guest.name}});
        }
    }
}

} // namespace

QList<Reason> alarms(const cluster::ClusterState &state, const QStringList &migrating)
{
    QList<Reason> result;
    const std::map<QString, Sightings> byName = sightingsByName(state, migrating);
    for (const auto &[name, sightings] : byName) {
        alarmOfName(name, ofKind(sightings, NameKind::Plain), result);
        alarmsOfLeftovers(sightings, result);
    }
    alarmsOfUuids(byName, result);
    alarmsOfNameless(state, result);
    return result;
}

} // namespace colonnade::rules
