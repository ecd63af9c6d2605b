// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/checks.h"

#include "rules/words.h"

#include <algorithm>

namespace colonnade::rules {

using namespace Qt::StringLiterals;
using toolstack::DomainConfig;
using toolstack::GuestType;

namespace {

constexpr int MarginPercent = 5;

qint64 roundedUp(qint64 value, qint64 unit)
{
    return (value + unit - 1) / unit * unit;
}

/// What the guest has, in KiB: the larger of what is configured and what it is listed with.
qint64 ownMemoryKiB(const cluster::Guest &guest)
{
    const qint64 configured = guest.config ? guest.config->targetMemoryKiB : 0;
    return std::max(configured, guest.memoryMiB * 1024);
}

/// Page tables that Xen keeps for a guest with hardware virtualisation, in KiB.
qint64 pagingKiB(const DomainConfig &config, qint64 memoryKiB, bool hostHasHap)
{
    if (config.type != GuestType::Hvm && config.type != GuestType::Pvh)
        return 0;
    const qint64 memoryMiB = memoryKiB / 1024;
    const qint64 vcpus = std::max(config.vcpus, 1);
    const bool hap = config.hap.value_or(true) && hostHasHap;
    return std::max(config.shadowMemoryKiB, 4 * (256 * vcpus + (hap ? 1 : 2) * memoryMiB));
}

} // namespace

qint64 memoryNeeded(const Question &question)
{
    const qint64 own = ownMemoryKiB(question.guest);
    const DomainConfig config = question.guest.config.value_or(DomainConfig());
    const bool hap = question.targetFacts().info.virtCaps.contains(u"hap"_s);
    const qint64 total = own + pagingKiB(config, own, hap);
    if (question.kind() == toolstack::Kind::Xm)
        return roundedUp(total, 1024) / 1024;
    // libxl adds a little for itself and allocates in pieces of 2 MiB.
    const qint64 slack = config.type == GuestType::Pv ? 1024 : 2048;
    return roundedUp(total + slack, 2048) / 1024;
}

void checkMemory(const cluster::NodeState &target, const QStringList &guests, qint64 neededMiB,
                 Reasons &reasons)
{
    const toolstack::HostInfo &info = target.facts->info;
    if (info.totalMemoryMiB == 0) {
        const QString why = target.facts->infoProblem;
        reasons.hard(
            u"memory-unknown"_s,
            why.isEmpty()
                ? Words::tr("The free memory of %1 is not known.").arg(target.name())
                : Words::tr("The free memory of %1 is not known: %2").arg(target.name(), why),
            Words::tr("Refresh %1.").arg(target.name()));
        return;
    }
    const QString needed = QString::number(neededMiB);
    const QString free = QString::number(info.freeMemoryMiB);
    const QString sentence =
        guests.size() > 1 ? Words::tr("The %n guests need %1 MiB together, and %2 has %3 MiB free.",
                                      nullptr, static_cast<int>(guests.size()))
                                .arg(needed, target.name(), free)
                          : Words::tr("%1 needs %2 MiB, and %3 has %4 MiB free.")
                                .arg(guests.value(0), needed, target.name(), free);
    if (neededMiB > info.freeMemoryMiB)
        reasons.hard(
            u"memory"_s, sentence,
            Words::tr("Free memory on %1: move or shrink a guest there, or give back some of its "
                      "Domain-0's. What Domain-0 could give back by itself is not counted.")
                .arg(target.name()));
    else if ((info.freeMemoryMiB - neededMiB) * 100 < neededMiB * MarginPercent)
        reasons.warning(
            u"memory-tight"_s, sentence,
            Words::tr("This leaves almost nothing over; a little more should be free."));
}

void checkSourceMemory(const Question &question, Reasons &reasons)
{
    // Only xend needs it: libxl follows a guest's memory with what the guest was given at its
    // start.
    if (question.kind() != toolstack::Kind::Xm || question.sourceFacts().info.totalMemoryMiB == 0)
        return;
    const qint64 memoryMiB = ownMemoryKiB(question.guest) / 1024;
    const qint64 neededMiB =
        std::max(question.guest.vcpus, 1) + roundedUp(4 * memoryMiB, 1024) / 1024;
    const qint64 free = question.sourceFacts().info.freeMemoryMiB;
    if (neededMiB > free)
        reasons.warning(
            u"memory-source"_s,
            Words::tr("A live migration of %1 takes %2 MiB on %3, which has %4 MiB free.")
                .arg(question.guest.name, QString::number(neededMiB), question.source.name(),
                     QString::number(free)),
            Words::tr("It works only if Domain-0 of %1 can give that much back.")
                .arg(question.source.name()));
}

} // namespace colonnade::rules
