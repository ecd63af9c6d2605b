// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "remote/knownhosts.h"

namespace colonnade::remote {

/// A known_hosts file larger than this is refused: 32 MiB, some 200,000 keys.
constexpr qsizetype KnownHostsFileLimit = qsizetype(32) * 1024 * 1024;

/// The bytes of a known_hosts file. NotFound where there is none; the other errors' messages are
/// clauses. A pipe or a folder is refused, and does not make it wait.
base::Result<QByteArray> readKnownHostsFile(const QString &path);

/// Appends a line for a key, as ssh(1) does: creates the folder (0700) and the file (0600) if they
/// are missing, ends a last line that has no end, keeps mode, owner and symbolic links. The line is
/// on the disk when this returns, whole; after an error nothing of it is in the file. @p hashed:
/// the line does not tell the host's name (ssh_config's HashKnownHosts). Several programs may
/// append at once, ssh(1) among them.
base::Result<void> appendKnownHost(const QString &file, const HostName &host, const HostKey &key,
                                   bool hashed = false);

/// Where removeKnownHosts() would keep @p file as it was, if it were called now.
QString knownHostsBackup(const QString &file);

/// What a removal did.
struct KnownHostsRemoval
{
    QString file;
    QString backup; ///< the file as it was before
    int lines = 0;  ///< how many were removed
};

/// Takes lines out of their files, an explicit act of a person. Each line must still be what @p
/// keys say, or nothing of that file is changed. As ssh-keygen -R does, the file as it was is kept
/// under the name FILE.old; FILE.old.1 and so on where there is one. Mode and owner are kept, a
/// symbolic link is followed, and at any time the file is the old or the new one. Of several files,
/// those before the one that failed are done; the error says so.
base::Result<QList<KnownHostsRemoval>> removeKnownHosts(const QList<StoredHostKey> &keys);

} // namespace colonnade::remote
