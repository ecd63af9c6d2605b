// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "remote/knownhosts.h"
#include "support/sshd.h"

#include <QtEndian>

namespace colonnade::remote {

/// A field of a key: RFC 4251, 5.
inline QByteArray field(const QByteArray &bytes)
{
    QByteArray size(4, '\0');
    qToBigEndian(quint32(bytes.size()), size.data());
    return size + bytes;
}

/// A key of the right form that nobody has the other half of; another one for each @p seed.
inline HostKey ed25519Key(char seed)
{
    return readHostKeyBlob(field("ssh-ed25519") + field(QByteArray(32, seed))).value();
}

inline HostKey rsaKey(char seed)
{
    return readHostKeyBlob(field("ssh-rsa") + field(QByteArray("\x01\x00\x01", 3))
                           + field(QByteArray(256, seed)))
        .value();
}

/// "TYPE BASE64"
inline QByteArray words(const HostKey &key)
{
    return key.type + ' ' + key.base64;
}

/// What `ssh-keygen` says and whether it was content.
inline bool keygen(const QStringList &arguments, QByteArray *output = nullptr)
{
    return test::runProgram(QStringLiteral("ssh-keygen"), arguments, {}, output);
}

} // namespace colonnade::remote
