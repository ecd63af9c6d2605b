// SPDX-License-Identifier: GPL-3.0-or-later
// Values of another kind than the tool takes for a key.
#include "formats/guestconfigcheck.h"
#include "formats/guestconfigxmlexer.h"
#include "formats/shown.h"

#include <algorithm>
#include <array>

namespace colonnade::formats {

namespace {

using namespace Qt::StringLiterals;
using Kind = GuestValue::Kind;

constexpr std::array<QByteArrayView, 20> NumberKeys = {
    "memory", "maxmem", "vcpus", "maxvcpus",  "shadow_memory", "cpu_weight", "videoram",
    "acpi",   "apic",   "pae",   "hap",       "localtime",     "nomigrate",  "vnc",
    "sdl",    "stdvga", "usb",   "nestedhvm", "vncunused",     "vncdisplay"};
constexpr std::array<QByteArrayView, 10> TextKeys = {
    "name", "uuid", "kernel", "ramdisk", "bootloader", "root", "extra", "builder", "type", "boot"};
constexpr std::array<QByteArrayView, 4> ListKeys = {"disk", "vif", "vfb", "pci"};

bool isOneOf(QByteArrayView word, const auto &words)
{
    return std::ranges::find(words, word) != words.end();
}

bool isKnown(QByteArrayView key)
{
    return isOneOf(key, NumberKeys) || isOneOf(key, TextKeys) || isOneOf(key, ListKeys)
           || key.startsWith("on_");
}

/// What xm passes over because of its type, as its own reader takes str, list, int and float only.
void checkXmType(const GuestCheck &check, const GuestSetting &setting)
{
    const GuestValue &value = setting.value;
    const QByteArrayView written = textOf(check.config().text(), value.span);
    const auto ignored = [&](const QString &what, const QString &title, const TextEdits &edits) {
        check.add("type-ignored", Severity::Error, value.span,
                  u"xm passes over %1, as if the file did not set it: %2."_s.arg(shown(setting.key),
                                                                                 what),
                  edits.isEmpty() ? std::nullopt : std::optional(Fix{title, edits}));
    };
    if (value.kind == Kind::Tuple) {
        TextEdits edits;
        if (written.startsWith('(') && isOneOf(setting.key, ListKeys)) {
            edits = {TextEdit{{value.span.begin, value.span.begin + 1}, "["},
                     TextEdit{{value.span.end - 1, value.span.end}, "]"}};
        }
        ignored(u"what has commas and no brackets is a tuple to Python"_s, u"Write brackets"_s,
                edits);
    } else if (value.kind == Kind::Number && (written.endsWith('L') || written.endsWith('l'))) {
        ignored(u"a number with L is of another type to Python"_s, u"Remove the L"_s,
                {TextEdit{{value.span.end - 1, value.span.end}, {}}});
    } else if (value.kind == Kind::String && (written.startsWith('u') || written.startsWith('U'))) {
        ignored(u"a string with u is of another type to Python"_s, u"Remove the u"_s,
                {TextEdit{{value.span.begin, value.span.begin + 1}, {}}});
    } else if (value.isComputed() && !setting.conditional
               && (written == "True" || written == "False")) {
        ignored(u"True and False are of another type to Python"_s, u"Write 1 or 0"_s,
                {TextEdit{value.span, written == "True" ? "1" : "0"}});
    }
}

void checkNumber(const GuestCheck &check, const GuestSetting &setting)
{
    const bool isFloat = !check.isXl() && setting.value.kind == Kind::Number;
    if (isFloat || check.config().number(setting.key))
        return;
    check.add("not-a-number", Severity::Error, setting.value.span,
              check.isXl()
                  ? u"%1 wants a whole number, so xl passes over `%2` with a warning."_s.arg(
                      shown(setting.key), shown(setting.value.bytes))
                  : u"%1 wants a whole number, so xm fails with `%2`."_s.arg(
                      shown(setting.key), shown(setting.value.bytes)));
}

/// xl goes through disks and cards up to the first that is no string.
void checkNested(const GuestCheck &check, const GuestSetting &setting)
{
    if (!check.isXl() || !isOneOf(setting.key, ListKeys))
        return;
    for (const GuestValue &item : setting.value.items) {
        if (item.kind == Kind::List) {
            check.add("nested-list", Severity::Error, item.span,
                      u"xl stops at this list: the guest gets nothing of %1 from here on."_s.arg(
                          shown(setting.key)));
            return;
        }
    }
}

void checkKind(const GuestCheck &check, const GuestSetting &setting)
{
    const Kind kind = setting.value.kind;
    const bool isText = kind == Kind::String || kind == Kind::Number;
    if (isOneOf(setting.key, ListKeys) && isText) {
        check.add(
            "not-a-list", Severity::Error, setting.value.span,
            check.isXl()
                ? u"%1 wants a list in brackets, so xl passes over this value, and the guest has "
                  "none."_s.arg(shown(setting.key))
                : u"%1 wants a list in brackets; xm takes each letter of this for an item and "
                  "fails."_s.arg(shown(setting.key)),
            Fix{u"Write brackets"_s,
                {TextEdit{{setting.value.span.begin, setting.value.span.begin}, "[ "},
                 TextEdit{{setting.value.span.end, setting.value.span.end}, " ]"}}});
    } else if (kind == Kind::List
               && (isOneOf(setting.key, NumberKeys) || isOneOf(setting.key, TextKeys))) {
        check.add("list-value", Severity::Error, setting.value.span,
                  u"%1 wants one value and not a list."_s.arg(shown(setting.key)));
    } else if (isText && isOneOf(setting.key, NumberKeys)) {
        checkNumber(check, setting);
    }
}

/// Two strings with nothing between are one to Python: in a list, a comma is missing.
void checkJoined(const GuestCheck &check, const GuestValue &item)
{
    if (check.isXl() || item.kind != Kind::String)
        return;
    const QList<XmStringToken> strings = xmStringsIn(check.config().text(), item.span);
    if (strings.size() < 2)
        return;
    const qsizetype end = strings[0].span.end;
    check.add("joined-strings", Severity::Warning, item.span,
              u"No comma stands between these strings, so Python makes one of them: `%1`."_s.arg(
                  shown(item.bytes)),
              Fix{u"Put a comma between"_s, {TextEdit{{end, end}, ","}}});
}

/// libxlutil wants digits behind a backslash and a digit, and forgets them all.
void checkLostEscapes(const GuestCheck &check, const GuestValue &value)
{
    if (!check.isXl() || value.kind != Kind::String)
        return;
    const QByteArrayView written = textOf(check.config().text(), value.span);
    for (qsizetype i = 0; (i = written.indexOf('\\', i)) >= 0; i += 2) {
        if (written[i + 1] < '0' || written[i + 1] > '7')
            continue;
        const qsizetype at = value.span.begin + i;
        check.add("lost-escape", Severity::Warning, {at, at + 2},
                  u"xl takes no octal escapes: it drops this one and the digits behind it."_s);
    }
}

} // namespace

void checkGuestKinds(const GuestCheck &check)
{
    for (const GuestSetting &setting : check.config().settings()) {
        checkLostEscapes(check, setting.value);
        checkNested(check, setting);
        for (const GuestValue &item : setting.value.items) {
            checkLostEscapes(check, item);
            checkJoined(check, item);
        }
        if (!isKnown(setting.key) || check.config().setting(setting.key) != &setting)
            continue;
        if (!check.isXl())
            checkXmType(check, setting);
        const bool isWord =
            !check.isXl() && (setting.value.bytes == "True" || setting.value.bytes == "False");
        if (setting.value.isComputed() && !isWord) {
            check.add(
                "computed", Severity::Hint, setting.span,
                u"%1 is computed when xm runs the file, so nothing here judges or edits it."_s.arg(
                    shown(setting.key)));
        } else {
            checkKind(check, setting);
        }
    }
}

} // namespace colonnade::formats
