// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/theme.h"

#include <QRect>
#include <QString>

class QPainter;

namespace colonnade::gui {

/// A rounded label: a strong word, and a small one behind it.
struct Pill
{
    enum class Look {
        Solid,   ///< something that is there
        Dashed,  ///< a place where something can be put
        Quiet,   ///< a name, as a chip
        Lifted,  ///< it is being dragged, and would go here
        Refused, ///< it is being dragged, and may not go here
        Wrong,   ///< it is there, and something is wrong with it
    };

    QString strong = {};
    QString small = {};
    Look look = Look::Solid;
    bool hovered = false;
    bool focused = false;

    /// How much room the pill takes.
    QSize size(const Fonts &fonts) const;
    /// Draws it into @p rect; words that do not fit are elided.
    void paint(QPainter &painter, const QRect &rect, const Theme &theme, const Fonts &fonts,
               Qt::LayoutDirection direction) const;

    friend bool operator==(const Pill &, const Pill &) = default;
};

} // namespace colonnade::gui
