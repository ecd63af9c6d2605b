// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/checks.h"

#include <algorithm>

namespace colonnade::rules {

using namespace Qt::StringLiterals;
using cluster::PathFact;
using toolstack::Disk;

namespace {

/// One disk of the guest, with what both nodes know of its path.
struct DiskQuestion
{
    const Question &question;
    const Disk &disk;
    std::optional<PathFact> atSource;
    PathFact atTarget;

    QString label() const
    {
        return u"%1 (%2) of %3"_s.arg(disk.path, disk.vdev, question.guest.name);
    }
    const QString &source() const { return question.source.name(); }
    const QString &target() const { return question.target.name(); }
};

std::optional<PathFact> pathFact(const cluster::NodeFacts &facts, const QString &path)
{
    const auto found = facts.paths.constFind(path);
    return found == facts.paths.cend() ? std::nullopt : std::optional(*found);
}

QString kindOf(const PathFact &fact)
{
    return fact.blockDevice ? u"a block device"_s : u"a file"_s;
}

void checkKind(const DiskQuestion &disk, Reasons &reasons)
{
    const bool expectedBlock =
        disk.atSource ? disk.atSource->blockDevice : disk.disk.backend == "phy"_L1;
    const bool known = disk.atSource || disk.disk.backend == "phy"_L1;
    if (known && disk.atTarget.blockDevice != expectedBlock)
        reasons.hard(
            u"disk-kind"_s,
            u"The disk %1 is %2 on %3 and %4 on %5."_s.arg(
                disk.label(), expectedBlock ? u"a block device"_s : u"a file"_s, disk.source(),
                kindOf(disk.atTarget), disk.target()),
            u"It is not the same storage; make the shared one available under this path."_s);
}

void checkSize(const DiskQuestion &disk, Reasons &reasons)
{
    const qint64 here = disk.atSource ? disk.atSource->size : 0;
    const qint64 there = disk.atTarget.size;
    if (here > 0 && there > 0 && here != there)
        reasons.hard(
            u"disk-size"_s,
            u"The disk %1 has %2 bytes on %3 and %4 bytes on %5."_s.arg(
                disk.label(), QString::number(here), disk.source(), QString::number(there),
                disk.target()),
            u"It is not the same storage, or one node has not noticed that it was resized."_s);
}

bool shareNone(const QStringList &a, const QStringList &b)
{
    return std::none_of(a.begin(), a.end(),
                        [&b](const QString &identity) { return b.contains(identity); });
}

/// A path proves nothing. What does: the LV's uuid with the disks below it, a WWID, a filesystem's
/// uuid and inode.
void checkIdentity(const DiskQuestion &disk, Reasons &reasons)
{
    const QString here = disk.atSource ? disk.atSource->identity : QString();
    const QString &there = disk.atTarget.identity;
    if (here.isEmpty() || there.isEmpty()) {
        if (!disk.disk.cdrom)
            reasons.warning(
                u"disk-identity-unknown"_s,
                u"Nothing proves that %1 is the same storage on %2 and on %3."_s.arg(
                    disk.label(), disk.source(), disk.target()),
                u"Make sure of it yourself: a guest that goes on with another disk loses its "
                u"data."_s);
        return;
    }
    const QStringList backingHere = disk.atSource->backing;
    const QStringList &backingThere = disk.atTarget.backing;
    const bool bothBacked = !backingHere.isEmpty() && !backingThere.isEmpty();
    const QString remedy = u"Make the shared storage available under this path on both nodes."_s;
    if (here != there || (bothBacked && shareNone(backingHere, backingThere))) {
        const QString sentence = u"The disk %1 is other storage on %3 (%5) than on %2 (%4)."_s.arg(
            disk.label(), disk.source(), disk.target(), here != there ? here : joined(backingHere),
            here != there ? there : joined(backingThere));
        if (disk.disk.cdrom) // a copy of the same image does as well
            reasons.warning(u"cdrom-differs"_s, sentence, remedy);
        else
            reasons.hard(u"disk-differs"_s, sentence, remedy);
    } else if (bothBacked && backingHere != backingThere) {
        reasons.warning(
            u"disk-backing-differs"_s,
            u"The disk %1 stands on other devices on %3 (%5) than on %2 (%4)."_s.arg(
                disk.label(), disk.source(), disk.target(), joined(backingHere),
                joined(backingThere)),
            u"A clone of an array carries the same LVM uuids: make sure that it is none."_s);
    }
}

bool writes(const Disk &disk)
{
    return disk.mode != "r"_L1;
}

/// Another guest of the target that has the same device open: Xen refuses to attach it a second
/// time.
void checkOtherUsers(const DiskQuestion &disk, Reasons &reasons)
{
    for (const cluster::Guest &other : disk.question.targetFacts().guests) {
        if (!other.config || cluster::splitGuestName(other.name).guest == disk.question.guest.name)
            continue;
        for (const Disk &theirs : other.config->disks) {
            const bool bothForced = theirs.mode == "w!"_L1 && disk.disk.mode == "w!"_L1;
            if (theirs.path == disk.disk.path && (writes(theirs) || writes(disk.disk))
                && !bothForced)
                reasons.hard(
                    u"disk-in-use"_s,
                    u"The disk %1 is in use by %2 on %3."_s.arg(disk.label(), other.name,
                                                                disk.target()),
                    u"Two guests that write to one disk destroy what is on it; find out which of "
                    u"them it belongs to."_s);
        }
    }
}

void checkModes(const DiskQuestion &disk, Reasons &reasons)
{
    if (disk.disk.mode == "w!"_L1)
        reasons.warning(
            u"disk-shared-write"_s,
            u"The disk %1 is attached with w!, so that nothing protects it from being written to "
            u"from several sides."_s.arg(disk.label()),
            u"This is right for a cluster filesystem inside the guests only."_s);
    if (disk.disk.backend == "file"_L1 && writes(disk.disk))
        reasons.warning(
            u"disk-cached"_s,
            u"The disk %1 goes through a loop device, which caches writes in Domain-0 of %2."_s.arg(
                disk.label(), disk.source()),
            u"Use tap:aio: or a block device for guests that migrate."_s);
}

void checkDisk(const Question &question, const Disk &disk, Reasons &reasons)
{
    const QString label = u"%1 (%2) of %3"_s.arg(disk.path, disk.vdev, question.guest.name);
    if (!disk.script.isEmpty()) {
        reasons.warning(
            u"disk-script"_s,
            u"The disk %1 is attached by the script %2, so that it cannot be looked for on %3 "
            u"beforehand."_s.arg(label, disk.script, question.target.name()),
            u"Make sure that the script works there and gives the same storage."_s);
        return;
    }
    const std::optional<PathFact> atTarget = pathFact(question.targetFacts(), disk.path);
    if (!atTarget) {
        reasons.hard(u"disk-unchecked"_s,
                     u"It has not been looked yet whether the disk %1 is there on %2."_s.arg(
                         label, question.target.name()),
                     u"Refresh %1."_s.arg(question.target.name()));
        return;
    }
    if (!atTarget->exists) {
        reasons.hard(
            u"disk-missing"_s,
            u"The disk %1 is not there on %2."_s.arg(label, question.target.name()),
            u"Make the shared storage available on %1 (log in to it, activate the volume, mount "
            u"the filesystem)."_s.arg(question.target.name()));
        return;
    }
    std::optional<PathFact> atSource = pathFact(question.sourceFacts(), disk.path);
    if (atSource && !atSource->exists)
        atSource.reset();
    const DiskQuestion asked{question, disk, atSource, *atTarget};
    checkKind(asked, reasons);
    checkSize(asked, reasons);
    checkIdentity(asked, reasons);
    checkOtherUsers(asked, reasons);
    checkModes(asked, reasons);
}

} // namespace

void checkDisks(const Question &question, Reasons &reasons)
{
    if (!question.guest.config)
        return;
    for (const Disk &disk : question.guest.config->disks) {
        if (!disk.path.isEmpty()) // a drive without a medium
            checkDisk(question, disk, reasons);
    }
}

void checkBootFiles(const Question &question, Reasons &reasons)
{
    if (!question.guest.config)
        return;
    const toolstack::DomainConfig &config = *question.guest.config;
    for (const QString &path : {config.kernel, config.ramdisk, config.bootloader}) {
        const std::optional<PathFact> fact = pathFact(question.targetFacts(), path);
        if (fact && !fact->exists)
            reasons.warning(
                u"boot-file-missing"_s,
                u"%1 is not there on %2: %3 will run, but could not be started there again."_s.arg(
                    path, question.target.name(), question.guest.name),
                u"Copy it to %1."_s.arg(question.target.name()));
    }
}

} // namespace colonnade::rules
