// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "formats/xendconfig.h"

#include <random>

namespace colonnade::formats {

/// Tries each act of XendConfig once, with random arguments, and tells which laws of the documents
/// do not hold.
QStringList brokenXendLaws(const QByteArray &text, std::mt19937 &random);

} // namespace colonnade::formats
