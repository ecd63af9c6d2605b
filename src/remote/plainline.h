// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace colonnade::remote {

/// What a server or an agent wrote, fit for a sentence of ours: one line of printable characters
/// without directions of writing, at most @p limit of them and then an ellipsis.
QString plainLine(const QString &foreign, qsizetype limit = 300);

/// The same for bytes, which are taken for UTF-8.
QString plainLine(QByteArrayView foreign, qsizetype limit = 300);

} // namespace colonnade::remote
