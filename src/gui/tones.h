// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "formats/diagnostic.h"
#include "gui/theme.h"

namespace colonnade::gui {

/// How a finding of that severity looks.
Tone toneOf(formats::Severity severity);
/// "✕", "!", "i": a hint has a sign, too, lest it be told by its colour alone.
QString signOf(formats::Severity severity);
/// "Error", "Warning", "Hint"
QString wordOf(formats::Severity severity);

} // namespace colonnade::gui
