// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "lab/server.h"

namespace colonnade::lab {

/// A new ed25519 key.
base::Result<Key> newKey();

/// The public half in base64, as known_hosts has it.
QString publicText(ssh_key key);

/// SHA256:...
QString fingerprintOf(ssh_key key);

/// Writes the private half without a passphrase, readable by its owner only, and the public one
/// beside it (.pub).
base::Result<void> writeKey(ssh_key key, const QString &path);

} // namespace colonnade::lab
