// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QList>
#include <QString>

namespace colonnade::toolstack {

/// An IPv4 address that is bound on a machine.
struct BoundAddress
{
    QString address;
    int prefix = 32;   ///< of its network
    QString interface; ///< empty: not told

    /// Whether only the machine itself is reached at it.
    bool isLoopback() const { return address.startsWith(QLatin1String("127.")); }
    /// Whether @p other is an IPv4 address of its network.
    bool isBeside(const QString &other) const;

    friend bool operator==(const BoundAddress &, const BoundAddress &) = default;
};

/// Reads `ip -o -4 addr`. In its order.
QList<BoundAddress> parseIpAddresses(QByteArrayView output);

/// Reads /proc/net/fib_trie, which knows neither interfaces nor their networks. Sorted as text.
QList<BoundAddress> parseFibTrie(QByteArrayView text);

} // namespace colonnade::toolstack
