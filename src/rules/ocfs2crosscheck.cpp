// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/checks.h"
#include "rules/ocfs2.h"
#include "rules/ocfs2seen.h"
#include "rules/words.h"

#include "formats/defaultsfile.h"

#include <algorithm>
#include <map>

namespace colonnade::rules {

using namespace Qt::StringLiterals;
using cluster::ClusterState;
using cluster::NodeFacts;
using cluster::NodeState;
using formats::Fix;
using formats::Ocfs2Conf;
using formats::Ocfs2Node;

namespace {

QString text(const QByteArray &bytes)
{
    return QString::fromUtf8(bytes);
}

/// An act of the list as a way out; none where the list refuses it.
std::optional<Fix> fixOf(const QString &title, const base::Result<formats::TextEdits> &edits)
{
    return edits ? std::optional(Fix{title, *edits}) : std::nullopt;
}

class CrossCheck
{
public:
    CrossCheck(const Ocfs2Conf &conf, const ClusterState &state) : m_conf(conf), m_state(state) {}

    QList<Ocfs2Finding> findings();

private:
    void checkCluster(const QByteArray &cluster);
    void checkNode(const Ocfs2Node &node);
    void checkAddress(const Ocfs2Node &node, const NodeState &host);
    void checkUnknown(const Ocfs2Node &node);
    void checkLoaded(const Ocfs2Node &node, const QList<Ocfs2Seen> &seen);
    void checkSurplus(const QByteArray &cluster, const QList<Ocfs2Seen> &seen);
    void checkHostTwice(const NodeState &host, const QByteArray &cluster);
    void checkHost(const NodeState &host);
    void checkHostMissing(const NodeState &host);
    void checkBoot();
    void checkCman();

    void add(const Reason &reason, const QByteArray &cluster = {}, const QByteArray &node = {},
             std::optional<Fix> fix = {})
    {
        m_findings.append({reason, cluster, node, std::move(fix)});
    }
    void addFor(const Ocfs2Node &node, Severity severity, const QString &id,
                const QString &sentence, const QString &remedy = {}, std::optional<Fix> fix = {})
    {
        add({severity, id, sentence, remedy}, node.cluster, node.name, std::move(fix));
    }
    std::optional<Fix> addressFix(const Ocfs2Node &node, const NodeFacts &facts) const;
    bool isListed(const NodeState &host) const;

    const Ocfs2Conf &m_conf;
    const ClusterState &m_state;
    QList<Ocfs2Finding> m_findings;
};

QList<Ocfs2Finding> CrossCheck::findings()
{
    for (const formats::Ocfs2Cluster &cluster : m_conf.clusters())
        checkCluster(cluster.name);
    for (const NodeState &host : m_state.nodes) {
        if (isCurrent(host))
            checkHost(host);
    }
    checkBoot();
    checkCman();
    std::ranges::stable_sort(m_findings, {},
                             [](const Ocfs2Finding &finding) { return finding.reason.severity; });
    return m_findings;
}

void CrossCheck::checkCluster(const QByteArray &cluster)
{
    const QList<Ocfs2Seen> seen = ocfs2Seen(m_state, text(cluster));
    for (const Ocfs2Node &node : m_conf.nodes(cluster)) {
        checkNode(node);
        checkLoaded(node, seen);
    }
    checkSurplus(cluster, seen);
    for (const NodeState &host : m_state.nodes) {
        if (isCurrent(host))
            checkHostTwice(host, cluster);
    }
}

void CrossCheck::checkNode(const Ocfs2Node &node)
{
    const NodeState *host = ocfs2Host(m_state, text(node.name));
    if (!host)
        checkUnknown(node);
    else if (isCurrent(*host))
        checkAddress(node, *host);
}

std::optional<Fix> CrossCheck::addressFix(const Ocfs2Node &node, const NodeFacts &facts) const
{
    QList<Ocfs2Node> others = m_conf.nodes(node.cluster);
    others.removeIf([&node](const Ocfs2Node &other) { return other.name == node.name; });
    const QList<toolstack::BoundAddress> choice = ocfs2Addresses(facts, others);
    if (choice.isEmpty())
        return {};
    // What is in use stays as it is, right or wrong.
    const Ocfs2Change change{Ocfs2Act::ReaddressNode, text(node.cluster), text(node.name),
                             text(node.address)};
    if (mayChange(m_state, change).answer() == Answer::No)
        return {};
    const QByteArray address = choice.first().address.toLatin1();
    return fixOf(Words::tr("Give %1 the address %2").arg(text(node.name), choice.first().address),
                 m_conf.changeNode(node.cluster, node.name, {.address = address}));
}

void CrossCheck::checkAddress(const Ocfs2Node &node, const NodeState &host)
{
    const auto isBound = [&node](const NodeState &on) {
        const auto addresses = on.facts->addresses.value_or(QList<toolstack::BoundAddress>());
        return std::ranges::any_of(addresses, [&node](const toolstack::BoundAddress &bound) {
            return bound.address == text(node.address);
        });
    };
    if (!host.facts->addresses || isBound(host))
        return;
    for (const NodeState &other : m_state.nodes) {
        if (&other != &host && isCurrent(other) && isBound(other)) {
            addFor(node, Severity::Hard, u"ocfs2-address-elsewhere"_s,
                   Words::tr("%1, the address of %2, is bound on %3.")
                       .arg(text(node.address), text(node.name), other.name()),
                   Words::tr("Give %1 an address of its own.").arg(text(node.name)),
                   addressFix(node, *host.facts));
            return;
        }
    }
    addFor(node, Severity::Hard, u"ocfs2-address-unbound"_s,
           Words::tr("%1 is not bound on %2: its cluster does not come online there.")
               .arg(text(node.address), text(node.name)),
           Words::tr("Bind it there, or give %1 an address that is.").arg(text(node.name)),
           addressFix(node, *host.facts));
}

/// No host has its name. One whose name is only the first part of it may be meant.
void CrossCheck::checkUnknown(const Ocfs2Node &node)
{
    const QString name = text(node.name);
    bool allSeen = !m_state.nodes.isEmpty();
    for (const NodeState &host : m_state.nodes) {
        allSeen = allSeen && isCurrent(host);
        if (!isCurrent(host) || !isOcfs2Host(host.facts->hostName, name))
            continue;
        const QString &right = host.facts->hostName;
        addFor(node, Severity::Hard, u"ocfs2-host-dotted"_s,
               Words::tr("%1 calls itself %2, and so is not the node %3.")
                   .arg(host.name(), right, name),
               Words::tr("Name the node as its host calls itself."),
               fixOf(Words::tr("Rename it to %1").arg(right),
                     m_conf.changeNode(node.cluster, node.name, {.name = right.toUtf8()})));
        return;
    }
    if (allSeen)
        addFor(node, Severity::Soft, u"ocfs2-node-unknown"_s,
               Words::tr("None of the connected nodes calls itself %1.").arg(name),
               Words::tr("Add its connection, or remove it from the list if it is gone."));
}

void CrossCheck::checkLoaded(const Ocfs2Node &node, const QList<Ocfs2Seen> &seen)
{
    const QString name = text(node.name);
    const QString wanted =
        QString::number(node.number) + u" · "_s + endpointOf(text(node.address), node.port);
    std::map<QString, std::pair<toolstack::O2cbNode, QStringList>> otherwise;
    QStringList missing;
    for (const Ocfs2Seen &each : seen) {
        const toolstack::O2cbNode *loaded = each.cluster->node(name);
        if (!loaded) {
            missing.append(each.name());
            continue;
        }
        const QString has =
            QString::number(loaded->number) + u" · "_s + endpointOf(loaded->address, loaded->port);
        if (has == wanted)
            continue;
        auto &[first, names] = otherwise[has];
        first = *loaded;
        names.append(each.name());
    }
    for (const auto &[has, loaded] : otherwise)
        addFor(node, Severity::Warning, u"ocfs2-loaded-differs"_s,
               Words::tr("%1 is loaded as %2 on %3, and the list says %4.")
                   .arg(name, has, joined(loaded.second), wanted),
               Words::tr("Nodes that have it otherwise do not mount together."),
               fixOf(Words::tr("Write what is loaded"),
                     m_conf.changeNode(node.cluster, node.name,
                                       {.number = loaded.first.number,
                                        .address = loaded.first.address.toLatin1(),
                                        .port = loaded.first.port})));
    if (!missing.isEmpty())
        addFor(node, Severity::Soft, u"ocfs2-not-loaded"_s,
               Words::tr("%1 is not loaded on %2 yet.").arg(name, joined(missing)),
               Words::tr("After the roll-out run `o2cb register-cluster %1` there.")
                   .arg(text(node.cluster)));
}

void CrossCheck::checkSurplus(const QByteArray &cluster, const QList<Ocfs2Seen> &seen)
{
    std::map<QString, QStringList> surplus;
    for (const Ocfs2Seen &each : seen) {
        for (const toolstack::O2cbNode &loaded : each.cluster->nodes) {
            if (!m_conf.nodeStanza(cluster, loaded.name.toUtf8()))
                surplus[loaded.name].append(each.name());
        }
    }
    for (const auto &[name, hosts] : surplus)
        add({Severity::Warning, u"ocfs2-loaded-surplus"_s,
             Words::tr("%1 is loaded on %2, and the list does not have it.")
                 .arg(name, joined(hosts)),
             Words::tr("Once it is offline, `o2cb register-cluster %1` there drops "
                       "it.")
                 .arg(text(cluster))},
            cluster, {}, {});
}

void CrossCheck::checkHostTwice(const NodeState &host, const QByteArray &cluster)
{
    QStringList matching;
    QByteArray last;
    for (const Ocfs2Node &node : m_conf.nodes(cluster)) {
        if (isOcfs2Host(text(node.name), host.facts->hostName)) {
            matching.append(text(node.name));
            last = node.name;
        }
    }
    if (matching.size() > 1)
        add({Severity::Hard, u"ocfs2-host-twice"_s,
             Words::tr("%1 calls itself %2, which is %3: it takes part as neither.")
                 .arg(host.name(), host.facts->hostName, joined(matching)),
             Words::tr("Keep one of them.")},
            cluster, last, {});
}

bool CrossCheck::isListed(const NodeState &host) const
{
    return std::ranges::any_of(m_conf.clusters(), [&](const formats::Ocfs2Cluster &cluster) {
        return std::ranges::any_of(m_conf.nodes(cluster.name), [&host](const Ocfs2Node &node) {
            return isOcfs2Host(text(node.name), host.facts->hostName)
                   || isOcfs2Host(host.facts->hostName, text(node.name));
        });
    });
}

void CrossCheck::checkHost(const NodeState &host)
{
    if (!isListed(host)) {
        checkHostMissing(host);
        return;
    }
    const QString &stack = host.facts->ocfs2.stack;
    if (!stack.isEmpty() && stack != "o2cb"_L1)
        add({Severity::Warning,
             u"ocfs2-stack"_s,
             Words::tr("%1 uses the cluster stack %2, which does not read this list.")
                 .arg(host.name(), stack),
             {}});
}

void CrossCheck::checkHostMissing(const NodeState &host)
{
    const cluster::Ocfs2Facts &ocfs2 = host.facts->ocfs2;
    const bool hasOcfs2 =
        ocfs2.isLoaded || !ocfs2.defaultsPath.isEmpty() || !ocfs2.mounts.isEmpty();
    const QList<formats::Ocfs2Cluster> clusters = m_conf.clusters();
    if (!hasOcfs2 || clusters.isEmpty() || host.facts->hostName.isEmpty())
        return;
    const QByteArray cluster = clusters.first().name;
    const QList<Ocfs2Node> nodes = m_conf.nodes(cluster);
    const QList<toolstack::BoundAddress> choice = ocfs2Addresses(*host.facts, nodes);
    std::optional<Fix> fix;
    if (clusters.size() == 1 && !choice.isEmpty()) {
        const qint64 port = nodes.isEmpty() ? Ocfs2Node().port : nodes.first().port;
        fix = fixOf(Words::tr("Add %1 with %2").arg(host.facts->hostName, choice.first().address),
                    m_conf.addNode({host.facts->hostName.toUtf8(), m_conf.freeNumber(cluster),
                                    choice.first().address.toLatin1(), port, cluster}));
    }
    const QString sentence =
        isOcfs2Host(host.name(), host.facts->hostName)
            ? Words::tr("%1 has OCFS2, and is no node of the list.").arg(host.name())
            : Words::tr("%1 has OCFS2, and calls itself %2, which is no node of the list.")
                  .arg(host.name(), host.facts->hostName);
    add({Severity::Warning, u"ocfs2-host-missing"_s, sentence,
         Words::tr("Add it, if it is to mount the volumes.")},
        clusters.size() == 1 ? cluster : QByteArray(), {}, std::move(fix));
}

/// What the nodes' o2cb files start at boot, said once for all nodes of a kind.
void CrossCheck::checkBoot()
{
    std::map<QString, QStringList> disabled;
    std::map<QString, QStringList> unknown;
    for (const NodeState &host : m_state.nodes) {
        if (!isCurrent(host) || !isListed(host) || host.facts->ocfs2.defaultsPath.isEmpty())
            continue;
        const auto file = formats::DefaultsFile::parse(host.facts->ocfs2.defaults);
        const auto enabled = file ? file->value("O2CB_ENABLED") : std::nullopt;
        const auto boot = file ? file->value("O2CB_BOOTCLUSTER") : std::nullopt;
        if (enabled && *enabled != "true")
            disabled[text(*enabled)].append(host.name());
        if (boot && !boot->isEmpty() && !m_conf.clusterStanza(*boot))
            unknown[text(*boot)].append(host.name());
    }
    for (const auto &[cluster, hosts] : unknown)
        add({Severity::Hard, u"ocfs2-boot-unknown"_s,
             Words::tr("%1 is to be started at boot on %2, and is not in the list: nothing comes "
                       "online there.")
                 .arg(cluster, joined(hosts)),
             Words::tr("Set O2CB_BOOTCLUSTER there to a cluster of the list.")});
    for (const auto &[value, hosts] : disabled)
        add({Severity::Warning, u"ocfs2-not-enabled"_s,
             Words::tr("o2cb is not started at boot on %1: O2CB_ENABLED is %2.")
                 .arg(joined(hosts), value),
             Words::tr("Set it to true there.")});
}

/// Both lists usually name the same machines, under their own rules for names.
void CrossCheck::checkCman()
{
    const auto known = std::ranges::find_if(
        m_state.nodes, [](const NodeState &n) { return isCurrent(n) && n.facts->clusterConf; });
    if (known == m_state.nodes.end() || m_conf.clusters().size() != 1)
        return;
    const QByteArray cluster = m_conf.clusters().first().name;
    const auto isSame = [](const QString &a, const QString &b) {
        return isOcfs2Host(a, b) || isOcfs2Host(b, a);
    };
    QStringList names;
    for (const Ocfs2Node &node : m_conf.nodes(cluster))
        names.append(text(node.name));
    const auto without = [&isSame](const QStringList &these, const QStringList &those) {
        QStringList result;
        for (const QString &name : these) {
            if (std::ranges::none_of(those, [&](const QString &o) { return isSame(name, o); }))
                result.append(name);
        }
        return result;
    };
    const QStringList members = known->facts->clusterConf->nodes;
    if (const QStringList more = without(members, names); !more.isEmpty())
        add({Severity::Soft,
             u"ocfs2-cman-differs"_s,
             Words::tr("In /etc/cluster/cluster.conf and not in this list: %1.").arg(joined(more)),
             {}},
            cluster, {}, {});
    if (const QStringList more = without(names, members); !more.isEmpty())
        add({Severity::Soft,
             u"ocfs2-cman-differs"_s,
             Words::tr("In this list and not in /etc/cluster/cluster.conf: %1.").arg(joined(more)),
             {}},
            cluster, {}, {});
}

} // namespace

QList<Ocfs2Finding> ocfs2CrossCheck(const Ocfs2Conf &conf, const ClusterState &state)
{
    return CrossCheck(conf, state).findings();
}

} // namespace colonnade::rules
