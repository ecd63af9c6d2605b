// SPDX-License-Identifier: GPL-3.0-or-later
#include "cluster/picture.h"

#include "cluster/probeanswer.h"

#include <gtest/gtest.h>

namespace colonnade::cluster {
namespace {

using namespace Qt::StringLiterals;

NodeFacts reading(int second, double cpuSeconds, int domainId = 4, const QString &bootId = u"b1"_s)
{
    NodeFacts facts;
    facts.readAt = QDateTime::fromSecsSinceEpoch(1'700'000'000 + second, Qt::UTC);
    facts.bootId = bootId;
    Guest guest;
    guest.name = u"web1"_s;
    guest.domainId = domainId;
    guest.vcpus = 2;
    guest.cpuSeconds = cpuSeconds;
    facts.guests = {guest};
    return facts;
}

std::optional<double> load(const NodeFacts &before, NodeFacts facts)
{
    setLoads(facts, before);
    return facts.guests.front().cpuPercent;
}

TEST(Loads, areWhatAGuestUsedBetweenTwoReadings)
{
    EXPECT_DOUBLE_EQ(load(reading(0, 10), reading(10, 15)).value_or(-1), 50);
    EXPECT_DOUBLE_EQ(load(reading(0, 10), reading(10, 30)).value_or(-1), 200);
    EXPECT_DOUBLE_EQ(load(reading(0, 10), reading(3600, 10)).value_or(-1), 0);
}

TEST(Loads, areAbsentWhereReadingsCannotBeCompared)
{
    EXPECT_EQ(load(reading(0, 10), reading(10, 5)), std::nullopt);
    EXPECT_EQ(load(reading(0, 10), reading(10, 15, 5)), std::nullopt)
        << "another domain of that name";
    EXPECT_EQ(load(reading(0, 10), reading(10, 15, 4, u"b2"_s)), std::nullopt) << "the node booted";
    EXPECT_EQ(load(reading(10, 10), reading(0, 15)), std::nullopt) << "our clock was set back";
    EXPECT_EQ(load(reading(0, 10), reading(10, 80)), std::nullopt) << "more than two CPUs can give";
}

TEST(Picture, keepsTheNewestFactsAndWhatIsKnownOfPeers)
{
    profiles::Profile profile;
    profile.name = u"node1"_s;
    int told = 0;
    Picture picture(u"c1"_s, [&told](const ClusterState &) { ++told; });
    picture.arrange({{0, profile}});
    told = 0;
    picture.setFacts(0, reading(10, 1));
    PeerFact peer;
    peer.ok = true;
    picture.addPeers(0, {{u"node2"_s, peer}});
    picture.setFacts(0, reading(5, 1));
    EXPECT_EQ(picture.node(0).facts->readAt, reading(10, 1).readAt);
    EXPECT_EQ(told, 2);
    picture.setFacts(0, reading(20, 1));
    EXPECT_TRUE(picture.node(0).facts->peers.value(u"node2"_s).ok);
    const base::Error error{base::ErrorCode::TimedOut, u"no answer"_s};
    picture.setProblem(0, error);
    picture.setProblem(0, error);
    EXPECT_EQ(told, 4) << "what is no change is not told";
    picture.setFacts(0, reading(30, 1));
    EXPECT_FALSE(picture.node(0).probeError);
}

ProbeTimes times(qint64 sent, qint64 answered)
{
    return {QDateTime::fromMSecsSinceEpoch(sent, Qt::UTC),
            QDateTime::fromMSecsSinceEpoch(answered, Qt::UTC)};
}

std::optional<qint64> offset(const QByteArray &date, const QByteArray &started,
                             const QByteArray &ended, const ProbeTimes &when)
{
    const QByteArray answer =
        "\nN started\n" + started + "\nN date\n" + date + "\n\nN ended\n" + ended + "\nN end\n";
    const auto sections = ProbeSections::split(answer, "N");
    return clockOffset(sections.value(), when);
}

TEST(ClockOffset, takesTheWayAndTheScriptsOwnTimeOff)
{
    const qint64 t = 1'700'000'000'000;
    EXPECT_EQ(offset("1700000000.100000000", "", "", times(t, t + 200)), 0);
    EXPECT_EQ(offset("1700000007.100000000", "", "", times(t, t + 200)), 7000);
    EXPECT_EQ(offset("1700000000.100999999", "50.00", "53.00", times(t, t + 3200)), 0);
    EXPECT_EQ(offset("1700000000.%N", "", "", times(t + 400, t + 600)), 0)
        << "seconds only: half of one";
    EXPECT_EQ(offset("1700000000.1", "", "", times(t, t + 9000)), std::nullopt)
        << "too long underway";
    EXPECT_EQ(offset("rubbish", "", "", times(t, t + 1)), std::nullopt);
}

TEST(RelocationPort, isTheFirstThatIsNoComment)
{
    EXPECT_EQ(relocationPort(""), 8002);
    EXPECT_EQ(
        relocationPort(
            "# (xend-relocation-port 1)\n(xend-relocation-port 8012)(xend-relocation-port 3)"),
        8012);
    EXPECT_EQ(relocationPort("(xend-address '#')\n( xend-relocation-port '8013' )"), 8013);
    EXPECT_EQ(relocationPort("(xend-relocation-port 99999)"), 8002);
    EXPECT_EQ(relocationPort("(xend-relocation-port)"), 8002);
}

TEST(ProbeSections, needTheirEnd)
{
    EXPECT_FALSE(ProbeSections::split("", "N"));
    EXPECT_FALSE(ProbeSections::split("\nN date\n12\nN en", "N"));
    EXPECT_FALSE(ProbeSections::split("\nN end", "N"));
    const auto sections =
        ProbeSections::split("noise\nN a\nx\n\nN status 3\n\nN err\nno \x1b[1mway\n\nN end\n", "N");
    ASSERT_TRUE(sections);
    EXPECT_EQ(sections->text("a"), "x\n");
    EXPECT_FALSE(sections->succeeded("a"));
    EXPECT_EQ(sections->problem("a"), u"no [1mway"_s) << "no control character comes through";
    EXPECT_FALSE(sections->has("b"));
}

} // namespace
} // namespace colonnade::cluster
