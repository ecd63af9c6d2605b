// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "profiles/content.h"

#include <QStringList>

namespace colonnade::gui {

/// Changes of a store's content, for ClusterSet::change(). Keys are those of keyOf().

base::Result<void> addProfiles(profiles::Content &content, const QList<profiles::Profile> &added);
/// Puts @p changed in the place of @p originals, one for one. Refused where one is not as in
/// @p originals any more: another program was faster.
base::Result<void> replaceProfiles(profiles::Content &content,
                                   const QList<profiles::Profile> &originals,
                                   const QList<profiles::Profile> &changed);
base::Result<void> removeProfiles(profiles::Content &content, const QStringList &keys);
base::Result<void> moveProfiles(profiles::Content &content, const QStringList &keys,
                                const QString &cluster);
/// Renames a cluster in all its profiles, and says @p note of it.
base::Result<void> changeCluster(profiles::Content &content, const QString &cluster,
                                 const QString &newName, const profiles::ClusterNote &note);

} // namespace colonnade::gui
