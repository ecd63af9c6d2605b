// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cluster/facts.h"
#include "gui/card.h"

#include <QList>
#include <QRect>
#include <QString>

class QPainter;

namespace colonnade::gui {

struct Theme;

/// How a node's memory is divided. All in MiB.
struct MemoryPicture
{
    struct Part
    {
        QString guest; ///< empty: Domain-0
        qint64 size = 0;
        int color = 0;

        friend bool operator==(const Part &, const Part &) = default;
    };

    qint64 total = 0; ///< 0: unknown
    qint64 free = 0;
    QList<Part> parts;   ///< Domain-0 first, then the guests in the order of their cards
    qint64 incoming = 0; ///< what a drag would add

    qint64 used() const { return total - free; }

    friend bool operator==(const MemoryPicture &, const MemoryPicture &) = default;
};

MemoryPicture memoryOf(const cluster::NodeFacts &facts, const QString &node, GuestColors &colors);

/// Draws the bar into @p bar. A node that is not @p current is drawn in greys.
void drawMemoryBar(QPainter &painter, const QRect &bar, const MemoryPicture &memory,
                   const Theme &theme, bool current, Qt::LayoutDirection direction);

/// What is at @p x of the bar, for its tool tip: "web1: 4 GiB".
QString memoryBarText(const QRect &bar, const MemoryPicture &memory, int x,
                      Qt::LayoutDirection direction);

} // namespace colonnade::gui
