// SPDX-License-Identifier: GPL-3.0-or-later
#include "operations/whereabouts.h"

#include <gmock/gmock.h>

using namespace Qt::StringLiterals;
using namespace colonnade;
using namespace colonnade::operations;
using testing::HasSubstr;
using toolstack::RunState;

namespace {

using Rows = QList<cluster::Guest>;

cluster::Guest row(const QString &name, RunState state = RunState::Blocked,
                   const QString &uuid = u"u1"_s)
{
    cluster::Guest guest;
    guest.name = name;
    guest.uuid = uuid;
    guest.state = state;
    return guest;
}

MigrationSubject web1()
{
    return {u"web1"_s, u"u1"_s, u"xenhost1"_s, u"xenhost2"_s, toolstack::Kind::Xl, false};
}

Finding find(const Rows &source, const Rows &target, const MigrationSubject &subject = web1())
{
    cluster::NodeFacts atSource;
    atSource.guests = source + Rows{row(u"other"_s, RunState::Running, u"u9"_s)};
    cluster::NodeFacts atTarget;
    atTarget.guests = target;
    return findGuest(subject, atSource, atTarget);
}

const QString Incoming = u"web1--incoming"_s;
const QString Away = u"web1--migratedaway"_s;

TEST(WhereaboutsTest, movedIsThereAndNotHere)
{
    const Finding found = find({}, {row(u"web1"_s)});
    EXPECT_EQ(found.outcome, MigrationOutcome::Moved);
    EXPECT_TRUE(found.settled);
    EXPECT_TRUE(found.remedy.isEmpty());
    EXPECT_THAT(found.sentence.toStdString(), HasSubstr("web1 runs on xenhost2"));
}

TEST(WhereaboutsTest, stayedIsHereAndNotThere)
{
    const Finding found = find({row(u"web1"_s, RunState::Runnable)}, {});
    EXPECT_EQ(found.outcome, MigrationOutcome::Stayed);
    EXPECT_TRUE(found.settled);
}

TEST(WhereaboutsTest, aGuestOfThatNameWithAnotherUuidIsNotIt)
{
    const Finding found = find({row(u"web1"_s)}, {row(u"web1"_s, RunState::Running, u"u2"_s)});
    EXPECT_EQ(found.outcome, MigrationOutcome::Stayed);
    EXPECT_THAT(found.sentence.toStdString(), HasSubstr("xenhost2 has another guest of that name"));
}

TEST(WhereaboutsTest, whatXendOnlyRemembersIsNothing)
{
    EXPECT_EQ(find({row(u"web1"_s, RunState::Halted)}, {row(u"web1"_s)}).outcome,
              MigrationOutcome::Moved);
    EXPECT_EQ(find({row(u"web1"_s)}, {row(u"web1"_s, RunState::Halted)}).outcome,
              MigrationOutcome::Stayed);
}

TEST(WhereaboutsTest, leftoversMayGoAndAreWaitedFor)
{
    for (const Finding &found : {find({row(Away, RunState::Paused)}, {row(u"web1"_s)}),
                                 find({row(u"web1"_s)}, {row(Incoming, RunState::Paused)})}) {
        EXPECT_EQ(found.outcome, MigrationOutcome::Undefined);
        EXPECT_FALSE(found.settled);
        EXPECT_THAT(found.remedy.toStdString(), HasSubstr("Never unpause web1--"));
        EXPECT_THAT(found.remedy.toStdString(), HasSubstr("xl destroy web1--"));
    }
}

TEST(WhereaboutsTest, twoRunningCopiesAreCalledOut)
{
    const Finding found = find({row(u"web1"_s)}, {row(u"web1"_s)});
    EXPECT_EQ(found.outcome, MigrationOutcome::Undefined);
    EXPECT_THAT(found.sentence.toStdString(), HasSubstr("at the same time"));
    EXPECT_FALSE(found.remedy.isEmpty());
}

TEST(WhereaboutsTest, anUnknownUuidDoesNotHideASecondCopy)
{
    const Finding found = find({row(u"web1"_s)}, {row(u"web1"_s, RunState::Running, {})});
    EXPECT_EQ(found.outcome, MigrationOutcome::Undefined);
}

TEST(WhereaboutsTest, brokenHandshakeLeavesItSuspendedUnderAnotherName)
{
    const Finding found = find({row(Away, RunState::Suspended)}, {});
    EXPECT_EQ(found.outcome, MigrationOutcome::Undefined);
    EXPECT_THAT(found.sentence.toStdString(), HasSubstr("runs nowhere"));
    EXPECT_THAT(found.sentence.toStdString(), HasSubstr("xenhost1 holds web1--migratedaway"));

    const Finding both = find({row(Away, RunState::Suspended)}, {row(Incoming, RunState::Paused)});
    EXPECT_EQ(both.outcome, MigrationOutcome::Undefined);
    EXPECT_THAT(both.remedy.toStdString(), HasSubstr("At most one copy"));
}

TEST(WhereaboutsTest, arrivedButPausedIsToBeLetGoOn)
{
    const Finding found = find({}, {row(u"web1"_s, RunState::Paused)});
    EXPECT_EQ(found.outcome, MigrationOutcome::Undefined);
    EXPECT_THAT(found.remedy.toStdString(), HasSubstr("xl unpause web1"));
}

TEST(WhereaboutsTest, sourceLostPowerAndCameBackWithoutIt)
{
    const Finding found = find({}, {row(Incoming, RunState::Paused)});
    EXPECT_EQ(found.outcome, MigrationOutcome::Lost);
    EXPECT_FALSE(found.settled);
    EXPECT_THAT(found.sentence.toStdString(),
                HasSubstr("runs neither on xenhost1 nor on xenhost2"));
    EXPECT_THAT(found.remedy.toStdString(), HasSubstr("xl destroy web1--incoming"));
    EXPECT_THAT(found.remedy.toStdString(), HasSubstr("xl create"));
}

TEST(WhereaboutsTest, aLostGuestThatTheSourceStartsAtBootIsNotStartedElsewhereBlindly)
{
    cluster::NodeFacts source;
    source.autostart = {u"web1"_s};
    const Finding found = findGuest(web1(), source, {});
    EXPECT_EQ(found.outcome, MigrationOutcome::Lost);
    EXPECT_THAT(found.remedy.toStdString(), HasSubstr("starts web1 by itself when it boots"));
}

TEST(WhereaboutsTest, aLostGuestOfRgmanagerIsStartedThroughIt)
{
    MigrationSubject subject = web1();
    subject.rgmanager = true;
    EXPECT_THAT(find({}, {}, subject).remedy.toStdString(), HasSubstr("clusvcadm -e vm:web1"));
}

TEST(WhereaboutsTest, xmRenamesTheSourceWhileItSends)
{
    MigrationSubject subject = web1();
    subject.toolstack = toolstack::Kind::Xm;
    const Finding found = find({row(u"migrating-web1"_s)}, {row(u"web1"_s)}, subject);
    EXPECT_EQ(found.outcome, MigrationOutcome::Undefined);
    EXPECT_FALSE(found.settled);
    EXPECT_THAT(found.remedy.toStdString(), HasSubstr("xm destroy migrating-web1"));
}

/// Whatever two nodes may show: Moved and Stayed only for one living copy and nothing else, Lost
/// only where nothing lives or could.
TEST(WhereaboutsTest, everyCombinationIsJudgedSafely)
{
    const QList<Rows> shows = {{},
                               {row(u"web1"_s)},
                               {row(u"web1"_s, RunState::Paused)},
                               {row(u"web1"_s, RunState::ShutDown)},
                               {row(u"web1"_s, RunState::Unknown)},
                               {row(Incoming, RunState::Paused)},
                               {row(Away, RunState::Suspended)},
                               {row(u"web1"_s), row(Incoming, RunState::Paused)},
                               {row(u"web1"_s), row(Away, RunState::Paused)},
                               {row(u"(null)"_s, RunState::Paused, {})}};
    const auto living = [](const Rows &rows) {
        return std::ranges::count_if(rows, [](const auto &guest) { return isAlive(guest.state); });
    };
    const auto named = [](const Rows &rows) {
        return std::ranges::count_if(rows,
                                     [](const auto &guest) { return guest.name != u"(null)"; });
    };
    for (const Rows &source : shows) {
        for (const Rows &target : shows) {
            const Finding found = find(source, target);
            const bool one =
                living(source) + living(target) == 1 && named(source) + named(target) == 1;
            EXPECT_EQ(found.outcome == MigrationOutcome::Moved, one && living(target) == 1);
            EXPECT_EQ(found.outcome == MigrationOutcome::Stayed, one && living(source) == 1);
            EXPECT_EQ(found.settled, one);
            EXPECT_EQ(found.remedy.isEmpty(), one);
            if (found.outcome == MigrationOutcome::Lost) {
                EXPECT_EQ(living(source) + living(target), 0);
                EXPECT_EQ(named(source), 0);
            }
        }
    }
}

} // namespace
