// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "profiles/profile.h"

#include <QList>

namespace colonnade::profiles {

/// The profiles of one person: a JSON file that the window and colonnadectl share. Unknown members
/// of the file are kept. Writers lock it, and replace it as a whole or not at all.
class Store
{
public:
    /// $XDG_CONFIG_HOME/colonnade/profiles.json
    static QString defaultPath();

    explicit Store(QString path = defaultPath());

    /// No file is no profiles. A file that cannot be read or parsed is an error, and stays as it
    /// is.
    base::Result<QList<Profile>> load() const;

    /// Adds @p profile; InvalidInput when its name is taken or a field is not usable.
    base::Result<void> add(const Profile &profile);
    /// Replaces the profile called @p name (which may rename it).
    base::Result<void> replace(const QString &name, const Profile &profile);
    base::Result<void> remove(const QString &name);

private:
    QString m_path;
};

} // namespace colonnade::profiles
