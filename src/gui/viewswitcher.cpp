// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/viewswitcher.h"

#include "gui/theme.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QPainter>
#include <QPainterPath>
#include <QPushButton>

namespace colonnade::gui {

/// A button that is joined with its neighbours.
class ViewSwitcher::Segment final : public QPushButton
{
public:
    Segment(const QString &title, ViewSwitcher *parent) : QPushButton(title, parent), m_all(parent)
    {
        setCheckable(true);
        setAutoDefault(false);
    }

    QSize sizeHint() const override
    {
        const Fonts fonts(font());
        return {fontMetrics().horizontalAdvance(shownText()) + 5 * fonts.unit,
                fontMetrics().height() + 2 * fonts.unit};
    }
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Theme theme = Theme::of(palette());
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        QColor fill = theme.surface;
        if (isChecked())
            fill = theme.accent;
        else if (underMouse() && isEnabled())
            fill = mixed(theme.surface, theme.accent, 0.1);
        painter.setPen(isChecked() ? theme.accent : theme.columnBorder);
        painter.setBrush(fill);
        painter.drawPath(outline());
        if (hasFocus()) {
            painter.setBrush(Qt::NoBrush);
            painter.setPen(QPen(isChecked() ? theme.surface : theme.accent, 1, Qt::DotLine));
            painter.drawRect(rect().adjusted(4, 3, -5, -4));
        }
        const QColor text = isChecked() ? palette().color(QPalette::HighlightedText) : theme.text;
        painter.setPen(isEnabled() ? text : theme.muted);
        painter.drawText(rect(), Qt::AlignCenter | Qt::TextShowMnemonic, this->text());
    }

private:
    QString shownText() const { return text().remove(u'&'); }

    /// Round at the outer ends only.
    QPainterPath outline() const
    {
        const QRectF box = QRectF(rect()).adjusted(0.5, 0.5, 0.5, -0.5);
        const bool leftToRight = layoutDirection() == Qt::LeftToRight;
        const bool first = m_all->m_segments.first() == this;
        const bool last = m_all->m_segments.last() == this;
        const QRectF own = last ? box.adjusted(0, 0, -1, 0) : box;
        const double radius = Fonts(font()).unit;
        QPainterPath path;
        path.setFillRule(Qt::WindingFill);
        path.addRoundedRect(own, radius, radius);
        const QRectF half(own.left(), own.top(), own.width() / 2, own.height());
        if (!(leftToRight ? first : last))
            path.addRect(half);
        if (!(leftToRight ? last : first))
            path.addRect(half.translated(half.width(), 0));
        return path.simplified();
    }

    ViewSwitcher *m_all;
};

ViewSwitcher::ViewSwitcher(QWidget *parent)
    : QWidget(parent), m_group(new QButtonGroup(this)), m_layout(new QHBoxLayout(this))
{
    setAccessibleName(tr("Views"));
    m_layout->setContentsMargins({});
    m_layout->setSpacing(0);
    m_layout->addStretch(1);
    connect(m_group, &QButtonGroup::buttonClicked, this, [this](QAbstractButton *button) {
        Q_EMIT chosen(int(m_segments.indexOf(static_cast<Segment *>(button))));
    });
}

void ViewSwitcher::insert(int index, const QString &title)
{
    auto *segment = new Segment(title, this);
    segment->setAccessibleName(tr("View: %1").arg(title));
    m_segments.insert(index, segment);
    m_layout->insertWidget(index, segment);
    m_group->addButton(segment);
}

int ViewSwitcher::count() const
{
    return int(m_segments.size());
}

int ViewSwitcher::current() const
{
    return int(m_segments.indexOf(static_cast<Segment *>(m_group->checkedButton())));
}

void ViewSwitcher::setCurrent(int index)
{
    m_segments.at(index)->setChecked(true);
}

} // namespace colonnade::gui
