// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/certificate.h"

#include "remote/wire.h"

namespace colonnade::remote {

namespace {

constexpr char Suffix[] = "-cert-v01@openssh.com";

/// How many fields the public key of a plain type has; 0: unknown.
int fieldsOf(const QByteArray &plainType)
{
    if (plainType == "ssh-ed25519")
        return 1;
    if (plainType == "ssh-rsa" || plainType.startsWith("ecdsa-sha2-")
        || plainType == "sk-ssh-ed25519")
        return 2;
    return plainType == "sk-ecdsa-sha2-nistp256" ? 3 : 0;
}

/// As it is in the blob of a plain key: those of security keys have a suffix of their own.
QByteArray plainTypeName(const QByteArray &plainType)
{
    return plainType.startsWith("sk-") ? plainType + "@openssh.com" : plainType;
}

quint64 secondsOf(const QDateTime &time)
{
    return static_cast<quint64>(qMax(qint64(0), time.toSecsSinceEpoch()));
}

} // namespace

bool Certificate::isExpired(const QDateTime &now) const
{
    return secondsOf(now) >= validBefore;
}

bool Certificate::isNotYetValid(const QDateTime &now) const
{
    return secondsOf(now) < validAfter;
}

std::optional<Certificate> Certificate::parse(QByteArrayView blob)
{
    WireReader reader(blob);
    QByteArray type = reader.string();
    if (!type.endsWith(Suffix))
        return {};
    type.chop(static_cast<qsizetype>(qstrlen(Suffix)));
    const int fields = fieldsOf(type);
    if (fields == 0)
        return {};
    reader.string(); // nonce
    Certificate result;
    result.publicKey = wireString(plainTypeName(type));
    for (int i = 0; i < fields; ++i)
        result.publicKey += wireString(reader.string());
    reader.uint64(); // serial number
    result.type = reader.uint32();
    reader.string(); // key id
    reader.string(); // principals
    result.validAfter = reader.uint64();
    result.validBefore = reader.uint64();
    if (!reader.isGood())
        return {};
    return result;
}

} // namespace colonnade::remote
