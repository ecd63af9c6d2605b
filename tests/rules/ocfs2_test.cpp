// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/ocfs2.h"

#include "rules/o2cbtimeouts.h"
#include "rules/world.h"

#include <gmock/gmock.h>

namespace colonnade::rules {
namespace {

using namespace Qt::StringLiterals;
using formats::Ocfs2Conf;
using testing::HasSubstr;

const QByteArray List = "cluster:\n\tnode_count = 2\n\tname = domnull\n\n"
                        "node:\n\tip_port = 7777\n\tip_address = 10.0.0.1\n\tnumber = 0\n"
                        "\tname = node1\n\tcluster = domnull\n\n"
                        "node:\n\tip_port = 7777\n\tip_address = 10.0.0.2\n\tnumber = 1\n"
                        "\tname = node2\n\tcluster = domnull\n";

Ocfs2Conf conf(const QByteArray &text = List)
{
    const auto parsed = Ocfs2Conf::parse(text);
    EXPECT_TRUE(parsed) << (parsed ? "" : parsed.error().message.toStdString());
    return *parsed;
}

/// node1 and node2 have domnull loaded and /shared mounted; node3 has its files only.
class Ocfs2 : public testing::Test
{
protected:
    Ocfs2()
    {
        for (int i = 0; i < 3; ++i) {
            cluster::Ocfs2Facts &facts = ocfs2(i);
            facts.defaultsPath = u"/etc/default/o2cb"_s;
            facts.defaults = "O2CB_ENABLED=true\nO2CB_BOOTCLUSTER=domnull\n"
                             "O2CB_HEARTBEAT_THRESHOLD=31\n";
            world.facts(i).addresses = {{u"127.0.0.1"_s, 8, u"lo"_s},
                                        {u"192.0.2.%1"_s.arg(i + 1), 24, u"eth0"_s},
                                        {u"10.0.0.%1"_s.arg(i + 1), 24, u"eth1"_s}};
        }
        for (int i = 0; i < 2; ++i) {
            ocfs2(i).isLoaded = true;
            ocfs2(i).stack = u"o2cb"_s;
            ocfs2(i).mounts = {{u"/dev/sdb"_s, u"/shared"_s, true}};
            ocfs2(i).clusters = {{u"domnull"_s,
                                  {{u"node1"_s, 0, u"10.0.0.1"_s, 7777, i == 0},
                                   {u"node2"_s, 1, u"10.0.0.2"_s, 7777, i == 1}},
                                  u"local"_s,
                                  {{u"51275FB9AC33446FAA92389906A87FFD"_s, u"sdb"_s}},
                                  {31, 30000, 2000, 2000}}};
        }
    }

    cluster::Ocfs2Facts &ocfs2(int index) { return world.facts(index).ocfs2; }
    toolstack::O2cbCluster &loaded(int index) { return ocfs2(index).clusters.first(); }
    void lose(int index) { world.node(index).connection.phase = remote::Phase::Waiting; }

    Verdict judge(Ocfs2Act act, const QString &subject = {}, const QString &present = {}) const
    {
        return mayChange(world.state, {act, u"domnull"_s, subject, present});
    }
    /// The ids of the verdict's reasons.
    static QStringList ids(const Verdict &verdict)
    {
        QStringList result;
        for (const Reason &reason : verdict.reasons)
            result.append(reason.id);
        return result;
    }
    QStringList crossCheck(const QByteArray &text = List) const
    {
        QStringList result;
        for (const Ocfs2Finding &finding : ocfs2CrossCheck(conf(text), world.state))
            result.append(finding.reason.id);
        return result;
    }
    QList<O2cbTimeoutState> timeouts() const
    {
        return o2cbTimeouts(world.state, u"domnull"_s, {u"node1"_s, u"node2"_s});
    }

    World world = currentWorld();
};

TEST_F(Ocfs2, whatIsMountedIsNotTouched)
{
    for (const Ocfs2Act act : {Ocfs2Act::RemoveNode, Ocfs2Act::RenameNode, Ocfs2Act::RenumberNode,
                               Ocfs2Act::ReaddressNode}) {
        const Verdict verdict = judge(act, u"node2"_s);
        EXPECT_EQ(verdict.answer(), Answer::No);
        EXPECT_EQ(verdict.reasons.first().id, u"ocfs2-mounted"_s);
        EXPECT_THAT(verdict.headline().toStdString(), HasSubstr("node2 cannot"));
        EXPECT_THAT(verdict.headline().toStdString(), HasSubstr("/shared"));
        EXPECT_THAT(verdict.reasons.first().remedy.toStdString(),
                    HasSubstr("`/etc/init.d/o2cb offline domnull`"));
    }
}

TEST_F(Ocfs2, whatIsLoadedIsNotTouchedEither)
{
    ocfs2(1).mounts.clear();
    EXPECT_EQ(judge(Ocfs2Act::RemoveNode, u"node2"_s).reasons.first().id, u"ocfs2-loaded"_s);
    ocfs2(1).clusters.clear();
    const Verdict removal = judge(Ocfs2Act::RemoveNode, u"node2"_s);
    EXPECT_EQ(removal.answer(), Answer::Yes);
    EXPECT_EQ(ids(removal), QStringList{u"ocfs2-peers"_s}) << "node1 still knows it";
    const Verdict renumbering = judge(Ocfs2Act::RenumberNode, u"node2"_s, u"1"_s);
    EXPECT_EQ(renumbering.answer(), Answer::Warn);
    EXPECT_EQ(ids(renumbering), QStringList{u"ocfs2-peers-differ"_s});
}

TEST_F(Ocfs2, whatTheListSaysOtherwiseThanTheKernelIsNotInUse)
{
    EXPECT_EQ(judge(Ocfs2Act::RenumberNode, u"node2"_s, u"1"_s).answer(), Answer::No);
    EXPECT_EQ(judge(Ocfs2Act::RenumberNode, u"node2"_s, u"5"_s).answer(), Answer::Yes);
    EXPECT_EQ(judge(Ocfs2Act::ReaddressNode, u"node2"_s, u"10.0.0.2:7777"_s).answer(), Answer::No);
    EXPECT_EQ(judge(Ocfs2Act::ReaddressNode, u"node2"_s, u"10.0.0.9"_s).answer(), Answer::Yes);
}

TEST_F(Ocfs2, aNodeThatNobodyHasLoadedIsFree)
{
    EXPECT_EQ(judge(Ocfs2Act::RemoveNode, u"node3"_s), Verdict());
    EXPECT_EQ(judge(Ocfs2Act::RenumberNode, u"node3"_s, u"2"_s), Verdict());
    EXPECT_EQ(judge(Ocfs2Act::RemoveNode, u"elsewhere"_s), Verdict())
        << "without it no other node mounts with it";
}

TEST_F(Ocfs2, whatCannotBeSeenIsWarnedOf)
{
    lose(1);
    const Verdict verdict = judge(Ocfs2Act::RenumberNode, u"node2"_s, u"1"_s);
    EXPECT_EQ(verdict.answer(), Answer::Warn);
    EXPECT_TRUE(ids(verdict).contains(u"ocfs2-unseen"_s));
    lose(0);
    lose(2);
    EXPECT_EQ(ids(judge(Ocfs2Act::RemoveNode, u"elsewhere"_s)), QStringList{u"ocfs2-unseen"_s});
    world.state.nodes.clear();
    EXPECT_EQ(judge(Ocfs2Act::RemoveNode, u"node2"_s), Verdict()) << "a file of the workstation";
}

TEST_F(Ocfs2, aRunningClusterKeepsItsNameAndHeartbeat)
{
    EXPECT_EQ(ids(judge(Ocfs2Act::RenameCluster)),
              (QStringList{u"ocfs2-mounted"_s, u"ocfs2-volumes"_s, u"ocfs2-boot-cluster"_s}));
    EXPECT_EQ(judge(Ocfs2Act::RemoveCluster).answer(), Answer::No);
    EXPECT_EQ(ids(judge(Ocfs2Act::SetHeartbeat)),
              (QStringList{u"ocfs2-heartbeat-active"_s, u"ocfs2-volumes"_s}));
    for (int i = 0; i < 2; ++i) {
        loaded(i).regions.clear();
        ocfs2(i).mounts.clear();
    }
    EXPECT_EQ(judge(Ocfs2Act::SetHeartbeat).answer(), Answer::Warn);
    EXPECT_EQ(judge(Ocfs2Act::RenameCluster).reasons.first().id, u"ocfs2-loaded"_s);
    for (int i = 0; i < 2; ++i)
        ocfs2(i).clusters.clear();
    EXPECT_EQ(judge(Ocfs2Act::RenameCluster).answer(), Answer::Warn);
    lose(2);
    EXPECT_TRUE(ids(judge(Ocfs2Act::RemoveCluster)).contains(u"ocfs2-unseen"_s));
}

TEST_F(Ocfs2, aGlobalRegionGoesOnlyWhereEnoughAreLeft)
{
    const QString region = u"51275FB9AC33446FAA92389906A87FFD"_s;
    EXPECT_EQ(judge(Ocfs2Act::RemoveRegion, region), Verdict()) << "local: a volume's own";
    for (int i = 0; i < 2; ++i)
        loaded(i).heartbeatMode = u"global"_s;
    EXPECT_EQ(judge(Ocfs2Act::RemoveRegion, region).answer(), Answer::No);
    for (int i = 0; i < 2; ++i)
        loaded(i).regions += {{u"A"_s, {}}, {u"B"_s, {}}, {u"C"_s, {}}};
    EXPECT_EQ(judge(Ocfs2Act::RemoveRegion, region).answer(), Answer::Yes);
}

TEST_F(Ocfs2, aNewNodeIsToBeLoadedByTheRunningOnes)
{
    const Verdict verdict = judge(Ocfs2Act::AddNode, u"node3"_s);
    EXPECT_EQ(verdict.answer(), Answer::Yes);
    EXPECT_THAT(verdict.reasons.first().sentence.toStdString(),
                HasSubstr("`o2cb register-cluster domnull`"));
}

TEST_F(Ocfs2, candidatesAndTheirAddresses)
{
    const auto candidates = ocfs2Candidates(world.state, conf(), "domnull");
    ASSERT_EQ(candidates.size(), 1);
    EXPECT_EQ(candidates.first()->name(), u"node3"_s);
    const auto addresses = ocfs2Addresses(world.facts(2), conf().nodes("domnull"));
    ASSERT_EQ(addresses.size(), 2);
    EXPECT_EQ(addresses.first().address, u"10.0.0.3"_s) << "beside those of the others";
    world.facts(2).addresses = {{u"192.0.2.3"_s, 32, {}}, {u"10.0.0.3"_s, 32, {}}};
    EXPECT_EQ(ocfs2Addresses(world.facts(2), conf().nodes("domnull")).first().address,
              u"10.0.0.3"_s)
        << "from fib_trie, which knows no networks";
}

TEST_F(Ocfs2, howANodeRuns)
{
    const formats::Ocfs2Node second = conf().nodes("domnull").last();
    Ocfs2NodeState state = ocfs2NodeState(world.state, second);
    EXPECT_EQ(state.running, Ocfs2Running::Loaded);
    EXPECT_EQ(state.folders, QStringList{u"/shared"_s});
    EXPECT_EQ(state.host, u"node2"_s);
    EXPECT_TRUE(state.isCurrent);
    loaded(1).nodes[1].number = 7;
    state = ocfs2NodeState(world.state, second);
    EXPECT_EQ(state.running, Ocfs2Running::Differs);
    EXPECT_EQ(state.loadedAs, u"7"_s);
    ocfs2(1).clusters.clear();
    EXPECT_EQ(ocfs2NodeState(world.state, second).running, Ocfs2Running::NotLoaded);
    lose(1);
    EXPECT_FALSE(ocfs2NodeState(world.state, second).isCurrent);
    state = ocfs2NodeState(world.state, {"far", 9, "10.0.0.9", 7777, "domnull"});
    EXPECT_EQ(state.running, Ocfs2Running::Unseen);
    EXPECT_EQ(state.notKnownBy, QStringList{u"node1"_s});
}

TEST_F(Ocfs2, listAndNodesInOrderLeaveOnlyTheNodeThatIsNotInIt)
{
    EXPECT_EQ(crossCheck(), QStringList{u"ocfs2-host-missing"_s});
    const auto findings = ocfs2CrossCheck(conf(), world.state);
    ASSERT_TRUE(findings.first().fix);
    const Ocfs2Conf mended = conf(formats::applied(List, findings.first().fix->edits));
    ASSERT_EQ(mended.nodes("domnull").size(), 3);
    EXPECT_EQ(mended.nodes("domnull").last(),
              (formats::Ocfs2Node{"node3", 2, "10.0.0.3", 7777, "domnull"}));
}

TEST_F(Ocfs2, addressesAreComparedWithThoseThatAreBound)
{
    world.state.nodes.removeLast();
    world.facts(1).addresses = {{u"10.0.0.22"_s, 24, u"eth1"_s}};
    const auto findings = ocfs2CrossCheck(conf(), world.state);
    ASSERT_EQ(findings.size(), 1);
    EXPECT_EQ(findings.first().reason.id, u"ocfs2-address-unbound"_s);
    EXPECT_EQ(findings.first().node, "node2");
    EXPECT_FALSE(findings.first().fix) << "it is in use";
    ocfs2(0).clusters.clear();
    ocfs2(1).clusters.clear();
    const auto idle = ocfs2CrossCheck(conf(), world.state);
    ASSERT_TRUE(idle.first().fix);
    EXPECT_TRUE(formats::applied(List, idle.first().fix->edits).contains("10.0.0.22"));
    world.facts(0).addresses->append({u"10.0.0.2"_s, 24, u"eth1"_s});
    EXPECT_EQ(crossCheck(), QStringList{u"ocfs2-address-elsewhere"_s});
    world.facts(1).addresses.reset();
    EXPECT_EQ(crossCheck(), QStringList()) << "nothing is known";
}

TEST_F(Ocfs2, namesAreComparedWithThoseOfTheHosts)
{
    world.state.nodes.removeLast();
    world.facts(1).hostName = u"node2.example.org"_s;
    EXPECT_EQ(crossCheck(), QStringList()) << "up to the dot";
    world.facts(1).hostName = u"node2"_s;
    QByteArray dotted = List;
    dotted.replace("= node2", "= node2.example.org");
    const auto findings = ocfs2CrossCheck(conf(dotted), world.state);
    EXPECT_EQ(findings.first().reason.id, u"ocfs2-host-dotted"_s);
    ASSERT_TRUE(findings.first().fix);
    EXPECT_EQ(formats::applied(dotted, findings.first().fix->edits), List);
    world.facts(1).hostName = u"other"_s;
    EXPECT_TRUE(crossCheck().contains(u"ocfs2-node-unknown"_s));
}

TEST_F(Ocfs2, whatIsLoadedOtherwiseIsTold)
{
    world.state.nodes.removeLast();
    for (int i = 0; i < 2; ++i) {
        loaded(i).nodes[1].number = 4;
        loaded(i).nodes.append({u"gone"_s, 9, u"10.0.0.9"_s, 7777, false});
    }
    EXPECT_EQ(crossCheck(), (QStringList{u"ocfs2-loaded-differs"_s, u"ocfs2-loaded-surplus"_s}));
    const auto findings = ocfs2CrossCheck(conf(), world.state);
    ASSERT_TRUE(findings.first().fix);
    EXPECT_THAT(findings.first().reason.sentence.toStdString(),
                HasSubstr("node2 is loaded as 4 · 10.0.0.2:7777 on node1 and node2"));
    loaded(0).nodes.removeAt(1);
    EXPECT_TRUE(crossCheck().contains(u"ocfs2-not-loaded"_s));
}

TEST_F(Ocfs2, theFilesOfTheNodesAreReadToo)
{
    world.state.nodes.removeLast();
    ocfs2(0).defaults = "O2CB_ENABLED=false\nO2CB_BOOTCLUSTER=other\n";
    ocfs2(1).stack = u"pcmk"_s;
    EXPECT_EQ(crossCheck(),
              (QStringList{u"ocfs2-boot-unknown"_s, u"ocfs2-stack"_s, u"ocfs2-not-enabled"_s}));
    world.facts(0).clusterConf = formats::ClusterPlacement();
    world.facts(0).clusterConf->nodes = {u"node1.example.org"_s, u"node3"_s};
    const QStringList found = crossCheck();
    EXPECT_EQ(found.count(u"ocfs2-cman-differs"_s), 2);
}

TEST_F(Ocfs2, nothingIsFoundWithoutNodesOrList)
{
    EXPECT_TRUE(ocfs2CrossCheck(conf(""), world.state).isEmpty());
    EXPECT_TRUE(ocfs2CrossCheck(conf(), {}).isEmpty());
    for (int i = 0; i < 3; ++i)
        lose(i);
    EXPECT_TRUE(crossCheck().isEmpty());
}

TEST_F(Ocfs2, timeoutsAreReadAndMeanSpans)
{
    EXPECT_EQ(o2cbSpan(O2cbTimeout::DeadThreshold, 31), u"60 s"_s);
    EXPECT_EQ(o2cbSpan(O2cbTimeout::DeadThreshold, 61), u"120 s"_s);
    EXPECT_EQ(o2cbSpan(O2cbTimeout::Idle, 2500), u"2.5 s"_s);
    const QList<O2cbTimeoutState> states = timeouts();
    ASSERT_EQ(states.size(), 4);
    EXPECT_EQ(states[0].nodes, (QList<O2cbNodeValue>{{u"node1"_s, 31, 31}, {u"node2"_s, 31, 31}}));
    EXPECT_EQ(states[0].common(), 31);
    EXPECT_EQ(states[1].nodes.first().set, std::nullopt) << "left to the kernel";
    EXPECT_EQ(states[1].common(), 30000);
    EXPECT_TRUE(o2cbTimeoutFindings(states).isEmpty());
}

TEST_F(Ocfs2, timeoutsMustAgree)
{
    ocfs2(1).defaults = "O2CB_HEARTBEAT_THRESHOLD=61\nO2CB_RECONNECT_DELAY_MS=3000\n";
    const QList<Reason> findings = o2cbTimeoutFindings(timeouts());
    ASSERT_EQ(findings.size(), 3);
    EXPECT_EQ(findings[0].id, u"o2cb-timeout-differs"_s);
    EXPECT_THAT(findings[0].sentence.toStdString(),
                HasSubstr("31 (60 s) on node1 and 61 (120 s) on node2"));
    EXPECT_EQ(findings[1].id, u"o2cb-timeout-pending"_s) << "node2 runs with 31";
    EXPECT_EQ(findings[2].id, u"o2cb-timeout-pending"_s)
        << "reconnect may differ, but is not loaded";
    loaded(1).timeouts = {61, 30000, 2000, 3000};
    EXPECT_EQ(o2cbTimeoutFindings(timeouts()).first().id, u"o2cb-timeout-runs-differently"_s);
    EXPECT_FALSE(timeouts().first().common());
}

TEST_F(Ocfs2, timeoutsThatTheKernelRefusesOrOnlyAShellKnows)
{
    ocfs2(0).defaults = "O2CB_IDLE_TIMEOUT_MS=5000\nO2CB_KEEPALIVE_DELAY_MS=5000\n";
    ocfs2(1).defaults = "O2CB_IDLE_TIMEOUT_MS=$(cat /etc/idle)\n";
    QStringList found;
    for (const Reason &reason : o2cbTimeoutFindings(timeouts()))
        found.append(reason.id);
    EXPECT_TRUE(found.contains(u"o2cb-keepalive"_s));
    EXPECT_TRUE(found.contains(u"o2cb-timeout-computed"_s));
    ocfs2(1).defaultsProblem = u"It cannot be read."_s;
    EXPECT_FALSE(timeouts().first().next(timeouts().first().nodes[1]));
}

} // namespace
} // namespace colonnade::rules
