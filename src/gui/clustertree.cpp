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

ClusterTree::Line ClusterTree::describeNode(const cluster::NodeState &node, bool connected)
{
    const auto say = [&](const char *symbol, Tone tone, const QString &word) {
        const QString tip = node.connection.error ? node.connection.error->message : QString();
        return Line{node.name(), QString::fromLatin1(symbol), int(tone), word, word, tip};
    };
    if (!connected)
        return say("state-off", Tone::Neutral, QString());
    switch (node.connection.phase) {
    case remote::Phase::Idle:
    case remote::Phase::Connecting:
        return say("state-busy", Tone::Neutral, tr("connecting"));
    case remote::Phase::WaitingForUser:
        return say("state-warn", Tone::Warn, tr("asks you"));
    case remote::Phase::Waiting:
        return say("state-bad", Tone::Bad, tr("no answer"));
    case remote::Phase::Refused:
        return say("state-bad", Tone::Bad, tr("refused"));
    case remote::Phase::Closed:
        return say("state-off", Tone::Neutral, tr("closed"));
    case remote::Phase::Connected:
        break;
    }
    if (node.probeError) {
        Line line = say("state-warn", Tone::Warn, tr("not read"));
        line.tip = node.probeError->message;
        return line;
    }
    if (!node.facts)
        return say("state-busy", Tone::Neutral, tr("reading"));
    if (!node.facts->toolstack) {
        Line line = say("state-warn", Tone::Warn, tr("no Xen"));
        line.tip = node.facts->toolstackProblem;
        return line;
    }
    const qsizetype guests = runningGuests(*node.facts).size();
    Line line = say("state-good", Tone::Good, QLocale().toString(guests));
    line.spoken = tr("%n guest(s)", nullptr, int(guests));
    line.tip = line.spoken;
    return line;
}

ClusterTree::Line ClusterTree::describeCluster(const Entry &entry, const QList<Line> &nodes)
{
    Line line{entry.state.name,
              QStringLiteral("state-off"),
              int(Tone::Neutral),
              tr("not connected"),
              {},
              {}};
    if (entry.connected) {
        const auto worst = std::ranges::max_element(nodes, {}, &Line::tone);
        if (worst != nodes.end()) {
            line.symbol = worst->symbol;
            line.tone = worst->tone;
        }
        const auto lost = std::ranges::count(nodes, int(Tone::Bad), &Line::tone);
        line.word = lost ? tr("%1 of %2 lost").arg(lost).arg(nodes.size())
                         : tr("%n node(s)", nullptr, int(nodes.size()));
        for (const cluster::NodeState &node : entry.state.nodes) {
            if (!lost && node.facts && node.facts->cman)
                line.word = node.facts->cman->quorate ? tr("quorate") : tr("no quorum");
        }
    }
    line.spoken = line.word;
    return line;
}

ClusterTree::Cluster ClusterTree::describe(const Entry &entry)
{
    Cluster cluster;
    for (const cluster::NodeState &node : entry.state.nodes)
        cluster.nodes.append(describeNode(node, entry.connected));
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
        for (int n = 0; n < m_clusters.at(c).nodes.size(); ++n) {
            if (old.at(c).nodes.at(n) != m_clusters.at(c).nodes.at(n))
                Q_EMIT dataChanged(index(n, 0, top), index(n, StateColumn, top));
        }
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
    const bool name = index.column() == NameColumn;
    const Theme theme = Theme::of(QGuiApplication::palette());
    switch (role) {
    case Qt::DisplayRole:
        return name ? what.name : what.word;
    case Qt::AccessibleTextRole:
        if (!name)
            return what.spoken;
        return what.spoken.isEmpty() ? what.name
                                     : QStringLiteral("%1, %2").arg(what.name, what.spoken);
    case Qt::DecorationRole:
        return name ? QVariant(icon(what.symbol, theme.strong(Tone(what.tone)))) : QVariant();
    case Qt::ForegroundRole:
        return name ? QVariant() : QVariant(theme.muted);
    case Qt::TextAlignmentRole:
        return name ? QVariant() : QVariant(Qt::AlignRight | Qt::AlignVCenter);
    case Qt::ToolTipRole:
        return what.tip.isEmpty() ? QVariant() : QVariant(what.tip);
    case ClusterRole:
        return index.internalId() == TopLevel ? what.name : line(index.parent()).name;
    case NodeRole:
        return index.internalId() == TopLevel ? QString() : what.name;
    default:
        return {};
    }
}

} // namespace colonnade::gui
