// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "documents.h"

#include "formats/guestconfigvalue.h"

namespace colonnade::formats {

/// What guest files are made of, for garbled().
const std::vector<QByteArray> &guestPieces();

/// Fixtures, and the corpus where it is there.
QList<Sample> guestSamples();

/// A guest file as people write them, right for xl or for xm.
QByteArray randomGuest(std::mt19937 &random, GuestDialect dialect);

/// A disk's description, often a wrong one.
QByteArray randomDisk(std::mt19937 &random);

/// A network card's description, often a wrong one.
QByteArray randomVif(std::mt19937 &random);

} // namespace colonnade::formats
