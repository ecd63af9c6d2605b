// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cluster/facts.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>

namespace colonnade::gui {

/// What a node holds in the place of a file, compared with what is being edited.
struct HeldFile
{
    enum class Holds {
        Same,
        Other,
        Nothing,
        NotReachable, ///< it may have changed since
        Unknown       ///< it was not read yet
    };
    QString node;
    Holds holds = Holds::Unknown;
    QByteArray hash; ///< SHA-256 in hex, the last that was seen; empty: none

    friend bool operator==(const HeldFile &, const HeldFile &) = default;
};

/// A file of one node, as it is to become.
struct NodeFile
{
    QString node; ///< the profile's name
    QString path;
    QByteArray before; ///< what it was read as; empty: it was not there
    QByteArray bytes;

    friend bool operator==(const NodeFile &, const NodeFile &) = default;
};

/// SHA-256 in hex, as the nodes' facts have it.
QByteArray hashOf(const QByteArray &bytes);

/// In the order of the nodes. @p hash: of the file that is being edited, as it was when it was
/// read.
QList<HeldFile> heldFiles(const cluster::ClusterState &state, const QString &path,
                          const QByteArray &hash);

/// "Same on 3 of 4 nodes · xenhost4 not reachable"
QString sentenceOf(const QList<HeldFile> &files);

} // namespace colonnade::gui
