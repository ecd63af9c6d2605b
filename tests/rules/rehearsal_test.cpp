// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/rehearsal.h"

#include "rules/members.h"
#include "rules/quorum.h"
#include "rules/world.h"

#include <gmock/gmock.h>

#include <random>

namespace colonnade::rules {
namespace {

using namespace Qt::StringLiterals;
using formats::ClusterConf;
using testing::ElementsAre;
using testing::IsEmpty;

QByteArray nodeName(int number)
{
    return "node" + QByteArray::number(number) + ".example.com";
}

/// A file with @p nodes nodes and @p rm within <rm>.
ClusterConf conf(const QByteArray &rm, int nodes = 3, const QByteArray &cman = {})
{
    QByteArray text = "<cluster name=\"domup\" config_version=\"4\">" + cman + "<clusternodes>";
    for (int number = 1; number <= nodes; ++number)
        text += "<clusternode name=\"" + nodeName(number) + "\" nodeid=\""
                + QByteArray::number(number) + "\"/>";
    return *ClusterConf::parse(text + "</clusternodes><rm>" + rm + "</rm></cluster>");
}

/// node2 before node1; node3 is not in it.
QByteArray domain(const QByteArray &flags)
{
    return "<failoverdomains><failoverdomain name=\"FD\" " + flags + "><failoverdomainnode name=\""
           + nodeName(1) + "\" priority=\"2\"/><failoverdomainnode name=\"" + nodeName(2)
           + "\" priority=\"1\"/></failoverdomain></failoverdomains>";
}

const QByteArray Web1 = "<vm name=\"web1\" domain=\"FD\"/>";
const QString Node1 = u"node1.example.com"_s;
const QString Node2 = u"node2.example.com"_s;
const QString Node3 = u"node3.example.com"_s;

/// The order as "node2 1, node1 2, node3 -".
std::string order(const RehearsedVm &vm)
{
    QStringList parts;
    for (const RehearsedNode &node : vm.nodes)
        parts.append(node.node.section(u'.', 0, 0) + u' '
                     + (node.place > 0 ? QString::number(node.place) : u"-"_s));
    return parts.join(u", "_s).toStdString();
}

RehearsedVm web1(const ClusterConf &file, const cluster::ClusterState &state = {},
                 const QStringList &dead = {})
{
    const Rehearsal rehearsal = rehearse(file, state, dead);
    EXPECT_NE(rehearsal.vm(u"web1"_s), nullptr);
    return rehearsal.vm(u"web1"_s) ? *rehearsal.vm(u"web1"_s) : RehearsedVm();
}

// ---- the order, from the file alone

TEST(Rehearsal, anOrderedDomainGoesByPriority)
{
    const RehearsedVm vm = web1(conf(domain("ordered=\"1\"") + Web1));
    EXPECT_EQ(order(vm), "node2 1, node1 2, node3 3");
    EXPECT_EQ(vm.fate, Fate::Starts);
    EXPECT_THAT(vm.to, ElementsAre(Node2));
}

TEST(Rehearsal, membersOfAnotherDomainAreEqual)
{
    const RehearsedVm vm = web1(conf(domain("") + Web1));
    EXPECT_EQ(order(vm), "node1 1, node2 1, node3 3");
    EXPECT_THAT(vm.to, ElementsAre(Node1, Node2));
}

TEST(Rehearsal, aRestrictedDomainExcludesTheOthers)
{
    const RehearsedVm vm = web1(conf(domain("ordered=\"1\" restricted=\"1\"") + Web1));
    EXPECT_EQ(order(vm), "node2 1, node1 2, node3 -");
}

TEST(Rehearsal, withoutADomainAnyNodeDoes)
{
    EXPECT_EQ(order(web1(conf("<vm name=\"web1\"/>"))), "node1 1, node2 1, node3 1");
    // So it is with one that does not exist, which rgmanager only logs.
    const RehearsedVm vm = web1(conf("<vm name=\"web1\" domain=\"gone\"/>"));
    EXPECT_EQ(order(vm), "node1 1, node2 1, node3 1");
    EXPECT_EQ(vm.domain, QString());
}

TEST(Rehearsal, domainsAreFoundWithoutCase)
{
    EXPECT_EQ(web1(conf(domain("ordered=\"1\"") + "<vm name=\"web1\" domain=\"fd\"/>")).domain,
              u"FD"_s);
}

TEST(Rehearsal, aMemberWithoutAPriorityComesFirst)
{
    const QByteArray file =
        "<failoverdomains><failoverdomain name=\"FD\" ordered=\"1\"><failoverdomainnode name=\""
        + nodeName(1) + "\" priority=\"1\"/><failoverdomainnode name=\"" + nodeName(3)
        + "\" priority=\"101\"/></failoverdomain></failoverdomains>";
    EXPECT_EQ(order(web1(conf(file + Web1))), "node3 1, node1 2, node2 3");
}

TEST(Rehearsal, aVmInAServiceGoesWithTheService)
{
    const RehearsedVm vm =
        web1(conf(domain("ordered=\"1\"")
                  + "<service name=\"s\" domain=\"FD\"><vm name=\"web1\"/></service>"));
    EXPECT_EQ(order(vm), "node2 1, node1 2, node3 3");
}

// ---- dead nodes

TEST(Rehearsal, theNextOneTakesOverFromADeadOwner)
{
    const World world = classicWorld(); // web1 on node1
    const ClusterConf file = conf(domain("ordered=\"1\"") + Web1);
    EXPECT_EQ(web1(file, world.state).fate, Fate::Stays);
    const RehearsedVm vm = web1(file, world.state, {Node1});
    EXPECT_EQ(vm.fate, Fate::Moves);
    EXPECT_THAT(vm.to, ElementsAre(Node2));
    EXPECT_EQ(vm.owner, Node1);
    EXPECT_TRUE(vm.returnsTo.isEmpty()); // node1 comes after node2
}

TEST(Rehearsal, nodesOutsideTakeOverOnlyWhenNoMemberIsLeft)
{
    const World world = classicWorld();
    const QByteArray cman = "<cman expected_votes=\"1\"/>"
                            "<quorumd label=\"q\" votes=\"3\"/>";
    const ClusterConf file = conf(domain("") + Web1, 3, cman);
    EXPECT_THAT(web1(file, world.state, {Node1}).to, ElementsAre(Node2));
    const RehearsedVm vm = web1(file, world.state, {Node1, Node2});
    EXPECT_THAT(vm.to, ElementsAre(Node3));
    // Back into the domain it goes whatever the domain says of failback.
    EXPECT_EQ(vm.returnsTo, Node1);
    EXPECT_EQ(
        web1(conf(domain("restricted=\"1\"") + Web1, 3, cman), world.state, {Node1, Node2}).fate,
        Fate::NoNode);
}

TEST(Rehearsal, failbackIsToldWhereThereIsOne)
{
    World world = classicWorld();
    for (cluster::NodeState &node : world.state.nodes)
        node.facts->clustat->groups[0].owner = Node2;
    EXPECT_EQ(web1(conf(domain("ordered=\"1\"") + Web1), world.state, {Node2}).returnsTo, Node2);
    EXPECT_EQ(
        web1(conf(domain("ordered=\"1\" nofailback=\"1\"") + Web1), world.state, {Node2}).returnsTo,
        QString());
    EXPECT_EQ(web1(conf(domain("") + Web1), world.state, {Node2}).returnsTo, QString());
}

TEST(Rehearsal, nodesThatAreNotInTheClusterTakeNothing)
{
    World world = classicWorld();
    for (cluster::NodeState &node : world.state.nodes)
        node.facts->clustat->members[1].rgmanager = false;
    const RehearsedVm vm = web1(conf(domain("ordered=\"1\"") + Web1, 3,
                                     "<cman expected_votes=\"1\"/>"
                                     "<quorumd label=\"q\" votes=\"3\"/>"),
                                world.state, {Node1});
    EXPECT_TRUE(vm.nodes[0].isDown); // node2
    EXPECT_THAT(vm.to, ElementsAre(Node3));
}

TEST(Rehearsal, withoutAQuorumNothingHappens)
{
    const World world = classicWorld();
    const ClusterConf file = conf(domain("ordered=\"1\"") + Web1);
    EXPECT_TRUE(rehearse(file, world.state, {Node1}).isQuorate);
    const Rehearsal rehearsal = rehearse(file, world.state, {Node1, Node3});
    EXPECT_FALSE(rehearsal.isQuorate);
    EXPECT_EQ(rehearsal.vms[0].fate, Fate::NoQuorum);
}

// ---- memory

TEST(Rehearsal, whatIsLackingIsTold)
{
    World world = classicWorld(); // 160 MiB each
    world.facts(1).info.freeMemoryMiB = 100;
    const ClusterConf file = conf(domain("ordered=\"1\"") + Web1);
    const RehearsedVm vm = web1(file, world.state, {Node1});
    EXPECT_EQ(vm.nodes[0].node, Node2);
    EXPECT_EQ(vm.nodes[0].shortMiB, 60);
    // rgmanager tries node2, fails, and goes on to node3.
    EXPECT_THAT(vm.to, ElementsAre(Node3));
    world.facts(2).info.freeMemoryMiB = 159;
    EXPECT_EQ(web1(file, world.state, {Node1}).fate, Fate::NoRoom);
}

TEST(Rehearsal, vmsTakeTheMemoryOneAfterAnother)
{
    World world = classicWorld();
    world.add(0, u"web2"_s);
    for (cluster::NodeState &node : world.state.nodes)
        node.facts->clustat->groups.append(
            {u"vm:web2"_s, 112, u"started"_s, Node1, u"none"_s, false});
    world.facts(1).info.freeMemoryMiB = 200;
    const ClusterConf file =
        conf(domain("ordered=\"1\" restricted=\"1\"") + Web1 + "<vm name=\"web2\" domain=\"FD\"/>");
    const Rehearsal rehearsal = rehearse(file, world.state, {Node1});
    EXPECT_THAT(rehearsal.vm(u"web1"_s)->to, ElementsAre(Node2));
    EXPECT_EQ(rehearsal.vm(u"web2"_s)->fate, Fate::NoRoom);
    EXPECT_EQ(rehearsal.vm(u"web2"_s)->nodes[0].shortMiB, 120);
}

TEST(Rehearsal, withoutFactsNothingIsSaidOfMemory)
{
    for (const RehearsedNode &node : web1(conf(Web1)).nodes)
        EXPECT_FALSE(node.shortMiB.has_value());
}

TEST(Rehearsal, anExclusiveVmWantsANodeForItself)
{
    World world = classicWorld();
    world.add(1, u"web2"_s);
    for (cluster::NodeState &node : world.state.nodes)
        node.facts->clustat->groups.append(
            {u"vm:web2"_s, 112, u"started"_s, Node2, u"none"_s, false});
    const ClusterConf file = conf("<vm name=\"web1\" exclusive=\"1\"/><vm name=\"web2\"/>");
    const RehearsedVm vm = web1(file, world.state, {Node1});
    EXPECT_THAT(vm.to, ElementsAre(Node3));
    // And lets nobody else in.
    const Rehearsal both = rehearse(file, world.state, {Node2});
    EXPECT_THAT(both.vm(u"web2"_s)->to, ElementsAre(Node3));
}

// ---- against rgmanager's own rule

/// How well a node may start a group that nobody runs, as fo_domain.c scores it: 0 not at all, 3
/// best. Written after its flow, with none of rehearse()'s shortcuts.
int score(const QString &node, const std::optional<formats::FailoverDomain> &domain,
          const QStringList &online)
{
    constexpr int Illegal = 0, Good = 1, Better = 2, Best = 3;
    if (!online.contains(node))
        return Illegal;
    if (!domain)
        return Best;
    bool anyOnline = false;
    bool isMember = false;
    int preferred = 100;
    int mine = -1;
    for (const formats::DomainMember &member : domain->members()) {
        if (!online.contains(member.node()))
            continue;
        anyOnline = true;
        const int priority = domain->isOrdered() ? member.priority() : 0;
        if (member.node() == node) {
            isMember = true;
            mine = priority;
        }
        preferred = std::min(preferred, priority);
    }
    if (!anyOnline)
        return domain->isRestricted() ? Illegal : Best;
    if (!isMember)
        return domain->isRestricted() ? Illegal : Good;
    if (mine > preferred)
        return domain->isOrdered() ? Better : Best;
    return Best;
}

QByteArray randomDomain(std::mt19937 &random, int nodes)
{
    const auto chance = [&random](int of) { return int(random() % unsigned(of)); };
    QByteArray text = "<failoverdomains><failoverdomain name=\"FD\"";
    for (const char *flag : {"ordered", "restricted", "nofailback"}) {
        if (chance(2))
            text += QByteArray(" ") + flag + "=\"1\"";
    }
    text += ">";
    for (int number = 1; number <= nodes; ++number) {
        if (!chance(2))
            continue;
        text += "<failoverdomainnode name=\"" + nodeName(number) + "\"";
        if (chance(6))
            text += " priority=\"" + QByteArray::number(1 + chance(4)) + "\"";
        text += "/>";
    }
    return text + "</failoverdomain></failoverdomains>";
}

TEST(Rehearsal, itLandsWhereRgmanagerWouldStartIt)
{
    std::mt19937 random(20260611);
    for (int round = 0; round < 3000; ++round) {
        const int nodes = 2 + int(random() % 5);
        const ClusterConf file =
            conf(randomDomain(random, nodes) + Web1, nodes, "<quorumd label=\"q\" votes=\"50\"/>");
        QStringList dead;
        QStringList online;
        for (int number = 1; number <= nodes; ++number)
            (random() % 3 == 0 ? dead : online).append(QString::fromLatin1(nodeName(number)));
        QStringList best;
        for (const QString &node : online) {
            if (score(node, file.failoverDomain(u"FD"), online) == 3)
                best.append(node);
        }
        const RehearsedVm vm = web1(file, {}, dead);
        EXPECT_EQ(vm.to, best) << file.text().toStdString() << dead.join(u' ').toStdString();
        EXPECT_EQ(vm.fate, best.isEmpty() ? Fate::NoNode : Fate::Starts);
    }
}

TEST(Rehearsal, theOrderIsThatOfOneDeathAfterAnother)
{
    std::mt19937 random(7);
    for (int round = 0; round < 500; ++round) {
        const int nodes = 2 + int(random() % 5);
        const ClusterConf file =
            conf(randomDomain(random, nodes) + Web1, nodes, "<quorumd label=\"q\" votes=\"50\"/>");
        const QList<RehearsedNode> order = web1(file).nodes;
        QStringList dead;
        while (true) {
            const QStringList to = web1(file, {}, dead).to;
            if (to.isEmpty())
                break;
            const auto first = std::ranges::find_if(
                order, [&](const RehearsedNode &node) { return !dead.contains(node.node); });
            ASSERT_NE(first, order.end());
            EXPECT_EQ(to.first(), first->node);
            dead.append(to.first());
        }
        for (const RehearsedNode &node : order)
            EXPECT_EQ(node.place == 0, !dead.contains(node.node));
    }
}

TEST(Rehearsal, twoThousandVmsAreNoStall)
{
    QByteArray vms;
    for (int number = 0; number < 2000; ++number)
        vms += "<vm name=\"guest" + QByteArray::number(number) + "\" domain=\"FD\"/>";
    EXPECT_EQ(rehearse(conf(domain("ordered=\"1\"") + vms, 128), {}, {Node2}).vms.size(), 2000);
}

// ---- votes

TEST(Quorum, itIsCountedAsCmanDoes)
{
    EXPECT_EQ(quorumOf(conf({}, 4)).needed, 3);
    EXPECT_EQ(nodesThatMayFail(conf({}, 4)), 1);
    EXPECT_EQ(quorumOf(conf({}, 3)).needed, 2);
    EXPECT_EQ(nodesThatMayFail(conf({}, 5)), 2);
    EXPECT_EQ(nodesThatMayFail(conf({}, 1)), 0);
    // An expected_votes above the sum makes it harder.
    EXPECT_EQ(quorumOf(conf({}, 3, "<cman expected_votes=\"6\"/>")).needed, 4);
    EXPECT_EQ(nodesThatMayFail(conf({}, 3, "<cman expected_votes=\"6\"/>")), 0);
    // One below it changes nothing once all have joined.
    EXPECT_EQ(quorumOf(conf({}, 4, "<cman expected_votes=\"3\"/>")).needed, 3);
}

TEST(Quorum, twoNodesNeedOneVote)
{
    const ClusterConf file = conf({}, 2, "<cman two_node=\"1\" expected_votes=\"1\"/>");
    EXPECT_TRUE(quorumOf(file).isTwoNode);
    EXPECT_EQ(quorumOf(file).needed, 1);
    EXPECT_EQ(nodesThatMayFail(file), 1);
    EXPECT_EQ(nodesThatMayFail(conf({}, 2)), 0);
}

TEST(Quorum, aQuorumDiskVotes)
{
    const ClusterConf file = conf({}, 3, "<quorumd label=\"q\"/>");
    EXPECT_EQ(quorumOf(file).diskVotes, 2);
    EXPECT_EQ(quorumOf(file).needed, 3);
    EXPECT_EQ(nodesThatMayFail(file), 2);
}

// ---- members

TEST(Members, aNodeIsFoundByWhatItCallsItself)
{
    World world = classicWorld();
    EXPECT_EQ(nodeOfMember(world.state, Node2), &world.state.nodes[1]);
    EXPECT_EQ(nodeOfMember(world.state, u"node9"_s), nullptr);
    world = currentWorld(); // no cluster suite: by the name of the host
    EXPECT_EQ(nodeOfMember(world.state, Node3), &world.state.nodes[2]);
    EXPECT_EQ(presence(world.state, Node3), Presence::Unknown);
    EXPECT_FALSE(isClusterRunning(world.state));
    EXPECT_TRUE(isClusterRunning(classicWorld().state));
}

TEST(Members, presenceIsWhatTheOthersSee)
{
    World world = classicWorld();
    EXPECT_EQ(presence(world.state, Node1), Presence::Up);
    for (cluster::NodeState &node : world.state.nodes) {
        node.facts->clustat->members[0].rgmanager = false;
        node.facts->clustat->members[1].online = false;
    }
    EXPECT_EQ(presence(world.state, Node1), Presence::WithoutRgmanager);
    EXPECT_EQ(presence(world.state, Node2), Presence::Down);
}

} // namespace
} // namespace colonnade::rules
