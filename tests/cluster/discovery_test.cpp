// SPDX-License-Identifier: GPL-3.0-or-later
#include "cluster/discovery.h"

#include "cluster/discoverymerge.h"
#include "cluster/simulatednode.h"

#include <gmock/gmock.h>

namespace colonnade::cluster {
namespace {

using namespace Qt::StringLiterals;
using test::SimulatedNode;
using testing::Contains;
using testing::IsEmpty;

profiles::Profile profile(const QString &name, const QString &host)
{
    profiles::Profile result;
    result.name = name;
    result.host = host;
    result.cluster = u"domnull"_s;
    result.user = u"admin"_s;
    return result;
}

QStringList names(const QList<FoundNode> &nodes)
{
    QStringList result;
    for (const FoundNode &node : nodes)
        result.append(node.name);
    return result;
}

constexpr char ClusterConf[] =
    "<?xml version=\"1.0\"?>\n<cluster name=\"domnull\" config_version=\"1\"><clusternodes>"
    "<clusternode name=\"node1.example.com\" nodeid=\"1\"/>"
    "<clusternode name=\"node2.example.com\" nodeid=\"2\"/>"
    "</clusternodes></cluster>\n";

constexpr char Ocfs2Conf[] =
    "node:\n\tip_port = 7777\n\tip_address = 192.168.1.248\n\tnumber = 0\n\tname = node1\n"
    "\tcluster = domnull\n\nnode:\n\tip_port = 7777\n\tip_address = 192.168.1.249\n\tnumber = 1\n"
    "\tname = node2\n\tcluster = domnull\n\nnode:\n\tip_port = 7777\n\tip_address = 192.168.1.250\n"
    "\tnumber = 2\n\tname = node3\n\tcluster = domnull\n\ncluster:\n\tnode_count = 3\n"
    "\tname = domnull\n";

constexpr char CorosyncConf[] =
    "totem {\n cluster_name: pacemade\n}\nnodelist {\n node {\n  ring0_addr: 10.0.0.7\n"
    "  name: node7\n }\n}\n";

class Discover : public testing::TestWithParam<std::string>
{
protected:
    Discover()
    {
        node.command(u"uname"_s, "echo node1");
        // Names of example.com are never looked up anywhere but here.
        node.command(u"getent"_s, "case $2 in node1*) echo '127.0.1.1 STREAM node1'\n"
                                  "echo '192.168.1.248 STREAM' ;;\n"
                                  "node2*) echo '192.168.1.249   STREAM node2.example.com' ;;\n"
                                  "*) exit 2 ;; esac");
        from.jump.profile = u"bastion"_s; // so that names are looked up on the node alone
    }

    Discovery found()
    {
        const auto result = discover(node.connection, from, known);
        EXPECT_TRUE(result) << (result ? "" : result.error().message.toStdString());
        return result.value_or(Discovery());
    }

    SimulatedNode node{GetParam()};
    profiles::Profile from = profile(u"node1"_s, u"192.168.1.248"_s);
    QList<profiles::Profile> known = {from};
};

TEST_P(Discover, nothingWhereThereIsNoFile)
{
    const Discovery nothing = found();
    EXPECT_THAT(nothing.nodes, IsEmpty());
    EXPECT_THAT(nothing.problems, IsEmpty());
}

TEST_P(Discover, theNodesOfAllFilesOnceEach)
{
    node.write(u"/etc/cluster/cluster.conf"_s, ClusterConf);
    node.write(u"/etc/ocfs2/cluster.conf"_s, Ocfs2Conf);
    node.write(u"/etc/corosync/corosync.conf"_s, CorosyncConf); // cman's work, not ours
    const Discovery all = found();
    EXPECT_EQ(all.clusterName, u"domnull"_s);
    EXPECT_THAT(all.problems, IsEmpty());
    ASSERT_EQ(names(all.nodes), (QStringList{u"node1"_s, u"node2"_s, u"node3"_s}));

    EXPECT_TRUE(all.nodes[0].isSelf);
    EXPECT_EQ(all.nodes[0].existingProfile, u"node1"_s);
    EXPECT_FALSE(all.nodes[1].existingProfile);
    EXPECT_EQ(all.nodes[1].address, u"node2.example.com"_s);
    EXPECT_EQ(all.nodes[1].problem, QString());
    EXPECT_THAT(all.nodes[1].sources, Contains(u"cluster.conf: node2.example.com"_s));
    EXPECT_THAT(all.nodes[1].sources, Contains(u"OCFS2: node2 192.168.1.249"_s));
    EXPECT_EQ(all.nodes[2].address, u"192.168.1.250"_s);
    EXPECT_TRUE(all.nodes[2].problem.contains(u"OCFS2"_s)) << all.nodes[2].problem.toStdString();
}

TEST_P(Discover, corosyncWhereThereIsNoClusterConf)
{
    node.write(u"/etc/corosync/corosync.conf"_s, CorosyncConf);
    const Discovery all = found();
    EXPECT_EQ(all.clusterName, u"pacemade"_s);
    ASSERT_EQ(names(all.nodes), QStringList{u"node7"_s});
    EXPECT_EQ(all.nodes[0].address, u"10.0.0.7"_s);
}

TEST_P(Discover, brokenFilesAreNamedAndTheOthersStillRead)
{
    node.write(u"/etc/cluster/cluster.conf"_s, "<cluster name=\"x\">");
    node.write(u"/etc/ocfs2/cluster.conf"_s, Ocfs2Conf);
    const Discovery all = found();
    EXPECT_EQ(all.nodes.size(), 3);
    ASSERT_EQ(all.problems.size(), 1);
    EXPECT_TRUE(all.problems[0].contains(u"/etc/cluster/cluster.conf on node"_s))
        << all.problems[0].toStdString();
}

// Names are looked up at the same time; bash writes each line by itself, so answers of several
// lines would run into each other.
TEST_P(Discover, addressesOfOneNameAreNeverTakenForThoseOfAnother)
{
    QString conf = u"<cluster name=\"x\" config_version=\"1\"><clusternodes>"_s;
    for (int i = 100; i < 140; ++i)
        conf += u"<clusternode name=\"xen%1\"/>"_s.arg(i);
    node.write(u"/etc/cluster/cluster.conf"_s, (conf + u"</clusternodes></cluster>").toUtf8());
    node.command(u"getent"_s, "for i in 1 2 3 4 5; do echo \"10.${2#xen}.0.$i STREAM $2\"; done");
    for (int round = 0; round < 5; ++round) {
        const Discovery all = found();
        ASSERT_EQ(all.nodes.size(), 40);
        for (const FoundNode &each : all.nodes)
            EXPECT_THAT(each.sources, Contains(u"node1 looks %1 up as 10.%2.0.1."_s.arg(
                                          each.name, each.name.mid(3))));
    }
}

TEST_P(Discover, namesOfAFileNeverReachTheShellAsAnythingElse)
{
    node.write(u"/etc/cluster/cluster.conf"_s,
               "<cluster name=\"x\" config_version=\"1\"><clusternodes>"
               "<clusternode name=\"$(touch $COLONNADE_ROOT/hacked)\" nodeid=\"1\"/>"
               "<clusternode name=\"-s\" nodeid=\"2\"/><clusternode name=\"a;b\" nodeid=\"3\"/>"
               "</clusternodes></cluster>");
    const Discovery all = found();
    EXPECT_EQ(all.nodes.size(), 3);
    EXPECT_FALSE(QFile::exists(node.path(u"/hacked"_s)));
    EXPECT_FALSE(all.nodes[1].problem.isEmpty());
}

TEST_P(Discover, aSilentNameServerCostsItsOwnNameOnly)
{
    node.write(u"/etc/cluster/cluster.conf"_s, ClusterConf);
    node.command(u"getent"_s, "case $2 in node1*) exec sleep 60 ;; esac\n"
                              "echo '192.168.1.249 STREAM'");
    const Discovery all = found();
    ASSERT_EQ(all.nodes.size(), 2);
    EXPECT_EQ(all.nodes[1].problem, QString());
}

INSTANTIATE_TEST_SUITE_P(Shells, Discover, testing::ValuesIn(test::shells()));

TEST(DiscoverFailures, aLostConnectionIsAnError)
{
    colonnade::test::FakeConnection connection(u"node1"_s);
    connection.lose();
    const auto result = discover(connection, profile(u"node1"_s, u"node1"_s), {});
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().code, base::ErrorCode::ConnectionFailed);
}

TEST(DiscoverFailures, anAnswerThatIsCutOffIsAnError)
{
    colonnade::test::FakeConnection connection(
        u"node1"_s, [](const auto &) { return colonnade::test::printed("Welcome!\n"); });
    const auto result = discover(connection, profile(u"node1"_s, u"node1"_s), {});
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().code, base::ErrorCode::ParseFailed);
}

struct Merge : testing::Test
{
    QList<FoundNode> merged() const { return mergeMentions(facts, from, known); }

    DiscoveryFacts facts{u"node1"_s, {}, {}, {}, false};
    profiles::Profile from = profile(u"node1"_s, u"node1"_s);
    QList<profiles::Profile> known = {from};
};

TEST_F(Merge, aNameThatIsLookedUpHereWinsOverANumber)
{
    facts.mentions = {{u"OCFS2"_s, u"node2"_s, {u"10.0.0.2"_s}}};
    facts.here = {{u"node2"_s, {u"192.168.1.2"_s}}};
    const FoundNode node = merged().first();
    EXPECT_EQ(node.address, u"node2"_s);
    EXPECT_EQ(node.problem, QString());
    EXPECT_THAT(node.sources, Contains(u"This workstation looks node2 up as 192.168.1.2."_s));
}

TEST_F(Merge, theNodesOwnKnowledgeIsTheLastResort)
{
    facts.mentions = {{u"cluster.conf"_s, u"node2"_s, {}}};
    facts.onNode = {{u"node2"_s, {u"10.0.0.2"_s}}};
    EXPECT_EQ(merged().first().address, u"10.0.0.2"_s);
    EXPECT_TRUE(merged().first().problem.contains(u"node1 knows"_s));
}

TEST_F(Merge, namesOfDifferentDomainsAreDifferentNodes)
{
    facts.mentions = {{u"cluster.conf"_s, u"web.a.example"_s, {}},
                      {u"cluster.conf"_s, u"web.b.example"_s, {}}};
    EXPECT_EQ(merged().size(), 2);
}

TEST_F(Merge, aSharedAddressMakesOneNode)
{
    facts.mentions = {{u"cluster.conf"_s, u"alpha"_s, {}},
                      {u"OCFS2"_s, u"beta"_s, {u"10.0.0.2"_s}}};
    facts.onNode = {{u"alpha"_s, {u"10.0.0.2"_s}}};
    ASSERT_EQ(merged().size(), 1);
    EXPECT_EQ(merged().first().name, u"alpha"_s);
}

TEST_F(Merge, loopbackAddressesJoinNothing)
{
    facts.mentions = {{u"cluster.conf"_s, u"alpha"_s, {}}, {u"cluster.conf"_s, u"beta"_s, {}}};
    facts.onNode = {{u"alpha"_s, {u"127.0.1.1"_s}}, {u"beta"_s, {u"127.0.1.1"_s}}};
    EXPECT_EQ(merged().size(), 2);
}

TEST_F(Merge, aKnownProfileIsRecognisedByNameHostOrNumber)
{
    facts.mentions = {{u"cluster.conf"_s, u"node2.example.com"_s, {}},
                      {u"OCFS2"_s, u"node3"_s, {u"10.0.0.3"_s}},
                      {u"OCFS2"_s, u"node4"_s, {u"10.0.0.4"_s}}};
    facts.here = {{u"backdoor"_s, {u"10.0.0.4"_s}}};
    known = {from, profile(u"NODE2"_s, u"192.0.2.2"_s), profile(u"three"_s, u"10.0.0.3"_s),
             profile(u"four"_s, u"backdoor"_s)};
    const QList<FoundNode> nodes = merged();
    EXPECT_EQ(nodes[0].existingProfile, u"NODE2"_s);
    EXPECT_EQ(nodes[1].existingProfile, u"three"_s);
    EXPECT_EQ(nodes[2].existingProfile, u"four"_s);
}

TEST(ProfileFor, logsInLikeTheNodeThatTold)
{
    profiles::Profile from = profile(u"node1"_s, u"node1"_s);
    from.id = u"1"_s;
    from.port = 2222;
    from.note = u"the first"_s;
    from.migrationAddress = u"10.0.0.1"_s;
    FoundNode found;
    found.name = u"node2"_s;
    found.address = u"node2.example.com"_s;
    const profiles::Profile offered = profileFor(found, from, {from, profile(u"node2"_s, u"x"_s)});
    EXPECT_EQ(offered.name, u"node2-2"_s);
    EXPECT_EQ(offered.host, u"node2.example.com"_s);
    EXPECT_EQ(offered.user, u"admin"_s);
    EXPECT_EQ(offered.cluster, u"domnull"_s);
    EXPECT_EQ(offered.port, 2222);
    EXPECT_EQ(offered.id + offered.note + offered.migrationAddress, QString());
}

TEST(HostLookup, findsTheNamesOfThisWorkstation)
{
    const auto found = HostLookup::addresses({u"localhost"_s, u"no-such-host.invalid"_s},
                                             std::chrono::seconds(30), {});
    EXPECT_FALSE(found.value(u"localhost"_s).isEmpty());
    EXPECT_FALSE(found.contains(u"no-such-host.invalid"_s));
}

} // namespace
} // namespace colonnade::cluster
