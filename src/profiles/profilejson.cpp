// SPDX-License-Identifier: GPL-3.0-or-later
#include "profiles/profilejson.h"

#include "profiles/profilecheck.h"
#include "profiles/words.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace colonnade::profiles {

using base::ErrorCode;
using base::Result;

namespace {

/// Reads members one by one and remembers the first that is wrong.
class Reader
{
public:
    explicit Reader(const QJsonObject &json) : m_json(json) {}

    void text(const QString &key, QString &value)
    {
        const QJsonValue found = m_json.value(key);
        if (found.isString())
            value = found.toString();
        else if (!found.isUndefined())
            complain(Words::tr("\"%1\" is not a string").arg(key));
    }

    void port(const QString &key, quint16 &value)
    {
        const QJsonValue found = m_json.value(key);
        const qint64 number = found.toInteger(-1);
        if (number >= 0 && number <= 65535)
            value = quint16(number);
        else if (!found.isUndefined())
            complain(Words::tr("\"%1\" is not a port number").arg(key));
    }

    void truth(const QString &key, bool &value)
    {
        const QJsonValue found = m_json.value(key);
        if (found.isBool())
            value = found.toBool();
        else if (!found.isUndefined())
            complain(Words::tr("\"%1\" is not true or false").arg(key));
    }

    void texts(const QString &key, QStringList &values)
    {
        const QJsonValue found = m_json.value(key);
        if (found.isUndefined())
            return;
        const QString otherwise = Words::tr("\"%1\" is not a list of strings").arg(key);
        if (!found.isArray())
            return complain(otherwise);
        for (const QJsonValue &each : found.toArray()) {
            if (!each.isString())
                return complain(otherwise);
            values.append(each.toString());
        }
    }

    const QString &problem() const { return m_problem; }

private:
    void complain(const QString &problem)
    {
        if (m_problem.isEmpty())
            m_problem = problem;
    }

    const QJsonObject &m_json;
    QString m_problem;
};

void put(QJsonObject &json, const QString &key, const QJsonValue &value, const QJsonValue &standard)
{
    if (value == standard)
        json.remove(key);
    else
        json[key] = value;
}

} // namespace

Result<Profile> fromJson(const QJsonObject &json)
{
    Profile profile;
    Reader reader(json);
    reader.text(u"name"_s, profile.name);
    reader.text(u"cluster"_s, profile.cluster);
    reader.text(u"host"_s, profile.host);
    reader.port(u"port"_s, profile.port);
    reader.text(u"user"_s, profile.user);
    reader.texts(u"identityFiles"_s, profile.identityFiles);
    bool agent = true; // of files before version 1
    reader.truth(u"useAgent"_s, agent);
    if (!agent)
        profile.methods = {LoginMethod::KeyFile, LoginMethod::KeyboardInteractive,
                           LoginMethod::Password};
    reader.text(u"knownHostsFile"_s, profile.knownHostsFile);
    reader.text(u"migrationAddress"_s, profile.migrationAddress);
    reader.port(u"migrationPort"_s, profile.migrationPort);
    if (!reader.problem().isEmpty())
        return base::failure(ErrorCode::ParseFailed, reader.problem());
    if (const Result<void> sane = check(profile); !sane)
        return std::unexpected(sane.error());
    return profile;
}

QJsonObject mergedIntoJson(QJsonObject json, const Profile &profile)
{
    const Profile standard;
    json[u"name"_s] = profile.name;
    json[u"host"_s] = profile.host;
    put(json, u"cluster"_s, profile.cluster, standard.cluster);
    put(json, u"port"_s, profile.port, standard.port);
    put(json, u"user"_s, profile.user, standard.user);
    put(json, u"identityFiles"_s, QJsonArray::fromStringList(profile.identityFiles), QJsonArray());
    put(json, u"useAgent"_s,
        profile.methods.isEmpty() || profile.methods.contains(LoginMethod::Agent), true);
    put(json, u"knownHostsFile"_s, profile.knownHostsFile, standard.knownHostsFile);
    put(json, u"migrationAddress"_s, profile.migrationAddress, standard.migrationAddress);
    put(json, u"migrationPort"_s, profile.migrationPort, standard.migrationPort);
    return json;
}

} // namespace colonnade::profiles
