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

#include <algorithm>
#include <memory>

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

/// True: one runs. Half of it would leave nodes that differ: the window closes when it has ended,
/// if the person likes to wait.
bool MainWindow::askAboutRollOuts()
{
    const auto runs = [this] {
        return std::ranges::any_of(
            editors(), [](const EditorPage *editor) { return editor->rollOut()->isRunning(); });
    };
    if (!runs())
        return false;
    auto *box = new QMessageBox(QMessageBox::Information, tr("A roll-out is running"),
                                tr("The window stays until it has come to its end: half of a "
                                   "roll-out would leave nodes that differ."),
                                QMessageBox::Cancel, this);
    box->setObjectName(QStringLiteral("rollOutRunsDialog"));
    box->setAttribute(Qt::WA_DeleteOnClose);
    QPushButton *wait = box->addButton(tr("&Close when it has ended"), QMessageBox::AcceptRole);
    box->setDefaultButton(QMessageBox::Cancel);
    connect(wait, &QPushButton::clicked, this, [this, runs] {
        for (const EditorPage *editor : editors())
            connect(
                editor->rollOut(), &RollOut::runningChanged, this,
                [this, runs] {
                    if (!runs())
                        close();
                },
                Qt::QueuedConnection);
    });
    box->open();
    return true;
}

/// True: it asks, and closes by itself when a person says so.
bool MainWindow::askAboutChanges()
{
    QStringList changed;
    for (const EditorPage *editor : editors()) {
        if (editor->document()->isModified())
            changed.append(tr("%1 of %2").arg(editor->document()->path(), editor->cluster()));
    }
    if (changed.isEmpty())
        return false;
    auto *box = new QMessageBox(QMessageBox::Warning, tr("Changes were not rolled out"),
                                tr("%1: changed, and not rolled out.").arg(joined(changed)),
                                QMessageBox::Cancel, this);
    box->setObjectName(QStringLiteral("changesDialog"));
    box->setInformativeText(tr("What is kept is offered when the file is opened next time. No node "
                               "has it before it is rolled out."));
    box->setAttribute(Qt::WA_DeleteOnClose);
    connect(box->addButton(tr("&Keep them and close"), QMessageBox::AcceptRole),
            &QPushButton::clicked, this, &MainWindow::keepDraftsAndClose);
    connect(box->addButton(tr("&Discard them and close"), QMessageBox::DestructiveRole),
            &QPushButton::clicked, this, [this] {
                for (const EditorPage *editor : editors())
                    editor->desk()->dropDraft();
                m_closingChanges = true;
                QMetaObject::invokeMethod(this, &QWidget::close, Qt::QueuedConnection);
            });
    connect(box, &QDialog::rejected, this, [this] { m_closing = false; });
    box->setDefaultButton(QMessageBox::Cancel);
    box->open();
    return true;
}

/// It does not close while anything could not be kept; the page of that file says why.
void MainWindow::keepDraftsAndClose()
{
    auto left = std::make_shared<qsizetype>(editors().size());
    auto allKept = std::make_shared<bool>(true);
    for (const EditorPage *editor : editors())
        editor->desk()->keepDraftNow([this, left, allKept](bool kept) {
            *allKept = *allKept && kept;
            if (--*left > 0)
                return;
            m_closingChanges = *allKept;
            m_closing = m_closing && *allKept;
            if (*allKept)
                QMetaObject::invokeMethod(this, &QWidget::close, Qt::QueuedConnection);
        });
}

} // namespace colonnade::gui
