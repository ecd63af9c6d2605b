// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "profiles/profile.h"

#include <functional>

namespace colonnade::gui {

/// What is wrong with one part of a profile, in words and with the way out; empty: nothing. The
/// rules are those of profiles::check(), asked about this part alone.
/// @p part copies what is judged from the first to the second.
QString problemOf(const profiles::Profile &profile,
                  const std::function<void(const profiles::Profile &, profiles::Profile &)> &part);

/// Whether following jump hosts from @p profile leads back to it. @p all may hold an older state of
/// it.
bool jumpsInCircle(const profiles::Profile &profile, const QList<profiles::Profile> &all);

/// A name like @p name that none of @p all has: "xenhost1-2".
QString freeName(const QString &name, const QList<profiles::Profile> &all);

} // namespace colonnade::gui
