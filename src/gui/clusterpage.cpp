// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/clusterpage.h"

#include <QTabWidget>
#include <QVBoxLayout>

namespace colonnade::gui {

ClusterPage::ClusterPage(const QString &cluster, QWidget *parent)
    : QWidget(parent),
      m_cluster(cluster),
      m_messages(new MessageArea(this)),
      m_tabs(new QTabWidget(this)),
      m_board(new Board(this))
{
    m_tabs->setDocumentMode(true);
    m_tabs->addTab(m_board, tr("Guests"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(m_messages);
    layout->addWidget(m_tabs, 1);
}

void ClusterPage::present(const cluster::ClusterState &state, bool connected,
                          const QList<operations::MigrationProgress> &migrations)
{
    m_board->setState(state);
    m_board->setMigrations(migrations);
    showAlarms(state, migrations);
    const QString id = QStringLiteral("disconnected");
    if (connected || m_cluster.isEmpty()) {
        m_messages->remove(id);
        return;
    }
    Message message;
    message.id = id;
    message.sentence = tr("%1 is not connected.").arg(m_cluster);
    message.action = tr("Connect");
    message.run = [this] { Q_EMIT connectClusterRequested(); };
    message.closable = false;
    m_messages->put(message);
}

void ClusterPage::showAlarms(const cluster::ClusterState &state,
                             const QList<operations::MigrationProgress> &migrations)
{
    QStringList migrating;
    for (const operations::MigrationProgress &migration : migrations)
        migrating.append(migration.guest);
    QList<Message> messages;
    for (const rules::Reason &reason : rules::alarms(state, migrating)) {
        Message message;
        message.id = QStringLiteral("alarm/%1/%2").arg(reason.id, reason.sentence);
        message.tone = reason.severity == rules::Severity::Hard ? Tone::Bad : Tone::Warn;
        message.sentence = reason.sentence;
        message.remedy = reason.remedy;
        messages.append(message);
    }
    m_messages->showGroup(QStringLiteral("alarm/"), messages);
}

} // namespace colonnade::gui
