// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/world.h"

#include <gmock/gmock.h>

namespace colonnade::rules {
namespace {

using namespace Qt::StringLiterals;
using testing::ElementsAre;
using toolstack::RunState;

QStringList ids(const Verdict &verdict)
{
    QStringList result;
    for (const Reason &reason : verdict.reasons)
        result.append(reason.id);
    return result;
}

TEST(CanRun, aClusterInOrderIsAPlainYes)
{
    EXPECT_EQ(ids(currentWorld().judge()), QStringList());
    EXPECT_EQ(currentWorld().judge().answer(), Answer::Yes);
    EXPECT_EQ(currentWorld().judge().headline(), QString());
    EXPECT_EQ(ids(classicWorld().judge()), QStringList());
}

TEST(CanRun, anEmptyStateIsNo)
{
    const Verdict verdict = canRun({}, u"web1"_s, u"node1"_s, u"node2"_s);
    EXPECT_EQ(verdict.answer(), Answer::No);
    EXPECT_THAT(ids(verdict), ElementsAre(u"node-unknown"_s, u"node-unknown"_s));
}

TEST(CanRun, emptyNamesAreNo)
{
    const World world = currentWorld();
    EXPECT_EQ(canRun(world.state, {}, {}, {}, world.options).answer(), Answer::No);
    EXPECT_EQ(canRun(world.state, {}, u"node1"_s, u"node2"_s, world.options).answer(), Answer::No);
    EXPECT_EQ(ids(canRun(world.state, u"web1"_s, u"node1"_s, {}, world.options)),
              QStringList{u"node-unknown"_s});
}

TEST(CanRun, nodesWithoutAnyFactsAreNo)
{
    World world = currentWorld();
    for (cluster::NodeState &node : world.state.nodes)
        node.facts = cluster::NodeFacts{};
    EXPECT_EQ(world.judge().answer(), Answer::No);
    for (cluster::NodeState &node : world.state.nodes)
        node.facts->readAt = world.options.now;
    EXPECT_EQ(ids(world.judge()), QStringList{u"guest-unknown"_s});
    // A guest of which nothing is known but its name goes nowhere.
    cluster::Guest bare;
    bare.name = u"web1"_s;
    world.facts(0).guests = {bare};
    const QStringList found = ids(world.judge());
    for (const QString &id : {u"toolstack-unusable"_s, u"guest-state-unknown"_s,
                              u"config-missing"_s, u"memory-unknown"_s})
        EXPECT_TRUE(found.contains(id)) << id.toStdString();
}

TEST(CanRun, aGuestIsNotMovedToWhereItIs)
{
    const World world = currentWorld();
    EXPECT_EQ(ids(canRun(world.state, u"web1"_s, u"node1"_s, u"node1"_s, world.options)),
              QStringList{u"same-node"_s});
}

TEST(CanRun, domain0NeverMoves)
{
    const World world = currentWorld();
    EXPECT_EQ(ids(canRun(world.state, u"Domain-0"_s, u"node1"_s, u"node2"_s, world.options)),
              QStringList{u"domain0"_s});
}

TEST(CanRun, aGuestThatIsNotThereIsNotMoved)
{
    const World world = currentWorld();
    EXPECT_EQ(ids(canRun(world.state, u"nosuch"_s, u"node1"_s, u"node2"_s, world.options)),
              QStringList{u"guest-unknown"_s});
    EXPECT_EQ(ids(canRun(world.state, u"web1"_s, u"node3"_s, u"node2"_s, world.options)),
              QStringList{u"guest-unknown"_s});
}

TEST(CanRun, sidesOfAMigrationAreNotMoved)
{
    for (const char *name : {"web1--incoming", "web1--migratedaway", "migrating-web1", "(null)"}) {
        World world = currentWorld();
        world.guest().name = QString::fromLatin1(name);
        EXPECT_TRUE(ids(canRun(world.state, QString::fromLatin1(name), u"node1"_s, u"node2"_s,
                               world.options))
                        .contains(u"guest-leftover"_s))
            << name;
    }
    EXPECT_FALSE(currentWorld().has(u"guest-leftover"_s));
}

TEST(CanRun, namesThatTheToolstackMistakesAreNo)
{
    for (const char *name : {"17", "-p", "web 1"}) {
        World world = currentWorld();
        world.guest().name = QString::fromLatin1(name);
        EXPECT_TRUE(ids(canRun(world.state, QString::fromLatin1(name), u"node1"_s, u"node2"_s,
                               world.options))
                        .contains(u"command-unsafe"_s))
            << name;
    }
}

TEST(CanRun, anUnusableNodeIsNotJudgedFurther)
{
    World world = currentWorld();
    world.facts(1).readAt = world.options.now.addSecs(-100);
    world.facts(1).bridges.clear();
    EXPECT_EQ(ids(world.judge()), QStringList{u"node-stale"_s});
}

TEST(CanRun, bothNodesAreNamedWhenNeitherAnswers)
{
    World world = currentWorld();
    world.node(0).facts.reset();
    world.node(1).facts.reset();
    EXPECT_THAT(ids(world.judge()), ElementsAre(u"node-never-read"_s, u"node-never-read"_s));
}

TEST(CanRun, hardReasonsStandFirstAndInTheOrderOfTheSubjects)
{
    World world = currentWorld();
    world.facts(1).fileHashes.clear();                  // soft
    world.facts(0).autostart = {u"web1"_s};             // warning
    world.facts(1).bridges.clear();                     // hard: network
    world.facts(1).info.freeMemoryMiB = 1;              // hard: memory
    world.facts(1).info.xenMinor = 2;                   // hard: version
    world.facts(1).paths[u"/dev/vgshared/web1"_s] = {}; // hard: storage
    world.guest().state = RunState::Paused;             // hard: the guest
    const Verdict verdict = world.judge();
    EXPECT_EQ(ids(verdict),
              (QStringList{u"guest-paused"_s, u"disk-missing"_s, u"memory"_s, u"xen-older"_s,
                           u"bridge-missing"_s, u"autostart"_s, u"guest-file-missing"_s}));
    EXPECT_EQ(verdict.answer(), Answer::No);
    EXPECT_EQ(verdict.headline(), verdict.reasons.first().sentence);
}

TEST(CanRun, aWarningIsAllowedAndASoftReasonIsAYes)
{
    World world = currentWorld();
    world.facts(1).fileHashes.clear();
    EXPECT_EQ(world.judge().answer(), Answer::Yes);
    EXPECT_EQ(world.judge().headline(), QString()); // a preference is told, not put into the column
    world.facts(0).autostart = {u"web1"_s};
    EXPECT_EQ(world.judge().answer(), Answer::Warn);
    EXPECT_FALSE(world.judge().headline().isEmpty());
}

TEST(CanRun, isTheSameTwice)
{
    World world = currentWorld();
    world.facts(1).bridges.clear();
    EXPECT_EQ(world.judge(), world.judge());
}

TEST(CanRun, memoryCountsThePageTablesOfHardwareGuests)
{
    World world = currentWorld();
    world.config().type = toolstack::GuestType::Hvm;
    world.config().vcpus = 4;
    world.config().targetMemoryKiB = world.config().maxMemoryKiB = 4096 * 1024;
    world.facts(1).info.freeMemoryMiB = 4117;
    // 4096 MiB, 4 KiB x (256 x 4 + 4096) = 20 MiB of tables, 2 MiB: 4118 MiB
    EXPECT_TRUE(world.has(u"memory"_s));
    world.facts(1).info.freeMemoryMiB = 4118;
    EXPECT_FALSE(world.has(u"memory"_s));
    // Without hardware-assisted paging twice as much a MiB: 36 MiB of tables
    world.config().hap = false;
    EXPECT_TRUE(world.has(u"memory"_s));
    world.facts(1).info.freeMemoryMiB = 4134;
    EXPECT_FALSE(world.has(u"memory"_s));
}

TEST(CanRun, memoryIsWhatIsListedIfThatIsMore)
{
    World world = currentWorld();
    world.guest().memoryMiB = 1024;
    world.facts(1).info.freeMemoryMiB = 1000;
    EXPECT_TRUE(world.has(u"memory"_s));
}

TEST(RgmanagerOwns, whatClustatOrClusterConfNamesAnywhere)
{
    World world = classicWorld();
    EXPECT_TRUE(rgmanagerOwns(world.state, u"web1"_s));
    EXPECT_FALSE(rgmanagerOwns(world.state, u"web2"_s));
    for (int i = 0; i < 3; ++i)
        world.facts(i).clustat.reset();
    EXPECT_TRUE(rgmanagerOwns(world.state, u"web1"_s));
    world.facts(0).clusterConf.reset();
    world.facts(1).clusterConf.reset();
    EXPECT_TRUE(rgmanagerOwns(world.state, u"web1"_s));
    world.facts(2).clusterConf.reset();
    EXPECT_FALSE(rgmanagerOwns(world.state, u"web1"_s));
    EXPECT_FALSE(rgmanagerOwns({}, u"web1"_s));
}

TEST(MemberName, isWhatTheClusterCallsTheNode)
{
    World world = classicWorld();
    EXPECT_EQ(memberName(world.node(1)), u"node2.example.com"_s);
    world.facts(1).cman.reset();
    EXPECT_EQ(memberName(world.node(1)),
              u"node2.example.com"_s); // the member that clustat calls local
    world.facts(1).clustat.reset();
    EXPECT_EQ(memberName(world.node(1)), QString());
    world.node(1).facts.reset();
    EXPECT_EQ(memberName(world.node(1)), QString());
}

} // namespace
} // namespace colonnade::rules
