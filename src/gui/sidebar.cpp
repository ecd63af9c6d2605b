// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/sidebar.h"

#include "gui/icons.h"

#include <QHeaderView>
#include <QLineEdit>
#include <QSortFilterProxyModel>
#include <QTreeView>
#include <QVBoxLayout>

namespace colonnade::gui {

Sidebar::Sidebar(QWidget *parent)
    : QWidget(parent),
      m_tree(new ClusterTree(this)),
      m_proxy(new QSortFilterProxyModel(this)),
      m_find(new QLineEdit(this)),
      m_view(new QTreeView(this))
{
    m_proxy->setSourceModel(m_tree);
    m_proxy->setRecursiveFilteringEnabled(true);
    m_proxy->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_proxy->setFilterKeyColumn(ClusterTree::NameColumn);

    m_find->setPlaceholderText(tr("Find a node or cluster"));
    m_find->setAccessibleName(tr("Find a node or cluster"));
    m_find->setClearButtonEnabled(true);
    m_find->addAction(icon(QStringLiteral("search")), QLineEdit::LeadingPosition)
        ->setText(tr("Find"));
    connect(m_find, &QLineEdit::textChanged, m_proxy, &QSortFilterProxyModel::setFilterFixedString);
    connect(m_find, &QLineEdit::textChanged, m_view, &QTreeView::expandAll);

    m_view->setModel(m_proxy);
    m_view->setObjectName(QStringLiteral("clusterTree"));
    m_view->setAccessibleName(tr("Clusters and nodes"));
    m_view->setHeaderHidden(true);
    m_view->setItemDelegate(
        new MarkedRows(ClusterTree::MarksRole, ClusterTree::ColourRole, m_view));
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setUniformRowHeights(true);
    m_view->setContextMenuPolicy(Qt::CustomContextMenu);
    m_view->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_view->header()->setStretchLastSection(false);
    m_view->header()->setSectionResizeMode(ClusterTree::NameColumn, QHeaderView::Stretch);
    for (const int column : {ClusterTree::MarksColumn, ClusterTree::StateColumn})
        m_view->header()->setSectionResizeMode(column, QHeaderView::ResizeToContents);
    m_view->header()->setMinimumSectionSize(0);             // nothing where no node has a mark
    setMinimumWidth(36 * fontMetrics().averageCharWidth()); // or the names give way to the states
    connect(m_view, &QWidget::customContextMenuRequested, this, &Sidebar::emitMenu);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this] { Q_EMIT chosen(currentCluster(), currentNode()); });

    setFocusProxy(m_view);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    auto *top = new QVBoxLayout;
    top->setContentsMargins(8, 8, 8, 4);
    top->addWidget(m_find);
    layout->addLayout(top);
    layout->addWidget(m_view);
}

void Sidebar::setEntries(const QList<ClusterTree::Entry> &entries)
{
    const QString cluster = currentCluster();
    const QString node = currentNode();
    const QSignalBlocker quiet(this);
    m_tree->setEntries(entries);
    if (!m_view->currentIndex().isValid()) {
        m_view->expandAll();
        QModelIndex index = m_tree->indexOf(cluster, node);
        if (!index.isValid())
            index = m_tree->indexOf(cluster);
        m_view->setCurrentIndex(m_proxy->mapFromSource(index));
    }
}

void Sidebar::setCurrent(const QString &cluster)
{
    if (cluster == currentCluster())
        return;
    const QSignalBlocker quiet(this);
    m_view->setCurrentIndex(m_proxy->mapFromSource(m_tree->indexOf(cluster)));
}

QString Sidebar::currentCluster() const
{
    return m_view->currentIndex().data(ClusterTree::ClusterRole).toString();
}

QString Sidebar::currentNode() const
{
    return m_view->currentIndex().data(ClusterTree::NodeRole).toString();
}

int Sidebar::goodWidth() const
{
    const QFontMetrics metrics = fontMetrics();
    const int besides = 5 * metrics.height(); // its icon and margins, and the cross to clear it
    return qMax(48 * metrics.averageCharWidth(),
                metrics.horizontalAdvance(m_find->placeholderText()) + besides);
}

void Sidebar::emitMenu(const QPoint &position)
{
    // A right press has made its row current; the menu key names no place of its own.
    const QModelIndex index = m_view->currentIndex();
    if (!index.isValid())
        return;
    Q_EMIT menuRequested(index.data(ClusterTree::ClusterRole).toString(),
                         index.data(ClusterTree::NodeRole).toString(),
                         m_view->viewport()->mapToGlobal(position));
}

} // namespace colonnade::gui
