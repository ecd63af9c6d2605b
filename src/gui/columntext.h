// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cluster/facts.h"
#include "gui/memorybar.h"
#include "gui/nodemarks.h"
#include "gui/theme.h"
#include "rules/verdict.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QString>

#include <chrono>

namespace colonnade::gui {

/// How far what a column shows can be believed.
enum class Freshness {
    Current, ///< read a moment ago
    Stale,   ///< there is a connection, and the last reading is old or failed
    Lost,    ///< no connection; what is shown is the last picture
    Unread,  ///< never read
};

/// A sentence in a column with its sign.
struct Notice
{
    Tone tone = Tone::Neutral;
    QString text; ///< with the sign
    QString
        details; ///< all there is to say; the tool tip, and shown while a drag is over the column

    friend bool operator==(const Notice &, const Notice &) = default;
};

/// The words of a column's header.
struct ColumnText
{
    Q_DECLARE_TR_FUNCTIONS(colonnade::gui::ColumnText)

public:
    Freshness freshness = Freshness::Unread;
    Tone tone = Tone::Neutral; ///< of the dot beside the name
    QString state;             ///< one or two words: "online", "no quorum", "unreachable"
    QString about;             ///< "Xen 4.17 · xl · read 2 s ago"
    QString shortAbout;        ///< said instead where that is too long; may be empty
    QString left;    ///< under the memory bar: "23.0 of 32 GiB used", "last read 6 min ago"
    QString right;   ///< "9.0 free"
    Notice notice;   ///< what is wrong with the node, if anything is
    NodeMarks marks; ///< how it is reached, where that is not the plain way

    friend bool operator==(const ColumnText &, const ColumnText &) = default;

    /// The words for @p node at @p now.
    static ColumnText of(const cluster::NodeState &node, const MemoryPicture &memory,
                         const QDateTime &now);
    /// What a drag's answer says; @p guests are the names of those that would come.
    static Notice answer(const rules::Verdict &verdict, const QStringList &guests);
    /// "2 s ago", "6 min ago", "3 h ago", "4 days ago". What lies in the future counts as now.
    static QString age(const QDateTime &then, const QDateTime &now);
    /// "14:02" of today, "Sat 22 Nov, 14:02" of other days, in local time.
    static QString since(const QDateTime &then, const QDateTime &now);
};

/// How old facts may be and still count as what is. The rules refuse drops on the same grounds.
constexpr std::chrono::seconds StaleAfter{30};

Freshness freshnessOf(const cluster::NodeState &node, const QDateTime &now);

} // namespace colonnade::gui
