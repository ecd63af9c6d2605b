// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/world.h"

#include <algorithm>

namespace colonnade::rules {

using namespace Qt::StringLiterals;
using cluster::Guest;
using cluster::NodeFacts;
using cluster::NodeState;
using toolstack::DomainConfig;

namespace {

const QDateTime Now(QDate(2009, 3, 13), QTime(12, 0), Qt::UTC);

QString devicePath(const QString &guest)
{
    return u"/dev/vgshared/"_s + guest;
}

Guest makeGuest(const QString &name, int number)
{
    DomainConfig config;
    config.id = number;
    config.name = name;
    config.uuid = u"9e171ba8-8749-4240-b0d5-93bd9199%1"_s.arg(number, 4, 10, QLatin1Char('0'));
    config.type = toolstack::GuestType::Pv;
    config.vcpus = 1;
    config.maxMemoryKiB = config.targetMemoryKiB = 163840;
    config.disks = {{devicePath(name), u"xvda"_s, u"phy"_s, u"raw"_s, u"w"_s, false, {}}};
    config.nics = {
        {u"00:16:3e:00:00:%1"_s.arg(number, 2, 16, QLatin1Char('0')), u"xenbr0"_s, {}, {}}};
    config.kernel = u"/boot/vmlinuz"_s;

    Guest guest;
    guest.name = name;
    guest.uuid = config.uuid;
    guest.domainId = number;
    guest.state = toolstack::RunState::Blocked;
    guest.stateLetters = "-b----";
    guest.memoryMiB = guest.maxMemoryMiB = 160;
    guest.vcpus = 1;
    guest.config = config;
    return guest;
}

void addPath(World &world, const QString &guest)
{
    for (NodeState &node : world.state.nodes)
        node.facts->paths.insert(devicePath(guest),
                                 {true, true, 1 << 30, u"LVM-"_s + guest, {u"naa.6001405"_s}});
}

toolstack::HostInfo hostInfo(const QString &host)
{
    toolstack::HostInfo info;
    info.host = host;
    info.machine = u"x86_64"_s;
    info.cpus = 4;
    info.totalMemoryMiB = 8192;
    info.freeMemoryMiB = 2048;
    info.xenMajor = 4;
    info.xenMinor = 17;
    info.xenExtra = u".5"_s;
    info.xenCaps = {u"xen-3.0-x86_64"_s, u"hvm-3.0-x86_32"_s, u"hvm-3.0-x86_64"_s};
    info.virtCaps = {u"pv"_s, u"hvm"_s, u"hap"_s, u"shadow"_s};
    info.hwCaps = u"078bf3fd:80002001:20100800:00000005"_s;
    return info;
}

NodeState makeNode(int number)
{
    const QString name = u"node%1"_s.arg(number);
    NodeFacts facts;
    facts.readAt = facts.detailsReadAt = Now.addSecs(-3);
    facts.toolstack = toolstack::Kind::Xl;
    facts.hostName = name;
    facts.bootId = u"boot-"_s + name;
    facts.info = hostInfo(name);
    facts.bridges = {u"xenbr0"_s};
    facts.listeningPorts = {22};
    facts.paths.insert(u"/boot/vmlinuz"_s, {true, false, 5000000, {}, {}});
    facts.clockOffsetMs = 20 * number;
    facts.fileHashes.insert(u"/etc/xen/web1.cfg"_s, "0123");
    for (int other = 1; other <= 3; ++other) {
        if (other != number)
            facts.peers.insert(u"node%1"_s.arg(other),
                               {Now.addSecs(-60), u"node%1"_s.arg(other), true, {}});
    }
    NodeState node;
    node.profile.name = node.profile.host = name;
    node.connection.phase = remote::Phase::Connected;
    node.connection.since = Now.addSecs(-3600);
    node.facts = facts;
    return node;
}

QList<toolstack::Member> members(int local)
{
    QList<toolstack::Member> result;
    for (int number = 1; number <= 3; ++number)
        result.append({u"node%1.example.com"_s.arg(number), number, true, number == local, true});
    return result;
}

formats::ClusterPlacement clusterConf()
{
    formats::ClusterPlacement conf;
    conf.clusterName = u"domup"_s;
    conf.configVersion = 4;
    conf.nodes = {u"node1.example.com"_s, u"node2.example.com"_s, u"node3.example.com"_s};
    conf.failoverDomains = {{u"FD"_s, true, true, conf.nodes, {1, 1, 2}, false}};
    conf.vms = {{u"web1"_s, u"FD"_s, {}, false}};
    return conf;
}

void makeClassic(NodeFacts &facts, int number)
{
    facts.toolstack = toolstack::Kind::Xm;
    facts.info.xenMajor = 3;
    facts.info.xenMinor = 2;
    facts.info.virtCaps.clear();
    facts.listeningPorts = {22, 8002};
    facts.cman = toolstack::CmanStatus{
        u"domup"_s, 4, u"node%1.example.com"_s.arg(number), true, false, 3, 3, 3};
    facts.clustat = toolstack::ClusterStatus{u"domup"_s, true, true, members(number), {}};
    facts.clustat->groups = {
        {u"vm:web1"_s, 112, u"started"_s, u"node1.example.com"_s, u"none"_s, false}};
    facts.clusterConf = clusterConf();
}

} // namespace

Guest &World::add(int node, const QString &name)
{
    int number = 1;
    for (const NodeState &other : state.nodes)
        number += other.facts ? int(other.facts->guests.size()) : 0;
    facts(node).guests.append(makeGuest(name, number));
    addPath(*this, name);
    return facts(node).guests.last();
}

Guest &World::addBare(int node, const QString &name, toolstack::RunState guestState)
{
    Guest guest;
    guest.name = name;
    guest.domainId = 77;
    guest.state = guestState;
    facts(node).guests.append(guest);
    return facts(node).guests.last();
}

Verdict World::judge() const
{
    return canRun(state, u"web1"_s, u"node1"_s, u"node2"_s, options);
}

bool World::has(const QString &id) const
{
    const QList<Reason> reasons = judge().reasons;
    return std::any_of(reasons.begin(), reasons.end(),
                       [&id](const Reason &reason) { return reason.id == id; });
}

World currentWorld()
{
    World world;
    world.options.now = Now;
    world.state.name = u"default"_s;
    for (int number = 1; number <= 3; ++number)
        world.state.nodes.append(makeNode(number));
    world.add(0, u"web1"_s);
    return world;
}

World classicWorld()
{
    World world = currentWorld();
    for (int i = 0; i < 3; ++i)
        makeClassic(world.facts(i), i + 1);
    return world;
}

} // namespace colonnade::rules
