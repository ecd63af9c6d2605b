// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace colonnade::gui {

/// A plain area with a thin rounded border, on which the parts of a view stand.
class Surface final : public QWidget
{
    Q_OBJECT

public:
    explicit Surface(QWidget *parent);

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace colonnade::gui
