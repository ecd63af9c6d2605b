// SPDX-License-Identifier: GPL-3.0-or-later
#include "profiles/profileexchange.h"

#include "profiles/contentedit.h"
#include "profiles/files.h"
#include "profiles/profilejson.h"
#include "profiles/words.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace colonnade::profiles {

using base::ErrorCode;
using base::Result;

namespace {

/// For whoever opens the file in an editor; the same in every language.
constexpr char About[] = "Connection profiles of Colonnade; passwords and keys are not in it.";

constexpr qint64 FileLimit = 10 * 1024 * 1024;
const QString FormatKey = u"format"_s;
const QString FormatName = u"colonnade-profiles"_s;

/// @p names and what they jump through, in the order of @p content.
QStringList withJumps(const Content &content, QStringList names)
{
    for (qsizetype i = 0; i < names.size(); ++i) {
        const Profile *profile = findProfile(content.profiles, names[i]);
        if (profile && findProfile(content.profiles, profile->jump.profile)
            && !names.contains(profile->jump.profile))
            names.append(profile->jump.profile);
    }
    return names;
}

std::unexpected<base::Error> unreadable(const QString &path, ErrorCode code, const QString &why)
{
    return base::failure(code, Words::tr("No profiles can be imported from %1: %2.").arg(path, why),
                         Words::tr("Nothing was changed."));
}

Result<Content> readContent(const QString &path)
{
    const auto bytes = readRegularFile(path, FileLimit);
    if (!bytes)
        return unreadable(path, bytes.error().isMissing ? ErrorCode::NotFound : ErrorCode::IoFailed,
                          bytes.error().why);
    QJsonParseError error;
    const QJsonObject json = QJsonDocument::fromJson(*bytes, &error).object();
    if (error.error != QJsonParseError::NoError)
        return unreadable(path, ErrorCode::ParseFailed, error.errorString());
    if (json[FormatKey] != FormatName)
        return unreadable(path, ErrorCode::ParseFailed,
                          Words::tr("it is no export of Colonnade's profiles"));
    Result<Content> content = contentFromJson(json);
    if (!content)
        return unreadable(path, content.error().code, content.error().message);
    return content;
}

QString shown(const QString &value)
{
    return value.isEmpty() ? Words::tr("not set") : value;
}

QString shown(const QJsonValue &value)
{
    if (value.isArray())
        return shown(value.toVariant().toStringList().join(u", "_s));
    if (value.isObject())
        return QString::fromUtf8(QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact));
    return shown(value.toVariant().toString());
}

} // namespace

Result<QByteArray> exported(const Content &content, const QStringList &names)
{
    for (const QString &name : names) {
        if (!findProfile(content.profiles, name))
            return base::failure(ErrorCode::NotFound,
                                 Words::tr("There is no profile called \"%1\".").arg(name));
    }
    const QStringList wanted = withJumps(content, names);
    Content some;
    for (Profile profile : content.profiles) {
        if (!wanted.isEmpty() && !wanted.contains(profile.name))
            continue;
        profile.id.clear();
        some.profiles.append(profile);
        const QString cluster = clusterNameOf(profile);
        if (content.clusters.contains(cluster))
            some.clusters[cluster] = content.clusters[cluster];
    }
    QJsonObject json = mergedIntoJson({}, {}, some);
    json[FormatKey] = FormatName;
    json[u"about"_s] = QLatin1String(About);
    return QJsonDocument(json).toJson();
}

Result<ImportOffer> readExport(const QString &path, const Content &present)
{
    const Result<Content> content = readContent(path);
    if (!content)
        return std::unexpected(content.error());
    ImportOffer offer{{}, content->clusters};
    for (Profile profile : content->profiles) {
        profile.id.clear();
        using Kind = ImportCandidate::Kind;
        ImportCandidate candidate;
        candidate.profile = profile;
        candidate.alias = profile.name;
        if (const Profile *there = findProfile(present.profiles, profile.name)) {
            candidate.differences = differences(*there, profile);
            candidate.kind = candidate.differences.isEmpty() ? Kind::Same : Kind::Differs;
        }
        offer.profiles.append(candidate);
    }
    return offer;
}

Result<void> takeOver(Content &content, const QList<Profile> &chosen,
                      const QMap<QString, ClusterNote> &clusters, const QStringList &replace)
{
    Content after = content;
    for (Profile profile : chosen) {
        profile.id.clear();
        const auto there = std::ranges::find(after.profiles, profile.name, &Profile::name);
        if (there == after.profiles.end()) {
            after.profiles.append(profile);
        } else if (!differences(*there, profile).isEmpty()) {
            if (!replace.contains(profile.name))
                return base::failure(
                    ErrorCode::Refused,
                    Words::tr("There is another profile called \"%1\" already.").arg(profile.name),
                    Words::tr("Say that it is to be replaced, or leave it out."));
            profile.id = there->id;
            *there = profile;
        }
        const QString cluster = clusterNameOf(profile);
        if (clusters.contains(cluster) && !after.clusters.contains(cluster))
            after.clusters[cluster] = clusters[cluster];
    }
    content = after;
    return {};
}

QStringList differences(const Profile &now, const Profile &then)
{
    const QJsonObject before = toJson(now);
    const QJsonObject after = toJson(then);
    QStringList keys = before.keys() + after.keys();
    keys.sort();
    keys.removeDuplicates();
    QStringList found;
    for (const QString &key : std::as_const(keys)) {
        if (before[key] != after[key])
            found.append(
                Words::tr("%1: %2 becomes %3").arg(key, shown(before[key]), shown(after[key])));
    }
    return found;
}

} // namespace colonnade::profiles
