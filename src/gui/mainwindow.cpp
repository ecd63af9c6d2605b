// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/mainwindow.h"

#include "gui/clusterpage.h"
#include "gui/connectionmanager.h"
#include "gui/connectionmodel.h"
#include "gui/editorpage.h"
#include "gui/hostkeyalarmdialog.h"
#include "gui/icons.h"
#include "gui/knownhostsdialog.h"
#include "gui/migratetodialog.h"
#include "gui/migrationcontroller.h"
#include "gui/profiledesk.h"
#include "gui/questions.h"
#include "gui/sidebar.h"
#include "gui/storetroubledialog.h"
#include "gui/windowinteraction.h"
#include "gui/wording.h"

#include <QAction>
#include <QCloseEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QScreen>
#include <QStackedWidget>
#include <QUndoGroup>

#include <algorithm>

namespace colonnade::gui {

MainWindow::MainWindow(const Environment &environment, QWidget *parent)
    : QMainWindow(parent),
      m_environment(environment),
      m_desk(new QuestionDesk(this)),
      m_interaction(std::make_shared<WindowInteraction>(m_desk, environment.secrets)),
      m_alarms(new HostKeyAlarms(environment.pool.get(), this)),
      m_activity(new ActivityModel(this)),
      m_activityInbox(std::make_unique<Inbox<remote::ActivityRecord>>(
          this,
          [this](const QList<remote::ActivityRecord> &records) {
              for (const remote::ActivityRecord &record : records)
                  m_activity->add(record);
          },
          2000)),
      m_clusters(
          std::make_unique<ClusterSet>(m_environment, m_interaction, m_activityInbox->sink())),
      m_migrations(new MigrationController(
          m_environment, m_activity,
          [this](const QString &name) { return m_clusters ? m_clusters->find(name) : nullptr; },
          this)),
      m_profiles(new ProfileDesk(m_clusters.get(), m_environment, m_interaction,
                                 keptSecretsOf(m_interaction), this)),
      m_undoGroup(new QUndoGroup(this)),
      m_sidebar(new Sidebar(this)),
      m_pages(new QStackedWidget(this)),
      m_emptyPage(makePage(QString()))
{
    setObjectName(QStringLiteral("mainWindow"));
    setCentralWidget(m_pages);
    m_emptyPage->present({}, true, {});
    makeActions();
    makeDocks();
    makeMenus();
    makeToolBars();
    makeStatusBar();
    wire();
    const int character = fontMetrics().averageCharWidth();
    resize(QSize(220 * character, 58 * fontMetrics().lineSpacing())
               .boundedTo(screen()->availableSize() * 0.9));
    restore();
    updateActions();
    updateCounts();
    setWindowTitle(QStringLiteral("Colonnade"));
    m_sidebar->setFocus();
    frontChanged();
}

MainWindow::~MainWindow()
{
    m_interaction->detach();
    delete m_manager; // before the clusters that they look up
    delete m_profiles;
    delete m_migrations;
    m_clusters.reset();
}

void MainWindow::wire()
{
    connect(m_clusters.get(), &ClusterSet::changed, this, &MainWindow::clustersChanged);
    connect(m_clusters.get(), &ClusterSet::stateChanged, this, &MainWindow::updateCluster);
    connect(m_clusters.get(), &ClusterSet::profilesLoaded, this, [this] {
        m_wanted.clear(); // it was shown, or is not there
        m_emptyPage->messages()->remove(QStringLiteral("profiles"));
        m_emptyPage->board()->setListBroken(false);
        for (ClusterPage *each : std::as_const(m_pageOf))
            each->messages()->remove(QStringLiteral("profiles"));
        if (std::exchange(m_resumed, true))
            return;
        m_migrations->resumeOpen();
        if (m_clusters->all().isEmpty())
            m_emptyPage->board()->focusEmptyPage();
    });
    connect(m_clusters.get(), &ClusterSet::problem, this, &MainWindow::showStoreProblem);
    connect(m_profiles, &ProfileDesk::saved, this,
            [this](const QString &cluster) { m_wanted = cluster; });
    connect(m_profiles, &ProfileDesk::done, m_hint, &QLabel::setText);
    connect(m_profiles, &ProfileDesk::problem, this, [this](const base::Error &error) {
        showMessage({}, {QStringLiteral("profile-change"),
                         Tone::Bad,
                         error.message,
                         error.remedy,
                         {},
                         {},
                         true});
    });
    connect(m_desk, &QuestionDesk::hostKeyAlarm, m_alarms, &HostKeyAlarms::raise);
    connect(m_alarms, &HostKeyAlarms::connectAgainRequested, this, &MainWindow::connectAgain);
    connect(m_migrations, &MigrationController::messageRequested, this, &MainWindow::showMessage);
    connect(m_desk, &QuestionDesk::notice, this, [this](const base::Error &what) {
        showMessage(
            {}, {QStringLiteral("secrets"), Tone::Warn, what.message, what.remedy, {}, {}, true});
    });
    connect(m_migrations, &MigrationController::messageWithdrawn, this,
            [this](const QString &cluster, const QString &id) {
                page(cluster)->messages()->remove(id);
            });
    connect(m_migrations, &MigrationController::progressChanged, this, &MainWindow::updateCluster);
    connect(m_migrations, &MigrationController::hint, m_hint, &QLabel::setText);
    connect(m_sidebar, &Sidebar::chosen, this, &MainWindow::chosenInSidebar);
    connect(m_sidebar, &Sidebar::menuRequested, this,
            [this](const QString &cluster, const QString &node, const QPoint &position) {
                if (node.isEmpty())
                    showClusterMenu(cluster, position);
                else
                    showNodeMenu(cluster, node, position);
            });
}

void MainWindow::begin(const QString &cluster)
{
    if (!cluster.isEmpty())
        m_wanted = cluster;
    m_clusters->load();
}

ClusterPage *MainWindow::page() const
{
    return static_cast<ClusterPage *>(m_pages->currentWidget());
}

ClusterPage *MainWindow::page(const QString &cluster) const
{
    return m_pageOf.value(cluster, page());
}

ClusterPage *MainWindow::makePage(const QString &cluster)
{
    auto *made = new ClusterPage(cluster, m_pages);
    Board *board = made->board();
    connect(board, &Board::connectRequested, this, &MainWindow::newProfile);
    connect(board, &Board::connectionsRequested, this, &MainWindow::showConnections);
    connect(board, &Board::mendingRequested, this, [this] { openStoreTrouble(m_storeError); });
    connect(board, &Board::selectionChanged, this, &MainWindow::updateActions);
    connect(board, &Board::dragHint, this, [this](const QString &text) { m_hint->setText(text); });
    connect(board, &Board::guestMenuRequested, this,
            [this](const QList<rules::GuestRef> &, const QPoint &position) {
                showGuestMenu(position);
            });
    connect(board, &Board::nodeMenuRequested, this,
            [this, cluster](const QString &node, const QPoint &position) {
                showNodeMenu(cluster, node, position);
            });
    connect(board, &Board::migrationRequested, this,
            [this, cluster](const QList<rules::GuestRef> &guests, const QString &node) {
                m_migrations->request(cluster, guests, node);
            });
    connect(made, &ClusterPage::connectClusterRequested, this,
            [this, cluster] { m_clusters->connectCluster(cluster); });
    connect(made, &ClusterPage::frontChanged, this, &MainWindow::frontChanged);
    if (!cluster.isEmpty())
        made->addEditors(editorServices(cluster));
    for (EditorPage *editor : made->editors())
        connect(editor, &EditorPage::statusChanged, this, [this, editor] {
            if (page()->editor() == editor)
                showEditorStatus();
        });
    m_pages->addWidget(made);
    return made;
}

void MainWindow::clustersChanged()
{
    const QStringList names = m_clusters->names();
    for (const QString &name : m_pageOf.keys()) {
        if (names.contains(name))
            continue;
        ClusterPage *gone = m_pageOf.take(name);
        keepDrafts(gone);
        gone->deleteLater();
    }
    for (const QString &name : names) {
        if (!m_pageOf.contains(name))
            m_pageOf.insert(name, makePage(name));
        m_pageOf.value(name)->board()->setDragLocked(m_dragLock->isChecked());
        presentCluster(name);
    }
    updateSidebar();
    updateTargets();
    QString shown = m_sidebar->currentCluster();
    if (names.contains(m_wanted))
        shown = std::exchange(m_wanted, {});
    showCluster(names.contains(shown) ? shown : names.value(0));
}

void MainWindow::showCluster(const QString &cluster)
{
    ClusterPage *wanted = m_pageOf.value(cluster, m_emptyPage);
    if (page() == m_emptyPage && wanted != m_emptyPage)
        m_sidebar->setFocus(); // lest it falls to whatever comes next
    m_pages->setCurrentWidget(wanted);
    m_sidebar->setCurrent(cluster);
    wanted->board()->setFilter(m_filter->text());
    setWindowTitle(cluster.isEmpty() ? QStringLiteral("Colonnade")
                                     : QStringLiteral("%1 – Colonnade").arg(cluster));
    frontChanged();
    updateActions();
    updateCounts();
}

void MainWindow::presentCluster(const QString &cluster)
{
    const ClusterController *controller = m_clusters->find(cluster);
    ClusterPage *shown = m_pageOf.value(cluster);
    if (!controller || !shown)
        return;
    shown->present(controller->state(), controller->isConnected(), m_migrations->progress(cluster));
    shown->setNote(m_clusters->note(cluster));
}

void MainWindow::updateCluster(const QString &cluster)
{
    presentCluster(cluster);
    updateSidebar();
    if (m_pageOf.value(cluster) == page()) {
        updateActions();
        updateCounts();
        updateTargets();
    }
}

void MainWindow::updateSidebar()
{
    QList<ClusterTree::Entry> entries;
    for (const ClusterController *cluster : m_clusters->all())
        entries.append(
            {cluster->state(), cluster->isConnected(), m_clusters->note(cluster->name())});
    m_sidebar->setEntries(entries);
}

void MainWindow::updateCounts()
{
    if (!m_counts || page()->editor())
        return;
    const cluster::ClusterState &state = page()->board()->state();
    QSet<QString> guests; // one that moves is seen twice, and is one
    for (const cluster::NodeState &node : state.nodes) {
        if (node.facts)
            guests.unite(runningGuests(*node.facts));
    }
    QStringList parts{tr("%n node(s)", nullptr, int(state.nodes.size())),
                      tr("%n guest(s)", nullptr, int(guests.size()))};
    if (const int running = int(m_migrations->progress(page()->cluster()).size()))
        parts.append(tr("%n migration(s)", nullptr, running));
    m_counts->setText(state.nodes.isEmpty() ? QString() : parts.join(QStringLiteral(" · ")));
}

void MainWindow::showMessage(const QString &cluster, const Message &message)
{
    page(cluster)->messages()->put(message);
}

void MainWindow::chosenInSidebar(const QString &cluster, const QString &node)
{
    Q_UNUSED(node);
    m_menuNode.clear();
    showCluster(cluster);
}

QString MainWindow::currentNode() const
{
    return m_menuNode.isEmpty() ? m_sidebar->currentNode() : m_menuNode;
}

void MainWindow::migrateTo()
{
    const QList<rules::GuestRef> guests = page()->board()->selection();
    if (guests.isEmpty())
        return;
    delete m_migrateTo;
    m_migrateTo = new MigrateToDialog(guests, this);
    connect(m_migrateTo, &QDialog::finished, m_migrateTo, &QObject::deleteLater);
    const QString cluster = page()->cluster();
    connect(m_migrateTo, &MigrateToDialog::chosen, this,
            [this, cluster, guests](const QString &node) {
                QList<rules::GuestRef> moving = guests;
                moving.removeIf([&](const rules::GuestRef &guest) { return guest.node == node; });
                m_migrations->request(cluster, moving, node);
            });
    updateTargets();
    m_migrateTo->open();
}

void MainWindow::updateTargets()
{
    if (!m_migrateTo)
        return;
    const QList<rules::GuestRef> &guests = m_migrateTo->guests();
    const Board *board = page()->board();
    QList<MigrateToDialog::Target> targets;
    for (const cluster::NodeState &node : board->state().nodes) {
        const bool home = std::ranges::all_of(
            guests, [&](const rules::GuestRef &guest) { return guest.node == node.name(); });
        targets.append({node.name(), board->verdict(guests, node.name()), home});
    }
    m_migrateTo->setTargets(targets);
}

void MainWindow::showKnownHosts()
{
    if (m_knownHosts) {
        m_knownHosts->raise();
        m_knownHosts->activateWindow();
        return;
    }
    QList<profiles::Profile> profiles;
    for (const ClusterController *cluster : m_clusters->all())
        profiles.append(cluster->profiles());
    m_knownHosts = new KnownHostsDialog(profiles, m_environment.pool.get(), this);
    connect(m_knownHosts, &QDialog::finished, m_knownHosts, &QObject::deleteLater);
    m_knownHosts->show();
}

void MainWindow::connectAgain(const QString &node)
{
    for (ClusterController *cluster : m_clusters->all()) {
        const QList<profiles::Profile> &profiles = cluster->profiles();
        if (std::ranges::find(profiles, node, &profiles::Profile::name) != profiles.end())
            cluster->retry(node);
    }
}

QString MainWindow::keyOfNode(const QString &name) const
{
    const std::optional<profiles::Profile> profile = m_clusters->profile(name);
    return profile ? keyOf(*profile) : QString();
}

void MainWindow::newProfile()
{
    m_profiles->create(page()->cluster(), this);
}

void MainWindow::editProfile(const QString &name)
{
    m_profiles->edit({keyOfNode(name)}, this);
}

void MainWindow::removeProfile(const QString &name)
{
    m_profiles->remove({keyOfNode(name)}, this);
}

void MainWindow::showConnections()
{
    if (!m_manager) {
        m_manager = new ConnectionManager(m_clusters.get(), m_profiles, this);
        connect(m_manager, &ConnectionManager::connectRequested, this, &MainWindow::showCluster);
        connect(m_manager, &QDialog::finished, m_manager, &QObject::deleteLater);
    }
    m_manager->show();
    m_manager->raise();
    m_manager->activateWindow();
}

void MainWindow::showStoreProblem(const base::Error &error)
{
    Message message;
    message.id = QStringLiteral("profiles");
    message.tone = Tone::Bad;
    message.sentence = error.message;
    message.remedy = error.remedy;
    message.action = tr("What can be done…");
    message.run = [this, error] {
        openStoreTrouble(error);
        // The bar goes with its button; the trouble has not.
        QMetaObject::invokeMethod(
            this, [this, error] { showStoreProblem(error); }, Qt::QueuedConnection);
    };
    message.closable = false;
    showMessage({}, message);
    m_storeError = error;
    m_emptyPage->board()->setListBroken(true);
    if (m_clusters->all().isEmpty() && !m_storeTrouble && !std::exchange(m_troubleShown, true))
        openStoreTrouble(error);
}

void MainWindow::openStoreTrouble(const base::Error &error)
{
    if (!m_storeTrouble) {
        m_storeTrouble = new StoreTroubleDialog(error, m_environment, this);
        connect(m_storeTrouble, &StoreTroubleDialog::storeChanged, m_clusters.get(),
                &ClusterSet::load);
        connect(m_storeTrouble, &QDialog::finished, m_storeTrouble, &QObject::deleteLater);
    }
    m_storeTrouble->show();
    m_storeTrouble->raise();
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (askAboutRollOuts()) {
        event->ignore();
        return;
    }
    if (m_migrations->running() > 0 && !m_closing && askBeforeClosing()) {
        event->ignore();
        return;
    }
    if (!m_closingChanges && askAboutChanges()) {
        event->ignore();
        return;
    }
    remember();
    QMainWindow::closeEvent(event);
}

bool MainWindow::askBeforeClosing()
{
    const QStringList running = m_migrations->runningGuests();
    const QStringList waiting = m_migrations->waitingGuests();
    auto *box = new QMessageBox(
        QMessageBox::Information, tr("Migrations are running"),
        tr("%n migration(s) go on without Colonnade: %1", nullptr, int(running.size()))
            .arg(joined(running)),
        QMessageBox::Cancel, this);
    box->setObjectName(QStringLiteral("closeDialog"));
    QString more =
        tr("They run on the nodes. The next start finds them and shows what became of them.");
    if (!waiting.isEmpty())
        more +=
            QLatin1Char('\n') + tr("Not begun yet, and not moved then: %1").arg(joined(waiting));
    box->setInformativeText(more);
    connect(box, &QDialog::finished, box, &QObject::deleteLater);
    QPushButton *close_ = box->addButton(tr("C&lose the window"), QMessageBox::AcceptRole);
    box->setDefaultButton(QMessageBox::Cancel);
    connect(close_, &QPushButton::clicked, this, [this] {
        m_closing = true;
        QMetaObject::invokeMethod(this, &QWidget::close, Qt::QueuedConnection);
    });
    box->open();
    return true;
}

void MainWindow::changeEvent(QEvent *event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        update();
}

} // namespace colonnade::gui
