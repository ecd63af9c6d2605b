// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocale>

namespace colonnade::gui {

/// Loads the translations of Qt and of Colonnade for @p locale into the application. English has a file too: its
/// plurals.
void installTranslations(const QLocale &locale = QLocale());

} // namespace colonnade::gui
