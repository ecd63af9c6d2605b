// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "formats/text.h"

#include <QString>

#include <optional>

namespace colonnade::formats {

/// The pieces of a value of xend-relocation-hosts-allow, each a regular expression for Python's
/// re.match(); an empty one matches every host. Spans are of the value. Empty: everybody.
QList<Span> hostPatternSpans(QByteArrayView value);

/// The expression that lets exactly @p host in; nothing where it is no address or name.
std::optional<QByteArray> hostPattern(const QString &host);

/// The one host that @p pattern lets in; nothing where it may let others in, too.
std::optional<QString> hostOfPattern(QByteArrayView pattern);

/// Why Python would not take @p pattern.
std::optional<QString> hostPatternError(QByteArrayView pattern);

/// Whether re.match(@p pattern, @p host) finds anything.
bool hostPatternMatches(QByteArrayView pattern, QByteArrayView host);

/// @p pattern with a backslash before dots that stand for any character, where it looks like an
/// address or a name; the same where there are none.
QByteArray withEscapedDots(QByteArrayView pattern);

} // namespace colonnade::formats
