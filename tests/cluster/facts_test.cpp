// SPDX-License-Identifier: GPL-3.0-or-later
#include "cluster/probe.h"

#include <gtest/gtest.h>

namespace colonnade::cluster {
namespace {

using namespace Qt::StringLiterals;

NodeState nodeWith(const QString &name, const QStringList &guests)
{
    NodeState state;
    state.profile.name = name;
    state.facts.emplace();
    for (const QString &guest : guests) {
        Guest shown;
        shown.name = guest;
        state.facts->guests.append(shown);
    }
    return state;
}

TEST(GuestName, takesTheMarksOfMigrationsApart)
{
    const auto expectSplit = [](const QString &name, NameKind kind, const QString &guest) {
        const GuestName split = splitGuestName(name);
        EXPECT_EQ(split.kind, kind) << name.toStdString();
        EXPECT_EQ(split.guest, guest) << name.toStdString();
    };
    expectSplit(u"web1"_s, NameKind::Plain, u"web1"_s);
    expectSplit(u"web1--incoming"_s, NameKind::Incoming, u"web1"_s);
    expectSplit(u"web1--migratedaway"_s, NameKind::MigratedAway, u"web1"_s);
    expectSplit(u"migrating-web1"_s, NameKind::Migrating, u"web1"_s);
    expectSplit(u"(null)"_s, NameKind::Unnamed, {});
    expectSplit({}, NameKind::Unnamed, {});
    expectSplit(u"--incoming"_s, NameKind::Plain, u"--incoming"_s);
    expectSplit(u"migrating-"_s, NameKind::Plain, u"migrating-"_s);
    expectSplit(u"web1--incoming2"_s, NameKind::Plain, u"web1--incoming2"_s);
}

TEST(ClusterState, findsNodesByNameAndGuestsOnEveryNode)
{
    ClusterState state;
    state.nodes = {nodeWith(u"node1"_s, {u"web1"_s, u"db1"_s}), nodeWith(u"node2"_s, {u"web1"_s})};
    state.nodes.append(NodeState());

    ASSERT_NE(state.node(u"node2"_s), nullptr);
    EXPECT_EQ(state.node(u"node2"_s)->name(), u"node2"_s);
    EXPECT_EQ(state.node(u"node3"_s), nullptr);
    const QList<Placement> places = state.find(u"web1"_s);
    ASSERT_EQ(places.size(), 2);
    EXPECT_EQ(places[0].node->name(), u"node1"_s);
    EXPECT_EQ(places[1].node->name(), u"node2"_s);
    EXPECT_EQ(places[1].guest->name, u"web1"_s);
    EXPECT_TRUE(state.find(u"web"_s).isEmpty());
}

TEST(MigrationAddress, isTheProfilesOrElseTheNodesOwnName)
{
    NodeState state = nodeWith(u"node1"_s, {});
    state.profile.host = u"127.0.0.1"_s;
    state.facts->hostName = u"xenhost1"_s;
    EXPECT_EQ(migrationAddress(state), u"xenhost1"_s);
    state.profile.migrationAddress = u"10.0.0.1"_s;
    EXPECT_EQ(migrationAddress(state), u"10.0.0.1"_s);
    state.facts.reset();
    state.profile.migrationAddress.clear();
    EXPECT_EQ(migrationAddress(state), QString());
}

TEST(GuestPaths, areThoseOfAllNodesEachOnce)
{
    toolstack::DomainConfig config;
    config.disks.resize(3);
    config.disks[0].path = u"/dev/vg/web1"_s;
    config.disks[1].path = u"vg/swap"_s;
    config.disks[2].cdrom = true;
    config.kernel = u"/boot/vmlinuz"_s;
    config.bootloader = u"pygrub"_s;
    ClusterState state;
    state.nodes = {nodeWith(u"node1"_s, {u"web1"_s, u"none"_s}), nodeWith(u"node2"_s, {u"web1"_s})};
    state.nodes[0].facts->guests[0].config = config;
    state.nodes[1].facts->guests[0].config = config;

    EXPECT_EQ(guestPaths(state),
              (QStringList{u"/boot/vmlinuz"_s, u"/dev/vg/web1"_s, u"vg/swap"_s}));
}

} // namespace
} // namespace colonnade::cluster
