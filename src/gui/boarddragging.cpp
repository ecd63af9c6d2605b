// SPDX-License-Identifier: GPL-3.0-or-later
// The part of the board that a drag goes through; the rest is in board.cpp.
#include "gui/board.h"

#include "gui/boarddrag.h"
#include "gui/card.h"
#include "gui/column.h"
#include "gui/columnmodel.h"

#include <QBitmap>
#include <QCursor>
#include <QDrag>
#include <QGuiApplication>
#include <QMimeData>
#include <QPointer>
#include <QScrollArea>
#include <QScrollBar>
#include <QTimer>
#include <QWindow>

#include <algorithm>

namespace colonnade::gui {

using rules::GuestRef;

namespace {

constexpr int AutoScrollInterval = 30; ///< ms
constexpr int NudgeTime = 40;          ///< ms; moves that follow each other at once become one

QStringList namesOf(const QList<GuestRef> &guests)
{
    QStringList names;
    for (const GuestRef &guest : guests)
        names.append(guest.guest);
    return names;
}

/// Those of @p guests that are not on @p node already.
QList<GuestRef> comingTo(const QString &node, const QList<GuestRef> &guests)
{
    QList<GuestRef> result;
    std::ranges::copy_if(guests, std::back_inserter(result),
                         [&](const GuestRef &guest) { return guest.node != node; });
    return result;
}

/// Cuts the window in which the platform shows @p pixmap to what is not transparent. Qt 6.4 sets
/// this mask before the window exists, where it is lost, so that on X11 without a compositor a card
/// would lie on a white rectangle.
void shapeDragWindow(const QPixmap &pixmap)
{
    if (pixmap.devicePixelRatio() != 1.0)
        return; // a mask has the pixels of the screen, a region those of the program
    for (QWindow *window : QGuiApplication::allWindows()) {
        if (window->inherits("QShapedPixmapWindow"))
            window->setMask(QRegion(pixmap.mask()));
    }
}

/// Lets Qt ask again what is under the pointer whether it takes a drop: it asks only when the
/// pointer moves, and whoever waits for a column's yes keeps still.
void nudgePointer(QObject *context)
{
    const QPoint rest = QCursor::pos();
    const QPoint beside = rest + QPoint(1, 0);
    QCursor::setPos(beside);
    QTimer::singleShot(NudgeTime, context, [rest, beside] {
        if (QCursor::pos() == beside) // nobody has moved it meanwhile
            QCursor::setPos(rest);
    });
}

} // namespace

rules::Verdict Board::verdict(const QList<GuestRef> &guests, const QString &node) const
{
    rules::PlacementOptions options;
    options.now = m_clock();
    options.staleAfter = StaleAfter;
    return rules::canRunAll(m_state, comingTo(node, guests), node, options);
}

bool Board::requestMigration(const QList<GuestRef> &guests, const QString &node)
{
    const QList<GuestRef> coming = comingTo(node, guests);
    if (coming.isEmpty())
        return false;
    const rules::Verdict answer = verdict(coming, node);
    if (answer.answer() == rules::Answer::No) {
        Q_EMIT dragHint(answer.headline());
        return false;
    }
    Q_EMIT migrationRequested(coming, node);
    return true;
}

void Board::beginDrag(const QList<GuestRef> &guests)
{
    m_dragged = guests;
    m_hovered.clear();
    for (const Column *column : std::as_const(m_columns)) {
        QSet<QString> lifted;
        for (const GuestRef &guest : guests) {
            if (guest.node == column->node())
                lifted.insert(guest.guest);
        }
        column->model()->setLifted(lifted);
    }
    updateTexts();
    updateHint();
}

void Board::endDrag()
{
    if (!isDragging())
        return;
    m_dragged.clear();
    m_hovered.clear();
    m_autoScroll.stop();
    for (Column *column : std::as_const(m_columns)) {
        column->model()->setLifted({});
        column->setAnswer({});
    }
    updateTexts();
    setHint({});
}

void Board::hoverDrag(const QString &node)
{
    if (!isDragging() || m_hovered == node)
        return;
    m_hovered = node;
    m_autoScroll.stop();
    for (Column *column : std::as_const(m_columns)) {
        DragAnswer answer = column->answer();
        answer.hovered = column->node() == node;
        column->setAnswer(answer);
    }
    updateHint();
}

void Board::updateAnswers()
{
    bool isOtherAnswer = false;
    for (Column *column : std::as_const(m_columns)) {
        const DragAnswer answer = answerOf(column->node());
        isOtherAnswer |= answer.hovered && answer.kind != column->answer().kind;
        column->setAnswer(answer);
    }
    updateHint();
    if (isOtherAnswer && m_pointerDrag)
        nudgePointer(this);
}

DragAnswer Board::answerOf(const QString &node) const
{
    const QList<GuestRef> coming = comingTo(node, m_dragged);
    if (coming.isEmpty())
        return {DragAnswer::Kind::Source, {}, 0, node == m_hovered};
    const rules::Verdict judged = verdict(coming, node);
    const bool allowed = judged.answer() != rules::Answer::No;
    return {allowed ? DragAnswer::Kind::Allowed : DragAnswer::Kind::Refused,
            ColumnText::answer(judged, namesOf(coming)), memoryOfAll(coming), node == m_hovered};
}

void Board::updateHint()
{
    const Column *over = column(m_hovered);
    const QString guests =
        CardText::names(namesOf(over ? comingTo(m_hovered, m_dragged) : m_dragged));
    const QString node = CardText::printable(m_hovered);
    switch (over ? over->answer().kind : DragAnswer::Kind::None) {
    case DragAnswer::Kind::None:
        setHint(tr("Drag %1 to the column where it shall run. Esc cancels.", nullptr,
                   static_cast<int>(m_dragged.size()))
                    .arg(guests));
        break;
    case DragAnswer::Kind::Source:
        setHint(tr("Already on %1. Esc cancels.").arg(node));
        break;
    case DragAnswer::Kind::Allowed:
        setHint(tr("Drop to migrate %1 to %2. Esc cancels.").arg(guests, node));
        break;
    case DragAnswer::Kind::Refused:
        setHint(tr("%1 does not take %2. Esc cancels.").arg(node, guests));
        break;
    }
}

void Board::setHint(const QString &text)
{
    if (m_hint == text)
        return;
    m_hint = text;
    Q_EMIT dragHint(text);
}

void Board::runDrag()
{
    if (m_dragLocked) {
        Q_EMIT dragHint(tr("Dragging is locked against accidents. Unlock it in the toolbar, or use "
                           "the menu of the card."));
        return;
    }
    QList<GuestRef> guests = selection();
    guests.removeIf([this](const GuestRef &guest) {
        const ColumnModel *model = column(guest.node)->model();
        return !model->card(model->rowOf(guest.guest)).isDraggable();
    });
    if (guests.isEmpty() || m_pointerDrag)
        return;
    beginDrag(guests);
    m_pointerDrag = true;
    m_dropNode.clear();
    // Owned by the board and not by the view: the node's column may go while the pointer is on its
    // way.
    auto *drag = new QDrag(this);
    drag->setMimeData(toMimeData(guests).release());
    const QPixmap pixmap = dragPixmap();
    drag->setPixmap(pixmap);
    drag->setHotSpot(
        (QPointF(pixmap.width(), pixmap.height()) / (2 * pixmap.devicePixelRatio())).toPoint());
    QTimer::singleShot(0, this, [pixmap] { shapeDragWindow(pixmap); });
    const QPointer<Board> alive = this;
    drag->exec(Qt::MoveAction);
    if (!alive)
        return;
    m_pointerDrag = false;
    const QString target = std::exchange(m_dropNode, {});
    endDrag();
    for (Column *column : std::exchange(m_retired, {}))
        column->deleteLater();
    if (!target.isEmpty())
        requestMigration(guests, target);
}

QPixmap Board::dragPixmap() const
{
    DragPicture picture;
    picture.guests = namesOf(m_dragged);
    for (const GuestRef &guest : m_dragged) {
        if (const cluster::Guest *found = find(guest))
            picture.vcpus += found->vcpus;
    }
    picture.memoryMiB = memoryOfAll(m_dragged);
    const ColumnModel *model = column(m_dragged.first().node)->model();
    picture.color = model->card(model->rowOf(m_dragged.first().guest)).color;
    return drawDragPicture(picture, m_theme, m_fonts, devicePixelRatioF(), layoutDirection());
}

void Board::dragMoved(const Column *column, const QPoint &position)
{
    hoverDrag(column->node());
    const int x = column->mapTo(m_scroll, position).x();
    const int margin = 10 * m_fonts.unit;
    const int beyond = x < margin ? x - margin : qMax(0, x - (m_scroll->width() - margin));
    m_autoScrollStep = beyond / 2;
    if (m_autoScrollStep == 0)
        m_autoScroll.stop();
    else if (!m_autoScroll.isActive())
        m_autoScroll.start(AutoScrollInterval, this);
}

void Board::scrollDuringDrag()
{
    QScrollBar *bar = m_scroll->horizontalScrollBar();
    bar->setValue(bar->value() + m_autoScrollStep);
}

void Board::drop(const QString &node, const QList<GuestRef> &guests)
{
    if (guests != m_dragged)
        return; // not the drag that the columns have answered
    if (m_pointerDrag) {
        m_dropNode =
            node; // asked for when the drag is over: a dialogue inside of it would hold the pointer
        return;
    }
    endDrag();
    requestMigration(guests, node);
}

const cluster::Guest *Board::find(const GuestRef &guest) const
{
    const cluster::NodeState *node = m_state.node(guest.node);
    if (!node || !node->facts)
        return nullptr;
    const auto found = std::ranges::find(node->facts->guests, guest.guest, &cluster::Guest::name);
    return found == node->facts->guests.cend() ? nullptr : &*found;
}

qint64 Board::memoryOfAll(const QList<GuestRef> &guests) const
{
    qint64 sum = 0;
    for (const GuestRef &guest : guests) {
        if (const cluster::Guest *found = find(guest))
            sum += found->memoryMiB;
    }
    return sum;
}

} // namespace colonnade::gui
