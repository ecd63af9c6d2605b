// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/noderows.h"

#include "gui/theme.h"

#include <QIcon>
#include <QPainter>

#include <algorithm>

namespace colonnade::gui {

NodeRows::NodeRows(QWidget *parent) : QHeaderView(Qt::Vertical, parent)
{
    setSectionsClickable(false);
    setHighlightSections(false);
    viewport()->setBackgroundRole(QPalette::Base);
}

int NodeRows::wantedWidth() const
{
    const QFontMetrics metrics = fontMetrics();
    int width = 8 * metrics.averageCharWidth();
    for (int row = 0; model() && row < count(); ++row) {
        const QString name = model()->headerData(row, Qt::Vertical).toString();
        width = std::max(width, metrics.horizontalAdvance(name));
    }
    width = std::min(width, 28 * metrics.averageCharWidth());
    return width + metrics.height() + 6 * Fonts(font()).unit;
}

QSize NodeRows::sizeHint() const
{
    return {wantedWidth(), QHeaderView::sizeHint().height()};
}

void NodeRows::paintSection(QPainter *painter, const QRect &rect, int logicalIndex) const
{
    const Theme theme = Theme::of(palette());
    const int unit = Fonts(font()).unit;
    const QFontMetrics metrics = fontMetrics();
    painter->save();
    painter->fillRect(rect, theme.surface);
    painter->setPen(theme.columnBorder);
    painter->drawLine(rect.bottomLeft(), rect.bottomRight());
    const QRect inner = rect.adjusted(2 * unit, 0, -2 * unit, 0);
    const int size = metrics.ascent();
    const QRect sign(inner.left(), inner.center().y() - size / 2, size, size);
    if (!isEnabled())
        painter->setOpacity(0.55);
    model()
        ->headerData(logicalIndex, Qt::Vertical, Qt::DecorationRole)
        .value<QIcon>()
        .paint(painter, QStyle::visualRect(layoutDirection(), inner, sign));
    const QRect words =
        QStyle::visualRect(layoutDirection(), inner, inner.adjusted(size + 3 * unit / 2, 0, 0, 0));
    painter->setPen(theme.text);
    painter->setFont(font());
    painter->drawText(words,
                      int(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft))
                          | Qt::AlignVCenter | Qt::TextSingleLine,
                      metrics.elidedText(model()->headerData(logicalIndex, Qt::Vertical).toString(),
                                         Qt::ElideMiddle, words.width()));
    painter->restore();
}

} // namespace colonnade::gui
