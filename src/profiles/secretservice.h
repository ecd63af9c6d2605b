// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace colonnade::profiles {

/// What stands behind the desktop's keychain.
enum class SecretService {
    Absent, ///< no session bus, or nobody on it who keeps secrets or could be started for it
    Locked, ///< it is there, and where it would keep a secret is locked
    Open,
};

/// Looks, by the Secret Service API (specifications.freedesktop.org/secret-service): what
/// QtKeychain says does not tell a locked keychain from one without the entry, nor a missing one
/// from one that fails. Unlocks nothing. Blocks, two seconds at most.
SecretService lookAtSecretService();

} // namespace colonnade::profiles
