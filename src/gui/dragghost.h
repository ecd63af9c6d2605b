// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/pill.h"

#include <QWidget>

namespace colonnade::gui {

/// What is being dragged within a view, beside the pointer, with what a drop would do.
class DragGhost final : public QWidget
{
    Q_OBJECT

public:
    /// Shown above everything in @p area, and only in it.
    explicit DragGhost(QWidget *area);

    /// Shows @p pill and, below it, @p answer, with the pointer at @p position on the screen.
    void showAt(const QPoint &position, const Pill &pill, const QString &answer);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QSize wanted(const Fonts &fonts) const;

    Pill m_pill;
    QString m_answer;
};

} // namespace colonnade::gui
