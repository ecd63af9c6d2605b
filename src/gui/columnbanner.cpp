// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/columnbanner.h"

#include <QPainter>

using namespace Qt::StringLiterals;

namespace colonnade::gui {

namespace {

/// The lines of @p text, as paragraphs that are wrapped each for itself.
QStringList paragraphs(const QString &text)
{
    return text.split(u'\n', Qt::SkipEmptyParts);
}

} // namespace

ColumnBanner::ColumnBanner(const Theme &theme, const Fonts &fonts, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_fonts(fonts)
{
    QSizePolicy policy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    hide();
}

void ColumnBanner::setLook(const Theme &theme, const Fonts &fonts)
{
    m_theme = theme;
    m_fonts = fonts;
    updateGeometry();
    update();
}

void ColumnBanner::setNotice(const Notice &notice, bool solid, bool expanded)
{
    if (m_notice == notice && m_solid == solid && m_expanded == expanded)
        return;
    m_notice = notice;
    m_solid = solid;
    m_expanded = expanded;
    setVisible(!notice.text.isEmpty());
    setAccessibleName(notice.text);
    setAccessibleDescription(notice.details);
    setToolTip(notice.details.isEmpty()
                   ? QString()
                   : u"<p>"_s + notice.details.toHtmlEscaped().replace(u'\n', u"</p><p>"_s)
                         + u"</p>"_s);
    updateGeometry();
    update();
}

QString ColumnBanner::text() const
{
    return m_expanded && !m_notice.details.isEmpty() ? m_notice.details : m_notice.text;
}

QRect ColumnBanner::inner(const QRect &outer) const
{
    const int unit = m_fonts.unit;
    return outer.adjusted(5 * unit / 2, 3 * unit / 2, -5 * unit / 2, -3 * unit / 2);
}

int ColumnBanner::heightForWidth(int width) const
{
    const int inside = inner(QRect(0, 0, width, 0)).width();
    int height = 3 * m_fonts.unit / 2 * 2;
    for (const QString &paragraph : paragraphs(text()))
        height += wrappedHeight(paragraph, m_fonts.small, inside, maxLines());
    return height;
}

QSize ColumnBanner::sizeHint() const
{
    return {m_fonts.unit * 40, heightForWidth(width())};
}

void ColumnBanner::paintEvent(QPaintEvent *)
{
    const QColor strong = m_theme.strong(m_notice.tone);
    const QColor paper = m_theme.dark ? QColor(Qt::black) : QColor(Qt::white);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_solid ? strong : m_theme.tinted(m_notice.tone));
    const int margin = m_fonts.unit / 2; // as the cards below
    painter.drawRoundedRect(rect().adjusted(margin, 0, -margin, 0), 1.5 * m_fonts.unit,
                            1.5 * m_fonts.unit);
    painter.setPen(m_solid ? paper : strong);
    QRect row = inner(rect());
    for (const QString &paragraph : paragraphs(text())) {
        drawWrapped(painter, row, paragraph, m_fonts.small, layoutDirection(), maxLines());
        row.setTop(row.top() + wrappedHeight(paragraph, m_fonts.small, row.width(), maxLines()));
    }
}

} // namespace colonnade::gui
