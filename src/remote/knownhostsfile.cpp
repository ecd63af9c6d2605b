// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/knownhostsfile.h"

#include "remote/handles.h"
#include "remote/words.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <fcntl.h>
#include <memory>
#include <poll.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <tuple>

namespace colonnade::remote {

using base::ErrorCode;
using base::failure;
using base::Result;

namespace {

constexpr int LockPatienceMs = 10'000;
constexpr int LockPauseMs = 10;
constexpr int MostBackups = 1000;

QString systemReason()
{
    return qt_error_string(errno);
}

std::unexpected<base::Error> clause(const QString &reason)
{
    return failure(ErrorCode::IoFailed, reason);
}

QByteArray folderOf(const QByteArray &path)
{
    return QFile::encodeName(QFileInfo(QFile::decodeName(path)).path());
}

/// The file itself, after all symbolic links.
Result<QByteArray> targetOf(const QString &path)
{
    const std::unique_ptr<char, decltype(&std::free)> target(
        ::realpath(QFile::encodeName(path).constData(), nullptr), &std::free);
    if (!target)
        return clause(systemReason());
    return QByteArray(target.get());
}

bool isSameFile(int fd, const QByteArray &path)
{
    struct stat opened, named;
    return ::fstat(fd, &opened) == 0 && ::stat(path.constData(), &named) == 0
           && opened.st_dev == named.st_dev && opened.st_ino == named.st_ino;
}

/// Of the file itself, by flock(2): OpenSSH's tools know no lock, and a file beside it would stay.
bool lock(int fd)
{
    for (int waited = 0; waited < LockPatienceMs; waited += LockPauseMs) {
        if (::flock(fd, LOCK_EX | LOCK_NB) == 0)
            return true;
        if (errno != EWOULDBLOCK && errno != EINTR)
            return true; // a file system that has no locks: as ssh then
        ::poll(nullptr, 0, LockPauseMs);
    }
    return false;
}

/// Opens and locks @p path; what is locked is what has that name then.
Result<Descriptor> openLocked(const QByteArray &path, int flags)
{
    for (int attempt = 0; attempt < 100; ++attempt) {
        Descriptor fd(::open(path.constData(), flags | O_CLOEXEC | O_NOCTTY | O_NONBLOCK, 0600));
        if (!fd.isOpen())
            return clause(systemReason());
        if (!lock(fd.get()))
            return clause(Words::tr("another program keeps it locked"));
        // ssh-keygen and ssh put a new file in the place of the old one.
        if (isSameFile(fd.get(), path))
            return fd;
    }
    return clause(Words::tr("another program replaces it all the time"));
}

Result<QByteArray> readAll(int fd)
{
    constexpr qsizetype Block = 1 << 16;
    QByteArray bytes;
    while (bytes.size() <= KnownHostsFileLimit) {
        const qsizetype before = bytes.size();
        bytes.resize(before + Block);
        const ssize_t count = ::pread(fd, bytes.data() + before, Block, before);
        bytes.resize(before + std::max<ssize_t>(count, 0));
        if (count == 0)
            return bytes;
        if (count < 0 && errno != EINTR)
            return clause(systemReason());
    }
    return clause(Words::tr("it is larger than %1 MiB").arg(KnownHostsFileLimit / 1024 / 1024));
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

/// Makes a new name last. What cannot be synced is no failure: the change is made.
void syncFolder(const QByteArray &path)
{
    const Descriptor folder(::open(folderOf(path).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (folder.isOpen())
        ::fsync(folder.get());
}

void makeFolder(const QString &file)
{
    const QFileInfo folder(QFileInfo(file).path());
    if (folder.exists())
        return;
    QDir().mkpath(folder.dir().path());
    ::mkdir(QFile::encodeName(folder.filePath()).constData(), 0700);
}

bool endsInsideLine(int fd, qint64 size)
{
    char last = '\n';
    return size > 0 && ::pread(fd, &last, 1, size - 1) == 1 && last != '\n';
}

/// Writes @p line behind the end, or nothing.
bool appendWhole(int fd, QByteArray line)
{
    struct stat before;
    if (::fstat(fd, &before) != 0)
        return false;
    if (endsInsideLine(fd, before.st_size))
        line.prepend('\n');
    // One call: what ssh appends at the same time is before or behind it.
    const ssize_t written = ::write(fd, line.constData(), size_t(line.size()));
    if (written == line.size() && (::fsync(fd) == 0 || errno == EINVAL)) // EINVAL: a device
        return true;
    const int reason = written >= 0 && written < line.size() ? ENOSPC : errno;
    struct stat after;
    if (written > 0 && ::fstat(fd, &after) == 0 && after.st_size == before.st_size + written)
        std::ignore = ::ftruncate(fd, before.st_size);
    errno = reason;
    return false;
}

Result<void> appendLine(const QString &file, const QByteArray &line)
{
    makeFolder(file);
    const QByteArray path = QFile::encodeName(file);
    const bool isNew = ::access(path.constData(), F_OK) != 0;
    const Result<Descriptor> fd = openLocked(path, O_RDWR | O_APPEND | O_CREAT);
    if (!fd)
        return std::unexpected(fd.error());
    if (!appendWhole(fd->get(), line))
        return clause(systemReason());
    if (isNew)
        syncFolder(path);
    return {};
}

/// Whether a line that begins with @p name would say that name and no more.
bool canBeWritten(const QByteArray &name)
{
    return !name.isEmpty() && !QByteArrayView("|@#").contains(name[0])
           && std::ranges::none_of(name, [](char c) {
                  return quint8(c) <= ' ' || c == '\x7f' || QByteArrayView(",*?!").contains(c);
              });
}

QByteArray backupName(const QByteArray &target, int number)
{
    return target + (number == 0 ? QByteArray(".old") : ".old." + QByteArray::number(number));
}

/// Where a file system has no hard links.
bool copyTo(const QByteArray &name, const QByteArray &bytes, mode_t mode)
{
    const Descriptor copy(::open(name.constData(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600));
    return copy.isOpen() && writeAll(copy.get(), bytes) && ::fchmod(copy.get(), mode) == 0
           && ::fsync(copy.get()) == 0;
}

/// Gives the file a second name, which is the only one when the new file has taken its place.
Result<QByteArray> backUp(const QByteArray &target, const QByteArray &bytes, mode_t mode)
{
    for (int number = 0; number < MostBackups; ++number) {
        const QByteArray name = backupName(target, number);
        if (::link(target.constData(), name.constData()) == 0)
            return name;
        if (errno != EEXIST && copyTo(name, bytes, mode))
            return name;
        if (errno != EEXIST)
            break;
    }
    return clause(Words::tr("the file cannot be backed up as %1: %2")
                      .arg(QFile::decodeName(backupName(target, 0)), systemReason()));
}

/// A file beside @p target that takes its place by place().
class Draft
{
public:
    explicit Draft(const QByteArray &target)
        : m_target(target), m_name(target + ".XXXXXX"), m_file(::mkostemp(m_name.data(), O_CLOEXEC))
    {
    }
    ~Draft()
    {
        if (m_file.isOpen())
            ::unlink(m_name.constData()); // gone after place()
    }
    Draft(const Draft &) = delete;
    Draft &operator=(const Draft &) = delete;

    bool write(const QByteArray &bytes, const struct stat &like)
    {
        struct stat mine;
        if (!m_file.isOpen() || ::fstat(m_file.get(), &mine) != 0)
            return false;
        const bool sameOwner = mine.st_uid == like.st_uid && mine.st_gid == like.st_gid;
        return (sameOwner || ::fchown(m_file.get(), like.st_uid, like.st_gid) == 0)
               && ::fchmod(m_file.get(), like.st_mode & 07777) == 0 && writeAll(m_file.get(), bytes)
               && ::fsync(m_file.get()) == 0;
    }
    /// Adds what was appended to the old file while this one was written.
    bool add(const QByteArray &bytes) { return bytes.isEmpty() || writeAll(m_file.get(), bytes); }
    bool place() { return ::rename(m_name.constData(), m_target.constData()) == 0; }

private:
    QByteArray m_target;
    QByteArray m_name;
    Descriptor m_file;
};

/// @p bytes without the lines of @p keys; an error if one of them is not what it was.
Result<QByteArray> without(const QByteArray &bytes, const QList<StoredHostKey> &keys)
{
    QByteArray result;
    qsizetype left = keys.size();
    int line = 0;
    for (qsizetype begin = 0, end = 0; begin < bytes.size(); begin = end) {
        end = bytes.indexOf('\n', begin) + 1;
        if (end == 0)
            end = bytes.size();
        QByteArrayView text = QByteArrayView(bytes).sliced(begin, end - begin);
        ++line;
        const auto key = std::ranges::find(keys, line, &StoredHostKey::line);
        if (key == keys.end()) {
            result += text;
            continue;
        }
        if (text.endsWith('\n'))
            text.chop(1);
        if (text != key->text)
            break;
        --left;
    }
    if (left > 0)
        return failure(ErrorCode::Refused,
                       Words::tr("somebody else has changed the file in the meantime"));
    return result;
}

Result<KnownHostsRemoval> removeFrom(const QString &file, const QList<StoredHostKey> &keys)
{
    const Result<QByteArray> target = targetOf(file);
    if (!target)
        return std::unexpected(target.error());
    const Result<Descriptor> old = openLocked(*target, O_RDWR); // a file that is read-only stays
    if (!old)
        return std::unexpected(old.error());
    struct stat status;
    const Result<QByteArray> bytes = readAll(old->get());
    if (!bytes || ::fstat(old->get(), &status) != 0)
        return bytes ? clause(systemReason()) : std::unexpected(bytes.error());
    const Result<QByteArray> rest = without(*bytes, keys);
    if (!rest)
        return std::unexpected(rest.error());
    Draft draft(*target);
    if (!draft.write(*rest, status))
        return clause(systemReason());
    const Result<QByteArray> backup = backUp(*target, *bytes, status.st_mode & 07777);
    if (!backup)
        return std::unexpected(backup.error());
    // ssh may have appended to it in the meantime, or put another one in its place.
    const Result<QByteArray> now = readAll(old->get());
    const bool grown = now && now->startsWith(*bytes) && isSameFile(old->get(), *target);
    if (!grown || !draft.add(now->mid(bytes->size())) || !draft.place()) {
        const QString reason =
            grown ? systemReason() : Words::tr("somebody else has changed the file meanwhile");
        ::unlink(backup->constData());
        return clause(reason);
    }
    syncFolder(*target);
    return KnownHostsRemoval{file, QFile::decodeName(*backup), int(keys.size())};
}

QString doneBefore(const QList<KnownHostsRemoval> &done)
{
    QStringList files;
    for (const KnownHostsRemoval &each : done)
        files.append(QDir::toNativeSeparators(each.file));
    return files.isEmpty() ? Words::tr("Nothing was removed.")
                           : Words::tr("Removed from: %1. Nothing else was removed.")
                                 .arg(files.join(QStringLiteral(", ")));
}

} // namespace

Result<QByteArray> readKnownHostsFile(const QString &path)
{
    // A pipe would let open() wait, and a terminal become ours.
    const Descriptor fd(
        ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY));
    struct stat status;
    if (!fd.isOpen() || ::fstat(fd.get(), &status) != 0)
        return failure(errno == ENOENT || errno == ENOTDIR ? ErrorCode::NotFound
                                                           : ErrorCode::IoFailed,
                       systemReason());
    if (S_ISCHR(status.st_mode)) // UserKnownHostsFile /dev/null
        return QByteArray();
    if (!S_ISREG(status.st_mode))
        return clause(Words::tr("it is no file"));
    return readAll(fd.get());
}

Result<void> appendKnownHost(const QString &file, const HostName &host, const HostKey &key,
                             bool hashed)
{
    const QByteArray name = lookupName(host);
    if (!canBeWritten(name) && !hashed)
        return failure(ErrorCode::InvalidInput,
                       Words::tr("The host key cannot be saved in %1: \"%2\" cannot stand there as "
                                 "the name of a host.")
                           .arg(QDir::toNativeSeparators(file), shownHosts(name)));
    const QByteArray line =
        (hashed ? hashedName(name) : name) + ' ' + key.type + ' ' + key.base64 + '\n';
    const Result<void> done = appendLine(file, line);
    if (!done)
        return failure(done.error().code,
                       Words::tr("The host key cannot be saved in %1: %2.")
                           .arg(QDir::toNativeSeparators(file), done.error().message),
                       Words::tr("Check the owner and the mode of the file and its folder, and "
                                 "whether the disk is full; or connect once without saving."));
    return {};
}

QString knownHostsBackup(const QString &file)
{
    const Result<QByteArray> target = targetOf(file);
    const QByteArray base = target ? *target : QFile::encodeName(file);
    int number = 0;
    struct stat status;
    while (number < MostBackups && ::lstat(backupName(base, number).constData(), &status) == 0)
        ++number;
    return QFile::decodeName(backupName(base, number));
}

Result<QList<KnownHostsRemoval>> removeKnownHosts(const QList<StoredHostKey> &keys)
{
    QStringList files;
    for (const StoredHostKey &key : keys) {
        if (!files.contains(key.file))
            files.append(key.file);
    }
    QList<KnownHostsRemoval> done;
    for (const QString &file : std::as_const(files)) {
        QList<StoredHostKey> here = keys;
        here.removeIf([&](const StoredHostKey &key) { return key.file != file; });
        const Result<KnownHostsRemoval> removal = removeFrom(file, here);
        if (!removal)
            return failure(removal.error().code,
                           Words::tr("The key cannot be removed from %1: %2.")
                               .arg(QDir::toNativeSeparators(file), removal.error().message),
                           doneBefore(done));
        done.append(*removal);
    }
    return done;
}

} // namespace colonnade::remote
