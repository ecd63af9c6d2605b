// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/board.h"

#include "gui/board_states.h"
#include "gui/boarddrag.h"
#include "gui/column.h"
#include "gui/columnbanner.h"
#include "gui/columnheader.h"
#include "gui/columnlist.h"
#include "gui/columnmodel.h"

#include <QAbstractItemModelTester>
#include <QAccessible>
#include <QApplication>
#include <QContextMenuEvent>
#include <QDropEvent>
#include <QMimeData>
#include <QPaintEvent>
#include <QPushButton>
#include <QRegion>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

#include <gmock/gmock.h>

using namespace Qt::StringLiterals;

namespace colonnade::gui {
namespace {

using rules::GuestRef;
using testing::ElementsAre;
using testing::IsEmpty;

const GuestRef web1{u"web1"_s, u"xenhost1"_s};
const GuestRef web2{u"web2"_s, u"xenhost1"_s};
const GuestRef crm{u"crm"_s, u"xenhost3"_s};

struct BoardTest : testing::Test
{
    Board board;
    QSignalSpy requested{&board, &Board::migrationRequested};
    QSignalSpy hints{&board, &Board::dragHint};
    QList<std::shared_ptr<QAbstractItemModelTester>> testers;

    BoardTest()
    {
        board.setClock(&boardNow);
        board.resize(1190, 590);
        board.setState(fourNodes());
        board.show();
        QApplication::setActiveWindow(&board);
        QCoreApplication::processEvents();
        for (const cluster::NodeState &node : board.state().nodes) {
            testers.append(std::make_shared<QAbstractItemModelTester>(
                column(node.name())->model(),
                QAbstractItemModelTester::FailureReportingMode::Fatal));
        }
    }

    Column *column(const QString &node) const { return board.column(node); }
    ColumnList *list(const QString &node) const { return board.column(node)->list(); }
    QModelIndex card(const GuestRef &guest) const
    {
        ColumnModel *model = column(guest.node)->model();
        return model->index(model->rowOf(guest.guest));
    }
    QPoint centre(const GuestRef &guest) const
    {
        return list(guest.node)->visualRect(card(guest)).center();
    }
    void click(const GuestRef &guest, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::mouseClick(list(guest.node)->viewport(), Qt::LeftButton, modifiers, centre(guest));
    }
    void key(const QString &node, Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(list(node), key, modifiers);
    }
    QString lastHint() const
    {
        return hints.isEmpty() ? QString() : hints.last().first().toString();
    }
    QList<GuestRef> requestedGuests() const
    {
        return requested.last().at(0).value<QList<GuestRef>>();
    }
};

/// The drag events of a pointer that comes into @p column and lets go there. Returns whether a drop
/// was offered.
bool dragOnto(Column *column, const QMimeData &data, bool release = true)
{
    const QPoint point = column->rect().center();
    QDragEnterEvent enter(point, Qt::MoveAction, &data, Qt::LeftButton, {});
    QCoreApplication::sendEvent(column, &enter);
    if (!enter.isAccepted())
        return false;
    QDragMoveEvent move(point, Qt::MoveAction, &data, Qt::LeftButton, {});
    QCoreApplication::sendEvent(column, &move);
    if (!move.isAccepted() || !release) {
        if (release) {
            QDragLeaveEvent leave;
            QCoreApplication::sendEvent(column, &leave);
        }
        return move.isAccepted();
    }
    QDropEvent drop(point, Qt::MoveAction, &data, Qt::LeftButton, {});
    QCoreApplication::sendEvent(column, &drop);
    return drop.isAccepted();
}

// ---- dragging

TEST_F(BoardTest, dropOnAColumnThatSaysYesAsksForTheMigration)
{
    const auto data = toMimeData({web1, web2});
    board.beginDrag({web1, web2});
    EXPECT_EQ(column(u"xenhost2"_s)->banner()->text(), u"✓ web1 and web2 can run here"_s);
    EXPECT_TRUE(dragOnto(column(u"xenhost2"_s), *data));
    ASSERT_EQ(requested.size(), 1);
    EXPECT_THAT(requestedGuests(), ElementsAre(web1, web2));
    EXPECT_EQ(requested.last().at(1).toString(), u"xenhost2"_s);
    EXPECT_FALSE(board.isDragging());
    EXPECT_TRUE(column(u"xenhost2"_s)->banner()->isHidden());
}

TEST_F(BoardTest, dropOnAColumnThatWarnsIsAllowed)
{
    board.beginDrag({web1});
    const Notice notice = column(u"xenhost3"_s)->banner()->notice();
    EXPECT_EQ(notice.tone, Tone::Warn);
    EXPECT_TRUE(notice.text.startsWith(u"! "_s));
    EXPECT_TRUE(notice.text.contains(u"clock"_s)) << qPrintable(notice.text);
    EXPECT_TRUE(dragOnto(column(u"xenhost3"_s), *toMimeData({web1})));
    EXPECT_EQ(requested.size(), 1);
}

TEST_F(BoardTest, dropOnAColumnThatSaysNoDoesNothing)
{
    board.beginDrag({web1});
    EXPECT_EQ(column(u"xenhost4"_s)->banner()->notice().tone, Tone::Bad);
    EXPECT_FALSE(dragOnto(column(u"xenhost4"_s), *toMimeData({web1})));
    EXPECT_TRUE(requested.isEmpty());
    EXPECT_TRUE(board.isDragging()); // the pointer still holds it
    // Not even a drop that nobody offered gets through.
    QDropEvent forced(QPointF(5, 5), Qt::MoveAction, toMimeData({web1}).get(), Qt::LeftButton, {});
    QCoreApplication::sendEvent(column(u"xenhost4"_s), &forced);
    EXPECT_TRUE(requested.isEmpty());
}

TEST_F(BoardTest, ownColumnTakesNoDrop)
{
    board.beginDrag({web1});
    EXPECT_TRUE(column(u"xenhost1"_s)->banner()->isHidden());
    EXPECT_FALSE(dragOnto(column(u"xenhost1"_s), *toMimeData({web1})));
    EXPECT_TRUE(requested.isEmpty());
}

TEST_F(BoardTest, foreignDragIsNotTaken)
{
    QMimeData text;
    text.setText(u"web1"_s);
    board.beginDrag({web1});
    EXPECT_FALSE(dragOnto(column(u"xenhost2"_s), text));
    // The right type with other guests than those that were judged.
    dragOnto(column(u"xenhost2"_s), *toMimeData({crm}));
    EXPECT_TRUE(requested.isEmpty());
    board.endDrag();
    EXPECT_FALSE(dragOnto(column(u"xenhost2"_s), *toMimeData({web1}))); // no drag of this board
}

TEST_F(BoardTest, damagedPayloadIsRefused)
{
    const auto data = toMimeData({web1, web2});
    EXPECT_THAT(*guestsFrom(*data), ElementsAre(web1, web2));
    const QByteArray whole = data->data(guestsMimeType());
    for (qsizetype length = 0; length < whole.size(); ++length) {
        QMimeData torn;
        torn.setData(guestsMimeType(), whole.left(length));
        EXPECT_FALSE(guestsFrom(torn)) << length;
    }
    QMimeData longer;
    longer.setData(guestsMimeType(), whole + 'x');
    EXPECT_FALSE(guestsFrom(longer));
}

TEST_F(BoardTest, guestsOfSeveralNodesGoWhereTheyAreNot)
{
    board.beginDrag({web1, crm});
    EXPECT_EQ(column(u"xenhost3"_s)->answer().kind, DragAnswer::Kind::Allowed);
    EXPECT_TRUE(dragOnto(column(u"xenhost3"_s), *toMimeData({web1, crm})));
    EXPECT_THAT(requestedGuests(), ElementsAre(web1));
}

TEST_F(BoardTest, verdictFollowsTheStateDuringADrag)
{
    board.beginDrag({web1});
    ASSERT_EQ(column(u"xenhost2"_s)->answer().kind, DragAnswer::Kind::Allowed);
    cluster::ClusterState state = fourNodes();
    state.nodes[1].facts->info.freeMemoryMiB = 512;
    board.setState(state);
    EXPECT_EQ(column(u"xenhost2"_s)->answer().kind, DragAnswer::Kind::Refused);
    EXPECT_FALSE(dragOnto(column(u"xenhost2"_s), *toMimeData({web1})));

    state = fourNodes();
    state.nodes[0].facts->guests.removeIf(
        [](const cluster::Guest &guest) { return guest.name == u"web1"_s; });
    board.setState(state);
    EXPECT_EQ(column(u"xenhost2"_s)->answer().kind, DragAnswer::Kind::Refused);
    EXPECT_TRUE(requested.isEmpty());
}

TEST_F(BoardTest, nodeThatLeavesDuringADragTakesNothingAlong)
{
    board.beginDrag({web1});
    cluster::ClusterState state = fourNodes();
    state.nodes.removeFirst();
    board.setState(state);
    EXPECT_EQ(board.column(u"xenhost1"_s), nullptr);
    EXPECT_EQ(column(u"xenhost2"_s)->answer().kind, DragAnswer::Kind::Refused);
    board.endDrag();
}

TEST_F(BoardTest, hintTellsWhatADropWouldDo)
{
    board.beginDrag({web1, web2});
    board.hoverDrag(u"xenhost2"_s);
    EXPECT_EQ(lastHint(), u"Drop to migrate web1 and web2 to xenhost2. Esc cancels."_s);
    board.hoverDrag(u"xenhost4"_s);
    EXPECT_EQ(lastHint(), u"xenhost4 does not take web1 and web2. Esc cancels."_s);
    board.endDrag();
    EXPECT_EQ(lastHint(), QString());
}

TEST_F(BoardTest, hoveredColumnTellsAllReasons)
{
    cluster::ClusterState state = fourNodes();
    state.nodes[2].facts->info.freeMemoryMiB = 512; // and the clock is ahead
    board.setState(state);
    board.beginDrag({web1});
    const Notice notice = column(u"xenhost3"_s)->answer().notice;
    EXPECT_GE(notice.details.count(u'\n'), 1) << qPrintable(notice.details);
    EXPECT_EQ(column(u"xenhost3"_s)->banner()->text(), notice.text);
    board.hoverDrag(u"xenhost3"_s);
    EXPECT_EQ(column(u"xenhost3"_s)->banner()->text(), notice.details);
}

TEST_F(BoardTest, headerShowsWhatWouldBeUsed)
{
    board.beginDrag({web1, web2});
    EXPECT_EQ(column(u"xenhost2"_s)->header()->text().left,
              u"3.2 of 32 GiB used, + 8.0 with these"_s);
    board.endDrag();
    EXPECT_EQ(column(u"xenhost2"_s)->header()->text().left, u"3.2 of 32 GiB used"_s);
}

TEST_F(BoardTest, lockedBoardStartsNoDrag)
{
    board.setDragLocked(true);
    board.select({web1});
    Q_EMIT list(u"xenhost1"_s)->dragWanted();
    EXPECT_FALSE(board.isDragging());
    EXPECT_TRUE(lastHint().contains(u"locked"_s));
}

TEST_F(BoardTest, menusAskTheSameWay)
{
    EXPECT_TRUE(board.requestMigration({web1}, u"xenhost2"_s));
    EXPECT_EQ(requested.size(), 1);
    EXPECT_FALSE(board.requestMigration({web1}, u"xenhost4"_s));
    EXPECT_FALSE(board.requestMigration({web1}, u"xenhost1"_s)); // is there
    EXPECT_EQ(requested.size(), 1);
    EXPECT_FALSE(lastHint().isEmpty());
}

// ---- refreshing

TEST_F(BoardTest, selectionCurrentCardAndScrollSurviveARefresh)
{
    board.setState(largeCluster(3, 120));
    const GuestRef guest{u"guest60"_s, u"node1"_s};
    board.select({guest});
    list(u"node1"_s)->selectionModel()->setCurrentIndex(card(guest), QItemSelectionModel::NoUpdate);
    QCoreApplication::processEvents();
    list(u"node1"_s)->verticalScrollBar()->setValue(200);
    const int scrolled = list(u"node1"_s)->verticalScrollBar()->value();
    ASSERT_GT(scrolled, 0);

    cluster::ClusterState state = largeCluster(3, 120);
    state.nodes[0].facts->guests.last().cpuPercent = 77;
    state.nodes[0].facts->readAt = boardNow();
    board.setState(state);
    QCoreApplication::processEvents();
    EXPECT_THAT(board.selection(), ElementsAre(guest));
    EXPECT_EQ(list(u"node1"_s)->currentIndex(), card(guest));
    EXPECT_EQ(list(u"node1"_s)->verticalScrollBar()->value(), scrolled);
}

/// Notes which part of the screen is painted anew.
class PaintedRegion : public QObject
{
public:
    explicit PaintedRegion(const QWidget &root)
    {
        for (QWidget *widget : root.findChildren<QWidget *>())
            widget->installEventFilter(this);
    }

    QRegion region;

protected:
    bool eventFilter(QObject *object, QEvent *event) override
    {
        if (event->type() == QEvent::Paint) {
            const auto *widget = static_cast<QWidget *>(object);
            region += static_cast<QPaintEvent *>(event)->region().translated(
                widget->mapTo(widget->window(), QPoint()));
        }
        return false;
    }
};

TEST_F(BoardTest, onlyTheChangedCardIsPaintedAgain)
{
    PaintedRegion painted(board);
    column(u"xenhost1"_s)->update();
    ASSERT_TRUE(QTest::qWaitFor([&painted] { return !painted.region.isEmpty(); }));
    painted.region = {};

    board.setState(board.state()); // nothing new: nothing to paint
    cluster::ClusterState changed = board.state();
    changed.nodes[0].facts->guests[0].cpuPercent = 99;
    board.setState(changed);
    ASSERT_TRUE(QTest::qWaitFor([&painted] { return !painted.region.isEmpty(); }));
    const ColumnList *cards = list(u"xenhost1"_s);
    const QRect card = cards->visualRect(this->card(web1));
    EXPECT_EQ(painted.region.boundingRect(),
              card.translated(cards->viewport()->mapTo(&board, QPoint())));
}

TEST_F(BoardTest, ageTicksWithTheClock)
{
    QDateTime now = boardNow();
    board.setClock([&now] { return now; });
    EXPECT_EQ(column(u"xenhost1"_s)->header()->text().about, u"Xen 4.17 · xl · read 2 s ago"_s);
    now = now.addSecs(3);
    ASSERT_TRUE(QTest::qWaitFor([this] {
        return column(u"xenhost1"_s)->header()->text().about == u"Xen 4.17 · xl · read 5 s ago"_s;
    }));
}

TEST_F(BoardTest, lostNodeKeepsItsLastPicture)
{
    const Column *lost = column(u"xenhost4"_s);
    EXPECT_EQ(lost->header()->text().state, u"unreachable"_s);
    EXPECT_FALSE(lost->banner()->isHidden());
    ASSERT_EQ(lost->model()->rowCount(), 1);
    EXPECT_EQ(lost->model()->card(0).name, u"test3"_s);
    EXPECT_FALSE(lost->model()->card(0).current);
    EXPECT_EQ(CardText::state(lost->model()->card(0)), u"unknown"_s);
}

TEST_F(BoardTest, nodeThatIsLostGreysItsCardsWithoutANewReading)
{
    cluster::ClusterState state = board.state();
    state.nodes[0].connection.phase = remote::Phase::Waiting; // the facts stay the same
    board.setState(state);
    EXPECT_FALSE(column(u"xenhost1"_s)->model()->card(0).current);
}

TEST_F(BoardTest, columnsFollowTheNodes)
{
    Column *third = column(u"xenhost3"_s);
    cluster::ClusterState state = fourNodes();
    state.nodes.removeAt(1);
    state.nodes.move(1, 0);
    state.nodes.append(liveNode(u"xenhost5"_s, 8192, {}));
    board.setState(state);
    EXPECT_EQ(column(u"xenhost3"_s), third); // moved, not made anew
    EXPECT_EQ(column(u"xenhost2"_s), nullptr);
    QCoreApplication::processEvents();
    EXPECT_LT(third->x(), column(u"xenhost1"_s)->x());
    EXPECT_GT(column(u"xenhost5"_s)->x(), column(u"xenhost4"_s)->x());
}

TEST_F(BoardTest, migrationsShowOnBothColumns)
{
    board.setMigrations({wikiMigration()});
    const ColumnModel *target = column(u"xenhost2"_s)->model();
    ASSERT_EQ(target->rowCount(), 2);
    EXPECT_EQ(target->card(1).kind, Card::Kind::Arriving);
    const ColumnModel *source = column(u"xenhost3"_s)->model();
    EXPECT_EQ(source->card(source->rowOf(u"wiki"_s)).kind, Card::Kind::Leaving);
    board.setMigrations({});
    EXPECT_EQ(target->rowCount(), 1);
    EXPECT_EQ(source->card(source->rowOf(u"wiki"_s)).kind, Card::Kind::Guest);
}

TEST_F(BoardTest, guestThatRunsTwiceIsAnAlarmOnBothNodes)
{
    cluster::ClusterState state = fourNodes();
    state.nodes[0].facts->guests.append(state.nodes[2].facts->guests.last()); // wiki, with its uuid
    board.setState(state);
    for (const QString &node : {u"xenhost1"_s, u"xenhost3"_s}) {
        const Card &first = column(node)->model()->card(0);
        EXPECT_EQ(first.name, u"wiki"_s);
        EXPECT_EQ(first.kind, Card::Kind::Alarm);
        EXPECT_FALSE(first.sentence.isEmpty());
        EXPECT_FALSE(first.remedy.isEmpty());
    }
}

TEST_F(BoardTest, leftoverIsAnAlarmUnlessItIsOfAMigration)
{
    cluster::ClusterState state = fourNodes();
    state.nodes[1].facts->guests.append(
        guestOf(u"wiki--incoming"_s, 1, 900, {}, toolstack::RunState::Paused));
    board.setState(state);
    EXPECT_EQ(column(u"xenhost2"_s)->model()->card(0).kind, Card::Kind::Alarm);
    board.setMigrations({wikiMigration()});
    EXPECT_EQ(column(u"xenhost2"_s)->model()->rowOf(u"wiki--incoming"_s), -1);
    EXPECT_EQ(column(u"xenhost2"_s)->model()->card(1).kind, Card::Kind::Arriving);
}

// ---- filter and empty states

TEST_F(BoardTest, filterHidesAndSaysSo)
{
    board.select({web1, crm});
    board.setFilter(u"WEB"_s);
    EXPECT_EQ(column(u"xenhost1"_s)->model()->rowCount(), 2);
    EXPECT_EQ(column(u"xenhost3"_s)->model()->rowCount(), 0);
    EXPECT_EQ(list(u"xenhost3"_s)->placeholder(), u"No guest here matches “WEB”."_s);
    EXPECT_THAT(board.selection(), ElementsAre(web1)); // what is not seen is not acted on
    board.setFilter({});
    EXPECT_EQ(column(u"xenhost3"_s)->model()->rowCount(), 3);
}

TEST_F(BoardTest, emptyBoardOffersToConnect)
{
    const QSignalSpy connectWanted(&board, &Board::connectRequested);
    board.setState({});
    auto *button = board.findChild<QPushButton *>(u"connectButton"_s);
    ASSERT_NE(button, nullptr);
    EXPECT_TRUE(button->isVisible());
    button->click();
    EXPECT_EQ(connectWanted.size(), 1);
    board.setState(fourNodes());
    EXPECT_FALSE(button->isVisible());
}

// ---- selection, keyboard, menus

TEST_F(BoardTest, clickSelectsInOneColumnControlClickInMore)
{
    click(web1);
    EXPECT_THAT(board.selection(), ElementsAre(web1));
    click(crm);
    EXPECT_THAT(board.selection(), ElementsAre(crm));
    click(web2, Qt::ControlModifier);
    EXPECT_THAT(board.selection(), ElementsAre(web2, crm));
}

TEST_F(BoardTest, arrowsWalkWithinAndBetweenColumns)
{
    click({u"build7"_s, u"xenhost1"_s});
    key(u"xenhost1"_s, Qt::Key_Down);
    EXPECT_THAT(board.selection(), ElementsAre(GuestRef{u"db1"_s, u"xenhost1"_s}));
    key(u"xenhost1"_s, Qt::Key_Right);
    EXPECT_TRUE(list(u"xenhost2"_s)->hasFocus());
    EXPECT_THAT(board.selection(), ElementsAre(GuestRef{u"dns1"_s, u"xenhost2"_s}));
    key(u"xenhost2"_s, Qt::Key_Right);
    EXPECT_THAT(board.selection(), ElementsAre(crm));
    key(u"xenhost3"_s, Qt::Key_Left);
    EXPECT_THAT(board.selection(), ElementsAre(GuestRef{u"dns1"_s, u"xenhost2"_s}));
}

TEST_F(BoardTest, upFromTheFirstCardIsTheHeader)
{
    const QSignalSpy menus(&board, &Board::nodeMenuRequested);
    click({u"dns1"_s, u"xenhost2"_s});
    key(u"xenhost2"_s, Qt::Key_Up);
    ColumnHeader *header = column(u"xenhost2"_s)->header();
    EXPECT_TRUE(header->hasFocus());
    QTest::keyClick(header, Qt::Key_Return);
    ASSERT_EQ(menus.size(), 1);
    EXPECT_EQ(menus.first().first().toString(), u"xenhost2"_s);
    QTest::keyClick(header, Qt::Key_Right);
    EXPECT_TRUE(column(u"xenhost3"_s)->header()->hasFocus());
    QTest::keyClick(column(u"xenhost3"_s)->header(), Qt::Key_Down);
    EXPECT_TRUE(list(u"xenhost3"_s)->hasFocus());
}

TEST_F(BoardTest, controlASelectsTheColumnEscapeNothing)
{
    click(crm);
    click(web1, Qt::ControlModifier);
    key(u"xenhost1"_s, Qt::Key_A, Qt::ControlModifier);
    EXPECT_EQ(board.selection().size(), 5);
    key(u"xenhost1"_s, Qt::Key_Escape);
    EXPECT_THAT(board.selection(), IsEmpty());
}

TEST_F(BoardTest, enterAndMenuKeyOpenTheMenuOfTheSelectedGuests)
{
    const QSignalSpy menus(&board, &Board::guestMenuRequested);
    click(web1);
    click(web2, Qt::ControlModifier);
    key(u"xenhost1"_s, Qt::Key_Return);
    key(u"xenhost1"_s, Qt::Key_Menu);
    ASSERT_EQ(menus.size(), 2);
    EXPECT_THAT(menus.last().first().value<QList<GuestRef>>(), ElementsAre(web1, web2));
}

TEST_F(BoardTest, rightClickOffersTheCardOrTheNode)
{
    const QSignalSpy guests(&board, &Board::guestMenuRequested);
    const QSignalSpy nodes(&board, &Board::nodeMenuRequested);
    QWidget *viewport = list(u"xenhost1"_s)->viewport();
    const auto rightClick = [&](const QPoint &at) {
        QTest::mouseClick(viewport, Qt::RightButton, {}, at);
        QContextMenuEvent event(QContextMenuEvent::Mouse, at, viewport->mapToGlobal(at));
        QCoreApplication::sendEvent(viewport, &event);
    };
    rightClick(centre(web1));
    ASSERT_EQ(guests.size(), 1);
    EXPECT_THAT(guests.last().first().value<QList<GuestRef>>(), ElementsAre(web1));
    rightClick(viewport->rect().bottomLeft() + QPoint(10, -10));
    ASSERT_EQ(nodes.size(), 1);
    EXPECT_EQ(nodes.last().first().toString(), u"xenhost1"_s);
}

TEST_F(BoardTest, selectionIsAnnounced)
{
    const QSignalSpy changed(&board, &Board::selectionChanged);
    click(web1);
    EXPECT_GE(changed.size(), 1);
}

// ---- accessibility and look

TEST_F(BoardTest, screenReadersFindNodesAndGuests)
{
    QAccessibleInterface *node = QAccessible::queryAccessibleInterface(list(u"xenhost1"_s));
    ASSERT_NE(node, nullptr);
    EXPECT_EQ(node->role(), QAccessible::List);
    EXPECT_EQ(node->text(QAccessible::Name), u"xenhost1"_s);
    EXPECT_EQ(node->text(QAccessible::Description), u"online, 23.2 of 32 GiB used"_s);
    ASSERT_EQ(node->childCount(), 5);
    QAccessibleInterface *guest = node->child(1);
    EXPECT_EQ(guest->role(), QAccessible::ListItem);
    EXPECT_EQ(guest->text(QAccessible::Name), u"db1"_s);
    EXPECT_EQ(guest->text(QAccessible::Description),
              u"running, 4 vCPU · 8 GiB · 61 %, Managed by rgmanager · FD"_s);
}

TEST_F(BoardTest, everyColumnHasAName)
{
    for (const cluster::NodeState &node : board.state().nodes) {
        EXPECT_EQ(list(node.name())->accessibleName(), node.name());
        EXPECT_TRUE(column(node.name())->header()->accessibleName().contains(node.name()));
        EXPECT_FALSE(column(node.name())->header()->accessibleDescription().isEmpty());
    }
}

TEST_F(BoardTest, looksFollowThePalette)
{
    const auto cardColour = [this] {
        return board.grab().toImage().pixelColor(
            list(u"xenhost1"_s)->viewport()->mapTo(&board, centre(web1)));
    };
    const QColor light = cardColour();
    QPalette dark(QColor(0x2e, 0x33, 0x3b), QColor(0x23, 0x27, 0x2e));
    dark.setColor(QPalette::Base, QColor(0x1c, 0x1f, 0x25));
    dark.setColor(QPalette::Text, Qt::white);
    board.setPalette(dark);
    QCoreApplication::processEvents();
    EXPECT_GT(light.lightness(), 200);
    EXPECT_LT(cardColour().lightness(), 100);
}

TEST(Theme, wordsAreReadableOnTheirSurfaces)
{
    const auto luminance = [](const QColor &color) {
        const auto linear = [](double c) {
            return c <= 0.03928 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
        };
        return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF())
               + 0.0722 * linear(color.blueF());
    };
    const auto contrast = [&](const QColor &a, const QColor &b) {
        const auto [low, high] = std::minmax({luminance(a), luminance(b)});
        return (high + 0.05) / (low + 0.05);
    };
    QPalette dark(QColor(0x2e, 0x33, 0x3b), QColor(0x23, 0x27, 0x2e));
    dark.setColor(QPalette::Base, QColor(0x1c, 0x1f, 0x25));
    dark.setColor(QPalette::Text, QColor(0xe6, 0xe8, 0xec));
    for (const QPalette &palette : {QPalette(Qt::lightGray, QColor(0xef, 0xf0, 0xf3)), dark}) {
        const Theme theme = Theme::of(palette);
        for (const QColor &surface :
             {theme.column, theme.card, theme.tinted(Tone::Good), theme.tinted(Tone::Warn)})
            EXPECT_GE(contrast(theme.muted, surface), 4.5)
                << theme.dark << qPrintable(surface.name());
        const QColor paper = theme.dark ? Qt::black : Qt::white;
        for (const Tone tone : {Tone::Good, Tone::Warn, Tone::Bad}) {
            EXPECT_GE(contrast(paper, theme.strong(tone)), 4.5);
            EXPECT_GE(contrast(theme.strong(tone), theme.tinted(tone)), 4.5);
        }
    }
}

} // namespace
} // namespace colonnade::gui
