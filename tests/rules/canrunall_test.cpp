// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/world.h"

#include <gmock/gmock.h>

namespace colonnade::rules {
namespace {

using namespace Qt::StringLiterals;
using testing::HasSubstr;

class CanRunAll : public testing::Test
{
protected:
    CanRunAll()
    {
        m_world.add(0, u"web2"_s);
        m_world.add(2, u"web3"_s);
    }

    Verdict judge() const
    {
        return canRunAll(m_world.state, m_guests, u"node2"_s, m_world.options);
    }

    World m_world = currentWorld();
    QList<GuestRef> m_guests{
        {u"web1"_s, u"node1"_s}, {u"web2"_s, u"node1"_s}, {u"web3"_s, u"node3"_s}};
};

TEST_F(CanRunAll, isAPlainYesInOrder)
{
    EXPECT_EQ(judge(), Verdict());
}

TEST_F(CanRunAll, theirMemoryIsCountedTogether)
{
    m_world.facts(1).info.freeMemoryMiB = 400; // enough for each of them
    const Verdict verdict = judge();
    ASSERT_EQ(verdict.reasons.size(), 1);
    EXPECT_EQ(verdict.reasons[0].id, u"memory"_s);
    EXPECT_THAT(verdict.reasons[0].sentence.toStdString(),
                HasSubstr("The 3 guests need 486 MiB together, and node2 has 400 MiB free."));
}

TEST_F(CanRunAll, whatANodeLacksIsSaidOnce)
{
    m_world.facts(1).clockOffsetMs = 60000;
    m_world.facts(0).peers.clear();
    const Verdict verdict = judge();
    int untested = 0;
    int clocks = 0;
    for (const Reason &reason : verdict.reasons) {
        untested += reason.id == u"peer-untested"_s;
        clocks += reason.id == u"clock"_s;
    }
    EXPECT_EQ(untested, 1); // from node1, for two guests
    EXPECT_EQ(clocks, 2);   // node1 and node3 against node2
}

TEST_F(CanRunAll, whatAGuestLacksIsSaidWithItsName)
{
    m_world.facts(1).paths.remove(u"/dev/vgshared/web2"_s);
    const Verdict verdict = judge();
    ASSERT_EQ(verdict.reasons.size(), 1);
    EXPECT_THAT(verdict.headline().toStdString(), HasSubstr("web2"));
}

TEST_F(CanRunAll, oneThatIsThereAlreadyIsNamed)
{
    m_guests.append({u"web4"_s, u"node2"_s});
    m_world.add(1, u"web4"_s);
    const Verdict verdict = judge();
    ASSERT_EQ(verdict.reasons.size(), 1);
    EXPECT_EQ(verdict.reasons[0].id, u"same-node"_s);
    EXPECT_THAT(verdict.headline().toStdString(), HasSubstr("web4 is on node2 already"));
}

TEST_F(CanRunAll, aGuestNamedTwiceCountsOnce)
{
    m_guests.append(m_guests.first());
    m_world.facts(1).info.freeMemoryMiB = 520;
    EXPECT_EQ(judge(), Verdict());
}

TEST_F(CanRunAll, noGuestAtAllIsNo)
{
    m_guests.clear();
    const Verdict verdict = judge();
    EXPECT_EQ(verdict.answer(), Answer::No);
    EXPECT_EQ(verdict.reasons.value(0).id, u"no-guests"_s);
}

TEST_F(CanRunAll, ofOneGuestIsCanRun)
{
    m_world.facts(1).bridges.clear();
    m_world.facts(1).info.freeMemoryMiB = 1;
    EXPECT_EQ(canRunAll(m_world.state, {{u"web1"_s, u"node1"_s}}, u"node2"_s, m_world.options),
              m_world.judge());
}

} // namespace
} // namespace colonnade::rules
