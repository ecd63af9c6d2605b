// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/algorithms.h"

#include "remote/plainline.h"
#include "remote/words.h"

#include <algorithm>

namespace colonnade::remote {

using base::ErrorCode;

namespace {

constexpr qsizetype LongestList = 700; ///< characters of a server's list in a message

struct Offer
{
    AlgorithmKind kind;
    const char *modern;
    const char *legacy;
};

constexpr Offer Offers[] = {
    {AlgorithmKind::KeyExchange,
     "curve25519-sha256,curve25519-sha256@libssh.org,ecdh-sha2-nistp256,ecdh-sha2-nistp384,"
     "ecdh-sha2-nistp521,diffie-hellman-group-exchange-sha256,diffie-hellman-group16-sha512,"
     "diffie-hellman-group18-sha512,diffie-hellman-group14-sha256",
     "diffie-hellman-group14-sha1,diffie-hellman-group-exchange-sha1,diffie-hellman-group1-sha1"},
    {AlgorithmKind::HostKey,
     "ssh-ed25519,ecdsa-sha2-nistp256,ecdsa-sha2-nistp384,ecdsa-sha2-nistp521,rsa-sha2-512,"
     "rsa-sha2-256",
     "ssh-rsa"},
    {AlgorithmKind::Cipher,
     "chacha20-poly1305@openssh.com,aes128-ctr,aes192-ctr,aes256-ctr,aes128-gcm@openssh.com,"
     "aes256-gcm@openssh.com",
     "aes128-cbc,aes192-cbc,aes256-cbc,3des-cbc"},
    {AlgorithmKind::Mac,
     "hmac-sha2-256-etm@openssh.com,hmac-sha2-512-etm@openssh.com,hmac-sha2-256,hmac-sha2-512",
     "hmac-sha1-etm@openssh.com,hmac-sha1"},
};

/// With what our own keys sign.
constexpr char Signatures[] =
    "ssh-ed25519-cert-v01@openssh.com,ecdsa-sha2-nistp256-cert-v01@openssh.com,"
    "ecdsa-sha2-nistp384-cert-v01@openssh.com,ecdsa-sha2-nistp521-cert-v01@openssh.com,"
    "sk-ssh-ed25519-cert-v01@openssh.com,sk-ecdsa-sha2-nistp256-cert-v01@openssh.com,ssh-ed25519,"
    "ecdsa-sha2-nistp256,ecdsa-sha2-nistp384,ecdsa-sha2-nistp521,sk-ssh-ed25519@openssh.com,"
    "sk-ecdsa-sha2-nistp256@openssh.com,";
constexpr char RsaSignatures[] = "rsa-sha2-512-cert-v01@openssh.com,"
                                 "rsa-sha2-256-cert-v01@openssh.com,rsa-sha2-512,rsa-sha2-256";
constexpr char LegacyRsaSignatures[] = "ssh-rsa-cert-v01@openssh.com,ssh-rsa";

const Offer &offerOf(AlgorithmKind kind)
{
    return *std::ranges::find(Offers, kind, &Offer::kind);
}

/// The names under which a type of host key is negotiated: RSA keys sign in several ways.
QByteArrayList algorithmsOf(const QByteArray &type)
{
    return type == "ssh-rsa" ? QByteArrayList{"rsa-sha2-512", "rsa-sha2-256", "ssh-rsa"}
                             : QByteArrayList{type};
}

bool setList(ssh_session session, ssh_options_e option, const QByteArray &list)
{
    return ssh_options_set(session, option, list.constData()) == SSH_OK;
}

QByteArray between(const QByteArray &text, const char *begin, const char *end)
{
    const qsizetype from = text.indexOf(begin);
    if (from < 0)
        return {};
    const qsizetype start = from + static_cast<qsizetype>(qstrlen(begin));
    const qsizetype to = text.indexOf(end, start);
    return text.mid(start, to < 0 ? -1 : to - start);
}

std::optional<AlgorithmKind> kindOf(const QByteArray &libsshName)
{
    if (libsshName.startsWith("kex"))
        return AlgorithmKind::KeyExchange;
    if (libsshName.startsWith("server host key"))
        return AlgorithmKind::HostKey;
    if (libsshName.startsWith("encryption"))
        return AlgorithmKind::Cipher;
    if (libsshName.startsWith("mac"))
        return AlgorithmKind::Mac;
    return {};
}

QString nameOf(AlgorithmKind kind)
{
    switch (kind) {
    case AlgorithmKind::KeyExchange:
        return Words::tr("key exchange");
    case AlgorithmKind::HostKey:
        return Words::tr("host key");
    case AlgorithmKind::Cipher:
        return Words::tr("cipher");
    case AlgorithmKind::Mac:
        break;
    }
    return Words::tr("MAC");
}

QString remedyOf(AlgorithmKind kind, const QByteArrayList &theirs, bool legacy)
{
    const QByteArrayList old = offeredAlgorithms(kind, true);
    const bool switchHelps = !legacy && std::ranges::any_of(theirs, [&](const QByteArray &name) {
        return old.contains(name);
    });
    return switchHelps
               ? Words::tr("Upgrade the server, or turn on \"Allow old algorithms\" in its "
                           "profile: what they protect can be broken by who listens in.")
               : Words::tr("Give the server's sshd_config an algorithm that is offered here, or "
                           "upgrade it.");
}

} // namespace

QByteArrayList offeredAlgorithms(AlgorithmKind kind, bool legacy)
{
    const Offer &offer = offerOf(kind);
    QByteArrayList result = QByteArray(offer.modern).split(',');
    if (legacy)
        result += QByteArray(offer.legacy).split(',');
    return result;
}

QByteArrayList offeredHostKeyAlgorithms(const QList<QByteArray> &knownTypes, bool legacy)
{
    const QByteArrayList all = offeredAlgorithms(AlgorithmKind::HostKey, legacy);
    QByteArrayList result;
    for (const QByteArray &type : knownTypes) {
        for (const QByteArray &name : algorithmsOf(type)) {
            if (all.contains(name) && !result.contains(name))
                result.append(name);
        }
    }
    for (const QByteArray &name : all) {
        if (!result.contains(name))
            result.append(name);
    }
    return result;
}

bool isLegacyAlgorithm(const QByteArray &name)
{
    return std::ranges::any_of(Offers, [&](const Offer &offer) {
        return QByteArray(offer.legacy).split(',').contains(name);
    });
}

base::Result<void> offerAlgorithms(ssh_session session, bool legacy)
{
    const auto list = [legacy](AlgorithmKind kind) {
        return offeredAlgorithms(kind, legacy).join(',');
    };
    if (!setList(session, SSH_OPTIONS_KEY_EXCHANGE, list(AlgorithmKind::KeyExchange))
        || !setList(session, SSH_OPTIONS_CIPHERS_C_S, list(AlgorithmKind::Cipher))
        || !setList(session, SSH_OPTIONS_CIPHERS_S_C, list(AlgorithmKind::Cipher))
        || !setList(session, SSH_OPTIONS_HMAC_C_S, list(AlgorithmKind::Mac))
        || !setList(session, SSH_OPTIONS_HMAC_S_C, list(AlgorithmKind::Mac))
        || !setList(session, SSH_OPTIONS_PUBLICKEY_ACCEPTED_TYPES,
                    QByteArray(Signatures) + RsaSignatures))
        return base::failure(ErrorCode::Unsupported,
                             Words::tr("this libssh has none of the algorithms: %1")
                                 .arg(plainLine(QByteArrayView(ssh_get_error(session)))));
    return {};
}

void signWithSha1(ssh_session session, bool on)
{
    setList(session, SSH_OPTIONS_PUBLICKEY_ACCEPTED_TYPES,
            QByteArray(Signatures) + (on ? LegacyRsaSignatures : RsaSignatures));
}

bool Negotiated::isLegacy() const
{
    return std::ranges::any_of(
        QByteArrayList{keyExchange, hostKey, cipherOut, cipherIn, macOut, macIn},
        isLegacyAlgorithm);
}

QString Negotiated::text() const
{
    const auto both = [](const QByteArray &out, const QByteArray &in) {
        return out == in ? out : out + '/' + in;
    };
    QByteArrayList parts{keyExchange, hostKey, both(cipherOut, cipherIn)};
    if (!macOut.startsWith("aead"))
        parts.append(both(macOut, macIn));
    parts.removeAll({});
    return QString::fromLatin1(parts.join(", "));
}

NegotiationWatch::NegotiationWatch() : m_level(ssh_get_log_level())
{
    // All three are of this thread.
    ssh_set_log_userdata(this);
    ssh_set_log_callback(read);
    ssh_set_log_level(SSH_LOG_INFO);
}

NegotiationWatch::~NegotiationWatch()
{
    // The callback stays: libssh cannot take it back.
    ssh_set_log_level(m_level);
    ssh_set_log_userdata(nullptr);
}

void NegotiationWatch::read(int, const char *, const char *line, void *self)
{
    const QByteArrayView text(line);
    const QByteArrayView begin("Negotiated ");
    const qsizetype at = text.indexOf(begin);
    if (self && at >= 0)
        static_cast<NegotiationWatch *>(self)->m_methods =
            text.sliced(at + begin.size()).toByteArray().split(',');
}

Negotiated NegotiationWatch::result(ssh_session session) const
{
    Negotiated result{ssh_get_kex_algo(session),   m_methods.value(1),
                      ssh_get_cipher_out(session), ssh_get_cipher_in(session),
                      ssh_get_hmac_out(session),   ssh_get_hmac_in(session)};
    return result;
}

std::optional<base::Error> noCommonAlgorithm(const QByteArray &words, bool legacy)
{
    const QByteArray method = between(words, "no match for method ", ":");
    if (method.isEmpty())
        return {};
    const std::optional<AlgorithmKind> kind = kindOf(method);
    // libssh cuts its words off after a kilobyte; its own list would come after that.
    const QByteArray list = between(words, "server [", "]").left(LongestList);
    const QString theirs =
        list.isEmpty() ? Words::tr("nothing") : plainLine(QByteArrayView(list), LongestList);
    if (!kind)
        return base::Error{ErrorCode::NoCommonAlgorithm,
                           Words::tr("the two sides have no method of the kind \"%1\" in common; "
                                     "the server has: %2")
                               .arg(plainLine(QByteArrayView(method)), theirs)};
    return base::Error{
        ErrorCode::NoCommonAlgorithm,
        Words::tr("the two sides have no %1 algorithm in common; the server has: %2; offered is: "
                  "%3")
            .arg(nameOf(*kind), theirs,
                 QString::fromLatin1(offeredAlgorithms(*kind, legacy).join(','))),
        remedyOf(*kind, list.split(','), legacy)};
}

} // namespace colonnade::remote
