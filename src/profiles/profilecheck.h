// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "profiles/profile.h"

namespace colonnade::profiles {

/// Says what is wrong with @p profile, as InvalidInput: names that could not be shown or matched,
/// hosts and users that could be taken for an option or a second word by ssh. Nothing is looked up.
base::Result<void> check(const Profile &profile);

/// A host name, an IPv4 or an IPv6 address, without brackets.
bool isHost(const QString &host);

/// Says what is wrong with @p note of @p cluster, as InvalidInput.
base::Result<void> check(const QString &cluster, const ClusterNote &note);

} // namespace colonnade::profiles
