// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "formats/clusterconfcheck.h"

namespace colonnade::formats {

/// Reports an attribute of @p element whose text the daemons would read as something else than it
/// says. It has to be there.
void checkValue(ClusterConfCheck &check, const XmlElement &element, const ClusterAttribute &schema);

} // namespace colonnade::formats
