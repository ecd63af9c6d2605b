// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/guestdisk.h"

#include <algorithm>

namespace colonnade::formats {

const GuestField *GuestDisk::field(QByteArrayView name) const
{
    const auto found = std::find_if(fields.crbegin(), fields.crend(),
                                    [name](const GuestField &field) { return field.name == name; });
    return found == fields.crend() ? nullptr : &*found;
}

QByteArray GuestDisk::value(QByteArrayView name) const
{
    const GuestField *found = field(name);
    return found ? found->value : QByteArray();
}

bool GuestDisk::isCdrom() const
{
    bool result = false;
    for (const GuestField &field : fields) {
        if (field.name == "cdrom" || field.name == "devtype")
            result = field.name == "cdrom" || field.value == "cdrom";
    }
    return result;
}

bool GuestDisk::isWritable() const
{
    const QByteArray told = access();
    return !isComputed && !isCdrom() && told != "r" && told != "ro";
}

bool GuestDisk::isForDriverOfQemu() const
{
    const QByteArray told = target();
    const qsizetype colon = told.indexOf(':');
    return value("backendtype") == "qdisk" && colon > 0
           && std::all_of(told.begin(), told.begin() + colon,
                          [](char c) { return (c >= 'a' && c <= 'z') || c == '+'; });
}

QByteArray GuestDisk::path() const
{
    const QByteArray told = target();
    const bool isWhole = told.isEmpty() || told.startsWith('/') || isForDriverOfQemu();
    return isWhole ? told : "/dev/" + told;
}

} // namespace colonnade::formats
