// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/elidedlabel.h"

#include "gui/theme.h"
#include "gui/wording.h"

#include <QPainter>
#include <QStyle>

namespace colonnade::gui {

ElidedLabel::ElidedLabel(Qt::Alignment alignment, QWidget *parent)
    : QWidget(parent), m_alignment(alignment)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
}

void ElidedLabel::setText(const QString &text)
{
    if (text == m_text)
        return;
    m_text = text;
    setAccessibleName(text);
    setToolTip(plainTip(text));
    updateGeometry();
    update();
}

QSize ElidedLabel::sizeHint() const
{
    return {fontMetrics().horizontalAdvance(m_text), fontMetrics().lineSpacing()};
}

QSize ElidedLabel::minimumSizeHint() const
{
    return {0, fontMetrics().lineSpacing()};
}

void ElidedLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setPen(Theme::of(palette()).muted);
    painter.drawText(rect(),
                     QStyle::visualAlignment(layoutDirection(), m_alignment) | Qt::AlignVCenter
                         | Qt::TextSingleLine,
                     fontMetrics().elidedText(m_text, Qt::ElideRight, width()));
}

} // namespace colonnade::gui
