// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/columnmodel.h"

#include <algorithm>

namespace colonnade::gui {

namespace {

/// Whether both are the same card in the same place of the order.
bool samePlace(const Card &a, const Card &b)
{
    return a.sameAs(b) && (a.kind == Card::Kind::Alarm) == (b.kind == Card::Kind::Alarm);
}

bool sameHeight(const Card &a, const Card &b)
{
    const auto grows = [](const Card &card) {
        return card.kind == Card::Kind::Alarm || card.kind == Card::Kind::Arriving;
    };
    if (!grows(a) && !grows(b))
        return true;
    return a.kind == b.kind
           && (a.kind != Card::Kind::Alarm || (a.sentence == b.sentence && a.remedy == b.remedy));
}

} // namespace

void ColumnModel::setCards(const QList<Card> &cards)
{
    // Both lists have the same order, so one walk over them finds what came, went or stayed.
    qsizetype row = 0;
    qsizetype next = 0;
    while (row < m_cards.size() || next < cards.size()) {
        if (row == m_cards.size() || next == cards.size()
            || !samePlace(m_cards.at(row), cards.at(next))) {
            removeBefore(row, next < cards.size() ? &cards.at(next) : nullptr);
            insertBefore(row, cards, next);
        } else {
            update(static_cast<int>(row++), cards.at(next++));
        }
    }
}

/// Removes the cards from @p row on that come before @p card; all that are left where there is
/// none.
void ColumnModel::removeBefore(qsizetype row, const Card *card)
{
    qsizetype end = row;
    while (end < m_cards.size() && (!card || cardLess(m_cards.at(end), *card)))
        ++end;
    if (end == row)
        return;
    beginRemoveRows({}, static_cast<int>(row), static_cast<int>(end - 1));
    m_cards.remove(row, end - row);
    endRemoveRows();
}

/// Inserts those of @p cards from @p next on that come before the card at @p row, and moves both
/// on.
void ColumnModel::insertBefore(qsizetype &row, const QList<Card> &cards, qsizetype &next)
{
    qsizetype end = next;
    while (end < cards.size()
           && (row == m_cards.size() || cardLess(cards.at(end), m_cards.at(row))))
        ++end;
    const qsizetype count = end - next;
    if (count == 0)
        return;
    beginInsertRows({}, static_cast<int>(row), static_cast<int>(row + count - 1));
    m_cards.insert(row, count, Card());
    std::copy(cards.begin() + next, cards.begin() + end, m_cards.begin() + row);
    endInsertRows();
    row += count;
    next = end;
}

void ColumnModel::update(int row, const Card &card)
{
    if (m_cards.at(row) == card)
        return;
    const bool grown = !sameHeight(m_cards.at(row), card);
    m_cards[row] = card;
    Q_EMIT dataChanged(index(row), index(row));
    if (grown)
        Q_EMIT heightsChanged();
}

int ColumnModel::rowOf(const QString &name) const
{
    const auto found = std::ranges::find(m_cards, name, &Card::name);
    return found == m_cards.cend() ? -1 : static_cast<int>(found - m_cards.cbegin());
}

void ColumnModel::setLifted(const QSet<QString> &names)
{
    if (m_lifted == names)
        return;
    const QSet<QString> before = std::exchange(m_lifted, names);
    for (int row = 0; row < m_cards.size(); ++row) {
        if (before.contains(m_cards.at(row).name) != isLifted(row))
            Q_EMIT dataChanged(index(row), index(row), {Qt::DecorationRole});
    }
}

int ColumnModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_cards.size());
}

QVariant ColumnModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Card &card = m_cards.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return CardText::printable(card.name);
    case Qt::AccessibleDescriptionRole:
        return CardText::description(card);
    case Qt::ToolTipRole:
        return CardText::toolTip(card);
    default:
        return {};
    }
}

Qt::ItemFlags ColumnModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    const Card &card = m_cards.at(index.row());
    Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemNeverHasChildren;
    flags.setFlag(Qt::ItemIsSelectable, card.isSelectable());
    flags.setFlag(Qt::ItemIsDragEnabled, card.isDraggable());
    return flags;
}

} // namespace colonnade::gui
