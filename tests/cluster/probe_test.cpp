// SPDX-License-Identifier: GPL-3.0-or-later
#include "cluster/probe.h"

#include "cluster/probescript.h"
#include "cluster/simulatednode.h"

#include <gtest/gtest.h>

#include <QCryptographicHash>

namespace colonnade::cluster {
namespace {

using namespace Qt::StringLiterals;
using test::SimulatedNode;

NodeFacts factsOf(SimulatedNode &node, const ProbeRequest &request = {})
{
    const base::Result<NodeFacts> facts = probe(node.connection, request);
    EXPECT_TRUE(facts) << (facts ? "" : facts.error().message.toStdString());
    return facts.value_or(NodeFacts());
}

ProbeRequest lightRequest(const NodeFacts &known)
{
    ProbeRequest request;
    request.known = known;
    request.details = false;
    return request;
}

/// Every test runs in each shell that a node may have.
class Probe : public testing::TestWithParam<std::string>
{
protected:
    SimulatedNode node{GetParam()};

    /// busybox sh prefers its own stat, date and sha256sum to those in PATH.
    bool hasToolsOfItsOwn() const { return GetParam() == "busybox"; }
};

TEST_P(Probe, readsADom0WithXlInOneRoundTrip)
{
    const NodeFacts facts = factsOf(node);

    EXPECT_EQ(node.connection.calls().size(), 1);
    EXPECT_EQ(facts.toolstack, toolstack::Kind::Xl);
    EXPECT_EQ(facts.toolstackProblem, QString());
    EXPECT_EQ(facts.infoProblem, QString());
    EXPECT_EQ(facts.hostName, u"xenhost1"_s);
    EXPECT_EQ(facts.bootId, u"5f0c1a2e-0000-4000-8000-000000000001"_s);
    EXPECT_EQ(facts.info.totalMemoryMiB, 2559);
    ASSERT_TRUE(facts.domain0);
    EXPECT_EQ(facts.domain0->memoryMiB, 1024);
    ASSERT_EQ(facts.guests.size(), 1);
    const Guest &guest = facts.guests.front();
    EXPECT_EQ(guest.name, u"web1"_s);
    EXPECT_EQ(guest.domainId, 4);
    EXPECT_EQ(guest.uuid, u"9e171ba8-8749-4240-b0d5-93bd91999f9c"_s);
    EXPECT_EQ(guest.maxMemoryMiB, 160);
    EXPECT_EQ(guest.state, toolstack::RunState::Blocked);
    ASSERT_TRUE(guest.config);
    EXPECT_EQ(guest.config->kernel, u"/var/lib/lab/vmlinuz"_s);
    EXPECT_EQ(facts.bridges, QStringList{u"xenbr0"_s});
    EXPECT_EQ(facts.listeningPorts, (QList<int>{22, 8002}));
    EXPECT_EQ(facts.autostart, QStringList{u"web1.cfg"_s});
    EXPECT_FALSE(facts.hasXenstoreWatch);
    EXPECT_FALSE(facts.clusterConf);
    EXPECT_EQ(facts.fileHashes.value(u"/etc/xen/web1.cfg"_s),
              QCryptographicHash::hash("name = \"web1\"\n", QCryptographicHash::Sha256).toHex());
    ASSERT_TRUE(facts.clockOffsetMs);
    EXPECT_LT(std::abs(*facts.clockOffsetMs), 2000);
    EXPECT_EQ(facts.readAt, facts.detailsReadAt);
}

TEST_P(Probe, readsDetailsAgainOnlyWhenGuestsCameOrWent)
{
    const NodeFacts first = factsOf(node);
    node.command(u"xl"_s, "case \"$*\" in list) cat \"$COLONNADE_ROOT/data/xl-list.out\" ;;\n"
                          "info) cat \"$COLONNADE_ROOT/data/xl-info.out\" ;;\n"
                          "*) touch \"$COLONNADE_ROOT/asked\"; exit 1 ;; esac\n");
    const NodeFacts light = factsOf(node, lightRequest(first));
    EXPECT_FALSE(QFile::exists(node.path(u"/asked"_s)));
    EXPECT_EQ(light.guests.value(0).config, first.guests.value(0).config);
    EXPECT_EQ(light.detailsReadAt, first.detailsReadAt);
    EXPECT_GE(light.readAt, first.readAt);
    EXPECT_EQ(light.bridges, first.bridges);
    EXPECT_EQ(light.fileHashes, first.fileHashes);

    node.command(u"xl"_s, "case \"$*\" in list) cat \"$COLONNADE_ROOT/data/xl-list.out\"\n"
                          "echo 'web2 7 160 1 -b---- 2.0' ;;\n"
                          "info) cat \"$COLONNADE_ROOT/data/xl-info.out\" ;;\n"
                          "*) touch \"$COLONNADE_ROOT/asked\"; exit 1 ;; esac\n");
    const NodeFacts changed = factsOf(node, lightRequest(light));
    EXPECT_TRUE(QFile::exists(node.path(u"/asked"_s)));
    ASSERT_EQ(changed.guests.size(), 2);
    EXPECT_EQ(changed.guests[0].config, first.guests.value(0).config)
        << "known, and not told this time";
    EXPECT_FALSE(changed.guests[1].config);
    EXPECT_EQ(changed.detailsReadAt, changed.readAt);

    QFile::remove(node.path(u"/asked"_s));
    factsOf(node, lightRequest(changed));
    EXPECT_TRUE(QFile::exists(node.path(u"/asked"_s))) << "as it was not told the last time";
}

TEST_P(Probe, readsANodeWithXend)
{
    node.write(u"/var/lock/xend"_s, "");
    node.write(u"/etc/xen/xend-config.sxp"_s,
               "#(xend-relocation-port 1)\n(xend-relocation-port 8012)\n"
               "(xend-relocation-port 9)\n");
    node.command(
        u"xm"_s,
        "case \"$*\" in\n"
        "list) printf '%-40s %5s %5s %5s %10s %8s\\n' Name ID Mem VCPUs State 'Time(s)'\n"
        "printf '%-40s %5s %5s %5s %10s %8s\\n' Domain-0 0 512 2 r----- 100.5\n"
        "printf '%-40s %5s %5s %5s %10s %8s\\n' web1 3 256 1 -b---- 7.5\n"
        "printf '%-40s %5s %5s %5s %10s %8s\\n' db1 '' 512 1 '' 0.0 ;;\n"
        "info) printf 'host : old1\\ntotal_memory : 4096\\nfree_memory : 1000\\n"
        "xen_major : 3\\nxen_minor : 2\\n' ;;\n"
        "'list -l') echo '(domain (domid 3) (uuid 00000000-0000-0000-0000-000000000001) (vcpus 1)"
        " (maxmem 256) (memory 256) (name web1)"
        " (device (vbd (uname phy:/dev/vg/web1) (dev xvda:disk) (mode w))))' ;; esac\n");
    const NodeFacts facts = factsOf(node);

    EXPECT_EQ(facts.toolstack, toolstack::Kind::Xm);
    EXPECT_EQ(facts.toolstackProblem, QString());
    EXPECT_EQ(facts.relocationPort, 8012);
    ASSERT_EQ(facts.guests.size(), 2);
    ASSERT_TRUE(facts.guests[0].config);
    EXPECT_EQ(facts.guests[0].config->disks.value(0).path, u"/dev/vg/web1"_s);
    EXPECT_EQ(facts.guests[1].domainId, std::nullopt);
    EXPECT_EQ(facts.guests[1].state, toolstack::RunState::Halted);
}

TEST_P(Probe, saysWhyThereIsNoToolstack)
{
    node.remove(u"/usr/sbin/xl"_s);
    EXPECT_TRUE(factsOf(node).toolstackProblem.contains(u"neither xl nor xm"_s));
    node.remove(u"/proc/xen/capabilities"_s);
    const NodeFacts facts = factsOf(node);
    EXPECT_EQ(facts.toolstackProblem, u"node1 does not run Xen."_s);
    EXPECT_FALSE(facts.toolstack);
    EXPECT_EQ(facts.bridges, QStringList{u"xenbr0"_s});
    node.write(u"/sys/hypervisor/type"_s, "xen\n");
    EXPECT_TRUE(factsOf(node).toolstackProblem.contains(u"control domain"_s));
}

TEST_P(Probe, oneFailingCommandSpoilsNothingElse)
{
    node.command(u"xl"_s,
                 "echo 'libxl: error: no'  >&2; echo 'cannot init xl context' >&2; exit 1\n");
    node.command(u"clustat"_s, "echo 'Could not connect to CMAN: No such file' >&2; exit 1\n");
    node.command(u"cman_tool"_s,
                 "echo 'cman_tool: Cannot open connection to cman, is it running ?' >&2; exit 1\n");
    const NodeFacts facts = factsOf(node);

    EXPECT_EQ(facts.toolstackProblem,
              u"xl list failed on node1: libxl: error: no cannot init xl context."_s);
    EXPECT_EQ(facts.toolstack, toolstack::Kind::Xl);
    EXPECT_TRUE(facts.guests.isEmpty());
    EXPECT_TRUE(facts.clustatProblem.contains(u"Could not connect to CMAN"_s));
    EXPECT_TRUE(facts.cmanProblem.contains(u"is it running ?"_s));
    EXPECT_FALSE(facts.cman);
    EXPECT_EQ(facts.bridges, QStringList{u"xenbr0"_s});
    EXPECT_EQ(facts.hostName, u"xenhost1"_s);
}

TEST_P(Probe, readsMembershipAndClusterConf)
{
    node.command(
        u"clustat"_s,
        "echo '<?xml version=\"1.0\"?><clustat version=\"4.1.1\"><cluster name=\"c1\"/>"
        "<quorum quorate=\"1\" groupmember=\"1\"/><nodes><node name=\"node1\" state=\"1\" "
        "local=\"1\""
        " rgmanager=\"1\" nodeid=\"0x00000001\"/></nodes><groups><group name=\"vm:web1\" "
        "state=\"112\""
        " state_str=\"started\" owner=\"node1\" last_owner=\"none\"/></groups></clustat>'\n");
    node.command(
        u"cman_tool"_s,
        "case $1 in status) printf 'Version: 6.2.0\\nConfig Version: 7\\nCluster Name: c1\\n"
        "Membership state: Cluster-Member\\nNodes: 2\\nExpected votes: 2\\nTotal votes: 2\\n"
        "Quorum: 2  \\nFlags: 2node \\nNode name: node1\\n' ;;\n"
        "nodes) printf 'Node  Sts   Inc   Joined               Name\\n"
        "   1   M      4   2026-01-02 03:04:05  node1\\n"
        "   2   X      0                        node2\\n' ;; esac\n");
    node.write(u"/etc/cluster/cluster.conf"_s,
               "<?xml version=\"1.0\"?>\n<cluster name=\"c1\" config_version=\"7\"><clusternodes>"
               "<clusternode name=\"node1\" nodeid=\"1\"/></clusternodes><rm><vm "
               "name=\"web1\"/></rm></cluster>\n");
    const NodeFacts facts = factsOf(node);

    ASSERT_TRUE(facts.clustat);
    EXPECT_EQ(facts.clustat->groups.value(0).name, u"vm:web1"_s);
    ASSERT_TRUE(facts.cman);
    EXPECT_EQ(facts.cman->configVersion, 7);
    EXPECT_EQ(facts.cmanMembers.size(), 2);
    ASSERT_TRUE(facts.clusterConf) << facts.clusterConfProblem.toStdString();
    EXPECT_EQ(facts.clusterConf->vms.value(0).name, u"web1"_s);
    EXPECT_TRUE(facts.fileHashes.contains(u"/etc/cluster/cluster.conf"_s));

    node.write(u"/etc/cluster/cluster.conf"_s, "<cluster name=\"c1\"");
    const NodeFacts broken = factsOf(node);
    EXPECT_FALSE(broken.clusterConf);
    EXPECT_TRUE(broken.clusterConfProblem.contains(u"/etc/cluster/cluster.conf"_s));
}

TEST_P(Probe, readsTheGenerationOfTheClusterSuite)
{
    using formats::ClusterGeneration;
    const QList<std::pair<QByteArray, std::optional<ClusterGeneration>>> answers = {
        {"cman_tool 2.0.115 (built Aug  5 2010 08:24:42)", ClusterGeneration::Cluster2},
        {"cman_tool 2.20080801 (built Aug 25 2008 12:00:00)", ClusterGeneration::Cluster2}, // Lenny
        {"cman_tool 3.0.12 (built Feb 14 2011 10:00:00)", ClusterGeneration::Cluster30},
        {"cman_tool 3.0.12.1 (built Jan  1 2012 10:00:00)", ClusterGeneration::Cluster30},
        {"cman_tool 3.1.8 (built Jun  7 2012 10:00:00)", ClusterGeneration::Cluster31},
        {"cman_tool 3.2.0\nCopyright (C) Red Hat, Inc.", ClusterGeneration::Cluster31},
        {"cman_tool 4.0.0", {}},
        {"cman_tool 3", {}},
        {"6.2.0 config 12", {}},
        {"", {}},
    };
    for (const auto &[answer, generation] : answers) {
        node.command(u"cman_tool"_s, "[ \"$1\" = -V ] || exit 1\necho '" + answer + "'\n");
        EXPECT_EQ(factsOf(node).clusterGeneration, generation) << answer.constData();
    }
    node.command(u"cman_tool"_s, "echo 'cman_tool 3.0.12'; exit 1\n");
    EXPECT_FALSE(factsOf(node).clusterGeneration);
    node.remove(u"/usr/sbin/cman_tool"_s);
    EXPECT_FALSE(factsOf(node).clusterGeneration);
}

TEST_P(Probe, endlessAndBinaryOutputIsBounded)
{
    node.command(u"xl"_s,
                 "case \"$*\" in list) cat \"$COLONNADE_ROOT/data/xl-list.out\"; yes garbage ;;\n"
                 "info) yes | tr -d '\\n' ;; *) cat /dev/urandom ;; esac\n");
    node.command(u"clustat"_s, "yes \"$(printf '\\001\\377')\" >&2 & yes '<x>'; wait\n");
    const NodeFacts facts = factsOf(node);
    EXPECT_EQ(facts.toolstackProblem,
              u"xl list failed on node1: it printed more than can be true."_s);
    EXPECT_FALSE(facts.clustat);
    EXPECT_FALSE(facts.clustatProblem.isEmpty());
    EXPECT_LT(facts.clustatProblem.size(), 600);
    EXPECT_EQ(facts.bridges, QStringList{u"xenbr0"_s});

    node.command(u"xl"_s, "case \"$*\" in list) cat \"$COLONNADE_ROOT/data/xl-list.out\" ;;\n"
                          "info) head -c 50000 /dev/urandom ;; *) cat /dev/urandom ;; esac\n");
    const NodeFacts binary = factsOf(node);
    EXPECT_EQ(binary.toolstackProblem, QString());
    ASSERT_EQ(binary.guests.size(), 1);
    EXPECT_FALSE(binary.guests.front().config);
}

TEST_P(Probe, contentsThatLookLikeMarksAreContents)
{
    // A node that saw an earlier script may print that one's marks; the next one has others.
    factsOf(node);
    const QByteArray script = node.connection.calls().front().command.script;
    const qsizetype at = script.indexOf("\nN=") + 3;
    const QByteArray old = script.mid(at, script.indexOf('\n', at) - at);
    ASSERT_GE(old.size(), 32);
    node.write(u"/proc/sys/kernel/hostname"_s, old + " end\n");
    node.write(u"/usr/sbin/xl.marks"_s, '\n' + old + " end\n\n" + old + " toolstack\nxm\n");
    node.command(u"xl"_s, "cat \"$COLONNADE_ROOT/usr/sbin/xl.marks\"\n"
                          "case \"$*\" in list) cat \"$COLONNADE_ROOT/data/xl-list.out\" ;;\n"
                          "info) cat \"$COLONNADE_ROOT/data/xl-info.out\" ;;\n"
                          "'list -l') cat \"$COLONNADE_ROOT/data/xl-list-l.out\" ;; esac\n");
    const NodeFacts facts = factsOf(node);
    EXPECT_EQ(facts.toolstack, toolstack::Kind::Xl);
    EXPECT_EQ(facts.hostName, QString::fromLatin1(old) + u" end"_s);
    EXPECT_EQ(facts.guests.size(), 1);
    EXPECT_EQ(facts.bridges, QStringList{u"xenbr0"_s});
}

TEST_P(Probe, lookUpOfPathsTellsSharedFilesFromOthers)
{
    QTemporaryDir shared;
    QFile disk(shared.filePath(u"web1 it's"_s));
    ASSERT_TRUE(disk.open(QIODevice::WriteOnly));
    disk.write("0123456789");
    disk.close();
    // Something was mounted over the automount's own file system.
    node.command(u"findmnt"_s, "echo ' autofs systemd-1'; echo '3f0b-77 ocfs2 /dev/vdb2'\n");
    node.link(disk.fileName(), u"/dev/vg/web1 it's"_s);
    node.write(u"/boot/vmlinuz"_s, "x");
    ProbeRequest request;
    request.paths = {
        u"/dev/vg/none"_s,  u"vg/web1 it's"_s, u"/dev/vg/web1 it's"_s,
        u"/boot/vmlinuz"_s, u"/boot"_s,        u"/$(touch \"$COLONNADE_ROOT\"/hacked)"_s,
        u"/a\nb"_s};
    const NodeFacts facts = factsOf(node, request);

    EXPECT_FALSE(QFile::exists(node.path(u"/hacked"_s)));
    EXPECT_EQ(facts.paths.size(), 6) << "what cannot be asked has no fact";
    EXPECT_FALSE(facts.paths.value(u"/dev/vg/none"_s).exists);
    const PathFact web1 = facts.paths.value(u"vg/web1 it's"_s);
    EXPECT_TRUE(web1.exists);
    EXPECT_EQ(web1.size, 10);
    EXPECT_FALSE(web1.blockDevice);
    EXPECT_TRUE(web1.identity.startsWith(u"3f0b-77 inode "_s)) << web1.identity.toStdString();
    EXPECT_EQ(facts.paths.value(u"/dev/vg/web1 it's"_s), web1);
    EXPECT_NE(facts.paths.value(u"/boot/vmlinuz"_s).identity, web1.identity);
    EXPECT_TRUE(facts.paths.value(u"/boot"_s).exists);
    EXPECT_EQ(facts.paths.value(u"/boot"_s).identity, QString());
}

TEST_P(Probe, lookUpOfPathsKnowsNothingWhereStatDoesNotTell)
{
    node.write(u"/boot/vmlinuz"_s, "x");
    node.command(u"stat"_s, "echo 'stat: unknown option' >&2; exit 1\n");
    ProbeRequest request;
    request.paths = {u"/boot/vmlinuz"_s, u"/boot/none"_s};
    if (hasToolsOfItsOwn())
        GTEST_SKIP() << "the stand-in for stat would not be used";
    EXPECT_TRUE(factsOf(node, request).paths.isEmpty()) << "not: there are no such files";
}

TEST_P(Probe, lookUpOfBlockDevicesFindsTheirIdentities)
{
    if (hasToolsOfItsOwn())
        GTEST_SKIP() << "the stand-ins for stat and others would not be used";
    node.command(u"stat"_s,
                 "shift 3\nfor f; do case $f in */web1) echo \"61b0 fd 2 5 99 0 $f\" ;;\n"
                 "*/sda1) echo \"61b0 8 1 5 98 0 $f\" ;; esac; done\n");
    node.write(u"/sys/dev/block/253:2/size"_s, "131072\n");
    node.write(u"/sys/dev/block/253:2/dm/uuid"_s, "LVM-aaaabbbb\n");
    node.write(u"/sys/devices/sda/device/wwid"_s, "naa.600508B400105E21\n");
    node.write(u"/sys/devices/sda/sda1/partition"_s, "1\n");
    node.write(u"/sys/devices/sda/sda1/size"_s, "2048\n");
    node.link(node.path(u"/sys/devices/sda/sda1"_s), u"/sys/dev/block/253:2/slaves/sda1"_s);
    node.link(node.path(u"/sys/devices/sda/sda1"_s), u"/sys/dev/block/8:1"_s);
    ProbeRequest request;
    request.paths = {u"/dev/vg/web1"_s, u"sda1"_s, u"/dev/vg/none"_s};
    const NodeFacts facts = factsOf(node, request);

    const PathFact web1 = facts.paths.value(u"/dev/vg/web1"_s);
    EXPECT_TRUE(web1.blockDevice);
    EXPECT_EQ(web1.size, 64 * 1024 * 1024);
    EXPECT_EQ(web1.identity, u"LVM-aaaabbbb"_s);
    EXPECT_EQ(web1.backing, QStringList{u"naa.600508b400105e21 part1"_s});
    EXPECT_EQ(facts.paths.value(u"sda1"_s).identity, u"naa.600508b400105e21 part1"_s);
    EXPECT_EQ(facts.paths.value(u"sda1"_s).size, 1024 * 1024);
    EXPECT_FALSE(facts.paths.value(u"/dev/vg/none"_s).exists);
}

TEST_P(Probe, worksOnToolsOfLennysAge)
{
    if (hasToolsOfItsOwn())
        GTEST_SKIP() << "the stand-ins for stat and others would not be used";
    node.hideTool(u"timeout"_s);
    node.hideTool(u"sha256sum"_s);
    node.command(u"date"_s, "echo '1226275200.%N'\n");
    node.command(u"stat"_s,
                 "shift 3\nfor f; do case $f in */web1) echo \"61b0 fd 2 5 99 0 $f\" ;;\n"
                 "*/sdb1) echo \"61b0 8 11 5 97 0 $f\" ;;\n"
                 "*/img) echo \"81a4 0 0 5 98 33 $f\" ;; esac; done\n");
    node.command(u"blockdev"_s, "case $* in '--getsize64 '*) echo 4096 ;; esac\n");
    node.command(u"dmsetup"_s, "case $* in *'-j 253 -m 2') echo LVM-old ;; *) exit 1 ;; esac\n");
    node.command(u"udevadm"_s,
                 "echo 'E: DEVTYPE=partition'; echo 'E: ID_SERIAL=3600508b400105e21'\n");
    node.command(u"df"_s, "echo Filesystem; echo '/dev/sdc1 1 2 3 4% /'\n");
    node.command(u"blkid"_s, "case $* in '-o value -s UUID /dev/sdc1') echo 77-99 ;; esac\n");
    ProbeRequest request;
    request.paths = {u"/dev/vg/web1"_s, u"/dev/sdb1"_s, u"/srv/img"_s};
    const NodeFacts facts = factsOf(node, request);

    EXPECT_EQ(facts.toolstackProblem, QString());
    EXPECT_EQ(facts.guests.size(), 1);
    EXPECT_EQ(facts.fileHashes.value(u"/etc/xen/web1.cfg"_s),
              QCryptographicHash::hash("name = \"web1\"\n", QCryptographicHash::Sha256).toHex());
    ASSERT_TRUE(facts.clockOffsetMs);
    EXPECT_LT(*facts.clockOffsetMs, -1'000'000) << "2008, and not now";
    EXPECT_EQ(facts.paths.value(u"/dev/vg/web1"_s).size, 4096);
    EXPECT_EQ(facts.paths.value(u"/dev/vg/web1"_s).identity, u"LVM-old"_s);
    EXPECT_EQ(facts.paths.value(u"/dev/sdb1"_s).identity, u"naa.600508b400105e21 part1"_s);
    EXPECT_EQ(facts.paths.value(u"/srv/img"_s).identity, u"77-99 inode 98"_s);
}

TEST_P(Probe, aCommandThatHangsIsEndedWithAllItStarted)
{
    for (const bool withTimeout : {true, false}) {
        SimulatedNode other(GetParam());
        if (!withTimeout)
            other.hideTool(u"timeout"_s);
        other.command(u"hang"_s, "sleep 1000 &\necho $! >\"$COLONNADE_ROOT/child\"; sleep 1000\n");
        remote::Command command;
        command.script =
            boundFunctions()
            + "bound 1 hang; echo \"status $?\"\nbound 9 sh -c 'exit 7'\n"
              "echo \"then $?\"\n"
              "kill -0 \"$(cat \"$COLONNADE_ROOT/child\")\" 2>/dev/null && "
              "grep -q sleep \"/proc/$(cat \"$COLONNADE_ROOT/child\")/cmdline\" && echo alive\n";
        const auto output = other.connection.query(command, {});
        ASSERT_TRUE(output);
        EXPECT_EQ(output->out, "status 137\nthen 7\n") << GetParam() << withTimeout;
    }
}

TEST_P(Probe, aShellThatDiesInTheMiddleIsAnError)
{
    node.connection.setHandler([](const colonnade::test::Call &) {
        return colonnade::test::printed("\nm00 started\n", "sh: killed\n");
    });
    const auto facts = probe(node.connection, {});
    ASSERT_FALSE(facts);
    EXPECT_EQ(facts.error().code, base::ErrorCode::ParseFailed);
    EXPECT_TRUE(facts.error().message.contains(u"sh: killed"_s))
        << facts.error().message.toStdString();
}

INSTANTIATE_TEST_SUITE_P(Shells, Probe, testing::ValuesIn(test::shells()),
                         [](const auto &parameter) { return parameter.param; });

} // namespace
} // namespace colonnade::cluster
