// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <chrono>
#include <expected>
#include <optional>

namespace colonnade::profiles {

struct FileProblem
{
    bool isMissing = false; ///< there is no such file
    QString why;            ///< a part of a sentence
};

/// The bytes of the regular file @p path (or none, of /dev/null). What is larger than @p limit, or
/// could block or never end (pipes, devices), is a problem.
std::expected<QByteArray, FileProblem> readRegularFile(const QString &path, qint64 limit);

/// Where @p path leads when all symbolic links are followed, absolute; what it leads to need not
/// exist.
QString followed(const QString &path);

/// Puts @p bytes in the place of @p path (no symbolic link) as a file of mode 0600 that only the
/// same owner reads. All of it is on the disk before it takes the place, and the new name is before
/// this returns: whenever the program or the machine stops, there is the old file or the new one.
/// Not QSaveFile: that of Qt 6.4 does not look whether its sync worked, does not sync the folder,
/// and can leave a file of a random name when it is killed. The one here, .NAME.new, is used again;
/// so only one may write at a time. The error is a part of a sentence.
std::expected<void, QString> replaceDurably(const QString &path, const QByteArray &bytes);

/// Makes changes of names beside @p path last. What cannot be synced is no failure: they are made.
void syncFolderOf(const QString &path);

/// A lock that all who write a file take, between processes and threads. The kernel drops it with
/// its holder, so nobody can leave it behind.
class FileLock
{
public:
    /// Waits for @p patience. The lock is on the file @p path, which is made and stays. No value:
    /// it cannot be had.
    static std::optional<FileLock> take(const QString &path, std::chrono::milliseconds patience);

    FileLock(FileLock &&other) noexcept;
    FileLock &operator=(FileLock &&) = delete;
    ~FileLock();

private:
    explicit FileLock(int descriptor) : m_descriptor(descriptor) {}

    int m_descriptor;
};

} // namespace colonnade::profiles
