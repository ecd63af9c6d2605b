// SPDX-License-Identifier: GPL-3.0-or-later
// What the connection manager does: its actions, buttons and menus.
#include "gui/connectionmanager.h"
#include "gui/icons.h"
#include "gui/profiledesk.h"
#include "ui_connectionmanager.h"

#include <QMenu>

using namespace Qt::StringLiterals;

namespace colonnade::gui {

namespace {

/// Lets @p button do what @p action does, under the button's own name.
void tie(QPushButton *button, QAction *action)
{
    QObject::connect(button, &QPushButton::clicked, action, &QAction::trigger);
    const auto follow = [button, action] { button->setEnabled(action->isEnabled()); };
    QObject::connect(action, &QAction::changed, button, follow);
    button->setToolTip(action->shortcut().toString(QKeySequence::NativeText));
    follow();
}

} // namespace

QAction *ConnectionManager::makeAction(const char *symbol, const QString &text,
                                       const QKeySequence &key, void (ConnectionManager::*slot)())
{
    auto *action = new QAction(text, this);
    if (*symbol)
        action->setIcon(icon(QString::fromLatin1(symbol)));
    action->setShortcut(key);
    action->setShortcutContext(Qt::WindowShortcut);
    connect(action, &QAction::triggered, this, slot);
    addAction(action);
    return action;
}

void ConnectionManager::makeActions()
{
    m_add = makeAction("connect", tr("&Add a node…"), QKeySequence::New, &ConnectionManager::add);
    // Enter itself is the list's and the field's, see eventFilter().
    m_edit = makeAction("edit", tr("&Edit…"), {}, &ConnectionManager::edit);
    m_duplicate = makeAction("copy", tr("D&uplicate…"), QKeySequence(Qt::CTRL | Qt::Key_D),
                             &ConnectionManager::duplicate);
    m_remove = makeAction("remove", tr("&Delete…"), {}, &ConnectionManager::remove);
    m_move = makeAction("move", tr("&Move to cluster…"), QKeySequence(Qt::CTRL | Qt::Key_M),
                        &ConnectionManager::move);
    m_editCluster = makeAction("edit", tr("Edit the c&luster…"), QKeySequence(Qt::Key_F2),
                               &ConnectionManager::editCluster);
    m_connect = makeAction("power", tr("&Connect"), {}, &ConnectionManager::connectSelected);
    m_disconnect = makeAction("", tr("D&isconnect"), QKeySequence(Qt::CTRL | Qt::Key_Backspace),
                              &ConnectionManager::disconnectSelected);
    m_test = makeAction("test", tr("&Test the connection…"), QKeySequence(Qt::CTRL | Qt::Key_T),
                        &ConnectionManager::test);
    m_discover =
        makeAction("search", tr("&Find the other nodes…"), {}, &ConnectionManager::discover);
    m_export = makeAction("export", tr("E&xport…"), {}, &ConnectionManager::exportSelected);

    // Delete is the list's: in the search field it deletes letters.
    m_remove->setShortcut(QKeySequence::Delete);
    m_remove->setShortcutContext(Qt::WidgetShortcut);
    removeAction(m_remove);
    m_ui->tree->addAction(m_remove);

    tie(m_ui->add, m_add);
    tie(m_ui->edit, m_edit);
    tie(m_ui->duplicate, m_duplicate);
    tie(m_ui->remove, m_remove);
    tie(m_ui->move, m_move);
    tie(m_ui->connectButton, m_connect);
    tie(m_ui->disconnectButton, m_disconnect);
    m_ui->edit->setToolTip(tr("Enter"));
    m_ui->connectButton->setToolTip(tr("Ctrl+Enter"));
    connect(m_ui->close, &QPushButton::clicked, this, &QDialog::reject);
}

void ConnectionManager::makeMoreMenu()
{
    m_more = new QMenu(this);
    m_more->addAction(m_test);
    m_more->addAction(m_discover);
    m_more->addAction(m_editCluster);
    m_more->addSeparator();
    m_more->addAction(icon(u"power"_s), tr("Connect &all"), this,
                      &ConnectionManager::connectEverything);
    m_more->addAction(tr("&Disconnect all"), this, &ConnectionManager::disconnectEverything);
    m_more->addSeparator();
    m_more->addAction(icon(u"import"_s), tr("Import from ~/.&ssh/config…"), this,
                      &ConnectionManager::importSshConfig);
    m_more->addAction(icon(u"import"_s), tr("&Import a file…"), this,
                      &ConnectionManager::importFile);
    m_more->addAction(m_export);
    m_ui->more->setMenu(m_more);
}

void ConnectionManager::updateActions()
{
    const QStringList keys = selectedKeys();
    const QStringList clusters = selectedClusters();
    const bool some = !keys.isEmpty();
    bool open = false;
    bool closed = false;
    for (const profiles::Profile &profile : m_desk->profilesOf(keys)) {
        const ClusterController *cluster = m_clusters->clusterOf(profile.name);
        const cluster::NodeState *node = cluster ? cluster->state().node(profile.name) : nullptr;
        const bool here = cluster && cluster->isConnected() && node
                          && node->connection.phase != remote::Phase::Closed;
        open |= here;
        closed |= !here || node->connection.phase == remote::Phase::Refused
                  || node->connection.phase == remote::Phase::Waiting;
    }
    m_edit->setEnabled(some);
    m_duplicate->setEnabled(keys.size() == 1);
    m_remove->setEnabled(some);
    m_move->setEnabled(some);
    m_test->setEnabled(keys.size() == 1);
    m_discover->setEnabled(keys.size() == 1 && open);
    m_connect->setEnabled(closed);
    m_disconnect->setEnabled(open);
    m_editCluster->setEnabled(!currentCluster().isEmpty());
    m_export->setText(some ? tr("E&xport what is selected…") : tr("E&xport all…"));
    m_export->setEnabled(m_model->rowCount() > 0);
}

void ConnectionManager::showMenu(const QPoint &position)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addActions({m_connect, m_disconnect});
    menu->addSeparator();
    menu->addActions({m_edit, m_duplicate, m_move, m_remove});
    menu->addSeparator();
    menu->addActions({m_test, m_discover, m_editCluster});
    menu->popup(m_ui->tree->viewport()->mapToGlobal(position));
}

QString ConnectionManager::currentCluster() const
{
    return m_ui->tree->currentIndex().data(ConnectionModel::ClusterRole).toString();
}

void ConnectionManager::add()
{
    m_desk->create(currentCluster(), this);
}

void ConnectionManager::edit()
{
    const QStringList clusters = selectedClusters();
    const bool onlyCluster =
        clusters.size() == 1 && m_ui->tree->selectionModel()->selectedRows().size() == 1;
    if (onlyCluster)
        m_desk->editCluster(clusters.first(), this);
    else
        m_desk->edit(selectedKeys(), this);
}

void ConnectionManager::duplicate()
{
    m_desk->duplicate(selectedKeys().value(0), this);
}

void ConnectionManager::remove()
{
    m_desk->remove(selectedKeys(), this);
}

void ConnectionManager::move()
{
    m_desk->moveSomewhere(selectedKeys(), this);
}

void ConnectionManager::editCluster()
{
    if (!currentCluster().isEmpty())
        m_desk->editCluster(currentCluster(), this);
}

void ConnectionManager::connectSelected()
{
    const QStringList clusters = selectedClusters();
    QString shown;
    for (const QString &cluster : clusters)
        m_clusters->connectCluster(shown = cluster);
    for (const profiles::Profile &profile : m_desk->profilesOf(selectedKeys())) {
        if (clusters.contains(clusterNameOf(profile)))
            continue;
        m_clusters->connectNode(profile.name);
        shown = clusterNameOf(profile);
    }
    if (!shown.isEmpty())
        Q_EMIT connectRequested(shown);
}

void ConnectionManager::disconnectSelected()
{
    const QStringList clusters = selectedClusters();
    for (const QString &cluster : clusters)
        m_clusters->disconnectCluster(cluster);
    for (const profiles::Profile &profile : m_desk->profilesOf(selectedKeys())) {
        if (!clusters.contains(clusterNameOf(profile)))
            m_clusters->disconnectNode(profile.name);
    }
}

void ConnectionManager::connectEverything()
{
    for (const QString &cluster : m_clusters->names())
        m_clusters->connectCluster(cluster);
}

void ConnectionManager::disconnectEverything()
{
    for (const QString &cluster : m_clusters->names())
        m_clusters->disconnectCluster(cluster);
}

void ConnectionManager::test()
{
    const QList<profiles::Profile> profiles = m_desk->profilesOf(selectedKeys());
    if (!profiles.isEmpty())
        m_desk->test(profiles.first(), this);
}

void ConnectionManager::discover()
{
    const QList<profiles::Profile> profiles = m_desk->profilesOf(selectedKeys());
    if (!profiles.isEmpty())
        m_desk->discover(profiles.first().name, this);
}

void ConnectionManager::importSshConfig()
{
    m_desk->importSshConfig(this);
}

void ConnectionManager::importFile()
{
    m_desk->importFile(this);
}

void ConnectionManager::exportSelected()
{
    m_desk->exportFile(selectedKeys(), this);
}

} // namespace colonnade::gui
