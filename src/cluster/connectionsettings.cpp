// SPDX-License-Identifier: GPL-3.0-or-later
#include "cluster/connectionsettings.h"

#include "cluster/words.h"
#include "profiles/contentedit.h"
#include "profiles/localuser.h"
#include "profiles/store.h"

using namespace Qt::StringLiterals;

namespace colonnade::cluster {

namespace {

using base::ErrorCode;
using base::Result;
using profiles::JumpHost;
using profiles::Profile;
using profiles::SshHostConfig;
using remote::ConnectionSettings;

using SharedSettings = std::shared_ptr<const ConnectionSettings>;

constexpr qsizetype LongestWay = 8;

remote::LoginMethod loginMethod(profiles::LoginMethod method)
{
    switch (method) {
    case profiles::LoginMethod::Agent:
        return remote::LoginMethod::Agent;
    case profiles::LoginMethod::KeyFile:
        return remote::LoginMethod::KeyFile;
    case profiles::LoginMethod::KeyboardInteractive:
        return remote::LoginMethod::KeyboardInteractive;
    case profiles::LoginMethod::Password:
        break;
    }
    return remote::LoginMethod::Password;
}

remote::BecomeRoot becomeRoot(profiles::BecomeRoot how)
{
    switch (how) {
    case profiles::BecomeRoot::NotNeeded:
        return remote::BecomeRoot::NotNeeded;
    case profiles::BecomeRoot::Sudo:
        return remote::BecomeRoot::Sudo;
    case profiles::BecomeRoot::SudoWithPassword:
        break;
    }
    return remote::BecomeRoot::SudoWithPassword;
}

std::unexpected<base::Error> obstacle(const QString &node, const profiles::SshConfigProblem &line)
{
    return base::failure(
        ErrorCode::InvalidInput,
        Words::tr("%1 is not connected to because of %2: %3").arg(node, line.place(), line.why),
        line.remedy);
}

/// Where ssh_config gives one of the two lists, the other has its default.
QStringList knownHostsFiles(const SshHostConfig &host, const QString &home)
{
    if (!host.userKnownHostsFiles && !host.globalKnownHostsFiles)
        return {};
    const QString folder = home + u"/.ssh/known_hosts"_s;
    QStringList files = host.userKnownHostsFiles.value_or(QStringList{folder, folder + u'2'});
    if (files.isEmpty())
        files.append(u"/dev/null"_s); // where new keys go
    return files
           + host.globalKnownHostsFiles.value_or(
               QStringList{u"/etc/ssh/ssh_known_hosts"_s, u"/etc/ssh/ssh_known_hosts2"_s});
}

/// What ssh_config says, where it says it.
void apply(ConnectionSettings &settings, const SshHostConfig &host, const QString &home)
{
    settings.host = host.host;
    if (host.port != 0)
        settings.port = host.port;
    if (!host.user.isEmpty())
        settings.user = host.user;
    if (!host.methods.isEmpty()) {
        settings.methods.clear();
        for (const profiles::LoginMethod method : host.methods)
            settings.methods.append(loginMethod(method));
    }
    settings.identityFiles = host.identityFiles;
    settings.certificateFiles = host.certificateFiles;
    settings.identitiesOnly = host.identitiesOnly;
    settings.agentSocket = host.agentSocket;
    settings.knownHostsFiles = knownHostsFiles(host, home);
    settings.hostKeyAlias = host.hostKeyAlias;
    settings.hashKnownHosts = host.hashKnownHosts;
    settings.refuseUnknownHostKeys = host.strictHostKeyChecking;
    if (host.connectTimeout.count() > 0)
        settings.connectTimeout = host.connectTimeout;
    if (host.serverAliveInterval.count() > 0)
        settings.keepaliveInterval = host.serverAliveInterval;
    if (host.serverAliveCountMax > 0)
        settings.keepaliveMisses = host.serverAliveCountMax;
}

/// The profile's own values win. Host, port and user went through the lookup already.
void apply(ConnectionSettings &settings, const Profile &profile)
{
    if (!profile.methods.isEmpty()) {
        settings.methods.clear();
        for (const profiles::LoginMethod method : profile.methods)
            settings.methods.append(loginMethod(method));
    }
    if (!profile.identityFiles.isEmpty())
        settings.identityFiles = profile.identityFiles;
    settings.identitiesOnly = settings.identitiesOnly || profile.identitiesOnly;
    if (!profile.knownHostsFile.isEmpty())
        settings.knownHostsFiles = QStringList{profile.knownHostsFile};
    settings.becomeRoot = becomeRoot(profile.becomeRoot);
    settings.legacyAlgorithms = profile.legacyAlgorithms;
    settings.readOnly = profile.readOnly;
    if (profile.connectTimeout.count() != 0)
        settings.connectTimeout = profile.connectTimeout;
    if (profile.keepalive.count() != 0)
        settings.keepaliveInterval = profile.keepalive;
}

/// Follows the jump hosts of one connection.
class Way
{
public:
    Way(const QList<Profile> &profiles, const profiles::SshConfig &sshConfig)
        : m_profiles(profiles), m_sshConfig(sshConfig)
    {
    }

    Result<ConnectionSettings> to(const Profile &profile);

private:
    /// How a host that is no profile is reached.
    struct Hop
    {
        JumpHost jump;
        QString defaultUser;
    };

    Result<SharedSettings> jumpOf(const Profile &profile, const SshHostConfig &host,
                                  const QString &user);
    Result<SharedSettings> jumpOf(const SshHostConfig &host, const QString &node);
    Result<SharedSettings> through(const Hop &hop, const SharedSettings &before);
    Result<void> enter(const QString &host, quint16 port, const QString &user);

    const QList<Profile> &m_profiles;
    const profiles::SshConfig &m_sshConfig;
    QStringList m_way; ///< who is connected to, the target first
};

Result<SharedSettings> shared(Result<ConnectionSettings> settings)
{
    if (!settings)
        return std::unexpected(settings.error());
    return std::make_shared<const ConnectionSettings>(std::move(*settings));
}

Result<ConnectionSettings> Way::to(const Profile &profile)
{
    ConnectionSettings settings;
    settings.node = profile.name;
    settings.secretsId = profile.id.isEmpty() ? profile.name : profile.id;
    const SshHostConfig host =
        m_sshConfig.lookUp({profile.host, profile.port, profile.user, settings.user});
    if (const profiles::SshConfigProblem *line = host.obstacle())
        return obstacle(profile.name, *line);
    if (host.proxyCommand && profile.jump.isNone())
        return obstacle(profile.name, *host.proxyCommand);
    if (host.revokedHostKeys && profile.knownHostsFile.isEmpty())
        return obstacle(profile.name, *host.revokedHostKeys);
    apply(settings, host, m_sshConfig.home());
    apply(settings, profile);
    if (const Result<void> entered = enter(settings.host, settings.port, settings.user); !entered)
        return std::unexpected(entered.error());
    const Result<SharedSettings> jump = jumpOf(profile, host, settings.user);
    if (!jump)
        return std::unexpected(jump.error());
    settings.jump = *jump;
    return settings;
}

Result<SharedSettings> Way::jumpOf(const Profile &profile, const SshHostConfig &host,
                                   const QString &user)
{
    if (profile.jump.isNone())
        return jumpOf(host, profile.name);
    if (profile.jump.profile.isEmpty()) {
        if (profile.jump.host == u"none")
            return nullptr;
        return through({profile.jump, user}, nullptr);
    }
    const Profile *next = profiles::findProfile(m_profiles, profile.jump.profile);
    if (!next)
        return base::failure(
            ErrorCode::NotFound,
            Words::tr("The jump host of %1 is the profile \"%2\", which does not exist.")
                .arg(profile.name, profile.jump.profile),
            Words::tr("Choose another jump host in the profile of %1.").arg(profile.name));
    return shared(to(*next));
}

/// ProxyJump. Only the first host on the way looks for jump hosts of its own, as with ssh -J.
Result<SharedSettings> Way::jumpOf(const SshHostConfig &host, const QString &node)
{
    SharedSettings before;
    for (const JumpHost &jump : host.jumps) {
        Result<SharedSettings> next = through({jump, {}}, before);
        if (!next)
            return base::failure(next.error().code,
                                 Words::tr("%1: %2").arg(node, next.error().message),
                                 next.error().remedy);
        before = *next;
    }
    return before;
}

Result<SharedSettings> Way::through(const Hop &hop, const SharedSettings &before)
{
    ConnectionSettings settings;
    settings.user = hop.defaultUser.isEmpty() ? profiles::localUserName() : hop.defaultUser;
    const SshHostConfig host =
        m_sshConfig.lookUp({hop.jump.host, hop.jump.port, hop.jump.user, settings.user});
    if (const profiles::SshConfigProblem *line = host.obstacle())
        return obstacle(hop.jump.host, *line);
    if (host.proxyCommand && !before)
        return obstacle(hop.jump.host, *host.proxyCommand);
    if (host.revokedHostKeys)
        return obstacle(hop.jump.host, *host.revokedHostKeys);
    apply(settings, host, m_sshConfig.home());
    settings.node = hop.jump.host;
    settings.secretsId =
        u"%1@%2:%3"_s.arg(settings.user, settings.host, QString::number(settings.port));
    if (const Result<void> entered = enter(settings.host, settings.port, settings.user); !entered)
        return std::unexpected(entered.error());
    if (before) {
        settings.jump = before;
        return std::make_shared<const ConnectionSettings>(std::move(settings));
    }
    const Result<SharedSettings> jump = jumpOf(host, hop.jump.host);
    if (!jump)
        return jump;
    settings.jump = *jump;
    return std::make_shared<const ConnectionSettings>(std::move(settings));
}

Result<void> Way::enter(const QString &host, quint16 port, const QString &user)
{
    const QString here = u"%1@%2:%3"_s.arg(user, host, QString::number(port));
    const bool again = m_way.contains(here);
    m_way.append(here);
    if (!again && m_way.size() <= LongestWay)
        return {};
    return base::failure(
        ErrorCode::InvalidInput,
        again ? Words::tr("The jump hosts lead in a circle: %1.").arg(m_way.join(u" - "_s))
              : Words::tr("The way through jump hosts is too long: %1.").arg(m_way.join(u" - "_s)),
        Words::tr("Choose another jump host in the profile, or mend ProxyJump in "
                  "ssh_config; \"none\" as the jump host connects directly."));
}

} // namespace

ConnectionSource ConnectionSource::ofThisUser(const QString &profilesFile)
{
    return {profilesFile, profiles::SshConfigFiles::ofThisUser()};
}

Result<ConnectionSettings> connectionSettings(const Profile &profile,
                                              const QList<Profile> &profiles,
                                              const profiles::SshConfig &sshConfig)
{
    return Way(profiles, sshConfig).to(profile);
}

Result<ConnectionSettings> connectionSettings(const Profile &profile,
                                              const ConnectionSource &source)
{
    QList<Profile> others;
    if (!profile.jump.profile.isEmpty() && !source.profilesFile.isEmpty()) {
        Result<QList<Profile>> loaded = profiles::Store(source.profilesFile).load();
        if (!loaded)
            return std::unexpected(loaded.error());
        others = std::move(*loaded);
    }
    return connectionSettings(profile, others, profiles::SshConfig(source.sshConfig));
}

} // namespace colonnade::cluster
