// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "formats/clusterconf.h"
#include "formats/clusterconfdiagnostics.h"
#include "gui/attributeform.h"

#include <QCoreApplication>

namespace colonnade::gui {

/// The attributes of a <vm> as a form asks for them.
class VmFields
{
    Q_DECLARE_TR_FUNCTIONS(colonnade::gui::VmFields)

public:
    /// Those that the cluster's version knows, or that @p vm has; all of them for @p all.
    static QList<AttributeField> of(const formats::ClusterConf &conf,
                                    const formats::ResourceGroup &vm,
                                    const formats::ClusterConfTarget &target, bool all);
    /// How many of() leaves out.
    static int hidden(const formats::ResourceGroup &vm, const formats::ClusterConfTarget &target);
};

/// What @p element has, by name.
QHash<QString, QString> valuesOf(const formats::XmlElement &element);

} // namespace colonnade::gui
