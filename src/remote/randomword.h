// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace colonnade::remote {

/// 32 hexadecimal digits from the system's random numbers: a word that nobody on the node can know
/// before it is sent there.
QByteArray randomWord();

} // namespace colonnade::remote
