// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "profiles/profile.h"

#include <QMap>

namespace colonnade::profiles {

/// All that a store holds.
struct Content
{
    QList<Profile> profiles;
    QMap<QString, ClusterNote> clusters; ///< by the cluster's name; "default" for the one without

    friend bool operator==(const Content &, const Content &) = default;
};

} // namespace colonnade::profiles
