// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/card.h"

#include <QAbstractListModel>
#include <QSet>

namespace colonnade::gui {

/// The cards of one column. It has no say in what is shown: it is given cards, and tells its view
/// which rows came, went or changed. It does not implement removeRows(): after a drag that moves, a
/// view removes the rows that are selected by then, which are other guests.
class ColumnModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    explicit ColumnModel(QObject *parent = nullptr) : QAbstractListModel(parent) {}

    /// Shows @p cards, which are sorted by cardLess(). Rows of cards that stay as they are stay
    /// untouched.
    void setCards(const QList<Card> &cards);
    const QList<Card> &cards() const { return m_cards; }
    const Card &card(int row) const { return m_cards.at(row); }
    /// -1 where there is none.
    int rowOf(const QString &name) const;

    /// Which guests are in the hand of a drag; their cards are drawn faded.
    void setLifted(const QSet<QString> &names);
    bool isLifted(int row) const { return m_lifted.contains(m_cards.at(row).name); }

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

Q_SIGNALS:
    /// A row that stays needs another height.
    void heightsChanged();

private:
    void removeBefore(qsizetype row, const Card *card);
    void insertBefore(qsizetype &row, const QList<Card> &cards, qsizetype &next);
    void update(int row, const Card &card);

    QList<Card> m_cards;
    QSet<QString> m_lifted;
};

} // namespace colonnade::gui
