// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "formats/diagnostic.h"
#include "formats/guestconfigvalue.h"

#include <QSet>

namespace colonnade::formats {

/// What a guest file holds.
struct GuestReading
{
    QList<GuestSetting> settings = {};
    /// xm: statements that are no literal assignment, in order of place.
    QList<Span> code = {};
    /// xm: names that code uses, so that it would fail without them.
    QSet<QByteArray> used = {};
};

/// Reads as libxlutil 4.17 does, and fails where it refuses the text. Lists may be 100 deep.
Parsed<GuestReading> readXlGuest(QByteArrayView text);

/// Reads Python 2 as far as it is assignments of literals. Fails where Python certainly would: what
/// is computed is not checked to the end.
Parsed<GuestReading> readXmGuest(QByteArrayView text);

} // namespace colonnade::formats
