// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "profiles/sshconfig.h"
#include "profiles/sshconfigtexts.h"

#include <QByteArrayList>
#include <QMap>

namespace colonnade::profiles {

/// What the first active line of a keyword says.
struct SshSetting
{
    QByteArrayList words; ///< flags are yes or no, times are in seconds, tokens are not expanded
    QString file;
    int line = 0;
};

/// What the lines that are active for one host say, by keyword in lower case.
struct SshLookup
{
    QMap<QByteArray, SshSetting> settings;
    QByteArray host; ///< HostName with its tokens, else the host asked for; names in lower case
    QList<SshConfigProblem> problems;
};

/// readconf.c of OpenSSH 9.2 for one host: the user's file, then the system's; the first value
/// counts, IdentityFile and CertificateFile add up; once more where there is "Match final".
SshLookup lookUpSettings(const SshConfigFiles &files, SshConfigTexts &texts,
                         const SshHostQuery &query);

/// The names without wildcards of all Host lines.
QList<SshAlias> hostNames(const SshConfigFiles &files, SshConfigTexts &texts,
                          QList<SshConfigProblem> &problems);

} // namespace colonnade::profiles
