// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPalette>

namespace colonnade::gui {

enum class Appearance { System, Light, Dark };

/// The palettes of Light and Dark, for the Fusion style.
QPalette lightPalette();
QPalette darkPalette();

/// Makes the whole program look so. System is the style and the palette that the platform gave at
/// the start.
void setAppearance(Appearance appearance);

} // namespace colonnade::gui
