// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/pill.h"

#include <QPainter>
#include <QStyle>

#include <algorithm>

namespace colonnade::gui {

namespace {

constexpr int LineFlags = Qt::AlignVCenter | Qt::TextSingleLine;

struct Colors
{
    QColor border;
    QColor fill;
    QColor text;
};

Colors colorsOf(Pill::Look look, const Theme &theme)
{
    switch (look) {
    case Pill::Look::Solid:
        return {theme.accent, theme.surface,
                theme.dark ? mixed(theme.accent, theme.text, 0.35)
                           : mixed(theme.accent, theme.text, 0.15)};
    case Pill::Look::Dashed:
        return {theme.cardBorder, {}, theme.muted};
    case Pill::Look::Quiet:
        return {mixed(theme.cardBorder, theme.text, 0.12), theme.card, theme.text};
    case Pill::Look::Lifted:
        return {theme.good, theme.tinted(Tone::Good), theme.good};
    case Pill::Look::Refused:
        return {theme.bad, theme.tinted(Tone::Bad), theme.bad};
    case Pill::Look::Wrong:
        break;
    }
    return {theme.warn, theme.tinted(Tone::Warn), theme.warn};
}

void paintOutline(QPainter &painter, const Pill &pill, const QRect &rect, const Colors &colors,
                  const Theme &theme)
{
    const QRectF outline = QRectF(rect).adjusted(1, 1, -1, -1);
    const double radius = outline.height() / 2;
    const QColor border = pill.hovered ? mixed(colors.border, theme.text, 0.35) : colors.border;
    painter.setPen(QPen(border, pill.look == Pill::Look::Quiet ? 1.0 : 1.3,
                        pill.look == Pill::Look::Dashed ? Qt::DashLine : Qt::SolidLine));
    painter.setBrush(colors.fill.isValid() ? QBrush(colors.fill) : Qt::NoBrush);
    painter.drawRoundedRect(outline, radius, radius);
    if (pill.focused) {
        painter.setPen(QPen(theme.accent, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(rect).adjusted(-1, -1, 1, 1), radius + 2, radius + 2);
    }
}

} // namespace

QSize Pill::size(const Fonts &fonts) const
{
    const int strongWidth = strong.isEmpty() ? 0 : fonts.nameMetrics.horizontalAdvance(strong);
    const int smallWidth = small.isEmpty() ? 0 : fonts.smallMetrics.horizontalAdvance(small);
    const int gap = strongWidth > 0 && smallWidth > 0 ? 3 * fonts.unit / 2 : 0;
    return {strongWidth + gap + smallWidth + 5 * fonts.unit,
            fonts.nameMetrics.height() + 3 * fonts.unit / 2};
}

void Pill::paint(QPainter &painter, const QRect &rect, const Theme &theme, const Fonts &fonts,
                 Qt::LayoutDirection direction) const
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const Colors colors = colorsOf(look, theme);
    paintOutline(painter, *this, rect, colors, theme);
    const QRect inner = rect.adjusted(5 * fonts.unit / 2, 0, -5 * fonts.unit / 2, 0);
    const int flags = LineFlags | int(QStyle::visualAlignment(direction, Qt::AlignLeft));
    QRect words = inner;
    if (!strong.isEmpty()) {
        const QString text =
            fonts.nameMetrics.elidedText(strong, Qt::ElideMiddle, inner.width() + 1);
        words.setWidth(std::min(fonts.nameMetrics.horizontalAdvance(text), inner.width()));
        painter.setFont(fonts.name);
        painter.setPen(colors.text);
        painter.drawText(QStyle::visualRect(direction, inner, words), flags, text);
        words = inner.adjusted(words.width() + 3 * fonts.unit / 2, 0, 0, 0);
    }
    if (!small.isEmpty() && words.width() > 0) {
        painter.setFont(fonts.small);
        painter.setPen(strong.isEmpty() ? colors.text : mixed(colors.text, theme.muted, 0.6));
        painter.drawText(QStyle::visualRect(direction, inner, words), flags,
                         fonts.smallMetrics.elidedText(small, Qt::ElideMiddle, words.width() + 1));
    }
    painter.restore();
}

} // namespace colonnade::gui
