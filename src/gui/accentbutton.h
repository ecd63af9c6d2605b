// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPushButton>

namespace colonnade::gui {

/// The one button of a bar that everything leads to: in the colour of the accent.
class AccentButton final : public QPushButton
{
    Q_OBJECT

public:
    explicit AccentButton(QWidget *parent);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace colonnade::gui
