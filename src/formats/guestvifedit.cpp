// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/guestconfigdevices.h"
#include "formats/guestvifspec.h"
#include "formats/shown.h"

#include <algorithm>

namespace colonnade::formats {

namespace {

using namespace Qt::StringLiterals;
using base::ErrorCode;
using base::failure;

/// Takes the part out, with one of the commas beside it.
Span withComma(QByteArrayView spec, Span part)
{
    if (part.end < spec.size())
        return {part.begin, part.end + 1};
    return {part.begin > 0 ? part.begin - 1 : 0, part.end};
}

QByteArrayView lastValue(QByteArrayView spec, const GuestVifReading &reading, QByteArrayView name)
{
    const auto found = std::find_if(reading.parts.crbegin(), reading.parts.crend(),
                                    [name](const GuestVifPart &part) { return part.name == name; });
    return found == reading.parts.crend() ? QByteArrayView() : textOf(spec, found->value);
}

/// Whether @p spec reads as it did, but for the fields that are asked for.
bool reads(QByteArrayView spec, QByteArrayView before, const GuestFields &fields,
           GuestDialect dialect)
{
    const GuestVifReading reading = readVif(spec, dialect);
    const GuestVifReading old = readVif(before, dialect);
    if (reading.refusal && reading.refusal != old.refusal)
        return false;
    const auto isAsked = [&](const GuestVifPart &part) {
        return std::ranges::any_of(fields,
                                   [&](const auto &field) { return field.first == part.name; });
    };
    for (const auto &[name, value] : fields) {
        if (lastValue(spec, reading, name) != value)
            return false;
    }
    const auto others = [&](QByteArrayView text, const GuestVifReading &from) {
        QList<std::pair<QByteArray, QByteArray>> result;
        for (const GuestVifPart &part : from.parts) {
            if (!isAsked(part))
                result.append({part.name, textOf(text, part.value).toByteArray()});
        }
        return result;
    };
    return others(spec, reading) == others(before, old);
}

base::Result<void> checkFields(const GuestFields &fields, GuestDialect dialect)
{
    const QString tool = dialect == GuestDialect::Xl ? u"xl"_s : u"xm"_s;
    for (const auto &[name, value] : fields) {
        if (!isVifName(name, dialect)) {
            return failure(ErrorCode::InvalidInput,
                           u"%1 knows no `%2` of a network card."_s.arg(tool, shown(name)));
        }
        if (name == "mac" && !value.isEmpty() && !isXlMac(value)) {
            return failure(ErrorCode::InvalidInput, u"`%1` is no MAC address."_s.arg(shown(value)),
                           u"Write it as in 00:16:3e:12:34:56."_s);
        }
    }
    return {};
}

} // namespace

base::Result<TextEdits> changedVif(const QByteArray &spec, const GuestFields &fields,
                                   GuestDialect dialect)
{
    if (const auto allowed = checkFields(fields, dialect); !allowed)
        return std::unexpected(allowed.error());
    const GuestVifReading reading = readVif(spec, dialect);
    TextEdits edits;
    QByteArray added;
    for (const auto &[name, value] : fields) {
        bool isWritten = false;
        for (auto part = reading.parts.crbegin(); part != reading.parts.crend(); ++part) {
            if (part->name != name)
                continue;
            if (value.isEmpty())
                edits.append(TextEdit{withComma(spec, part->whole), {}});
            else if (!isWritten && textOf(spec, part->value) != value)
                edits.append(TextEdit{part->value, value});
            isWritten = true;
        }
        if (!isWritten && !value.isEmpty()) {
            const bool isFirst =
                added.isEmpty() && (spec.trimmed().isEmpty() || spec.endsWith(','));
            added += (isFirst ? "" : ",") + name + '=' + value;
        }
    }
    if (!added.isEmpty()) {
        const qsizetype begin = spec.trimmed().isEmpty() ? 0 : spec.size();
        edits.append(TextEdit{{begin, spec.size()}, added});
    }
    edits = inOrder(edits);
    if (areApplicable(edits, spec.size()) && reads(applied(spec, edits), spec, fields, dialect))
        return edits;
    const QString tool = dialect == GuestDialect::Xl ? u"xl"_s : u"xm"_s;
    return failure(ErrorCode::InvalidInput,
                   u"The network card `%1` cannot be changed so: %2 would read it as something "
                   "else."_s.arg(shown(spec), tool),
                   u"Values hold no commas, and no blanks at their ends."_s);
}

} // namespace colonnade::formats
