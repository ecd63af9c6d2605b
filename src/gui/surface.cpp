// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/surface.h"

#include "gui/theme.h"

#include <QApplication>
#include <QPainter>

namespace colonnade::gui {

Surface::Surface(QWidget *parent) : QWidget(parent)
{
    // Child areas that fill themselves, tables above all, are as plain as this.
    setBackgroundRole(QPalette::Base);
    setContentsMargins(3, 3, 3, 3);
}

void Surface::paintEvent(QPaintEvent *)
{
    paintSurface(this);
}

void paintSurface(QWidget *widget)
{
    const Theme theme = Theme::of(widget->palette());
    const double radius = 1.5 * Fonts(widget->font()).unit;
    QPainter painter(widget);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(theme.columnBorder);
    painter.setBrush(theme.surface);
    painter.drawRoundedRect(QRectF(widget->rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
}

void showEdgesOnBase(QWidget *widget)
{
    const QPalette natural = QApplication::palette();
    const Theme theme = Theme::of(natural);
    QPalette palette;
    if (theme.dark)
        palette.setColor(QPalette::Window, mixed(theme.surface, theme.text, 0.45));
    widget->setPalette(palette);
}

} // namespace colonnade::gui
