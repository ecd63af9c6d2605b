// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/guestconfig.h"

#include "formats/guestconfigliteral.h"
#include "formats/guestconfigreader.h"
#include "formats/guestconfigrules.h"
#include "formats/guestdiskspec.h"
#include "formats/guestvifspec.h"

#include <algorithm>
#include <charconv>

namespace colonnade::formats {

namespace {

using namespace Qt::StringLiterals;
using Kind = GuestValue::Kind;

std::optional<qint64> wholeNumber(QByteArrayView digits, int base)
{
    qint64 number = 0;
    const auto [end, error] = std::from_chars(digits.begin(), digits.end(), number, base);
    if (digits.startsWith('-') || error != std::errc() || end != digits.end())
        return {};
    return number;
}

/// C's strtol(text, &end, 0), which must read all of it.
std::optional<qint64> xlNumber(QByteArrayView text)
{
    const auto begin = std::find_if_not(
        text.begin(), text.end(), [](char c) { return c == ' ' || (c >= '\t' && c <= '\r'); });
    QByteArrayView digits(begin, text.end());
    const bool isNegative = digits.startsWith('-');
    if (isNegative || digits.startsWith('+'))
        digits = digits.sliced(1);
    int base = 10;
    if (digits.size() > 2 && digits[0] == '0' && (digits[1] == 'x' || digits[1] == 'X')) {
        digits = digits.sliced(2);
        base = 16;
    } else if (digits.startsWith('0')) {
        base = 8;
    }
    const std::optional<qint64> number = wholeNumber(digits, base);
    return number && isNegative ? -*number : number;
}

/// A number as Python 2 writes it, or a string as its int() reads it.
std::optional<qint64> xmNumber(const GuestValue &value)
{
    QByteArrayView digits = QByteArrayView(value.bytes).trimmed();
    const bool isNegative = digits.startsWith('-');
    if (isNegative || (value.kind == Kind::String && digits.startsWith('+')))
        digits = digits.sliced(1);
    int base = 10;
    if (value.kind == Kind::Number) {
        digits = digits.trimmed();
        if (digits.endsWith('l') || digits.endsWith('L'))
            digits.chop(1);
        const char letter = digits.size() > 1 && digits[0] == '0' ? char(digits[1] | 0x20) : '\0';
        base = letter == 'x' ? 16 : letter == 'b' ? 2 : letter ? 8 : 10;
        if (letter == 'x' || letter == 'b' || letter == 'o')
            digits = digits.sliced(2);
    }
    const std::optional<qint64> number = wholeNumber(digits, base);
    return number && isNegative ? -*number : number;
}

/// How many of its statements the file's tool refuses when it makes the guest.
qsizetype refusals(const GuestConfig &config)
{
    const auto refused = [](const auto &device) { return device.refusal.has_value(); };
    const QList<GuestDisk> disks = config.disks();
    const QList<GuestVif> vifs = config.vifs();
    const std::optional<QByteArray> builder =
        config.dialect() == GuestDialect::Xl ? config.string("builder") : std::nullopt;
    return std::ranges::count_if(disks, refused) + std::ranges::count_if(vifs, refused)
           + (builder && !isXlBuilder(*builder) ? 1 : 0);
}

/// Where a device's parts stand in the file: in a string through its escapes.
class ItemPlaces
{
public:
    ItemPlaces(QByteArrayView text, const GuestValue &item, GuestDialect dialect) : m_item(item)
    {
        if (item.kind == Kind::String)
            m_literal = readGuestLiteral(text, item.span, dialect);
    }

    Span of(Span part) const
    {
        if (m_item.kind == Kind::String)
            return m_literal.written(part.begin, part.end);
        return {m_item.span.begin + part.begin, m_item.span.begin + part.end};
    }

private:
    const GuestValue &m_item;
    GuestLiteral m_literal;
};

template<typename Device>
Device deviceOf(const GuestValue &item)
{
    Device device;
    device.span = item.span;
    device.spec = item.bytes;
    device.isComputed = item.isComputed();
    return device;
}

bool hasCodingLine(QByteArrayView text)
{
    for (int line = 0; line < 2 && !text.isEmpty(); ++line) {
        const Span span = lineAt(text, 0);
        const QByteArrayView first = textOf(text, span).trimmed();
        if (first.startsWith('#') && (first.contains("coding:") || first.contains("coding=")))
            return true;
        text = text.sliced(span.end);
    }
    return false;
}

} // namespace

QByteArray codingLine(const QByteArray &text)
{
    const bool isUtf8 = QString::fromUtf8(text).toUtf8() == text;
    return "# -*- coding: " + QByteArray(isUtf8 ? "utf-8" : "iso-8859-1") + " -*-"
           + lineEndOf(text);
}

std::optional<qint64> guestNumber(const GuestValue &value, GuestDialect dialect)
{
    return dialect == GuestDialect::Xl ? xlNumber(value.bytes) : xmNumber(value);
}

bool isRefusedForBytes(QByteArrayView text)
{
    return !text.startsWith("\xef\xbb\xbf") && !hasCodingLine(text)
           && std::ranges::any_of(text, [](char c) { return uchar(c) > 0x7f; });
}

bool isXlBuilder(QByteArrayView builder)
{
    return QByteArrayView("hvm").startsWith(builder)
           || QByteArrayView("generic").startsWith(builder);
}

Parsed<GuestConfig> GuestConfig::parse(QByteArray text, GuestDialect dialect)
{
    Parsed<GuestReading> reading =
        dialect == GuestDialect::Xl ? readXlGuest(text) : readXmGuest(text);
    if (!reading)
        return std::unexpected(reading.error());
    GuestConfig config;
    config.m_text = std::move(text);
    config.m_dialect = dialect;
    config.m_settings = std::move(reading->settings);
    config.m_code = std::move(reading->code);
    config.m_used = std::move(reading->used);
    for (qsizetype i = 0; i < config.m_settings.size(); ++i)
        config.m_last.insert(config.m_settings[i].key, i);
    return config;
}

GuestDialect GuestConfig::likelyDialect(const QByteArray &text)
{
    const std::optional<Fix> fix = repair(text, GuestDialect::Xl);
    const QByteArray mended = fix ? applied(text, fix->edits) : text;
    const Parsed<GuestConfig> xl = parse(mended, GuestDialect::Xl);
    const Parsed<GuestConfig> xm = parse(mended, GuestDialect::Xm);
    if (xl && xm) {
        const bool isForXm = !isRefusedForBytes(text) && refusals(*xm) < refusals(*xl);
        return isForXm ? GuestDialect::Xm : GuestDialect::Xl;
    }
    if (xl || xm)
        return xl ? GuestDialect::Xl : GuestDialect::Xm;
    for (const char *python : {"\nimport ", "\nfrom ", "\nif ", "\ndef ", "\nelse:"}) {
        if (text.contains(python) || text.startsWith(python + 1))
            return GuestDialect::Xm;
    }
    return GuestDialect::Xl;
}

std::optional<Fix> GuestConfig::repair(const QByteArray &text, GuestDialect dialect)
{
    if (parse(text, dialect))
        return {};
    TextEdits edits;
    if (text.startsWith("\xef\xbb\xbf"))
        edits.append(TextEdit{{0, 3}, {}});
    if (dialect == GuestDialect::Xl) {
        for (qsizetype i = 0; (i = text.indexOf("\r\n", i)) >= 0; ++i)
            edits.append(TextEdit{{i, i + 1}, {}});
    }
    if (!text.endsWith('\n'))
        edits.append({{text.size(), text.size()}, "\n"});
    if (!parse(applied(text, edits), dialect))
        return {};
    return Fix{u"Remove what %1 stumbles over: a byte order mark, carriage returns, a missing line "
               "end"_s.arg(dialect == GuestDialect::Xl ? "xl"_L1 : "xm"_L1),
               edits};
}

const GuestSetting *GuestConfig::setting(QByteArrayView key) const
{
    const auto found = m_last.constFind(key.toByteArray());
    return found == m_last.cend() ? nullptr : &m_settings[*found];
}

/// The statements that make up the value of @p key: the last one that sets it, and those that
/// append to it.
QList<const GuestSetting *> GuestConfig::chain(QByteArrayView key) const
{
    QList<const GuestSetting *> chain;
    const auto last = m_last.constFind(key.toByteArray());
    for (qsizetype i = last == m_last.cend() ? -1 : *last; i >= 0; --i) {
        if (m_settings[i].key != key)
            continue;
        chain.prepend(&m_settings[i]);
        if (!m_settings[i].appends)
            break;
    }
    return chain;
}

std::optional<GuestValue> GuestConfig::value(QByteArrayView key) const
{
    const QList<const GuestSetting *> settings = chain(key);
    if (settings.isEmpty())
        return {};
    GuestValue value = settings.last()->value;
    if (settings.size() == 1)
        return value;
    value.bytes.clear();
    value.items.clear();
    for (const GuestSetting *setting : settings) {
        value.bytes += setting->value.bytes;
        value.items += setting->value.items;
    }
    if (value.kind == Kind::Number)
        value.kind = Kind::String;
    return value;
}

std::optional<QByteArray> GuestConfig::string(QByteArrayView key) const
{
    const std::optional<GuestValue> found = value(key);
    if (!found || (found->kind != Kind::String && found->kind != Kind::Number))
        return {};
    return found->bytes;
}

std::optional<qint64> GuestConfig::number(QByteArrayView key) const
{
    const GuestSetting *found = setting(key);
    if (!found || found->appends
        || (found->value.kind != Kind::String && found->value.kind != Kind::Number))
        return {};
    return guestNumber(found->value, m_dialect);
}

std::optional<QList<QByteArray>> GuestConfig::list(QByteArrayView key) const
{
    const std::optional<GuestValue> found = value(key);
    if (!found || found->kind != Kind::List)
        return {};
    QList<QByteArray> result;
    for (const GuestValue &item : found->items) {
        if (item.kind != Kind::String && item.kind != Kind::Number)
            return {};
        result.append(item.bytes);
    }
    return result;
}

/// The items of a list. xl stops at the first that is a list itself.
QList<const GuestValue *> GuestConfig::items(QByteArrayView key) const
{
    QList<const GuestValue *> result;
    for (const GuestSetting *setting : chain(key)) {
        if (setting->value.kind != Kind::List)
            return {};
        for (const GuestValue &item : setting->value.items) {
            if (m_dialect == GuestDialect::Xl && item.kind == Kind::List)
                return result;
            result.append(&item);
        }
    }
    return result;
}

QList<GuestDisk> GuestConfig::disks() const
{
    QList<GuestDisk> disks;
    for (const GuestValue *item : items("disk")) {
        GuestDisk disk = deviceOf<GuestDisk>(*item);
        const bool isText = item->kind == Kind::String
                            || (item->kind == Kind::Number && m_dialect == GuestDialect::Xl);
        if (isText) {
            const GuestDiskReading reading =
                m_dialect == GuestDialect::Xl ? readXlDisk(item->bytes) : readXmDisk(item->bytes);
            const ItemPlaces places(m_text, *item, m_dialect);
            for (const GuestDiskPart &part : reading.parts) {
                const QByteArrayView value =
                    part.isWord ? QByteArrayView() : textOf(item->bytes, part.span);
                disk.fields.append({part.name, value.toByteArray(), places.of(part.span)});
            }
            disk.isKeyed = reading.isKeyed;
            disk.format = reading.format;
            disk.refusal = reading.refusal;
        } else if (!disk.isComputed) {
            disk.refusal = u"a disk must be a string in quotes"_s;
        }
        disks.append(disk);
    }
    return disks;
}

QList<GuestVif> GuestConfig::vifs() const
{
    QList<GuestVif> vifs;
    for (const GuestValue *item : items("vif")) {
        GuestVif vif = deviceOf<GuestVif>(*item);
        const bool isText = item->kind == Kind::String
                            || (item->kind == Kind::Number && m_dialect == GuestDialect::Xl);
        if (isText) {
            const GuestVifReading reading = readVif(item->bytes, m_dialect);
            const ItemPlaces places(m_text, *item, m_dialect);
            for (const GuestVifPart &part : reading.parts) {
                vif.fields.append({part.name, textOf(item->bytes, part.value).toByteArray(),
                                   places.of(part.isWord ? part.whole : part.value)});
            }
            vif.refusal = reading.refusal;
        } else if (!vif.isComputed) {
            vif.refusal = u"a network card must be a string in quotes"_s;
        }
        vifs.append(vif);
    }
    return vifs;
}

} // namespace colonnade::formats
