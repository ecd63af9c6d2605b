// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "remote/publickey.h"

namespace colonnade::remote {

/// What a person has of a key, compared with a key.
enum class FingerprintMatch {
    Nothing,      ///< there is no text
    Same,         ///< all that can be compared is the same
    SameMd5Only,  ///< the MD5 of old hosts is the same, which proves little
    Different,    ///< it is that of another key
    OtherType,    ///< it is said to be that of a key of another type; each key has its own
    Unrecognized, ///< no fingerprint, no key; or a part of one
};

/// Compares @p key with text from the host: a fingerprint with or without SHA256:, the hexadecimal
/// MD5 of OpenSSH before 6.8, lines of `ssh-keygen -l`, or a whole public key. Of several, one that
/// is the same is enough: a host prints all its keys.
FingerprintMatch compareFingerprint(const QString &text, const HostKey &key);

} // namespace colonnade::remote
