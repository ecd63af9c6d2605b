// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QList>
#include <QStringList>

namespace colonnade::cluster {

/// What the script of a probe is told.
struct ProbeScriptInput
{
    QByteArray nonce;     ///< begins every section mark of the answer; letters and digits
    bool details = true;  ///< read what changes seldom, too
    QByteArray signature; ///< of the guests when the details were last read; another one has them
                          ///< read again
    QStringList paths;    ///< to look up; those below /dev may be given without it
};

/// The script that reads a node: POSIX sh for dash, bash and busybox sh, on tools from Debian Lenny
/// on.
///
/// It prints sections, each begun by a line `NONCE NAME`; a command's section is followed by the
/// sections `status N` and `err`. The last section is `end`. Only names of sections are ours, all
/// else is the node's.
QByteArray probeScript(const ProbeScriptInput &input);

/// Those of @p paths that the script can be asked about: no control characters, and not more than a
/// command line holds. As asked for, without doubles.
QStringList askablePaths(const QStringList &paths);

/// A path as the node has it: one that does not begin with a slash lies below /dev.
QString nodePath(const QString &path);

/// Shell functions for scripts that must not hang: `have COMMAND` and `bound SECONDS COMMAND
/// ARGUMENT...`, which kills the command with all that it started when the time is over. Lenny has
/// no timeout(1).
QByteArray boundFunctions();

} // namespace colonnade::cluster
