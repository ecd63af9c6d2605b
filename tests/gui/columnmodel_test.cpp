// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/columnmodel.h"

#include "gui/board_states.h"

#include <QAbstractItemModelTester>
#include <QItemSelectionModel>
#include <QSignalSpy>

#include <gmock/gmock.h>

#include <algorithm>
#include <random>

using namespace Qt::StringLiterals;

namespace colonnade::gui {
namespace {

using testing::ElementsAre;
using FailureMode = QAbstractItemModelTester::FailureReportingMode;

Card cardOf(const QString &name, int percent = 0, Card::Kind kind = Card::Kind::Guest)
{
    Card card;
    card.name = name;
    card.cpuPercent = percent;
    card.kind = kind;
    return card;
}

QList<Card> sorted(QList<Card> cards)
{
    std::ranges::sort(cards, cardLess);
    return cards;
}

QStringList namesIn(const ColumnModel &model)
{
    QStringList names;
    for (const Card &card : model.cards())
        names.append(card.name);
    return names;
}

struct ColumnModelTest : testing::Test
{
    ColumnModel model;
    QAbstractItemModelTester tester{&model, FailureMode::Fatal};
    QSignalSpy inserted{&model, &QAbstractItemModel::rowsInserted};
    QSignalSpy removed{&model, &QAbstractItemModel::rowsRemoved};
    QSignalSpy changed{&model, &QAbstractItemModel::dataChanged};
    QSignalSpy reset{&model, &QAbstractItemModel::modelReset};

    void forget()
    {
        for (QSignalSpy *spy : {&inserted, &removed, &changed, &reset})
            spy->clear();
    }
};

TEST_F(ColumnModelTest, sameCardsTellNothing)
{
    model.setCards({cardOf(u"db1"_s), cardOf(u"web1"_s)});
    forget();
    model.setCards({cardOf(u"db1"_s), cardOf(u"web1"_s)});
    EXPECT_TRUE(inserted.isEmpty());
    EXPECT_TRUE(removed.isEmpty());
    EXPECT_TRUE(changed.isEmpty());
    EXPECT_TRUE(reset.isEmpty());
}

TEST_F(ColumnModelTest, oneChangedCardChangesOneRow)
{
    model.setCards({cardOf(u"db1"_s), cardOf(u"mail1"_s), cardOf(u"web1"_s)});
    forget();
    model.setCards({cardOf(u"db1"_s), cardOf(u"mail1"_s, 40), cardOf(u"web1"_s)});
    ASSERT_EQ(changed.size(), 1);
    EXPECT_EQ(changed.first().at(0).toModelIndex().row(), 1);
    EXPECT_EQ(changed.first().at(1).toModelIndex().row(), 1);
    EXPECT_TRUE(inserted.isEmpty());
    EXPECT_TRUE(removed.isEmpty());
}

TEST_F(ColumnModelTest, cardsComeAndGoWithoutTouchingTheOthers)
{
    model.setCards({cardOf(u"a"_s), cardOf(u"c"_s), cardOf(u"e"_s)});
    QItemSelectionModel selection(&model);
    selection.select(model.index(1), QItemSelectionModel::Select);
    forget();
    model.setCards({cardOf(u"b"_s), cardOf(u"c"_s), cardOf(u"d"_s)});
    EXPECT_THAT(namesIn(model), ElementsAre(u"b"_s, u"c"_s, u"d"_s));
    EXPECT_TRUE(reset.isEmpty());
    EXPECT_TRUE(changed.isEmpty());
    ASSERT_EQ(selection.selectedIndexes().size(), 1);
    EXPECT_EQ(model.card(selection.selectedIndexes().first().row()).name, u"c"_s);
}

TEST_F(ColumnModelTest, randomUpdatesEndInWhatWasGiven)
{
    std::mt19937 random(7);
    for (int round = 0; round < 300; ++round) {
        QList<Card> cards;
        for (int i = 0; i < 30; ++i) {
            if (random() % 2 == 0) {
                const bool alarm = random() % 7 == 0;
                cards.append(cardOf(u"guest%1"_s.arg(i), static_cast<int>(random() % 3),
                                    alarm ? Card::Kind::Alarm : Card::Kind::Guest));
            }
        }
        cards = sorted(cards);
        model.setCards(cards);
        ASSERT_EQ(model.cards(), cards) << "round " << round;
    }
}

TEST_F(ColumnModelTest, domainsOfTheSameNameStayApart)
{
    Card second = cardOf(u"(null)"_s, 2);
    second.occurrence = 1;
    model.setCards({cardOf(u"(null)"_s, 1), second});
    EXPECT_EQ(model.rowCount(), 2);
    model.setCards({cardOf(u"(null)"_s, 5)});
    ASSERT_EQ(model.rowCount(), 1);
    EXPECT_EQ(model.card(0).cpuPercent, 5);
}

TEST_F(ColumnModelTest, alarmGrowsItsRow)
{
    model.setCards({cardOf(u"web1"_s)});
    const QSignalSpy heights(&model, &ColumnModel::heightsChanged);
    model.setCards({cardOf(u"web1"_s, 3)});
    EXPECT_EQ(heights.size(), 0);
    Card ghost = cardOf(u"web1"_s);
    ghost.kind = Card::Kind::Arriving;
    model.setCards({ghost});
    EXPECT_EQ(heights.size(), 1);
}

TEST_F(ColumnModelTest, onlyOrdinaryGuestsCanBeDragged)
{
    Card old = cardOf(u"e"_s);
    old.current = false;
    model.setCards(sorted({cardOf(u"a"_s, 0, Card::Kind::Alarm), cardOf(u"b"_s),
                           cardOf(u"c"_s, 0, Card::Kind::Arriving),
                           cardOf(u"d"_s, 0, Card::Kind::Leaving), old}));
    const auto can = [this](int row, Qt::ItemFlag flag) {
        return model.flags(model.index(row)).testFlag(flag);
    };
    EXPECT_TRUE(can(0, Qt::ItemIsSelectable)); // to repair it
    EXPECT_FALSE(can(0, Qt::ItemIsDragEnabled));
    EXPECT_TRUE(can(1, Qt::ItemIsDragEnabled));
    EXPECT_FALSE(can(2, Qt::ItemIsSelectable));
    EXPECT_FALSE(can(3, Qt::ItemIsDragEnabled));
    EXPECT_FALSE(can(4, Qt::ItemIsDragEnabled));
    EXPECT_TRUE(can(4, Qt::ItemIsSelectable));
}

TEST_F(ColumnModelTest, rowsCannotBeRemovedFromOutside)
{
    model.setCards({cardOf(u"web1"_s), cardOf(u"web2"_s)});
    EXPECT_FALSE(model.removeRows(0, 1));
    EXPECT_EQ(model.rowCount(), 2);
}

TEST_F(ColumnModelTest, namesAndDetailsAreSpoken)
{
    Card card = cardOf(u"db1"_s, 61);
    card.state = toolstack::RunState::Blocked;
    card.vcpus = 4;
    card.memoryMiB = 8192;
    card.managedBy = u"rgmanager · FD"_s;
    model.setCards({card});
    EXPECT_EQ(model.index(0).data(Qt::AccessibleTextRole).toString(), u"db1"_s);
    EXPECT_EQ(model.index(0).data(Qt::AccessibleDescriptionRole).toString(),
              u"running, 4 vCPU · 8 GiB · 61 %, Managed by rgmanager · FD"_s);
}

TEST(CardOrder, numbersInNamesCount)
{
    EXPECT_TRUE(nameLess(u"web2"_s, u"web10"_s));
    EXPECT_FALSE(nameLess(u"web10"_s, u"web2"_s));
    EXPECT_TRUE(nameLess(u"Alpha"_s, u"beta"_s));
    EXPECT_TRUE(nameLess(u"web"_s, u"web1"_s));
    EXPECT_TRUE(nameLess(u"a9"_s, u"a99999999999999999999999999"_s));
    EXPECT_FALSE(nameLess(u"web1"_s, u"web1"_s));
    EXPECT_NE(nameLess(u"web1"_s, u"web01"_s), nameLess(u"web01"_s, u"web1"_s));
}

TEST(CardText, hostileNamesBecomeHarmless)
{
    Card card = cardOf(u"evil\n\u202Ename<img src=x>"_s);
    EXPECT_EQ(CardText::printable(card.name), u"evil\uFFFD\uFFFDname<img src=x>"_s);
    EXPECT_FALSE(CardText::toolTip(card).contains("<img"_L1));
}

TEST(CardText, memoryIsShort)
{
    EXPECT_EQ(CardText::memory(160), u"160 MiB"_s);
    EXPECT_EQ(CardText::memory(4096), u"4 GiB"_s);
    EXPECT_EQ(CardText::memory(1536), u"1.5 GiB"_s);
    EXPECT_EQ(CardText::memory(1023), u"1,023 MiB"_s.remove(u','));
}

TEST(CardText, manyNamesAreCounted)
{
    EXPECT_EQ(CardText::names({u"a"_s, u"b"_s, u"c"_s}), u"a, b and c"_s);
    EXPECT_EQ(CardText::names({u"a"_s, u"b"_s, u"c"_s, u"d"_s}), u"a, b and 2 more"_s);
}

struct MakeCardsTest : testing::Test
{
    CardContext context;
    GuestColors colors;
};

TEST_F(MakeCardsTest, migrationShowsOneGhostAndOneLeavingCard)
{
    cluster::ClusterState state = fourNodes();
    // What the toolstack shows meanwhile: temporary names on both nodes.
    state.nodes[1].facts->guests.append(guestOf(u"wiki--incoming"_s, 1, 1200));
    state.nodes[1].facts->guests.append(guestOf(u"(null)"_s, 1, 4));
    state.nodes[2].facts->guests.last().name = u"wiki--migratedaway"_s;
    context.migrations = {wikiMigration()};

    const QList<Card> target = makeCards(state.nodes[1], true, context, colors);
    ASSERT_EQ(target.size(), 2);
    EXPECT_EQ(target[1].name, u"wiki"_s);
    EXPECT_EQ(target[1].kind, Card::Kind::Arriving);
    EXPECT_EQ(CardText::state(target[1]), u"arriving · 0:14"_s);
    EXPECT_EQ(CardText::details(target[1]), u"memory 1.2 of 2 GiB · from xenhost3"_s);

    const QList<Card> source = makeCards(state.nodes[2], true, context, colors);
    ASSERT_EQ(source.size(), 3);
    EXPECT_EQ(source[2].name, u"wiki"_s);
    EXPECT_EQ(source[2].kind, Card::Kind::Leaving);
    EXPECT_EQ(source[2].color, target[1].color);
}

TEST_F(MakeCardsTest, guestThatArrivedIsNotShownTwice)
{
    cluster::ClusterState state = fourNodes();
    state.nodes[1].facts->guests.append(guestOf(u"wiki"_s, 1, 2048));
    context.migrations = {wikiMigration()};
    const QList<Card> target = makeCards(state.nodes[1], true, context, colors);
    EXPECT_EQ(target.size(), 2); // dns1 and the ghost
}

TEST_F(MakeCardsTest, chipNamesTheFailoverDomain)
{
    const cluster::ClusterState state = fourNodes();
    context.managedBy = managersOf(state);
    const QList<Card> cards = makeCards(state.nodes[0], true, context, colors);
    for (const Card &card : cards)
        EXPECT_EQ(card.managedBy, card.name == u"db1"_s ? u"rgmanager · FD"_s : QString());
}

TEST_F(MakeCardsTest, clustatAloneMakesAChipToo)
{
    cluster::ClusterState state = fourNodes();
    state.nodes[0].facts->clusterConf.reset();
    toolstack::ClusterStatus clustat;
    clustat.groups = {{u"vm:web1"_s, 112, u"started"_s, u"xenhost1"_s, u"none"_s, false},
                      {u"service:web2"_s, 112, u"started"_s, u"xenhost1"_s, u"none"_s, false}};
    state.nodes[0].facts->clustat = clustat;
    const QHash<QString, QString> managers = managersOf(state);
    EXPECT_EQ(managers.size(), 1);
    EXPECT_EQ(managers.value(u"web1"_s), u"rgmanager"_s);
}

TEST_F(MakeCardsTest, coloursRepeatLateAndStay)
{
    QSet<int> used;
    for (int i = 0; i < 8; ++i)
        used.insert(colors.color(u"xenhost1"_s, u"guest%1"_s.arg(i)));
    EXPECT_EQ(used.size(), 8);
    const int before = colors.color(u"xenhost1"_s, u"guest3"_s);
    EXPECT_EQ(colors.color(u"xenhost2"_s, u"guest3"_s), before);
}

} // namespace
} // namespace colonnade::gui
