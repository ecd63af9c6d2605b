// SPDX-License-Identifier: GPL-3.0-or-later
#include "profiles/sshconfigimport.h"

#include "profiles/contentedit.h"
#include "profiles/profilecheck.h"
#include "profiles/words.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace colonnade::profiles {

namespace {

QString whole(const SshConfigProblem &problem)
{
    return u"%1: %2"_s.arg(problem.place(), problem.why);
}

bool hasWhatNoProfileHolds(const SshHostConfig &host)
{
    return host.jumps.size() > 1 || !host.hostKeyAlias.isEmpty() || !host.certificateFiles.isEmpty()
           || !host.agentSocket.isEmpty() || host.noAgent || host.globalKnownHostsFiles
           || (host.userKnownHostsFiles && host.userKnownHostsFiles->size() != 1);
}

class Import
{
public:
    Import(const SshConfig &config, const Content &present) : m_config(config), m_present(present)
    {
    }

    SshConfigOffer run();

private:
    ImportCandidate candidate(const SshAlias &alias);
    JumpHost jumpOf(const JumpHost &jump) const;
    void update(Profile &profile, const SshAlias &alias, const SshHostConfig &host) const;
    const Profile *thereAlready(const SshAlias &alias, const SshHostConfig &host) const;

    const SshConfig &m_config;
    const Content &m_present;
    QList<SshAlias> m_aliases;
};

SshConfigOffer Import::run()
{
    SshConfigOffer offer;
    m_aliases = m_config.aliases(offer.problems);
    for (const SshAlias &alias : std::as_const(m_aliases))
        offer.hosts.append(candidate(alias));
    return offer;
}

ImportCandidate Import::candidate(const SshAlias &alias)
{
    const SshHostConfig host = m_config.lookUp({alias.name, 0, {}, {}});
    ImportCandidate found;
    found.alias = alias.name;
    found.origin = u"%1:%2"_s.arg(alias.file, QString::number(alias.line));
    const Profile *there = thereAlready(alias, host);
    if (there) {
        found.profile = *there;
        found.profile.id.clear();
    } else {
        found.profile.name = alias.name;
    }
    update(found.profile, alias, host);
    if (const SshConfigProblem *obstacle = host.obstacle())
        found.problem = whole(*obstacle);
    else if (host.proxyCommand && found.profile.jump.isNone())
        found.problem = whole(*host.proxyCommand);
    else if (const base::Result<void> sane = check(found.profile); !sane)
        found.problem = sane.error().message;
    if (there) {
        found.differences = differences(*there, found.profile);
        found.kind = found.differences.isEmpty() ? ImportCandidate::Kind::Same
                                                 : ImportCandidate::Kind::Differs;
    }
    return found;
}

const Profile *Import::thereAlready(const SshAlias &alias, const SshHostConfig &host) const
{
    if (const Profile *named = findProfile(m_present.profiles, alias.name))
        return named;
    const auto portOf = [](quint16 port) { return port == 0 ? 22 : port; };
    const auto userOf = [](const QString &user) { return user.isEmpty() ? u"root"_s : user; };
    for (const Profile &profile : m_present.profiles) {
        if ((profile.host == host.host || profile.host == alias.name)
            && portOf(profile.port) == portOf(host.port)
            && userOf(profile.user) == userOf(host.user))
            return &profile;
    }
    return nullptr;
}

/// What ssh_config does not say stays as it is.
void Import::update(Profile &profile, const SshAlias &alias, const SshHostConfig &host) const
{
    const bool isAlias = hasWhatNoProfileHolds(host);
    profile.host = isAlias ? alias.name : host.host;
    if (host.port != 0 && (host.port != 22 || profile.port != 0))
        profile.port = host.port;
    if (!host.user.isEmpty())
        profile.user = host.user;
    if (!host.identityFiles.isEmpty())
        profile.identityFiles = host.identityFiles;
    if (host.identitiesOnly)
        profile.identitiesOnly = true;
    if (host.userKnownHostsFiles && host.userKnownHostsFiles->size() == 1 && !isAlias)
        profile.knownHostsFile = host.userKnownHostsFiles->first();
    if (host.jumps.size() == 1)
        profile.jump = jumpOf(host.jumps.first());
}

/// A profile of that name stands for it only where the line says neither port nor user.
JumpHost Import::jumpOf(const JumpHost &jump) const
{
    const bool isPlain = jump.port == 0 && jump.user.isEmpty();
    const bool isName =
        findProfile(m_present.profiles, jump.host)
        || std::ranges::find(m_aliases, jump.host, &SshAlias::name) != m_aliases.end();
    return isPlain && isName ? JumpHost{jump.host, {}, 0, {}} : jump;
}

} // namespace

SshConfigOffer sshConfigHosts(const SshConfig &config, const Content &present)
{
    return Import(config, present).run();
}

} // namespace colonnade::profiles
