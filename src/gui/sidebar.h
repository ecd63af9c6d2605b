// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/clustertree.h"

#include <QWidget>

class QLineEdit;
class QSortFilterProxyModel;
class QTreeView;

namespace colonnade::gui {

/// The left side of the window: the tree of clusters and nodes, and a field that finds in it.
class Sidebar final : public QWidget
{
    Q_OBJECT

public:
    explicit Sidebar(QWidget *parent = nullptr);

    void setEntries(const QList<ClusterTree::Entry> &entries);
    /// Marks @p cluster as the one shown, without a signal.
    void setCurrent(const QString &cluster);
    QString currentCluster() const;
    /// Empty when a cluster is selected and not one of its nodes.
    QString currentNode() const;
    /// Wide enough for the words of the language beside names of usual length.
    int goodWidth() const;

Q_SIGNALS:
    /// @p node is empty when the cluster itself was chosen.
    void chosen(const QString &cluster, const QString &node);
    void menuRequested(const QString &cluster, const QString &node, const QPoint &globalPosition);

private:
    void emitMenu(const QPoint &position);

    ClusterTree *m_tree;
    QSortFilterProxyModel *m_proxy;
    QLineEdit *m_find;
    QTreeView *m_view;
};

} // namespace colonnade::gui
