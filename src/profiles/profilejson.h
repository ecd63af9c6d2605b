// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "profiles/profile.h"

#include <QJsonObject>

namespace colonnade::profiles {

/// ParseFailed names the member that is missing or of the wrong type.
base::Result<Profile> fromJson(const QJsonObject &json);

/// @p json with the members that @p profile has; others stay. What has its default value is left
/// out.
QJsonObject mergedIntoJson(QJsonObject json, const Profile &profile);

} // namespace colonnade::profiles
