// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace colonnade::profiles {

/// How one node is reached. Holds no secret.
struct Profile
{
    QString name;    ///< the node's name in Colonnade, unique
    QString cluster; ///< which cluster's board it stands on; empty: "default"
    QString host;    ///< name or address as this workstation reaches it
    quint16 port = 22;
    QString user = QStringLiteral("root");
    QStringList identityFiles; ///< empty: agent and ~/.ssh defaults
    bool useAgent = true;
    QString knownHostsFile;     ///< empty: OpenSSH's own
    QString migrationAddress;   ///< how other nodes reach this one for migrations; empty: its own
                                ///< host name
    quint16 migrationPort = 22; ///< of its sshd there (xl)

    friend bool operator==(const Profile &, const Profile &) = default;
};

} // namespace colonnade::profiles
