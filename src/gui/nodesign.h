// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cluster/facts.h"
#include "gui/theme.h"

#include <QCoreApplication>

namespace colonnade::gui {

/// What a node's line says of its connection, wherever nodes are listed.
struct NodeSign
{
    Q_DECLARE_TR_FUNCTIONS(colonnade::gui::NodeSign)

public:
    QString symbol; ///< of icon()
    Tone tone = Tone::Neutral;
    QString word;   ///< "6", "no answer", "refused: host key"
    QString spoken; ///< "6 guests", "no answer"
    QString tip;    ///< all there is to say, the way out last

    friend bool operator==(const NodeSign &, const NodeSign &) = default;

    /// @p wanted: somebody has asked for a connection to its cluster.
    static NodeSign of(const cluster::NodeState &node, bool wanted);
    /// What is going on while a connection is made: "key exchange".
    static QString stage(const remote::Status &status);
    /// "refused: host key", or "refused" where @p error is not of a kind that has a word.
    static QString refusal(const std::optional<base::Error> &error);
    /// The message and its remedy; empty without an error.
    static QString sentence(const std::optional<base::Error> &error);
};

} // namespace colonnade::gui
