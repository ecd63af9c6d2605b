// SPDX-License-Identifier: GPL-3.0-or-later
// The actions, menus and bars of the window.
#include "gui/activitypanel.h"
#include "gui/clusterpage.h"
#include "gui/icons.h"
#include "gui/mainwindow.h"
#include "gui/migrationcontroller.h"
#include "gui/profiledesk.h"
#include "gui/sidebar.h"

#include <QAction>
#include <QActionGroup>
#include <QApplication>
#include <QClipboard>
#include <QDockWidget>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QMessageBox>
#include <QSettings>
#include <QStackedWidget>
#include <QStatusBar>
#include <QToolBar>

#include <algorithm>

namespace colonnade::gui {

namespace {

template<typename Slot>
QAction *makeAction(MainWindow *window, const char *symbol, const QString &text,
                    const QKeySequence &shortcut, Slot slot)
{
    auto *action = new QAction(text, window);
    if (*symbol)
        action->setIcon(icon(QString::fromLatin1(symbol)));
    action->setShortcut(shortcut);
    QObject::connect(action, &QAction::triggered, window, slot);
    return action;
}

} // namespace

void MainWindow::makeActions()
{
    makeHistoryActions();
    m_connect =
        makeAction(this, "connect", tr("Co&nnect…"), QKeySequence::New, [this] { newProfile(); });
    m_connect->setToolTip(tr("Connect to another node"));
    m_connections =
        makeAction(this, "connections", tr("&Connections…"),
                   QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_N), [this] { showConnections(); });
    m_connections->setToolTip(tr("All clusters and nodes: add, change, import, connect"));
    m_editCluster = makeAction(this, "edit", tr("Edit the c&luster…"), {},
                               [this] { m_profiles->editCluster(page()->cluster(), this); });
    m_connectAll =
        makeAction(this, "power", tr("Connect &all clusters"), {}, [this] { connectAll(true); });
    m_disconnectAll =
        makeAction(this, "", tr("D&isconnect all clusters"), {}, [this] { connectAll(false); });
    m_refresh = makeAction(this, "refresh", tr("&Refresh"), QKeySequence::Refresh, [this] {
        if (ClusterController *cluster = m_clusters->find(page()->cluster()))
            cluster->refresh();
    });
    m_refresh->setToolTip(tr("Read all nodes of this cluster now"));
    m_toggleConnection =
        makeAction(this, "", tr("&Disconnect"), {}, [this] { toggleConnection(); });
    m_hostKeys = makeAction(this, "", tr("Known &host keys…"), {}, [this] { showKnownHosts(); });
    m_quit = makeAction(this, "", tr("&Quit"), QKeySequence::Quit, [this] { close(); });
    m_migrate = makeAction(this, "migrate", tr("&Migrate to…"), QKeySequence(Qt::CTRL | Qt::Key_M),
                           [this] { migrateTo(); });
    m_migrate->setToolTip(tr("Move the selected guests to another node"));
    m_find = makeAction(this, "search", tr("&Filter guests"), QKeySequence::Find, [this] {
        m_filter->setFocus(Qt::ShortcutFocusReason);
        m_filter->selectAll();
    });
    m_copyNames = makeAction(this, "copy", tr("&Copy names"), {}, [this] { copyNames(); });
    m_dragLock =
        makeAction(this, "unlocked", tr("&Lock dragging"), QKeySequence(Qt::CTRL | Qt::Key_L),
                   [this](bool locked) { setDragLocked(locked); });
    m_dragLock->setCheckable(true);
    m_dragLock->setToolTip(
        tr("Guards against moving a guest by accident; menu and keyboard still work"));
    m_readNode = makeAction(this, "refresh", tr("&Try again now"), {}, [this] {
        if (ClusterController *cluster = m_clusters->find(page()->cluster()))
            cluster->retry(currentNode());
    });
    m_connectNode = makeAction(this, "power", tr("&Connect this node"), {},
                               [this] { m_clusters->connectNode(currentNode()); });
    m_disconnectNode = makeAction(this, "", tr("&Disconnect this node"), {},
                                  [this] { m_clusters->disconnectNode(currentNode()); });
    m_testNode = makeAction(this, "test", tr("T&est the connection…"), {}, [this] {
        if (const std::optional<profiles::Profile> profile = m_clusters->profile(currentNode()))
            m_profiles->test(*profile, this);
    });
    m_discover = makeAction(this, "search", tr("&Find the other nodes…"), {},
                            [this] { m_profiles->discover(currentNode(), this); });
    m_discover->setToolTip(tr("Reads which nodes the files of this one name"));
    m_editNode = makeAction(this, "edit", tr("Edit the &profile…"), {},
                            [this] { editProfile(currentNode()); });
    m_removeNode = makeAction(this, "remove", tr("De&lete from Colonnade…"), {},
                              [this] { removeProfile(currentNode()); });
}

void MainWindow::makeMenus()
{
    QMenu *cluster = menuBar()->addMenu(tr("&Cluster"));
    cluster->addActions({m_connections, m_connect});
    cluster->addSeparator();
    cluster->addActions({m_refresh, m_toggleConnection, m_editCluster});
    cluster->addSeparator();
    cluster->addActions({m_connectAll, m_disconnectAll});
    cluster->addSeparator();
    cluster->addAction(m_hostKeys);
    cluster->addSeparator();
    cluster->addAction(m_quit);
    QMenu *edit = menuBar()->addMenu(tr("&Edit"));
    edit->addActions({m_undo, m_redo});
    QMenu *guest = menuBar()->addMenu(tr("&Guest"));
    guest->addActions({m_migrate, m_copyNames});
    guest->addSeparator();
    guest->addAction(m_find);
    QMenu *node = menuBar()->addMenu(tr("&Node"));
    addNodeActions(node);
    connect(node, &QMenu::aboutToShow, this, [this] {
        m_menuNode.clear();
        updateActions();
    });
    makeViewMenu();
    QMenu *help = menuBar()->addMenu(tr("&Help"));
    help->addAction(tr("&About Colonnade"), this, &MainWindow::showAbout);
    help->addAction(tr("About &Qt"), qApp, &QApplication::aboutQt);
}

void MainWindow::addNodeActions(QMenu *menu)
{
    menu->addActions({m_connectNode, m_disconnectNode, m_readNode});
    menu->addSeparator();
    menu->addActions({m_testNode, m_discover});
    menu->addSeparator();
    menu->addActions({m_editNode, m_removeNode});
}

void MainWindow::makeViewMenu()
{
    QMenu *view = menuBar()->addMenu(tr("&View"));
    for (QDockWidget *dock : findChildren<QDockWidget *>())
        view->addAction(dock->toggleViewAction());
    QAction *quiet = view->addAction(tr("Show &readings in the activity log"));
    quiet->setCheckable(true);
    connect(quiet, &QAction::toggled, m_activityPanel, &ActivityPanel::setQuietShown);
    view->addSeparator();
    view->addAction(m_dragLock);
    makeAppearanceMenu(view->addMenu(tr("&Appearance")));
}

void MainWindow::makeAppearanceMenu(QMenu *menu)
{
    const Appearance current =
        m_environment.persistent
            ? Appearance(QSettings().value(QStringLiteral("appearance"), 0).toInt())
            : Appearance::System;
    auto *group = new QActionGroup(this);
    for (const auto &[look, text] :
         {std::pair(Appearance::System, tr("As the &system")),
          std::pair(Appearance::Light, tr("&Light")), std::pair(Appearance::Dark, tr("&Dark"))}) {
        QAction *action = menu->addAction(text, this, [this, look] { setLook(look); });
        action->setCheckable(true);
        action->setChecked(look == current);
        group->addAction(action);
    }
    if (current != Appearance::System)
        setAppearance(current);
}

void MainWindow::setLook(Appearance appearance)
{
    setAppearance(appearance);
    if (m_environment.persistent)
        QSettings().setValue(QStringLiteral("appearance"), int(appearance));
}

QToolBar *MainWindow::makeBar(const QString &title, const char *name)
{
    QToolBar *bar = addToolBar(title);
    bar->setObjectName(QString::fromLatin1(name));
    bar->setMovable(false);
    bar->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    const int size = fontMetrics().height();
    bar->setIconSize({size, size});
    bar->setContentsMargins(4, 2, 8, 2);
    return bar;
}

void MainWindow::makeToolBars()
{
    makeBar(tr("Tools"), "toolBar")->addActions({m_connect, m_connections, m_refresh});
    m_editorBar = makeBar(tr("Editing"), "editorBar");
    m_editorBar->addActions({m_undo, m_redo});
    QToolBar *bar = m_guestBar = makeBar(tr("Guest tools"), "guestBar");
    for (QToolBar *each : {m_editorBar, m_guestBar}) // they go with what is in front
        each->toggleViewAction()->setVisible(false);
    bar->addAction(m_migrate);
    auto *gap = new QWidget(bar);
    gap->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    bar->addWidget(gap);
    bar->addAction(m_dragLock);
    m_filter = new QLineEdit(bar);
    m_filter->setPlaceholderText(tr("Filter guests"));
    m_filter->setAccessibleName(tr("Filter guests"));
    m_filter->setClearButtonEnabled(true);
    m_filter->addAction(icon(QStringLiteral("search")), QLineEdit::LeadingPosition)
        ->setText(tr("Find"));
    m_filter->setMinimumWidth(fontMetrics().horizontalAdvance(m_filter->placeholderText())
                              + 5 * fontMetrics().height()); // its icon and the cross to clear it
    m_filter->setMaximumWidth(
        std::max(m_filter->minimumWidth(), 30 * fontMetrics().averageCharWidth()));
    connect(m_filter, &QLineEdit::textChanged, this,
            [this](const QString &text) { page()->board()->setFilter(text); });
    bar->addWidget(m_filter);
}

void MainWindow::makeDocks()
{
    auto *left = new QDockWidget(tr("Clusters"), this);
    left->setObjectName(QStringLiteral("sidebarDock"));
    left->setTitleBarWidget(new QWidget(left));
    left->setFeatures(QDockWidget::DockWidgetClosable);
    left->setWidget(m_sidebar);
    addDockWidget(Qt::LeftDockWidgetArea, left);

    m_activityPanel = new ActivityPanel(m_activity, this);
    auto *bottom = new QDockWidget(tr("Activity"), this);
    bottom->setObjectName(QStringLiteral("activityDock"));
    bottom->setWidget(m_activityPanel);
    addDockWidget(Qt::BottomDockWidgetArea, bottom);
    setCorner(Qt::BottomLeftCorner, Qt::LeftDockWidgetArea);
    resizeDocks({left}, {m_sidebar->goodWidth()}, Qt::Horizontal);
    resizeDocks({bottom}, {12 * fontMetrics().lineSpacing()}, Qt::Vertical);
}

void MainWindow::makeStatusBar()
{
    m_hint = new QLabel(this);
    m_hint->setObjectName(QStringLiteral("hint"));
    m_hint->setTextFormat(Qt::PlainText);
    m_hint->setContentsMargins(8, 2, 0, 2);
    m_counts = new QLabel(this);
    m_counts->setObjectName(QStringLiteral("counts"));
    m_counts->setContentsMargins(0, 2, 8, 2);
    statusBar()->addWidget(m_hint, 1);
    statusBar()->addPermanentWidget(m_counts);
}

void MainWindow::updateActions()
{
    if (!m_migrate || !m_pages->currentWidget())
        return;
    const ClusterController *cluster = m_clusters->find(page()->cluster());
    const bool guests = !page()->board()->selection().isEmpty();
    m_refresh->setEnabled(cluster && cluster->isConnected());
    m_toggleConnection->setEnabled(cluster);
    m_toggleConnection->setText(cluster && !cluster->isConnected() ? tr("C&onnect again")
                                                                   : tr("&Disconnect"));
    m_migrate->setEnabled(guests);
    m_copyNames->setEnabled(guests);
    m_editCluster->setEnabled(cluster);
    const QList<ClusterController *> all = m_clusters->all();
    m_connectAll->setEnabled(!all.isEmpty());
    m_disconnectAll->setEnabled(std::ranges::any_of(all, &ClusterController::isConnected));
    updateNodeActions();
}

void MainWindow::updateNodeActions()
{
    const ClusterController *cluster = m_clusters->find(page()->cluster());
    const bool node = !currentNode().isEmpty();
    const cluster::NodeState *state = cluster ? cluster->state().node(currentNode()) : nullptr;
    const bool wanted = cluster && cluster->isConnected() && state
                        && state->connection.phase != remote::Phase::Closed;
    m_connectNode->setEnabled(node && !wanted);
    m_disconnectNode->setEnabled(wanted);
    m_readNode->setEnabled(wanted);
    m_testNode->setEnabled(node);
    m_discover->setEnabled(wanted && state->connection.phase == remote::Phase::Connected);
    m_editNode->setEnabled(node);
    m_removeNode->setEnabled(node);
}

void MainWindow::connectAll(bool wanted)
{
    for (const QString &name : m_clusters->names()) {
        if (wanted)
            m_clusters->connectCluster(name);
        else
            m_clusters->disconnectCluster(name);
    }
}

void MainWindow::setDragLocked(bool locked)
{
    m_dragLock->setIcon(icon(locked ? QStringLiteral("locked") : QStringLiteral("unlocked")));
    m_dragLock->setText(locked ? tr("Dragging &locked") : tr("&Lock dragging"));
    for (ClusterPage *each : std::as_const(m_pageOf))
        each->board()->setDragLocked(locked);
}

void MainWindow::toggleConnection()
{
    const QString name = page()->cluster();
    const ClusterController *cluster = m_clusters->find(name);
    if (!cluster)
        return;
    if (cluster->isConnected())
        m_clusters->disconnectCluster(name);
    else
        m_clusters->connectCluster(name);
}

void MainWindow::copyNames()
{
    QStringList names;
    for (const rules::GuestRef &guest : page()->board()->selection())
        names.append(guest.guest);
    QGuiApplication::clipboard()->setText(names.join(QLatin1Char('\n')));
}

void MainWindow::showGuestMenu(const QPoint &position)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addActions({m_migrate, m_copyNames});
    menu->popup(position);
}

void MainWindow::showNodeMenu(const QString &cluster, const QString &node, const QPoint &position)
{
    showCluster(cluster);
    m_menuNode = node;
    updateActions();
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    addNodeActions(menu);
    menu->popup(position);
}

void MainWindow::showClusterMenu(const QString &cluster, const QPoint &position)
{
    showCluster(cluster);
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addActions({m_refresh, m_toggleConnection, m_editCluster, m_connect});
    menu->popup(position);
}

void MainWindow::showAbout()
{
    auto *box = new QMessageBox(QMessageBox::NoIcon, tr("About Colonnade"),
                                tr("Colonnade %1").arg(QStringLiteral(COLONNADE_VERSION)),
                                QMessageBox::Close, this);
    box->setInformativeText(
        tr("Runs small Xen clusters from a workstation.\n\n"
           "Free software under the GNU General Public License, version 3 or later."));
    box->setIconPixmap(windowIcon().pixmap(64, 64));
    connect(box, &QDialog::finished, box, &QObject::deleteLater);
    box->open();
}

void MainWindow::restore()
{
    if (!m_environment.persistent)
        return;
    const QSettings settings;
    restoreGeometry(settings.value(QStringLiteral("geometry")).toByteArray());
    restoreState(settings.value(QStringLiteral("layout")).toByteArray());
    m_clusters->setLeftAlone(settings.value(QStringLiteral("leftAlone")).toStringList(),
                             settings.value(QStringLiteral("apart")).toStringList());
    m_wanted = settings.value(QStringLiteral("cluster")).toString();
}

void MainWindow::remember()
{
    if (!m_environment.persistent)
        return;
    QSettings settings;
    settings.setValue(QStringLiteral("geometry"), saveGeometry());
    settings.setValue(QStringLiteral("layout"), saveState());
    settings.setValue(QStringLiteral("leftAlone"), m_clusters->leftAlone());
    settings.setValue(QStringLiteral("apart"), m_clusters->apart());
    settings.setValue(QStringLiteral("cluster"), page()->cluster());
}

} // namespace colonnade::gui
