// SPDX-License-Identifier: GPL-3.0-or-later
#include "operations/journalfile.h"

#include "operations/words.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <unistd.h>
#include <utility>

namespace colonnade::operations {

namespace {

constexpr const char *NotCreated =
    QT_TRANSLATE_NOOP("colonnade::operations", "The journal file %1 cannot be created: %2.");
constexpr const char *NotOpened =
    QT_TRANSLATE_NOOP("colonnade::operations", "The journal file %1 cannot be opened: %2.");
constexpr const char *NotRead =
    QT_TRANSLATE_NOOP("colonnade::operations", "The journal file %1 cannot be read: %2.");
constexpr const char *NotWritten =
    QT_TRANSLATE_NOOP("colonnade::operations", "The journal file %1 cannot be written: %2.");

/// @p sentence: one of the above, to be translated here, after errno was read.
std::unexpected<base::Error> ioFailure(const QString &path, const char *sentence)
{
    const QString why = QString::fromLocal8Bit(std::strerror(errno));
    return base::failure(base::ErrorCode::IoFailed, Words::tr(sentence).arg(path, why),
                         Words::tr("Check the space and the permissions of that folder."));
}

struct flock wholeFile(short type)
{
    struct flock lock = {};
    lock.l_type = type;
    lock.l_whence = SEEK_SET;
    return lock;
}

int openRetrying(const QString &path, int flags)
{
    int descriptor = -1;
    do {
        descriptor = ::open(QFile::encodeName(path).constData(), flags | O_CLOEXEC, 0600);
    } while (descriptor < 0 && errno == EINTR);
    return descriptor;
}

/// An open file description lock: the kernel drops it with the last descriptor, so with kill -9
/// too, and it keeps two parts of one process apart as it does two processes.
bool lockWhole(int descriptor)
{
    struct flock lock = wholeFile(F_WRLCK);
    return ::fcntl(descriptor, F_OFD_SETLK, &lock) == 0;
}

/// Without it the new name itself may be missing after a power cut, whatever the file holds.
bool syncFolderOf(const QString &path)
{
    const int folder = openRetrying(QFileInfo(path).absolutePath(), O_RDONLY | O_DIRECTORY);
    if (folder < 0)
        return false;
    const bool synced = ::fsync(folder) == 0;
    ::close(folder);
    return synced;
}

} // namespace

JournalFile::JournalFile(JournalFile &&other) noexcept
    : m_descriptor(std::exchange(other.m_descriptor, -1)), m_path(std::move(other.m_path))
{
}

JournalFile &JournalFile::operator=(JournalFile &&other) noexcept
{
    std::swap(m_descriptor, other.m_descriptor);
    std::swap(m_path, other.m_path);
    return *this;
}

JournalFile::~JournalFile()
{
    if (m_descriptor >= 0)
        ::close(m_descriptor);
}

base::Result<JournalFile> JournalFile::create(const QString &path)
{
    JournalFile file(openRetrying(path, O_RDWR | O_CREAT | O_EXCL | O_APPEND), path);
    if (file.m_descriptor < 0 && errno == EEXIST)
        return base::failure(base::ErrorCode::InvalidInput,
                             Words::tr("The journal already has %1.").arg(path));
    if (file.m_descriptor < 0 || !lockWhole(file.m_descriptor) || !syncFolderOf(path))
        return ioFailure(path, NotCreated);
    return file;
}

base::Result<JournalFile> JournalFile::open(const QString &path)
{
    JournalFile file(openRetrying(path, O_RDWR | O_APPEND), path);
    if (file.m_descriptor < 0)
        return ioFailure(path, NotOpened);
    if (!lockWhole(file.m_descriptor)) {
        return base::failure(base::ErrorCode::Refused,
                             Words::tr("Another process is carrying this plan out."),
                             Words::tr("Wait for it, or end it; then resume the plan."));
    }
    return file;
}

base::Result<QByteArray> JournalFile::read() const
{
    QByteArray bytes;
    char block[16384];
    while (bytes.size() < JournalFileLimit) {
        const ssize_t count = ::pread(m_descriptor, block, sizeof block, bytes.size());
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            return ioFailure(m_path, NotRead);
        if (count == 0)
            break;
        bytes.append(block, count);
    }
    return bytes;
}

base::Result<void> JournalFile::append(const QByteArray &line)
{
    qsizetype written = 0;
    while (written < line.size()) {
        const ssize_t count = ::write(m_descriptor, line.constData() + written,
                                      static_cast<size_t>(line.size() - written));
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            return ioFailure(m_path, NotWritten);
        written += count;
    }
    if (::fsync(m_descriptor) != 0)
        return ioFailure(m_path, NotWritten);
    return {};
}

bool JournalFile::isLocked(const QString &path)
{
    const JournalFile file(openRetrying(path, O_RDWR), path);
    if (file.m_descriptor < 0)
        return false;
    struct flock lock = wholeFile(F_WRLCK);
    return ::fcntl(file.m_descriptor, F_OFD_GETLK, &lock) == 0 && lock.l_type != F_UNLCK;
}

} // namespace colonnade::operations
