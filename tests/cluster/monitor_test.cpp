// SPDX-License-Identifier: GPL-3.0-or-later
#include "cluster/monitor.h"

#include "support/fakeconnection.h"
#include "support/fakeprobe.h"

#include <gtest/gtest.h>

#include <thread>

namespace colonnade::cluster {
namespace {

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using colonnade::test::Call;
using colonnade::test::FakeConnection;
using colonnade::test::FakeGuest;
using colonnade::test::FakeProbe;
using colonnade::test::printed;
using colonnade::test::SharedConnection;

/// Tells when it ends.
class Ending final : public SharedConnection
{
public:
    Ending(std::shared_ptr<remote::Connection> target, std::function<void()> told)
        : SharedConnection(std::move(target)), m_told(std::move(told))
    {
    }
    ~Ending() override { m_told(); }

private:
    const std::function<void()> m_told;
};

/// Two nodes; each answers probes as its FakeProbe says. Every wait is for a condition on the
/// state.
class MonitorTest : public testing::Test
{
protected:
    MonitorTest()
    {
        probes[0] = FakeProbe{.hostName = "xenhost1"};
        probes[0].guests = {FakeGuest{.name = "web1", .id = 4, .disk = "/dev/vg/web1"}};
        probes[0].presentPaths = {"/dev/vg/web1"};
        probes[1] = FakeProbe{.hostName = "xenhost2"};
        for (int i = 0; i < 2; ++i)
            nodes[i]->setHandler([this, i](const Call &call) { return answer(i, call); });
    }

    ~MonitorTest() override { monitor.reset(); }

    base::Result<remote::Output> answer(int node, const Call &call)
    {
        const QByteArray &script = call.command.script;
        if (FakeProbe::asksFor(script)) {
            const std::scoped_lock lock(mutex);
            return printed(probes[node].answer(script));
        }
        if (script.contains("xenstore-watch @introduceDomain"))
            return watch(call);
        if (script.contains("xl list >/dev/null"))
            return printed(peerAnswer(script));
        return printed({}, "unexpected", 1);
    }

    base::Result<remote::Output> watch(const Call &call)
    {
        ++watchesBegun;
        int heard = 0;
        nodes[0]->waitFor([&] {
            for (; heard < guestEvents; ++heard)
                call.line(remote::Stream::Out, "@introduceDomain");
            return call.stop.stop_requested()
                   || nodes[0]->status().phase != remote::Phase::Connected;
        });
        return base::failure(base::ErrorCode::Canceled, u"ended"_s);
    }

    QByteArray peerAnswer(const QByteArray &script)
    {
        const qsizetype at = script.indexOf("\nN=") + 3;
        const QByteArray nonce = script.mid(at, script.indexOf('\n', at) - at);
        const QByteArray out = peersReached ? nonce : QByteArray();
        return '\n' + nonce + " peer 0\tssh: connect to host: No route to host\t" + nonce + " out\t"
               + out + '\n';
    }

    void makeMonitor(MonitorOptions options = {.interval = 20ms})
    {
        profiles[0].name = u"node1"_s;
        profiles[1].name = u"node2"_s;
        const auto connector = [this](const profiles::Profile &profile) {
            change([&] { made.append(profile.name); });
            const auto &node = nodes[profile.name == u"node2"_s ? 1 : 0];
            return std::make_unique<Ending>(
                node, [this, name = profile.name] { change([&] { ended.append(name); }); });
        };
        const auto listener = [this](const ClusterState &state) {
            const std::scoped_lock lock(mutex);
            told.append(state);
        };
        monitor = std::make_unique<Monitor>(u"c1"_s, profiles, connector, listener, options);
    }

    QStringList madeSoFar()
    {
        const std::scoped_lock lock(mutex);
        return made;
    }
    QStringList endedSoFar()
    {
        const std::scoped_lock lock(mutex);
        return ended;
    }
    bool bothAreRead()
    {
        return eventually([](const ClusterState &state) {
            return std::ranges::all_of(
                state.nodes, [](const NodeState &node) { return node.facts.has_value(); });
        });
    }

    bool eventually(const std::function<bool(const ClusterState &)> &condition)
    {
        return nodes[0]->waitFor([&] { return condition(monitor->state()); });
    }

    void change(const std::function<void()> &how)
    {
        const std::scoped_lock lock(mutex);
        how();
    }

    std::array<std::shared_ptr<FakeConnection>, 2> nodes{
        std::make_shared<FakeConnection>(u"node1"_s), std::make_shared<FakeConnection>(u"node2"_s)};
    std::mutex mutex;
    std::array<FakeProbe, 2> probes;
    QList<ClusterState> told;
    QList<profiles::Profile> profiles{2};
    QStringList made;  ///< connections, by their node's name
    QStringList ended; ///< likewise
    std::atomic<int> watchesBegun = 0;
    std::atomic<int> guestEvents = 0;
    std::atomic<bool> peersReached = true;
    std::unique_ptr<Monitor> monitor;
};

TEST_F(MonitorTest, readOnceReadsAllNodesAndLooksForTheGuestsDisksOnEach)
{
    makeMonitor();
    const ClusterState state = monitor->readOnce({}, true);

    ASSERT_EQ(state.nodes.size(), 2);
    EXPECT_EQ(state.name, u"c1"_s);
    EXPECT_EQ(state.find(u"web1"_s).size(), 1);
    EXPECT_TRUE(state.nodes[0].facts->paths.value(u"/dev/vg/web1"_s).exists);
    ASSERT_TRUE(state.nodes[1].facts->paths.contains(u"/dev/vg/web1"_s));
    EXPECT_FALSE(state.nodes[1].facts->paths.value(u"/dev/vg/web1"_s).exists);
    EXPECT_TRUE(state.nodes[0].facts->peers.value(u"node2"_s).ok);
    EXPECT_EQ(state.nodes[1].facts->peers.value(u"node1"_s).address, u"xenhost1"_s);
    EXPECT_FALSE(told.isEmpty());
}

TEST_F(MonitorTest, readOnceTellsOfTheNodeThatFails)
{
    nodes[1]->lose(u"The cable was pulled."_s);
    makeMonitor();
    const ClusterState state = monitor->readOnce();
    EXPECT_TRUE(state.nodes[0].facts);
    EXPECT_FALSE(state.nodes[0].probeError);
    EXPECT_FALSE(state.nodes[1].facts);
    ASSERT_TRUE(state.nodes[1].probeError);
    EXPECT_EQ(state.nodes[1].connection.phase, remote::Phase::Waiting);
    EXPECT_EQ(nodes[1]->calls().size(), 1) << "one failure is enough";
}

TEST_F(MonitorTest, aNodeThatHangsDelaysNoOther)
{
    nodes[1]->hold();
    makeMonitor();
    monitor->start();
    ASSERT_TRUE(nodes[0]->waitForCalls(10));
    EXPECT_FALSE(monitor->state().nodes[1].facts);
    nodes[1]->release();
    EXPECT_TRUE(
        eventually([](const ClusterState &state) { return state.nodes[1].facts.has_value(); }));
}

TEST_F(MonitorTest, aLostNodeShowsAndKeepsItsLastFactsWithTheirAge)
{
    makeMonitor({.interval = 1h});
    monitor->start();
    ASSERT_TRUE(eventually([](const ClusterState &state) {
        return state.nodes[0].facts && state.nodes[0].facts->paths.size() == 1;
    }));
    const QDateTime readAt = monitor->state().nodes[0].facts->readAt;

    nodes[0]->lose(u"The cable was pulled."_s);
    ASSERT_TRUE(eventually([](const ClusterState &state) {
        return state.nodes[0].connection.phase == remote::Phase::Waiting;
    })) << "although no probe is due for an hour";
    const NodeState lost = monitor->state().nodes[0];
    ASSERT_TRUE(lost.probeError);
    EXPECT_EQ(lost.probeError->message, u"The cable was pulled."_s);
    ASSERT_TRUE(lost.facts);
    EXPECT_EQ(lost.facts->readAt, readAt);
    EXPECT_EQ(lost.facts->guests.size(), 1);

    nodes[0]->restore();
    EXPECT_TRUE(eventually([&readAt](const ClusterState &state) {
        return !state.nodes[0].probeError && state.nodes[0].facts->readAt > readAt;
    })) << "a node that is back is read at once";
}

TEST_F(MonitorTest, aNodeThatWaitsForAPersonIsNotAsked)
{
    nodes[0]->setStatus({remote::Phase::Refused,
                         base::Error{base::ErrorCode::HostKeyChanged, u"Its key changed."_s},
                         QDateTime::currentDateTimeUtc(),
                         {}});
    makeMonitor();
    monitor->start();
    ASSERT_TRUE(nodes[1]->waitForCalls(5));
    ASSERT_TRUE(eventually(
        [](const ClusterState &state) { return state.nodes[0].probeError.has_value(); }));
    EXPECT_EQ(nodes[0]->calls().size(), 0);
    EXPECT_EQ(monitor->state().nodes[0].probeError->code, base::ErrorCode::HostKeyChanged);
}

TEST_F(MonitorTest, readsDetailsAtFirstAndThenOnlyWhatChangesOften)
{
    makeMonitor();
    monitor->start();
    ASSERT_TRUE(nodes[0]->waitFor([this] { return nodes[0]->count("\nD=0\n") >= 3; }));
    EXPECT_LE(nodes[0]->count("\nD=1\n"), 3);
    EXPECT_TRUE(monitor->state().nodes[0].facts->guests.value(0).config);

    change([this] {
        probes[0].guests.append(FakeGuest{.name = "web2", .id = 5, .disk = "/dev/vg/web2"});
    });
    EXPECT_TRUE(eventually([](const ClusterState &state) {
        return state.nodes[1].facts && state.nodes[1].facts->paths.contains(u"/dev/vg/web2"_s);
    })) << "a new guest's disk is looked for on every node";
}

TEST_F(MonitorTest, xenstoreWatchWakesTheProbe)
{
    probes[0].xenstoreWatch = true;
    makeMonitor({.interval = 1h});
    monitor->start();
    ASSERT_TRUE(nodes[0]->waitFor([this] { return watchesBegun > 0; }));
    change([this] { probes[0].guests.append(FakeGuest{.name = "web2", .id = 5}); });
    ++guestEvents;
    EXPECT_TRUE(
        eventually([](const ClusterState &state) { return !state.find(u"web2"_s).isEmpty(); }));
}

TEST_F(MonitorTest, refreshAllReadsEveryNodeAgain)
{
    makeMonitor({.interval = 1h, .watchXenstore = false});
    monitor->start();
    ASSERT_TRUE(
        eventually([](const ClusterState &state) { return state.nodes[1].facts.has_value(); }));
    change([this] { probes[1].guests.append(FakeGuest{.name = "db1", .id = 5}); });
    monitor->refreshAll();
    EXPECT_TRUE(
        eventually([](const ClusterState &state) { return !state.find(u"db1"_s).isEmpty(); }));
}

TEST_F(MonitorTest, testsTheWaysBetweenNodesByItselfAndFailedOnesAgain)
{
    peersReached = false;
    makeMonitor({.interval = 20ms, .peerInterval = 500ms});
    monitor->start();
    ASSERT_TRUE(eventually([](const ClusterState &state) {
        return state.nodes[0].facts && state.nodes[0].facts->peers.contains(u"node2"_s);
    }));
    const PeerFact fact = monitor->state().nodes[0].facts->peers.value(u"node2"_s);
    EXPECT_FALSE(fact.ok);
    EXPECT_EQ(fact.address, u"xenhost2"_s);
    EXPECT_EQ(fact.problem, u"ssh: connect to host: No route to host"_s);
    peersReached = true;
    EXPECT_TRUE(eventually([](const ClusterState &state) {
        return state.nodes[0].facts->peers.value(u"node2"_s).ok;
    }));
}

TEST_F(MonitorTest, refreshReadsInTheCallersThread)
{
    makeMonitor();
    const auto facts = monitor->refresh(u"node1"_s);
    ASSERT_TRUE(facts);
    EXPECT_EQ(facts->hostName, u"xenhost1"_s);
    EXPECT_TRUE(facts->paths.value(u"/dev/vg/web1"_s).exists) << "its own guests' disks as well";
    EXPECT_EQ(monitor->state().nodes[0].facts->readAt, facts->readAt);

    ASSERT_TRUE(monitor->refresh(u"node2"_s));
    const auto withPeers = monitor->refresh(u"node1"_s, {u"node2"_s});
    ASSERT_TRUE(withPeers);
    EXPECT_TRUE(withPeers->peers.value(u"node2"_s).ok);

    EXPECT_EQ(monitor->refresh(u"node9"_s).error().code, base::ErrorCode::NotFound);
    EXPECT_EQ(monitor->connection(u"node9"_s), nullptr);
    nodes[0]->lose();
    EXPECT_FALSE(monitor->refresh(u"node1"_s));
    EXPECT_TRUE(monitor->state().nodes[0].probeError);
}

TEST_F(MonitorTest, refreshEndsWhenItIsStopped)
{
    nodes[0]->hold();
    makeMonitor();
    std::stop_source source;
    std::jthread stopper([this, &source] {
        nodes[0]->waitForCalls(1);
        source.request_stop();
    });
    const auto facts = monitor->refresh(u"node1"_s, {}, source.get_token());
    ASSERT_FALSE(facts);
    EXPECT_EQ(facts.error().code, base::ErrorCode::Canceled);
    EXPECT_FALSE(monitor->state().nodes[0].probeError) << "nothing is known against the node";
}

TEST_F(MonitorTest, endsWhileANodeHangs)
{
    nodes[0]->hold();
    makeMonitor();
    monitor->start();
    ASSERT_TRUE(nodes[0]->waitForCalls(1));
    monitor.reset(); // a test that hangs here fails by its time limit
    EXPECT_EQ(nodes[0]->calls().front().stop.stop_requested(), true);
}

TEST_F(MonitorTest, theListenerIsToldOfChangesInTheirOrder)
{
    makeMonitor({.interval = 1ms});
    monitor->start();
    std::vector<std::jthread> readers;
    for (int i = 0; i < 4; ++i) {
        readers.emplace_back([this, i] {
            for (int n = 0; n < 10; ++n) {
                std::ignore =
                    monitor->refresh(i % 2 ? u"node1"_s : u"node2"_s, {u"node1"_s, u"node2"_s});
                std::ignore = monitor->state();
                monitor->refreshAll();
            }
        });
    }
    readers.clear();
    monitor.reset();
    std::array<QDateTime, 2> last;
    for (const ClusterState &state : told) {
        for (int node = 0; node < 2; ++node) {
            if (!state.nodes[node].facts)
                continue;
            EXPECT_TRUE(!last[node].isValid() || state.nodes[node].facts->readAt >= last[node]);
            last[node] = state.nodes[node].facts->readAt;
        }
    }
    EXPECT_GT(told.size(), 40);
}

TEST_F(MonitorTest, aNodeThatComesOrGoesTouchesNoOther)
{
    makeMonitor();
    monitor->start();
    ASSERT_TRUE(bothAreRead());
    const auto first = monitor->share(u"node1"_s);

    QList<profiles::Profile> three = profiles;
    three.insert(1, profiles[0]);
    three[1].name = u"node3"_s;
    monitor->setNodes(three);
    EXPECT_EQ(monitor->state().nodes.size(), 3) << "at once";
    EXPECT_EQ(monitor->state().nodes[1].name(), u"node3"_s);
    EXPECT_FALSE(monitor->state().nodes[1].facts);
    EXPECT_TRUE(monitor->state().nodes[2].facts) << "the others keep what is known of them";
    monitor->arrange();
    EXPECT_TRUE(bothAreRead());
    EXPECT_EQ(madeSoFar(), QStringList({u"node1"_s, u"node2"_s, u"node3"_s}));

    monitor->setNodes({three[0], three[1]});
    EXPECT_EQ(monitor->state().nodes.size(), 2);
    monitor->arrange();
    EXPECT_EQ(endedSoFar(), QStringList(u"node2"_s));
    EXPECT_EQ(monitor->connection(u"node2"_s), nullptr);
    EXPECT_EQ(monitor->share(u"node1"_s), first);
    EXPECT_EQ(madeSoFar().size(), 3);
}

TEST_F(MonitorTest, aProfileThatChangesGetsAConnectionOfItsOwnUnlessItIsTheNote)
{
    makeMonitor();
    monitor->start();
    ASSERT_TRUE(bothAreRead());
    profiles[0].note = u"in the cellar"_s;
    monitor->setNodes(profiles);
    monitor->arrange();
    EXPECT_EQ(monitor->state().nodes[0].profile.note, u"in the cellar"_s);
    EXPECT_TRUE(monitor->state().nodes[0].facts);
    EXPECT_EQ(madeSoFar().size(), 2);

    profiles[0].host = u"10.0.0.7"_s;
    monitor->setNodes(profiles);
    EXPECT_FALSE(monitor->state().nodes[0].facts) << "it may be another host";
    EXPECT_TRUE(monitor->state().nodes[1].facts);
    monitor->arrange();
    EXPECT_EQ(madeSoFar(), QStringList({u"node1"_s, u"node2"_s, u"node1"_s}));
    EXPECT_EQ(endedSoFar(), QStringList(u"node1"_s));
    EXPECT_TRUE(bothAreRead());
}

TEST_F(MonitorTest, anOperationKeepsItsConnectionWhileItsNodeGoes)
{
    makeMonitor();
    monitor->start();
    ASSERT_TRUE(bothAreRead());
    const std::shared_ptr<Monitor> shared = std::move(monitor);
    auto inUse = std::make_unique<NodesInUse>(shared);
    remote::Connection *const connection = inUse->connection(u"node1"_s);
    ASSERT_NE(connection, nullptr);
    shared->setNodes({profiles[1]});
    shared->arrange();
    EXPECT_EQ(endedSoFar(), QStringList());
    EXPECT_TRUE(connection->run(remote::Command{}));
    EXPECT_EQ(inUse->connection(u"node1"_s), nullptr) << "nobody else gets it";
    EXPECT_EQ(inUse->refresh(u"node1"_s).error().code, base::ErrorCode::NotFound);
    inUse.reset();
    EXPECT_EQ(endedSoFar(), QStringList(u"node1"_s));
}

TEST_F(MonitorTest, whoeverNeedsANodeFirstMakesIt)
{
    makeMonitor();
    monitor->setNodes({});
    monitor->setNodes(profiles);
    EXPECT_EQ(madeSoFar().size(), 2) << "of before";
    EXPECT_NE(monitor->connection(u"node2"_s), nullptr);
    EXPECT_EQ(madeSoFar().size(), 4);
    EXPECT_EQ(monitor->readOnce().nodes.size(), 2);
}

TEST_F(MonitorTest, aNodeThatWasClosedBeforeItHadAConnectionStaysSo)
{
    makeMonitor();
    monitor->setNodes({});
    monitor->arrange();
    monitor->setNodes(profiles);
    monitor->close(u"node1"_s);
    monitor->start();
    monitor->arrange();
    EXPECT_TRUE(eventually([](const ClusterState &state) {
        return state.nodes[1].facts && state.nodes[0].connection.phase == remote::Phase::Closed;
    }));
    EXPECT_EQ(nodes[0]->calls().size(), 0);
    monitor->connectNow(u"node1"_s);
    EXPECT_EQ(nodes[0]->connectRequests(), 1);
}

TEST_F(MonitorTest, nodesComeAndGoWhileAllIsInUse)
{
    makeMonitor({.interval = 1ms});
    monitor->start();
    std::vector<std::jthread> users;
    for (int i = 0; i < 3; ++i) {
        users.emplace_back([this](std::stop_token stop) {
            while (!stop.stop_requested()) {
                const auto connection = monitor->share(u"node1"_s);
                std::ignore = monitor->refresh(u"node2"_s);
                monitor->refreshAll();
                std::ignore = monitor->readOnce();
            }
        });
    }
    for (int n = 0; n < 60; ++n) {
        QList<profiles::Profile> now = profiles;
        now[n % 2].host = QString::number(n);
        if (n % 3 == 0)
            now.removeFirst();
        monitor->setNodes(now);
        monitor->arrange();
    }
    users.clear();
    monitor->setNodes({});
    monitor->arrange();
    EXPECT_EQ(madeSoFar().size(), endedSoFar().size());
    EXPECT_TRUE(monitor->state().nodes.isEmpty());
}

} // namespace
} // namespace colonnade::cluster
