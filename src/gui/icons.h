// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QIcon>
#include <QString>

namespace colonnade::gui {

/// The symbol @p name of resources/icons, drawn in the text colour of the palette at the time of
/// painting, so that light and dark need no second set. With @p color, always in that colour.
QIcon icon(const QString &name, const QColor &color = {});

} // namespace colonnade::gui
