// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/toggleswitch.h"

#include <QPainter>
#include <QStyle>

#include <algorithm>

namespace colonnade::gui {

ToggleSwitch::ToggleSwitch(QWidget *parent) : QAbstractButton(parent)
{
    setCheckable(true);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(this, &QAbstractButton::toggled, this, [this] { update(); });
}

void ToggleSwitch::setWords(const QString &off, const QString &on)
{
    m_off = off;
    m_on = on;
    updateGeometry();
    update();
}

QSize ToggleSwitch::track(const Fonts &fonts) const
{
    const int height = fonts.smallMetrics.height() * 9 / 10;
    return {height * 9 / 5, height};
}

QSize ToggleSwitch::sizeHint() const
{
    const Fonts fonts(font());
    const int words = std::max(fonts.smallMetrics.horizontalAdvance(m_off),
                               fonts.smallMetrics.horizontalAdvance(m_on));
    return {track(fonts).width() + 2 * fonts.unit + words + 2,
            fonts.smallMetrics.height() + fonts.unit};
}

QSize ToggleSwitch::minimumSizeHint() const
{
    const Fonts fonts(font());
    return {track(fonts).width() + 8 * fonts.unit, sizeHint().height()};
}

void ToggleSwitch::enterEvent(QEnterEvent *)
{
    update();
}

void ToggleSwitch::leaveEvent(QEvent *)
{
    update();
}

void ToggleSwitch::paintEvent(QPaintEvent *)
{
    const Theme theme = Theme::of(palette());
    const Fonts fonts(font());
    const QSize size = track(fonts);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (!isEnabled())
        painter.setOpacity(0.5);
    const QRect box =
        QStyle::visualRect(layoutDirection(), rect(),
                           QRect(1, (height() - size.height()) / 2, size.width(), size.height()));
    const bool atEnd = isChecked() != isRightToLeft();
    QColor fill = isChecked() ? theme.accent : mixed(theme.track, theme.text, 0.12);
    if (underMouse() && isEnabled())
        fill = mixed(fill, theme.text, 0.12);
    painter.setPen(Qt::NoPen);
    painter.setBrush(fill);
    painter.drawRoundedRect(box, box.height() / 2.0, box.height() / 2.0);
    const double knob = box.height() - 4;
    painter.setBrush(isChecked() ? theme.surface : mixed(theme.surface, theme.text, 0.08));
    painter.drawEllipse(
        QRectF(atEnd ? box.right() - 1 - knob : box.left() + 2, box.top() + 2, knob, knob));
    if (hasFocus()) {
        painter.setPen(QPen(theme.accent, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), fonts.unit, fonts.unit);
    }
    const QRect room = QStyle::visualRect(layoutDirection(), rect(),
                                          rect().adjusted(size.width() + 2 * fonts.unit, 0, 0, 0));
    painter.setFont(fonts.small);
    painter.setPen(isChecked() ? theme.text : theme.muted);
    painter.drawText(room,
                     int(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft))
                         | Qt::AlignVCenter | Qt::TextSingleLine,
                     fonts.smallMetrics.elidedText(words(), Qt::ElideRight, room.width()));
}

} // namespace colonnade::gui
