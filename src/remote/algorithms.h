// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <libssh/callbacks.h>

#include <QByteArrayList>
#include <QString>

#include <optional>

namespace colonnade::remote {

/// What both sides of an SSH connection have to agree on (RFC 4253, 7.1).
enum class AlgorithmKind { KeyExchange, HostKey, Cipher, Mac };

/// What is offered, best first. Without @p legacy it is what OpenSSH 9.2's client offers, less the
/// SHA-1 of its MACs, as far as libssh 0.10 has it. With it follow what Debian Lenny and RHEL 5
/// need: SHA-1 in key exchange, signatures and MACs, CBC, and groups of 1024 bits.
QByteArrayList offeredAlgorithms(AlgorithmKind kind, bool legacy);

/// The offered algorithms of host keys with those of @p knownTypes (of known_hosts) first.
QByteArrayList offeredHostKeyAlgorithms(const QList<QByteArray> &knownTypes, bool legacy);

/// True: it is offered with the switch for old algorithms only.
bool isLegacyAlgorithm(const QByteArray &name);

/// Makes @p session offer all but the algorithms of host keys, which depend on known_hosts.
base::Result<void> offerAlgorithms(ssh_session session, bool legacy);

/// Makes RSA keys of ours sign with SHA-1, as servers before OpenSSH 7.2 need it, or with SHA-2.
void signWithSha1(ssh_session session, bool on);

/// What both sides agreed on.
struct Negotiated
{
    QByteArray keyExchange;
    QByteArray hostKey; ///< the algorithm of the signature, which tells ssh-rsa from rsa-sha2-256
    QByteArray cipherOut;
    QByteArray cipherIn;
    QByteArray macOut; ///< aead-... when the cipher protects by itself
    QByteArray macIn;

    bool isLegacy() const;
    /// For a person: one line.
    QString text() const;
};

/// Learns what is negotiated on this thread while it lives. libssh tells the algorithm of the host
/// key in its log only.
class NegotiationWatch
{
public:
    NegotiationWatch();
    ~NegotiationWatch();
    NegotiationWatch(const NegotiationWatch &) = delete;
    NegotiationWatch &operator=(const NegotiationWatch &) = delete;

    /// After the handshake.
    Negotiated result(ssh_session session) const;

private:
    static void read(int, const char *, const char *line, void *self);

    const int m_level;
    QByteArrayList m_methods;
};

/// Reads libssh's words about a negotiation that failed, @p words, which hold the server's own
/// list; nothing: they are about something else.
std::optional<base::Error> noCommonAlgorithm(const QByteArray &words, bool legacy);

} // namespace colonnade::remote
