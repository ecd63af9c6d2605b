// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "formats/clusterconf.h"
#include "gui/attributeform.h"

#include <QCoreApplication>

namespace colonnade::gui {

/// The attributes of fence devices and of their uses, as forms ask for them.
class FenceFields
{
    Q_DECLARE_TR_FUNCTIONS(colonnade::gui::FenceFields)

public:
    /// Of a <fencedevice>, the agent first.
    static QList<AttributeField> ofDevice(const formats::FenceDevice &device);
    /// Of a <device> of a node; @p device: the <fencedevice> that it uses, if there is one.
    static QList<AttributeField> ofUse(const formats::FenceUse &use,
                                       const std::optional<formats::FenceDevice> &device);
    /// What the agent switches, and what follows for the file.
    static QString about(const QString &agent);
};

} // namespace colonnade::gui
