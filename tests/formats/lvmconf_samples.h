// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "documents.h"

namespace colonnade::formats {

/// What breaks a file of LVM, or nearly.
const std::vector<QByteArray> &lvmPieces();

/// A file of some sections, most of them right, written in various hands.
QByteArray randomLvm(std::mt19937 &random);

/// A path of those that randomLvm() takes, or nearly.
QByteArray randomLvmPath(std::mt19937 &random);

/// A literal, which may be of any type, and now and then is none.
QByteArray randomLvmLiteral(std::mt19937 &random);

} // namespace colonnade::formats
