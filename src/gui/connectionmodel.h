// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/nodemarks.h"
#include "gui/nodesign.h"

#include <QAbstractItemModel>
#include <QDateTime>
#include <QSortFilterProxyModel>

class QMimeData;

namespace colonnade::gui {

/// One profile as the connection manager lists it.
struct ConnectionNode
{
    profiles::Profile profile;
    NodeSign sign;
    NodeMarks marks;
    QDateTime lastUsed; ///< UTC; not valid: never

    friend bool operator==(const ConnectionNode &, const ConnectionNode &) = default;
};

struct ConnectionCluster
{
    QString name;
    profiles::ClusterNote note;
    QList<ConnectionNode> nodes;

    friend bool operator==(const ConnectionCluster &, const ConnectionCluster &) = default;
};

/// What names a profile for as long as the window lives: its id, or its name where the file gave it
/// none.
QString keyOf(const profiles::Profile &profile);

/// Clusters and their profiles. It only shows; what a person does to it is a signal.
class ConnectionModel final : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Column {
        NameColumn,
        AddressColumn,
        UserColumn,
        ViaColumn,
        MarksColumn,
        LastUsedColumn,
        StateColumn,
        ColumnCount
    };
    enum Role {
        ClusterRole = Qt::UserRole + 1, ///< the name of the cluster, of nodes too
        KeyRole,                        ///< of a node; empty: a cluster
        FilterRole,                     ///< all words by which the line is found
        SortRole,
        MarksRole,
        ColourRole,
    };

    using QAbstractItemModel::QAbstractItemModel;

    /// Shows @p clusters. Where the same lines stand in the same order, only what they say changes.
    void setClusters(const QList<ConnectionCluster> &clusters);
    const QList<ConnectionCluster> &clusters() const { return m_clusters; }
    QModelIndex indexOf(const QString &cluster) const;
    QModelIndex indexOfKey(const QString &key) const;

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &index) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

    /// The keys of the nodes that are dragged, one a line.
    static QString mimeType();
    QStringList mimeTypes() const override;
    QMimeData *mimeData(const QModelIndexList &indexes) const override;
    Qt::DropActions supportedDropActions() const override { return Qt::MoveAction; }
    bool canDropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column,
                         const QModelIndex &parent) const override;
    bool dropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column,
                      const QModelIndex &parent) override;

Q_SIGNALS:
    /// Nodes were dropped on @p cluster; empty: beside all clusters.
    void moveRequested(const QStringList &keys, const QString &cluster);

private:
    bool sameShape(const QList<ConnectionCluster> &clusters) const;
    void tellChanges(const QList<ConnectionCluster> &old);
    bool isTop(const QModelIndex &index) const;
    const ConnectionCluster &clusterOf(const QModelIndex &index) const;
    static QVariant clusterData(const ConnectionCluster &cluster, int column, int role);
    static QVariant nodeData(const ConnectionNode &node, int column, int role);

    QList<ConnectionCluster> m_clusters;
};

/// Sorts as people do (xen2 before xen10), and finds lines that have all words of the filter. A
/// cluster that is found brings its nodes, a node its cluster.
class ConnectionFilter final : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    explicit ConnectionFilter(QObject *parent = nullptr);

    void setWords(const QString &text);

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;
    bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;

private:
    QStringList m_words;
};

} // namespace colonnade::gui
