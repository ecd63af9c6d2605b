// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "documents.h"

namespace colonnade::formats {

/// What breaks a file of OCFS2, or nearly.
const std::vector<QByteArray> &ocfs2Pieces();

/// A file of some stanzas, most of them right, written in various hands.
QByteArray randomOcfs2(std::mt19937 &random);

} // namespace colonnade::formats
