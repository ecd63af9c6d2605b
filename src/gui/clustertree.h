// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/nodemarks.h"
#include "gui/nodesign.h"

#include <QAbstractItemModel>

namespace colonnade::gui {

/// The clusters and their nodes, each with its state as a sign and a word.
class ClusterTree final : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Column { NameColumn, MarksColumn, StateColumn, ColumnCount };
    enum Role { ClusterRole = Qt::UserRole + 1, NodeRole, MarksRole, ColourRole };

    /// One cluster as the tree shows it.
    struct Entry
    {
        cluster::ClusterState state;
        bool connected = false;
        profiles::ClusterNote note = {};
    };

    using QAbstractItemModel::QAbstractItemModel;

    /// Shows @p entries; where the same clusters and nodes stand in the same order, only what they
    /// say changes.
    void setEntries(const QList<Entry> &entries);
    QModelIndex indexOf(const QString &cluster, const QString &node = {}) const;

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &index) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    /// What one line says.
    struct Line
    {
        QString name;
        NodeSign sign;
        NodeMarks marks;
        QString colour; ///< of a cluster, "#rrggbb"

        friend bool operator==(const Line &, const Line &) = default;
    };
    struct Cluster
    {
        Line line;
        QList<Line> nodes;
    };

    static Cluster describe(const Entry &entry);
    static Line describeCluster(const Entry &entry, const QList<Line> &nodes);
    bool sameShape(const QList<Cluster> &clusters) const;
    /// The first and the last row that differ; the last is before the first where none does.
    static std::pair<int, int> changedRows(const QList<Line> &before, const QList<Line> &after);
    const Line &line(const QModelIndex &index) const;
    static QVariant nameData(const Line &line, int role);
    static QVariant stateData(const NodeSign &sign, int role);
    static QVariant tip(int column, const Line &line);

    QList<Cluster> m_clusters;
};

} // namespace colonnade::gui
