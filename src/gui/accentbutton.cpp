// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/accentbutton.h"

#include "gui/theme.h"

#include <QPainter>

namespace colonnade::gui {

AccentButton::AccentButton(QWidget *parent) : QPushButton(parent)
{
    setAttribute(Qt::WA_Hover);
}

QSize AccentButton::sizeHint() const
{
    const int unit = Fonts(font()).unit;
    return {fontMetrics().size(Qt::TextShowMnemonic, text()).width() + 5 * unit,
            fontMetrics().height() + 2 * unit};
}

void AccentButton::paintEvent(QPaintEvent *)
{
    const Theme theme = Theme::of(palette());
    const QColor line = isEnabled() ? theme.accent : theme.columnBorder;
    const double radius = Fonts(font()).unit;
    QColor ground = theme.surface;
    if (isEnabled() && (isDown() || underMouse()))
        ground = mixed(theme.surface, theme.accent, isDown() ? 0.25 : 0.1);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(line);
    painter.setBrush(ground);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
    if (hasFocus()) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(line, 1, Qt::DotLine));
        painter.drawRect(rect().adjusted(4, 4, -5, -5));
    }
    // Darker than the accent, which need not be readable as text.
    painter.setPen(isEnabled() ? theme.dark ? theme.accent : mixed(theme.accent, Qt::black, 0.15)
                               : theme.muted);
    painter.drawText(rect(), Qt::AlignCenter | Qt::TextShowMnemonic, text());
}

} // namespace colonnade::gui
