// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/panel.h"

#include "gui/theme.h"

#include <QPainter>

namespace colonnade::gui {

void Panel::paintEvent(QPaintEvent *)
{
    const Theme theme = Theme::of(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(theme.columnBorder);
    painter.setBrush(theme.surface);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
}

} // namespace colonnade::gui
