// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/agentprotocol.h"

#include "remote/plainline.h"
#include "remote/wire.h"
#include "remote/words.h"

namespace colonnade::remote {

using base::ErrorCode;
using base::failure;

namespace {

constexpr quint32 MostKeys = 1000;
constexpr qsizetype LongestComment = 100;

} // namespace

QByteArray AgentKey::type() const
{
    return WireReader(blob).string();
}

base::Result<QList<AgentKey>> agentprotocol::identities(QByteArrayView message)
{
    WireReader reader(message);
    const quint8 type = reader.byte();
    if (reader.isGood() && type == Failure)
        return failure(ErrorCode::Unsupported, Words::tr("the SSH agent does not tell its keys"),
                       Words::tr("It may be locked: ssh-add -X unlocks it."));
    const quint32 count = reader.uint32();
    if (!reader.isGood() || type != IdentitiesAnswer || count > MostKeys)
        return failure(ErrorCode::ParseFailed,
                       Words::tr("what should be an SSH agent does not answer as one"));
    QList<AgentKey> keys;
    for (quint32 i = 0; i < count; ++i) {
        AgentKey key;
        key.blob = reader.string();
        key.comment = plainLine(QByteArrayView(reader.string()), LongestComment);
        if (!reader.isGood())
            return failure(ErrorCode::ParseFailed,
                           Words::tr("the SSH agent breaks off in the middle of its keys"));
        keys.append(key);
    }
    return keys;
}

QByteArray agentprotocol::identitiesAnswer(const QList<AgentKey> &keys)
{
    QByteArray result(1, static_cast<char>(IdentitiesAnswer));
    result += wireUint32(static_cast<quint32>(keys.size()));
    for (const AgentKey &key : keys)
        result += wireString(key.blob) + wireString(key.comment.toUtf8());
    return result;
}

} // namespace colonnade::remote
