// SPDX-License-Identifier: GPL-3.0-or-later
#include "profiles/profilejson.h"

#include "profiles/contentedit.h"
#include "profiles/jsonreader.h"
#include "profiles/profilecheck.h"
#include "profiles/words.h"

#include <QJsonArray>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <optional>
#include <utility>

using namespace Qt::StringLiterals;

namespace colonnade::profiles {

using base::ErrorCode;
using base::Result;

namespace {

const std::pair<LoginMethod, QString> MethodNames[] = {
    {LoginMethod::Agent, u"agent"_s},
    {LoginMethod::KeyFile, u"keyFile"_s},
    {LoginMethod::KeyboardInteractive, u"keyboardInteractive"_s},
    {LoginMethod::Password, u"password"_s},
};

const QString ProfilesKey = u"profiles"_s;
const QString ClustersKey = u"clusters"_s;
const QString JumpKey = u"jump"_s;

void readMethods(JsonReader &reader, QList<LoginMethod> &methods)
{
    bool agent = true; // of files before version 1
    reader.truth(u"useAgent"_s, agent);
    QStringList names;
    reader.texts(u"methods"_s, names);
    for (const QString &name : std::as_const(names)) {
        if (const std::optional<LoginMethod> method = methodFromName(name))
            methods.append(*method);
        else
            reader.complain(Words::tr("\"%1\" is not a way to log in").arg(name));
    }
    if (!agent && names.isEmpty())
        methods = {LoginMethod::KeyFile, LoginMethod::KeyboardInteractive, LoginMethod::Password};
}

void readJump(JsonReader &reader, JumpHost &jump)
{
    const QJsonObject json = reader.object(JumpKey);
    JsonReader members(json);
    members.text(u"profile"_s, jump.profile);
    members.text(u"host"_s, jump.host);
    members.port(u"port"_s, jump.port);
    members.text(u"user"_s, jump.user);
    if (!members.problem().isEmpty())
        reader.complain(members.problem());
}

void readBecomeRoot(JsonReader &reader, BecomeRoot &how)
{
    QString name;
    reader.text(u"becomeRoot"_s, name);
    for (const BecomeRoot each :
         {BecomeRoot::NotNeeded, BecomeRoot::Sudo, BecomeRoot::SudoWithPassword}) {
        if (name == becomeRootName(each)) {
            how = each;
            return;
        }
    }
    reader.complain(Words::tr("\"%1\" is not a way to become root").arg(name));
}

/// It names entries of the keychain.
void readId(JsonReader &reader, QString &id)
{
    static const QRegularExpression allowed(u"\\A[A-Za-z0-9-]{1,64}\\z"_s);
    reader.text(u"id"_s, id);
    if (!id.isEmpty() && !allowed.match(id).hasMatch())
        reader.complain(Words::tr("\"id\" has other characters than letters, digits and dashes"));
}

Result<Profile> fromJson(const QJsonObject &json)
{
    Profile profile;
    JsonReader reader(json);
    readId(reader, profile.id);
    reader.text(u"name"_s, profile.name);
    reader.text(u"cluster"_s, profile.cluster);
    reader.text(u"host"_s, profile.host);
    reader.port(u"port"_s, profile.port);
    reader.text(u"user"_s, profile.user);
    readMethods(reader, profile.methods);
    reader.texts(u"identityFiles"_s, profile.identityFiles);
    reader.truth(u"identitiesOnly"_s, profile.identitiesOnly);
    reader.text(u"knownHostsFile"_s, profile.knownHostsFile);
    readJump(reader, profile.jump);
    readBecomeRoot(reader, profile.becomeRoot);
    reader.truth(u"legacyAlgorithms"_s, profile.legacyAlgorithms);
    reader.truth(u"readOnly"_s, profile.readOnly);
    reader.seconds(u"connectTimeout"_s, profile.connectTimeout);
    reader.seconds(u"keepalive"_s, profile.keepalive);
    reader.text(u"note"_s, profile.note);
    reader.text(u"migrationAddress"_s, profile.migrationAddress);
    reader.port(u"migrationPort"_s, profile.migrationPort);
    if (!reader.problem().isEmpty())
        return base::failure(ErrorCode::ParseFailed, reader.problem());
    if (const Result<void> sane = check(profile); !sane)
        return std::unexpected(sane.error());
    return profile;
}

Result<ClusterNote> noteFromJson(const QString &cluster, const QJsonValue &value)
{
    if (!value.isObject())
        return base::failure(ErrorCode::ParseFailed, Words::tr("it is not an object"));
    const QJsonObject json = value.toObject();
    ClusterNote note;
    JsonReader reader(json);
    reader.text(u"colour"_s, note.colour);
    reader.text(u"note"_s, note.note);
    if (!reader.problem().isEmpty())
        return base::failure(ErrorCode::ParseFailed, reader.problem());
    if (const Result<void> sane = check(cluster, note); !sane)
        return std::unexpected(sane.error());
    return note;
}

Result<void> checkVersion(const QJsonValue &version)
{
    if (version.isUndefined())
        return {};
    const qint64 number = version.toInteger(0);
    if (number > FormatVersion)
        return base::failure(ErrorCode::Unsupported,
                             Words::tr("a newer Colonnade wrote it (version %1, this one knows %2)")
                                 .arg(QString::number(number), QString::number(FormatVersion)));
    if (number < 1)
        return base::failure(ErrorCode::ParseFailed, Words::tr("\"version\" is not a version"));
    return {};
}

Result<void> readProfiles(const QJsonValue &list, QList<Profile> &profiles)
{
    const auto wrong = [](const QString &why) {
        return base::failure(ErrorCode::ParseFailed, why);
    };
    if (!list.isArray() && !list.isUndefined())
        return wrong(Words::tr("\"profiles\" is not a list"));
    if (list.toArray().size() > ProfilesLimit)
        return wrong(Words::tr("it has more than %1 profiles").arg(ProfilesLimit));
    QSet<QString> names;
    for (const QJsonValue &each : list.toArray()) {
        const QString number = QString::number(profiles.size() + 1);
        if (!each.isObject())
            return wrong(Words::tr("profile %1 is not an object").arg(number));
        const Result<Profile> profile = fromJson(each.toObject());
        if (!profile)
            return wrong(Words::tr("profile %1: %2").arg(number, profile.error().message));
        if (names.contains(profile->name))
            return wrong(Words::tr("profile %1: there is one called \"%2\" before it")
                             .arg(number, profile->name));
        names.insert(profile->name);
        profiles.append(*profile);
    }
    return {};
}

Result<void> readClusters(const QJsonValue &json, QMap<QString, ClusterNote> &clusters)
{
    if (!json.isObject() && !json.isUndefined())
        return base::failure(ErrorCode::ParseFailed, Words::tr("\"clusters\" is not an object"));
    const QJsonObject notes = json.toObject();
    for (auto each = notes.begin(); each != notes.end(); ++each) {
        const Result<ClusterNote> note = noteFromJson(each.key(), each.value());
        if (!note)
            return base::failure(ErrorCode::ParseFailed,
                                 Words::tr("the note of cluster \"%1\": %2")
                                     .arg(each.key().left(100), note.error().message));
        clusters.insert(each.key(), *note);
    }
    return {};
}

void put(QJsonObject &json, const QString &key, const QJsonValue &value, const QJsonValue &standard)
{
    if (value == standard)
        json.remove(key);
    else
        json[key] = value;
}

QJsonArray methodsJson(const QList<LoginMethod> &methods)
{
    QJsonArray names;
    for (const LoginMethod method : methods)
        names.append(methodName(method));
    return names;
}

QJsonObject jumpMerged(QJsonObject json, const JumpHost &jump)
{
    put(json, u"profile"_s, jump.profile, QString());
    put(json, u"host"_s, jump.host, QString());
    put(json, u"port"_s, jump.port, 0);
    put(json, u"user"_s, jump.user, QString());
    return json;
}

QJsonObject merged(QJsonObject json, const Profile &profile)
{
    const Profile standard;
    json[u"name"_s] = profile.name;
    json[u"host"_s] = profile.host;
    put(json, u"id"_s, profile.id, QString());
    put(json, u"cluster"_s, profile.cluster, standard.cluster);
    put(json, u"port"_s, profile.port, standard.port);
    put(json, u"user"_s, profile.user, standard.user);
    json.remove(u"useAgent"_s);
    put(json, u"methods"_s, methodsJson(profile.methods), QJsonArray());
    put(json, u"identityFiles"_s, QJsonArray::fromStringList(profile.identityFiles), QJsonArray());
    put(json, u"identitiesOnly"_s, profile.identitiesOnly, standard.identitiesOnly);
    put(json, u"knownHostsFile"_s, profile.knownHostsFile, standard.knownHostsFile);
    if (profile.jump.isNone())
        json.remove(JumpKey);
    else
        json[JumpKey] = jumpMerged(json[JumpKey].toObject(), profile.jump);
    put(json, u"becomeRoot"_s, becomeRootName(profile.becomeRoot), QString());
    put(json, u"legacyAlgorithms"_s, profile.legacyAlgorithms, standard.legacyAlgorithms);
    put(json, u"readOnly"_s, profile.readOnly, standard.readOnly);
    put(json, u"connectTimeout"_s, qint64(profile.connectTimeout.count()), 0);
    put(json, u"keepalive"_s, qint64(profile.keepalive.count()), 0);
    put(json, u"note"_s, profile.note, standard.note);
    put(json, u"migrationAddress"_s, profile.migrationAddress, standard.migrationAddress);
    put(json, u"migrationPort"_s, profile.migrationPort, standard.migrationPort);
    return json;
}

QJsonObject merged(QJsonObject json, const ClusterNote &note)
{
    put(json, u"colour"_s, note.colour, QString());
    put(json, u"note"_s, note.note, QString());
    return json;
}

QJsonObject clustersMerged(const QJsonObject &json, const QMap<QString, ClusterNote> &clusters)
{
    QJsonObject notes;
    for (auto note = clusters.begin(); note != clusters.end(); ++note) {
        if (const QJsonObject members = merged(json[note.key()].toObject(), *note);
            !members.isEmpty())
            notes[note.key()] = members;
    }
    return notes;
}

/// Profiles and elements of the list have the same numbers.
QJsonObject memberOf(const QJsonArray &list, const QList<Profile> &before, const Profile &profile)
{
    auto old = std::ranges::find(before, profile.id, &Profile::id);
    if (old == before.end())
        old = std::ranges::find(before, profile.name, &Profile::name);
    return old == before.end() ? QJsonObject() : list.at(old - before.begin()).toObject();
}

} // namespace

QString methodName(LoginMethod method)
{
    return std::ranges::find(MethodNames, method, &std::pair<LoginMethod, QString>::first)->second;
}

std::optional<LoginMethod> methodFromName(const QString &name)
{
    const auto found =
        std::ranges::find(MethodNames, name, &std::pair<LoginMethod, QString>::second);
    return found == std::end(MethodNames) ? std::nullopt : std::optional(found->first);
}

QString becomeRootName(BecomeRoot how)
{
    switch (how) {
    case BecomeRoot::NotNeeded:
        return {};
    case BecomeRoot::Sudo:
        return u"sudo"_s;
    case BecomeRoot::SudoWithPassword:
        break;
    }
    return u"sudoWithPassword"_s;
}

Result<Content> contentFromJson(const QJsonObject &json)
{
    Content content;
    for (const Result<void> &read :
         {checkVersion(json[u"version"]), readProfiles(json[ProfilesKey], content.profiles),
          readClusters(json[ClustersKey], content.clusters)}) {
        if (!read)
            return std::unexpected(read.error());
    }
    completeIds(content.profiles);
    return content;
}

QJsonObject mergedIntoJson(QJsonObject json, const Content &before, const Content &after)
{
    const QJsonArray old = json[ProfilesKey].toArray();
    QJsonArray list;
    for (const Profile &profile : after.profiles)
        list.append(merged(memberOf(old, before.profiles, profile), profile));
    json[u"version"_s] = FormatVersion;
    json[ProfilesKey] = list;
    put(json, ClustersKey, clustersMerged(json[ClustersKey].toObject(), after.clusters),
        QJsonObject());
    return json;
}

QJsonObject toJson(const Profile &profile)
{
    Profile anonymous = profile;
    anonymous.id.clear();
    return merged({}, anonymous);
}

} // namespace colonnade::profiles
