// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QString>

namespace colonnade::formats {

/// @p bytes of a file as a sentence quotes them: on one line, cut short with … where they are long,
/// with control characters and what is not UTF-8 made visible.
[[nodiscard]] QString shown(QByteArrayView bytes);

} // namespace colonnade::formats
