// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/clusterset.h"
#include "gui/connectionmodel.h"

#include <QDialog>

#include <memory>

class QAction;
class QMenu;

namespace Ui {
class ConnectionManager;
}

namespace colonnade::gui {

class ProfileDesk;

/// All profiles in a window of their own: to find, connect, add, change, move and delete them, with
/// the mouse or without. What it does to the profiles is in the file at once.
class ConnectionManager final : public QDialog
{
    Q_OBJECT

public:
    ConnectionManager(ClusterSet *clusters, ProfileDesk *desk, QWidget *parent);
    ~ConnectionManager() override;

    /// Shows the present state; the selection, what is open and the sorting stay.
    void refresh();
    /// Says why something that has no dialog failed, or what was done.
    void say(Tone tone, const QString &text);

    /// The keys of the selected nodes; of a selected cluster, those of all its nodes.
    QStringList selectedKeys() const;
    /// The clusters that are selected themselves.
    QStringList selectedClusters() const;

Q_SIGNALS:
    /// Something was connected: the window may want to show it.
    void connectRequested(const QString &cluster);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void makeView();
    void makeActions();
    void makeMoreMenu();
    QAction *makeAction(const char *symbol, const QString &text, const QKeySequence &key,
                        void (ConnectionManager::*slot)());
    void updateActions();
    void updateEmpty();
    void search(const QString &text);
    void sortBy(int column);
    void select(const QStringList &keys, const QStringList &clusters);
    QStringList closedClusters() const;
    void showMenu(const QPoint &position);
    QList<ConnectionCluster> picture() const;

    void add();
    void edit();
    void duplicate();
    void remove();
    void move();
    void editCluster();
    void connectSelected();
    void disconnectSelected();
    void connectEverything();
    void disconnectEverything();
    void test();
    void discover();
    void importSshConfig();
    void importFile();
    void exportSelected();
    QString currentCluster() const;

    ClusterSet *m_clusters;
    ProfileDesk *m_desk;
    ConnectionModel *m_model;
    ConnectionFilter *m_filter;
    std::unique_ptr<Ui::ConnectionManager> m_ui;
    QAction *m_add = nullptr;
    QAction *m_edit = nullptr;
    QAction *m_duplicate = nullptr;
    QAction *m_remove = nullptr;
    QAction *m_move = nullptr;
    QAction *m_editCluster = nullptr;
    QAction *m_connect = nullptr;
    QAction *m_disconnect = nullptr;
    QAction *m_test = nullptr;
    QAction *m_discover = nullptr;
    QAction *m_export = nullptr;
    QMenu *m_more = nullptr;
};

} // namespace colonnade::gui
