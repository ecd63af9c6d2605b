// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/domainheads.h"

#include "gui/domainstable.h"

#include <QApplication>
#include <QHeaderView>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>

namespace colonnade::gui {

DomainHeads::DomainHeads(DomainsTable *table, QWidget *parent)
    : QWidget(parent), m_table(table), m_window(new QWidget(this))
{
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    connect(table->horizontalScrollBar(), &QScrollBar::valueChanged, this, &DomainHeads::arrange);
    connect(table->horizontalHeader(), &QHeaderView::geometriesChanged, this,
            &DomainHeads::arrange);
    connect(qApp, &QApplication::focusChanged, this,
            [this](QWidget *, QWidget *now) { follow(now); });
}

void DomainHeads::setDomains(const QList<DomainsModel::Domain> &domains,
                             const QList<QList<GroupName>> &groups)
{
    while (m_heads.size() > domains.size()) {
        DomainHead *gone = m_heads.takeLast();
        gone->hide();
        gone->deleteLater(); // its own signal may be what led here
    }
    while (m_heads.size() < domains.size()) {
        m_heads.append(new DomainHead(m_window));
        Q_EMIT headAdded(m_heads.last());
    }
    for (qsizetype i = 0; i < domains.size(); ++i)
        m_heads[i]->setDomain(domains[i], groups[i]);
    setWidths();
    updateGeometry();
    arrange();
    for (DomainHead *head : std::as_const(m_heads))
        head->show();
}

DomainHead *DomainHeads::head(int column) const
{
    return column >= 0 && column < m_heads.size() ? m_heads[column] : nullptr;
}

void DomainHeads::setWidths()
{
    for (int column = 0; column < m_heads.size(); ++column)
        m_table->setColumnWidth(column, m_heads[column]->wantedWidth());
}

QSize DomainHeads::sizeHint() const
{
    const DomainHead *first = m_heads.isEmpty() ? nullptr : m_heads.first();
    return {0, first ? first->sizeHint().height() : 0};
}

void DomainHeads::arrange()
{
    // The table stands right below, with the same left edge.
    const QWidget *columns = m_table->viewport();
    const int left = columns->mapTo(m_table, QPoint()).x();
    m_window->setGeometry(left, 0, columns->width(), height() - 1);
    for (int column = 0; column < m_heads.size(); ++column)
        m_heads[column]->setGeometry(m_table->columnViewportPosition(column), 0,
                                     m_table->columnWidth(column), m_window->height());
}

void DomainHeads::follow(QWidget *focused)
{
    for (int column = 0; focused && column < m_heads.size(); ++column) {
        if (m_heads[column]->isAncestorOf(focused)) {
            const int width = m_table->columnWidth(column);
            const int x = m_table->columnViewportPosition(column);
            QScrollBar *bar = m_table->horizontalScrollBar();
            if (x < 0)
                bar->setValue(bar->value() + x);
            else if (x + width > m_window->width())
                bar->setValue(bar->value() + x + width - m_window->width());
            return;
        }
    }
}

void DomainHeads::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void DomainHeads::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setPen(Theme::of(palette()).columnBorder);
    painter.drawLine(rect().bottomLeft(), rect().bottomRight());
    const QRect window = m_window->geometry();
    const int edge = isRightToLeft() ? window.right() + 1 : window.left() - 1;
    painter.drawLine(edge, 0, edge, height());
}

} // namespace colonnade::gui
