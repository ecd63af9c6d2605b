// SPDX-License-Identifier: GPL-3.0-or-later
#include "toolstack/o2cb.h"

#include "toolstack/captures.h"

namespace colonnade::toolstack {
namespace {

using namespace Qt::StringLiterals;

/// A tree as grep prints it; the paths are those of the capture ls_configfs_cluster.
const QByteArray Tree = "domnull/:\n"
                        "domnull/idle_timeout_ms:30000\n"
                        "domnull/keepalive_delay_ms:2000\n"
                        "domnull/reconnect_delay_ms:2000\n"
                        "domnull/fence_method:reset\n"
                        "domnull/heartbeat/dead_threshold:31\n"
                        "domnull/heartbeat/mode:local\n"
                        "domnull/heartbeat/51275FB9AC33446FAA92389906A87FFD/dev:vdb2\n"
                        "domnull/node/xenhost2/num:1\n"
                        "domnull/node/xenhost2/ipv4_address:192.168.1.249\n"
                        "domnull/node/xenhost2/ipv4_port:7777\n"
                        "domnull/node/xenhost2/local:0\n"
                        "domnull/node/xenhost1/num:0\n"
                        "domnull/node/xenhost1/ipv4_address:192.168.1.248\n"
                        "domnull/node/xenhost1/ipv4_port:7777\n"
                        "domnull/node/xenhost1/local:1\n";

TEST(O2cbTree, isReadAsItsClusters)
{
    const QList<O2cbCluster> clusters = parseO2cbTree(Tree);
    ASSERT_EQ(clusters.size(), 1);
    const O2cbCluster &cluster = clusters.first();
    EXPECT_EQ(cluster.name, u"domnull"_s);
    EXPECT_EQ(cluster.heartbeatMode, u"local"_s);
    EXPECT_EQ(cluster.timeouts, (O2cbTimeouts{31, 30000, 2000, 2000}));
    EXPECT_EQ(cluster.regions,
              (QList<O2cbRegion>{{u"51275FB9AC33446FAA92389906A87FFD"_s, u"vdb2"_s}}));
    EXPECT_EQ(cluster.nodes,
              (QList<O2cbNode>{{u"xenhost1"_s, 0, u"192.168.1.248"_s, 7777, true},
                               {u"xenhost2"_s, 1, u"192.168.1.249"_s, 7777, false}}));
    ASSERT_TRUE(cluster.localNode());
    EXPECT_EQ(cluster.localNode()->name, u"xenhost1"_s);
    ASSERT_TRUE(cluster.node(u"xenhost2"_s));
    EXPECT_FALSE(cluster.node(u"XENHOST2"_s));
}

TEST(O2cbTree, namesMayHoldColonsAndDevicesSlashes)
{
    const QList<O2cbCluster> clusters = parseO2cbTree("c/node/a:b/num:7\n"
                                                      "c/heartbeat/AB/dev:cciss/c0d0p1\n");
    ASSERT_EQ(clusters.size(), 1);
    ASSERT_TRUE(clusters.first().node(u"a:b"_s));
    EXPECT_EQ(clusters.first().node(u"a:b"_s)->number, 7);
    EXPECT_EQ(clusters.first().regions, (QList<O2cbRegion>{{u"AB"_s, u"cciss/c0d0p1"_s}}));
}

TEST(O2cbTree, ofAnOldKernelHasNoModeAndNoTimeouts)
{
    const QList<O2cbCluster> clusters =
        parseO2cbTree("old/:\nold/heartbeat/dead_threshold:7\nold/node/a/num:0\n");
    ASSERT_EQ(clusters.size(), 1);
    EXPECT_EQ(clusters.first().heartbeatMode, QString());
    EXPECT_EQ(clusters.first().timeouts, (O2cbTimeouts{7, {}, {}, {}}));
    EXPECT_FALSE(clusters.first().localNode());
}

TEST(O2cbTree, aClusterWithoutNodesIsOne)
{
    EXPECT_EQ(parseO2cbTree("empty/:\n").value(0).name, u"empty"_s);
    EXPECT_TRUE(parseO2cbTree("").isEmpty());
}

TEST(O2cbTree, whatCannotBeIsNotBelieved)
{
    EXPECT_TRUE(parseO2cbTree("no slash\n/:\nc/without colon\n").isEmpty());
    const QList<O2cbCluster> clusters =
        parseO2cbTree("c/node/a/num:4711\nc/node/a/ipv4_port:-1\nc/idle_timeout_ms:x\n"
                      "c/a/b/c/d/e:1\nc/node//num:3\n");
    ASSERT_EQ(clusters.size(), 1);
    ASSERT_EQ(clusters.first().nodes.size(), 1);
    EXPECT_EQ(clusters.first().nodes.first().number, -1);
    EXPECT_EQ(clusters.first().nodes.first().port, 0);
    EXPECT_EQ(clusters.first().timeouts, O2cbTimeouts());
    QByteArray many;
    for (int i = 0; i < 5000; ++i)
        many += "c/node/n" + QByteArray::number(i) + "/num:1\n";
    EXPECT_LE(parseO2cbTree(many).first().nodes.size(), 1024);
    for (qsizetype size = 0; size < Tree.size(); ++size)
        (void)parseO2cbTree(Tree.left(size));
}

TEST(Ocfs2Mounts, areFoundAmongOthers)
{
    const QByteArray mounts =
        "ocfs2_dlmfs /dlm ocfs2_dlmfs rw,relatime 0 0\n"
        "/dev/vdb2 /shared ocfs2 rw,noatime,_netdev,heartbeat=local,nointr 0 0\n"
        "/dev/mapper/a\\040b /srv/with\\040blank ocfs2 rw,heartbeat=none 0 0\n"
        "tmpfs /run tmpfs rw 0 0\nbroken\n";
    EXPECT_EQ(parseOcfs2Mounts(mounts),
              (QList<Ocfs2Mount>{{u"/dev/vdb2"_s, u"/shared"_s, true},
                                 {u"/dev/mapper/a b"_s, u"/srv/with blank"_s, false}}));
}

TEST(Ocfs2Mounts, ofTheRealClusterAreRead)
{
    const auto mounts = test::capture(u"mount_ocfs2.out"_s);
    if (!mounts)
        GTEST_SKIP() << "the captures are not at hand";
    EXPECT_EQ(parseOcfs2Mounts(*mounts), (QList<Ocfs2Mount>{{u"/dev/vdb2"_s, u"/shared"_s, true}}));
}

} // namespace
} // namespace colonnade::toolstack
