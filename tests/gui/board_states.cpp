// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/board_states.h"

using namespace Qt::StringLiterals;

namespace colonnade::gui {

using cluster::ClusterState;
using cluster::Guest;
using cluster::NodeState;

namespace {

constexpr qint64 Gib = 1024;

toolstack::DomainConfig configOf(const Guest &guest)
{
    toolstack::DomainConfig config;
    config.id = guest.domainId;
    config.name = guest.name;
    config.uuid = guest.uuid;
    config.type = toolstack::GuestType::Hvm;
    config.vcpus = guest.vcpus;
    config.maxMemoryKiB = guest.memoryMiB * 1024;
    config.targetMemoryKiB = config.maxMemoryKiB;
    return config;
}

/// Every node reaches every other one.
void connectPeers(ClusterState &state)
{
    for (NodeState &node : state.nodes) {
        for (const NodeState &peer : std::as_const(state.nodes)) {
            if (peer.name() != node.name())
                node.facts->peers.insert(peer.name(), {boardNow(), peer.name(), true, {}});
        }
    }
}

} // namespace

QDateTime boardNow()
{
    return QDateTime(QDate(2026, 6, 3), QTime(14, 8, 31));
}

Guest guestOf(const QString &name, int vcpus, qint64 memoryMiB, std::optional<double> cpuPercent,
              toolstack::RunState state)
{
    static int domainId = 0;
    Guest guest;
    guest.name = name;
    guest.uuid = u"8d3c41f0-9a5e-4c0e-a1b2-%1"_s.arg(++domainId, 12, 16, QLatin1Char('0'));
    guest.domainId = domainId;
    guest.state = state;
    guest.stateLetters = state == toolstack::RunState::Paused ? "--p---" : "-b----";
    guest.memoryMiB = memoryMiB;
    guest.maxMemoryMiB = memoryMiB;
    guest.vcpus = vcpus;
    guest.cpuPercent = cpuPercent;
    guest.config = configOf(guest);
    return guest;
}

NodeState liveNode(const QString &name, qint64 totalMiB, const QList<Guest> &guests, int age)
{
    NodeState node;
    node.profile.name = name;
    node.connection.phase = remote::Phase::Connected;
    node.connection.since = boardNow().addSecs(-3600);
    cluster::NodeFacts facts;
    facts.readAt = boardNow().addSecs(-age);
    facts.toolstack = toolstack::Kind::Xl;
    facts.hostName = name;
    facts.info.host = name;
    facts.info.machine = u"x86_64"_s;
    facts.info.cpus = 16;
    facts.info.xenMajor = 4;
    facts.info.xenMinor = 17;
    facts.info.xenExtra = u".5"_s;
    facts.info.xenCaps = {u"xen-3.0-x86_64"_s, u"hvm-3.0-x86_64"_s};
    facts.info.virtCaps = {u"pv"_s, u"hvm"_s, u"hap"_s, u"shadow"_s};
    facts.info.totalMemoryMiB = totalMiB;
    facts.domain0 = toolstack::DomainRow{u"Domain-0"_s, 0, 2 * Gib, 4, "r-----", 1000};
    facts.guests = guests;
    facts.clockOffsetMs = 10;
    qint64 used = 2 * Gib + 200;
    for (const Guest &guest : guests)
        used += guest.memoryMiB;
    facts.info.freeMemoryMiB = qMax<qint64>(0, totalMiB - used);
    node.facts = facts;
    return node;
}

void loseNode(NodeState &node)
{
    node.connection.phase = remote::Phase::Waiting;
    node.connection.since = boardNow().addSecs(-6 * 60 - 31);
    node.connection.nextAttempt = boardNow().addSecs(20);
    node.connection.error =
        base::Error{base::ErrorCode::TimedOut,
                    u"%1 is not reachable: the connection timed out after 15 s."_s.arg(node.name()),
                    {}};
    node.facts->readAt = node.connection.since.addSecs(-3);
}

ClusterState fourNodes()
{
    ClusterState state;
    state.name = u"domnull"_s;
    state.nodes = {
        liveNode(u"xenhost1"_s, 32 * Gib,
                 {guestOf(u"web1"_s, 2, 4 * Gib, 12), guestOf(u"web2"_s, 2, 4 * Gib, 9),
                  guestOf(u"db1"_s, 4, 8 * Gib, 61), guestOf(u"mail1"_s, 1, 2 * Gib, 3),
                  guestOf(u"build7"_s, 8, 3 * Gib, {}, toolstack::RunState::Paused)}),
        liveNode(u"xenhost2"_s, 32 * Gib, {guestOf(u"dns1"_s, 1, 1 * Gib, 1)}, 1),
        liveNode(u"xenhost3"_s, 32 * Gib,
                 {guestOf(u"crm"_s, 4, 8 * Gib, 22), guestOf(u"files"_s, 2, 8 * Gib, 5),
                  guestOf(u"wiki"_s, 1, 2 * Gib, 2)},
                 3),
        liveNode(u"xenhost4"_s, 32 * Gib, {guestOf(u"test3"_s, 1, 1 * Gib)}),
    };
    state.nodes[2].facts->clockOffsetMs = 4200;
    formats::ClusterPlacement conf;
    conf.vms = {{u"db1"_s, u"FD"_s, {}}};
    state.nodes[0].facts->clusterConf = conf;
    connectPeers(state);
    loseNode(state.nodes[3]);
    return state;
}

operations::MigrationProgress wikiMigration()
{
    operations::MigrationProgress progress;
    progress.planId = u"migrate-wiki-1"_s;
    progress.guest = u"wiki"_s;
    progress.from = u"xenhost3"_s;
    progress.to = u"xenhost2"_s;
    progress.stage = operations::MigrationStage::Copying;
    progress.sentence = u"memory 1.2 of 2 GiB"_s;
    progress.fraction = 0.6;
    progress.elapsed = std::chrono::seconds(14);
    return progress;
}

ClusterState largeCluster(int nodes, int guests)
{
    ClusterState state;
    state.name = u"large"_s;
    for (int i = 0; i < nodes; ++i) {
        QList<Guest> here;
        for (int g = i; g < guests; g += nodes)
            here.append(guestOf(u"guest%1"_s.arg(g), 1 + g % 4, (1 + g % 8) * 512, g % 100));
        state.nodes.append(liveNode(u"node%1"_s.arg(i + 1), 512 * Gib, here));
    }
    return state;
}

} // namespace colonnade::gui
