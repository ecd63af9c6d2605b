// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>

namespace colonnade::gui {

/// A name that can be pressed: at the beginning of its line, strong, elided in its middle.
class NameButton final : public QAbstractButton
{
    Q_OBJECT

public:
    explicit NameButton(QWidget *parent);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;
};

} // namespace colonnade::gui
