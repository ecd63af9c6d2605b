// SPDX-License-Identifier: GPL-3.0-or-later
#include "profiles/storefile.h"

#include "profiles/files.h"
#include "profiles/profilejson.h"
#include "profiles/words.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace colonnade::profiles {

using base::ErrorCode;
using base::Result;

namespace {

constexpr qint64 FileLimit = 10 * 1024 * 1024;
constexpr int BackupCount = 3;

std::unexpected<base::Error> unreadable(const QString &path, ErrorCode code, const QString &why)
{
    return base::failure(
        code, Words::tr("The profiles in %1 cannot be read: %2.").arg(path, why),
        code == ErrorCode::Unsupported
            ? Words::tr("Use the newer Colonnade, or set the file aside. It is left as it is.")
            : Words::tr(
                "Mend the file, or set it aside and begin with none or with a backup. It is "
                "left as it is."));
}

Result<QJsonObject> parse(const QString &path, const QByteArray &bytes)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(bytes, &error);
    if (error.error != QJsonParseError::NoError) {
        const auto line = bytes.first(qMin<qsizetype>(error.offset, bytes.size())).count('\n') + 1;
        return unreadable(path, ErrorCode::ParseFailed,
                          Words::tr("line %1: %2").arg(QString::number(line), error.errorString()));
    }
    if (!document.isObject())
        return unreadable(path, ErrorCode::ParseFailed, Words::tr("it is not a JSON object"));
    return document.object();
}

bool hasBytes(const QString &path, const QByteArray &bytes)
{
    const auto there = readRegularFile(path, FileLimit);
    return there && *there == bytes;
}

bool rename(const QString &from, const QString &to)
{
    return std::rename(QFile::encodeName(from).constData(), QFile::encodeName(to).constData()) == 0;
}

/// Moves each backup before the first gap one place on, from the last to the first, so that none is
/// replaced by another before it has a new place. A gap is what a killed writer left.
bool makeRoom(const QStringList &backups)
{
    qsizetype gap = 0;
    while (gap < backups.size() - 1 && QFileInfo::exists(backups[gap]))
        ++gap;
    for (qsizetype i = gap; i > 0; --i) {
        if (!rename(backups[i - 1], backups[i]))
            return false;
    }
    return true;
}

/// A copy, not a link: what somebody's editor writes into the store is not to change the backup.
Result<void> backUp(const StoreFile &now)
{
    const QStringList backups = backupPaths(now.path);
    if (hasBytes(backups.first(), now.bytes))
        return {};
    if (!makeRoom(backups))
        return unwritableStore(now.path, Words::tr("its backups cannot be renamed"));
    if (const auto written = replaceDurably(backups.first(), now.bytes); !written)
        return unwritableStore(
            now.path, Words::tr("its backup %1: %2").arg(backups.first(), written.error()));
    return {};
}

/// Others may have been allowed to read it by hand or by an older version.
void repairMode(const QString &path)
{
    constexpr auto OwnerOnly = QFile::ReadOwner | QFile::WriteOwner;
    constexpr auto Others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup
                            | QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;
    if (QFileInfo(path).permissions() & Others)
        QFile::setPermissions(path, OwnerOnly);
}

} // namespace

Result<StoreFile> readStoreFile(const QString &path)
{
    StoreFile file{followed(path), {}, {}, {}};
    const auto bytes = readRegularFile(file.path, FileLimit);
    if (!bytes && bytes.error().isMissing)
        return file;
    if (!bytes)
        return unreadable(path, ErrorCode::IoFailed, bytes.error().why);
    const Result<QJsonObject> json = parse(path, *bytes);
    if (!json)
        return std::unexpected(json.error());
    Result<Content> content = contentFromJson(*json);
    if (!content)
        return unreadable(path, content.error().code, content.error().message);
    return StoreFile{file.path, *bytes, *json, std::move(*content)};
}

Result<void> writeStoreFile(const StoreFile &now, const QByteArray &bytes)
{
    if (bytes == now.bytes) {
        repairMode(now.path);
        return {};
    }
    if (bytes.size() > FileLimit)
        return unwritableStore(now.path,
                               Words::tr("they would be larger than %1 KiB").arg(FileLimit / 1024));
    if (!now.bytes.isNull()) {
        if (const Result<void> saved = backUp(now); !saved)
            return saved;
    }
    if (const auto written = replaceDurably(now.path, bytes); !written)
        return unwritableStore(now.path, written.error());
    return {};
}

QStringList backupPaths(const QString &path)
{
    QStringList paths;
    for (int number = 1; number <= BackupCount; ++number)
        paths.append(u"%1.%2"_s.arg(path, QString::number(number)));
    return paths;
}

std::unexpected<base::Error> unwritableStore(const QString &path, const QString &why)
{
    return base::failure(ErrorCode::IoFailed,
                         Words::tr("The profiles in %1 cannot be written: %2.").arg(path, why),
                         Words::tr("Nothing was changed."));
}

} // namespace colonnade::profiles
