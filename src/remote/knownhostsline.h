// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "remote/publickey.h"

#include <optional>

namespace colonnade::remote {

/// What @ words before the names say of a line.
enum class KeyMarker {
    None,
    Revoked,   ///< @revoked: this key must not be accepted
    Authority, ///< @cert-authority: this key signs certificates of hosts
};

/// One line of a known_hosts file: sshd(8), SSH_KNOWN_HOSTS FILE FORMAT.
struct KnownHostsLine
{
    KeyMarker marker = KeyMarker::None;
    QByteArray hosts;
    HostKey key;
    QByteArray comment;
};

/// Why a line is of no use.
struct BrokenLine
{
    QString reason;   ///< a clause
    QByteArray hosts; ///< its names, as far as they can be told; empty: they cannot
};

/// A line longer than this is taken for broken: 256 KiB. The longest that makes sense, a key for
/// every name of a large site, is far from it.
constexpr qsizetype KnownHostsLineLimit = 256 * 1024;

/// Reads a line (without its end) as OpenSSH's hostfile.c does; it ends at a NUL, as C text does.
/// No value: it is empty, or a comment. As opposed to OpenSSH, a marker may be followed by a tab.
std::expected<std::optional<KnownHostsLine>, BrokenLine>
parseKnownHostsLine(const QByteArray &line);

} // namespace colonnade::remote
