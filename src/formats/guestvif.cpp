// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/guestvif.h"

#include "formats/guestvifspec.h"
#include "formats/shown.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <limits>

namespace colonnade::formats {

namespace {

using namespace Qt::StringLiterals;

constexpr std::array<QByteArrayView, 15> XlNames = {
    "type",    "mac",   "bridge", "netdev", "gatewaydev", "ip",  "script",    "backend",
    "vifname", "model", "rate",   "accel",  "devid",      "mtu", "forwarddev"};
constexpr std::array<QByteArrayView, 12> XmNames = {"backend", "bridge", "ip",      "mac",
                                                    "script",  "type",   "vifname", "rate",
                                                    "model",   "accel",  "policy",  "label"};

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// Takes a number of at most 32 bits, and not 0, from the front of @p text, as xl's
/// strtoull(text, &end, 0) does.
std::optional<quint64> takeNumber(QByteArrayView &text)
{
    const auto end = std::find_if_not(text.begin(), text.end(), isDigit);
    QByteArrayView digits = text.first(end - text.begin());
    const int base = digits.startsWith('0') ? 8 : 10;
    if (base == 8) {
        const auto behind =
            std::find_if(digits.begin(), digits.end(), [](char c) { return c > '7'; });
        digits = digits.first(behind - digits.begin());
    }
    bool isNumber = false;
    const quint64 number = digits.toByteArray().toULongLong(&isNumber, base);
    text = text.sliced(digits.size());
    if (!isNumber || number == 0 || number > std::numeric_limits<quint32>::max())
        return {};
    return number;
}

std::optional<quint64> bytesASecond(QByteArrayView text)
{
    const auto unit = std::find_if_not(text.begin(), text.end(), isDigit) - text.begin();
    QByteArrayView suffix = text.sliced(unit);
    if (!suffix.isEmpty() && QByteArrayView("GMK").contains(suffix[0]))
        suffix = suffix.sliced(1);
    if (unit == 0 || (suffix != "b/s" && suffix != "B/s"))
        return {};
    std::optional<quint64> rate = takeNumber(text);
    if (!rate)
        return {};
    const char scale = text[0];
    *rate *= scale == 'G' ? 1'000'000'000 : scale == 'M' ? 1'000'000 : scale == 'K' ? 1'000 : 1;
    return suffix == "b/s" ? *rate / 8 : *rate;
}

std::optional<quint64> microseconds(QByteArrayView text)
{
    const auto digits = std::find_if_not(text.begin(), text.end(), isDigit);
    const QByteArrayView unit(digits, text.end());
    constexpr std::array<QByteArrayView, 6> units = {"", "s", "m", "ms", "u", "us"};
    if (digits == text.begin() || std::ranges::find(units, unit) == units.end())
        return {};
    std::optional<quint64> time = takeNumber(text);
    if (!time)
        return {};
    *time *= text.isEmpty() || text[0] == 's' ? 1'000'000 : text[0] == 'm' ? 1'000 : 1;
    return *time > std::numeric_limits<quint32>::max() ? std::nullopt : time;
}

/// xlu_vif_parse_rate(): "10Mb/s", "250KB/s@20ms".
bool isXlRate(QByteArrayView rate)
{
    const qsizetype at = rate.indexOf('@');
    const std::optional<quint64> bytes = bytesASecond(rate.first(at < 0 ? rate.size() : at));
    if (!bytes)
        return false;
    const std::optional<quint64> interval = at < 0 ? 50'000 : microseconds(rate.sliced(at + 1));
    return interval && *bytes <= std::numeric_limits<quint64>::max() / *interval;
}

bool isXlCount(QByteArrayView number)
{
    return !number.isEmpty() && std::ranges::all_of(number, isDigit);
}

void judgeXlPart(const GuestVifPart &part, QByteArrayView value, GuestVifReading &reading)
{
    if (reading.refusal)
        return;
    if (part.name == "rate" && !isXlRate(value))
        reading.refusal =
            u"xl takes no rate `%1`; it is written as in 10Mb/s or 250KB/s@20ms"_s.arg(
                shown(value));
    else if ((part.name == "devid" || part.name == "mtu") && !isXlCount(value))
        reading.refusal =
            u"xl wants a number for %1, not `%2`"_s.arg(QLatin1StringView(part.name), shown(value));
}

void judgeXmPart(const GuestVifPart &part, QByteArrayView spec, GuestVifReading &reading)
{
    if (reading.refusal)
        return;
    if (part.isWord)
        reading.refusal = u"xm wants a name, `=` and a value between commas, not `%1`"_s.arg(
            shown(textOf(spec, part.whole)));
    else if (!isVifName(part.name, GuestDialect::Xm))
        reading.refusal = u"xm knows no `%1` of a network card"_s.arg(shown(part.name));
}

Span trimmed(QByteArrayView spec, Span span)
{
    const QByteArrayView text = textOf(spec, span);
    const QByteArrayView inner = text.trimmed();
    if (inner.isEmpty())
        return {span.end, span.end};
    const qsizetype begin = span.begin + (inner.begin() - text.begin());
    return {begin, begin + inner.size()};
}

} // namespace

bool isVifName(QByteArrayView name, GuestDialect dialect)
{
    if (dialect == GuestDialect::Xm)
        return std::ranges::find(XmNames, name) != XmNames.end();
    return std::ranges::find(XlNames, name) != XlNames.end() || name.startsWith("colo_");
}

bool isXlMac(QByteArrayView mac)
{
    const QByteArray text = mac.toByteArray();
    const char *at = text.constData();
    for (int i = 0; i < 6; ++i) {
        char *end = nullptr;
        if (strtoul(at, &end, 16) > 255 || end == at || (*end == '\0' && i < 5))
            return false;
        at = end + 1;
    }
    return at == text.constData() + text.size() + 1;
}

GuestVifReading readVif(QByteArrayView spec, GuestDialect dialect)
{
    GuestVifReading reading;
    const bool isXm = dialect == GuestDialect::Xm;
    if (spec.trimmed().isEmpty())
        return reading; // a card with all defaults, though xl grumbles at blanks
    for (qsizetype begin = 0; begin <= spec.size();) {
        const qsizetype comma = spec.indexOf(',', begin);
        const qsizetype end = comma < 0 ? spec.size() : comma;
        GuestVifPart part{{}, {}, {begin, end}};
        Span text = part.whole;
        begin = end + 1;
        if (text.isEmpty() && !isXm)
            continue; // strtok() passes over it
        if (isXm)
            text = trimmed(spec, text);
        while (text.begin < text.end && spec[text.begin] == ' ')
            ++text.begin;
        const qsizetype sign = textOf(spec, text).indexOf('=');
        part.isWord = sign < 0;
        Span name{text.begin, sign < 0 ? text.end : text.begin + sign};
        part.value = {sign < 0 ? text.end : name.end + 1, text.end};
        if (isXm) {
            name = trimmed(spec, name);
            part.value = trimmed(spec, part.value);
        }
        part.name = textOf(spec, name).toByteArray();
        if (isXm)
            judgeXmPart(part, spec, reading);
        else
            judgeXlPart(part, textOf(spec, part.value), reading);
        reading.parts.append(part);
    }
    return reading;
}

const GuestField *GuestVif::field(QByteArrayView name) const
{
    const auto found = std::find_if(fields.crbegin(), fields.crend(),
                                    [name](const GuestField &field) { return field.name == name; });
    return found == fields.crend() ? nullptr : &*found;
}

QByteArray GuestVif::value(QByteArrayView name) const
{
    const GuestField *found = field(name);
    return found ? found->value : QByteArray();
}

} // namespace colonnade::formats
