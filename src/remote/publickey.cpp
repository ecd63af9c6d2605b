// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/publickey.h"

#include "remote/words.h"

#include <QCryptographicHash>
#include <QList>
#include <QtEndian>

#include <optional>

namespace colonnade::remote {

namespace {

constexpr qsizetype Ed25519Size = 32;
constexpr qsizetype SmallestRsaBits = 1024; // OpenSSH's SSH_RSA_MINIMUM_MODULUS_SIZE

std::unexpected<QString> notAKey(const QString &why)
{
    return std::unexpected(why);
}

/// The fields of a key, each a length of four bytes and as many bytes. No value: not of that form.
std::optional<QList<QByteArray>> fieldsOf(const QByteArray &blob)
{
    QList<QByteArray> fields;
    for (qsizetype at = 0; at < blob.size();) {
        if (blob.size() - at < 4)
            return std::nullopt;
        const qsizetype size = qFromBigEndian<quint32>(blob.constData() + at);
        if (size > blob.size() - at - 4)
            return std::nullopt;
        fields.append(blob.mid(at + 4, size));
        at += 4 + size;
    }
    return fields;
}

qsizetype bitsOf(const QByteArray &number)
{
    qsizetype first = 0;
    while (first < number.size() && number[first] == 0)
        ++first;
    if (first == number.size())
        return 0;
    const auto top = static_cast<quint8>(number[first]);
    return (number.size() - first) * 8 - (qCountLeadingZeroBits(top));
}

bool isPoint(const QByteArray &curve, const QByteArray &point)
{
    const qsizetype size = curve == "nistp256"   ? 65
                           : curve == "nistp384" ? 97
                           : curve == "nistp521" ? 133
                                                 : 0;
    return size > 0 && point.size() == size && point[0] == 4;
}

bool hasFormOf(const QByteArray &type, const QList<QByteArray> &fields)
{
    if (type == "ssh-ed25519")
        return fields.size() == 2 && fields[1].size() == Ed25519Size;
    if (type == "sk-ssh-ed25519@openssh.com")
        return fields.size() == 3 && fields[1].size() == Ed25519Size;
    if (type == "ssh-rsa")
        return fields.size() == 3 && bitsOf(fields[2]) >= SmallestRsaBits;
    if (type == "ssh-dss")
        return fields.size() == 5;
    if (type == "sk-ecdsa-sha2-nistp256@openssh.com")
        return fields.size() == 4 && isPoint(fields[1], fields[2]);
    return type == "ecdsa-sha2-" + fields.value(1) && fields.size() == 3
           && isPoint(fields[1], fields[2]);
}

bool isKnownType(const QByteArray &type)
{
    static const QList<QByteArray> types{"ssh-ed25519",
                                         "ssh-rsa",
                                         "ssh-dss",
                                         "ecdsa-sha2-nistp256",
                                         "ecdsa-sha2-nistp384",
                                         "ecdsa-sha2-nistp521",
                                         "sk-ssh-ed25519@openssh.com",
                                         "sk-ecdsa-sha2-nistp256@openssh.com"};
    return types.contains(type);
}

/// The names of signatures with RSA keys stand for the key, as OpenSSH reads them.
QByteArray plainType(const QByteArray &type)
{
    return type == "rsa-sha2-256" || type == "rsa-sha2-512" ? QByteArrayLiteral("ssh-rsa") : type;
}

QString shownType(const QByteArray &type)
{
    QByteArray shown = type.left(40);
    for (char &c : shown) {
        if (c < ' ' || c > '~')
            c = '?';
    }
    return QString::fromLatin1(shown);
}

} // namespace

std::expected<HostKey, QString> readHostKeyBlob(const QByteArray &blob)
{
    const std::optional<QList<QByteArray>> fields = fieldsOf(blob);
    if (!fields || fields->isEmpty())
        return notAKey(Words::tr("the key is damaged or cut off"));
    const QByteArray &type = fields->first();
    if (!isKnownType(type))
        return notAKey(Words::tr("there is no type of key \"%1\"").arg(shownType(type)));
    if (!hasFormOf(type, *fields))
        return notAKey(Words::tr("the key is no valid key of type %1").arg(shownType(type)));
    return HostKey{type, blob.toBase64()};
}

std::expected<HostKey, QString> readHostKey(const QByteArray &type, const QByteArray &base64)
{
    if (!isKnownType(plainType(type)))
        return notAKey(Words::tr("there is no type of key \"%1\"").arg(shownType(type)));
    QByteArray text = base64;
    while (text.endsWith('\r')) // of a file that was edited under Windows; ssh skips it too
        text.chop(1);
    const auto blob = QByteArray::fromBase64Encoding(text, QByteArray::AbortOnBase64DecodingErrors);
    // Qt does not mind what OpenSSH does: a padding that is missing, bits that are left over.
    if (!blob || blob.decoded.toBase64() != text)
        return notAKey(Words::tr("the key is damaged or cut off"));
    std::expected<HostKey, QString> key = readHostKeyBlob(blob.decoded);
    if (key && key->type != plainType(type))
        return notAKey(Words::tr("the line says %1, but the key is of type %2")
                           .arg(shownType(type), shownType(key->type)));
    return key;
}

QString fingerprint(const HostKey &key)
{
    const QByteArray hash =
        QCryptographicHash::hash(QByteArray::fromBase64(key.base64), QCryptographicHash::Sha256);
    return QStringLiteral("SHA256:")
           + QString::fromLatin1(hash.toBase64(QByteArray::OmitTrailingEquals));
}

QString md5Fingerprint(const HostKey &key)
{
    const QByteArray hash =
        QCryptographicHash::hash(QByteArray::fromBase64(key.base64), QCryptographicHash::Md5);
    return QStringLiteral("MD5:") + QString::fromLatin1(hash.toHex(':'));
}

} // namespace colonnade::remote
