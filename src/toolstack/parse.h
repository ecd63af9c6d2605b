// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "toolstack/domain.h"

#include <QByteArrayView>

namespace colonnade::toolstack {

/// Reads `xl list` or `xm list`. Rows are read from the right, as names may hold blanks and exceed
/// 40 characters, and xm leaves the ID blank. Lines that are not rows (warnings) are passed over;
/// an answer without the header line is an error.
base::Result<QList<DomainRow>> parseList(QByteArrayView output, Kind kind);

/// Reads `xl list -l`: JSON of 4.2 to 4.17, or SXP where xl.conf says output_format="sxp".
base::Result<QList<DomainConfig>> parseXlListLong(QByteArrayView output);

/// Reads `xm list -l`: one SXP per domain.
base::Result<QList<DomainConfig>> parseXmListLong(QByteArrayView output);

/// Reads `xl info` or `xm info`.
base::Result<HostInfo> parseInfo(QByteArrayView output);

} // namespace colonnade::toolstack
