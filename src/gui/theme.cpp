// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/theme.h"

#include <QPainter>
#include <QStyle>
#include <QTextLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace colonnade::gui {

namespace {

QFont scaled(QFont font, double factor, QFont::Weight weight = QFont::Normal)
{
    if (font.pointSizeF() > 0)
        font.setPointSizeF(font.pointSizeF() * factor);
    else
        font.setPixelSize(qMax(1, qRound(font.pixelSize() * factor)));
    font.setWeight(weight);
    return font;
}

QList<QColor> guestColors(bool dark)
{
    // Eight hues of like lightness, none of them the green, amber or red that speak of state.
    const QList<QColor> light = {0x5b8fef, 0xdd9c55, 0xae73a6, 0x4bb0a6,
                                 0x86ab5f, 0xd27f95, 0x8583cf, 0xb09f45};
    if (!dark)
        return light;
    QList<QColor> result;
    for (const QColor &color : light)
        result.append(mixed(color, Qt::black, 0.08));
    return result;
}

void setHues(Theme &theme)
{
    theme.good = theme.dark ? 0x62ca8c : 0x146c40;
    theme.warn = theme.dark ? 0xf0b95a : 0x8a5000;
    theme.bad = theme.dark ? 0xf28b82 : 0xb3261e;
    theme.guests = guestColors(theme.dark);
}

struct Line
{
    qsizetype start;
    qsizetype length;
};

/// The lines into which @p layout's text breaks; the last one takes the rest where there are more
/// than @p maxLines.
QList<Line> breakLines(QTextLayout &layout, int width, int maxLines)
{
    QList<Line> lines;
    layout.beginLayout();
    for (;;) {
        QTextLine line = layout.createLine();
        if (!line.isValid())
            break;
        line.setLineWidth(width);
        if (lines.size() == maxLines) {
            lines.last().length = layout.text().size() - lines.last().start;
            break;
        }
        lines.append({line.textStart(), line.textLength()});
    }
    layout.endLayout();
    return lines;
}

QList<Line> linesOf(const QString &text, const QFont &font, int width, int maxLines)
{
    QTextLayout layout(text, font);
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
    return breakLines(layout, qMax(1, width), maxLines);
}

} // namespace

QString signOf(Tone tone)
{
    switch (tone) {
    case Tone::Good:
        return u"✓"_s;
    case Tone::Warn:
        return u"!"_s;
    case Tone::Bad:
        return u"✕"_s;
    case Tone::Neutral:
        break;
    }
    return {};
}

QColor mixed(const QColor &a, const QColor &b, double part)
{
    const auto channel = [part](float from, float to) {
        return std::clamp(from + (to - from) * static_cast<float>(part), 0.0f, 1.0f);
    };
    return QColor::fromRgbF(channel(a.redF(), b.redF()), channel(a.greenF(), b.greenF()),
                            channel(a.blueF(), b.blueF()));
}

Theme Theme::of(const QPalette &palette)
{
    const QColor base = palette.color(QPalette::Active, QPalette::Base);
    const QColor window = palette.color(QPalette::Active, QPalette::Window);
    Theme theme;
    theme.text = palette.color(QPalette::Active, QPalette::Text);
    theme.dark = base.lightnessF() < theme.text.lightnessF();
    theme.accent = palette.color(QPalette::Active, QPalette::Highlight);
    theme.muted = mixed(theme.text, base, theme.dark ? 0.28 : 0.33);
    theme.column = mixed(window, theme.text, theme.dark ? 0.04 : 0.035);
    theme.columnBorder = mixed(window, theme.text, 0.14);
    theme.surface = base;
    theme.card = theme.dark ? mixed(base, theme.text, 0.13) : base;
    theme.cardBorder = mixed(theme.card, theme.text, theme.dark ? 0.16 : 0.14);
    theme.track = mixed(theme.column, theme.text, 0.10);
    theme.system = mixed(theme.column, theme.text, 0.42);
    setHues(theme);
    return theme;
}

QColor Theme::strong(Tone tone) const
{
    switch (tone) {
    case Tone::Good:
        return good;
    case Tone::Warn:
        return warn;
    case Tone::Bad:
        return bad;
    case Tone::Neutral:
        break;
    }
    return muted;
}

QColor Theme::tinted(Tone tone) const
{
    // Pure hues into the plainest surface: the strong ones, which are made for text, would turn it
    // muddy.
    switch (tone) {
    case Tone::Good:
        return mixed(surface, QColor(0x18, 0xa0, 0x58), dark ? 0.24 : 0.13);
    case Tone::Warn:
        return mixed(surface, QColor(0xf5, 0xa6, 0x23), dark ? 0.18 : 0.17);
    case Tone::Bad:
        return mixed(surface, QColor(0xe5, 0x39, 0x35), dark ? 0.24 : 0.11);
    case Tone::Neutral:
        break;
    }
    return column;
}

Fonts::Fonts(const QFont &base)
    : title(scaled(base, 1.12, QFont::DemiBold)),
      name(scaled(base, 1.0, QFont::DemiBold)),
      small(scaled(base, 0.92)),
      titleMetrics(title),
      nameMetrics(name),
      smallMetrics(small),
      unit(qMax(2, qRound(QFontMetrics(base).height() / 3.5)))
{
}

int wrappedHeight(const QString &text, const QFont &font, int width, int maxLines)
{
    return static_cast<int>(linesOf(text, font, width, maxLines).size())
           * QFontMetrics(font).lineSpacing();
}

void drawWrapped(QPainter &painter, const QRect &rect, const QString &text, const QFont &font,
                 Qt::LayoutDirection direction, int maxLines)
{
    const QFontMetrics metrics(font);
    const int flags =
        QStyle::visualAlignment(direction, Qt::AlignLeft) | Qt::AlignVCenter | Qt::TextSingleLine;
    QRect row(rect.left(), rect.top(), rect.width(), metrics.lineSpacing());
    painter.setFont(font);
    for (const Line &line : linesOf(text, font, rect.width(), maxLines)) {
        const QString words = text.mid(line.start, line.length).trimmed();
        painter.drawText(row, flags, metrics.elidedText(words, Qt::ElideRight, row.width()));
        row.translate(0, metrics.lineSpacing());
    }
}

} // namespace colonnade::gui
