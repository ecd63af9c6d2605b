// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "formats/ocfs2conf.h"

#include <QHash>

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

/// Whether it is an address to the tools, which is what inet_pton() takes: IPv4, without leading
/// zeros.
bool isOcfs2Address(const QByteArray &text);

/// `local` or `global`, in any case.
std::optional<Ocfs2Heartbeat> ocfs2Heartbeat(const QByteArray &text);

} // namespace colonnade::formats
