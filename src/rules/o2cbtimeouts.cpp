// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/o2cbtimeouts.h"

#include "formats/defaultsfile.h"
#include "rules/checks.h"
#include "rules/ocfs2.h"
#include "rules/ocfs2seen.h"
#include "rules/words.h"

#include <algorithm>
#include <map>

namespace colonnade::rules {

using namespace Qt::StringLiterals;
using cluster::ClusterState;
using cluster::NodeState;

namespace {

constexpr qint64 HeartbeatMs = 2000; // O2HB_REGION_TIMEOUT_MS

QString number(qint64 value)
{
    return QString::number(value);
}

std::optional<qint64> of(const toolstack::O2cbTimeouts &timeouts, O2cbTimeout timeout)
{
    switch (timeout) {
    case O2cbTimeout::DeadThreshold:
        return timeouts.deadThreshold;
    case O2cbTimeout::Idle:
        return timeouts.idleMs;
    case O2cbTimeout::Keepalive:
        return timeouts.keepaliveMs;
    case O2cbTimeout::Reconnect:
        break;
    }
    return timeouts.reconnectMs;
}

/// What the node's file sets; the init script leaves out what is empty.
void readFile(const cluster::Ocfs2Facts &facts, O2cbTimeout timeout, O2cbNodeValue &value)
{
    value.isReadable = facts.defaultsProblem.isEmpty();
    const auto file = formats::DefaultsFile::parse(facts.defaults);
    if (!file) {
        value.isComputed = true;
        return;
    }
    const formats::DefaultsFile::Assignment *assignment = file->assignment(o2cbKey(timeout));
    if (!assignment)
        return;
    const std::optional<QByteArray> word = file->value(o2cbKey(timeout));
    bool ok = false;
    const qint64 parsed = word ? word->toLongLong(&ok) : 0;
    if (ok)
        value.set = parsed;
    else
        value.isComputed = !word || !word->isEmpty();
}

O2cbNodeValue valueOf(const NodeState &node, const QString &cluster, O2cbTimeout timeout)
{
    O2cbNodeValue value{node.name(), {}, {}};
    readFile(node.facts->ocfs2, timeout, value);
    for (const toolstack::O2cbCluster &loaded : node.facts->ocfs2.clusters) {
        if (loaded.name == cluster)
            value.running = of(loaded.timeouts, timeout);
    }
    return value;
}

/// Names by value.
using Camps = std::map<qint64, QStringList>;

/// "30000 (30 s) on xenhost1 and xenhost2, 60000 (60 s) on xenhost3"
QString campsText(O2cbTimeout timeout, const Camps &camps)
{
    QStringList parts;
    for (const auto &[value, names] : camps)
        parts.append(Words::tr("%1 (%2) on %3", "a value, its meaning, nodes")
                         .arg(number(value), o2cbSpan(timeout, value), joined(names)));
    return joined(parts);
}

/// What the handshake of two nodes does not compare may differ.
bool mustAgree(O2cbTimeout timeout)
{
    return timeout != O2cbTimeout::Reconnect;
}

void checkAgreement(const O2cbTimeoutState &state, Reasons &reasons)
{
    Camps next;
    Camps running;
    for (const O2cbNodeValue &node : state.nodes) {
        if (const auto value = state.next(node))
            next[*value].append(node.node);
        if (node.running)
            running[*node.running].append(node.node);
    }
    const QString key = QString::fromLatin1(o2cbKey(state.timeout));
    if (running.size() > 1)
        reasons.hard(u"o2cb-timeout-runs-differently"_s,
                     Words::tr("Loaded now is %1 with %2: such nodes do not connect, and what one "
                               "has mounted the other cannot mount.")
                         .arg(key, campsText(state.timeout, running)),
                     Words::tr("Set the same in the files of all nodes, then take the cluster "
                               "offline and online on those that differ."));
    if (next.size() > 1)
        reasons.hard(u"o2cb-timeout-differs"_s,
                     Words::tr("The files set %1 to %2: from their next start on such nodes do not "
                               "connect.")
                         .arg(key, campsText(state.timeout, next)),
                     Words::tr("Set the same on all nodes."));
}

void checkPending(const O2cbTimeoutState &state, Reasons &reasons)
{
    Camps pending;
    QStringList computed;
    for (const O2cbNodeValue &node : state.nodes) {
        const auto next = state.next(node);
        if (node.isComputed)
            computed.append(node.node);
        if (next && node.running && *next != *node.running)
            pending[*next].append(node.node);
    }
    const QString key = QString::fromLatin1(o2cbKey(state.timeout));
    for (const auto &[value, names] : pending)
        reasons.warning(
            u"o2cb-timeout-pending"_s,
            Words::tr("%1 is to become %2 (%3) on %4, and is not loaded there.")
                .arg(key, number(value), o2cbSpan(state.timeout, value), joined(names)),
            Words::tr("It counts from the cluster's next start there. If it was started "
                      "since the file was changed, the kernel refused the value: the "
                      "init script says OK all the same."));
    if (!computed.isEmpty())
        reasons.warning(u"o2cb-timeout-computed"_s,
                        Words::tr("What the file of %1 sets %2 to, only a shell can tell.")
                            .arg(joined(computed), key));
}

/// The kernel refuses a keepalive that is not below the idle timeout, and nobody says so.
void checkKeepalive(const QList<O2cbTimeoutState> &timeouts, Reasons &reasons)
{
    const auto stateOf = [&timeouts](O2cbTimeout timeout) {
        return std::ranges::find(timeouts, timeout, &O2cbTimeoutState::timeout);
    };
    const auto idle = stateOf(O2cbTimeout::Idle);
    const auto keepalive = stateOf(O2cbTimeout::Keepalive);
    if (idle == timeouts.end() || keepalive == timeouts.end())
        return;
    QStringList wrong;
    for (qsizetype i = 0; i < std::min(idle->nodes.size(), keepalive->nodes.size()); ++i) {
        const auto most = idle->next(idle->nodes[i]);
        const auto wanted = keepalive->next(keepalive->nodes[i]);
        if (most && wanted && *wanted >= *most)
            wrong.append(idle->nodes[i].node);
    }
    if (!wrong.isEmpty())
        reasons.hard(u"o2cb-keepalive"_s,
                     Words::tr("O2CB_KEEPALIVE_DELAY_MS is not below O2CB_IDLE_TIMEOUT_MS on %1: "
                               "the kernel refuses it without a word.")
                         .arg(joined(wrong)),
                     Words::tr("Set a keepalive of a few seconds."));
}

/// What o2cb calls a timeout, sets when nothing is set, and refuses to go below.
struct Limits
{
    const char *key;
    qint64 byDefault;
    qint64 least;
};

Limits limitsOf(O2cbTimeout timeout)
{
    switch (timeout) {
    case O2cbTimeout::DeadThreshold:
        return {"O2CB_HEARTBEAT_THRESHOLD", 31, 7};
    case O2cbTimeout::Idle:
        return {"O2CB_IDLE_TIMEOUT_MS", 30'000, 5'000};
    case O2cbTimeout::Keepalive:
        return {"O2CB_KEEPALIVE_DELAY_MS", 2'000, 1'000};
    case O2cbTimeout::Reconnect:
        break;
    }
    return {"O2CB_RECONNECT_DELAY_MS", 2'000, 2'000};
}

} // namespace

QByteArray o2cbKey(O2cbTimeout timeout)
{
    return limitsOf(timeout).key;
}

qint64 o2cbDefault(O2cbTimeout timeout)
{
    return limitsOf(timeout).byDefault;
}

qint64 o2cbLeast(O2cbTimeout timeout)
{
    return limitsOf(timeout).least;
}

QString o2cbSpan(O2cbTimeout timeout, qint64 value)
{
    const qint64 ms = timeout == O2cbTimeout::DeadThreshold ? (value - 1) * HeartbeatMs : value;
    if (ms <= 0 || ms % 1000 == 0)
        return Words::tr("%1 s", "seconds").arg(std::max<qint64>(ms, 0) / 1000);
    QString decimals = QString::number(ms % 1000).rightJustified(3, u'0');
    while (decimals.endsWith(u'0'))
        decimals.chop(1);
    return Words::tr("%1 s", "seconds")
        .arg(Words::tr("%1.%2", "a number with decimals").arg(number(ms / 1000), decimals));
}

QString o2cbName(O2cbTimeout timeout)
{
    switch (timeout) {
    case O2cbTimeout::DeadThreshold:
        return Words::tr("Dead after");
    case O2cbTimeout::Idle:
        return Words::tr("Link lost after");
    case O2cbTimeout::Keepalive:
        return Words::tr("Keepalive after");
    case O2cbTimeout::Reconnect:
        break;
    }
    return Words::tr("Reconnect after");
}

QString o2cbSentence(O2cbTimeout timeout)
{
    switch (timeout) {
    case O2cbTimeout::DeadThreshold:
        return Words::tr("A node that has not written to the disk for that long is dead to the "
                         "others; one that cannot write resets itself. (Value - 1) × 2 s.");
    case O2cbTimeout::Idle:
        return Words::tr("A connection between nodes that is silent for that long is given up, in "
                         "milliseconds.");
    case O2cbTimeout::Keepalive:
        return Words::tr("A connection that is silent for that long is tried, in milliseconds; "
                         "must be below the one above.");
    case O2cbTimeout::Reconnect:
        break;
    }
    return Words::tr("The pause between two attempts to connect, in milliseconds; nodes may differ "
                     "in it.");
}

std::optional<qint64> O2cbTimeoutState::next(const O2cbNodeValue &node) const
{
    if (node.isComputed || !node.isReadable)
        return {};
    return node.set.value_or(o2cbDefault(timeout));
}

std::optional<qint64> O2cbTimeoutState::common() const
{
    std::optional<qint64> result;
    for (const O2cbNodeValue &node : nodes) {
        const std::optional<qint64> value = next(node);
        if (!value || (result && *result != *value))
            return {};
        result = value;
    }
    return result;
}

QList<O2cbTimeoutState> o2cbTimeouts(const ClusterState &state, const QString &cluster,
                                     const QStringList &nodes)
{
    QList<const NodeState *> hosts;
    for (const NodeState &node : state.nodes) {
        const bool listed = node.facts && std::ranges::any_of(nodes, [&node](const QString &name) {
                                return isOcfs2Host(name, node.facts->hostName);
                            });
        if (listed)
            hosts.append(&node);
    }
    QList<O2cbTimeoutState> result;
    for (const O2cbTimeout timeout : AllO2cbTimeouts) {
        O2cbTimeoutState each{timeout, {}};
        for (const NodeState *host : std::as_const(hosts))
            each.nodes.append(valueOf(*host, cluster, timeout));
        result.append(each);
    }
    return result;
}

QList<Reason> o2cbTimeoutFindings(const QList<O2cbTimeoutState> &timeouts)
{
    Reasons reasons;
    for (const O2cbTimeoutState &state : timeouts) {
        if (mustAgree(state.timeout))
            checkAgreement(state, reasons);
        checkPending(state, reasons);
    }
    checkKeepalive(timeouts, reasons);
    return reasons.verdict().reasons;
}

} // namespace colonnade::rules
