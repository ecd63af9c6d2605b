// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "formats/ocfs2conf.h"

#include <QHash>
#include <QSet>

#include <optional>

namespace colonnade::formats {

/// Which stanzas belong together, so that rules over all of a file stay linear in its size.
struct Ocfs2Index
{
    explicit Ocfs2Index(const QList<Ocfs2Conf::Stanza> &stanzas);

    using Stanzas = QList<const Ocfs2Conf::Stanza *>;

    Stanzas clusters;                   ///< in file order
    QHash<QByteArray, Stanzas> nodes;   ///< by what their `cluster` says, in file order
    QHash<QByteArray, Stanzas> regions; ///< likewise
    Stanzas homeless;                   ///< nodes and regions without the key `cluster`
};

/// The value of @p key in @p stanza, empty where there is none.
QByteArray ocfs2Value(const Ocfs2Conf::Stanza &stanza, QByteArrayView key);

/// A number as the tools read it, which is how strtoul() does: blanks and a sign may come first.
std::optional<quint64> ocfs2Number(const QByteArray &text);

/// The attribute of @p key where it is a number below @p limit; nullptr where it is not.
const Ocfs2Conf::Attribute *ocfs2Readable(const Ocfs2Conf::Stanza &stanza, QByteArrayView key,
                                          quint64 limit);

/// The numbers that no node has. A node without a number that can be read has none.
class Ocfs2FreeNumbers
{
public:
    explicit Ocfs2FreeNumbers(const Ocfs2Index::Stanzas &nodes);

    /// Whether the number was free, which it then is not.
    bool take(quint64 number);

    /// The lowest that is free, which it then is not; none where the kernel takes no such number.
    std::optional<quint64> takeLowest();

private:
    QSet<quint64> m_taken;
    quint64 m_lowest = 0;
};

/// Whether it is an address to the tools, which is what inet_pton() takes: IPv4, without leading
/// zeros.
bool isOcfs2Address(const QByteArray &text);

/// `local` or `global`, in any case.
std::optional<Ocfs2Heartbeat> ocfs2Heartbeat(const QByteArray &text);

} // namespace colonnade::formats
