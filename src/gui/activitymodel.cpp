// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/activitymodel.h"

#include "gui/theme.h"

#include <QFontDatabase>
#include <QGuiApplication>

#include <algorithm>

namespace colonnade::gui {

namespace {

/// 0:14, 12:03, 1:02:03
QString duration(std::chrono::seconds time)
{
    const auto total = time.count();
    const QString minutes =
        QStringLiteral("%1:%2").arg(total / 60 % 60).arg(total % 60, 2, 10, QLatin1Char('0'));
    if (total < 3600)
        return minutes;
    return QStringLiteral("%1:%2:%3")
        .arg(total / 3600)
        .arg(total / 60 % 60, 2, 10, QLatin1Char('0'))
        .arg(total % 60, 2, 10, QLatin1Char('0'));
}

QString oneLine(const QString &text)
{
    return text.left(300).simplified();
}

ActivityRow rowOf(const remote::ActivityRecord &record)
{
    ActivityRow row;
    row.commandId = record.id;
    row.at = record.startedAt;
    row.node = record.node;
    row.title = oneLine(record.title.isEmpty() ? QString::fromUtf8(record.script) : record.title);
    row.script = record.script;
    row.output = record.outputHead;
    row.quiet = record.quiet;
    if (!record.finished)
        return row;
    row.duration = record.duration;
    const bool good = record.problem.isEmpty() && record.exitStatus == 0;
    row.state = good ? ActivityState::Ok : ActivityState::Failed;
    if (!record.problem.isEmpty())
        row.outcome = oneLine(record.problem);
    else if (good)
        row.outcome = ActivityModel::tr("ok");
    else
        row.outcome = ActivityModel::tr("exit status %1").arg(record.exitStatus.value_or(-1));
    return row;
}

QColor stateColor(ActivityState state)
{
    const Theme theme = Theme::of(QGuiApplication::palette());
    switch (state) {
    case ActivityState::Running:
        return theme.accent;
    case ActivityState::Ok:
        return theme.good;
    case ActivityState::Failed:
        return theme.bad;
    case ActivityState::Unknown:
        return theme.warn;
    }
    return {};
}

} // namespace

ActivityModel::ActivityModel(QObject *parent, int limit, int quietLimit)
    : QAbstractTableModel(parent), m_limit(limit), m_quietLimit(quietLimit)
{
}

int ActivityModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int ActivityModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString ActivityModel::outcome(const ActivityRow &row) const
{
    if (row.state != ActivityState::Running)
        return row.outcome;
    const auto seconds = std::max<qint64>(0, row.at.secsTo(QDateTime::currentDateTimeUtc()));
    return tr("running %1").arg(duration(std::chrono::seconds(seconds)));
}

QVariant ActivityModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const ActivityRow &row = at(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        break;
    case Qt::ToolTipRole:
        if (index.column() == OutcomeColumn)
            return row.sentence.isEmpty() ? outcome(row) : row.sentence;
        return index.column() == TitleColumn ? row.title : QVariant();
    case Qt::ForegroundRole:
        return index.column() == OutcomeColumn ? QVariant(stateColor(row.state)) : QVariant();
    case Qt::FontRole:
        return index.column() == TimeColumn
                   ? QVariant(QFontDatabase::systemFont(QFontDatabase::FixedFont))
                   : QVariant();
    case StateRole:
        return int(row.state);
    case QuietRole:
        return row.quiet;
    case PlanRole:
        return row.planId;
    default:
        return {};
    }
    switch (index.column()) {
    case TimeColumn:
        return row.at.toLocalTime().toString(QStringLiteral("HH:mm:ss"));
    case NodeColumn:
        return row.node;
    case TitleColumn:
        return row.title;
    default:
        return outcome(row);
    }
}

QVariant ActivityModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case TimeColumn:
        return tr("Time");
    case NodeColumn:
        return tr("Node");
    case TitleColumn:
        return tr("What");
    default:
        return tr("Result");
    }
}

void ActivityModel::add(const remote::ActivityRecord &record)
{
    const auto found = std::find_if(m_rows.rbegin(), m_rows.rend(), [&](const ActivityRow &row) {
        return row.commandId == record.id;
    });
    if (found == m_rows.rend())
        insert(rowOf(record));
    else
        replace(m_rows.rend() - found - 1, rowOf(record));
}

void ActivityModel::putPlan(const ActivityRow &row)
{
    const auto found = std::find_if(m_rows.rbegin(), m_rows.rend(), [&](const ActivityRow &other) {
        return other.planId == row.planId;
    });
    if (found == m_rows.rend())
        insert(row);
    else
        replace(m_rows.rend() - found - 1, row);
}

void ActivityModel::insert(const ActivityRow &row)
{
    if ((row.quiet ? m_quiet : m_rows.size() - m_quiet) >= (row.quiet ? m_quietLimit : m_limit))
        dropOldest(row.quiet);
    // Records of different nodes come in batches; a line belongs where its start is.
    const auto place =
        std::upper_bound(m_rows.cbegin(), m_rows.cend(), row,
                         [](const ActivityRow &a, const ActivityRow &b) { return a.at < b.at; });
    const qsizetype position = place - m_rows.cbegin();
    const int viewRow = int(m_rows.size() - position);
    beginInsertRows({}, viewRow, viewRow);
    m_rows.insert(position, row);
    m_quiet += row.quiet;
    endInsertRows();
}

void ActivityModel::replace(qsizetype position, const ActivityRow &row)
{
    m_rows[position] = row;
    const int viewRow = int(m_rows.size() - 1 - position);
    Q_EMIT dataChanged(index(viewRow, 0), index(viewRow, ColumnCount - 1));
}

void ActivityModel::dropOldest(bool quiet)
{
    const auto found = std::ranges::find(std::as_const(m_rows), quiet, &ActivityRow::quiet);
    const qsizetype position = found - m_rows.cbegin();
    const int viewRow = int(m_rows.size() - 1 - position);
    beginRemoveRows({}, viewRow, viewRow);
    m_rows.removeAt(position);
    m_quiet -= quiet;
    endRemoveRows();
}

int ActivityModel::running() const
{
    return int(std::ranges::count_if(m_rows, [](const ActivityRow &row) {
        return row.state == ActivityState::Running && !row.quiet;
    }));
}

void ActivityModel::tick()
{
    for (qsizetype i = 0; i < m_rows.size(); ++i) {
        if (m_rows.at(i).state != ActivityState::Running)
            continue;
        const QModelIndex changed = index(int(m_rows.size() - 1 - i), OutcomeColumn);
        Q_EMIT dataChanged(changed, changed, {Qt::DisplayRole});
    }
}

QByteArray ActivityModel::shellScript(QList<int> rows) const
{
    std::ranges::sort(rows, std::greater());
    QByteArray script = "#!/bin/sh\n";
    for (const int number : std::as_const(rows)) {
        const ActivityRow &row = at(number);
        script += "\n# " + row.at.toString(Qt::ISODate).toUtf8() + "  " + row.title.toUtf8() + '\n';
        if (row.planId.isEmpty())
            script += "# on " + oneLine(row.node).toUtf8() + ":\n";
        script += row.script;
        if (!script.endsWith('\n'))
            script += '\n';
    }
    return script;
}

void ActivityFilter::setShow(Show show)
{
    m_show = show;
    invalidateFilter();
}

void ActivityFilter::setQuietShown(bool shown)
{
    m_quietShown = shown;
    invalidateFilter();
}

bool ActivityFilter::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    const QModelIndex index = sourceModel()->index(row, 0, parent);
    if (!m_quietShown && index.data(ActivityModel::QuietRole).toBool())
        return false;
    const auto state = ActivityState(index.data(ActivityModel::StateRole).toInt());
    switch (m_show) {
    case Show::All:
        return true;
    case Show::Running:
        return state == ActivityState::Running;
    case Show::Failed:
        return state == ActivityState::Failed || state == ActivityState::Unknown;
    }
    return true;
}

} // namespace colonnade::gui
