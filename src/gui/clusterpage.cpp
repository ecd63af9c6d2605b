// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/clusterpage.h"

#include "gui/card.h"
#include "gui/editorpage.h"
#include "gui/editorpages.h"
#include "gui/wording.h"

#include <QLabel>
#include <QTabWidget>
#include <QVBoxLayout>

namespace colonnade::gui {

ClusterPage::ClusterPage(const QString &cluster, QWidget *parent)
    : QWidget(parent),
      m_cluster(cluster),
      m_messages(new MessageArea(this)),
      m_tabs(new QTabWidget(this)),
      m_title(new QLabel(this)),
      m_board(new Board(this))
{
    m_tabs->setDocumentMode(true);
    m_tabs->addTab(m_board, tr("Guests"));
    m_title->setObjectName(QStringLiteral("clusterTitle"));
    m_title->setTextFormat(Qt::RichText);
    m_title->setContentsMargins(8, 0, 12, 8);
    m_title->hide();
    m_tabs->setCornerWidget(m_title, Qt::TopRightCorner);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(m_messages);
    layout->addWidget(m_tabs, 1);
    connect(m_tabs, &QTabWidget::currentChanged, this, &ClusterPage::frontChanged);
    connect(m_tabs, &QTabWidget::currentChanged, this, [this] {
        for (EditorPage *each : std::as_const(m_editors))
            showLeftOpen(each);
    });
}

void ClusterPage::addEditors(const EditorServices &services)
{
    for (EditorPage *editor : {makeClusterConfEditor(m_cluster, services, m_tabs),
                               makeOcfs2Editor(m_cluster, services, m_tabs)}) {
        m_editors.append(editor);
        m_tabs->addTab(editor, editor->windowTitle());
        connect(editor->document(), &EditorDocument::textChanged, this, &ClusterPage::showTabTexts);
        connect(editor->document(), &EditorDocument::baseChanged, this, &ClusterPage::showTabTexts);
        const auto show = [this, editor] { showLeftOpen(editor); };
        connect(editor->history(), &RollOutHistory::changed, this, show);
        connect(editor->rollOut(), &RollOut::runningChanged, this, show);
    }
}

/// The editor can go on with it; above the guests it is told that there is one.
void ClusterPage::showLeftOpen(EditorPage *editor)
{
    const QString id = QStringLiteral("leftOpen/") + editor->document()->path();
    if (this->editor() == editor || editor->rollOut()->isRunning()
        || editor->history()->open().isEmpty()) {
        m_messages->remove(id);
        return;
    }
    Message message;
    message.id = id;
    message.tone = Tone::Bad;
    message.sentence =
        tr("A roll-out of %1 did not come to its end: nodes may hold different files.")
            .arg(editor->history()->open().first().path);
    message.action = tr("Show it");
    message.run = [this, editor] { showEditor(editor); };
    message.closable = false;
    m_messages->put(message);
}

EditorPage *ClusterPage::editor() const
{
    return qobject_cast<EditorPage *>(m_tabs->currentWidget());
}

void ClusterPage::showEditor(EditorPage *editor)
{
    m_tabs->setCurrentWidget(editor);
}

/// A dot says that a file has changes which have not left this computer.
void ClusterPage::showTabTexts()
{
    for (EditorPage *editor : std::as_const(m_editors)) {
        const int index = m_tabs->indexOf(editor);
        const bool isModified = editor->document()->isModified();
        m_tabs->setTabText(index,
                           isModified ? editor->windowTitle() + u" ●" : editor->windowTitle());
        m_tabs->setTabToolTip(index, isModified ? tr("Changed, and not rolled out yet")
                                                : editor->document()->path());
    }
}

void ClusterPage::present(const cluster::ClusterState &state, bool connected,
                          const QList<operations::MigrationProgress> &migrations)
{
    m_board->setState(state);
    m_board->setMigrations(migrations);
    for (EditorPage *editor : std::as_const(m_editors))
        editor->setState(state);
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

void ClusterPage::setNote(const profiles::ClusterNote &note)
{
    if (note == m_note)
        return;
    m_note = note;
    const QString line = note.note.section(QLatin1Char('\n'), 0, 0);
    const int room = 60 * fontMetrics().averageCharWidth();
    QString text =
        fontMetrics().elidedText(line.isEmpty() ? m_cluster : line, Qt::ElideRight, room);
    text = CardText::printable(text).toHtmlEscaped();
    if (!note.colour.isEmpty()) // a character, and not a picture: it grows with the text
        text = QStringLiteral("<span style=\"color:%1\">\u25a0</span> ")
                   .arg(QColor(note.colour).name())
               + text;
    m_title->setText(text);
    m_title->setAccessibleName(tr("About %1: %2").arg(m_cluster, line));
    m_title->setToolTip(plainTip(note.note));
    m_title->setVisible(note != profiles::ClusterNote());
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
