// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "profiles/sshconfig.h"
#include "remote/sshconnection.h"

namespace colonnade::cluster {

/// What a profile says of a connection needs to be completed: its jump host may be another profile,
/// and what it does not say is taken from ssh_config.
struct ConnectionSource
{
    QString profilesFile; ///< empty: no other profiles
    profiles::SshConfigFiles sshConfig;

    /// As everything is for who runs this program, with the profiles in @p profilesFile.
    static ConnectionSource ofThisUser(const QString &profilesFile);
};

/// How @p profile is connected to: its own values, then those of @p sshConfig for its host, then
/// the defaults. Jump hosts (those of profiles by name among @p profiles, or ProxyJump) have a
/// lookup of their own in @p sshConfig; "none" as a jump host is none, whatever ssh_config says. A
/// host that ssh_config lets be reached through others is reached as ssh(1) does, so jump hosts of
/// ProxyJump log in as the user of this program where nothing else is said. Errors name the profile
/// or file and line, and what to do: a jump host that is missing, a circle, a line of ssh_config
/// that cannot be obeyed and must not be ignored.
base::Result<remote::ConnectionSettings>
connectionSettings(const profiles::Profile &profile, const QList<profiles::Profile> &profiles,
                   const profiles::SshConfig &sshConfig);

/// The same with what @p source has now. Reads files.
base::Result<remote::ConnectionSettings> connectionSettings(const profiles::Profile &profile,
                                                            const ConnectionSource &source);

} // namespace colonnade::cluster
