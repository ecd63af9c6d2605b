// SPDX-License-Identifier: GPL-3.0-or-later
#include "profiles/store.h"

#include "profiles/contentedit.h"
#include "profiles/files.h"
#include "profiles/profilejson.h"
#include "profiles/storefile.h"
#include "profiles/words.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QStandardPaths>

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>

using namespace Qt::StringLiterals;

namespace colonnade::profiles {

using base::ErrorCode;
using base::Result;

namespace {

constexpr auto LockPatience = std::chrono::seconds(20);

/// The folder of @p path, which is nobody else's business where we make it.
bool makeFolder(const QString &folder)
{
    if (QFileInfo(folder).isDir())
        return true;
    return makeFolder(QFileInfo(folder).absolutePath())
           && (::mkdir(QFile::encodeName(folder).constData(), S_IRWXU) == 0 || errno == EEXIST)
           && QFileInfo(folder).isDir();
}

/// Does @p work on the store at the end of @p path while nobody else does.
template<typename T>
Result<T> locked(const QString &path, const std::function<Result<T>(const QString &)> &work)
{
    const QString target = followed(path);
    const QString folder = QFileInfo(target).absolutePath();
    if (!makeFolder(folder))
        return unwritableStore(path, Words::tr("the folder %1 cannot be made").arg(folder));
    const std::optional<FileLock> lock = FileLock::take(target + u".lock"_s, LockPatience);
    if (!lock)
        return unwritableStore(path, Words::tr("its lock %1.lock cannot be had").arg(target));
    return work(target);
}

std::unexpected<base::Error> noSuch(const QString &name)
{
    return base::failure(ErrorCode::NotFound,
                         Words::tr("There is no profile called \"%1\".").arg(name));
}

Result<qsizetype> indexOf(const Content &content, const QString &name)
{
    const auto found = std::ranges::find(content.profiles, name, &Profile::name);
    if (found == content.profiles.end())
        return noSuch(name);
    return found - content.profiles.begin();
}

/// Never replaces what is there. RENAME_NOREPLACE is not known to every filesystem; all who rename
/// anything to such a name hold the lock.
bool renameToNew(const QString &from, const QString &to)
{
    const QByteArray source = QFile::encodeName(from);
    const QByteArray target = QFile::encodeName(to);
    if (::renameat2(AT_FDCWD, source.constData(), AT_FDCWD, target.constData(), RENAME_NOREPLACE)
        == 0)
        return true;
    if (errno != EINVAL)
        return false;
    struct stat status = {};
    if (::lstat(target.constData(), &status) == 0) {
        errno = EEXIST;
        return false;
    }
    return ::rename(source.constData(), target.constData()) == 0;
}

Result<QString> moveAside(const QString &path)
{
    const QString stamp = QDateTime::currentDateTimeUtc().toString(u"yyyyMMdd'T'HHmmss"_s);
    const QString name = u"%1.broken-%2"_s.arg(path, stamp);
    for (int attempt = 1; attempt < 100; ++attempt) {
        const QString aside = attempt == 1 ? name : u"%1-%2"_s.arg(name, QString::number(attempt));
        if (renameToNew(path, aside)) {
            syncFolderOf(path);
            return aside;
        }
        if (errno != EEXIST)
            break;
    }
    return base::failure(ErrorCode::IoFailed,
                         Words::tr("%1 cannot be set aside: %2.").arg(path, qt_error_string(errno)),
                         Words::tr("It is left as it is."));
}

Backup describe(const QString &path)
{
    const Result<StoreFile> file = readStoreFile(path);
    const QDateTime savedAt = QFileInfo(path).lastModified().toUTC();
    if (!file)
        return {path, savedAt, 0, file.error().message};
    return {path, savedAt, file->content.profiles.size(), {}};
}

} // namespace

QString Store::defaultPath()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation)
           + u"/colonnade/profiles.json"_s;
}

Store::Store(QString path) : m_path(std::move(path)) {}

Result<Content> Store::read() const
{
    Result<StoreFile> file = readStoreFile(m_path);
    if (!file)
        return std::unexpected(file.error());
    return std::move(file->content);
}

Result<QList<Profile>> Store::load() const
{
    Result<Content> content = read();
    if (!content)
        return std::unexpected(content.error());
    return std::move(content->profiles);
}

Result<void> Store::change(const std::function<Result<void>(Content &)> &edit)
{
    return locked<void>(m_path, [&](const QString &) -> Result<void> {
        const Result<StoreFile> file = readStoreFile(m_path);
        if (!file)
            return std::unexpected(file.error());
        Content after = file->content;
        if (const Result<void> edited = edit(after); !edited)
            return edited;
        if (const Result<void> sane = settle(file->content, after); !sane)
            return sane;
        const QJsonObject json = mergedIntoJson(file->json, file->content, after);
        const bool isSame = json == file->json;
        return writeStoreFile(*file, isSame ? file->bytes : QJsonDocument(json).toJson());
    });
}

Result<void> Store::add(const Profile &profile)
{
    return change([&](Content &content) -> Result<void> {
        content.profiles.append(profile);
        content.profiles.last().id.clear();
        return {};
    });
}

Result<void> Store::replace(const QString &name, const Profile &profile)
{
    return change([&](Content &content) -> Result<void> {
        const Result<qsizetype> at = indexOf(content, name);
        if (!at)
            return std::unexpected(at.error());
        const QString id = content.profiles[*at].id;
        content.profiles[*at] = profile;
        content.profiles[*at].id = id;
        return {};
    });
}

Result<void> Store::remove(const QString &name)
{
    return change([&](Content &content) -> Result<void> {
        const Result<qsizetype> at = indexOf(content, name);
        if (!at)
            return std::unexpected(at.error());
        content.profiles.removeAt(*at);
        return {};
    });
}

Result<void> Store::setClusterNote(const QString &cluster, const ClusterNote &note)
{
    return change([&](Content &content) -> Result<void> {
        const QString name = cluster.isEmpty() ? u"default"_s : cluster;
        if (note == ClusterNote())
            content.clusters.remove(name);
        else
            content.clusters[name] = note;
        return {};
    });
}

Result<QString> Store::setAside()
{
    return locked<QString>(m_path, [&](const QString &target) -> Result<QString> {
        const Result<StoreFile> file = readStoreFile(m_path);
        if (!file)
            return moveAside(target);
        if (file->bytes.isNull())
            return base::failure(ErrorCode::NotFound,
                                 Words::tr("There is no file %1 yet.").arg(m_path));
        return base::failure(
            ErrorCode::Refused, Words::tr("The profiles in %1 can be read.").arg(m_path),
            Words::tr("Only a file that cannot be read is set aside. Remove single profiles, or "
                      "restore a backup."));
    });
}

QList<Backup> Store::backups() const
{
    QList<Backup> found;
    for (const QString &path : backupPaths(followed(m_path))) {
        if (QFileInfo::exists(path))
            found.append(describe(path));
    }
    return found;
}

Result<void> Store::restore(const QString &backup)
{
    return locked<void>(m_path, [&](const QString &) -> Result<void> {
        const Result<StoreFile> now = readStoreFile(m_path);
        if (!now)
            return std::unexpected(now.error());
        const Result<StoreFile> former = readStoreFile(backup);
        if (!former)
            return std::unexpected(former.error());
        if (former->bytes.isNull())
            return base::failure(ErrorCode::NotFound,
                                 Words::tr("There is no backup %1.").arg(backup));
        return writeStoreFile(*now, former->bytes);
    });
}

} // namespace colonnade::profiles
