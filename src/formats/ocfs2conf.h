// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "formats/diagnostic.h"

#include <QByteArray>
#include <QList>

#include <optional>

namespace colonnade::formats {

/// A node of an OCFS2 cluster, as a `node:` stanza names it.
struct Ocfs2Node
{
    QByteArray name;    ///< the host's name, or its part before a dot
    qint64 number = 0;  ///< 0 to 254: its place in every volume's slot map, never to be changed
                        ///< while it has one mounted
    QByteArray address; ///< IPv4, four numbers with dots
    qint64 port = 7777; ///< TCP, 1 to 65534
    QByteArray cluster; ///< the name of its cluster, byte for byte

    friend bool operator==(const Ocfs2Node &, const Ocfs2Node &) = default;
};

/// What to change of a node; what is absent stays.
struct Ocfs2NodeChange
{
    std::optional<QByteArray> name = {};
    std::optional<qint64> number = {};
    std::optional<QByteArray> address = {};
    std::optional<qint64> port = {};
};

/// How a cluster's nodes watch each other: on the disk of each mounted volume, or on a few regions
/// for all of them.
enum class Ocfs2Heartbeat { Local, Global };

/// A `cluster:` stanza.
struct Ocfs2Cluster
{
    QByteArray name;
    qint64 nodeCount = 0; ///< as the file says, which may not be how many nodes it has
    Ocfs2Heartbeat heartbeat = Ocfs2Heartbeat::Local;

    friend bool operator==(const Ocfs2Cluster &, const Ocfs2Cluster &) = default;
};

/// /etc/ocfs2/cluster.conf: which nodes make up an OCFS2 cluster. It must be the same on all of
/// them.
///
/// A text is a document exactly when o2cb of ocfs2-tools 1.8 loads it: one error anywhere, such as
/// an indented comment, and the tools refuse the whole file without saying where. Stanzas and keys
/// that the tools do not know, comments, and nodes of no cluster are kept.
/// Grammar: ocfs2-tools, o2cb_ctl/jconfig.c and o2cb_ctl/o2cb_config.c; ocfs2.cluster.conf(5).
class Ocfs2Conf
{
public:
    /// `key = value` within a stanza.
    struct Attribute
    {
        Span line; ///< all of its line or, with continuations, lines, with the line end
        Span key;
        Span value;      ///< as the tools read it: without the blanks around it; may be empty
        QByteArray name; ///< the bytes of key
        QByteArray text; ///< the bytes of value

        friend bool operator==(const Attribute &, const Attribute &) = default;
    };

    /// `type:` and the attributes below it.
    struct Stanza
    {
        Span span;       ///< from its first line to the end of its last attribute's line
        Span type;       ///< the word before the colon
        QByteArray name; ///< the bytes of type: `node`, `cluster`, `heartbeat`, or unknown
        QList<Attribute> attributes;

        /// The attribute that counts, which is the last of that key; nullptr where there is none.
        const Attribute *attribute(QByteArrayView key) const;
        friend bool operator==(const Stanza &, const Stanza &) = default;
    };

    /// Fails where o2cb does, with the place and the reason that it does not tell.
    static Parsed<Ocfs2Conf> parse(QByteArray text);

    /// All findings, in order of place, of any text: of one whose grammar the tools refuse, each
    /// reason why; else each reason why they refuse to load it, and diagnostics(). With a fix where
    /// there is one.
    static QList<Diagnostic> check(const QByteArray &text);

    /// A new file: one cluster of @p nodes, whose own cluster names do not count, with local
    /// heartbeat. Refuses what addNode() refuses.
    static base::Result<Ocfs2Conf> create(const QByteArray &cluster, const QList<Ocfs2Node> &nodes);

    const QByteArray &text() const { return m_text; }

    /// In file order, unknown ones among them.
    const QList<Stanza> &stanzas() const { return m_stanzas; }

    /// In file order.
    QList<Ocfs2Cluster> clusters() const;

    /// The nodes of a cluster, in file order.
    QList<Ocfs2Node> nodes(QByteArrayView cluster) const;

    /// The nodes that the tools ignore, as their cluster is not in the file.
    QList<Ocfs2Node> orphanNodes() const;

    /// The names of a cluster's global heartbeat regions, in file order.
    QList<QByteArray> regions(QByteArrayView cluster) const;

    /// The stanza of a cluster, a node, or a region; nullptr where there is none.
    const Stanza *clusterStanza(QByteArrayView cluster) const;
    const Stanza *nodeStanza(QByteArrayView cluster, QByteArrayView node) const;
    const Stanza *regionStanza(QByteArrayView cluster, QByteArrayView region) const;

    /// @name Acts
    /// In all of them node_count follows. They refuse names, numbers, addresses and ports that the
    /// tools or the kernel refuse, and those that are taken.
    /// @{

    /// Adds a node to the cluster that it names.
    base::Result<TextEdits> addNode(const Ocfs2Node &node) const;
    base::Result<TextEdits> removeNode(QByteArrayView cluster, QByteArrayView node) const;
    base::Result<TextEdits> changeNode(QByteArrayView cluster, QByteArrayView node,
                                       const Ocfs2NodeChange &change) const;

    /// Adds a cluster without nodes.
    base::Result<TextEdits> addCluster(const QByteArray &name) const;
    /// Removes a cluster with its nodes and its regions.
    base::Result<TextEdits> removeCluster(QByteArrayView name) const;
    /// Renames a cluster where it is defined and in its nodes and its regions. Volumes store the
    /// name as well: `tunefs.ocfs2 --update-cluster-stack` has to follow.
    base::Result<TextEdits> renameCluster(QByteArrayView name, const QByteArray &newName) const;

    base::Result<TextEdits> setHeartbeat(QByteArrayView cluster, Ocfs2Heartbeat mode) const;
    /// Adds a global heartbeat region by the UUID of its volume: 32 hexadecimal digits.
    base::Result<TextEdits> addRegion(QByteArrayView cluster, const QByteArray &region) const;
    base::Result<TextEdits> removeRegion(QByteArrayView cluster, QByteArrayView region) const;
    /// @}

    /// The lowest number from 0 that no node of the cluster has; the tools take it for a new one.
    qint64 freeNumber(QByteArrayView cluster) const;

    /// What is wrong with what the tools load: nodes that vanish, what the kernel refuses, counts
    /// that do not match. In order of place.
    QList<Diagnostic> diagnostics() const;

private:
    /// Of what the tools may refuse to load.
    Ocfs2Conf(QByteArray text, QList<Stanza> stanzas)
        : m_text(std::move(text)), m_stanzas(std::move(stanzas))
    {
    }

    QByteArray m_text;
    QList<Stanza> m_stanzas;
};

} // namespace colonnade::formats
