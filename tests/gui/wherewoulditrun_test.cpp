// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/wherewoulditrun.h"

#include "gui/clusterconf_fixture.h"

#include <QTest>
#include <QTreeWidget>

using namespace Qt::StringLiterals;

namespace colonnade::gui {
namespace {

/// As fourNodeState(), with xenhost4 in the cluster too.
cluster::ClusterState everybodyUp()
{
    cluster::ClusterState state = fourNodeState();
    for (cluster::NodeState &node : state.nodes)
        node.facts->clustat->members[3].online = node.facts->clustat->members[3].rgmanager = true;
    return state;
}

struct WhereWouldItRunTest : ClusterConfFixture
{
    WhereWouldItRun view{&document, nullptr};

    WhereWouldItRunTest()
    {
        open(fourNodeConf());
        view.setState(fourNodeState());
        showWindow(view, {360, 500});
    }

    /// What the list says of the nodes, in its order.
    std::string rows() const
    {
        QStringList lines;
        for (int row = 0; row < view.nodes()->topLevelItemCount(); ++row) {
            const QTreeWidgetItem *item = view.nodes()->topLevelItem(row);
            lines.append(item->text(0) + u": "_s + item->text(1));
        }
        return lines.join(u" | "_s).toStdString();
    }
};

TEST_F(WhereWouldItRunTest, theOrderIsShownWithWhereItRuns)
{
    view.setVm(u"db1"_s);
    EXPECT_EQ(rows(), "xenhost1: ✓ here, 1st | xenhost2: 2nd | xenhost3: ! 3rd · 3.2 GiB short | "
                      "xenhost4: ✕ never: restricted");
    EXPECT_EQ(view.sentence(), u"db1 stays on xenhost1."_s);
    EXPECT_EQ(view.summary(), QString());
}

TEST_F(WhereWouldItRunTest, aTickTakesANodeAway)
{
    view.setState(everybodyUp());
    view.setVm(u"db1"_s);
    view.nodes()->topLevelItem(0)->setCheckState(0, Qt::Checked);
    QCoreApplication::processEvents();
    EXPECT_EQ(rows(), "xenhost1: dead | xenhost2: ✓ starts here, 2nd | xenhost3: ! 3rd · 3.2 GiB "
                      "short | xenhost4: ✕ never: restricted");
    EXPECT_EQ(view.sentence().toStdString(),
              "db1 is started again on xenhost2. When xenhost1 returns, it is moved there.");
    EXPECT_TRUE(view.summary().contains(u"db1 and web1"_s)) << view.summary().toStdString();
}

TEST_F(WhereWouldItRunTest, withoutAQuorumItSaysSo)
{
    view.setVm(u"db1"_s); // xenhost4 is down already
    view.setDead(u"xenhost1"_s, true);
    QCoreApplication::processEvents();
    EXPECT_EQ(view.sentence().toStdString(),
              "Nothing happens: the nodes that are left have no quorum.");
    EXPECT_TRUE(view.summary().contains(u"No quorum"_s));
}

TEST_F(WhereWouldItRunTest, memoryThatIsLackingIsSaid)
{
    cluster::ClusterState state = everybodyUp();
    state.nodes[1].facts->info.freeMemoryMiB = 4096 - 1229;
    view.setState(state);
    view.setVm(u"db1"_s);
    view.setDead(u"xenhost1"_s, true);
    QCoreApplication::processEvents();
    EXPECT_TRUE(rows().find("xenhost2: ! 2nd · 1.2 GiB short") != std::string::npos) << rows();
}

TEST_F(WhereWouldItRunTest, itFollowsTheText)
{
    view.setVm(u"db1"_s);
    document.apply(u"Act"_s, document.conf()->moveDomainMember(u"FD"_s, u"xenhost3"_s, 0));
    EXPECT_TRUE(rows().starts_with("xenhost3: ! 1st · 3.2 GiB short | xenhost1: ✓ here, 2nd"))
        << rows();
    document.apply(u"Act"_s, document.conf()->removeGroup(formats::GroupKind::Vm, u"db1"_s));
    EXPECT_EQ(view.vm(), u"crm"_s);
    open(seedFirst());
    EXPECT_FALSE(view.nodes()->isVisible());
}

TEST_F(WhereWouldItRunTest, aLargeClusterIsRehearsedBesideTheWindow)
{
    open(largeConf(128, 60, 2000));
    view.setState({});
    const auto comesTo = [this](const QString &sentence) {
        return QTest::qWaitFor([&] { return view.sentence() == sentence; }, 30'000);
    };
    EXPECT_NE(view.vm(), u"guest1"_s) << "not while the window waits";
    EXPECT_TRUE(comesTo(u"guest1 would start on node3."_s)) << view.sentence().toStdString();
    view.setDead(u"node3"_s, true);
    EXPECT_TRUE(comesTo(u"guest1 would start on node4."_s)) << view.sentence().toStdString();

    // What is asked last is shown last, however long the one before it took.
    view.setDead(u"node4"_s, true);
    QTest::qWait(220); // its rehearsal runs now
    view.setDead(u"node4"_s, false);
    EXPECT_TRUE(comesTo(u"guest1 would start on node4."_s)) << view.sentence().toStdString();
    pool.waitForDone();
    QCoreApplication::processEvents();
    EXPECT_EQ(view.sentence(), u"guest1 would start on node4."_s);
}

} // namespace
} // namespace colonnade::gui
