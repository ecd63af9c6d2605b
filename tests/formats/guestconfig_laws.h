// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "formats/guestconfig.h"

#include <QStringList>

#include <random>

namespace colonnade::formats {

/// What each key of a file is set to, without its places: for comparing.
QHash<QByteArray, QByteArray> meaningOf(const GuestConfig &config);

/// Tries each act of GuestConfig once, with random arguments, and tells which laws of the documents
/// do not hold: that an act and its inverse are nothing, that what it makes is a document again
/// which says what was asked for and all else as before; that findings have their places and fixes.
QStringList brokenLaws(const QByteArray &text, GuestDialect dialect, std::mt19937 &random);

} // namespace colonnade::formats
