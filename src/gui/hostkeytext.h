// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/theme.h"

class QLabel;
class QLineEdit;

namespace colonnade::gui {

/// The command that shows the fingerprint of a key of this type at the host's own console.
QString hostKeyLookUpCommand(const QString &keyType);

/// "xenhost1", "xenhost1:2222", "[::1]:2222"
QString hostAddress(const QString &host, quint16 port);

/// Shows @p text in a fixed font and, up to a line of 80 characters, as wide as it is, so that a
/// fingerprint can be compared without scrolling. It is read-only, and without a frame.
void showWhole(QLineEdit *edit, const QString &text);

/// Makes @p label the sign of @p tone, in its colour, with a word for who does not see it.
void showToneSign(QLabel *label, Tone tone);

} // namespace colonnade::gui
