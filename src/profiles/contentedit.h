// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "profiles/content.h"

namespace colonnade::profiles {

constexpr qsizetype ProfilesLimit = 4096; ///< more are no store of ours

/// Makes what a person changed in @p before to @p after fit to be stored: profiles that are new get
/// an id and the others theirs back; who jumps through a profile that was renamed jumps through its
/// new name. Errors, with nothing to be stored then: a field that is not usable or a name that is
/// there twice (InvalidInput), a profile removed that others jump through (Refused), a jump host
/// that is missing or a circle of them that @p before does not have (InvalidInput).
base::Result<void> settle(const Content &before, Content &after);

/// What is wrong with the jump hosts that are profiles, a sentence each: one that is not there,
/// circles.
QStringList jumpProblems(const QList<Profile> &profiles);

/// Gives an id to each profile that has none or that of one before it; the same one each time, as
/// long as the profile keeps its name.
void completeIds(QList<Profile> &profiles);

/// The name of the cluster that @p profile stands in: "default" where it names none.
QString clusterNameOf(const Profile &profile);

/// Null where there is none of that name.
const Profile *findProfile(const QList<Profile> &profiles, const QString &name);

} // namespace colonnade::profiles
