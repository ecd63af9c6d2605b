// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/profilecommands.h"
#include "ctl/profileoptions.h"
#include "ctl/table.h"
#include "profiles/contentedit.h"
#include "profiles/sshconfig.h"
#include "profiles/store.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace colonnade::ctl {

namespace {

using profiles::JumpHost;
using profiles::Profile;

/// What is connected to in the end.
struct Effective
{
    QString host;
    quint16 port = 22;
    QString user = u"root"_s;
};

Effective effective(const Profile &profile, const profiles::SshConfig &sshConfig)
{
    Effective found;
    const profiles::SshHostConfig host =
        sshConfig.lookUp({profile.host, profile.port, profile.user, found.user});
    found.host = host.host;
    if (host.port != 0)
        found.port = host.port;
    if (!host.user.isEmpty())
        found.user = host.user;
    return found;
}

QString shown(const JumpHost &jump)
{
    if (!jump.profile.isEmpty() || jump.isNone())
        return jump.profile;
    const QString user = jump.user.isEmpty() ? QString() : jump.user + u'@';
    const QString host = jump.host.contains(u':') ? u'[' + jump.host + u']' : jump.host;
    return user + host + (jump.port == 0 ? QString() : u':' + QString::number(jump.port));
}

QStringList marks(const Profile &profile)
{
    QStringList words;
    if (profile.readOnly)
        words.append(u"read-only"_s);
    if (profile.legacyAlgorithms)
        words.append(u"legacy"_s);
    if (profile.becomeRoot != profiles::BecomeRoot::NotNeeded)
        words.append(u"sudo"_s);
    return words;
}

QJsonArray methodsJson(const Profile &profile)
{
    QJsonArray words;
    for (const profiles::LoginMethod method : profile.methods)
        words.append(methodWord(method));
    return words;
}

QJsonObject toJson(const Profile &profile, const Effective &found)
{
    return {{u"id"_s, profile.id},
            {u"name"_s, profile.name},
            {u"cluster"_s, profiles::clusterNameOf(profile)},
            {u"host"_s, profile.host},
            {u"address"_s, found.host},
            {u"port"_s, found.port},
            {u"portIsSet"_s, profile.port != 0},
            {u"user"_s, found.user},
            {u"userIsSet"_s, !profile.user.isEmpty()},
            {u"methods"_s, methodsJson(profile)},
            {u"identityFiles"_s, QJsonArray::fromStringList(profile.identityFiles)},
            {u"identitiesOnly"_s, profile.identitiesOnly},
            {u"knownHostsFile"_s, profile.knownHostsFile},
            {u"jump"_s, shown(profile.jump)},
            {u"jumpIsProfile"_s, !profile.jump.profile.isEmpty()},
            {u"becomeRoot"_s, becomeRootWord(profile.becomeRoot)},
            {u"legacyAlgorithms"_s, profile.legacyAlgorithms},
            {u"readOnly"_s, profile.readOnly},
            {u"connectTimeout"_s, qint64(profile.connectTimeout.count())},
            {u"keepalive"_s, qint64(profile.keepalive.count())},
            {u"note"_s, profile.note},
            {u"migrationAddress"_s, profile.migrationAddress},
            {u"migrationPort"_s, profile.migrationPort}};
}

QString orDash(const QString &text)
{
    return text.isEmpty() ? u"-"_s : text;
}

void print(const Context &context, const QList<Profile> &profiles,
           const profiles::SshConfig &sshConfig)
{
    Table table({{u"CLUSTER"_s},
                 {u"NODE"_s},
                 {u"HOST"_s},
                 {u"PORT"_s, Table::Align::Right},
                 {u"USER"_s},
                 {u"IDENTITY"_s},
                 {u"JUMP"_s},
                 {u"MARKS"_s}});
    for (const Profile &profile : profiles) {
        const Effective found = effective(profile, sshConfig);
        table.addRow({profiles::clusterNameOf(profile), profile.name, profile.host,
                      QString::number(found.port), found.user,
                      orDash(profile.identityFiles.join(u", "_s)), orDash(shown(profile.jump)),
                      orDash(marks(profile).join(u", "_s))});
    }
    if (!table.isEmpty())
        context.terminal.out(table.toText().trimmed());
}

void printJson(const Context &context, const QList<Profile> &profiles,
               const profiles::SshConfig &sshConfig)
{
    QJsonArray array;
    for (const Profile &profile : profiles)
        array.append(toJson(profile, effective(profile, sshConfig)));
    context.terminal.raw(
        QJsonDocument(QJsonObject{{u"format"_s, 1}, {u"profiles"_s, array}}).toJson());
}

} // namespace

int profileList(const Context &context)
{
    QCommandLineParser parser;
    parser.addOption({u"json"_s, u"Print JSON."_s});
    int code = Done;
    if (!parseArguments(context, parser, u"profile list [--json]"_s, code))
        return code;
    if (!parser.positionalArguments().isEmpty())
        return usageError(context, u"profile list takes no names"_s);
    const base::Result<QList<Profile>> profiles = profiles::Store().load();
    if (!profiles)
        return failed(context, profiles.error());
    const profiles::SshConfig sshConfig(profiles::SshConfigFiles::ofThisUser());
    (parser.isSet(u"json"_s) ? printJson : print)(context, *profiles, sshConfig);
    return Done;
}

} // namespace colonnade::ctl
