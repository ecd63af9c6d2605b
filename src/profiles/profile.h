// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

#include <chrono>

namespace colonnade::profiles {

/// A way to prove who we are (RFC 4252, RFC 4256).
enum class LoginMethod { Agent, KeyFile, KeyboardInteractive, Password };

/// How the user who has logged in becomes root.
enum class BecomeRoot {
    NotNeeded,        ///< it is root
    Sudo,             ///< sudo asks for nothing (NOPASSWD)
    SudoWithPassword, ///< sudo's question is answered from the keychain or by the person
};

/// The host through which another one is reached, as ProxyJump of ssh_config(5).
struct JumpHost
{
    QString profile;  ///< the name of another profile; the rest is empty then
    QString host;     ///< name or address; both empty: no jump host
    quint16 port = 0; ///< 0: as in Profile
    QString user;     ///< empty: the user of the profile that jumps

    bool isNone() const { return profile.isEmpty() && host.isEmpty(); }

    friend bool operator==(const JumpHost &, const JumpHost &) = default;
};

/// How one node is reached. Holds no secret. What is "not set" is taken from ~/.ssh/config when the
/// node is connected to, and from the default where that says nothing either.
struct Profile
{
    /// Names the profile's entries in the keychain; stays the same when it is renamed. The store
    /// gives it; empty: not from a store.
    QString id;
    QString name;     ///< the node's name in Colonnade, unique
    QString cluster;  ///< which cluster's board it stands on; empty: "default"
    QString host;     ///< name, address or ssh_config's alias as this workstation reaches it
    quint16 port = 0; ///< 0: not set, 22 by default
    QString user;     ///< empty: not set, root by default
    /// What is tried, in this order; what is not listed is never tried. Empty: not set, all by
    /// default, in the order of the enumeration.
    QList<LoginMethod> methods;
    QStringList identityFiles;   ///< empty: not set; the agent's keys and ~/.ssh/id_* by default
    bool identitiesOnly = false; ///< the agent may sign with the keys of identityFiles only
    QString knownHostsFile;      ///< empty: not set, OpenSSH's own by default
    JumpHost jump;               ///< none: not set
    BecomeRoot becomeRoot = BecomeRoot::NotNeeded;
    bool legacyAlgorithms = false; ///< ssh-rsa, group14-sha1, CBC, hmac-sha1 of old servers
    bool readOnly = false;         ///< nothing that changes the node can be started
    std::chrono::seconds connectTimeout{0}; ///< 0: not set, 15 s by default
    std::chrono::seconds keepalive{0};      ///< between signs of life; 0: not set, 10 s by default
    QString note;                           ///< the person's own words
    QString migrationAddress;   ///< how other nodes reach this one for migrations; empty: its own
                                ///< host name
    quint16 migrationPort = 22; ///< of its sshd there (xl)

    friend bool operator==(const Profile &, const Profile &) = default;
};

/// What a person says about a cluster as a whole.
struct ClusterNote
{
    QString colour; ///< "#rrggbb"; empty: none
    QString note;

    friend bool operator==(const ClusterNote &, const ClusterNote &) = default;
};

} // namespace colonnade::profiles
