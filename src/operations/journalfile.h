// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QString>

namespace colonnade::operations {

/// What is beyond that many bytes of a file is not read: 64 MiB. The plan of a roll-out holds a file,
/// and its stages what the nodes had.
constexpr qint64 JournalFileLimit = qint64(64) << 20;

/// One file of the journal, opened. Append-only; each append is on the disk before it returns.
class JournalFile
{
public:
    JournalFile(JournalFile &&other) noexcept;
    JournalFile &operator=(JournalFile &&other) noexcept;
    JournalFile(const JournalFile &) = delete;
    JournalFile &operator=(const JournalFile &) = delete;
    ~JournalFile();

    /// Makes @p path, readable by its owner only, and locks it. InvalidInput when it exists.
    static base::Result<JournalFile> create(const QString &path);
    /// Opens and locks @p path; Refused while another holds the lock.
    static base::Result<JournalFile> open(const QString &path);

    base::Result<QByteArray> read() const;
    base::Result<void> append(const QByteArray &line);

    /// Whether somebody holds the lock of @p path right now. Takes no lock, so it disturbs nobody.
    static bool isLocked(const QString &path);

private:
    JournalFile(int descriptor, QString path) : m_descriptor(descriptor), m_path(std::move(path)) {}

    int m_descriptor = -1;
    QString m_path;
};

} // namespace colonnade::operations
