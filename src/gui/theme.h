// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QFont>
#include <QFontMetrics>
#include <QList>
#include <QPalette>
#include <QRectF>
#include <QString>

class QPainter;

namespace colonnade::gui {

/// What a sign, a word and a colour say together. Colour alone never says it.
enum class Tone { Neutral, Good, Warn, Bad };

/// "✓", "!", "✕"; empty for Neutral.
QString signOf(Tone tone);

/// The colours of the board, made from a palette: light and dark come by themselves, the accent is
/// the palette's highlight. Green, amber and red are the only hues of its own, and the stripes of
/// the guests.
struct Theme
{
    static Theme of(const QPalette &palette);

    /// The strong colour of @p tone: signs, borders, solid banners.
    QColor strong(Tone tone) const;
    /// A surface tinted with @p tone; a column's own for Neutral.
    QColor tinted(Tone tone) const;
    /// The colour of guest number @p index; any number will do.
    QColor guest(int index) const { return guests.at(qAbs(index) % guests.size()); }

    bool dark = false;
    QColor accent;
    QColor text;
    QColor muted;   ///< second lines; still readable on every surface
    QColor surface; ///< the plainest there is
    QColor column;  ///< of a column
    QColor columnBorder;
    QColor card;
    QColor cardBorder;
    QColor track;  ///< of bars, what is free
    QColor system; ///< memory that is no guest's
    QColor good;
    QColor warn;
    QColor bad;
    QList<QColor> guests;
};

/// @p part (0..1) of @p b mixed into @p a.
QColor mixed(const QColor &a, const QColor &b, double part);

/// The fonts of the board, all relative to the widget's: one size for names, one for the rest, two
/// weights.
struct Fonts
{
    explicit Fonts(const QFont &base);

    QFont title; ///< node names
    QFont name;  ///< guest names
    QFont small; ///< all else
    QFontMetrics titleMetrics;
    QFontMetrics nameMetrics;
    QFontMetrics smallMetrics;
    int unit; ///< some third of a line: the step of all distances
};

/// The height that @p text takes in @p width, at most @p maxLines lines of it.
int wrappedHeight(const QString &text, const QFont &font, int width, int maxLines);

/// Draws @p text wrapped into @p rect, long words broken, the last line elided where it does not
/// fit.
void drawWrapped(QPainter &painter, const QRect &rect, const QString &text, const QFont &font,
                 Qt::LayoutDirection direction, int maxLines);

} // namespace colonnade::gui
