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

void setTextColour(QWidget *label, const QColor &colour)
{
    QPalette palette = label->palette();
    if (palette.color(QPalette::Active, QPalette::WindowText) == colour)
        return; // to set a palette tells the label of a change
    palette.setColor(QPalette::Active, QPalette::WindowText, colour);
    palette.setColor(QPalette::Inactive, QPalette::WindowText, colour);
    label->setPalette(palette);
}

} // namespace colonnade::gui
