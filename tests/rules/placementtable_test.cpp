// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/world.h"

#include <QFile>
#include <QRegularExpression>
#include <QSet>

#include <gmock/gmock.h>

namespace colonnade::rules {
namespace {

using namespace Qt::StringLiterals;
using testing::HasSubstr;
using toolstack::GuestType;
using toolstack::Kind;
using toolstack::RunState;

using Change = void (*)(World &);

/// One reason: the change that brings it about, and one close to it that does not.
struct Row
{
    const char *id;
    Severity severity;
    World (*world)();
    Change change;
    Change nearMiss;
    const char *says; ///< a part of the sentence
};

void PrintTo(const Row &row, std::ostream *out)
{
    *out << row.id;
}

void disconnect(World &w, int node, int seconds)
{
    w.node(node).connection = {
        remote::Phase::Waiting,
        base::Error{base::ErrorCode::ConnectionFailed, u"no route to host"_s, {}},
        w.options.now.addSecs(-seconds),
        {}};
}

void setType(World &w, GuestType type)
{
    w.config().type = type;
}

cluster::PathFact &targetDisk(World &w)
{
    return w.facts(1).paths[u"/dev/vgshared/web1"_s];
}

formats::ClusterPlacement &conf(World &w)
{
    return *w.facts(0).clusterConf;
}

toolstack::ClusterStatus &clustat(World &w)
{
    return *w.facts(0).clustat;
}

constexpr Severity H = Severity::Hard;
constexpr Severity W = Severity::Warning;
constexpr Severity S = Severity::Soft;

const Row Rows[] = {
    // nodes
    {"node-read-only", H, currentWorld, [](World &w) { w.node(1).profile.readOnly = true; },
     [](World &w) { w.node(2).profile.readOnly = true; }, "node2 is read-only"},
    {"node-read-only", H, currentWorld, [](World &w) { w.node(0).profile.readOnly = true; },
     [](World &) {}, "node1 is read-only"},
    {"node-unreachable", H, currentWorld, [](World &w) { disconnect(w, 1, 180); },
     [](World &w) { w.node(1).connection.phase = remote::Phase::Connecting; },
     "node2 has not been reachable for 3 min: no route to host"},
    {"node-unreachable", H, currentWorld, [](World &w) { disconnect(w, 0, 10); },
     [](World &w) { disconnect(w, 2, 10); }, "node1 has not been reachable for 10 s"},
    {"node-never-read", H, currentWorld, [](World &w) { w.node(1).facts.reset(); },
     [](World &w) { w.node(2).facts.reset(); }, "node2 has not been read yet"},
    {"node-never-read", H, currentWorld, [](World &w) { w.facts(0).readAt = {}; }, [](World &) {},
     "node1 has not been read yet"},
    {"node-stale", H, currentWorld,
     [](World &w) { w.facts(1).readAt = w.options.now.addSecs(-31); },
     [](World &w) { w.facts(1).readAt = w.options.now.addSecs(-30); },
     "What is known of node2 is 31 s old"},
    {"node-stale", H, currentWorld,
     [](World &w) { w.facts(0).readAt = w.options.now.addSecs(-7200); },
     [](World &w) { w.facts(2).readAt = w.options.now.addSecs(-7200); },
     "What is known of node1 is 2 h old"},
    {"node-unreadable", H, currentWorld,
     [](World &w) {
         w.node(1).probeError = base::Error{base::ErrorCode::TimedOut, u"no answer"_s, {}};
     },
     [](World &w) {
         w.node(2).probeError = base::Error{base::ErrorCode::TimedOut, u"no answer"_s, {}};
     },
     "node2 could not be read"},
    {"same-machine", H, currentWorld, [](World &w) { w.facts(1).bootId = w.facts(0).bootId; },
     [](World &w) { w.facts(0).bootId = w.facts(1).bootId = QString(); }, "the same machine"},
    {"toolstack-unusable", H, currentWorld,
     [](World &w) {
         w.facts(1).toolstack.reset();
         w.facts(1).toolstackProblem = u"not booted under Xen"_s;
     },
     [](World &w) { w.facts(2).toolstack.reset(); },
     "node2 has no usable Xen toolstack: not booted under Xen"},
    {"toolstack-unusable", H, currentWorld,
     [](World &w) { w.facts(1).toolstackProblem = u"xend is running"_s; }, [](World &) {},
     "xend is running"},
    {"toolstack-differs", H, currentWorld, [](World &w) { w.facts(1).toolstack = Kind::Xm; },
     [](World &w) { w.facts(2).toolstack = Kind::Xm; }, "node1 uses xl and node2 uses xm"},

    // the guest
    {"guest-paused", H, currentWorld, [](World &w) { w.guest().state = RunState::Paused; },
     [](World &w) { w.guest().state = RunState::Runnable; }, "web1 is paused on node1"},
    {"guest-suspended", H, currentWorld, [](World &w) { w.guest().state = RunState::Suspended; },
     [](World &w) { w.guest().state = RunState::Running; }, "web1 is suspended"},
    {"guest-crashed", H, currentWorld, [](World &w) { w.guest().state = RunState::Crashed; },
     [](World &) {}, "web1 has crashed"},
    {"guest-shut-down", H, currentWorld, [](World &w) { w.guest().state = RunState::ShutDown; },
     [](World &) {}, "shut itself down"},
    {"guest-dying", H, currentWorld, [](World &w) { w.guest().state = RunState::Dying; },
     [](World &) {}, "being removed"},
    {"guest-halted", H, classicWorld, [](World &w) { w.guest().state = RunState::Halted; },
     [](World &) {}, "not running"},
    {"guest-state-unknown", H, currentWorld, [](World &w) { w.guest().state = RunState::Unknown; },
     [](World &) {}, "does not know"},
    {"config-missing", H, currentWorld, [](World &w) { w.guest().config.reset(); },
     [](World &w) { w.config().disks.clear(); }, "no configuration of web1"},
    {"config-missing", H, classicWorld, [](World &w) { w.guest().config.reset(); }, [](World &) {},
     "xm on node1 keeps no configuration"},
    {"guest-not-migratable", H, currentWorld, [](World &w) { w.config().migratable = false; },
     [](World &) {}, "nomigrate"},
    {"guest-host-devices", H, currentWorld,
     [](World &w) { w.config().pciDevices = {u"0000:03:00.0"_s}; }, [](World &) {}, "0000:03:00.0"},
    {"guest-vnuma", H, currentWorld, [](World &w) { w.config().vnuma = true; }, [](World &) {},
     "NUMA"},
    {"command-unsafe", H, currentWorld,
     [](World &w) { w.node(1).profile.migrationAddress = u"node2;reboot"_s; },
     [](World &w) { w.node(1).profile.migrationAddress = u"10.0.0.2"_s; }, "node2;reboot"},
    {"command-unsafe", H, currentWorld, [](World &w) { w.facts(1).hostName.clear(); },
     [](World &) {}, "No address"},

    // names and uuids
    {"name-taken", H, currentWorld, [](World &w) { w.add(1, u"web1"_s); },
     [](World &w) { w.add(1, u"web2"_s); }, "node2 has a guest named web1"},
    {"name-taken", H, classicWorld,
     [](World &w) { w.addBare(1, u"web1"_s, RunState::Halted).uuid = u"other"_s; },
     [](World &w) { w.addBare(1, u"web1"_s, RunState::Halted).uuid = w.guest().uuid; },
     "node2 has a guest named web1"},
    {"name-known", S, classicWorld,
     [](World &w) { w.addBare(1, u"web1"_s, RunState::Halted).uuid = w.guest().uuid; },
     [](World &w) { w.addBare(1, u"web1"_s, RunState::Halted); }, "stopped guest"},
    {"runs-elsewhere", H, currentWorld, [](World &w) { w.add(2, u"web1"_s); },
     [](World &w) {
         w.add(2, u"web1"_s);
         w.facts(2).readAt = w.options.now.addSecs(-600);
     },
     "web1 is shown on node3"},
    {"leftover", H, currentWorld,
     [](World &w) { w.addBare(1, u"web1--incoming"_s, RunState::Paused); },
     [](World &w) { w.addBare(1, u"web2--incoming"_s, RunState::Paused); },
     "web1--incoming on node2"},
    {"leftover", H, currentWorld,
     [](World &w) { w.addBare(0, u"web1--migratedaway"_s, RunState::Suspended); },
     [](World &w) { w.addBare(1, u"(null)"_s, RunState::Paused); }, "web1--migratedaway on node1"},
    {"leftover", H, classicWorld,
     [](World &w) { w.addBare(0, u"migrating-web1"_s, RunState::Blocked); }, [](World &) {},
     "migrating-web1 on node1"},
    {"uuid-taken", H, currentWorld, [](World &w) { w.add(1, u"web2"_s).uuid = w.guest().uuid; },
     [](World &w) {
         w.add(1, u"web2"_s).uuid.clear();
         w.guest().uuid.clear();
     },
     "web2 on node2 has the same uuid as web1"},

    // rgmanager
    {"rgmanager-unknown", H, currentWorld,
     [](World &w) { w.facts(0).cman = toolstack::CmanStatus{}; },
     [](World &w) {
         w.facts(0).cman = toolstack::CmanStatus{};
         w.facts(0).clustat = toolstack::ClusterStatus{};
         w.facts(0).clustat->rgmanagerAnswered = true;
     },
     "cannot be seen"},
    {"rgmanager-unknown", H, currentWorld,
     [](World &w) { w.facts(0).clusterConfProblem = u"line 3"_s; },
     [](World &w) { w.facts(0).clusterConf = formats::ClusterPlacement{}; }, "cannot be seen"},
    {"rgmanager-service", H, classicWorld, [](World &w) { conf(w).vms[0].service = u"web"_s; },
     [](World &) {}, "part of the service web"},
    {"rgmanager-resources", H, classicWorld, [](World &w) { conf(w).vms[0].hasResources = true; },
     [](World &) {}, "resources of its own"},
    {"rgmanager-silent", H, classicWorld, [](World &w) { clustat(w).rgmanagerAnswered = false; },
     [](World &w) { w.facts(1).clustat.reset(); }, "does not answer on node1"},
    {"rgmanager-silent", H, classicWorld, [](World &w) { w.facts(0).clustat.reset(); },
     [](World &w) { w.facts(2).clustat.reset(); }, "running twice"},
    {"rgmanager-no-quorum", H, classicWorld, [](World &w) { clustat(w).quorate = false; },
     [](World &w) { w.facts(2).clustat->quorate = false; }, "domup has no quorum"},
    {"rgmanager-no-quorum", H, classicWorld, [](World &w) { w.facts(0).cman->quorate = false; },
     [](World &) {}, "no quorum"},
    {"cman-config-error", H, classicWorld, [](World &w) { w.facts(1).cman->configError = true; },
     [](World &w) { w.facts(2).cman->configError = true; }, "cman on node2"},
    {"rgmanager-not-member", H, classicWorld, [](World &w) { clustat(w).members.remove(1); },
     [](World &w) { clustat(w).members.remove(2); }, "node2.example.com is not in the member list"},
    {"rgmanager-not-member", H, classicWorld,
     [](World &w) {
         w.facts(1).cman.reset();
         w.facts(1).clustat.reset();
     },
     [](World &w) { w.facts(1).cman.reset(); }, "node2 is not in the member list"},
    {"rgmanager-offline", H, classicWorld, [](World &w) { clustat(w).members[1].online = false; },
     [](World &w) { clustat(w).members[2].online = false; }, "node2.example.com is offline"},
    {"rgmanager-target", H, classicWorld, [](World &w) { clustat(w).members[1].rgmanager = false; },
     [](World &w) { clustat(w).members[2].rgmanager = false; }, "rgmanager does not run on node2"},
    {"rgmanager-name", H, classicWorld,
     [](World &w) { clustat(w).members[1].name = w.facts(1).cman->nodeName = u"-node2"_s; },
     [](World &) {}, "clusvcadm cannot be given"},
    {"rgmanager-not-listed", H, classicWorld, [](World &w) { clustat(w).groups.clear(); },
     [](World &w) { w.facts(1).clustat->groups.clear(); }, "does not list it"},
    {"rgmanager-frozen", H, classicWorld, [](World &w) { clustat(w).groups[0].frozen = true; },
     [](World &) {}, "web1 is frozen"},
    {"rgmanager-not-started", H, classicWorld,
     [](World &w) {
         clustat(w).groups[0] = {u"vm:web1"_s, 119, u"disabled"_s, u"none"_s, {}, false};
     },
     [](World &w) {
         clustat(w).groups.append({u"service:nfs"_s, 119, u"disabled"_s, u"none"_s, {}, false});
     },
     "but for disabled"},
    {"rgmanager-owner", H, classicWorld,
     [](World &w) { clustat(w).groups[0].owner = u"node3.example.com"_s; }, [](World &) {},
     "web1 to be on node3, not on node1"},
    {"failover-domain", H, classicWorld,
     [](World &w) {
         conf(w).failoverDomains[0].nodes = {u"node1.example.com"_s, u"node3.example.com"_s};
         conf(w).failoverDomains[0].priorities = {1, 1};
     },
     [](World &w) {
         conf(w).failoverDomains[0].nodes = {u"node1.example.com"_s, u"node3.example.com"_s};
         conf(w).failoverDomains[0].priorities = {1, 1};
         conf(w).failoverDomains[0].restricted = false;
     },
     "web1 may not run on node2: failover domain FD is restricted to node1 and node3"},
    {"failover-domain-outside", S, classicWorld,
     [](World &w) {
         conf(w).failoverDomains[0].nodes = {u"node1.example.com"_s};
         conf(w).failoverDomains[0].restricted = false;
     },
     [](World &w) { conf(w).failoverDomains[0].restricted = false; }, "prefers node1"},
    {"failback", W, classicWorld,
     [](World &w) {
         conf(w).failoverDomains[0].priorities = {1, 2, 3};
     },
     [](World &w) {
         conf(w).failoverDomains[0].priorities = {1, 2, 3};
         conf(w).failoverDomains[0].noFailback = true;
     },
     "prefers node1 for web1"},

    // storage
    {"disk-unchecked", H, currentWorld, [](World &w) { w.facts(1).paths.clear(); },
     [](World &w) { w.facts(2).paths.clear(); }, "not been looked yet"},
    {"disk-missing", H, currentWorld, [](World &w) { targetDisk(w) = {}; },
     [](World &w) { w.disk().path.clear(); },
     "The disk /dev/vgshared/web1 (xvda) of web1 is not there on node2"},
    {"disk-kind", H, currentWorld, [](World &w) { targetDisk(w).blockDevice = false; },
     [](World &w) {
         targetDisk(w).blockDevice = false;
         w.facts(0).paths[u"/dev/vgshared/web1"_s].blockDevice = false;
     },
     "a block device on node1 and a file on node2"},
    {"disk-kind", H, currentWorld,
     [](World &w) {
         targetDisk(w).blockDevice = false;
         w.facts(0).paths.clear();
     },
     [](World &w) {
         targetDisk(w).blockDevice = false;
         w.facts(0).paths.clear();
         w.disk().backend.clear();
     },
     "a file on node2"},
    {"disk-size", H, currentWorld, [](World &w) { targetDisk(w).size -= 512; },
     [](World &w) { targetDisk(w).size = 0; }, "bytes on node2"},
    {"disk-differs", H, currentWorld, [](World &w) { targetDisk(w).identity = u"LVM-other"_s; },
     [](World &w) { targetDisk(w).identity.clear(); },
     "other storage on node2 (LVM-other) than on node1 (LVM-web1)"},
    {"disk-differs", H, currentWorld, [](World &w) { targetDisk(w).backing = {u"naa.clone"_s}; },
     [](World &w) { targetDisk(w).backing.clear(); }, "naa.clone"},
    {"cdrom-differs", W, currentWorld,
     [](World &w) {
         w.disk().cdrom = true;
         targetDisk(w).identity = u"LVM-other"_s;
     },
     [](World &w) {
         w.disk().cdrom = true;
         targetDisk(w).identity.clear();
     },
     "other storage"},
    {"disk-backing-differs", W, currentWorld,
     [](World &w) { targetDisk(w).backing.append(u"naa.second"_s); },
     [](World &w) { targetDisk(w).backing.clear(); }, "other devices"},
    {"disk-identity-unknown", W, currentWorld, [](World &w) { targetDisk(w).identity.clear(); },
     [](World &w) {
         targetDisk(w).identity.clear();
         w.disk().cdrom = true;
     },
     "Nothing proves"},
    {"disk-identity-unknown", W, currentWorld, [](World &w) { w.facts(0).paths.clear(); },
     [](World &) {}, "Nothing proves"},
    {"disk-in-use", H, currentWorld,
     [](World &w) { w.add(1, u"web2"_s).config->disks = w.config().disks; },
     [](World &w) {
         w.disk().mode = u"r"_s;
         w.add(1, u"web2"_s).config->disks = w.config().disks;
     },
     "in use by web2 on node2"},
    {"disk-in-use", H, currentWorld,
     [](World &w) {
         w.disk().mode = u"r"_s;
         w.add(1, u"web2"_s).config->disks = {w.disk()};
         w.facts(1).guests.last().config->disks[0].mode = u"w"_s;
     },
     [](World &w) {
         w.disk().mode = u"w!"_s;
         w.add(1, u"web2"_s).config->disks = w.config().disks;
     },
     "in use by web2"},
    {"disk-shared-write", W, currentWorld, [](World &w) { w.disk().mode = u"w!"_s; },
     [](World &w) { w.disk().mode = u"r"_s; }, "w!"},
    {"disk-cached", W, classicWorld, [](World &w) { w.disk().backend = u"file"_s; },
     [](World &w) {
         w.disk().backend = u"file"_s;
         w.disk().mode = u"r"_s;
     },
     "loop device"},
    {"disk-script", W, currentWorld, [](World &w) { w.disk().script = u"block-drbd"_s; },
     [](World &) {}, "block-drbd"},
    {"boot-file-missing", W, currentWorld,
     [](World &w) { w.facts(1).paths[u"/boot/vmlinuz"_s] = {}; },
     [](World &w) { w.facts(1).paths.remove(u"/boot/vmlinuz"_s); },
     "/boot/vmlinuz is not there on node2"},

    // memory
    {"memory", H, currentWorld, [](World &w) { w.facts(1).info.freeMemoryMiB = 161; },
     [](World &w) { w.facts(1).info.freeMemoryMiB = 162; },
     "web1 needs 162 MiB, and node2 has 161 MiB free."},
    {"memory", H, currentWorld,
     [](World &w) {
         setType(w, GuestType::Hvm);
         w.facts(1).info.freeMemoryMiB = 163;
     },
     [](World &w) {
         setType(w, GuestType::Hvm);
         w.facts(1).info.freeMemoryMiB = 164;
     },
     "web1 needs 164 MiB"},
    {"memory", H, classicWorld, [](World &w) { w.facts(1).info.freeMemoryMiB = 159; },
     [](World &w) { w.facts(1).info.freeMemoryMiB = 160; }, "web1 needs 160 MiB"},
    {"memory-tight", W, currentWorld, [](World &w) { w.facts(1).info.freeMemoryMiB = 170; },
     [](World &w) { w.facts(1).info.freeMemoryMiB = 171; }, "has 170 MiB free"},
    {"memory-unknown", H, currentWorld,
     [](World &w) {
         w.facts(1).info = {};
         w.facts(1).infoProblem = u"xl info failed"_s;
     },
     [](World &w) { w.facts(0).info = {}; }, "free memory of node2 is not known: xl info failed"},
    {"memory-source", W, classicWorld, [](World &w) { w.facts(0).info.freeMemoryMiB = 1; },
     [](World &w) { w.facts(0).info.freeMemoryMiB = 2; }, "takes 2 MiB on node1"},

    // machine
    {"machine", H, currentWorld, [](World &w) { w.facts(1).info.machine = u"aarch64"_s; },
     [](World &w) {
         w.facts(0).info.machine = u"i686"_s;
         w.facts(1).info.machine = u"i586"_s;
     },
     "node2 is aarch64"},
    {"guest-type", H, currentWorld,
     [](World &w) {
         setType(w, GuestType::Hvm);
         w.facts(1).info.xenCaps = {u"xen-3.0-x86_64"_s};
     },
     [](World &w) { w.facts(1).info.xenCaps = {u"xen-3.0-x86_64"_s}; }, "web1 is a HVM guest"},
    {"guest-interface", H, classicWorld,
     [](World &w) { w.facts(1).info.xenCaps = {u"xen-3.0-x86_32p"_s}; },
     [](World &w) { w.facts(1).info.xenCaps.append(u"xen-3.0-x86_32p"_s); }, "xen-3.0-x86_64"},
    {"guest-interface-unsure", W, currentWorld,
     [](World &w) { w.facts(0).info.xenCaps.append(u"xen-3.0-x86_32p"_s); },
     [](World &w) { w.facts(1).info.xenCaps.append(u"xen-3.0-x86_32p"_s); }, "xen-3.0-x86_32p"},
    {"shadow", H, currentWorld, [](World &w) { w.facts(0).info.virtCaps.removeOne(u"shadow"_s); },
     [](World &w) { w.facts(0).info.virtCaps.clear(); }, "shadow paging"},
    {"shadow", H, currentWorld, [](World &w) { w.facts(0).info.virtCaps.removeOne(u"shadow"_s); },
     [](World &w) {
         w.facts(0).info.virtCaps.removeOne(u"shadow"_s);
         setType(w, GuestType::Pvh);
     },
     "node1"},
    {"shadow", H, currentWorld, [](World &w) { w.facts(0).info.virtCaps.removeOne(u"shadow"_s); },
     // Xen printed the word from 4.13 on
     [](World &w) {
         w.facts(0).info.virtCaps = {u"hvm"_s};
         w.facts(0).info.xenMinor = w.facts(1).info.xenMinor = 8;
     },
     "node1"},
    {"shadow-one-way", W, currentWorld,
     [](World &w) { w.facts(1).info.virtCaps.removeOne(u"shadow"_s); },
     [](World &w) {
         w.facts(1).info.virtCaps.removeOne(u"shadow"_s);
         setType(w, GuestType::Hvm);
     },
     "away from node2"},
    {"xen-older", H, currentWorld, [](World &w) { w.facts(1).info.xenMinor = 16; },
     [](World &w) { w.facts(1).info.xenExtra = u".0"_s; }, "node2 runs Xen 4.16.5, which is older"},
    {"xen-newer", S, currentWorld, [](World &w) { w.facts(1).info.xenMinor = 18; },
     [](World &w) { w.facts(1).info.xenExtra = u".7"_s; }, "newer Xen"},
    {"cpu-features", W, currentWorld,
     [](World &w) { w.facts(1).info.hwCaps = u"078bf3fc:80002001:20100800:00000005"_s; },
     [](World &w) { w.facts(1).info.hwCaps = u"ffffffff:ffffffff:ffffffff:ffffffff:1"_s; },
     "lacks features"},
    {"cpu-features", W, currentWorld, [](World &w) { w.facts(1).info.hwCaps = u"078bf3fd"_s; },
     [](World &w) { w.facts(1).info.hwCaps.clear(); }, "web1 may crash"},

    // network
    {"bridge-missing", H, currentWorld, [](World &w) { w.facts(1).bridges = {u"br1"_s}; },
     [](World &w) {
         w.facts(1).bridges = {u"br1"_s};
         w.config().nics[0].script = u"vif-route"_s;
     },
     "web1 needs the bridge xenbr0, which node2 does not have"},
    {"bridge-missing", H, currentWorld,
     [](World &w) {
         w.facts(1).bridges.clear();
         w.config().nics[0].bridge.clear();
     },
     [](World &w) { w.config().nics[0].bridge.clear(); }, "xenbr0"},
    {"bridge-missing", H, classicWorld,
     [](World &w) {
         w.facts(1).bridges.clear();
         w.config().nics[0].bridge.clear();
     },
     [](World &w) {
         w.facts(1).bridges = {u"eth0"_s};
         w.config().nics[0].bridge.clear();
     },
     "a bridge"},
    {"bridge-missing", H, currentWorld, [](World &w) { w.config().nics[0].bridge = u"br9.100"_s; },
     [](World &w) { w.config().nics[0].bridge = u"xenbr0.100"_s; }, "br9.100"},
    {"relocation-port", H, classicWorld, [](World &w) { w.facts(1).listeningPorts = {22}; },
     [](World &w) {
         w.facts(1).listeningPorts = {22, 9002};
         w.facts(1).relocationPort = 9002;
     },
     "port 8002"},
    {"peer-unreachable", H, currentWorld,
     [](World &w) {
         w.facts(0).peers[u"node2"_s] = {w.options.now.addSecs(-5), u"node2"_s, false,
                                         u"Permission denied"_s};
     },
     [](World &w) {
         w.facts(0).peers[u"node3"_s] = {w.options.now.addSecs(-5), u"node3"_s, false,
                                         u"Permission denied"_s};
     },
     "over SSH: Permission denied"},
    {"peer-unreachable", H, classicWorld,
     [](World &w) {
         w.facts(0).peers[u"node2"_s] = {w.options.now.addSecs(-5), u"node2"_s, false,
                                         u"refused"_s};
     },
     [](World &w) {
         w.facts(0).peers[u"node2"_s] = {w.options.now.addSecs(-5000), u"node2"_s, false,
                                         u"refused"_s};
     },
     "relocation port"},
    {"peer-untested", W, currentWorld, [](World &w) { w.facts(0).peers.clear(); },
     [](World &w) { w.facts(1).peers.clear(); }, "not been tested"},
    {"peer-untested", W, currentWorld,
     [](World &w) { w.facts(0).peers[u"node2"_s].checkedAt = w.options.now.addSecs(-901); },
     [](World &w) { w.facts(0).peers[u"node2"_s].checkedAt = w.options.now.addSecs(-900); },
     "tested before anything starts"},
    {"peer-untested", W, currentWorld,
     [](World &w) { w.node(1).profile.migrationAddress = u"10.0.0.2"_s; },
     [](World &w) {
         w.node(1).profile.migrationAddress = u"10.0.0.2"_s;
         w.facts(0).peers[u"node2"_s].address = u"10.0.0.2"_s;
     },
     "not been tested"},
    {"clock", W, currentWorld,
     [](World &w) {
         w.facts(0).clockOffsetMs = 0;
         w.facts(1).clockOffsetMs = -2001;
     },
     [](World &w) {
         w.facts(0).clockOffsetMs = 0;
         w.facts(1).clockOffsetMs = 2000;
     },
     "2.0 s apart"},
    {"clock", W, currentWorld, [](World &w) { w.facts(1).clockOffsetMs = 60000; },
     [](World &w) { w.facts(1).clockOffsetMs.reset(); }, "node1 and node2"},

    // afterwards
    {"autostart", W, currentWorld, [](World &w) { w.facts(0).autostart = {u"web1.cfg"_s}; },
     [](World &w) { w.facts(0).autostart = {u"web10"_s}; }, "/etc/xen/auto/web1.cfg on node1"},
    {"autostart", W, currentWorld, [](World &w) { w.facts(0).autostart = {u"web1"_s}; },
     [](World &w) { w.facts(1).autostart = {u"web1"_s}; }, "second copy"},
    {"guest-file-missing", S, currentWorld, [](World &w) { w.facts(1).fileHashes.clear(); },
     [](World &w) { w.facts(0).fileHashes.clear(); }, "node2 does not have /etc/xen/web1.cfg"},
    {"guest-file-differs", S, currentWorld,
     [](World &w) { w.facts(1).fileHashes[u"/etc/xen/web1.cfg"_s] = "4567"; }, [](World &) {},
     "differs"},
};

class PlacementTable : public testing::TestWithParam<Row>
{
};

TEST_P(PlacementTable, theChangeBringsTheReason)
{
    World world = GetParam().world();
    ASSERT_FALSE(world.has(QString::fromLatin1(GetParam().id)));
    GetParam().change(world);
    const Verdict verdict = world.judge();
    for (const Reason &reason : verdict.reasons) {
        if (reason.id != QLatin1StringView(GetParam().id))
            continue;
        EXPECT_EQ(reason.severity, GetParam().severity);
        EXPECT_THAT(reason.sentence.toStdString(), HasSubstr(GetParam().says));
        EXPECT_FALSE(reason.sentence.contains(QRegularExpression(u"%\\d"_s)))
            << reason.sentence.toStdString();
        EXPECT_FALSE(reason.remedy.contains(QRegularExpression(u"%\\d"_s)))
            << reason.remedy.toStdString();
        EXPECT_EQ(verdict.answer() == Answer::No,
                  reason.severity == H || verdict.reasons.first().severity == H);
        return;
    }
    ADD_FAILURE() << "no such reason";
}

TEST_P(PlacementTable, theNearMissDoesNot)
{
    World world = GetParam().world();
    GetParam().nearMiss(world);
    EXPECT_FALSE(world.has(QString::fromLatin1(GetParam().id)));
}

INSTANTIATE_TEST_SUITE_P(Reasons, PlacementTable, testing::ValuesIn(Rows));

TEST(PlacementTable, everyFrozenIdIsTested)
{
    QFile header(QStringLiteral(COLONNADE_SOURCE_DIR "/src/rules/placement.h"));
    ASSERT_TRUE(header.open(QIODevice::ReadOnly));
    const QString text = QString::fromUtf8(header.readAll());
    const QString table = text.left(text.indexOf("// Ids of alarms:"_L1));
    QSet<QString> frozen;
    static const QRegularExpression Line(u"^//   ([a-z0-9-]+(?:, [a-z0-9-]+)*)(?:,$|  )"_s,
                                         QRegularExpression::MultilineOption);
    for (auto match = Line.globalMatch(table); match.hasNext();) {
        for (const QString &id : match.next().captured(1).split(u',', Qt::SkipEmptyParts))
            frozen.insert(id.trimmed());
    }
    frozen.remove(u"id"_s);
    ASSERT_GT(frozen.size(), 60);
    QSet<QString> tested{u"no-guests"_s,     u"node-unknown"_s,  u"same-node"_s, u"domain0"_s,
                         u"guest-unknown"_s, u"guest-leftover"_s}; // canrun_test.cpp
    for (const Row &row : Rows)
        tested.insert(QString::fromLatin1(row.id));
    for (const QString &id : frozen)
        EXPECT_TRUE(tested.contains(id)) << id.toStdString() << " is frozen and not tested";
    for (const QString &id : tested)
        EXPECT_TRUE(frozen.contains(id))
            << id.toStdString() << " is tested and not in the table of placement.h";
}

} // namespace
} // namespace colonnade::rules
