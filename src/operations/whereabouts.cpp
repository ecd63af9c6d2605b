// SPDX-License-Identifier: GPL-3.0-or-later
#include "operations/whereabouts.h"

#include "operations/words.h"

using namespace Qt::StringLiterals;
using colonnade::toolstack::RunState;

namespace colonnade::operations {

namespace {

/// What one node shows of the guest.
struct Copies
{
    bool running = false;         ///< under its own name, alive
    std::optional<RunState> idle; ///< under its own name, in a state in which it does nothing
    QStringList leftovers;        ///< names that only a migration gives
    bool incoming = false;        ///< one of the leftovers is NAME--incoming
    bool namesake = false;        ///< another guest has its name

    bool any() const { return running || idle || !leftovers.isEmpty(); }
    bool onlyIncoming() const { return !running && !idle && incoming && leftovers.size() == 1; }
};

QString stateWord(RunState state)
{
    switch (state) {
    case RunState::Paused:
        return Words::tr("paused");
    case RunState::Suspended:
        return Words::tr("suspended");
    case RunState::ShutDown:
        return Words::tr("powered off");
    case RunState::Crashed:
        return Words::tr("crashed");
    case RunState::Dying:
        return Words::tr("dying");
    case RunState::Running:
    case RunState::Blocked:
    case RunState::Runnable:
        return Words::tr("running");
    case RunState::Halted:
        return Words::tr("not started");
    case RunState::Unknown:
        break;
    }
    return Words::tr("in an unknown state");
}

void addPlain(Copies &copies, const cluster::Guest &guest, const QString &uuid)
{
    if (guest.state == RunState::Halted)
        return; // xend remembers it; nothing of it is in memory
    if (!uuid.isEmpty() && !guest.uuid.isEmpty() && guest.uuid != uuid)
        copies.namesake = true;
    else if (isAlive(guest.state))
        copies.running = true;
    else
        copies.idle = guest.state;
}

Copies copiesOf(const MigrationSubject &subject, const cluster::NodeFacts &facts)
{
    Copies copies;
    for (const cluster::Guest &guest : facts.guests) {
        const cluster::GuestName name = cluster::splitGuestName(guest.name);
        if (name.guest != subject.guest)
            continue;
        if (name.kind == cluster::NameKind::Plain) {
            addPlain(copies, guest, subject.uuid);
        } else {
            copies.leftovers.append(guest.name);
            copies.incoming = copies.incoming || name.kind == cluster::NameKind::Incoming;
        }
    }
    return copies;
}

QString startCommand(const MigrationSubject &subject)
{
    if (subject.rgmanager)
        return u"clusvcadm -e vm:%1"_s.arg(subject.guest);
    return Words::tr("%1 create, with its configuration file").arg(kindName(subject.toolstack));
}

QString destroyCommand(const MigrationSubject &subject, const QString &name)
{
    return u"`%1 destroy %2`"_s.arg(kindName(subject.toolstack), name);
}

Finding moved(const MigrationSubject &subject)
{
    return {MigrationOutcome::Moved,
            true,
            Words::tr("%1 runs on %2, and %3 holds nothing of it.")
                .arg(subject.guest, subject.to, subject.from),
            {}};
}

Finding stayed(const MigrationSubject &subject, const Copies &target)
{
    const QString words =
        target.namesake ? Words::tr("%1 runs on %2, as before; %3 has another guest of that name.")
                        : Words::tr("%1 runs on %2, as before; %3 holds nothing of it.");
    return {MigrationOutcome::Stayed, true, words.arg(subject.guest, subject.from, subject.to), {}};
}

Finding twice(const MigrationSubject &subject)
{
    return {MigrationOutcome::Undefined, false,
            Words::tr("%1 runs on %2 and on %3 at the same time: its disks are being damaged.")
                .arg(subject.guest, subject.from, subject.to),
            Words::tr(
                "Look at both consoles at once, decide which copy is to be kept, and end the other "
                "one on its node with %1. Then check the file systems of the one that was kept.")
                .arg(destroyCommand(subject, subject.guest))};
}

/// It runs on one node, and the other one still holds something of it.
Finding runsWithLeftover(const MigrationSubject &subject, const QString &here, const QString &there,
                         const Copies &rest)
{
    const QString name = rest.leftovers.value(0, subject.guest);
    return {
        MigrationOutcome::Undefined, false,
        Words::tr("%1 runs on %2, and %3 still holds %4, which does nothing but occupy memory.")
            .arg(subject.guest, here, there, name),
        Words::tr(
            "Never unpause %1. When you have seen that %2 works on %3, remove it on %4 with %5.")
            .arg(name, subject.guest, here, there, destroyCommand(subject, name))};
}

Finding lost(const MigrationSubject &subject, const Copies &target,
             const cluster::NodeFacts &source)
{
    Finding finding{
        MigrationOutcome::Lost,
        false,
        Words::tr("%1 runs neither on %2 nor on %3.").arg(subject.guest, subject.from, subject.to),
        {}};
    if (target.incoming) {
        const QString incoming = target.leftovers.first();
        finding.sentence +=
            u' ' + Words::tr("%1 still holds %2, an incomplete copy.").arg(subject.to, incoming);
        finding.remedy =
            Words::tr("Remove the incomplete copy on %1 with %2; it cannot be made to run.")
                .arg(subject.to, destroyCommand(subject, incoming))
            + u' ';
    }
    if (source.autostart.contains(subject.guest)) {
        finding.remedy +=
            Words::tr("%1 starts %2 by itself when it boots (/etc/xen/auto): see whether it is "
                      "about to. If not, start %2 on one node only: %3.")
                .arg(subject.from, subject.guest, startCommand(subject));
    } else {
        finding.remedy +=
            Words::tr("Start %1 on one node only: %2.").arg(subject.guest, startCommand(subject));
    }
    return finding;
}

/// It is somewhere, runs nowhere, and is not lost.
Finding stuck(const MigrationSubject &subject, const cluster::NodeFacts &source,
              const cluster::NodeFacts &target, const Copies &atTarget, bool sourceEmpty)
{
    Finding finding{MigrationOutcome::Undefined,
                    false,
                    Words::tr("%1 runs nowhere: %2; %3.")
                        .arg(subject.guest, describeCopies(subject, subject.from, source),
                             describeCopies(subject, subject.to, target)),
                    {}};
    if (sourceEmpty && atTarget.idle == RunState::Paused && atTarget.leftovers.isEmpty()) {
        finding.remedy =
            Words::tr("It has arrived and is paused. Let it go on with `%1 unpause %2` on %3.")
                .arg(kindName(subject.toolstack), subject.guest, subject.to);
    } else if (!sourceEmpty && !atTarget.any()) {
        finding.remedy =
            Words::tr("%1 is the only one that holds it. Look at its console there; if it does not "
                      "go on (`%2 unpause`), destroy that copy, then start it again.")
                .arg(subject.from, kindName(subject.toolstack));
    } else {
        finding.remedy =
            Words::tr("Look at both nodes. At most one copy may ever go on: destroy all others "
                      "first. When in doubt destroy all of them, then start %1 on one node only.")
                .arg(subject.guest);
    }
    return finding;
}

} // namespace

bool isAlive(RunState state)
{
    return state == RunState::Running || state == RunState::Blocked || state == RunState::Runnable;
}

MigrationSubject MigrationSubject::fromDetails(const QJsonObject &details)
{
    MigrationSubject subject;
    subject.guest = details[u"guest"].toString();
    subject.uuid = details[u"uuid"].toString();
    subject.from = details[u"from"].toString();
    subject.to = details[u"to"].toString();
    subject.toolstack =
        details[u"toolstack"].toString() == u"xm" ? toolstack::Kind::Xm : toolstack::Kind::Xl;
    subject.rgmanager = details[u"rgmanager"].toBool();
    return subject;
}

QString describeCopies(const MigrationSubject &subject, const QString &node,
                       const cluster::NodeFacts &facts)
{
    const Copies copies = copiesOf(subject, facts);
    if (copies.running)
        return Words::tr("%1 runs on %2").arg(subject.guest, node);
    QStringList held;
    if (copies.idle)
        held.append(u"%1 (%2)"_s.arg(subject.guest, stateWord(*copies.idle)));
    held += copies.leftovers;
    if (held.isEmpty())
        return Words::tr("%1 holds nothing of it").arg(node);
    return Words::tr("%1 holds %2").arg(node, held.join(u", "_s));
}

Finding findGuest(const MigrationSubject &subject, const cluster::NodeFacts &source,
                  const cluster::NodeFacts &target)
{
    const Copies here = copiesOf(subject, source);
    const Copies there = copiesOf(subject, target);
    if (there.running && there.leftovers.isEmpty() && !here.any())
        return moved(subject);
    if (here.running && here.leftovers.isEmpty() && !there.any())
        return stayed(subject, there);
    if (here.running && there.running)
        return twice(subject);
    if (there.running) {
        return here.any() ? runsWithLeftover(subject, subject.to, subject.from, here)
                          : runsWithLeftover(subject, subject.to, subject.to, there);
    }
    if (here.running) {
        return there.any() ? runsWithLeftover(subject, subject.from, subject.to, there)
                           : runsWithLeftover(subject, subject.from, subject.from, here);
    }
    if (!here.any() && (!there.any() || there.onlyIncoming()))
        return lost(subject, there, source);
    return stuck(subject, source, target, there, !here.any());
}

} // namespace colonnade::operations
