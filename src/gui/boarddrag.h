// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/theme.h"
#include "rules/placement.h"

#include <QList>
#include <QPixmap>

#include <memory>
#include <optional>

class QMimeData;

namespace colonnade::gui {

/// "application/vnd.colonnade.guests"
QString guestsMimeType();

/// Guests as the payload of a drag.
std::unique_ptr<QMimeData> toMimeData(const QList<rules::GuestRef> &guests);
/// Nothing where @p data holds no such payload, or a damaged one: any program may be its author.
std::optional<QList<rules::GuestRef>> guestsFrom(const QMimeData &data);

/// What a drag shows in the hand.
struct DragPicture
{
    QStringList guests;
    int vcpus = 0;
    qint64 memoryMiB = 0;
    int color = 0; ///< of the first guest's stripe
};

/// The card under the pointer, for a screen of @p devicePixelRatio.
QPixmap drawDragPicture(const DragPicture &picture, const Theme &theme, const Fonts &fonts,
                        double devicePixelRatio, Qt::LayoutDirection direction);

} // namespace colonnade::gui
