// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHeaderView>

namespace colonnade::gui {

/// The labels of rows, flat as the board's: a sign, and a name that is elided in its middle.
class NodeRows final : public QHeaderView
{
    Q_OBJECT

public:
    explicit NodeRows(QWidget *parent);

    /// Wide enough for the longest label, up to some 28 letters.
    int wantedWidth() const;
    QSize sizeHint() const override;

protected:
    void paintSection(QPainter *painter, const QRect &rect, int logicalIndex) const override;
};

} // namespace colonnade::gui
