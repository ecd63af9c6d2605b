// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace colonnade::remote {

/// A key that an agent holds.
struct AgentKey
{
    QByteArray blob; ///< the public key or certificate as SSH writes it
    QString comment; ///< one printable line

    /// ssh-ed25519, ssh-rsa-cert-v01@openssh.com, ...
    QByteArray type() const;

    friend bool operator==(const AgentKey &, const AgentKey &) = default;
};

/// The messages of draft-miller-ssh-agent, as far as logging in needs them. A message here is what
/// follows the four bytes of its length.
namespace agentprotocol {

/// In bytes; what is longer is no message of an agent.
constexpr quint32 LongestMessage = 256 * 1024;

constexpr quint8 Failure = 5;
constexpr quint8 RequestIdentities = 11;
constexpr quint8 IdentitiesAnswer = 12;
constexpr quint8 SignRequest = 13;
constexpr quint8 SignResponse = 14;

/// What an agent answered to RequestIdentities. At most 1,000 keys.
base::Result<QList<AgentKey>> identities(QByteArrayView message);

/// The answer of an agent that holds @p keys.
QByteArray identitiesAnswer(const QList<AgentKey> &keys);

} // namespace agentprotocol

} // namespace colonnade::remote
