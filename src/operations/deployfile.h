// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <optional>

namespace colonnade::operations {

/// The files that are rolled out.
enum class DeployKind { ClusterConf, Ocfs2Conf, GuestConfig, XendConfig, LvmConf, DefaultsFile };

/// What the file at @p path is; none: nothing that Colonnade rolls out.
std::optional<DeployKind> deployKindOf(const QString &path);

/// Whether the probe reads the hash of @p path: then a node that shows none has no such file.
bool isWatched(const QString &path);

/// Whether the bytes can be read as what they are to be.
base::Result<void> checkReadable(DeployKind kind, const QByteArray &bytes);

/// config_version of a cluster.conf; 0 where it cannot be read.
int configVersionOf(const QByteArray &bytes);

/// Whether two cluster.confs say the same: the same elements and values in the same order. The
/// ccsd of cluster 2 writes the files of the nodes anew, in its own way.
bool saysTheSame(const QByteArray &one, const QByteArray &other);

/// The mode of a file that is not there yet, in octal.
QByteArray newFileModeOf(DeployKind kind);

/// Shell text that lets the node's own programs check "$new". It prints `checked`, with what
/// checked it, or `refused`, the program, and on the lines below it what that said. For OCFS2's
/// node list, ocfs2LoadedBody()'s lines follow `checked`.
QByteArray checkBody(DeployKind kind);

/// What checkBody() printed.
struct CheckAnswer
{
    bool accepted = false;
    QStringList programs; ///< those that accepted it, or the one that did not
    QString said;         ///< the other lines

    static CheckAnswer from(const QByteArray &output);
};

/// The same as one command for a person; empty where no program of the node can tell.
QByteArray checkCommand(DeployKind kind, const QString &path);

/// Shell text that makes a running cluster take version @p version of the file "$f", in the way of
/// its generation. It prints `none` (cman does not run here), `done`, or `failed`, the program, and
/// on the lines below it what that said. A cluster that runs the version is left alone.
///
/// Sources: ccs/ccs_tool/update.c of cluster 2; cman_tool(8) of 3.0 and 3.1.
QByteArray activateBody(int version);

/// The same as one command for a person.
QByteArray activateCommand(const QString &path, int version);

/// Shell text that prints the config version that cman runs, followed by `suspended` where the node
/// has stopped its part over a config that it could not take; or `none`.
QByteArray runningBody();

/// What runningBody() printed.
struct RunningConfig
{
    std::optional<int> version; ///< none: cman does not run
    bool suspended = false;

    static RunningConfig from(const QByteArray &output);
};

} // namespace colonnade::operations
