// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/checks.h"

#include "rules/words.h"

#include <algorithm>

namespace colonnade::rules {

using namespace Qt::StringLiterals;
using cluster::PathFact;
using toolstack::Disk;

namespace {

QString diskLabel(const Disk &disk, const QString &guest)
{
    return Words::tr("%1 (%2) of %3", "a disk: its path and device, and its guest")
        .arg(disk.path, disk.vdev, guest);
}

/// One disk of the guest, with what both nodes know of its path.
struct DiskQuestion
{
    const Question &question;
    const Disk &disk;
    std::optional<PathFact> atSource;
    PathFact atTarget;

    QString label() const { return diskLabel(disk, question.guest.name); }
    const QString &source() const { return question.source.name(); }
    const QString &target() const { return question.target.name(); }
};

std::optional<PathFact> pathFact(const cluster::NodeFacts &facts, const QString &path)
{
    const auto found = facts.paths.constFind(path);
    return found == facts.paths.cend() ? std::nullopt : std::optional(*found);
}

void checkKind(const DiskQuestion &disk, Reasons &reasons)
{
    const bool expectedBlock =
        disk.atSource ? disk.atSource->blockDevice : disk.disk.backend == "phy"_L1;
    const bool known = disk.atSource || disk.disk.backend == "phy"_L1;
    if (known && disk.atTarget.blockDevice != expectedBlock)
        reasons.hard(
            u"disk-kind"_s,
            (expectedBlock ? Words::tr("The disk %1 is a block device on %2 and a file on %3.")
                           : Words::tr("The disk %1 is a file on %2 and a block device on %3."))
                .arg(disk.label(), disk.source(), disk.target()),
            Words::tr(
                "It is not the same storage; make the shared one available under this path."));
}

void checkSize(const DiskQuestion &disk, Reasons &reasons)
{
    const qint64 here = disk.atSource ? disk.atSource->size : 0;
    const qint64 there = disk.atTarget.size;
    if (here > 0 && there > 0 && here != there)
        reasons.hard(
            u"disk-size"_s,
            Words::tr("The disk %1 has %2 bytes on %3 and %4 bytes on %5.")
                .arg(disk.label(), QString::number(here), disk.source(), QString::number(there),
                     disk.target()),
            Words::tr(
                "It is not the same storage, or one node has not noticed that it was resized."));
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
            reasons.warning(u"disk-identity-unknown"_s,
                            Words::tr("Nothing proves that %1 is the same storage on %2 and on %3.")
                                .arg(disk.label(), disk.source(), disk.target()),
                            Words::tr("Make sure of it yourself: a guest that goes on with another "
                                      "disk loses its data."));
        return;
    }
    const QStringList backingHere = disk.atSource->backing;
    const QStringList &backingThere = disk.atTarget.backing;
    const bool bothBacked = !backingHere.isEmpty() && !backingThere.isEmpty();
    const QString remedy =
        Words::tr("Make the shared storage available under this path on both nodes.");
    if (here != there || (bothBacked && shareNone(backingHere, backingThere))) {
        const QString sentence =
            Words::tr("The disk %1 is other storage on %3 (%5) than on %2 (%4).")
                .arg(disk.label(), disk.source(), disk.target(),
                     here != there ? here : joined(backingHere),
                     here != there ? there : joined(backingThere));
        if (disk.disk.cdrom) // a copy of the same image does as well
            reasons.warning(u"cdrom-differs"_s, sentence, remedy);
        else
            reasons.hard(u"disk-differs"_s, sentence, remedy);
    } else if (bothBacked && backingHere != backingThere) {
        reasons.warning(
            u"disk-backing-differs"_s,
            Words::tr("The disk %1 stands on other devices on %3 (%5) than on %2 (%4).")
                .arg(disk.label(), disk.source(), disk.target(), joined(backingHere),
                     joined(backingThere)),
            Words::tr(
                "A clone of an array carries the same LVM uuids: make sure that it is none."));
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
                reasons.hard(u"disk-in-use"_s,
                             Words::tr("The disk %1 is in use by %2 on %3.")
                                 .arg(disk.label(), other.name, disk.target()),
                             Words::tr("Two guests that write to one disk destroy what is on it; "
                                       "find out which of them it belongs to."));
        }
    }
}

void checkModes(const DiskQuestion &disk, Reasons &reasons)
{
    if (disk.disk.mode == "w!"_L1)
        reasons.warning(
            u"disk-shared-write"_s,
            Words::tr("The disk %1 is attached with w!, so that nothing protects it from being "
                      "written to from several sides.")
                .arg(disk.label()),
            Words::tr("This is right for a cluster filesystem inside the guests only."));
    if (disk.disk.backend == "file"_L1 && writes(disk.disk))
        reasons.warning(
            u"disk-cached"_s,
            Words::tr(
                "The disk %1 goes through a loop device, which caches writes in Domain-0 of %2.")
                .arg(disk.label(), disk.source()),
            Words::tr("Use tap:aio: or a block device for guests that migrate."));
}

void checkDisk(const Question &question, const Disk &disk, Reasons &reasons)
{
    const QString label = diskLabel(disk, question.guest.name);
    if (!disk.script.isEmpty()) {
        reasons.warning(
            u"disk-script"_s,
            Words::tr("The disk %1 is attached by the script %2, so that it cannot be looked for "
                      "on %3 beforehand.")
                .arg(label, disk.script, question.target.name()),
            Words::tr("Make sure that the script works there and gives the same storage."));
        return;
    }
    const std::optional<PathFact> atTarget = pathFact(question.targetFacts(), disk.path);
    if (!atTarget) {
        reasons.hard(u"disk-unchecked"_s,
                     Words::tr("It has not been looked yet whether the disk %1 is there on %2.")
                         .arg(label, question.target.name()),
                     Words::tr("Refresh %1.").arg(question.target.name()));
        return;
    }
    if (!atTarget->exists) {
        reasons.hard(
            u"disk-missing"_s,
            Words::tr("The disk %1 is not there on %2.").arg(label, question.target.name()),
            Words::tr("Make the shared storage available on %1 (log in to it, activate the volume, "
                      "mount the filesystem).")
                .arg(question.target.name()));
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
                Words::tr(
                    "%1 is not there on %2: %3 will run, but could not be started there again.")
                    .arg(path, question.target.name(), question.guest.name),
                Words::tr("Copy it to %1.").arg(question.target.name()));
    }
}

} // namespace colonnade::rules
