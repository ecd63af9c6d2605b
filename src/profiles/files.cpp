// SPDX-License-Identifier: GPL-3.0-or-later
#include "profiles/files.h"

#include "profiles/words.h"

#include <QDeadlineTimer>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QThread>

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <unistd.h>
#include <utility>

using namespace Qt::StringLiterals;

namespace colonnade::profiles {

namespace {

constexpr mode_t OwnerOnly = S_IRUSR | S_IWUSR;

/// An open file, or none.
class Descriptor
{
public:
    explicit Descriptor(int fd) : m_fd(fd) {}
    ~Descriptor()
    {
        if (m_fd >= 0)
            ::close(m_fd);
    }
    Descriptor(const Descriptor &) = delete;
    Descriptor &operator=(const Descriptor &) = delete;

    int get() const { return m_fd; }
    bool isOpen() const { return m_fd >= 0; }

private:
    const int m_fd;
};

QString reason()
{
    return qt_error_string(errno);
}

QString folderOf(const QString &path)
{
    return QFileInfo(path).absolutePath();
}

bool isNullDevice(const struct stat &status)
{
    return S_ISCHR(status.st_mode) && status.st_rdev == makedev(1, 3);
}

std::expected<QByteArray, FileProblem> readAll(int fd, qint64 limit)
{
    constexpr qsizetype Block = 1 << 16;
    QByteArray bytes;
    while (bytes.size() <= limit) {
        const qsizetype before = bytes.size();
        bytes.resize(before + Block);
        const ssize_t count = ::read(fd, bytes.data() + before, Block);
        bytes.resize(before + std::max<ssize_t>(count, 0));
        if (count == 0)
            return bytes;
        if (count < 0 && errno != EINTR)
            return std::unexpected(FileProblem{false, reason()});
    }
    return std::unexpected(
        FileProblem{false, Words::tr("it is larger than %1 KiB").arg(limit / 1024)});
}

bool writeAll(int fd, QByteArrayView bytes)
{
    while (!bytes.isEmpty()) {
        const ssize_t count = ::write(fd, bytes.data(), size_t(bytes.size()));
        if (count < 0 && errno != EINTR)
            return false;
        bytes = bytes.sliced(std::max<ssize_t>(count, 0));
    }
    return true;
}

/// Root that edits another user's file must not take it away from them.
bool keepOwner(int fd, const QByteArray &old)
{
    struct stat status = {};
    if (::stat(old.constData(), &status) != 0 || status.st_uid == ::geteuid())
        return true;
    return ::fchown(fd, status.st_uid, status.st_gid) == 0;
}

bool writeDraft(const QByteArray &draft, const QByteArray &target, const QByteArray &bytes)
{
    ::unlink(draft.constData()); // of somebody who was killed
    const Descriptor file(
        ::open(draft.constData(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, OwnerOnly));
    return file.isOpen() && ::fchmod(file.get(), OwnerOnly) == 0 && keepOwner(file.get(), target)
           && writeAll(file.get(), bytes) && ::fsync(file.get()) == 0;
}

} // namespace

std::expected<QByteArray, FileProblem> readRegularFile(const QString &path, qint64 limit)
{
    const Descriptor file(
        ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY));
    if (!file.isOpen())
        return std::unexpected(FileProblem{errno == ENOENT, reason()});
    struct stat status = {};
    if (::fstat(file.get(), &status) != 0)
        return std::unexpected(FileProblem{false, reason()});
    if (isNullDevice(status))
        return QByteArray();
    if (!S_ISREG(status.st_mode))
        return std::unexpected(FileProblem{false, Words::tr("it is not a regular file")});
    return readAll(file.get(), limit);
}

QString followed(const QString &path)
{
    QString now = QFileInfo(path).absoluteFilePath();
    for (int links = 0; links < 40 && QFileInfo(now).isSymLink(); ++links)
        now = QFileInfo(now).symLinkTarget();
    const QString folder = QFileInfo(folderOf(now)).canonicalFilePath();
    return folder.isEmpty() ? now : QDir(folder).filePath(QFileInfo(now).fileName());
}

std::expected<void, QString> replaceDurably(const QString &path, const QByteArray &bytes)
{
    const QByteArray target = QFile::encodeName(path);
    const QByteArray draft = QFile::encodeName(
        QDir(folderOf(path)).filePath(u'.' + QFileInfo(path).fileName() + u".new"_s));
    if (!writeDraft(draft, target, bytes) || ::rename(draft.constData(), target.constData()) != 0) {
        const QString why = reason();
        ::unlink(draft.constData());
        return std::unexpected(why);
    }
    syncFolderOf(path);
    return {};
}

void syncFolderOf(const QString &path)
{
    const Descriptor folder(
        ::open(QFile::encodeName(folderOf(path)).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (folder.isOpen())
        ::fsync(folder.get());
}

std::optional<FileLock> FileLock::take(const QString &path, std::chrono::milliseconds patience)
{
    const int descriptor = ::open(QFile::encodeName(path).constData(),
                                  O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, OwnerOnly);
    if (descriptor < 0)
        return std::nullopt;
    FileLock lock(descriptor);
    const QDeadlineTimer deadline(patience);
    while (::flock(descriptor, LOCK_EX | LOCK_NB) != 0) {
        if ((errno != EWOULDBLOCK && errno != EINTR) || deadline.hasExpired())
            return std::nullopt;
        QThread::msleep(5);
    }
    return lock;
}

FileLock::FileLock(FileLock &&other) noexcept : m_descriptor(std::exchange(other.m_descriptor, -1))
{
}

FileLock::~FileLock()
{
    if (m_descriptor >= 0)
        ::close(m_descriptor);
}

} // namespace colonnade::profiles
