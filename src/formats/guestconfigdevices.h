// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "formats/guestconfigvalue.h"
#include "formats/guestdisk.h"

#include <utility>

namespace colonnade::formats {

/// Names and the values that they are to have.
using GuestFields = QList<std::pair<QByteArray, QByteArray>>;

/// The act, in places of @p spec, that gives fields of a disk other values; see
/// GuestConfig::changeDisk().
base::Result<TextEdits> changedDisk(const QByteArray &spec, const GuestFields &fields,
                                    GuestDialect dialect);

/// @p disk as an item of `disk`, where possible as both dialects understand it.
base::Result<QByteArray> diskSpelling(const GuestDiskSpec &disk, GuestDialect dialect);

/// The act, in places of @p spec, that gives fields of a network card other values; see
/// GuestConfig::changeVif().
base::Result<TextEdits> changedVif(const QByteArray &spec, const GuestFields &fields,
                                   GuestDialect dialect);

} // namespace colonnade::formats
