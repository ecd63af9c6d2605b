// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QList>
#include <QString>

#include <optional>

namespace colonnade::real {

/// A node of the cluster under test.
struct Node
{
    QString name; ///< as it calls itself
    QString host; ///< how this machine reaches its sshd
    quint16 port = 22;
    QString user;
    QString identity; ///< key file without a passphrase
    QString knownHosts;
    QString hostKey;                ///< type and key, as in known_hosts
    QHash<QString, QString> faults; ///< name -> shell command for this machine
};

/// A guest that the tests may create, move and destroy.
struct Guest
{
    QString name;
    QString create;  ///< shell command for a node
    QString counter; ///< shell command for a node that prints "tick N"; empty: none
};

/// The file that COLONNADE_REAL_CLUSTER names; tests/README.md has its form.
struct Description
{
    QList<Node> nodes;
    QHash<QString, Guest> guests; ///< by what they are for: moves, big, filler, noBridge, noDisk
};

/// Nothing where the variable is not set. A file that cannot be used ends the program: a test run
/// that was told of a cluster must not pass without it.
std::optional<Description> describedCluster();

} // namespace colonnade::real
