// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace colonnade::cluster {

/// 32 random hexadecimal digits after a letter. No file or command of a node can know them
/// beforehand, so its text is never taken for a mark of ours.
QByteArray freshNonce();

} // namespace colonnade::cluster
