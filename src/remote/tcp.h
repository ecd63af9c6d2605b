// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "remote/connection.h"
#include "remote/waiter.h"

#include <QString>

namespace colonnade::remote {

/// Is told when a stage begins (without a detail) or is over: what came out of it.
using StageSink = std::function<void(Stage, const QString &detail)>;

/// Opens a TCP connection; the descriptor does not block. Tells @p stageReached of Stage::Resolve
/// and Stage::Connect. Errors are about the network only: the caller adds which node it was.
///
/// libssh could do this, but it resolves names while everything waits, and its errors do not tell a
/// refused connection from a silent host.
base::Result<Descriptor> connectTcp(const QString &host, quint16 port, Waiter &waiter,
                                    const StageSink &stageReached);

} // namespace colonnade::remote
