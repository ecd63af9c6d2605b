// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QByteArrayView>

#include <stop_token>
#include <sys/stat.h>

namespace colonnade::ctl {

/// A regular file of this workstation, as it was when it was read.
struct StoredFile
{
    QString path;      ///< as a person named it
    QByteArray target; ///< the file itself, after all symbolic links
    QByteArray bytes;
    struct stat status = {};
};

/// More than this is no configuration file: 64 MiB.
constexpr qsizetype FileSizeLimit = qsizetype(64) << 20;

/// Reads a file. Refuses what is not a regular file, and what is larger than FileSizeLimit.
base::Result<StoredFile> readFile(const QString &path);

/// Reads standard input to its end, with the same limit. Fails when @p stop is set.
base::Result<QByteArray> readStandardInput(const std::stop_token &stop);

/// Puts @p bytes in the place of @p file's: after that, at any time and even when this process or
/// the machine dies in the middle, the file is the old one or the new one, never a part. Mode,
/// owner, access lists and SELinux context are kept as far as this user may set them; a hard link
/// under another name keeps the old content. Refused if the file is not any more what was read.
base::Result<void> replaceFile(const StoredFile &file, QByteArrayView bytes);

/// Makes a file that is not there yet, as safely. Refused where something has that name.
base::Result<void> createFile(const QString &path, QByteArrayView bytes, mode_t mode);

} // namespace colonnade::ctl
