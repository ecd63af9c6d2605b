// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cluster/facts.h"
#include "operations/migration.h"
#include "rules/verdict.h"

#include <QCoreApplication>
#include <QHash>
#include <QList>
#include <QString>

#include <chrono>
#include <optional>

namespace colonnade::gui {

/// What one card shows. It holds values, and the words are made when they are drawn or asked for:
/// most cards of a large cluster are neither from one reading to the next.
struct Card
{
    enum class Kind {
        Guest,
        Arriving, ///< the ghost of a guest that is being migrated to this node
        Leaving,  ///< a guest that is being migrated away
        Alarm,    ///< runs twice, or is what a broken migration left
    };

    QString name; ///< as the node lists it; of Arriving the guest's
    int occurrence =
        0; ///< counts domains of the same name on the same node: "(null)" may be there twice
    Kind kind = Kind::Guest;
    bool current = true; ///< false: the node is lost, this is its last picture
    toolstack::RunState state = toolstack::RunState::Unknown;
    std::optional<int> domainId;
    QString uuid;
    int vcpus = 0;
    qint64 memoryMiB = 0;
    std::optional<int> cpuPercent; ///< of one CPU
    QString managedBy;             ///< "rgmanager · FD"; empty: by nobody but the toolstack
    int color = 0;                 ///< of Theme::guest()

    QString sentence; ///< of Arriving and Leaving the progress, of Alarm what is wrong
    QString remedy;   ///< of Alarm
    rules::Severity severity = rules::Severity::Hard; ///< of Alarm
    QString peer;     ///< of Arriving where it comes from, of Leaving where it goes
    operations::MigrationStage stage = operations::MigrationStage::Checking;
    std::optional<double> fraction; ///< 0..1, measured
    std::chrono::seconds elapsed{0};

    /// Whether both are the same domain's card, whatever they show.
    bool sameAs(const Card &other) const
    {
        return name == other.name && occurrence == other.occurrence;
    }
    bool isSelectable() const { return kind == Kind::Guest || kind == Kind::Alarm; }
    bool isDraggable() const { return kind == Kind::Guest && current; }

    friend bool operator==(const Card &, const Card &) = default;
};

/// The order of names in which people look for them: numbers in them count, case does not.
bool nameLess(const QString &a, const QString &b);

/// The order of cards in a column: alarms, then all by name.
bool cardLess(const Card &a, const Card &b);

/// Gives every guest a colour that it keeps as long as the program runs, on whichever node it is.
/// Among the guests that a node shows first, colours repeat as late as possible.
class GuestColors
{
public:
    int color(const QString &node, const QString &guest);

private:
    static constexpr int Count = 8;

    QHash<QString, int> m_colors;
    QHash<QString, QList<int>> m_uses; ///< node -> how often each colour was given out there
};

/// What the cards of all columns are made with, beside the node itself.
struct CardContext
{
    QHash<QString, QString> managedBy;    ///< guest -> words for the chip
    QHash<QString, rules::Reason> alarms; ///< domain name -> what is wrong with it
    QList<operations::MigrationProgress> migrations;
    QString filter;
};

/// Who manages the guests of @p state beyond the toolstack, from clustat's groups and cluster.conf.
QHash<QString, QString> managersOf(const cluster::ClusterState &state);

/// The cards of @p node, sorted. Guests that are known to be migrating right now give one ghost at
/// the target and one faded card at the source, whatever temporary names the toolstack uses
/// meanwhile.
QList<Card> makeCards(const cluster::NodeState &node, bool current, const CardContext &context,
                      GuestColors &colors);

/// The words on cards.
class CardText
{
    Q_DECLARE_TR_FUNCTIONS(colonnade::gui::CardText)

public:
    /// "running", "paused", "arriving · 0:14".
    static QString state(const Card &card);
    /// "2 vCPU · 4 GiB · 12 %"; of a ghost "memory 1.2 of 2 GiB · from xenhost3".
    static QString details(const Card &card);
    /// All of it in one line, for screen readers.
    static QString description(const Card &card);
    /// The same as rich text; everything foreign in it is escaped.
    static QString toolTip(const Card &card);
    /// "4 GiB", "1.5 GiB", "160 MiB".
    static QString memory(qint64 mebibytes);
    /// "4 vCPU · 8 GiB"
    static QString size(int vcpus, qint64 memoryMiB);
    /// @p name on one line: control characters, which a hostile node may send, become visible
    /// marks.
    static QString printable(const QString &name);
    /// "web1", "web1 and web2", "web1, web2 and 3 more".
    static QString names(const QStringList &names);
};

} // namespace colonnade::gui
