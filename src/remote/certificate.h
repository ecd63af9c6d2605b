// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDateTime>

#include <optional>

namespace colonnade::remote {

/// What of an OpenSSH certificate matters before it is offered (PROTOCOL.certkeys).
struct Certificate
{
    QByteArray publicKey; ///< the key that is certified, as SSH writes it
    quint32 type = 0;     ///< 1: of a user, 2: of a host
    quint64 validAfter = 0;
    quint64 validBefore = 0; ///< seconds since 1970; the largest number: for ever

    bool isOfUser() const { return type == 1; }
    bool isExpired(const QDateTime &now) const;
    bool isNotYetValid(const QDateTime &now) const;

    /// From the base64 word of a *-cert.pub file or an agent's key, decoded. Nothing: it is no
    /// certificate of a known kind.
    static std::optional<Certificate> parse(QByteArrayView blob);
};

} // namespace colonnade::remote
