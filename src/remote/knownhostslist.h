// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "remote/knownhosts.h"

namespace colonnade::remote {

/// A host that somebody may look for in a known_hosts file, also among the hashed names.
struct NamedHost
{
    QString name; ///< as a person calls it
    HostName host;
};

struct ListedHostKey
{
    StoredHostKey key;
    QStringList knownAs; ///< those of the named hosts that the line is about

    /// The names of the line for a person; of a hash, those that are known.
    QString hosts() const;
    /// "@revoked", "@cert-authority" or nothing.
    QString marker() const;
};

struct KnownHostsList
{
    QStringList files; ///< that were looked into, whether they are there or not
    QList<ListedHostKey> keys;
    QList<KnownHostsProblem> problems;
};

/// All that is in the files, in their order. Takes some time: never on a thread that must not wait.
KnownHostsList listKnownHosts(const QStringList &files, const QList<NamedHost> &hosts);

} // namespace colonnade::remote
