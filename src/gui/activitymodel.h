// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "remote/connection.h"

#include <QAbstractTableModel>
#include <QSortFilterProxyModel>

namespace colonnade::gui {

enum class ActivityState { Running, Ok, Failed, Unknown };

/// A line of the activity log: a command that ran on a node, or a plan with all its steps.
struct ActivityRow
{
    qint64 commandId = 0; ///< of a command; see remote::ActivityRecord
    QString planId;       ///< of a plan; empty: this is a command
    QDateTime at;         ///< UTC
    QString node;
    QString title;
    QByteArray script;
    QByteArray output;
    QString outcome;  ///< in a word or two; ignored while running
    QString sentence; ///< the whole of it, where there is more to tell
    ActivityState state = ActivityState::Running;
    bool quiet = false; ///< a periodic reading
    std::optional<std::chrono::milliseconds> duration;
};

/// The activity log, newest first. Bounded: the oldest lines go, quiet readings by a limit of their
/// own, so that they never push out what a person did.
class ActivityModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { TimeColumn, NodeColumn, TitleColumn, OutcomeColumn, ColumnCount };
    enum Role { StateRole = Qt::UserRole + 1, QuietRole, PlanRole };

    explicit ActivityModel(QObject *parent = nullptr, int limit = 1000, int quietLimit = 300);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    /// Adds the start of a command, or completes the line of one that has ended.
    void add(const remote::ActivityRecord &record);
    /// Adds or replaces the line of the plan row.planId.
    void putPlan(const ActivityRow &row);

    /// @p row counts from the newest.
    const ActivityRow &at(int row) const { return m_rows.at(m_rows.size() - 1 - row); }
    int running() const;
    /// Lets the views show the time that running lines have taken by now.
    void tick();

    /// The scripts of @p rows in the order in which they ran, with comments that say where each
    /// runs.
    QByteArray shellScript(QList<int> rows) const;

private:
    void insert(const ActivityRow &row);
    void replace(qsizetype position, const ActivityRow &row);
    void dropOldest(bool quiet);
    QString outcome(const ActivityRow &row) const;

    QList<ActivityRow> m_rows; ///< oldest first
    int m_limit;
    int m_quietLimit;
    int m_quiet = 0;
};

/// What of the log is shown.
class ActivityFilter final : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    enum class Show { All, Running, Failed };
    using QSortFilterProxyModel::QSortFilterProxyModel;

    void setShow(Show show);
    void setQuietShown(bool shown);

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    Show m_show = Show::All;
    bool m_quietShown = false;
};

} // namespace colonnade::gui
