// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/domainstable.h"

#include "gui/card.h"
#include "gui/dragghost.h"
#include "gui/noderows.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QHeaderView>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>
#include <QStyledItemDelegate>
#include <QTimerEvent>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace colonnade::gui {

namespace {

constexpr int ScrollInterval = 40; // ms between steps while a drag is beyond the edge

QRect pillIn(const QRect &cell, const Pill &pill, const Fonts &fonts, Qt::LayoutDirection direction)
{
    QSize size = pill.size(fonts);
    size.setWidth(std::min(size.width(), cell.width() - 4 * fonts.unit));
    const QRect rect(cell.left() + 2 * fonts.unit, cell.top() + (cell.height() - size.height()) / 2,
                     size.width(), size.height());
    return QStyle::visualRect(direction, cell, rect);
}

} // namespace

/// Draws a cell: its pill, and what a drag would make of it.
class DomainsTable::Delegate final : public QStyledItemDelegate
{
public:
    explicit Delegate(DomainsTable *table) : QStyledItemDelegate(table), m_table(table) {}

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override
    {
        const Theme theme = Theme::of(option.palette);
        const Fonts fonts(option.font);
        Pill pill = m_table->m_model->pill(index);
        pill.hovered = index == m_table->m_hovered;
        pill.focused = option.state.testFlag(QStyle::State_HasFocus);
        tint(*painter, option.rect, index, pill, theme);
        painter->setPen(theme.columnBorder);
        painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
        const bool mirrored = option.direction == Qt::RightToLeft;
        painter->drawLine(mirrored ? option.rect.topLeft() : option.rect.topRight(),
                          mirrored ? option.rect.bottomLeft() : option.rect.bottomRight());
        if (!m_table->isEnabled())
            painter->setOpacity(0.55);
        pill.paint(*painter, pillIn(option.rect, pill, fonts, option.direction), theme, fonts,
                   option.direction);
        painter->setOpacity(1);
    }

private:
    void tint(QPainter &painter, const QRect &rect, const QModelIndex &index, Pill &pill,
              const Theme &theme) const
    {
        if (index.column() == m_table->m_targetColumn)
            painter.fillRect(rect, theme.tinted(Tone::Good));
        const auto &drag = m_table->m_drag;
        if (!drag || m_table->m_model->domains()[index.column()].name != drag->domain)
            return;
        if (index.row() == drag->targetRow)
            painter.fillRect(rect, theme.tinted(drag->to ? Tone::Good : Tone::Bad));
        if (m_table->m_model->nodes()[index.row()] == drag->node)
            pill.look = Pill::Look::Lifted;
    }

    DomainsTable *m_table;
};

DomainsTable::DomainsTable(DomainsModel *model, QWidget *ghostArea, QWidget *parent)
    : QTableView(parent), m_model(model), m_ghost(new DragGhost(ghostArea))
{
    setModel(model);
    setItemDelegate(new Delegate(this));
    setFrameShape(QFrame::NoFrame);
    setSelectionMode(NoSelection); // the current cell is enough, and is drawn by its pill
    setEditTriggers(NoEditTriggers);
    setTabKeyNavigation(false);
    setShowGrid(false);
    setVerticalHeader(new NodeRows(this));
    setMouseTracking(true);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollMode(ScrollPerPixel);
    setAccessibleName(tr("Nodes in failover domains"));
    horizontalHeader()->hide();
    horizontalHeader()->setMinimumSectionSize(1);
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    connect(model, &QAbstractItemModel::modelAboutToBeReset, this, &DomainsTable::cancelDrag);
}

QRect DomainsTable::pillRect(const QModelIndex &index) const
{
    return pillIn(visualRect(index), m_model->pill(index), Fonts(font()), layoutDirection());
}

int DomainsTable::rowHeightWanted() const
{
    const Fonts fonts(font());
    return Pill{.strong = u"1"_s}.size(fonts).height() + 7 * fonts.unit / 2;
}

void DomainsTable::setTargetColumn(int column)
{
    m_targetColumn = column;
    viewport()->update();
}

bool DomainsTable::isOnPill(const QPoint &position) const
{
    const QModelIndex index = indexAt(position);
    return index.isValid() && pillRect(index).contains(position);
}

// ---- the pointer

void DomainsTable::mousePressEvent(QMouseEvent *event)
{
    const QPoint position = event->position().toPoint();
    m_pressed = QModelIndex();
    if (event->button() == Qt::LeftButton && isOnPill(position)) {
        m_pressed = indexAt(position);
        m_pressPosition = position;
    }
    QTableView::mousePressEvent(event);
}

void DomainsTable::mouseMoveEvent(QMouseEvent *event)
{
    const QPoint position = event->position().toPoint();
    if (m_drag) {
        dragTo(event->globalPosition().toPoint());
        return;
    }
    if (m_pressed.isValid() && event->buttons().testFlag(Qt::LeftButton)) {
        const int far = (position - m_pressPosition).manhattanLength();
        if (far >= QApplication::startDragDistance() && m_model->cell(m_pressed).isMember) {
            startDrag(m_pressed);
            dragTo(event->globalPosition().toPoint());
        }
        return; // the selection does not follow the pointer
    }
    const QModelIndex hovered = isOnPill(position) ? indexAt(position) : QModelIndex();
    if (hovered != m_hovered) {
        m_hovered = hovered;
        viewport()->setCursor(!hovered.isValid()                ? Qt::ArrowCursor
                              : m_model->cell(hovered).isMember ? Qt::OpenHandCursor
                                                                : Qt::PointingHandCursor);
        viewport()->update();
    }
    QTableView::mouseMoveEvent(event);
}

void DomainsTable::mouseReleaseEvent(QMouseEvent *event)
{
    if (m_drag) {
        dropDrag();
        return;
    }
    const QModelIndex pressed = m_pressed;
    m_pressed = QModelIndex();
    QTableView::mouseReleaseEvent(event);
    const QPoint position = event->position().toPoint();
    if (event->button() == Qt::LeftButton && pressed.isValid() && indexAt(position) == pressed
        && !m_model->cell(pressed).isMember)
        activateCell(pressed);
}

void DomainsTable::mouseDoubleClickEvent(QMouseEvent *event)
{
    // The second press of a quick pair is a press like the first.
    mousePressEvent(event);
}

void DomainsTable::leaveEvent(QEvent *event)
{
    m_hovered = QModelIndex();
    viewport()->update();
    QTableView::leaveEvent(event);
}

void DomainsTable::contextMenuEvent(QContextMenuEvent *event)
{
    if (m_drag)
        return;
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    const QModelIndex index =
        byKey ? currentIndex() : indexAt(viewport()->mapFromGlobal(event->globalPos()));
    if (!index.isValid())
        return;
    Q_EMIT menuWanted(index, byKey ? viewport()->mapToGlobal(pillRect(index).bottomLeft())
                                   : event->globalPos());
}

// ---- dragging

void DomainsTable::startDrag(const QModelIndex &index)
{
    m_drag = Drag{m_model->domains()[index.column()].name,
                  m_model->nodes()[index.row()],
                  m_model->cell(index).position,
                  {},
                  {},
                  index.row(),
                  {}};
    setFocus(Qt::MouseFocusReason); // Escape has to arrive here
    viewport()->setCursor(Qt::ClosedHandCursor);
    m_scrollTimer = startTimer(ScrollInterval);
}

void DomainsTable::judge(Drag &drag, int row) const
{
    const int column = m_model->columnOf(drag.domain);
    const QString domain = CardText::printable(drag.domain);
    drag.targetRow = row;
    drag.to.reset();
    if (column < 0 || row < 0) {
        drag.answer = tr("Let go over a node to give its place; Esc cancels");
        return;
    }
    if (!m_model->domains()[column].isOrdered) {
        drag.answer = tr("%1 is not ordered: priorities are not read in it").arg(domain);
        return;
    }
    const QString target = m_model->nodes()[row];
    const qsizetype place = m_model->domains()[column].members.indexOf(target);
    if (place < 0) {
        drag.answer = tr("%1 is not in %2").arg(CardText::printable(target), domain);
        return;
    }
    drag.to = place;
    drag.answer = place == drag.from
                      ? tr("Stays %1 in %2").arg(DomainsModel::placeWord(int(place) + 1), domain)
                      : tr("Becomes %1 in %2").arg(DomainsModel::placeWord(int(place) + 1), domain);
}

void DomainsTable::dragTo(const QPoint &screenPosition)
{
    m_drag->position = screenPosition;
    const QPoint position = viewport()->mapFromGlobal(screenPosition);
    judge(*m_drag, rowAt(position.y()));
    showDrag();
}

void DomainsTable::showDrag()
{
    const int column = m_model->columnOf(m_drag->domain);
    std::optional<QStringList> order;
    if (m_drag->to && column >= 0) {
        order = m_model->domains()[column].members;
        order->removeOne(m_drag->node);
        order->insert(*m_drag->to, m_drag->node);
    }
    m_model->setPreview(column, order);
    const Pill pill{.strong = u"⠿ "_s + CardText::printable(m_drag->node),
                    .look = m_drag->to ? Pill::Look::Lifted : Pill::Look::Refused};
    m_ghost->showAt(m_drag->position, pill, m_drag->answer);
    viewport()->update();
    Q_EMIT hinted(m_drag->answer);
}

void DomainsTable::endDrag()
{
    killTimer(m_scrollTimer);
    m_drag.reset();
    m_pressed = QModelIndex();
    m_model->setPreview(-1, std::nullopt);
    m_ghost->hide();
    viewport()->setCursor(Qt::ArrowCursor);
    viewport()->update();
    Q_EMIT hinted({});
}

void DomainsTable::cancelDrag()
{
    if (m_drag)
        endDrag();
}

void DomainsTable::dropDrag()
{
    const Drag drag = *m_drag;
    endDrag();
    if (drag.to && *drag.to != drag.from)
        Q_EMIT moveWanted(drag.domain, drag.node, *drag.to);
}

void DomainsTable::timerEvent(QTimerEvent *event)
{
    if (event->timerId() != m_scrollTimer || !m_drag) {
        QTableView::timerEvent(event);
        return;
    }
    const int y = viewport()->mapFromGlobal(m_drag->position).y();
    const int beyond = y < 0 ? y : std::max(0, y - viewport()->height());
    if (beyond == 0)
        return;
    QScrollBar *bar = verticalScrollBar();
    bar->setValue(bar->value() + std::clamp(beyond, -30, 30));
    dragTo(m_drag->position);
}

// ---- the keyboard

void DomainsTable::activateCell(const QModelIndex &index)
{
    if (m_model->cell(index).isMember)
        Q_EMIT menuWanted(index, viewport()->mapToGlobal(pillRect(index).bottomLeft()));
    else if (m_model->isClusterNode(index.row()))
        Q_EMIT addWanted(m_model->domains()[index.column()].name, m_model->nodes()[index.row()]);
}

void DomainsTable::moveBy(const QModelIndex &index, int step)
{
    const DomainCell cell = m_model->cell(index);
    const DomainsModel::Domain &domain = m_model->domains()[index.column()];
    if (!cell.isMember)
        return;
    if (!domain.isOrdered) {
        Q_EMIT hinted(tr("%1 is not ordered: priorities are not read in it")
                          .arg(CardText::printable(domain.name)));
        return;
    }
    const qsizetype to = cell.position + step;
    if (to >= 0 && to < domain.members.size())
        Q_EMIT moveWanted(domain.name, m_model->nodes()[index.row()], to);
}

void DomainsTable::keyPressEvent(QKeyEvent *event)
{
    const QModelIndex index = currentIndex();
    if (m_drag && event->key() == Qt::Key_Escape) {
        endDrag();
        return;
    }
    if (!index.isValid() || m_drag) {
        QTableView::keyPressEvent(event);
        return;
    }
    const bool alt = event->modifiers() == Qt::AltModifier;
    if (alt && (event->key() == Qt::Key_Up || event->key() == Qt::Key_Down))
        moveBy(index, event->key() == Qt::Key_Up ? -1 : 1);
    else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter
             || event->key() == Qt::Key_Space)
        activateCell(index);
    else if (event->key() == Qt::Key_Delete && m_model->cell(index).isMember)
        Q_EMIT removeWanted(m_model->domains()[index.column()].name, m_model->nodes()[index.row()]);
    else if (event->key() == Qt::Key_F2)
        Q_EMIT renameWanted(m_model->domains()[index.column()].name);
    else
        QTableView::keyPressEvent(event);
}

void DomainsTable::focusOutEvent(QFocusEvent *event)
{
    if (event->reason() != Qt::PopupFocusReason)
        cancelDrag();
    QTableView::focusOutEvent(event);
}

} // namespace colonnade::gui
