// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/clustertree.h"

#include "gui/icons.h"
#include "gui/theme.h"
#include "gui/wording.h"

#include <QGuiApplication>

#include <algorithm>

namespace colonnade::gui {

namespace {

constexpr quintptr TopLevel = 0;

} // namespace

ClusterTree::Line ClusterTree::describeCluster(const Entry &entry, const QList<Line> &nodes)
{
    Line line{entry.state.name, {}, {}, entry.note.colour};
    line.sign.symbol = QStringLiteral("state-off");
    line.sign.word = tr("not connected");
    if (entry.connected) {
        const auto tone = [](const Line &node) { return node.sign.tone; };
        const auto worst = std::ranges::max_element(nodes, {}, tone);
        if (worst != nodes.end()) {
            line.sign.symbol = worst->sign.symbol;
            line.sign.tone = worst->sign.tone;
        }
        const auto lost = std::ranges::count(nodes, Tone::Bad, tone);
        line.sign.word = lost ? tr("%1 of %2 lost").arg(lost).arg(nodes.size())
                              : tr("%n node(s)", nullptr, int(nodes.size()));
        for (const cluster::NodeState &node : entry.state.nodes) {
            if (!lost && node.facts && node.facts->cman)
                line.sign.word = node.facts->cman->quorate ? tr("quorate") : tr("no quorum");
        }
    }
    line.sign.spoken = line.sign.word;
    line.sign.tip = entry.note.note;
    return line;
}

ClusterTree::Cluster ClusterTree::describe(const Entry &entry)
{
    Cluster cluster;
    for (const cluster::NodeState &node : entry.state.nodes) {
        Line line{node.name(),
                  NodeSign::of(node, entry.connected),
                  activeMarks(node.profile, node.connection.legacy),
                  {}};
        if (!entry.connected)
            line.sign.word.clear(); // the line of the cluster says it for all
        cluster.nodes.append(line);
    }
    cluster.line = describeCluster(entry, cluster.nodes);
    return cluster;
}

bool ClusterTree::sameShape(const QList<Cluster> &clusters) const
{
    return std::ranges::equal(clusters, m_clusters, [](const Cluster &a, const Cluster &b) {
        return a.line.name == b.line.name
               && std::ranges::equal(a.nodes, b.nodes, {}, &Line::name, &Line::name);
    });
}

std::pair<int, int> ClusterTree::changedRows(const QList<Line> &before, const QList<Line> &after)
{
    int first = int(after.size());
    int last = -1;
    for (int row = 0; row < after.size(); ++row) {
        if (before.at(row) == after.at(row))
            continue;
        first = std::min(first, row);
        last = row;
    }
    return {first, last};
}

void ClusterTree::setEntries(const QList<Entry> &entries)
{
    QList<Cluster> clusters;
    for (const Entry &entry : entries)
        clusters.append(describe(entry));
    if (!sameShape(clusters)) {
        beginResetModel();
        m_clusters = clusters;
        endResetModel();
        return;
    }
    const QList<Cluster> old = std::exchange(m_clusters, clusters);
    for (int c = 0; c < m_clusters.size(); ++c) {
        const QModelIndex top = index(c, 0);
        if (old.at(c).line != m_clusters.at(c).line)
            Q_EMIT dataChanged(top, index(c, StateColumn));
        // In one piece: the view measures its columns anew for each.
        const auto [first, last] = changedRows(old.at(c).nodes, m_clusters.at(c).nodes);
        if (first <= last)
            Q_EMIT dataChanged(index(first, 0, top), index(last, StateColumn, top));
    }
}

QModelIndex ClusterTree::indexOf(const QString &cluster, const QString &node) const
{
    for (int c = 0; c < m_clusters.size(); ++c) {
        if (m_clusters.at(c).line.name != cluster)
            continue;
        const QModelIndex top = index(c, 0);
        if (node.isEmpty())
            return top;
        for (int n = 0; n < m_clusters.at(c).nodes.size(); ++n) {
            if (m_clusters.at(c).nodes.at(n).name == node)
                return index(n, 0, top);
        }
    }
    return {};
}

QModelIndex ClusterTree::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, parent.isValid() ? quintptr(parent.row()) + 1 : TopLevel);
}

QModelIndex ClusterTree::parent(const QModelIndex &index) const
{
    if (!index.isValid() || index.internalId() == TopLevel)
        return {};
    return createIndex(int(index.internalId()) - 1, 0, TopLevel);
}

int ClusterTree::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return int(m_clusters.size());
    if (parent.internalId() != TopLevel || parent.column() != 0)
        return 0;
    return int(m_clusters.at(parent.row()).nodes.size());
}

int ClusterTree::columnCount(const QModelIndex &) const
{
    return ColumnCount;
}

const ClusterTree::Line &ClusterTree::line(const QModelIndex &index) const
{
    if (index.internalId() == TopLevel)
        return m_clusters.at(index.row()).line;
    return m_clusters.at(int(index.internalId()) - 1).nodes.at(index.row());
}

QVariant ClusterTree::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Line &what = line(index);
    const bool top = index.internalId() == TopLevel;
    switch (role) {
    case ClusterRole:
        return top ? what.name : line(index.parent()).name;
    case NodeRole:
        return top ? QString() : what.name;
    case Qt::ToolTipRole:
        return tip(index.column(), what);
    default:
        break;
    }
    switch (index.column()) {
    case NameColumn:
        return nameData(what, role);
    case MarksColumn:
        if (role == MarksRole)
            return QVariant::fromValue(what.marks);
        if (role != Qt::AccessibleTextRole)
            return {};
        return what.marks.isEmpty() ? tr("no marks") : wordsOf(what.marks);
    default:
        return stateData(what.sign, role);
    }
}

QVariant ClusterTree::nameData(const Line &line, int role)
{
    switch (role) {
    case Qt::DisplayRole:
        return line.name;
    case Qt::AccessibleTextRole: {
        QStringList parts{line.name, line.sign.spoken, wordsOf(line.marks)};
        parts.removeAll(QString());
        return parts.join(QStringLiteral(", "));
    }
    case Qt::DecorationRole:
        return icon(line.sign.symbol, Theme::of(QGuiApplication::palette()).strong(line.sign.tone));
    case ColourRole:
        return line.colour.isEmpty() ? QVariant() : QVariant(QColor(line.colour));
    default:
        return {};
    }
}

QVariant ClusterTree::stateData(const NodeSign &sign, int role)
{
    switch (role) {
    case Qt::DisplayRole:
        return sign.word;
    case Qt::AccessibleTextRole:
        return sign.spoken;
    case Qt::ForegroundRole:
        return Theme::of(QGuiApplication::palette()).muted;
    case Qt::TextAlignmentRole:
        return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    default:
        return {};
    }
}

QVariant ClusterTree::tip(int column, const Line &line)
{
    const QString text = column == MarksColumn ? tipOf(line.marks) : line.sign.tip;
    return text.isEmpty() ? QVariant() : QVariant(plainTip(text));
}

} // namespace colonnade::gui
