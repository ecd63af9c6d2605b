// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "documents.h"

namespace colonnade::formats {

/// The names that generated files set.
const std::vector<QByteArray> &defaultsKeys();

/// What breaks a file of a shell, or nearly.
const std::vector<QByteArray> &defaultsPieces();

/// Lines that set literals, in all quotes that POSIX knows; @p isForBash: and in bash's.
QByteArray randomLiteralDefaults(std::mt19937 &random, bool isForBash);

/// Lines of all kinds: computed values, conditions, functions.
QByteArray randomDefaults(std::mt19937 &random);

/// Any bytes but NUL, those that mean something to a shell more often.
QByteArray randomValue(std::mt19937 &random);

} // namespace colonnade::formats
