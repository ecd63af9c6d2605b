// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/groupchip.h"

#include "gui/card.h"
#include "gui/wording.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QPainter>

namespace colonnade::gui {

QString GroupName::shown() const
{
    const QString printable = CardText::printable(name);
    return kind == formats::GroupKind::Vm ? printable : GroupChip::tr("service %1").arg(printable);
}

GroupChip::GroupChip(const GroupName &group, QWidget *parent) : QAbstractButton(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::OpenHandCursor);
    setGroup(group);
}

void GroupChip::setGroup(const GroupName &group)
{
    if (group != m_group)
        cancelDrag();
    m_group = group;
    setAccessibleName(group.shown());
    setAccessibleDescription(
        tr("Press to see where it would run; its menu moves it to another failover domain."));
    setToolTip(
        plainTip(tr("%1\nDrag it to another failover domain, or click to see where it would run.")
                     .arg(group.shown())));
    updateGeometry();
    update();
}

QSize GroupChip::sizeHint() const
{
    const Fonts fonts(font());
    const QSize size = Pill{.small = m_group.shown()}.size(fonts);
    return {size.width(), fonts.smallMetrics.height() + 3 * fonts.unit / 2};
}

void GroupChip::paintEvent(QPaintEvent *)
{
    const Theme theme = Theme::of(palette());
    QPainter painter(this);
    if (m_dragging || !isEnabled())
        painter.setOpacity(m_dragging ? 0.4 : 0.55);
    Pill{.small = m_group.shown(),
         .look = Pill::Look::Quiet,
         .hovered = underMouse(),
         .focused = false}
        .paint(painter, rect(), theme, Fonts(font()), layoutDirection());
    if (hasFocus()) {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(theme.accent, 2));
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), height() / 2.0,
                                height() / 2.0);
    }
}

void GroupChip::mousePressEvent(QMouseEvent *event)
{
    m_pressPosition = event->position().toPoint();
    QAbstractButton::mousePressEvent(event);
}

void GroupChip::mouseMoveEvent(QMouseEvent *event)
{
    const int far = (event->position().toPoint() - m_pressPosition).manhattanLength();
    if (!m_dragging && isDown() && far >= QApplication::startDragDistance()) {
        m_dragging = true;
        setDown(false);
        setFocus(Qt::MouseFocusReason); // Escape has to arrive here
        setCursor(Qt::ClosedHandCursor);
        update();
    }
    if (m_dragging)
        Q_EMIT dragMoved(event->globalPosition().toPoint());
    else
        QAbstractButton::mouseMoveEvent(event);
}

void GroupChip::mouseReleaseEvent(QMouseEvent *event)
{
    if (!m_dragging) {
        QAbstractButton::mouseReleaseEvent(event);
        return;
    }
    m_dragging = false;
    setCursor(Qt::OpenHandCursor);
    update();
    Q_EMIT dropped(event->globalPosition().toPoint());
}

void GroupChip::cancelDrag()
{
    if (!m_dragging)
        return;
    m_dragging = false;
    setCursor(Qt::OpenHandCursor);
    update();
    Q_EMIT dragCanceled();
}

void GroupChip::keyPressEvent(QKeyEvent *event)
{
    if (m_dragging && event->key() == Qt::Key_Escape)
        cancelDrag();
    else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        click();
    else
        QAbstractButton::keyPressEvent(event);
}

void GroupChip::contextMenuEvent(QContextMenuEvent *event)
{
    if (m_dragging)
        return;
    Q_EMIT menuWanted(event->reason() == QContextMenuEvent::Keyboard
                          ? mapToGlobal(rect().bottomLeft())
                          : event->globalPos());
}

void GroupChip::hideEvent(QHideEvent *event)
{
    cancelDrag();
    QAbstractButton::hideEvent(event);
}

void GroupChip::enterEvent(QEnterEvent *)
{
    update();
}

void GroupChip::leaveEvent(QEvent *)
{
    update();
}

} // namespace colonnade::gui
