// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/columnlist.h"

#include "gui/carddelegate.h"
#include "gui/columnmodel.h"

#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>

namespace colonnade::gui {

ColumnList::ColumnList(ColumnModel *model, const Theme &theme, const Fonts &fonts, QWidget *parent)
    : QListView(parent), m_delegate(new CardDelegate(theme, fonts, this))
{
    setModel(model);
    setItemDelegate(m_delegate);
    setFrameShape(QFrame::NoFrame);
    setSelectionMode(ExtendedSelection);
    setResizeMode(Adjust);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setEditTriggers(NoEditTriggers);
    setDragEnabled(true);
    setDropIndicatorShown(false);
    setAcceptDrops(false);
    viewport()->setAcceptDrops(false);
    viewport()->setAutoFillBackground(false);
    viewport()->setAttribute(Qt::WA_Hover);
    connect(model, &ColumnModel::heightsChanged, this, &QListView::doItemsLayout);
}

void ColumnList::setLook(const Theme &theme, const Fonts &fonts)
{
    m_delegate->setLook(theme, fonts);
    verticalScrollBar()->setSingleStep(fonts.unit * 8);
    doItemsLayout();
}

void ColumnList::setPlaceholder(const QString &text)
{
    if (m_placeholder == text)
        return;
    m_placeholder = text;
    viewport()->update();
}

void ColumnList::enterAt(int y)
{
    m_keyboard = true;
    setFocus(Qt::OtherFocusReason);
    const int rows = model()->rowCount();
    if (rows == 0)
        return;
    QModelIndex target = model()->index(rows - 1, 0);
    for (int row = 0; row < rows; ++row) {
        if (visualRect(model()->index(row, 0)).bottom() >= y) {
            target = model()->index(row, 0);
            break;
        }
    }
    selectionModel()->setCurrentIndex(target, QItemSelectionModel::ClearAndSelect);
}

void ColumnList::dataChanged(const QModelIndex &topLeft, const QModelIndex &bottomRight,
                             const QList<int> &roles)
{
    // Not QListView's, which lays the whole list out and paints it again for one changed card: the
    // model tells by heightsChanged() when that is needed.
    QAbstractItemView::dataChanged(topLeft, bottomRight, roles);
}

void ColumnList::startDrag(Qt::DropActions)
{
    // Not the base class's: it would take the rows of this view only, and remove rows afterwards.
    Q_EMIT dragWanted();
}

QItemSelectionModel::SelectionFlags ColumnList::selectionCommand(const QModelIndex &index,
                                                                 const QEvent *event) const
{
    const QItemSelectionModel::SelectionFlags command = QListView::selectionCommand(index, event);
    if (command & QItemSelectionModel::Clear)
        Q_EMIT selectionRestarted();
    return command;
}

void ColumnList::mousePressEvent(QMouseEvent *event)
{
    m_keyboard = false;
    QListView::mousePressEvent(event);
}

void ColumnList::focusInEvent(QFocusEvent *event)
{
    const Qt::FocusReason reason = event->reason();
    if (reason == Qt::TabFocusReason || reason == Qt::BacktabFocusReason
        || reason == Qt::ShortcutFocusReason)
        m_keyboard = true;
    QListView::focusInEvent(event);
}

void ColumnList::initViewItemOption(QStyleOptionViewItem *option) const
{
    QListView::initViewItemOption(option);
    option->state.setFlag(QStyle::State_KeyboardFocusChange, m_keyboard);
}

void ColumnList::keyPressEvent(QKeyEvent *event)
{
    m_keyboard = true;
    if (handleKey(event))
        event->accept();
    else
        QListView::keyPressEvent(event);
}

bool ColumnList::handleKey(QKeyEvent *event)
{
    const int forward = layoutDirection() == Qt::RightToLeft ? -1 : 1;
    if (event->matches(QKeySequence::SelectAll)) {
        Q_EMIT selectionRestarted();
        selectAll();
        return true;
    }
    if (event->modifiers() & ~Qt::KeypadModifier)
        return false;
    switch (event->key()) {
    case Qt::Key_Right:
        Q_EMIT neighbourWanted(forward);
        return true;
    case Qt::Key_Left:
        Q_EMIT neighbourWanted(-forward);
        return true;
    case Qt::Key_Up:
        if (currentIndex().row() > 0)
            return false;
        Q_EMIT headerWanted();
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Menu:
        openMenuByKey();
        return true;
    case Qt::Key_Escape:
        if (!selectionModel()->hasSelection())
            return false;
        Q_EMIT selectionRestarted();
        clearSelection();
        return true;
    default:
        return false;
    }
}

void ColumnList::openMenuByKey()
{
    const QModelIndex current = currentIndex();
    const bool onCard = current.flags().testFlag(Qt::ItemIsSelectable);
    if (onCard && !selectionModel()->hasSelection())
        selectionModel()->select(current, QItemSelectionModel::ClearAndSelect);
    if (!onCard) {
        Q_EMIT nodeMenuWanted(viewport()->mapToGlobal(viewport()->rect().topLeft()));
        return;
    }
    scrollTo(current);
    Q_EMIT cardsMenuWanted(viewport()->mapToGlobal(visualRect(current).center()));
}

void ColumnList::contextMenuEvent(QContextMenuEvent *event)
{
    if (event->reason() == QContextMenuEvent::Keyboard) {
        openMenuByKey();
        return;
    }
    const QModelIndex index = indexAt(viewport()->mapFromGlobal(event->globalPos()));
    if (index.isValid() && selectionModel()->isSelected(index))
        Q_EMIT cardsMenuWanted(event->globalPos());
    else
        Q_EMIT nodeMenuWanted(event->globalPos());
}

void ColumnList::resizeEvent(QResizeEvent *event)
{
    m_delegate->setWidth(viewport()->width());
    QListView::resizeEvent(event);
}

void ColumnList::paintEvent(QPaintEvent *event)
{
    QListView::paintEvent(event);
    if (model()->rowCount() == 0)
        paintPlaceholder();
}

void ColumnList::paintPlaceholder()
{
    const Theme theme = Theme::of(palette());
    QPainter painter(viewport());
    const int margin = fontMetrics().height();
    const QRect rect = viewport()->rect().adjusted(margin / 2, margin, -margin / 2, 0);
    painter.setPen(theme.muted);
    painter.drawText(rect, int(Qt::AlignHCenter) | Qt::AlignTop | Qt::TextWordWrap, m_placeholder);
    if (hasFocus() && m_keyboard) {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(theme.accent, 2));
        painter.drawRoundedRect(viewport()->rect().adjusted(2, 2, -2, -2), margin / 3.0,
                                margin / 3.0);
    }
}

} // namespace colonnade::gui
