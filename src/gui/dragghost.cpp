// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/dragghost.h"

#include <QPainter>

#include <algorithm>

namespace colonnade::gui {

DragGhost::DragGhost(QWidget *area) : QWidget(area)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
    hide();
}

QSize DragGhost::wanted(const Fonts &fonts) const
{
    const QSize pill = m_pill.size(fonts);
    const int answer = fonts.smallMetrics.horizontalAdvance(m_answer) + 4 * fonts.unit;
    return {std::max(pill.width(), m_answer.isEmpty() ? 0 : answer) + 2,
            pill.height()
                + (m_answer.isEmpty() ? 0 : fonts.smallMetrics.height() + 2 * fonts.unit)};
}

void DragGhost::showAt(const QPoint &position, const Pill &pill, const QString &answer)
{
    m_pill = pill;
    m_answer = answer;
    const Fonts fonts(font());
    const QRect room = parentWidget()->rect();
    QSize size = wanted(fonts);
    size.setWidth(std::min(size.width(), room.width()));
    resize(size);
    // Below and behind the pointer, so that the place under it can be seen.
    const QPoint corner =
        parentWidget()->mapFromGlobal(position) + QPoint(2 * fonts.unit, 2 * fonts.unit);
    move(std::clamp(corner.x(), 0, std::max(0, room.width() - size.width())),
         std::clamp(corner.y(), 0, std::max(0, room.height() - size.height())));
    raise();
    show();
    update();
}

void DragGhost::paintEvent(QPaintEvent *)
{
    const Theme theme = Theme::of(palette());
    const Fonts fonts(font());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QSize pill = m_pill.size(fonts);
    QRect top(0, 0, std::min(pill.width(), width()), pill.height());
    m_pill.paint(painter, top, theme, fonts, layoutDirection());
    if (m_answer.isEmpty())
        return;
    const QRect box(0, pill.height() + fonts.unit, width(), height() - pill.height() - fonts.unit);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_pill.look == Pill::Look::Refused ? theme.bad : theme.good);
    painter.drawRoundedRect(box, fonts.unit, fonts.unit);
    painter.setPen(theme.surface);
    painter.setFont(fonts.small);
    painter.drawText(
        box, Qt::AlignCenter | Qt::TextSingleLine,
        fonts.smallMetrics.elidedText(m_answer, Qt::ElideRight, box.width() - 2 * fonts.unit));
}

} // namespace colonnade::gui
