// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "toolstack/domain.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace colonnade::toolstack {

struct MigrateOptions
{
    int sshPort = 22;          ///< xl: the port of the target's sshd as the source reaches it
    int relocationPort = 8002; ///< xm: the port of the target's xend
};

/// The command line that live-migrates @p guest from the node that it is run on to @p address.
/// Fails with InvalidInput when a name is not safe for this toolstack: xl pastes host and ssh
/// command into a shell, takes a guest of digits only for a domain id, and no name may begin with a
/// dash.
base::Result<QList<QByteArray>> migrateCommand(Kind kind, const QString &guest,
                                               const QString &address,
                                               const MigrateOptions &options = {});

/// The same for a guest that rgmanager owns: `clusvcadm -M vm:NAME -m NODE`. @p member must have
/// been checked against the member list: clusvcadm acts on its closest match.
base::Result<QList<QByteArray>> clusvcadmMigrateCommand(const QString &guest,
                                                        const QString &member);

/// How far `xl migrate` is, from the lines that it has printed so far (4.4 to 4.17).
enum class MigrateStage {
    Connecting, ///< nothing heard from the target yet
    Copying,    ///< memory is being sent
    Handover,   ///< target has all and asks for permission, or is starting the guest
    Started,    ///< the target reports the guest running
    Succeeded,  ///< "Migration successful."
    Failed,     ///< a failure line; the guest should be at the source
    Undefined,  ///< "failed during final handshake": both sides may hold a copy
};

struct MigrateReport
{
    MigrateStage stage = MigrateStage::Connecting;
    std::optional<int> percent; ///< only Xen up to 4.5 prints it; never estimated
    QString cause; ///< for Failed and Undefined: the most telling line, in our words where known
};

/// Judges the output of `xl migrate`, complete or still growing.
MigrateReport readXlMigrate(QByteArrayView output);

/// Judges the output of `xm migrate`; @p exitStatus once it has ended.
MigrateReport readXmMigrate(QByteArrayView output, std::optional<int> exitStatus);

/// Judges the output of `clusvcadm -M`; @p exitStatus once it has ended (see cluster-commands §5: 0
/// also means "already running", 239 "still running at the source").
MigrateReport readClusvcadm(QByteArrayView output, std::optional<int> exitStatus);

} // namespace colonnade::toolstack
