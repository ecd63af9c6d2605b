// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace colonnade::gui {

/// Rows with some air: half a line more than the style gives them.
class RoomyRows final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        return QStyledItemDelegate::sizeHint(option, index)
               + QSize(0, option.fontMetrics.height() / 2);
    }
};

} // namespace colonnade::gui
