// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/appearance.h"

#include <QApplication>
#include <QStyle>
#include <QStyleFactory>

namespace colonnade::gui {

namespace {

struct Colors
{
    const char *window, *text, *base, *alternate, *button, *highlight, *highlightedText, *muted,
        *disabled, *light, *midlight, *mid, *dark, *shadow, *link;
};

QPalette paletteOf(const Colors &c)
{
    const auto color = [](const char *name) { return QColor(QLatin1String(name)); };
    QPalette p;
    p.setColor(QPalette::Window, color(c.window));
    p.setColor(QPalette::Button, color(c.button));
    p.setColor(QPalette::Base, color(c.base));
    p.setColor(QPalette::AlternateBase, color(c.alternate));
    p.setColor(QPalette::ToolTipBase, color(c.base));
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText,
                            QPalette::ToolTipText, QPalette::BrightText}) {
        p.setColor(role, color(c.text));
        p.setColor(QPalette::Disabled, role, color(c.disabled));
    }
    p.setColor(QPalette::PlaceholderText, color(c.muted));
    p.setColor(QPalette::Highlight, color(c.highlight));
    p.setColor(QPalette::HighlightedText, color(c.highlightedText));
    p.setColor(QPalette::Disabled, QPalette::Highlight, color(c.mid));
    p.setColor(QPalette::Disabled, QPalette::HighlightedText, color(c.disabled));
    p.setColor(QPalette::Light, color(c.light));
    p.setColor(QPalette::Midlight, color(c.midlight));
    p.setColor(QPalette::Mid, color(c.mid));
    p.setColor(QPalette::Dark, color(c.dark));
    p.setColor(QPalette::Shadow, color(c.shadow));
    p.setColor(QPalette::Link, color(c.link));
    p.setColor(QPalette::LinkVisited, color(c.link));
    return p;
}

} // namespace

QPalette lightPalette()
{
    return paletteOf({.window = "#f3f4f6",
                      .text = "#1b1f27",
                      .base = "#ffffff",
                      .alternate = "#f7f8fa",
                      .button = "#fbfbfc",
                      .highlight = "#2f6de0",
                      .highlightedText = "#ffffff",
                      .muted = "#6b7280",
                      .disabled = "#9aa1ac",
                      .light = "#ffffff",
                      .midlight = "#eceef1",
                      .mid = "#c3c8d0",
                      .dark = "#a3a9b3",
                      .shadow = "#6b7280",
                      .link = "#2459bd"});
}

QPalette darkPalette()
{
    return paletteOf({.window = "#22252c",
                      .text = "#e7e9ee",
                      .base = "#1b1e24",
                      .alternate = "#20232a",
                      .button = "#2d313a",
                      .highlight = "#5b93f5",
                      .highlightedText = "#0e1116",
                      .muted = "#9aa2b1",
                      .disabled = "#6d7482",
                      .light = "#3d424e",
                      .midlight = "#343944",
                      .mid = "#1a1c22",
                      .dark = "#14161b",
                      .shadow = "#0b0c0f",
                      .link = "#7fadff"});
}

void setAppearance(Appearance appearance)
{
    static const QString systemStyle = QApplication::style()->name();
    switch (appearance) {
    case Appearance::System:
        QApplication::setStyle(QStyleFactory::create(systemStyle));
        QApplication::setPalette(QPalette()); // an empty one: the platform's
        break;
    case Appearance::Light:
    case Appearance::Dark:
        QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
        QApplication::setPalette(appearance == Appearance::Dark ? darkPalette() : lightPalette());
        break;
    }
}

} // namespace colonnade::gui
