// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <expected>

namespace colonnade::remote {

/// The public key of a host. Made by the functions below, so two that are the same key are equal.
struct HostKey
{
    QByteArray type;   ///< as the key itself says: ssh-ed25519, ssh-rsa, ...
    QByteArray base64; ///< the key in the form of RFC 4253, 6.6 (RFC 5656, RFC 8709)

    friend bool operator==(const HostKey &, const HostKey &) = default;
};

/// Reads the two words of a key as OpenSSH's sshkey_read() does: they have to be of the same type,
/// and the key of the form of its type. The error is a clause that says what is wrong with it.
/// Whether a point is on its curve is not looked at.
std::expected<HostKey, QString> readHostKey(const QByteArray &type, const QByteArray &base64);

/// The same for the bytes of a key.
std::expected<HostKey, QString> readHostKeyBlob(const QByteArray &blob);

/// SHA256:..., as `ssh-keygen -l` prints it.
QString fingerprint(const HostKey &key);

/// MD5:12:34:..., as `ssh-keygen -l -E md5` prints it, and without MD5: in front OpenSSH
/// before 6.8.
QString md5Fingerprint(const HostKey &key);

} // namespace colonnade::remote
