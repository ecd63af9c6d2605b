// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/column.h"

#include "gui/boarddrag.h"
#include "gui/columnbanner.h"
#include "gui/columnheader.h"
#include "gui/columnlist.h"
#include "gui/columnmodel.h"

#include <QDragEnterEvent>
#include <QMimeData>
#include <QPainter>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace colonnade::gui {

Column::Column(const QString &node, const Theme &theme, const Fonts &fonts, QWidget *parent)
    : QWidget(parent),
      m_node(node),
      m_theme(theme),
      m_fonts(fonts),
      m_model(new ColumnModel(this)),
      m_header(new ColumnHeader(node, theme, fonts, this)),
      m_banner(new ColumnBanner(theme, fonts, this)),
      m_list(new ColumnList(m_model, theme, fonts, this))
{
    setObjectName(u"column-"_s + node);
    setAcceptDrops(true);
    m_list->setAccessibleName(CardText::printable(node));
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_header);
    layout->addWidget(m_banner);
    layout->addWidget(m_list, 1);
    arrange();
}

void Column::arrange()
{
    const int unit = m_fonts.unit;
    layout()->setContentsMargins(2 * unit, 2 * unit, 2 * unit, 2 * unit);
    layout()->setSpacing(unit);
    setMinimumWidth(m_fonts.smallMetrics.averageCharWidth() * 38 + 4 * unit);
    setMaximumWidth(m_fonts.smallMetrics.averageCharWidth() * 90);
}

void Column::setLook(const Theme &theme, const Fonts &fonts)
{
    m_theme = theme;
    m_fonts = fonts;
    arrange();
    m_header->setLook(theme, fonts);
    m_banner->setLook(theme, fonts);
    m_list->setLook(theme, fonts);
    update();
}

void Column::setCards(const QList<Card> &cards)
{
    m_model->setCards(cards);
}

void Column::updateText(const cluster::NodeState &state, const QDateTime &now)
{
    MemoryPicture memory = m_memory;
    const Freshness freshness = freshnessOf(state, now);
    if (freshness == Freshness::Current || freshness == Freshness::Stale)
        memory.incoming = m_answer.incomingMiB; // on an old picture it would say nothing
    const ColumnText text = ColumnText::of(state, memory, now);
    m_header->setContents(text, memory);
    const bool changed = text.freshness != m_text.freshness || text.notice != m_text.notice;
    m_text = text;
    describe();
    if (!changed)
        return;
    showNotice();
    update();
}

void Column::describe()
{
    // Without the age, as a screen reader would be told of every change; set only when it differs.
    QStringList parts = {m_text.state,
                         m_text.freshness == Freshness::Current ? m_text.left : QString(),
                         m_text.notice.text};
    parts.removeAll(QString());
    const QString words = parts.join(u", "_s);
    if (m_list->accessibleDescription() != words)
        m_list->setAccessibleDescription(words);
}

void Column::setPlaceholder(const QString &text)
{
    m_list->setPlaceholder(text);
}

void Column::setAnswer(const DragAnswer &answer)
{
    if (m_answer == answer)
        return;
    m_answer = answer;
    showNotice();
    update();
}

void Column::showNotice()
{
    const bool asked =
        m_answer.kind == DragAnswer::Kind::Allowed || m_answer.kind == DragAnswer::Kind::Refused;
    if (asked)
        m_banner->setNotice(m_answer.notice, m_answer.kind == DragAnswer::Kind::Allowed,
                            m_answer.hovered);
    else
        m_banner->setNotice(m_text.notice, false, false);
}

QStringList Column::selectedGuests() const
{
    QStringList names;
    const QItemSelectionModel *selection = m_list->selectionModel();
    if (!selection->hasSelection())
        return names;
    for (int row = 0; row < m_model->rowCount(); ++row) {
        if (selection->isSelected(m_model->index(row)))
            names.append(m_model->card(row).name);
    }
    return names;
}

void Column::dragEnterEvent(QDragEnterEvent *event)
{
    // Taken even where a drop is refused: only then is the column told that the pointer is over it.
    event->setAccepted(m_answer.kind != DragAnswer::Kind::None
                       && event->mimeData()->hasFormat(guestsMimeType()));
}

void Column::dragMoveEvent(QDragMoveEvent *event)
{
    Q_EMIT dragMoved(event->position().toPoint());
    if (m_answer.kind == DragAnswer::Kind::Allowed) {
        event->setDropAction(Qt::MoveAction);
        event->accept();
    } else {
        event->ignore();
    }
}

void Column::dragLeaveEvent(QDragLeaveEvent *)
{
    Q_EMIT dragLeft();
}

void Column::dropEvent(QDropEvent *event)
{
    const std::optional<QList<rules::GuestRef>> guests = guestsFrom(*event->mimeData());
    if (m_answer.kind != DragAnswer::Kind::Allowed || !guests) {
        event->ignore();
        return;
    }
    event->setDropAction(Qt::MoveAction);
    event->accept();
    Q_EMIT dropped(*guests);
}

void Column::paintEvent(QPaintEvent *)
{
    QPen border(m_theme.columnBorder);
    QColor fill = m_theme.column;
    if (m_answer.kind == DragAnswer::Kind::Allowed) {
        fill = m_theme.tinted(m_answer.notice.tone);
        border = QPen(m_theme.strong(m_answer.notice.tone), m_answer.hovered ? 3 : 2);
    } else if (m_answer.kind == DragAnswer::Kind::Refused) {
        border = QPen(m_theme.bad, m_answer.hovered ? 2 : 1, Qt::DashLine);
    } else if (m_text.freshness == Freshness::Lost || m_text.freshness == Freshness::Unread) {
        border.setStyle(Qt::DashLine);
    }
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(border);
    painter.setBrush(fill);
    const double inset = border.widthF() / 2;
    painter.drawRoundedRect(QRectF(rect()).adjusted(inset, inset, -inset, -inset), 2 * m_fonts.unit,
                            2 * m_fonts.unit);
}

} // namespace colonnade::gui
