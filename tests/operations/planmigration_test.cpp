// SPDX-License-Identifier: GPL-3.0-or-later
#include "operations/migration.h"

#include <gmock/gmock.h>

using namespace Qt::StringLiterals;
using namespace colonnade;
using namespace colonnade::operations;
using testing::HasSubstr;

namespace {

cluster::Guest web1()
{
    cluster::Guest guest;
    guest.name = u"web1"_s;
    guest.uuid = u"2fd0ee93-7f4c-4e2a-9d54-3d8a4f6f7a10"_s;
    guest.domainId = 2;
    guest.state = toolstack::RunState::Blocked;
    guest.memoryMiB = guest.maxMemoryMiB = 160;
    guest.vcpus = 1;
    guest.config.emplace();
    guest.config->name = guest.name;
    guest.config->uuid = guest.uuid;
    guest.config->type = toolstack::GuestType::Pv;
    guest.config->vcpus = 1;
    guest.config->maxMemoryKiB = guest.config->targetMemoryKiB = 160 * 1024;
    return guest;
}

cluster::NodeState node(const QString &name, toolstack::Kind kind)
{
    cluster::NodeState state;
    state.profile.name = name;
    state.connection.phase = remote::Phase::Connected;
    state.facts.emplace();
    cluster::NodeFacts &facts = *state.facts;
    facts.readAt = QDateTime::currentDateTimeUtc();
    facts.toolstack = kind;
    facts.hostName = name;
    facts.bootId = u"boot-of-"_s + name;
    facts.info.host = name;
    facts.info.machine = u"x86_64"_s;
    facts.info.cpus = 2;
    facts.info.totalMemoryMiB = 4096;
    facts.info.freeMemoryMiB = 2048;
    facts.info.xenMajor = 4;
    facts.info.xenMinor = kind == toolstack::Kind::Xm ? 1 : 17;
    facts.info.xenCaps = {u"xen-3.0-x86_64"_s};
    facts.info.virtCaps = {u"pv"_s, u"shadow"_s};
    facts.info.hwCaps = u"178bfbff:f6d83203"_s;
    facts.listeningPorts = {22, 8002};
    facts.clockOffsetMs = 0;
    return state;
}

cluster::ClusterState twoNodes(toolstack::Kind kind = toolstack::Kind::Xl)
{
    cluster::ClusterState state;
    state.name = u"lab"_s;
    state.nodes = {node(u"left"_s, kind), node(u"right"_s, kind)};
    state.nodes[0].facts->guests = {web1()};
    const QDateTime now = state.nodes[0].facts->readAt;
    state.nodes[0].facts->peers[u"right"_s] = {now, u"right"_s, true, {}};
    return state;
}

/// Both nodes members of a cluster suite, under names that are not those of the profiles, web1
/// owned by it.
cluster::ClusterState managed()
{
    cluster::ClusterState state = twoNodes(toolstack::Kind::Xm);
    toolstack::ClusterStatus status;
    status.clusterName = u"suite"_s;
    status.quorate = true;
    status.rgmanagerAnswered = true;
    status.members = {{u"n1.example.org"_s, 1, true, false, true},
                      {u"n2.example.org"_s, 2, true, false, true}};
    toolstack::Group group;
    group.name = u"vm:web1"_s;
    group.state = 112;
    group.stateName = u"started"_s;
    group.owner = u"n1.example.org"_s;
    status.groups = {group};
    for (qsizetype i = 0; i < 2; ++i) {
        state.nodes[i].facts->clustat = status;
        state.nodes[i].facts->clustat->members[i].local = true;
    }
    return state;
}

base::Result<Plan> plan(const cluster::ClusterState &state)
{
    return planMigration(state, u"web1"_s, u"left"_s, u"right"_s);
}

TEST(PlanMigrationTest, xlGoesToTheTargetsOwnHostName)
{
    cluster::ClusterState state = twoNodes();
    state.nodes[1].profile.host = u"127.0.0.1"_s; // a forwarded port of the workstation
    state.nodes[1].facts->hostName = u"xenhost2"_s;
    state.nodes[0].facts->peers[u"right"_s].address = u"xenhost2"_s;
    const base::Result<Plan> planned = plan(state);
    ASSERT_TRUE(planned) << planned.error().message.toStdString();
    EXPECT_EQ(planned->steps[0].command, "xl migrate -s 'ssh -o BatchMode=yes -o ConnectTimeout=10 "
                                         "-o ServerAliveInterval=15' web1 xenhost2");
    EXPECT_EQ(planned->steps[0].node, u"left"_s);
    EXPECT_EQ(planned->details[u"from"].toString(), u"left"_s);
    EXPECT_EQ(planned->details[u"memoryMiB"].toInteger(), 160);
}

TEST(PlanMigrationTest, theProfilesMigrationNetworkIsUsed)
{
    cluster::ClusterState state = twoNodes();
    state.nodes[1].profile.migrationAddress = u"10.0.0.2"_s;
    state.nodes[1].profile.migrationPort = 2222;
    state.nodes[0].facts->peers[u"right"_s].address = u"10.0.0.2"_s;
    const base::Result<Plan> planned = plan(state);
    ASSERT_TRUE(planned) << planned.error().message.toStdString();
    EXPECT_THAT(planned->steps[0].command.toStdString(), HasSubstr("-p 2222"));
    EXPECT_TRUE(planned->steps[0].command.endsWith(" web1 10.0.0.2"));
}

TEST(PlanMigrationTest, xmMigratesLive)
{
    const base::Result<Plan> planned = plan(twoNodes(toolstack::Kind::Xm));
    ASSERT_TRUE(planned) << planned.error().message.toStdString();
    EXPECT_THAT(planned->steps[0].command.toStdString(), HasSubstr("xm migrate -l"));
}

TEST(PlanMigrationTest, refusalCarriesTheHardReasons)
{
    cluster::ClusterState state = twoNodes();
    state.nodes[1].facts->info.freeMemoryMiB = 3;
    const base::Result<Plan> planned = plan(state);
    ASSERT_FALSE(planned);
    EXPECT_EQ(planned.error().code, base::ErrorCode::Refused);
    const rules::Verdict verdict = rules::canRun(state, u"web1"_s, u"left"_s, u"right"_s);
    ASSERT_FALSE(verdict.reasons.isEmpty());
    EXPECT_THAT(planned.error().message.toStdString(),
                HasSubstr(verdict.reasons.first().sentence.toStdString()));
}

TEST(PlanMigrationTest, unknownNamesAreRefused)
{
    const cluster::ClusterState state = twoNodes();
    EXPECT_FALSE(planMigration(state, u"nobody"_s, u"left"_s, u"right"_s));
    EXPECT_FALSE(planMigration(state, u"web1"_s, u"left"_s, u"nowhere"_s));
    EXPECT_FALSE(planMigration(state, u"web1"_s, u"right"_s, u"left"_s));
    EXPECT_FALSE(planMigration(state, u"web1"_s, u"left"_s, u"left"_s));
    EXPECT_FALSE(planMigration({}, u"web1"_s, u"left"_s, u"right"_s));
}

TEST(PlanMigrationTest, aGuestOfRgmanagerGoesThroughItUnderTheMembersName)
{
    const base::Result<Plan> planned = plan(managed());
    ASSERT_TRUE(planned) << planned.error().message.toStdString();
    EXPECT_EQ(planned->steps[0].command, "clusvcadm -M vm:web1 -m n2.example.org");
    EXPECT_EQ(planned->steps[0].node, u"left"_s);
    EXPECT_TRUE(planned->details[u"rgmanager"].toBool());
}

TEST(PlanMigrationTest, aTargetThatIsNoMemberIsRefusedForAGuestOfRgmanager)
{
    cluster::ClusterState state = managed();
    state.nodes[1].facts->clustat.reset();
    EXPECT_EQ(plan(state).error().code, base::ErrorCode::Refused);
}

TEST(PlanMigrationTest, aTargetWithoutRgmanagerIsRefusedForAGuestOfRgmanager)
{
    cluster::ClusterState state = managed();
    for (cluster::NodeState &each : state.nodes)
        each.facts->clustat->members[1].rgmanager = false;
    EXPECT_EQ(plan(state).error().code, base::ErrorCode::Refused);
}

TEST(PlanMigrationTest, everyPlanHasItsOwnId)
{
    const cluster::ClusterState state = twoNodes();
    EXPECT_NE(plan(state)->id, plan(state)->id);
    EXPECT_TRUE(Plan::fromJson(plan(state)->toJson()));
}

} // namespace
