// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "formats/guestconfigvalue.h"

#include <QString>

#include <optional>

namespace colonnade::formats {

/// A part of a disk's description, by its place in it.
struct GuestDiskPart
{
    QByteArray name; ///< as in GuestDisk::fields
    Span span;       ///< of its value; of a word without a value, such as `discard`, the word
    bool isWord = false;
};

/// What an item of `disk` says, by its places in the item.
struct GuestDiskReading
{
    QList<GuestDiskPart> parts = {};
    bool isKeyed = false;
    QByteArray format = "raw"; ///< as in GuestDisk
    std::optional<QString> refusal = {};
};

/// Reads as xlu_disk_parse() of libxlutil 4.17 does (libxlu_disk_l.l).
GuestDiskReading readXlDisk(QByteArrayView spec);

/// Reads as xm and xend do (Xen 4.4, xm/create.py and xend/server/blkif.py).
GuestDiskReading readXmDisk(QByteArrayView spec);

} // namespace colonnade::formats
