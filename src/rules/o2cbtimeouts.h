// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cluster/facts.h"
#include "rules/verdict.h"

#include <array>

namespace colonnade::rules {

enum class O2cbTimeout { DeadThreshold, Idle, Keepalive, Reconnect };

inline constexpr std::array AllO2cbTimeouts = {O2cbTimeout::DeadThreshold, O2cbTimeout::Idle,
                                               O2cbTimeout::Keepalive, O2cbTimeout::Reconnect};

/// The variable of /etc/default/o2cb: O2CB_HEARTBEAT_THRESHOLD.
QByteArray o2cbKey(O2cbTimeout timeout);

/// What a kernel takes where nothing is set.
qint64 o2cbDefault(O2cbTimeout timeout);

/// The least that o2cb's own configuration takes.
qint64 o2cbLeast(O2cbTimeout timeout);

/// What @p value makes, as a span: a threshold of 31 is "60 s", 2500 ms are "2.5 s".
QString o2cbSpan(O2cbTimeout timeout, qint64 value);

/// What the timeout is, for a label: "Dead after".
QString o2cbName(O2cbTimeout timeout);

/// What follows from it, a sentence.
QString o2cbSentence(O2cbTimeout timeout);

/// A timeout on one node.
struct O2cbNodeValue
{
    QString node;
    std::optional<qint64> set;     ///< by its file; absent: the file leaves it to the kernel
    std::optional<qint64> running; ///< absent: the cluster is not loaded there
    bool isComputed = false;       ///< only a shell can know what the file sets
    bool isReadable = true;        ///< false: the file cannot be read

    friend bool operator==(const O2cbNodeValue &, const O2cbNodeValue &) = default;
};

/// A timeout on all nodes.
struct O2cbTimeoutState
{
    O2cbTimeout timeout;
    QList<O2cbNodeValue> nodes;

    /// What @p node takes at its next start, where that can be known.
    std::optional<qint64> next(const O2cbNodeValue &node) const;
    /// The value that all nodes take at their next start; absent where they differ, or where
    /// there are none.
    std::optional<qint64> common() const;

    friend bool operator==(const O2cbTimeoutState &, const O2cbTimeoutState &) = default;
};

/// Where the hosts of @p nodes stand, in the order of the profiles; one entry for each timeout.
QList<O2cbTimeoutState> o2cbTimeouts(const cluster::ClusterState &state, const QString &cluster,
                                     const QStringList &nodes);

/// What does not fit between the nodes, and within one. Hard ones first; ids in ocfs2.h.
QList<Reason> o2cbTimeoutFindings(const QList<O2cbTimeoutState> &timeouts);

} // namespace colonnade::rules
