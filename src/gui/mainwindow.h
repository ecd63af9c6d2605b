// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/activitymodel.h"
#include "gui/appearance.h"
#include "gui/clusterset.h"
#include "gui/environment.h"
#include "gui/inbox.h"
#include "gui/messagearea.h"

#include <QMainWindow>
#include <QPointer>

#include <memory>

class QAction;
class QLabel;
class QLineEdit;
class QMenu;
class QStackedWidget;
class QToolBar;
class QUndoGroup;

namespace colonnade::gui {

class ActivityPanel;
class ClusterPage;
class HostKeyAlarms;
class KnownHostsDialog;
class ConnectionManager;
class EditorPage;
class MigrateToDialog;
class MigrationController;
class ProfileDesk;
class QuestionDesk;
class Sidebar;
class StoreTroubleDialog;
class WindowInteraction;

/// The window. It shows what the controllers know and passes on what a person asks for.
class MainWindow final : public QMainWindow
{
    Q_OBJECT

public:
    explicit MainWindow(const Environment &environment = {}, QWidget *parent = nullptr);
    ~MainWindow() override;

    /// Reads the profiles, connects, and takes over open migrations. @p cluster is shown first.
    void begin(const QString &cluster = {});

    /// The page in front.
    ClusterPage *page() const;
    ClusterPage *page(const QString &cluster) const;
    QuestionDesk *questions() const { return m_desk; }
    ActivityModel *activity() const { return m_activity; }
    const ClusterSet *clusters() const { return m_clusters.get(); }
    MigrationController *migrations() const { return m_migrations; }
    ProfileDesk *profileDesk() const { return m_profiles; }

    void showCluster(const QString &cluster);
    void editProfile(const QString &name);
    void removeProfile(const QString &name);
    void newProfile();
    void showConnections();
    void migrateTo();
    void showKnownHosts();

protected:
    void closeEvent(QCloseEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void makeActions();
    void makeMenus();
    void makeViewMenu();
    void addNodeActions(QMenu *menu);
    void makeAppearanceMenu(QMenu *menu);
    QToolBar *makeBar(const QString &title, const char *name);
    void makeToolBars();
    void makeDocks();
    void makeStatusBar();
    void wire();
    ClusterPage *makePage(const QString &cluster);
    EditorServices editorServices(const QString &cluster);
    void frontChanged();
    void makeHistoryActions();
    void showHistory();
    void showEditorStatus();
    void restore();
    void remember();
    void setLook(Appearance appearance);

    void clustersChanged();
    void presentCluster(const QString &cluster);
    void updateCluster(const QString &cluster);
    void updateSidebar();
    void updateActions();
    void updateCounts();
    void updateTargets();
    void showMessage(const QString &cluster, const Message &message);
    void showStoreProblem(const base::Error &error);
    void openStoreTrouble(const base::Error &error);
    QString keyOfNode(const QString &name) const;
    void connectAll(bool wanted);
    void updateNodeActions();
    void chosenInSidebar(const QString &cluster, const QString &node);
    void showGuestMenu(const QPoint &position);
    void showNodeMenu(const QString &cluster, const QString &node, const QPoint &position);
    void showClusterMenu(const QString &cluster, const QPoint &position);
    void setDragLocked(bool locked);
    void toggleConnection();
    void copyNames();
    void showAbout();
    void connectAgain(const QString &node);
    QString currentNode() const;
    bool askBeforeClosing();
    bool askAboutRollOuts();
    bool askAboutChanges();
    void keepDraftsAndClose();
    QList<EditorPage *> editors() const;
    static void keepDrafts(const ClusterPage *of);

    const Environment m_environment;
    QuestionDesk *m_desk;
    std::shared_ptr<WindowInteraction> m_interaction;
    HostKeyAlarms *m_alarms;
    ActivityModel *m_activity;
    std::unique_ptr<Inbox<remote::ActivityRecord>> m_activityInbox;
    std::unique_ptr<ClusterSet> m_clusters;
    MigrationController *m_migrations;
    ProfileDesk *m_profiles;

    QUndoGroup *m_undoGroup;
    Sidebar *m_sidebar;
    QStackedWidget *m_pages;
    ClusterPage *m_emptyPage;
    QHash<QString, ClusterPage *> m_pageOf;
    ActivityPanel *m_activityPanel = nullptr;
    QPointer<MigrateToDialog> m_migrateTo;
    QPointer<KnownHostsDialog> m_knownHosts;
    QPointer<ConnectionManager> m_manager;
    QPointer<StoreTroubleDialog> m_storeTrouble;
    QToolBar *m_guestBar = nullptr;  ///< of use while guests are in front
    QToolBar *m_editorBar = nullptr; ///< while an editor is
    QLineEdit *m_filter = nullptr;
    QLabel *m_hint = nullptr;
    QLabel *m_counts = nullptr;

    QAction *m_undo = nullptr;
    QAction *m_redo = nullptr;
    QAction *m_connect = nullptr;
    QAction *m_connections = nullptr;
    QAction *m_editCluster = nullptr;
    QAction *m_connectAll = nullptr;
    QAction *m_disconnectAll = nullptr;
    QAction *m_refresh = nullptr;
    QAction *m_toggleConnection = nullptr;
    QAction *m_hostKeys = nullptr;
    QAction *m_quit = nullptr;
    QAction *m_migrate = nullptr;
    QAction *m_find = nullptr;
    QAction *m_copyNames = nullptr;
    QAction *m_dragLock = nullptr;
    QAction *m_readNode = nullptr;
    QAction *m_connectNode = nullptr;
    QAction *m_disconnectNode = nullptr;
    QAction *m_testNode = nullptr;
    QAction *m_discover = nullptr;
    QAction *m_editNode = nullptr;
    QAction *m_removeNode = nullptr;
    QString m_wanted;   ///< the cluster to show once it appears
    QString m_menuNode; ///< of a column's menu; empty: the one in the sidebar
    bool m_resumed = false;
    bool m_troubleShown = false;   ///< the dialog came by itself once
    base::Error m_storeError{};    ///< the last one that was told
    bool m_closingChanges = false; ///< the person has said what becomes of changed files
    bool m_closing = false;        ///< the person has agreed to close while migrations run
};

} // namespace colonnade::gui
