// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "formats/guestconfigvalue.h"

namespace colonnade::formats {

/// Whether @p key can be a key of a file of @p dialect.
bool isGuestKey(QByteArrayView key, GuestDialect dialect);

/// Whether Python keeps @p word for itself.
bool isPythonWord(QByteArrayView word);

/// Whether Python from 2.5 on refuses @p text, because it holds bytes that are not ASCII and does
/// not say in its first two lines what they mean (PEP 263).
bool isRefusedForBytes(QByteArrayView text);

/// The line that says it.
QByteArray codingLine(const QByteArray &text);

/// The number that a String or Number is to the tool of @p dialect.
std::optional<qint64> guestNumber(const GuestValue &value, GuestDialect dialect);

/// Whether xl takes @p builder: it looks only at as many letters as there are.
bool isXlBuilder(QByteArrayView builder);

} // namespace colonnade::formats
