// SPDX-License-Identifier: GPL-3.0-or-later
// What the window has to do with files that are edited.
#include "gui/card.h"
#include "gui/clusterpage.h"
#include "gui/editorpage.h"
#include "gui/icons.h"
#include "gui/mainwindow.h"
#include "gui/wording.h"

#include <QAction>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
#include <QToolBar>
#include <QUndoGroup>

namespace colonnade::gui {

EditorServices MainWindow::editorServices(const QString &cluster)
{
    EditorServices services;
    services.pool = m_environment.pool.get();
    services.nodes = [this, cluster]() -> std::shared_ptr<cluster::Nodes> {
        const ClusterController *controller = m_clusters ? m_clusters->find(cluster) : nullptr;
        return controller ? controller->nodes() : nullptr;
    };
    services.readFile = m_environment.readFile;
    services.deployer = m_environment.deployer;
    services.draftsFolder = m_environment.draftsFolder;
    services.journalFolder = m_environment.journalFolder;
    return services;
}

/// What can be undone, and what of the tools is of use, goes with what is in front.
void MainWindow::frontChanged()
{
    if (!m_editorBar)
        return;
    EditorPage *editor = page()->editor();
    m_undoGroup->setActiveStack(editor ? editor->document()->history() : nullptr);
    showHistory();
    m_guestBar->setVisible(!editor);
    m_editorBar->setVisible(editor);
    showEditorStatus();
}

void MainWindow::showEditorStatus()
{
    const EditorPage *editor = page()->editor();
    m_hint->setText(editor ? editor->statusText() : QString());
    if (editor)
        m_counts->setText(editor->placeText());
    else
        updateCounts();
}

/// Not those that QUndoGroup makes: they cannot put the act between quotes.
void MainWindow::makeHistoryActions()
{
    m_undo = new QAction(icon(QStringLiteral("undo")), {}, this);
    m_redo = new QAction(icon(QStringLiteral("redo")), {}, this);
    m_undo->setObjectName(QStringLiteral("undo"));
    m_redo->setObjectName(QStringLiteral("redo"));
    m_undo->setShortcuts(QKeySequence::Undo);
    m_redo->setShortcuts(QKeySequence::Redo);
    connect(m_undo, &QAction::triggered, m_undoGroup, &QUndoGroup::undo);
    connect(m_redo, &QAction::triggered, m_undoGroup, &QUndoGroup::redo);
    connect(m_undoGroup, &QUndoGroup::undoTextChanged, this, &MainWindow::showHistory);
    connect(m_undoGroup, &QUndoGroup::redoTextChanged, this, &MainWindow::showHistory);
    connect(m_undoGroup, &QUndoGroup::canUndoChanged, m_undo, &QAction::setEnabled);
    connect(m_undoGroup, &QUndoGroup::canRedoChanged, m_redo, &QAction::setEnabled);
    showHistory();
}

void MainWindow::showHistory()
{
    if (!m_undo)
        return;
    const auto show = [this](QAction *action, const QString &plain, const QString &named,
                             const QString &act) {
        const int room = 36 * fontMetrics().averageCharWidth();
        const QString shown = CardText::printable(act).replace(u'&', QStringLiteral("&&"));
        action->setText(act.isEmpty() ? plain : named.arg(shown));
        const QString elided = fontMetrics().elidedText(shown, Qt::ElideRight, room);
        action->setIconText(act.isEmpty() ? QString(plain).remove(u'&')
                                          : QString(named).remove(u'&').arg(elided));
        action->setToolTip(plainTip(action->text().remove(u'&')));
    };
    show(m_undo, tr("&Undo"), tr("&Undo “%1”"), m_undoGroup->undoText());
    show(m_redo, tr("&Redo"), tr("&Redo “%1”"), m_undoGroup->redoText());
    m_undo->setEnabled(m_undoGroup->canUndo());
    m_redo->setEnabled(m_undoGroup->canRedo());
}

QList<EditorPage *> MainWindow::editors() const
{
    QList<EditorPage *> all;
    for (const ClusterPage *each : std::as_const(m_pageOf))
        all.append(each->editors());
    return all;
}

void MainWindow::keepDrafts(const ClusterPage *of)
{
    for (const EditorPage *editor : of->editors())
        editor->desk()->keepDraftNow();
}

/// True: it asks, and closes by itself when a person says so.
bool MainWindow::askAboutChanges()
{
    QStringList changed;
    bool isRunning = false;
    for (const EditorPage *editor : editors()) {
        if (editor->document()->isModified())
            changed.append(tr("%1 of %2").arg(editor->document()->path(), editor->cluster()));
        isRunning = isRunning || editor->rollOut()->isRunning();
    }
    if (changed.isEmpty())
        return false;
    auto *box = new QMessageBox(QMessageBox::Warning, tr("Changes were not rolled out"),
                                tr("%1: changed, and not rolled out.").arg(joined(changed)),
                                QMessageBox::Cancel, this);
    box->setObjectName(QStringLiteral("changesDialog"));
    QString more = tr("What is kept is offered when the file is opened next time. No node has it "
                      "before it is rolled out.");
    if (isRunning)
        more += u'\n' + tr("A roll-out is running: the program ends when it has come to its end.");
    box->setInformativeText(more);
    box->setAttribute(Qt::WA_DeleteOnClose);
    const auto addButton = [&](const QString &text, QMessageBox::ButtonRole role, auto act) {
        connect(box->addButton(text, role), &QPushButton::clicked, this, [this, act] {
            for (const EditorPage *editor : editors())
                (editor->desk()->*act)();
            m_closingChanges = true;
            QMetaObject::invokeMethod(this, &QWidget::close, Qt::QueuedConnection);
        });
    };
    addButton(tr("&Keep them and close"), QMessageBox::AcceptRole, &DocumentDesk::keepDraftNow);
    addButton(tr("&Discard them and close"), QMessageBox::DestructiveRole,
              &DocumentDesk::dropDraft);
    box->setDefaultButton(QMessageBox::Cancel);
    box->open();
    return true;
}

} // namespace colonnade::gui
