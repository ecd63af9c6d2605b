// SPDX-License-Identifier: GPL-3.0-or-later
// Disks and network cards.
#include "formats/guestconfigcheck.h"
#include "formats/guestvifspec.h"
#include "formats/shown.h"

#include <QHash>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <array>

namespace colonnade::formats {

namespace {

using namespace Qt::StringLiterals;

/// Removes the blanks around the parts of a disk.
std::optional<Fix> withoutBlanks(const GuestCheck &check, const GuestDisk &disk)
{
    TextEdits edits;
    for (const GuestField &field : disk.fields) {
        const QByteArray trimmed = field.value.trimmed();
        if (trimmed != field.value && check.isPlain(field.span, field.value))
            edits.append(TextEdit{field.span, trimmed});
    }
    if (edits.isEmpty() || !areApplicable(edits, check.config().text().size()))
        return {};
    return Fix{u"Remove the blanks"_s, edits};
}

std::optional<Fix> withAccess(const GuestCheck &check, const GuestDisk &disk,
                              const QByteArray &access)
{
    const GuestField *field = disk.field("access");
    if (!field || !check.isPlain(field->span, field->value))
        return {};
    return Fix{u"Write `%1`"_s.arg(QLatin1StringView(access)), {TextEdit{field->span, access}}};
}

void checkRefusal(const GuestCheck &check, const GuestDisk &disk)
{
    const QByteArray access = disk.access();
    const GuestField *field = disk.field("access");
    const bool isAccess = field && access != "r" && access != "w" && access != "ro"
                          && access != "rw" && (check.isXl() ? !access.isEmpty() : access != "w!");
    const bool isXlsWord = !check.isXl() && (access == "rw" || access == "ro");
    const char *id = isAccess || isXlsWord ? "disk-access" : "disk-refused";
    std::optional<Fix> fix = withoutBlanks(check, disk);
    if (!fix && isXlsWord)
        fix = withAccess(check, disk,
                         access.first(1) == "r" && access.size() == 2 && access[1] == 'o' ? "r"
                                                                                          : "w");
    const Span span = isAccess || isXlsWord ? field->span : disk.span;
    check.add(id, Severity::Error, span.isEmpty() ? disk.span : span,
              u"%1 does not take the disk `%2`, so the guest does not start: %3."_s.arg(
                  check.tool(), shown(disk.spec), *disk.refusal),
              fix);
}

/// target= takes the rest of the string, so what should tell something else becomes part of the
/// path.
void checkTarget(const GuestCheck &check, const GuestDisk &disk)
{
    const GuestField *target = disk.field("target");
    if (!check.isXl() || !target)
        return;
    static const QRegularExpression key(
        u",\\s*((format|vdev|access|backendtype|backend|script|devtype)=|cdrom\\b)"_s);
    const QRegularExpressionMatch match = key.match(QString::fromLatin1(target->value));
    if (!match.hasMatch())
        return;
    const qsizetype comma = match.capturedStart();
    std::optional<Fix> fix;
    const QByteArrayView text = check.config().text();
    const QByteArrayView name = "target=";
    const qsizetype begin = target->span.begin - name.size();
    if (check.isPlain(target->span, target->value) && text.sliced(begin).startsWith(name)) {
        const QByteArray rest = target->value.sliced(comma + 1).trimmed();
        fix = Fix{
            u"Put target= last"_s,
            {TextEdit{{begin, target->span.end}, rest + ',' + name + target->value.first(comma)}}};
    }
    check.add("target-not-last", Severity::Error, target->span,
              u"target= takes all that follows, so the path is `%1`. It must stand last."_s.arg(
                  shown(target->value)),
              fix);
}

void checkPath(const GuestCheck &check, const GuestDisk &disk)
{
    const GuestField *target = disk.field("target");
    if (!target || target->value.isEmpty() || target->value.startsWith('/'))
        return;
    const QByteArray prefix = disk.value("prefix");
    const bool isRemote = prefix == "iscsi" || prefix == "nbd" || prefix == "enbd"
                          || prefix == "drbd" || disk.field("script");
    if (isRemote || disk.isForDriverOfQemu())
        return;
    if (!check.isXl() && prefix != "phy") {
        check.add(
            "relative-path", Severity::Warning, target->span,
            u"`%1` does not begin with a slash, so it is looked for where xend happened to be "
            "started."_s.arg(shown(target->value)));
        return;
    }
    check.add("relative-path", Severity::Hint, target->span,
              u"`%1` does not begin with a slash, so it is looked for in /dev."_s.arg(
                  shown(target->value)));
}

void checkDevice(const GuestCheck &check, const GuestDisk &disk)
{
    static const QRegularExpression xl(
        u"^(xvd[a-z]+[0-9]*|[hs]d[a-z]+[0-9]*|d[0-9]+(p[0-9]+)?|(0x[0-9a-f]+|[0-9]+))$"_s);
    static const QRegularExpression xm(
        u"^(/dev/"
        u")?(sd[a-z]([1-9]|1[0-5])?|sd[a-i][a-z]([1-9]|1[0-5])?|hd[a-t][0-9]*|xvd[a-p][0-9]*|"
        "xvd([q-z]|[a-i][a-z])([1-9]|1[0-5])?|(0x)?[0-9a-fA-F]+)$"_s);
    const GuestField *vdev = disk.field("vdev");
    if (!vdev || vdev->value.isEmpty()
        || (check.isXl() ? xl : xm).match(QString::fromLatin1(vdev->value)).hasMatch())
        return;
    check.add(
        "disk-device", Severity::Warning, vdev->span,
        u"`%1` is no device that guests have, as xvda, hda or sda are."_s.arg(shown(vdev->value)));
}

void checkSharing(const GuestCheck &check, const GuestDisk &disk)
{
    const GuestField *access = disk.field("access");
    if (!access)
        return;
    if (access->value == "w!" && !check.isXl()) {
        check.add(
            "disk-unprotected", Severity::Warning, access->span,
            u"With w! xend lets other guests of the host write to `%1` at the same time. Without "
            "a cluster filesystem on it, such as GFS2 or OCFS2, that destroys it."_s.arg(
                shown(disk.target())));
    }
    if (access->value == "rw" && check.isXl() && !disk.isKeyed && !disk.value("prefix").isEmpty()) {
        check.add(
            "disk-rw", Severity::Hint, access->span,
            u"xl 4.1 looks at the first letter only and makes the disk read-only, and xm refuses "
            "rw; w means the same to all."_s,
            withAccess(check, disk, "w"));
    }
}

void checkDisk(const GuestCheck &check, const GuestDisk &disk)
{
    if (disk.isComputed) {
        check.add(
            "computed", Severity::Hint, disk.span,
            u"This disk is computed when xm runs the file, so nothing here judges or edits it."_s);
        return;
    }
    checkTarget(check, disk);
    if (disk.refusal) {
        checkRefusal(check, disk);
        return;
    }
    checkPath(check, disk);
    checkDevice(check, disk);
    checkSharing(check, disk);
}

void checkBlanks(const GuestCheck &check, const GuestVif &vif)
{
    if (!check.isXl()) // xm strips them
        return;
    for (const GuestField &field : vif.fields) {
        const QByteArray trimmed = field.value.trimmed();
        if (trimmed == field.value || !check.isPlain(field.span, field.value))
            continue;
        check.add("vif-blank", Severity::Warning, field.span,
                  u"A blank stands around the value of %1, and xl takes it for a part of it."_s.arg(
                      shown(field.name)),
                  Fix{u"Remove the blank"_s, {TextEdit{field.span, trimmed}}});
    }
}

void checkMac(const GuestCheck &check, const GuestVif &vif, QHash<QByteArray, qsizetype> &macs)
{
    const GuestField *mac = vif.field("mac");
    if (!mac) {
        check.add("vif-no-mac", Severity::Hint, vif.span,
                  u"The network card has no mac, so it gets another at each start."_s);
        return;
    }
    const QByteArray address = mac->value.trimmed().toLower();
    if (!isXlMac(mac->value.trimmed())) {
        check.add("vif-bad-mac", Severity::Error, mac->span,
                  u"`%1` is no MAC address; it is written as in 00:16:3e:12:34:56."_s.arg(
                      shown(mac->value)));
        return;
    }
    if (address.first(std::max<qsizetype>(0, address.indexOf(':'))).toInt(nullptr, 16) & 1) {
        check.add("vif-bad-mac", Severity::Error, mac->span,
                  u"`%1` is an address for many (its first byte is odd), and no card's own."_s.arg(
                      shown(mac->value)));
    }
    if (const auto before = macs.constFind(address); before != macs.cend()) {
        check.add("vif-duplicate-mac", Severity::Error, mac->span,
                  u"The card in line %1 has the same MAC address, `%2`."_s.arg(check.line(*before),
                                                                               shown(address)));
    }
    macs.insert(address, mac->span.begin);
}

void checkFields(const GuestCheck &check, const GuestVif &vif)
{
    QSet<QByteArray> seen;
    for (const GuestField &field : vif.fields) {
        if (check.isXl() && !isVifName(field.name, GuestDialect::Xl)) {
            check.add("vif-unknown-field", Severity::Warning,
                      field.span.isEmpty() ? vif.span : field.span,
                      u"xl knows no `%1` of a network card, and passes over it."_s.arg(
                          shown(field.name)));
        } else if (check.isXl() && field.name == "type" && field.value != "vif"
                   && field.value != "ioemu") {
            check.add(
                "vif-type", Severity::Warning, field.span,
                u"xl knows no type `%1` of a network card, only vif and ioemu, and passes over "
                "it."_s.arg(shown(field.value)));
        } else if (seen.contains(field.name)) {
            check.add("vif-duplicate-field", Severity::Warning, field.span,
                      u"%1 is told twice, and the last one counts."_s.arg(shown(field.name)));
        }
        seen.insert(field.name);
    }
}

} // namespace

void checkGuestDisks(const GuestCheck &check)
{
    QHash<QByteArray, qsizetype> devices;
    QHash<QByteArray, qsizetype> targets;
    for (const GuestDisk &disk : check.config().disks()) {
        checkDisk(check, disk);
        const QByteArray vdev = disk.vdev();
        if (const auto before = devices.constFind(vdev); before != devices.cend()) {
            check.add("duplicate-disk", Severity::Error, disk.span,
                      u"The disk in line %1 is %2, too; a guest has only one."_s.arg(
                          check.line(*before), shown(vdev)));
        } else if (!vdev.isEmpty()) {
            devices.insert(vdev, disk.span.begin);
        }
        if (disk.target().isEmpty() || !disk.isWritable())
            continue;
        if (const auto before = targets.constFind(disk.path()); before != targets.cend()) {
            check.add("duplicate-target", Severity::Warning, disk.span,
                      u"The disk in line %1 is on %2, too, and both may write."_s.arg(
                          check.line(*before), shown(disk.path())));
        }
        targets.insert(disk.path(), disk.span.begin);
    }
}

void checkGuestVifs(const GuestCheck &check)
{
    QHash<QByteArray, qsizetype> macs;
    for (const GuestVif &vif : check.config().vifs()) {
        if (vif.isComputed) {
            check.add(
                "computed", Severity::Hint, vif.span,
                u"This network card is computed when xm runs the file, so nothing here judges or "
                "edits it."_s);
            continue;
        }
        if (vif.refusal) {
            check.add(
                "vif-refused", Severity::Error, vif.span,
                u"%1 does not take the network card `%2`, so the guest does not start: %3."_s.arg(
                    check.tool(), shown(vif.spec), *vif.refusal));
        }
        checkFields(check, vif);
        checkBlanks(check, vif);
        checkMac(check, vif, macs);
    }
}

} // namespace colonnade::formats
