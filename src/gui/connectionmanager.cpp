// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/connectionmanager.h"

#include "gui/icons.h"
#include "gui/profiledesk.h"
#include "ui_connectionmanager.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace colonnade::gui {

ConnectionManager::ConnectionManager(ClusterSet *clusters, ProfileDesk *desk, QWidget *parent)
    : QDialog(parent),
      m_clusters(clusters),
      m_desk(desk),
      m_model(new ConnectionModel(this)),
      m_filter(new ConnectionFilter(this)),
      m_ui(std::make_unique<Ui::ConnectionManager>())
{
    m_ui->setupUi(this);
    setWindowFlag(Qt::WindowMaximizeButtonHint);
    m_filter->setSourceModel(m_model);
    makeView();
    makeActions();
    makeMoreMenu();
    m_ui->result->hide();
    connect(m_model, &ConnectionModel::moveRequested, this,
            [this](const QStringList &keys, const QString &cluster) {
                m_desk->moveTo(keys, cluster, this);
            });
    connect(m_desk, &ProfileDesk::done, this,
            [this](const QString &sentence) { say(Tone::Good, sentence); });
    connect(m_desk, &ProfileDesk::problem, this,
            [this](const base::Error &error) { say(Tone::Bad, NodeSign::sentence(error)); });
    connect(m_clusters, &ClusterSet::changed, this, &ConnectionManager::refresh);
    connect(m_clusters, &ClusterSet::stateChanged, this, &ConnectionManager::refresh);
    resize(156 * fontMetrics().averageCharWidth(), 34 * fontMetrics().lineSpacing());
    refresh();
    m_ui->tree->expandAll();
    m_ui->find->setFocus();
}

ConnectionManager::~ConnectionManager() = default;

void ConnectionManager::makeView()
{
    QTreeView *tree = m_ui->tree;
    tree->setModel(m_filter);
    tree->setItemDelegate(
        new MarkedRows(ConnectionModel::MarksRole, ConnectionModel::ColourRole, tree));
    tree->setSelectionMode(QAbstractItemView::ExtendedSelection);
    tree->setUniformRowHeights(true);
    tree->setTextElideMode(Qt::ElideMiddle); // names of one site differ at their ends
    tree->setAllColumnsShowFocus(true);
    tree->setSortingEnabled(true);
    tree->sortByColumn(ConnectionModel::NameColumn, Qt::AscendingOrder);
    tree->setExpandsOnDoubleClick(false);
    tree->setDragDropMode(QAbstractItemView::DragDrop);
    tree->setDefaultDropAction(Qt::MoveAction);
    tree->setAutoExpandDelay(600);
    tree->setContextMenuPolicy(Qt::CustomContextMenu);
    tree->header()->setStretchLastSection(true);
    const int character = fontMetrics().averageCharWidth();
    const int widths[] = {36, 28, 14, 22, 16, 14};
    for (int column = 0; column < int(std::size(widths)); ++column)
        tree->setColumnWidth(column, widths[column] * character);
    connect(tree, &QWidget::customContextMenuRequested, this, &ConnectionManager::showMenu);
    connect(tree, &QAbstractItemView::doubleClicked, this, &ConnectionManager::edit);
    connect(tree->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &ConnectionManager::updateActions);
    tree->installEventFilter(this);

    m_ui->find->setClearButtonEnabled(true);
    m_ui->find->addAction(icon(u"search"_s), QLineEdit::LeadingPosition)->setText(tr("Find"));
    m_ui->find->installEventFilter(this);
    connect(m_ui->find, &QLineEdit::textChanged, this, &ConnectionManager::search);
    m_ui->sort->addItem(tr("Name"), int(ConnectionModel::NameColumn));
    m_ui->sort->addItem(tr("Last use"), int(ConnectionModel::LastUsedColumn));
    connect(m_ui->sort, &QComboBox::activated, this,
            [this] { sortBy(m_ui->sort->currentData().toInt()); });
    connect(tree->header(), &QHeaderView::sortIndicatorChanged, this,
            [this](int column) { m_ui->sort->setCurrentIndex(m_ui->sort->findData(column)); });
}

void ConnectionManager::sortBy(int column)
{
    m_ui->tree->sortByColumn(column, Qt::AscendingOrder);
}

QList<ConnectionCluster> ConnectionManager::picture() const
{
    QList<ConnectionCluster> result;
    const LastUsed &lastUsed = m_clusters->lastUsed();
    for (const ClusterController *cluster : m_clusters->all()) {
        ConnectionCluster entry{cluster->name(), m_clusters->note(cluster->name()), {}};
        for (const profiles::Profile &profile : cluster->profiles()) {
            const cluster::NodeState *state = cluster->state().node(profile.name);
            const cluster::NodeState unknown{profile, {}, {}, {}};
            const cluster::NodeState &node = state ? *state : unknown;
            entry.nodes.append({profile, NodeSign::of(node, cluster->isConnected()),
                                nodeMarks(profile, node.connection.legacy),
                                lastUsed.of(keyOf(profile))});
        }
        result.append(entry);
    }
    return result;
}

QStringList ConnectionManager::closedClusters() const
{
    QStringList closed;
    for (int row = 0; row < m_filter->rowCount(); ++row) {
        const QModelIndex index = m_filter->index(row, 0);
        if (!m_ui->tree->isExpanded(index))
            closed.append(index.data(ConnectionModel::ClusterRole).toString());
    }
    return closed;
}

void ConnectionManager::refresh()
{
    const QStringList keys = selectedKeys();
    const QStringList tops = selectedClusters();
    const QStringList closed = closedClusters();
    const QModelIndex current = m_ui->tree->currentIndex();
    m_model->setClusters(picture());
    if (!m_ui->tree->currentIndex().isValid() || !current.isValid()) {
        m_ui->tree->expandAll();
        for (const QString &cluster : closed)
            m_ui->tree->collapse(m_filter->mapFromSource(m_model->indexOf(cluster)));
        select(keys, tops);
    }
    updateActions();
    updateEmpty();
}

void ConnectionManager::select(const QStringList &keys, const QStringList &clusters)
{
    QItemSelection selection;
    QModelIndex first;
    const auto add = [&](const QModelIndex &source) {
        const QModelIndex index = m_filter->mapFromSource(source);
        if (!index.isValid())
            return;
        selection.select(index, index);
        if (!first.isValid())
            first = index;
    };
    for (const QString &cluster : clusters)
        add(m_model->indexOf(cluster));
    for (const QString &key : keys) {
        const QModelIndex index = m_model->indexOfKey(key);
        if (!clusters.contains(index.data(ConnectionModel::ClusterRole).toString()))
            add(index);
    }
    QItemSelectionModel *model = m_ui->tree->selectionModel();
    if (first.isValid())
        model->setCurrentIndex(first, QItemSelectionModel::NoUpdate);
    model->select(selection, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
}

void ConnectionManager::search(const QString &text)
{
    m_filter->setWords(text);
    m_ui->tree->expandAll();
    // The first node that is found, so that Enter and Ctrl+Enter in the field mean it.
    for (int row = 0; row < m_filter->rowCount() && !text.trimmed().isEmpty(); ++row) {
        const QModelIndex node = m_filter->index(0, 0, m_filter->index(row, 0));
        if (node.isValid()) {
            m_ui->tree->setCurrentIndex(node);
            break;
        }
    }
    updateActions();
    updateEmpty();
}

void ConnectionManager::updateEmpty()
{
    const bool none = m_model->rowCount() == 0;
    m_ui->empty->setVisible(none || m_filter->rowCount() == 0);
    m_ui->empty->setText(none ? tr("There is no node yet. Add one, or import those that ssh knows "
                                   "already (More, Import from ~/.ssh/config).")
                              : tr("Nothing is called like this. Escape shows all again."));
}

void ConnectionManager::say(Tone tone, const QString &text)
{
    QPalette colours = palette();
    colours.setColor(QPalette::WindowText, Theme::of(palette()).strong(tone));
    m_ui->result->setPalette(colours);
    m_ui->result->setText(signOf(tone) + u' ' + text);
    m_ui->result->show();
}

QStringList ConnectionManager::selectedClusters() const
{
    QStringList clusters;
    for (const QModelIndex &index : m_ui->tree->selectionModel()->selectedRows()) {
        if (!index.parent().isValid())
            clusters.append(index.data(ConnectionModel::ClusterRole).toString());
    }
    return clusters;
}

QStringList ConnectionManager::selectedKeys() const
{
    QStringList keys;
    const auto add = [&keys](const QModelIndex &node) {
        const QString key = node.data(ConnectionModel::KeyRole).toString();
        if (!keys.contains(key))
            keys.append(key);
    };
    for (const QModelIndex &index : m_ui->tree->selectionModel()->selectedRows()) {
        if (index.parent().isValid())
            add(index);
        // What the filter hides is not meant.
        for (int row = 0; !index.parent().isValid() && row < m_filter->rowCount(index); ++row)
            add(m_filter->index(row, 0, index));
    }
    return keys;
}

bool ConnectionManager::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QDialog::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    const bool enter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
    if (enter && key->modifiers().testFlag(Qt::ControlModifier)) {
        connectSelected();
        return true;
    }
    if (enter) {
        edit();
        return true;
    }
    if (watched == m_ui->find && key->key() == Qt::Key_Down) {
        m_ui->tree->setFocus(Qt::OtherFocusReason);
        if (!m_ui->tree->currentIndex().isValid())
            m_ui->tree->setCurrentIndex(m_filter->index(0, 0));
        return true;
    }
    const bool first = m_ui->tree->currentIndex() == m_filter->index(0, 0);
    if (watched == m_ui->tree && key->key() == Qt::Key_Up && first) {
        m_ui->find->setFocus(Qt::OtherFocusReason);
        return true;
    }
    return QDialog::eventFilter(watched, event);
}

void ConnectionManager::keyPressEvent(QKeyEvent *event)
{
    // No button is the default one: Enter in the field and the list has a meaning of its own.
    auto *button = qobject_cast<QPushButton *>(focusWidget());
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (event->key() == Qt::Key_Escape && !m_ui->find->text().isEmpty())
        m_ui->find->clear();
    else if (enter && button)
        button->menu() ? button->showMenu() : button->click();
    else if (!enter)
        QDialog::keyPressEvent(event);
}

void ConnectionManager::showEvent(QShowEvent *event)
{
    QDialog::showEvent(event);
    m_ui->find->setFocus();
    m_ui->find->selectAll();
}

} // namespace colonnade::gui
