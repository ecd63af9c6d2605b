// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace colonnade::remote {

/// Reads the data types of SSH (RFC 4251, 5) from bytes that somebody else wrote. After the first
/// thing that is not there, all is empty and isGood() false.
class WireReader
{
public:
    explicit WireReader(QByteArrayView bytes) : m_rest(bytes) {}

    quint8 byte() { return static_cast<quint8>(number(1)); }
    quint32 uint32() { return static_cast<quint32>(number(4)); }
    quint64 uint64() { return number(8); }
    QByteArray string();

    bool isGood() const { return m_good; }
    bool atEnd() const { return m_rest.isEmpty(); }

private:
    quint64 number(qsizetype size);
    QByteArrayView take(qsizetype size);

    QByteArrayView m_rest;
    bool m_good = true;
};

/// A number as SSH writes it.
QByteArray wireUint32(quint32 value);
/// A string as SSH writes it: its length, then its bytes.
QByteArray wireString(const QByteArray &bytes);

} // namespace colonnade::remote
