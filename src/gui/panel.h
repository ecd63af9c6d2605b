// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace colonnade::gui {

/// A surface with a thin border and round corners, which holds what belongs together.
class Panel final : public QWidget
{
    Q_OBJECT

public:
    using QWidget::QWidget;

protected:
    void paintEvent(QPaintEvent *event) override;
};

/// Gives @p label the colour of second lines, or another one; while it is disabled, it looks so.
void setTextColour(QWidget *label, const QColor &colour);

} // namespace colonnade::gui
