// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/wire.h"

#include <QtEndian>

namespace colonnade::remote {

QByteArrayView WireReader::take(qsizetype size)
{
    m_good = m_good && size <= m_rest.size();
    if (!m_good) {
        m_rest = {};
        return {};
    }
    const QByteArrayView result = m_rest.first(size);
    m_rest = m_rest.sliced(size);
    return result;
}

quint64 WireReader::number(qsizetype size)
{
    quint64 result = 0;
    for (const char byte : take(size))
        result = result << 8 | static_cast<quint8>(byte);
    return result;
}

QByteArray WireReader::string()
{
    const quint32 size = uint32();
    return take(size).toByteArray();
}

QByteArray wireUint32(quint32 value)
{
    const quint32 big = qToBigEndian(value);
    return QByteArray(reinterpret_cast<const char *>(&big), sizeof big);
}

QByteArray wireString(const QByteArray &bytes)
{
    return wireUint32(static_cast<quint32>(bytes.size())) + bytes;
}

} // namespace colonnade::remote
