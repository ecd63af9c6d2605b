// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/chipflow.h"

#include "gui/theme.h"

#include <QEvent>
#include <QLocale>
#include <QMenu>
#include <QPainter>
#include <QStyle>

#include <algorithm>

namespace colonnade::gui {

namespace {

constexpr qsizetype MostChips = 24; ///< that are made at all
constexpr qsizetype MostInMenu = 60;

} // namespace

ChipFlow::ChipFlow(int rows, QWidget *parent)
    : QWidget(parent), m_rows(rows), m_more(new QPushButton(this))
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_more->setFlat(true);
    m_more->hide();
    connect(m_more, &QPushButton::clicked, this, &ChipFlow::showRest);
}

void ChipFlow::setGroups(const QList<GroupName> &groups, const QString &empty)
{
    if (groups == m_groups && empty == m_empty)
        return;
    m_groups = groups;
    m_empty = empty;
    arrange();
    update();
}

QList<GroupChip *> ChipFlow::chips() const
{
    return m_chips.first(m_shown);
}

QSize ChipFlow::sizeHint() const
{
    const Fonts fonts(font());
    const int row = fonts.smallMetrics.height() + 3 * fonts.unit / 2;
    return {fonts.smallMetrics.averageCharWidth() * 20,
            m_rows * row + (m_rows - 1) * fonts.unit / 2};
}

QSize ChipFlow::minimumSizeHint() const
{
    return {0, sizeHint().height()};
}

void ChipFlow::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void ChipFlow::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange
        || event->type() == QEvent::LayoutDirectionChange) {
        updateGeometry();
        arrange();
    }
}

void ChipFlow::paintEvent(QPaintEvent *)
{
    if (!m_groups.isEmpty())
        return;
    const Fonts fonts(font());
    QPainter painter(this);
    painter.setFont(fonts.small);
    painter.setPen(Theme::of(palette()).muted);
    QRect line = rect();
    line.setHeight(fonts.smallMetrics.height() + 3 * fonts.unit / 2);
    painter.drawText(line,
                     int(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft))
                         | Qt::AlignVCenter | Qt::TextSingleLine,
                     fonts.smallMetrics.elidedText(m_empty, Qt::ElideRight, width()));
}

GroupChip *ChipFlow::chip(qsizetype index)
{
    while (m_chips.size() <= index) {
        auto *chip = new GroupChip(m_groups[m_chips.size()], this);
        m_chips.append(chip);
        setTabOrder(chip, m_more);
        connect(chip, &GroupChip::clicked, this, [this, chip] { Q_EMIT chosen(chip->group()); });
        connect(chip, &GroupChip::menuWanted, this,
                [this, chip](const QPoint &at) { Q_EMIT menuWanted(chip->group(), at); });
        connect(chip, &GroupChip::dragMoved, this,
                [this, chip](const QPoint &at) { Q_EMIT dragMoved(chip->group(), at); });
        connect(chip, &GroupChip::dropped, this,
                [this, chip](const QPoint &at) { Q_EMIT dropped(chip->group(), at); });
        connect(chip, &GroupChip::dragCanceled, this, &ChipFlow::dragCanceled);
    }
    return m_chips[index];
}

qsizetype ChipFlow::place(int reserve, bool apply)
{
    const Fonts fonts(font());
    const int rowHeight = fonts.smallMetrics.height() + 3 * fonts.unit / 2;
    int x = 0;
    int row = 0;
    QPoint end; // behind the last chip
    qsizetype index = 0;
    for (; index < std::min(m_groups.size(), MostChips); ++index) {
        GroupChip *chip = this->chip(index);
        chip->setGroup(m_groups[index]);
        const int wanted = std::min(chip->sizeHint().width(), width());
        const auto room = [&] { return width() - (row == m_rows - 1 ? reserve : 0); };
        if (x > 0 && x + wanted > room()) {
            x = 0;
            ++row;
        }
        const int given = std::min(wanted, room());
        if (row >= m_rows || given < 8 * fonts.unit)
            break;
        const QRect place(x, row * (rowHeight + fonts.unit / 2), given, rowHeight);
        if (apply)
            chip->setGeometry(QStyle::visualRect(layoutDirection(), rect(), place));
        x += given + fonts.unit / 2;
        end = {x, place.top()};
    }
    if (apply)
        m_more->move(QStyle::visualRect(layoutDirection(), rect(),
                                        QRect(end, QSize(m_more->width(), rowHeight)))
                         .topLeft());
    return index;
}

void ChipFlow::arrange()
{
    if (width() <= 0)
        return;
    m_shown = place(0, false);
    const bool all = m_shown == m_groups.size();
    if (!all) {
        const Fonts fonts(font());
        m_more->setText(tr("+ %1 more").arg(QLocale().toString(m_groups.size())));
        m_more->resize(fonts.smallMetrics.horizontalAdvance(m_more->text()) + 5 * fonts.unit,
                       fonts.smallMetrics.height() + 3 * fonts.unit / 2);
        m_shown = place(m_more->width() + fonts.unit, false);
        m_more->setText(tr("+ %1 more").arg(QLocale().toString(m_groups.size() - m_shown)));
    }
    place(all ? 0 : m_more->width() + Fonts(font()).unit, true);
    m_more->setVisible(!all);
    for (qsizetype i = 0; i < m_chips.size(); ++i)
        m_chips[i]->setVisible(i < m_shown);
}

void ChipFlow::showRest()
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const QPoint at = m_more->mapToGlobal(m_more->rect().bottomLeft());
    for (const GroupName &group : m_groups.mid(m_shown, MostInMenu))
        menu->addAction(group.shown(), this, [this, group, at] { Q_EMIT menuWanted(group, at); });
    if (m_groups.size() - m_shown > MostInMenu)
        menu->addAction(tr("%1 more: see Virtual machines")
                            .arg(QLocale().toString(m_groups.size() - m_shown - MostInMenu)))
            ->setEnabled(false);
    menu->popup(at);
}

} // namespace colonnade::gui
