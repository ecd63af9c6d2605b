// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "profiles/profileexchange.h"
#include "profiles/sshconfig.h"

namespace colonnade::profiles {

/// Hosts of ssh_config that could become profiles, and what is wrong with the files.
struct SshConfigOffer
{
    QList<ImportCandidate> hosts;
    QList<SshConfigProblem> problems;
};

/// The concrete names of Host lines, compared with @p present. A host is there already when a
/// profile has its name, or its host, port and user; the candidate then is that profile with what
/// ssh_config says otherwise (host, port, user, key files, known_hosts file, jump host), and the
/// rest as it is. A jump host that is a profile, or one of the hosts here, becomes
/// JumpHost::profile, for which that must be taken over too. Where an alias has what a profile
/// cannot hold (several jump hosts in a row, HostKeyAlias, certificates, an agent), the profile's
/// host is the alias, so that all of it is found at connect time. Hand it to takeOver().
SshConfigOffer sshConfigHosts(const SshConfig &config, const Content &present);

} // namespace colonnade::profiles
