// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cluster/facts.h"
#include "gui/theme.h"

#include <QCoreApplication>

namespace colonnade::gui {

/// What is known of a node that cluster.conf names, as the word and the sign beside its name.
struct MemberSign
{
    Q_DECLARE_TR_FUNCTIONS(colonnade::gui::MemberSign)

public:
    QString symbol; ///< of icon()
    Tone tone = Tone::Neutral;
    QString word; ///< "up", "not in the cluster", "no profile"

    friend bool operator==(const MemberSign &, const MemberSign &) = default;

    /// @p member: as cluster.conf spells it.
    static MemberSign of(const cluster::ClusterState &state, const QString &member);
};

} // namespace colonnade::gui
