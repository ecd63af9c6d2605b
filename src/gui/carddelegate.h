// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/card.h"
#include "gui/theme.h"

#include <QAbstractItemDelegate>

namespace colonnade::gui {

class ColumnModel;

/// Draws the cards of a ColumnModel. All sizes come from the font, all colours from the palette.
class CardDelegate final : public QAbstractItemDelegate
{
    Q_OBJECT

public:
    CardDelegate(const Theme &theme, const Fonts &fonts, QObject *parent = nullptr);

    void setLook(const Theme &theme, const Fonts &fonts);
    /// The width for which the heights of alarm cards are counted.
    void setWidth(int width) { m_width = width; }

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    struct Place;

    void drawSurface(QPainter &painter, const Card &card, const Place &place) const;
    void drawStripe(QPainter &painter, const Card &card, const Place &place) const;
    void drawLines(QPainter &painter, const Card &card, const Place &place) const;
    void drawChip(QPainter &painter, const QRect &box, const QString &text) const;
    void drawProgress(QPainter &painter, const Card &card, const Place &place) const;
    void drawAlarm(QPainter &painter, const Card &card, const Place &place) const;
    struct Chip;
    Chip placeChip(const Card &card, int nameRoom, int detailsRoom) const;
    int chipWidth(const QString &text) const;
    int contentWidth(int cardWidth) const;
    int alarmHeight(const Card &card, int width) const;

    Theme m_theme;
    Fonts m_fonts;
    int m_width = 0;
};

} // namespace colonnade::gui
