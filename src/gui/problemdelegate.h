// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace colonnade::gui {

/// Draws a finding: its sign, its sentence in as many lines as it takes, its line, and the word for
/// its fix.
class ProblemDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    /// Where the word for the fix is; empty where there is none.
    QRect fixRect(const QStyleOptionViewItem &option, const QModelIndex &index) const;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    struct Boxes;
    Boxes boxesOf(const QStyleOptionViewItem &option, const QModelIndex &index) const;
};

} // namespace colonnade::gui
