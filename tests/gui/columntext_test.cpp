// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/columntext.h"

#include "gui/board_states.h"

#include <gmock/gmock.h>

using namespace Qt::StringLiterals;

namespace colonnade::gui {
namespace {

ColumnText textOf(const cluster::NodeState &node, int secondsLater = 0, qint64 incoming = 0)
{
    GuestColors colors;
    MemoryPicture memory =
        node.facts ? memoryOf(*node.facts, node.name(), colors) : MemoryPicture();
    memory.incoming = incoming;
    return ColumnText::of(node, memory, boardNow().addSecs(secondsLater));
}

cluster::NodeState unread(remote::Phase phase)
{
    cluster::NodeState node;
    node.profile.name = u"xenhost9"_s;
    node.connection.phase = phase;
    node.connection.since = boardNow().addSecs(-60);
    return node;
}

TEST(ColumnAge, growsInFittingUnits)
{
    const QDateTime now = boardNow();
    EXPECT_EQ(ColumnText::age(now.addSecs(-2), now), u"2 s ago"_s);
    EXPECT_EQ(ColumnText::age(now.addSecs(-59), now), u"59 s ago"_s);
    EXPECT_EQ(ColumnText::age(now.addSecs(-60), now), u"1 min ago"_s);
    EXPECT_EQ(ColumnText::age(now.addSecs(-3 * 3600 - 5), now), u"3 h ago"_s);
    EXPECT_EQ(ColumnText::age(now.addDays(-4), now), u"4 days ago"_s);
    EXPECT_EQ(ColumnText::age(now.addSecs(5), now), u"0 s ago"_s); // a clock that was set back
}

TEST(ColumnAge, sinceNamesTheDayOnlyOfOtherDays)
{
    const QDateTime now = boardNow();
    EXPECT_EQ(ColumnText::since(now.addSecs(-390), now), u"14:02"_s);
    EXPECT_TRUE(ColumnText::since(now.addDays(-1), now).contains(u"2 Jun, 14:08"_s));
}

TEST(ColumnText, liveNode)
{
    const ColumnText text = textOf(fourNodes().nodes[0]);
    EXPECT_EQ(text.freshness, Freshness::Current);
    EXPECT_EQ(text.tone, Tone::Good);
    EXPECT_EQ(text.state, u"online"_s);
    EXPECT_EQ(text.about, u"Xen 4.17 · xl · read 2 s ago"_s);
    EXPECT_EQ(text.left, u"23.2 of 32 GiB used"_s);
    EXPECT_EQ(text.right, u"8.8 free"_s);
    EXPECT_EQ(text.notice, Notice());
}

TEST(ColumnText, dragAddsWhatWouldBeUsed)
{
    EXPECT_EQ(textOf(fourNodes().nodes[1], 0, 8192).left,
              u"3.2 of 32 GiB used, + 8.0 with these"_s);
}

TEST(ColumnText, smallHostIsCountedInMebibytes)
{
    const ColumnText text = textOf(liveNode(u"small"_s, 2500, {}));
    EXPECT_EQ(text.left, u"2248 of 2500 MiB used"_s);
    EXPECT_EQ(text.right, u"252 free"_s);
}

TEST(ColumnText, oldFactsAreStale)
{
    const cluster::NodeState node = fourNodes().nodes[0];
    EXPECT_EQ(textOf(node, 28).freshness, Freshness::Current);
    const ColumnText text = textOf(node, 40);
    EXPECT_EQ(text.freshness, Freshness::Stale);
    EXPECT_EQ(text.state, u"stale"_s);
    EXPECT_EQ(text.about, u"Xen 4.17 · xl · read 42 s ago"_s);
    EXPECT_EQ(text.notice.tone, Tone::Warn);
    EXPECT_TRUE(text.notice.text.startsWith(u"! "_s));
}

TEST(ColumnText, lostNodeSaysSinceWhenAndWhenAgain)
{
    const ColumnText text = textOf(fourNodes().nodes[3]);
    EXPECT_EQ(text.freshness, Freshness::Lost);
    EXPECT_EQ(text.state, u"unreachable"_s);
    EXPECT_EQ(text.about, u"no answer since 14:02 · trying again in 20 s"_s);
    EXPECT_EQ(text.left, u"last read 6 min ago"_s);
    EXPECT_EQ(text.notice.text,
              u"✕ xenhost4 is not reachable: the connection timed out after 15 s."_s);
    EXPECT_EQ(textOf(fourNodes().nodes[3], 19).shortAbout, u"since 14:02 · trying again in 1 s"_s);
    EXPECT_EQ(textOf(fourNodes().nodes[3], 21).shortAbout, u"since 14:02 · trying again"_s);
}

TEST(ColumnText, neverReadNodesSayWhatHappens)
{
    EXPECT_EQ(textOf(unread(remote::Phase::Connecting)).state, u"connecting"_s);
    EXPECT_EQ(textOf(unread(remote::Phase::WaitingForUser)).state, u"asks you"_s);
    EXPECT_EQ(textOf(unread(remote::Phase::WaitingForUser)).tone, Tone::Warn);
    EXPECT_EQ(textOf(unread(remote::Phase::Idle)).state, u"not connected"_s);
    EXPECT_EQ(textOf(unread(remote::Phase::Connected)).state, u"reading"_s);
    EXPECT_EQ(textOf(unread(remote::Phase::Idle)).left, u"never read"_s);
}

TEST(ColumnText, refusedNodeTellsReasonAndRemedy)
{
    cluster::NodeState node = unread(remote::Phase::Refused);
    node.connection.error =
        base::Error{base::ErrorCode::HostKeyChanged, u"The key changed."_s, u"Ask why."_s};
    const ColumnText text = textOf(node);
    EXPECT_EQ(text.state, u"refused: host key"_s);
    EXPECT_EQ(text.notice.text, u"✕ The key changed. Ask why."_s);
}

TEST(ColumnText, readingThatFailsIsTold)
{
    cluster::NodeState node = unread(remote::Phase::Connected);
    node.probeError = base::Error{base::ErrorCode::ParseFailed, u"xl list answered rubbish."_s, {}};
    EXPECT_EQ(textOf(node).notice.text, u"✕ xl list answered rubbish."_s);
    EXPECT_EQ(textOf(node).tone, Tone::Bad);
}

TEST(ColumnText, lostQuorumIsAWarning)
{
    cluster::NodeState node = fourNodes().nodes[0];
    node.facts->cman = toolstack::CmanStatus{};
    const ColumnText text = textOf(node);
    EXPECT_EQ(text.state, u"no quorum"_s);
    EXPECT_EQ(text.tone, Tone::Warn);
}

TEST(ColumnText, answersHaveSignAndWords)
{
    using rules::Severity;
    EXPECT_EQ(ColumnText::answer({}, {u"web1"_s, u"web2"_s}).text,
              u"✓ web1 and web2 can run here"_s);
    const rules::Verdict warn{
        {{Severity::Warning, u"clock"_s, u"The clock is ahead."_s, u"Set it."_s}}};
    EXPECT_EQ(ColumnText::answer(warn, {u"web1"_s}).text, u"! Possible. The clock is ahead."_s);
    const rules::Verdict no{{{Severity::Hard, u"memory"_s, u"Too little memory."_s, {}},
                             {Severity::Hard, u"bridge"_s, u"No xenbr1."_s, {}}}};
    const Notice notice = ColumnText::answer(no, {u"web1"_s});
    EXPECT_EQ(notice.tone, Tone::Bad);
    EXPECT_EQ(notice.text, u"✕ Too little memory. (and 1 more)"_s);
    EXPECT_EQ(notice.details, u"✕ Too little memory.\n✕ No xenbr1."_s);
}

TEST(MemoryBar, partsAreNamed)
{
    GuestColors colors;
    const MemoryPicture memory = memoryOf(*fourNodes().nodes[1].facts, u"xenhost2"_s, colors);
    const QRect bar(0, 0, 320, 8); // ten pixels a GiB
    EXPECT_EQ(memoryBarText(bar, memory, 5, Qt::LeftToRight), u"Domain-0: 2 GiB"_s);
    EXPECT_EQ(memoryBarText(bar, memory, 25, Qt::LeftToRight), u"dns1: 1 GiB"_s);
    EXPECT_EQ(memoryBarText(bar, memory, 31, Qt::LeftToRight), u"Used by Xen itself: 200 MiB"_s);
    EXPECT_EQ(memoryBarText(bar, memory, 300, Qt::LeftToRight), u"Free: 28.8 GiB"_s);
    EXPECT_EQ(memoryBarText(bar, memory, 318, Qt::RightToLeft), u"Domain-0: 2 GiB"_s);
}

} // namespace
} // namespace colonnade::gui
