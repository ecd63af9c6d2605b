// SPDX-License-Identifier: GPL-3.0-or-later
#include "profiles/store.h"

#include "profiles/profilecheck.h"
#include "profiles/profilejson.h"
#include "profiles/words.h"

#include <QDeadlineTimer>
#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLockFile>
#include <QSaveFile>
#include <QStandardPaths>
#include <QThread>

#include <functional>

using namespace Qt::StringLiterals;

namespace colonnade::profiles {

using base::ErrorCode;
using base::Result;

namespace {

constexpr qint64 FileLimit = 10 * 1024 * 1024;
constexpr auto LockPatience = std::chrono::seconds(20);
const QString ListKey = u"profiles"_s;

/// The file as it stands, and the profiles in it.
struct Content
{
    QJsonObject json;
    QList<Profile> profiles; ///< as many as the list has elements
};

std::unexpected<base::Error> unreadable(const QString &path, ErrorCode code, const QString &why)
{
    return base::failure(
        code, Words::tr("The profiles in %1 cannot be read: %2.").arg(path, why),
        Words::tr("Mend the file, or move it away to begin with none. It is left as it is."));
}

Result<QJsonObject> readJson(const QString &path)
{
    QFile file(path);
    if (!file.exists())
        return QJsonObject{};
    if (!file.open(QIODevice::ReadOnly))
        return unreadable(path, ErrorCode::IoFailed, file.errorString());
    const QByteArray bytes = file.read(FileLimit + 1);
    if (file.error() != QFile::NoError)
        return unreadable(path, ErrorCode::IoFailed, file.errorString());
    if (bytes.size() > FileLimit)
        return unreadable(path, ErrorCode::ParseFailed, Words::tr("it is larger than 10 MiB"));

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

Result<Content> readContent(const QString &path)
{
    const Result<QJsonObject> json = readJson(path);
    if (!json)
        return std::unexpected(json.error());
    const QJsonValue list = json->value(ListKey);
    if (!list.isArray() && !list.isUndefined())
        return unreadable(path, ErrorCode::ParseFailed, Words::tr("\"profiles\" is not a list"));

    Content content{*json, {}};
    for (const QJsonValue &each : list.toArray()) {
        const QString number = QString::number(content.profiles.size() + 1);
        if (!each.isObject())
            return unreadable(path, ErrorCode::ParseFailed,
                              Words::tr("profile %1 is not an object").arg(number));
        const Result<Profile> profile = fromJson(each.toObject());
        if (!profile)
            return unreadable(path, ErrorCode::ParseFailed,
                              Words::tr("profile %1: %2").arg(number, profile.error().message));
        content.profiles.append(*profile);
    }
    return content;
}

std::unexpected<base::Error> unwritable(const QString &path, const QString &why)
{
    return base::failure(ErrorCode::IoFailed,
                         Words::tr("The profiles in %1 cannot be written: %2.").arg(path, why),
                         Words::tr("Nothing was changed."));
}

Result<void> writeJson(const QString &path, const QJsonObject &json)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly)
        || !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner)
        || file.write(QJsonDocument(json).toJson()) < 0 || !file.commit())
        return unwritable(path, file.errorString());
    return {};
}

qsizetype indexOf(const QList<Profile> &profiles, const QString &name)
{
    for (qsizetype i = 0; i < profiles.size(); ++i) {
        if (profiles[i].name == name)
            return i;
    }
    return -1;
}

std::unexpected<base::Error> noSuch(const QString &name)
{
    return base::failure(ErrorCode::NotFound,
                         Words::tr("There is no profile called \"%1\".").arg(name));
}

std::unexpected<base::Error> taken(const QString &name)
{
    return base::failure(ErrorCode::InvalidInput,
                         Words::tr("There is a profile called \"%1\" already.").arg(name),
                         Words::tr("Give it another name, or remove the old one first."));
}

/// QLockFile's own waiting doubles its pauses, which starves one of many writers.
bool acquire(QLockFile &lock)
{
    const QDeadlineTimer deadline(LockPatience);
    while (!lock.tryLock(0)) {
        if (lock.error() != QLockFile::LockFailedError || deadline.hasExpired())
            return false;
        QThread::msleep(10);
    }
    return true;
}

/// Reads, lets @p edit change the list, and writes, all under the lock.
Result<void> change(const QString &path,
                    const std::function<Result<void>(QJsonArray &, const QList<Profile> &)> &edit)
{
    const QString folder = QFileInfo(path).absolutePath();
    if (!QDir().mkpath(folder))
        return unwritable(path, Words::tr("the folder %1 cannot be made").arg(folder));
    QLockFile lock(path + u".lock"_s);
    if (!acquire(lock))
        return unwritable(path, Words::tr("its lock %1.lock cannot be had").arg(path));

    Result<Content> content = readContent(path);
    if (!content)
        return std::unexpected(content.error());
    QJsonArray list = content->json.value(ListKey).toArray();
    if (const Result<void> edited = edit(list, content->profiles); !edited)
        return edited;
    content->json[ListKey] = list;
    return writeJson(path, content->json);
}

} // namespace

QString Store::defaultPath()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation)
           + u"/colonnade/profiles.json"_s;
}

Store::Store(QString path) : m_path(std::move(path)) {}

Result<QList<Profile>> Store::load() const
{
    const Result<Content> content = readContent(m_path);
    if (!content)
        return std::unexpected(content.error());
    return content->profiles;
}

Result<void> Store::add(const Profile &profile)
{
    if (const Result<void> sane = check(profile); !sane)
        return sane;
    return change(m_path, [&](QJsonArray &list, const QList<Profile> &profiles) -> Result<void> {
        if (indexOf(profiles, profile.name) >= 0)
            return taken(profile.name);
        list.append(mergedIntoJson({}, profile));
        return {};
    });
}

Result<void> Store::replace(const QString &name, const Profile &profile)
{
    if (const Result<void> sane = check(profile); !sane)
        return sane;
    return change(m_path, [&](QJsonArray &list, const QList<Profile> &profiles) -> Result<void> {
        const qsizetype at = indexOf(profiles, name);
        if (at < 0)
            return noSuch(name);
        if (profile.name != name && indexOf(profiles, profile.name) >= 0)
            return taken(profile.name);
        list[at] = mergedIntoJson(list[at].toObject(), profile);
        return {};
    });
}

Result<void> Store::remove(const QString &name)
{
    return change(m_path, [&](QJsonArray &list, const QList<Profile> &profiles) -> Result<void> {
        const qsizetype at = indexOf(profiles, name);
        if (at < 0)
            return noSuch(name);
        list.removeAt(at);
        return {};
    });
}

} // namespace colonnade::profiles
