// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace colonnade::formats {

/// The change from @p before to @p after in the unified format of GNU diffutils ("Detailed
/// Description of Unified Format" of its manual), with three lines of context, as patch(1) takes
/// it. Empty where the texts are equal. The names are those of the `---` and `+++` lines, quoted as
/// GNU diff does where they hold blanks or bytes that are not printable ASCII; no times are given.
///
/// Lines are bytes up to LF: a CR is part of its line. Few changes cost linear time, however large
/// the texts are; of texts that have little in common, what is not compared within a bounded number
/// of steps is shown as replaced as a whole, which is right, but longer than need be.
[[nodiscard]] QByteArray unifiedDiff(QByteArrayView before, QByteArrayView after,
                                     QByteArrayView beforeName, QByteArrayView afterName);

} // namespace colonnade::formats
