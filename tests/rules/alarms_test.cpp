// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/world.h"

#include <QRegularExpression>

#include <gmock/gmock.h>

namespace colonnade::rules {
namespace {

using namespace Qt::StringLiterals;
using testing::HasSubstr;
using testing::Not;
using toolstack::RunState;

/// The only alarm that there is.
Reason onlyAlarm(const World &world, const QStringList &migrating = {})
{
    const QList<Reason> found = alarms(world.state, migrating);
    EXPECT_EQ(found.size(), 1);
    const Reason alarm = found.value(0);
    EXPECT_FALSE(alarm.remedy.isEmpty());
    EXPECT_FALSE(QString(alarm.sentence + alarm.remedy).contains(QRegularExpression(u"%\\d"_s)))
        << alarm.remedy.toStdString();
    return alarm;
}

TEST(Alarms, aClusterInOrderHasNone)
{
    EXPECT_TRUE(alarms({}).isEmpty());
    EXPECT_TRUE(alarms(currentWorld().state).isEmpty());
    EXPECT_TRUE(alarms(classicWorld().state).isEmpty());
    World world = currentWorld();
    world.add(1, u"web2"_s);
    world.add(2, u"web3"_s);
    world.node(2).facts.reset();
    EXPECT_TRUE(alarms(world.state).isEmpty());
}

TEST(Alarms, aGuestThatRunsTwice)
{
    World world = currentWorld();
    world.add(1, u"web1"_s); // another uuid, the same disk: without a uuid in its file every start
                             // gives a new one
    const Reason alarm = onlyAlarm(world);
    EXPECT_EQ(alarm.id, u"runs-twice"_s);
    EXPECT_EQ(alarm.severity, Severity::Hard);
    EXPECT_EQ(alarm.guests, QStringList{u"web1"_s});
    EXPECT_THAT(alarm.sentence.toStdString(), HasSubstr("web1 runs on node1 and node2"));
    EXPECT_THAT(alarm.remedy.toStdString(),
                HasSubstr("`xl destroy web1` on node1 or `xl destroy web1` on node2"));
}

TEST(Alarms, twoGuestsOfOneName)
{
    World world = currentWorld();
    world.add(1, u"web1"_s).config->disks[0].path = u"/dev/vgshared/other"_s;
    const Reason alarm = onlyAlarm(world);
    EXPECT_EQ(alarm.id, u"name-twice"_s);
    EXPECT_EQ(alarm.severity, Severity::Warning);
    // Of one whose disks are not known, the worst is assumed.
    world.facts(1).guests.last().config.reset();
    EXPECT_EQ(onlyAlarm(world).id, u"runs-twice"_s);
    // The same uuid, whatever the disks.
    world.facts(1).guests.last().config = world.config();
    world.facts(1).guests.last().config->disks.clear();
    EXPECT_EQ(onlyAlarm(world).id, u"name-twice"_s);
    world.facts(1).guests.last().uuid = world.guest().uuid;
    EXPECT_EQ(onlyAlarm(world).id, u"runs-twice"_s);
}

TEST(Alarms, oneUuidUnderTwoNames)
{
    World world = currentWorld();
    world.add(1, u"web1b"_s).uuid = world.guest().uuid;
    const Reason alarm = onlyAlarm(world);
    EXPECT_EQ(alarm.id, u"uuid-twice"_s);
    EXPECT_EQ(alarm.guests, (QStringList{u"web1"_s, u"web1b"_s}));
    world.facts(1).guests.last().uuid.clear();
    EXPECT_TRUE(alarms(world.state).isEmpty());
}

TEST(Alarms, aStoppedGuestThatSeveralNodesKnowIsNone)
{
    World world = classicWorld();
    world.addBare(1, u"web1"_s, RunState::Halted).uuid = world.guest().uuid;
    EXPECT_TRUE(alarms(world.state).isEmpty());
}

TEST(Alarms, aPausedReceiverThatASourceLeft)
{
    World world = currentWorld();
    world.addBare(1, u"web1--incoming"_s, RunState::Paused);
    const Reason alarm = onlyAlarm(world);
    EXPECT_EQ(alarm.id, u"leftover-incoming"_s);
    EXPECT_EQ(alarm.severity, Severity::Hard);
    EXPECT_EQ(alarm.guests, QStringList{u"web1--incoming"_s});
    EXPECT_THAT(alarm.remedy.toStdString(), HasSubstr("`xl destroy web1--incoming` on node2"));
    EXPECT_THAT(alarm.remedy.toStdString(), HasSubstr("web1 on node1"));
}

TEST(Alarms, aReceiverWithoutItsGuestIsNotSimplyDestroyed)
{
    World world = currentWorld();
    world.addBare(1, u"db1--incoming"_s, RunState::Paused);
    EXPECT_THAT(onlyAlarm(world).remedy.toStdString(),
                HasSubstr("see first whether the guest still runs"));
}

TEST(Alarms, bothSidesOfABrokenHandshake)
{
    World world = currentWorld();
    world.guest().name = u"web1--migratedaway"_s;
    world.guest().state = RunState::Suspended;
    world.addBare(1, u"web1--incoming"_s, RunState::Paused);
    const QList<Reason> found = alarms(world.state);
    ASSERT_EQ(found.size(), 2);
    for (const Reason &alarm : found) {
        if (alarm.id == u"leftover-incoming"_s) {
            EXPECT_THAT(alarm.remedy.toStdString(), HasSubstr("keep at most one"));
            EXPECT_THAT(alarm.remedy.toStdString(), Not(HasSubstr("destroy")));
        }
    }
}

TEST(Alarms, whatAMigrationLeftAtItsSource)
{
    World world = currentWorld();
    world.addBare(1, u"web1--migratedaway"_s, RunState::Suspended);
    Reason alarm = onlyAlarm(world);
    EXPECT_EQ(alarm.id, u"leftover-migratedaway"_s);
    EXPECT_THAT(alarm.remedy.toStdString(), HasSubstr("`xl destroy web1--migratedaway` on node2"));
    // Where the guest is nowhere else, the remainder may be all that is left of it.
    world.facts(0).guests.clear();
    alarm = onlyAlarm(world);
    EXPECT_THAT(alarm.remedy.toStdString(), Not(HasSubstr("destroy")));
    EXPECT_THAT(alarm.remedy.toStdString(), HasSubstr("`xl rename web1--migratedaway web1`"));
}

TEST(Alarms, whatXendLeftAtItsSource)
{
    World world = classicWorld();
    world.addBare(1, u"migrating-web1"_s, RunState::Blocked);
    Reason alarm = onlyAlarm(world);
    EXPECT_EQ(alarm.id, u"leftover-migrating"_s);
    EXPECT_THAT(alarm.remedy.toStdString(), HasSubstr("`xm destroy migrating-web1` on node2"));
    world.facts(0).guests.clear();
    EXPECT_THAT(onlyAlarm(world).remedy.toStdString(), Not(HasSubstr("destroy")));
}

TEST(Alarms, aMigrationUnderWayIsNone)
{
    World world = currentWorld();
    world.addBare(1, u"web1--incoming"_s, RunState::Paused);
    world.addBare(1, u"(null)"_s, RunState::Paused);
    EXPECT_TRUE(alarms(world.state, {u"web1"_s}).isEmpty());
    EXPECT_EQ(alarms(world.state, {u"web2"_s}).size(), 1);
    world.add(1, u"web1"_s);
    EXPECT_TRUE(alarms(world.state, {u"web1"_s}).isEmpty());
}

TEST(Alarms, whatALostNodeShowedLastIsNone)
{
    World world = currentWorld();
    world.add(1, u"web1"_s);
    world.node(1).connection.phase = remote::Phase::Waiting;
    EXPECT_TRUE(alarms(world.state).isEmpty());
    world.node(1).connection.phase = remote::Phase::Connected;
    world.node(1).probeError = base::Error{base::ErrorCode::TimedOut, u"no answer"_s, {}};
    EXPECT_TRUE(alarms(world.state).isEmpty());
}

TEST(Alarms, aDeadDomainWithoutAName)
{
    World world = currentWorld();
    world.addBare(1, u"(null)"_s, RunState::Paused); // every arriving domain for a moment
    EXPECT_TRUE(alarms(world.state).isEmpty());
    world.facts(1).guests.last().state = RunState::Dying;
    EXPECT_EQ(onlyAlarm(world).id, u"nameless"_s);
}

} // namespace
} // namespace colonnade::rules
