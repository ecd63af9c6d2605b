// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/columnheader.h"

#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QStyle>
#include <QToolTip>

using namespace Qt::StringLiterals;

namespace colonnade::gui {

struct ColumnHeader::Rows
{
    QRect title;
    QRect about;
    QRect bar;
    QRect memory;
};

ColumnHeader::ColumnHeader(const QString &node, const Theme &theme, const Fonts &fonts,
                           QWidget *parent)
    : QWidget(parent), m_node(node), m_theme(theme), m_fonts(fonts)
{
    setFocusPolicy(Qt::ClickFocus);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    setAccessibleName(tr("Node %1").arg(CardText::printable(node)));
}

void ColumnHeader::setLook(const Theme &theme, const Fonts &fonts)
{
    m_theme = theme;
    m_fonts = fonts;
    updateGeometry();
    update();
}

void ColumnHeader::setContents(const ColumnText &text, const MemoryPicture &memory)
{
    ColumnText before = m_text;
    before.about = text.about;
    before.shortAbout = text.shortAbout;
    const bool aboutOnly = before == text && m_memory == memory;
    if (aboutOnly && m_text == text)
        return;
    m_text = text;
    m_memory = memory;
    if (aboutOnly) {
        update(rows().about);
        return;
    }
    updateAccessible();
    update();
}

void ColumnHeader::updateAccessible()
{
    // Without the age: a screen reader would be told of it every second.
    QStringList parts = {m_text.state, wordsOf(m_text.marks), m_text.left, m_text.right,
                         m_text.notice.text};
    parts.removeAll(QString());
    setAccessibleDescription(parts.join(u", "_s));
}

QSize ColumnHeader::sizeHint() const
{
    const int unit = m_fonts.unit;
    const int height = m_fonts.titleMetrics.height() + 2 * m_fonts.smallMetrics.height() + 6 * unit;
    return {m_fonts.smallMetrics.averageCharWidth() * 30, height};
}

ColumnHeader::Rows ColumnHeader::rows() const
{
    const int unit = m_fonts.unit;
    const QRect inner = rect().adjusted(unit, unit, -unit, -unit);
    Rows rows;
    rows.title = QRect(inner.left(), inner.top(), inner.width(), m_fonts.titleMetrics.height());
    rows.about = QRect(inner.left(), rows.title.bottom() + 1 + unit / 2, inner.width(),
                       m_fonts.smallMetrics.height());
    rows.bar = QRect(inner.left(), rows.about.bottom() + 1 + unit, inner.width(), 2 * unit);
    rows.memory = QRect(inner.left(), rows.bar.bottom() + 1 + unit / 2, inner.width(),
                        m_fonts.smallMetrics.height());
    return rows;
}

void ColumnHeader::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Rows rows = this->rows();
    const bool current =
        m_text.freshness == Freshness::Current || m_text.freshness == Freshness::Stale;
    drawTitle(painter, rows.title);
    const bool fits = m_fonts.smallMetrics.horizontalAdvance(m_text.about) <= rows.about.width();
    drawLine(painter, rows.about,
             fits || m_text.shortAbout.isEmpty() ? m_text.about : m_text.shortAbout, {});
    drawMemoryBar(painter, rows.bar, m_memory, m_theme, current, layoutDirection());
    drawLine(painter, rows.memory, m_text.left, m_text.right);
    if (hasFocus()) {
        painter.setPen(QPen(m_theme.accent, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), m_fonts.unit, m_fonts.unit);
    }
}

void ColumnHeader::drawTitle(QPainter &painter, const QRect &row) const
{
    const int unit = m_fonts.unit;
    const double size = 2.2 * unit;
    QRectF dot(row.left() + unit / 2.0, row.center().y() - size / 2 + 0.5, size, size);
    if (layoutDirection() == Qt::RightToLeft)
        dot.moveRight(row.right() - unit / 2.0);
    drawDot(painter, dot);

    const auto aligned = [this](Qt::Alignment side) {
        return int(QStyle::visualAlignment(layoutDirection(), side)) | Qt::AlignVCenter
               | Qt::TextSingleLine;
    };
    painter.setFont(m_fonts.small);
    painter.setPen(m_text.tone == Tone::Neutral || m_text.tone == Tone::Good
                       ? m_theme.muted
                       : m_theme.strong(m_text.tone));
    painter.drawText(row, aligned(Qt::AlignRight), m_text.state);

    const int stateWidth = m_fonts.smallMetrics.horizontalAdvance(m_text.state) + 2 * unit;
    const int symbol = m_fonts.smallMetrics.height() * 9 / 10;
    const int marks =
        m_text.marks.isEmpty() ? 0 : marksWidth(m_text.marks.size(), symbol) + 2 * unit;
    const QRect place = row.adjusted(4 * unit, 0, -stateWidth, 0);
    drawMarks(&painter, QStyle::visualRect(layoutDirection(), row, place), m_text.marks, symbol,
              m_theme, layoutDirection());
    const QRect name = place.adjusted(0, 0, -marks, 0);
    const bool grey = m_text.freshness == Freshness::Lost || m_text.freshness == Freshness::Unread;
    painter.setFont(m_fonts.title);
    painter.setPen(grey ? m_theme.muted : m_theme.text);
    painter.drawText(QStyle::visualRect(layoutDirection(), row, name), aligned(Qt::AlignLeft),
                     m_fonts.titleMetrics.elidedText(CardText::printable(m_node), Qt::ElideMiddle,
                                                     name.width()));
}

void ColumnHeader::drawDot(QPainter &painter, const QRectF &dot) const
{
    // A ring where there is no connection: the shape tells it without the colour.
    const bool ring = m_text.freshness == Freshness::Lost || m_text.freshness == Freshness::Unread;
    const QColor color = m_theme.strong(m_text.tone);
    const double pen = dot.width() * 0.22;
    painter.setPen(ring ? QPen(color, pen) : QPen(Qt::NoPen));
    painter.setBrush(ring ? QBrush(Qt::NoBrush) : QBrush(color));
    painter.drawEllipse(ring ? dot.adjusted(pen / 2, pen / 2, -pen / 2, -pen / 2) : dot);
}

void ColumnHeader::drawLine(QPainter &painter, const QRect &row, const QString &left,
                            const QString &right) const
{
    const QFontMetrics &metrics = m_fonts.smallMetrics;
    const auto aligned = [this](Qt::Alignment side) {
        return int(QStyle::visualAlignment(layoutDirection(), side)) | Qt::AlignVCenter
               | Qt::TextSingleLine;
    };
    painter.setFont(m_fonts.small);
    painter.setPen(m_theme.muted);
    const int gap = 2 * m_fonts.unit;
    QRect rest = row;
    // What is on the left says more, in a drag above all: where both do not fit, it has the row.
    if (!right.isEmpty()
        && metrics.horizontalAdvance(left) + gap + metrics.horizontalAdvance(right)
               <= row.width()) {
        painter.drawText(row, aligned(Qt::AlignRight), right);
        rest.setWidth(row.width() - gap - metrics.horizontalAdvance(right));
    }
    painter.drawText(QStyle::visualRect(layoutDirection(), row, rest), aligned(Qt::AlignLeft),
                     metrics.elidedText(left, Qt::ElideRight, rest.width()));
}

QString ColumnHeader::toolTipAt(const QPoint &position) const
{
    const Rows rows = this->rows();
    const QRect bar = rows.bar.adjusted(0, -m_fonts.unit, 0, m_fonts.unit);
    if (bar.contains(position))
        return memoryBarText(rows.bar, m_memory, position.x(), layoutDirection()).toHtmlEscaped();
    QStringList lines = {CardText::printable(m_node) + u": "_s + m_text.state,
                         m_text.about,
                         m_text.left,
                         m_text.right,
                         tipOf(m_text.marks),
                         m_text.notice.details};
    lines.removeAll(QString());
    QString html;
    for (const QString &line : lines)
        html += u"<p>"_s + line.toHtmlEscaped().replace(u'\n', u"<br>"_s) + u"</p>"_s;
    return html;
}

bool ColumnHeader::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    QToolTip::showText(help->globalPos(), toolTipAt(help->pos()), this);
    return true;
}

void ColumnHeader::keyPressEvent(QKeyEvent *event)
{
    const int forward = layoutDirection() == Qt::RightToLeft ? -1 : 1;
    switch (event->key()) {
    case Qt::Key_Right:
        Q_EMIT neighbourWanted(forward);
        break;
    case Qt::Key_Left:
        Q_EMIT neighbourWanted(-forward);
        break;
    case Qt::Key_Down:
        Q_EMIT listWanted();
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Menu:
        Q_EMIT menuWanted(mapToGlobal(rect().center()));
        break;
    default:
        QWidget::keyPressEvent(event);
    }
}

void ColumnHeader::contextMenuEvent(QContextMenuEvent *event)
{
    Q_EMIT menuWanted(event->globalPos());
}

} // namespace colonnade::gui
