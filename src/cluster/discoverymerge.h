// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cluster/discovery.h"

#include <QHash>

namespace colonnade::cluster {

/// What one file says of one node.
struct Mention
{
    QString file;          ///< as a person calls it: "cluster.conf"
    QString name;          ///< may be empty
    QStringList addresses; ///< names or numbers that the file gives beside the name
};

/// What is known for making one list of what the files say.
struct DiscoveryFacts
{
    QString hostName; ///< of the node whose files were read, as it calls itself
    QList<Mention> mentions;
    QHash<QString, QStringList> onNode; ///< name -> its addresses as the node looks it up
    QHash<QString, QStringList> here;   ///< the same for the place from which is connected
    bool throughJump = false;           ///< `here` is not this workstation but the node itself
};

/// The names of @p mentions and profiles that are worth looking up: no numbers, each once.
QStringList namesToLookUp(const QList<Mention> &mentions, const QList<profiles::Profile> &known);

/// One entry a node, in the order of the mentions. Two mentions are of the same node when they
/// share a name, with or without the domain, or an address.
QList<FoundNode> mergeMentions(const DiscoveryFacts &facts, const profiles::Profile &from,
                               const QList<profiles::Profile> &known);

/// Whether @p text is an IPv4 or IPv6 address.
bool isAddress(const QString &text);

} // namespace colonnade::cluster
