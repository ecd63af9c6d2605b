// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/namebutton.h"

#include "gui/theme.h"

#include <QPainter>
#include <QStyle>

namespace colonnade::gui {

NameButton::NameButton(QWidget *parent) : QAbstractButton(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

QSize NameButton::sizeHint() const
{
    const Fonts fonts(font());
    return {fonts.titleMetrics.horizontalAdvance(text()) + fonts.unit,
            fonts.titleMetrics.height() + fonts.unit};
}

QSize NameButton::minimumSizeHint() const
{
    return {8 * fontMetrics().averageCharWidth(), sizeHint().height()};
}

void NameButton::enterEvent(QEnterEvent *)
{
    update();
}

void NameButton::leaveEvent(QEvent *)
{
    update();
}

void NameButton::paintEvent(QPaintEvent *)
{
    const Theme theme = Theme::of(palette());
    const Fonts fonts(font());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QFont font = fonts.title;
    font.setUnderline(underMouse() && isEnabled());
    painter.setFont(font);
    painter.setPen(
        palette().color(isEnabled() ? QPalette::Active : QPalette::Disabled, QPalette::Text));
    painter.drawText(rect(),
                     int(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft))
                         | Qt::AlignVCenter | Qt::TextSingleLine,
                     fonts.titleMetrics.elidedText(text(), Qt::ElideMiddle, width()));
    if (!hasFocus())
        return;
    painter.setPen(QPen(theme.accent, 2));
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), fonts.unit, fonts.unit);
}

} // namespace colonnade::gui
