// SPDX-License-Identifier: GPL-3.0-or-later
// What a guest's keys may be set to (xl: tools/xl/xl_parse.c; xm: tools/python/xen/xm/create.py).
#include "formats/guestconfigcheck.h"
#include "formats/guestconfigrules.h"
#include "formats/shown.h"

#include <algorithm>
#include <array>

namespace colonnade::formats {

namespace {

using namespace Qt::StringLiterals;
using Kind = GuestValue::Kind;

constexpr std::array<QByteArrayView, 5> Actions = {"on_poweroff", "on_reboot", "on_crash",
                                                   "on_watchdog", "on_soft_reset"};

const GuestSetting *literal(const GuestCheck &check, QByteArrayView key)
{
    const GuestSetting *setting = check.config().setting(key);
    const bool isText =
        setting && !setting->conditional
        && (setting->value.kind == Kind::String || setting->value.kind == Kind::Number);
    return isText ? setting : nullptr;
}

bool isDigits(QByteArrayView text)
{
    return !text.isEmpty()
           && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

void checkName(const GuestCheck &check)
{
    const GuestSetting *any = check.config().setting("name");
    if (!any) {
        if (check.isXl())
            check.add("no-name", Severity::Error, {0, 0},
                      u"The file sets no name, so xl does not create the guest."_s);
        else
            check.add("no-name", Severity::Hint, {0, 0},
                      u"The file sets no name, so xm calls the guest what the file is called."_s);
        return;
    }
    const GuestSetting *setting = literal(check, "name");
    if (!setting)
        return;
    const QByteArray name = check.config().string("name").value_or(QByteArray());
    const Span span = setting->value.span;
    const bool fitsXend = !name.isEmpty() && std::ranges::all_of(name, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
               || QByteArrayView("_-.:+").contains(c);
    });
    if (isDigits(name)) {
        check.add(
            "numeric-name", Severity::Warning, span,
            u"A name of digits only is taken for the number of a domain by %1; commands would "
            "mean another guest, or none."_s.arg(check.tool()));
    } else if (name.isEmpty() || (!check.isXl() && !fitsXend)) {
        check.add(
            "bad-name", Severity::Error, span,
            u"xend takes no such name: `%1`. Letters, digits and _ - . : + may be in one."_s.arg(
                shown(name)));
    } else if (!fitsXend) {
        check.add(
            "bad-name", Severity::Warning, span,
            u"The name `%1` holds characters that commands and other hosts may not take."_s.arg(
                shown(name)));
    }
}

bool isUuid(QByteArrayView uuid)
{
    constexpr QByteArrayView form = "xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx";
    if (uuid.size() != form.size())
        return false;
    for (qsizetype i = 0; i < form.size(); ++i) {
        const bool isHex = std::isxdigit(uchar(uuid[i]));
        if (form[i] == '-' ? uuid[i] != '-' : !isHex)
            return false;
    }
    return true;
}

void checkUuid(const GuestCheck &check)
{
    const GuestSetting *setting = check.config().setting("uuid");
    if (!setting) {
        check.add(
            "no-uuid", Severity::Hint, {0, 0},
            u"The file sets no uuid, so the guest gets another at each start; with one, it is "
            "the same guest on every host."_s);
        return;
    }
    if (!check.isXl() || !literal(check, "uuid"))
        return;
    const QByteArray uuid = check.config().string("uuid").value_or(QByteArray());
    if (!isUuid(uuid)) {
        check.add("bad-uuid", Severity::Error, setting->value.span,
                  u"xl does not create the guest: `%1` is no UUID."_s.arg(shown(uuid)));
    }
}

void checkActions(const GuestCheck &check)
{
    constexpr std::array<QByteArrayView, 7> known = {
        "destroy",          "restart",          "rename-restart", "preserve",
        "coredump-destroy", "coredump-restart", "soft-reset"};
    for (const QByteArrayView key : Actions) {
        const GuestSetting *setting = literal(check, key);
        if (!setting)
            continue;
        const QByteArray action = check.config().string(key).value_or(QByteArray());
        const bool isKnown = std::ranges::find(known, action) != known.end()
                             && (check.isXl() || action != "soft-reset");
        if (!isKnown) {
            check.add("bad-action", Severity::Error, setting->value.span,
                      u"%1 knows no action `%2` for %3, and does not create the guest. There are "
                      "destroy, restart, rename-restart, preserve, coredump-destroy and "
                      "coredump-restart."_s.arg(check.tool(), shown(action), shown(key)));
        }
    }
}

/// xl takes what a type begins with for the type.
QByteArray xlType(const GuestCheck &check)
{
    const auto told = [&](const char *key) {
        return literal(check, key) ? check.config().string(key) : std::nullopt;
    };
    if (const auto type = told("type")) {
        for (const char *known : {"hvm", "pv", "pvh"}) {
            if (QByteArray(known).startsWith(*type))
                return known;
        }
        return {};
    }
    if (const auto builder = told("builder"))
        return QByteArray("hvm").startsWith(*builder) ? "hvm" : "pv";
    return "pv";
}

void checkXlType(const GuestCheck &check)
{
    const GuestSetting *type = literal(check, "type");
    const GuestSetting *builder = literal(check, "builder");
    const QByteArray kind = xlType(check);
    if (type && kind.isEmpty()) {
        check.add("bad-type", Severity::Error, type->value.span,
                  u"xl knows no type `%1`, only pv, hvm and pvh."_s.arg(shown(type->value.bytes)));
        return;
    }
    if (type && !builder && kind == "hvm") {
        check.add("type-only", Severity::Hint, type->keySpan,
                  u"xl before 4.10 passes over `type` and makes a PV guest of this one; it wants "
                  "builder=\"hvm\"."_s);
    }
    if (!builder)
        return;
    if (!isXlBuilder(builder->value.bytes)) {
        check.add(
            "bad-builder", Severity::Error, builder->value.span,
            u"xl knows no builder `%1`, only hvm and generic, and does not create the guest."_s.arg(
                shown(builder->value.bytes)));
        return;
    }
    const bool isHvm = QByteArray("hvm").startsWith(builder->value.bytes);
    if (type && kind != (isHvm ? "hvm" : "pv")) {
        check.add("type-contradiction", Severity::Error, builder->span,
                  u"builder and type contradict each other, so xl does not create the guest."_s);
    }
    check.add(
        "deprecated-builder", Severity::Hint, builder->keySpan,
        u"builder is deprecated since 4.10; type takes its place where no older host reads the "
        "file."_s);
}

void checkType(const GuestCheck &check)
{
    if (check.isXl()) {
        checkXlType(check);
    } else if (const GuestSetting *type = check.config().setting("type")) {
        check.add("type-unknown", Severity::Warning, type->keySpan,
                  u"xm passes over type; it is builder that tells whether a guest is hvm."_s);
    }
}

void checkKernel(const GuestCheck &check)
{
    const QByteArray type = xlType(check);
    if (!check.isXl() || (type != "pv" && type != "pvh"))
        return;
    for (const char *key : {"kernel", "bootloader", "firmware"}) {
        if (check.config().setting(key))
            return;
    }
    check.add(
        "no-kernel", Severity::Error, {0, 0},
        u"The file sets neither kernel nor bootloader, and xl makes no %1 guest without."_s.arg(
            QLatin1StringView(type)));
}

/// "/usr/lib/xen-4.17/bin/pygrub" is there on hosts of that version only.
void checkVersionedPaths(const GuestCheck &check)
{
    for (const char *key :
         {"bootloader", "kernel", "device_model", "device_model_override", "firmware"}) {
        const GuestSetting *setting = literal(check, key);
        const QByteArray path = setting ? setting->value.bytes : QByteArray();
        const qsizetype at = path.indexOf("/xen-");
        if (at < 0 || at + 5 >= path.size() || path[at + 5] < '0' || path[at + 5] > '9')
            continue;
        std::optional<Fix> fix;
        if (check.isXl() && QByteArrayView(key) == "bootloader" && path.endsWith("/pygrub")) {
            if (const auto edits = check.config().setString(key, "pygrub"))
                fix = Fix{u"Write pygrub, which xl finds by itself"_s, *edits};
        }
        check.add("versioned-path", Severity::Warning, setting->value.span,
                  u"%1 names a folder of one version of Xen; on a host with another the guest does "
                  "not start."_s.arg(QLatin1StringView(key)),
                  fix);
    }
}

void checkSizes(const GuestCheck &check)
{
    const GuestConfig &config = check.config();
    const auto vcpus = config.number("vcpus");
    const auto maxvcpus = config.number("maxvcpus");
    if (check.isXl() && vcpus && maxvcpus && *vcpus > *maxvcpus) {
        check.add("vcpus-over-max", Severity::Error, config.setting("vcpus")->value.span,
                  u"vcpus is more than maxvcpus, so xl does not create the guest."_s);
    }
    const auto memory = config.number("memory");
    const auto maxmem = config.number("maxmem");
    if (memory && maxmem && *memory > *maxmem) {
        check.add("memory-over-max", Severity::Error, config.setting("memory")->value.span,
                  u"memory is more than maxmem, so the guest is not created."_s);
    }
}

} // namespace

void checkGuestKeys(const GuestCheck &check)
{
    checkName(check);
    checkUuid(check);
    checkActions(check);
    checkType(check);
    checkKernel(check);
    checkVersionedPaths(check);
    checkSizes(check);
}

} // namespace colonnade::formats
