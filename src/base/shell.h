// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

namespace colonnade::base {

/// Quotes @p word so that any POSIX shell reads it back as exactly one word with exactly these bytes.
/// All that goes to a remote shell and came from a person, a file or another node passes this function.
/// Words of plain characters stay as they are, to keep logs readable. A NUL byte cannot be passed to a
/// program at all: it ends the word, as it would end the argument.
[[nodiscard]] QByteArray shellQuoted(QByteArrayView word);

/// The words of @p argv, each quoted, with blanks between.
[[nodiscard]] QByteArray shellCommand(const QList<QByteArray> &argv);

} // namespace colonnade::base
