// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/guestconfigdevices.h"

#include "formats/guestconfig.h"
#include "formats/guestconfiglist.h"
#include "formats/guestconfigliteral.h"
#include "formats/shown.h"

#include <algorithm>

namespace colonnade::formats {

namespace {

using namespace Qt::StringLiterals;
using base::ErrorCode;
using base::failure;
using Kind = GuestValue::Kind;

} // namespace

/// Fails where the list of @p key is not one, or is computed.
base::Result<void> GuestConfig::checkList(QByteArrayView key) const
{
    if (const auto allowed = checkKey(key); !allowed)
        return allowed;
    const GuestSetting *last = setting(key);
    if (last && last->value.kind != Kind::List) {
        return failure(ErrorCode::Refused, u"%1 is no list."_s.arg(shown(key)),
                       u"Write it with brackets: %1 = [ ... ]"_s.arg(shown(key)));
    }
    for (const GuestSetting *part : chain(key)) {
        for (const GuestValue &item : part->value.items) {
            if (m_dialect == GuestDialect::Xl && item.kind == Kind::List) {
                return failure(ErrorCode::Refused,
                               u"%1 holds a list, and xl reads no farther."_s.arg(shown(key)),
                               u"Put that right in the text first."_s);
            }
        }
    }
    return {};
}

/// The list that holds the item @p index of @p key, and which of that list it is.
std::pair<const GuestValue *, qsizetype> GuestConfig::listOf(QByteArrayView key,
                                                             qsizetype index) const
{
    for (const GuestSetting *setting : chain(key)) {
        if (index < setting->value.items.size())
            return {&setting->value, index};
        index -= setting->value.items.size();
    }
    return {};
}

base::Result<TextEdits> GuestConfig::addItem(QByteArrayView key, QByteArrayView spec) const
{
    const QList<const GuestSetting *> settings = chain(key);
    if (settings.isEmpty())
        return appended(key, QByteArray("[ " + guestLiteral(spec, usualQuote(), m_dialect) + " ]"));
    const GuestValue &list = settings.last()->value;
    const char quote = list.items.isEmpty() ? usualQuote() : quoteOf(list.items.last());
    return GuestList(m_text, list, m_dialect)
        .inserted(list.items.size() - 1, {guestLiteral(spec, quote, m_dialect)});
}

/// Makes edits of what the item @p item says edits of how it is written.
TextEdits GuestConfig::changedItem(const GuestValue &item, const TextEdits &edits) const
{
    const bool isUnicode = (m_text[item.span.begin] | 0x20) == 'u';
    const QByteArray after = applied(item.bytes, edits);
    if (item.kind == Kind::String && !isUnicode) {
        const GuestLiteral literal = readGuestLiteral(m_text, item.span, m_dialect);
        TextEdits written;
        for (const TextEdit &edit : edits) {
            if (const auto one = literal.replaced(edit.span.begin, edit.span.end, edit.replacement))
                written.append(*one);
        }
        if (written.size() == edits.size() && areApplicable(written, m_text.size()))
            return written;
    }
    return {TextEdit{item.span, guestLiteral(after, quoteOf(item), m_dialect)}};
}

/// Which disk @p vdev names.
base::Result<qsizetype> GuestConfig::diskIndex(QByteArrayView vdev) const
{
    if (const auto allowed = checkList("disk"); !allowed)
        return std::unexpected(allowed.error());
    const QList<GuestDisk> all = disks();
    const auto isIt = [vdev](const GuestDisk &disk) { return disk.vdev() == vdev; };
    const auto found = std::ranges::find_if(all, isIt);
    if (found == all.end() || vdev.isEmpty()) {
        QStringList names;
        for (const GuestDisk &disk : all)
            names.append(disk.isComputed ? u"one that is computed"_s : shown(disk.vdev()));
        return failure(ErrorCode::NotFound, u"The guest has no disk %1."_s.arg(shown(vdev)),
                       names.isEmpty() ? u"It has no disks."_s
                                       : u"It has: %1."_s.arg(names.join(u", ")));
    }
    if (std::count_if(all.begin(), all.end(), isIt) > 1) {
        return failure(ErrorCode::Refused,
                       u"The guest has more than one disk %1."_s.arg(shown(vdev)),
                       u"Give them different names in the text first."_s);
    }
    return found - all.begin();
}

base::Result<TextEdits> GuestConfig::addDisk(const GuestDiskSpec &disk) const
{
    if (const auto allowed = checkList("disk"); !allowed)
        return std::unexpected(allowed.error());
    const QList<GuestDisk> all = disks();
    if (std::ranges::any_of(all,
                            [&](const GuestDisk &other) { return other.vdev() == disk.vdev; })) {
        return failure(ErrorCode::InvalidInput,
                       u"The guest has a disk %1 already."_s.arg(shown(disk.vdev)));
    }
    const base::Result<QByteArray> spec = diskSpelling(disk, m_dialect);
    if (!spec)
        return std::unexpected(spec.error());
    if (spec->contains('\0'))
        return failure(ErrorCode::InvalidInput, u"A disk's path holds no NUL byte."_s);
    return addItem("disk", *spec);
}

base::Result<TextEdits> GuestConfig::removeDisk(QByteArrayView vdev) const
{
    const base::Result<qsizetype> found = diskIndex(vdev);
    if (!found)
        return std::unexpected(found.error());
    const auto [list, index] = listOf("disk", *found);
    return GuestList(m_text, *list, m_dialect).removed(index, index + 1);
}

base::Result<TextEdits>
GuestConfig::changeDisk(QByteArrayView vdev,
                        const QList<std::pair<QByteArray, QByteArray>> &fields) const
{
    const base::Result<qsizetype> found = diskIndex(vdev);
    if (!found)
        return std::unexpected(found.error());
    const QList<GuestDisk> all = disks();
    for (const auto &[name, value] : fields) {
        const auto hasIt = [&](const GuestDisk &disk) { return disk.vdev() == value; };
        if (name == "vdev" && value != vdev && std::ranges::any_of(all, hasIt)) {
            return failure(ErrorCode::InvalidInput,
                           u"The guest has a disk %1 already."_s.arg(shown(value)));
        }
        if (value.contains('\0'))
            return failure(ErrorCode::InvalidInput, u"A disk's description holds no NUL byte."_s);
    }
    const auto [list, index] = listOf("disk", *found);
    const GuestValue &item = list->items[index];
    const base::Result<TextEdits> edits = changedDisk(item.bytes, fields, m_dialect);
    if (!edits)
        return std::unexpected(edits.error());
    return changedItem(item, *edits);
}

/// Fails where there is no card @p index, or it is computed.
base::Result<void> GuestConfig::checkVif(qsizetype index) const
{
    if (const auto allowed = checkList("vif"); !allowed)
        return allowed;
    const QList<GuestVif> all = vifs();
    if (index < 0 || index >= all.size()) {
        return failure(ErrorCode::NotFound, u"The guest has no network card %1."_s.arg(index),
                       u"It has %1, counted from 0."_s.arg(all.size()));
    }
    return {};
}

base::Result<TextEdits>
GuestConfig::addVif(const QList<std::pair<QByteArray, QByteArray>> &fields) const
{
    if (const auto allowed = checkList("vif"); !allowed)
        return std::unexpected(allowed.error());
    const base::Result<TextEdits> spec = changedVif({}, fields, m_dialect);
    if (!spec)
        return std::unexpected(spec.error());
    return addItem("vif", applied({}, *spec));
}

base::Result<TextEdits> GuestConfig::removeVif(qsizetype number) const
{
    if (const auto allowed = checkVif(number); !allowed)
        return std::unexpected(allowed.error());
    const auto [list, index] = listOf("vif", number);
    return GuestList(m_text, *list, m_dialect).removed(index, index + 1);
}

base::Result<TextEdits>
GuestConfig::changeVif(qsizetype number,
                       const QList<std::pair<QByteArray, QByteArray>> &fields) const
{
    if (const auto allowed = checkVif(number); !allowed)
        return std::unexpected(allowed.error());
    const auto [list, index] = listOf("vif", number);
    const GuestValue &item = list->items[index];
    if (item.isComputed()) {
        return failure(ErrorCode::Refused,
                       u"The network card %1 is computed, so it is not edited here."_s.arg(number),
                       u"Edit the code in the text."_s);
    }
    const base::Result<TextEdits> edits = changedVif(item.bytes, fields, m_dialect);
    if (!edits)
        return std::unexpected(edits.error());
    return changedItem(item, *edits);
}

} // namespace colonnade::formats
