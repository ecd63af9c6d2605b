// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "profiles/profile.h"

#include <QHash>

#include <memory>
#include <optional>

namespace colonnade::profiles {

/// The files that ssh_config(5) is read from. An empty path is not read.
struct SshConfigFiles
{
    QString user;   ///< ~/.ssh/config
    QString system; ///< /etc/ssh/ssh_config
    QString home;   ///< the folder that ~ stands for

    /// Those that ssh(1) reads for who runs this program. As ssh does, it goes by the password
    /// database, not by $HOME.
    static SshConfigFiles ofThisUser();
};

/// A line of these files that was not obeyed.
struct SshConfigProblem
{
    QString file;
    int line = 0; ///< from 1; 0: the file as a whole
    QString why;  ///< a sentence
    /// The connection must not be made: the line changes who is talked to, or ssh would refuse it.
    bool stops = false;
    QString remedy;

    QString place() const; ///< "FILE:LINE"

    friend bool operator==(const SshConfigProblem &, const SshConfigProblem &) = default;
};

/// What is asked for: as "ssh -p PORT -l USER HOST".
struct SshHostQuery
{
    QString host;        ///< name, address or alias
    quint16 port = 0;    ///< 0: not given
    QString user;        ///< empty: not given
    QString defaultUser; ///< who logs in where neither tells; empty: the user of this program
};

/// What ssh_config says of a host, tokens and variables expanded. What it does not say has no
/// value.
struct SshHostConfig
{
    QString host; ///< HostName, else the host asked for
    quint16 port = 0;
    QString user; ///< that asked for, else User; empty: neither
    QStringList identityFiles;
    QStringList certificateFiles;
    bool identitiesOnly = false;
    bool noAgent = false; ///< IdentityAgent none
    QString agentSocket;
    std::optional<QStringList> userKnownHostsFiles; ///< an empty list: none
    std::optional<QStringList> globalKnownHostsFiles;
    QString hostKeyAlias;
    bool hashKnownHosts = false;
    bool strictHostKeyChecking = false; ///< it is yes; all else is not obeyed
    std::chrono::seconds connectTimeout{0};
    std::chrono::seconds serverAliveInterval{0};
    int serverAliveCountMax = 0;
    QList<LoginMethod> methods; ///< empty: it says nothing
    /// ProxyJump, in the order of travel; each is a host or alias. See also obstacle().
    QList<JumpHost> jumps;
    QList<SshConfigProblem> problems;
    /// ProxyCommand: gone when a profile says how to get there.
    std::optional<SshConfigProblem> proxyCommand;
    /// RevokedHostKeys: gone when a profile says which keys of hosts count.
    std::optional<SshConfigProblem> revokedHostKeys;

    /// The first problem that stops.
    const SshConfigProblem *obstacle() const;
};

/// A name that a Host line has, without wildcards.
struct SshAlias
{
    QString name;
    QString file;
    int line = 0;
};

/// ssh_config(5) of OpenSSH 9.2, as the files are: each is read once, when it is first needed. All
/// that could run a program (Match exec) is not obeyed and said to be so. One thread.
class SshConfig
{
public:
    explicit SshConfig(SshConfigFiles files = {});
    ~SshConfig();
    SshConfig(const SshConfig &) = delete;
    SshConfig &operator=(const SshConfig &) = delete;

    SshHostConfig lookUp(const SshHostQuery &query) const;

    QString home() const; ///< what ~ is

    /// Each name once, in the order of the files, with the problems found on the way.
    QList<SshAlias> aliases(QList<SshConfigProblem> &problems) const;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace colonnade::profiles
