// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "profiles/content.h"

#include <QJsonObject>

namespace colonnade::profiles {

/// A store as it is on the disk.
struct StoreFile
{
    QString path;     ///< where it really is
    QByteArray bytes; ///< empty and null: there is none
    QJsonObject json;
    Content content;
};

/// Reads the store that @p path leads to. Its errors name @p path.
base::Result<StoreFile> readStoreFile(const QString &path);

/// Puts @p bytes in the place of @p now, which becomes the first backup, unless they are the same.
/// The caller holds the lock. Killed at any moment, it leaves the old store or the new one, and of
/// the three backups at most the oldest is gone.
base::Result<void> writeStoreFile(const StoreFile &now, const QByteArray &bytes);

/// FILE.1 to FILE.3, the newest first, of the store which is at @p path; they need not exist.
QStringList backupPaths(const QString &path);

std::unexpected<base::Error> unwritableStore(const QString &path, const QString &why);

} // namespace colonnade::profiles
