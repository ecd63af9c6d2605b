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

/// Paints the ground and the border of such an area over all of @p widget.
void paintSurface(QWidget *widget);

/// Fusion draws the edges of fields in a darker Window: on a dark Base nobody would see them. Gives
/// @p widget, and what is in it, a palette in which they are seen. Call it again when the palette
/// changes.
void showEdgesOnBase(QWidget *widget);

} // namespace colonnade::gui
