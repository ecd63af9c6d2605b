// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/filestore.h"

#include <QFile>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <fcntl.h>
#include <memory>
#include <poll.h>
#include <sys/file.h>
#include <sys/xattr.h>
#include <tuple>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace colonnade::ctl {

namespace {

using base::ErrorCode;
using base::failure;
using base::Result;

std::unexpected<base::Error> systemFailure(const QString &what, const QString &remedy = {})
{
    const int code = errno;
    return failure(code == ENOENT ? ErrorCode::NotFound : ErrorCode::IoFailed,
                   u"%1: %2."_s.arg(what, qt_error_string(code)), remedy);
}

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

private:
    const int m_fd;
};

/// Waits until @p fd can be read or @p stop is set; which of the two it was.
bool waitForInput(int fd, const std::stop_token &stop)
{
    while (!stop.stop_requested()) {
        pollfd waiting{fd, POLLIN, 0};
        if (::poll(&waiting, 1, 100) > 0)
            return true;
    }
    return false;
}

Result<QByteArray> readAll(int fd, const QString &name, const std::stop_token &stop = {})
{
    constexpr qsizetype Block = 1 << 16;
    QByteArray bytes;
    while (bytes.size() <= FileSizeLimit) {
        if (!waitForInput(fd, stop))
            return failure(ErrorCode::Canceled, u"%1 was not read to its end."_s.arg(name));
        const qsizetype before = bytes.size();
        bytes.resize(before + Block);
        const ssize_t count = ::read(fd, bytes.data() + before, Block);
        bytes.resize(before + std::max<ssize_t>(count, 0));
        if (count == 0)
            return bytes;
        if (count < 0 && errno != EINTR)
            return systemFailure(u"%1 cannot be read"_s.arg(name));
    }
    return failure(ErrorCode::InvalidInput,
                   u"%1 is larger than 64 MiB, which no configuration file is."_s.arg(name),
                   u"Look whether it is the file that was meant."_s);
}

Result<QByteArray> targetOf(const QString &path)
{
    const std::unique_ptr<char, decltype(&std::free)> target(
        ::realpath(QFile::encodeName(path).constData(), nullptr), &std::free);
    if (!target)
        return systemFailure(u"%1 cannot be read"_s.arg(path));
    return QByteArray(target.get());
}

QByteArray folderOf(const QByteArray &path)
{
    const qsizetype slash = path.lastIndexOf('/');
    return slash < 0 ? QByteArray(".") : path.left(std::max<qsizetype>(slash, 1));
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

/// A file beside the one that is written, which takes its place when all of it is on the disk.
class Draft
{
public:
    explicit Draft(const QByteArray &target)
        : m_folder(folderOf(target)),
          m_name(m_folder + "/.colonnade-XXXXXX"),
          m_file(::mkostemp(m_name.data(), O_CLOEXEC))
    {
    }
    ~Draft()
    {
        if (exists())
            ::unlink(m_name.constData());
    }
    Draft(const Draft &) = delete;
    Draft &operator=(const Draft &) = delete;

    bool exists() const { return m_file.get() >= 0; }
    int descriptor() const { return m_file.get(); }
    const char *name() const { return m_name.constData(); }

    bool write(QByteArrayView bytes)
    {
        return writeAll(m_file.get(), bytes) && ::fsync(m_file.get()) == 0;
    }

    /// Makes a change of names last. What cannot be synced is no failure: the change is made.
    void syncFolder() const
    {
        const Descriptor folder(::open(m_folder.constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
        if (folder.get() >= 0)
            ::fsync(folder.get());
    }

private:
    QByteArray m_folder;
    QByteArray m_name;
    Descriptor m_file;
};

/// Whether an attribute belongs to the file whatever is in it, unlike the sums of security.ima.
bool isKept(QByteArrayView name)
{
    return name.startsWith("user.") || name == "system.posix_acl_access"
           || name == "security.selinux";
}

/// Access lists, SELinux context and the like. What may not be set is left.
void copyExtendedAttributes(int from, int to)
{
    QByteArray names(1 << 16, Qt::Uninitialized);
    const ssize_t size = ::flistxattr(from, names.data(), size_t(names.size()));
    names.truncate(std::max<ssize_t>(size, 0));
    for (const QByteArray &name : names.split('\0')) {
        if (!isKept(name))
            continue;
        QByteArray value(1 << 16, Qt::Uninitialized);
        const ssize_t length =
            ::fgetxattr(from, name.constData(), value.data(), size_t(value.size()));
        if (length >= 0)
            std::ignore = ::fsetxattr(to, name.constData(), value.constData(), size_t(length), 0);
    }
}

/// Gives @p to the owner, mode and attributes of @p from, as far as this user may.
bool copyMetadata(int from, const struct stat &status, int to)
{
    const bool sameOwner = ::fchown(to, status.st_uid, status.st_gid) == 0;
    if (!sameOwner)
        std::ignore = ::fchown(to, uid_t(-1), status.st_gid);
    // Rights that a program has as its owner are for that owner only.
    if (::fchmod(to, status.st_mode & (sameOwner ? 07777 : 0777)) != 0)
        return false;
    copyExtendedAttributes(from, to);
    return true;
}

int openForReading(const QByteArray &path)
{
    // A pipe would let open() wait, and a terminal become ours.
    return ::open(path.constData(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
}

Result<StoredFile> readTarget(const QString &path, QByteArray target)
{
    const Descriptor file(openForReading(target));
    StoredFile stored{path, std::move(target), {}, {}};
    if (file.get() < 0 || ::fstat(file.get(), &stored.status) != 0)
        return systemFailure(u"%1 cannot be read"_s.arg(path));
    if (!S_ISREG(stored.status.st_mode)) {
        return failure(ErrorCode::InvalidInput,
                       u"%1 is a folder or a device, not a file."_s.arg(path),
                       u"Name the configuration file itself."_s);
    }
    Result<QByteArray> bytes = readAll(file.get(), path);
    if (!bytes)
        return std::unexpected(bytes.error());
    stored.bytes = *std::move(bytes);
    return stored;
}

std::unexpected<base::Error> cannotWrite(const QString &path)
{
    return systemFailure(u"%1 cannot be written"_s.arg(path),
                         u"Nothing was changed. A new file is written beside the old one first, so "
                         "the folder must be writable and have room for it."_s);
}

Result<void> sameAsBefore(const StoredFile &file)
{
    const Result<StoredFile> now = readFile(file.path);
    if (now && now->target == file.target && now->bytes == file.bytes)
        return {};
    return failure(ErrorCode::IoFailed,
                   u"%1 was changed by somebody else in the meantime."_s.arg(file.path),
                   u"Nothing was written. Look at the file, and do it again."_s);
}

} // namespace

Result<StoredFile> readFile(const QString &path)
{
    Result<QByteArray> target = targetOf(path);
    if (!target)
        return std::unexpected(target.error());
    return readTarget(path, *std::move(target));
}

Result<QByteArray> readStandardInput(const std::stop_token &stop)
{
    return readAll(STDIN_FILENO, u"Standard input"_s, stop);
}

Result<void> replaceFile(const StoredFile &file, QByteArrayView bytes)
{
    // Renaming would get round a file that is read-only on purpose.
    if (::faccessat(AT_FDCWD, file.target.constData(), W_OK, AT_EACCESS) != 0)
        return cannotWrite(file.path);
    const Descriptor old(openForReading(file.target));
    if (old.get() < 0)
        return cannotWrite(file.path);
    Draft draft(file.target);
    if (!draft.exists() || !copyMetadata(old.get(), file.status, draft.descriptor())
        || !draft.write(bytes))
        return cannotWrite(file.path);
    // So that of two of us at once, the second sees what the first has written.
    if (::flock(old.get(), LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK)
        return cannotWrite(file.path);
    if (const Result<void> same = sameAsBefore(file); !same)
        return same;
    if (::rename(draft.name(), file.target.constData()) != 0)
        return cannotWrite(file.path);
    draft.syncFolder();
    return {};
}

Result<void> createFile(const QString &path, QByteArrayView bytes, mode_t mode)
{
    const QByteArray target = QFile::encodeName(path);
    Draft draft(target);
    if (!draft.exists() || ::fchmod(draft.descriptor(), mode) != 0 || !draft.write(bytes))
        return cannotWrite(path);
    // Not all file systems know the one, and not all the other.
    if (::renameat2(AT_FDCWD, draft.name(), AT_FDCWD, target.constData(), RENAME_NOREPLACE) != 0
        && ::link(draft.name(), target.constData()) != 0) {
        if (errno != EEXIST)
            return cannotWrite(path);
        return failure(ErrorCode::Refused, u"%1 is there already."_s.arg(path),
                       u"Nothing was written. Name a file that is not there yet."_s);
    }
    draft.syncFolder();
    return {};
}

} // namespace colonnade::ctl
