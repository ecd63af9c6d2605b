// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "toolstack/domain.h"

#include <QByteArrayView>

namespace colonnade::toolstack {

/// The `(domain ...)` forms of @p text, as xend prints them and xl of 4.1 to 4.4 with
/// output_format="sxp". No form at all is an empty list.
base::Result<QList<DomainConfig>> readDomainForms(QByteArrayView text);

} // namespace colonnade::toolstack
