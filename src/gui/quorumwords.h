// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "formats/clusterconf.h"
#include "gui/theme.h"

#include <QCoreApplication>
#include <QString>

namespace colonnade::gui {

/// The votes of a cluster.conf in words: "3 of 4 votes are needed: one node may fail."
struct QuorumWords
{
    Q_DECLARE_TR_FUNCTIONS(colonnade::gui::QuorumWords)

public:
    QString text;
    Tone tone = Tone::Neutral;

    static QuorumWords of(const formats::ClusterConf &conf);
};

} // namespace colonnade::gui
