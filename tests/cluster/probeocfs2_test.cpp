// SPDX-License-Identifier: GPL-3.0-or-later
// What the probe reads of OCFS2 and of bound addresses, in each shell that a node may have.
#include "cluster/probe.h"

#include "cluster/simulatednode.h"

#include <gtest/gtest.h>

namespace colonnade::cluster {
namespace {

using namespace Qt::StringLiterals;
using test::SimulatedNode;

class ProbeOcfs2 : public testing::TestWithParam<std::string>
{
protected:
    NodeFacts facts(const ProbeRequest &request = {})
    {
        const base::Result<NodeFacts> read = probe(node.connection, request);
        EXPECT_TRUE(read) << (read ? "" : read.error().message.toStdString());
        return read.value_or(NodeFacts());
    }

    void config(const QString &below, const QByteArray &value)
    {
        node.write(u"/sys/kernel/config/cluster/"_s + below, value + '\n');
    }

    void loadNode(const QString &name, const QByteArray &number, const QByteArray &address,
                  const QByteArray &local)
    {
        const QString folder = u"domnull/node/"_s + name;
        config(folder + u"/num"_s, number);
        config(folder + u"/ipv4_address"_s, address);
        config(folder + u"/ipv4_port"_s, "7777");
        config(folder + u"/local"_s, local);
    }

    SimulatedNode node{GetParam()};
};

TEST_P(ProbeOcfs2, readsWhatTheKernelHasLoadedInTheSameRoundTrip)
{
    config(u"domnull/idle_timeout_ms"_s, "30000");
    config(u"domnull/keepalive_delay_ms"_s, "2000");
    config(u"domnull/reconnect_delay_ms"_s, "2500");
    config(u"domnull/heartbeat/dead_threshold"_s, "61");
    config(u"domnull/heartbeat/mode"_s, "local");
    config(u"domnull/heartbeat/51275FB9AC33446FAA92389906A87FFD/dev"_s, "vdb2");
    loadNode(u"xenhost1"_s, "0", "192.168.1.248", "1");
    loadNode(u"xenhost2"_s, "1", "192.168.1.249", "0");
    node.write(u"/sys/fs/ocfs2/cluster_stack"_s, "o2cb\n");
    node.write(u"/proc/mounts"_s, "/dev/vda / ext4 rw 0 0\n/dev/vdb2 /shared ocfs2 rw 0 0\n");
    const NodeFacts read = facts();

    EXPECT_EQ(node.connection.calls().size(), 1);
    EXPECT_TRUE(read.ocfs2.isLoaded);
    EXPECT_EQ(read.ocfs2.stack, u"o2cb"_s);
    ASSERT_EQ(read.ocfs2.clusters.size(), 1);
    const toolstack::O2cbCluster &cluster = read.ocfs2.clusters.first();
    EXPECT_EQ(cluster.name, u"domnull"_s);
    EXPECT_EQ(cluster.timeouts, (toolstack::O2cbTimeouts{61, 30000, 2000, 2500}));
    EXPECT_EQ(cluster.heartbeatMode, u"local"_s);
    EXPECT_EQ(cluster.regions.value(0).device, u"vdb2"_s);
    EXPECT_EQ(cluster.nodes,
              (QList<toolstack::O2cbNode>{{u"xenhost1"_s, 0, u"192.168.1.248"_s, 7777, true},
                                          {u"xenhost2"_s, 1, u"192.168.1.249"_s, 7777, false}}));
    EXPECT_EQ(read.ocfs2.mounts,
              (QList<toolstack::Ocfs2Mount>{{u"/dev/vdb2"_s, u"/shared"_s, true}}));
}

TEST_P(ProbeOcfs2, readsTheFileThatTheInitScriptReads)
{
    EXPECT_EQ(facts().ocfs2, Ocfs2Facts());
    node.write(u"/etc/default/o2cb"_s, "O2CB_ENABLED=true\n\n");
    Ocfs2Facts ocfs2 = facts().ocfs2;
    EXPECT_EQ(ocfs2.defaultsPath, u"/etc/default/o2cb"_s);
    EXPECT_EQ(ocfs2.defaults, "O2CB_ENABLED=true\n\n") << "to the byte";
    EXPECT_FALSE(ocfs2.isLoaded);

    node.write(u"/etc/sysconfig/o2cb"_s, "");
    ocfs2 = facts().ocfs2;
    EXPECT_EQ(ocfs2.defaultsPath, u"/etc/sysconfig/o2cb"_s) << "it is looked for first";
    EXPECT_EQ(ocfs2.defaults, QByteArray());
    EXPECT_EQ(ocfs2.defaultsProblem, QString());

    node.write(u"/etc/sysconfig/o2cb"_s, QByteArray(200'000, '#'));
    ocfs2 = facts().ocfs2;
    EXPECT_EQ(ocfs2.defaults, QByteArray()) << "half a file is none";
    EXPECT_TRUE(ocfs2.defaultsProblem.contains(u"/etc/sysconfig/o2cb"_s))
        << ocfs2.defaultsProblem.toStdString();
}

TEST_P(ProbeOcfs2, aClusterWithoutNodesIsLoaded)
{
    node.makeFolder(u"/sys/kernel/config/cluster"_s);
    Ocfs2Facts ocfs2 = facts().ocfs2;
    EXPECT_TRUE(ocfs2.isLoaded);
    EXPECT_TRUE(ocfs2.clusters.isEmpty());
    node.makeFolder(u"/sys/kernel/config/cluster/domnull/node"_s);
    ocfs2 = facts().ocfs2;
    ASSERT_EQ(ocfs2.clusters.size(), 1);
    EXPECT_EQ(ocfs2.clusters.first().name, u"domnull"_s);
}

TEST_P(ProbeOcfs2, staysKnownBetweenTheDetails)
{
    config(u"domnull/heartbeat/mode"_s, "global");
    node.write(u"/proc/net/fib_trie"_s, "  |-- 10.0.0.7\n     /32 host LOCAL\n");
    ProbeRequest light;
    light.known = facts();
    light.details = false;
    node.remove(u"/sys/kernel/config/cluster"_s);
    const NodeFacts read = facts(light);
    EXPECT_EQ(read.ocfs2, light.known->ocfs2);
    EXPECT_EQ(read.addresses, light.known->addresses);
}

TEST_P(ProbeOcfs2, readsBoundAddresses)
{
    if (GetParam() == "busybox")
        GTEST_SKIP() << "it prefers its own ip, which tells of this machine";
    EXPECT_FALSE(facts().addresses) << "neither ip nor fib_trie";
    node.write(u"/proc/net/fib_trie"_s, "  |-- 10.0.0.7\n     /32 host LOCAL\n");
    EXPECT_EQ(facts().addresses, (QList<toolstack::BoundAddress>{{u"10.0.0.7"_s, 32, QString()}}));
    node.command(u"ip"_s, "[ \"$*\" = '-o -4 addr' ] || exit 1\n"
                          "echo '2: xenbr0    inet 10.0.0.8/24 scope global xenbr0'\n");
    EXPECT_EQ(facts().addresses,
              (QList<toolstack::BoundAddress>{{u"10.0.0.8"_s, 24, u"xenbr0"_s}}));
    node.command(u"ip"_s, "exit 1\n");
    EXPECT_FALSE(facts().addresses);
}

INSTANTIATE_TEST_SUITE_P(Shells, ProbeOcfs2, testing::ValuesIn(test::shells()),
                         [](const auto &parameter) { return parameter.param; });

} // namespace
} // namespace colonnade::cluster
