// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/connectionmodel.h"

#include "gui/profilechanges.h"

#include <QMimeData>
#include <QSignalSpy>

#include <gmock/gmock.h>

#include <memory>

using namespace Qt::StringLiterals;

namespace colonnade::gui {
namespace {

using testing::ElementsAre;

profiles::Profile profile(const QString &name, const QString &cluster)
{
    profiles::Profile made;
    made.id = u"id-"_s + name;
    made.name = name;
    made.host = name + u".example"_s;
    made.cluster = cluster;
    return made;
}

ConnectionNode node(const QString &name, const QString &cluster, int daysAgo = -1)
{
    ConnectionNode made;
    made.profile = profile(name, cluster);
    if (daysAgo >= 0)
        made.lastUsed = QDateTime::currentDateTimeUtc().addDays(-daysAgo);
    return made;
}

struct ConnectionModelTest : testing::Test
{
    ConnectionModelTest()
    {
        filter.setSourceModel(&model);
        model.setClusters(clusters());
        filter.sort(ConnectionModel::NameColumn);
    }
    static QList<ConnectionCluster> clusters()
    {
        ConnectionNode noted = node(u"xen10"_s, u"west"_s, 1);
        noted.profile.note = u"Rack 4"_s;
        return {{u"west"_s,
                 {u"#ff0000"_s, u"customers"_s},
                 {noted, node(u"xen2"_s, u"west"_s), node(u"Xen1"_s, u"west"_s, 9)}},
                {u"east"_s, {}, {node(u"lab1"_s, u"east"_s, 4)}}};
    }
    QStringList shownNodes() const
    {
        QStringList names;
        for (int c = 0; c < filter.rowCount(); ++c) {
            const QModelIndex top = filter.index(c, 0);
            for (int n = 0; n < filter.rowCount(top); ++n)
                names.append(filter.index(n, 0, top).data().toString());
        }
        return names;
    }
    QModelIndex nodeAt(const QString &name) const { return model.indexOfKey(u"id-"_s + name); }

    ConnectionModel model;
    ConnectionFilter filter;
};

TEST_F(ConnectionModelTest, namesAreSortedAsPeopleCount)
{
    EXPECT_THAT(shownNodes(), ElementsAre(u"lab1"_s, u"Xen1"_s, u"xen2"_s, u"xen10"_s));
}

TEST_F(ConnectionModelTest, byLastUseTheNewestIsFirstAndTheNeverUsedLast)
{
    filter.sort(ConnectionModel::LastUsedColumn);
    EXPECT_THAT(shownNodes(), ElementsAre(u"xen10"_s, u"Xen1"_s, u"xen2"_s, u"lab1"_s));
}

TEST_F(ConnectionModelTest, allWordsHaveToBeFoundInTheNodeOrItsCluster)
{
    filter.setWords(u"WEST 10"_s);
    EXPECT_THAT(shownNodes(), ElementsAre(u"xen10"_s));
    filter.setWords(u"rack"_s);
    EXPECT_THAT(shownNodes(), ElementsAre(u"xen10"_s));
    filter.setWords(u"customers"_s);
    EXPECT_EQ(shownNodes().size(), 3) << "a cluster brings its nodes";
    filter.setWords(u"west lab1"_s);
    EXPECT_TRUE(shownNodes().isEmpty());
    filter.setWords(u"  "_s);
    EXPECT_EQ(shownNodes().size(), 4);
}

TEST_F(ConnectionModelTest, whatIsDroppedOnAClusterOrItsNodesIsAskedToMoveThere)
{
    QSignalSpy moves(&model, &ConnectionModel::moveRequested);
    const std::unique_ptr<QMimeData> data(
        model.mimeData({nodeAt(u"xen2"_s), nodeAt(u"lab1"_s), model.indexOf(u"east"_s)}));
    ASSERT_NE(data, nullptr);
    EXPECT_FALSE(model.dropMimeData(data.get(), Qt::MoveAction, -1, -1, nodeAt(u"lab1"_s)))
        << "the view must not take the lines away";
    ASSERT_EQ(moves.size(), 1);
    EXPECT_EQ(moves[0][0].toStringList(), QStringList{u"id-xen2"_s}) << "lab1 is at home";
    EXPECT_EQ(moves[0][1].toString(), u"east"_s);
    model.dropMimeData(data.get(), Qt::MoveAction, -1, -1, {});
    ASSERT_EQ(moves.size(), 2);
    EXPECT_EQ(moves[1][0].toStringList().size(), 2);
    EXPECT_EQ(moves[1][1].toString(), QString()) << "beside all clusters";
}

TEST_F(ConnectionModelTest, foreignDataAndClustersAreNotDropped)
{
    QSignalSpy moves(&model, &ConnectionModel::moveRequested);
    QMimeData text;
    text.setText(u"id-xen2"_s);
    EXPECT_FALSE(model.canDropMimeData(&text, Qt::MoveAction, -1, -1, {}));
    QMimeData unknown;
    unknown.setData(ConnectionModel::mimeType(), "id-of-nobody\n");
    model.dropMimeData(&unknown, Qt::MoveAction, -1, -1, model.indexOf(u"east"_s));
    EXPECT_EQ(model.mimeData({model.indexOf(u"west"_s)}), nullptr);
    EXPECT_EQ(moves.size(), 0);
}

TEST_F(ConnectionModelTest, aNewStateOfTheSameLinesResetsNothing)
{
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
    QList<ConnectionCluster> next = clusters();
    next[0].nodes[1].sign.word = u"asks you"_s;
    next[0].nodes[0].lastUsed = model.clusters()[0].nodes[0].lastUsed;
    next[0].nodes[2].lastUsed = model.clusters()[0].nodes[2].lastUsed;
    next[1].nodes[0].lastUsed = model.clusters()[1].nodes[0].lastUsed;
    model.setClusters(next);
    EXPECT_EQ(resets.size(), 0);
    ASSERT_EQ(changes.size(), 1);
    EXPECT_EQ(changes[0][0].toModelIndex().row(), 1);
    next[1].nodes.clear();
    model.setClusters(next);
    EXPECT_EQ(resets.size(), 1);
}

TEST_F(ConnectionModelTest, aScreenReaderHearsTheWholeLine)
{
    ConnectionNode marked = node(u"old"_s, u"west"_s);
    marked.profile.readOnly = true;
    marked.profile.jump.host = u"gate"_s;
    marked.marks = nodeMarks(marked.profile, true);
    marked.sign.spoken = u"2 guests"_s;
    model.setClusters({{u"west"_s, {}, {marked}}});
    EXPECT_EQ(nodeAt(u"old"_s).data(Qt::AccessibleTextRole).toString(),
              u"old, 2 guests, old.example, read-only, old algorithms, via gate"_s);
}

TEST(NodeMarks, whatIsOnlyAllowedIsNoActiveMark)
{
    profiles::Profile old = profile(u"old"_s, {});
    old.legacyAlgorithms = true;
    EXPECT_EQ(nodeMarks(old, false).size(), 1);
    EXPECT_TRUE(activeMarks(old, false).isEmpty());
    ASSERT_EQ(activeMarks(old, true).size(), 1);
    EXPECT_EQ(activeMarks(old, true).first().tone, Tone::Warn);
}

TEST(NodeMarks, aJumpHostIsWrittenAsItIsTyped)
{
    EXPECT_EQ(jumpText({}), QString());
    EXPECT_EQ(jumpText({u"bastion"_s, {}, 0, {}}), u"bastion"_s);
    EXPECT_EQ(jumpText({{}, u"::1"_s, 22, u"a"_s}), u"a@[::1]:22"_s);
}

TEST(ProfileChanges, whatAnotherProgramChangedMeanwhileIsNotOverwritten)
{
    profiles::Content content;
    content.profiles = {profile(u"a"_s, u"west"_s), profile(u"b"_s, u"west"_s)};
    const profiles::Profile seen = content.profiles.first();
    profiles::Profile mine = seen;
    mine.note = u"mine"_s;
    EXPECT_TRUE(replaceProfiles(content, {seen}, {mine}));
    const auto again = replaceProfiles(content, {seen}, {mine});
    ASSERT_FALSE(again);
    EXPECT_EQ(again.error().code, base::ErrorCode::Refused);
    content.profiles.removeFirst();
    EXPECT_EQ(replaceProfiles(content, {mine}, {seen}).error().code, base::ErrorCode::NotFound);
    EXPECT_EQ(content.profiles.size(), 1);
}

TEST(ProfileChanges, aRenamedClusterTakesItsNodesAndItsNoteAlong)
{
    profiles::Content content;
    content.profiles = {profile(u"a"_s, {}), profile(u"b"_s, u"west"_s)};
    content.clusters[u"default"_s] = {u"#00ff00"_s, {}};
    ASSERT_TRUE(changeCluster(content, u"default"_s, u"home"_s, {u"#00ff00"_s, u"n"_s}));
    EXPECT_EQ(content.profiles[0].cluster, u"home"_s);
    EXPECT_EQ(content.profiles[1].cluster, u"west"_s);
    EXPECT_EQ(content.clusters.keys(), QStringList{u"home"_s});
    ASSERT_TRUE(changeCluster(content, u"home"_s, u"home"_s, {}));
    EXPECT_TRUE(content.clusters.isEmpty());
}

} // namespace
} // namespace colonnade::gui
