// SPDX-License-Identifier: GPL-3.0-or-later
// What the page has to do with roll-outs but the one of its document: those that were left open,
// what nodes have missed, files beside the document, the history.
#include "gui/background.h"
#include "gui/documentbar.h"
#include "gui/editorpage.h"
#include "gui/historydialog.h"
#include "gui/messagearea.h"
#include "gui/wording.h"

#include <algorithm>

namespace colonnade::gui {

using operations::DeployDirection;
using operations::Deployment;
using operations::DeployRequest;

void EditorPage::wireHistory()
{
    connect(m_bar, &DocumentBar::historyRequested, this, &EditorPage::showHistory);
    connect(m_history, &RollOutHistory::problem, this, &EditorPage::showProblem);
    connect(m_history, &RollOutHistory::changed, this, &EditorPage::showLeftOpen);
    connect(m_history, &RollOutHistory::changed, this, &EditorPage::showOwed);
    connect(m_rollOut, &RollOut::runningChanged, this, &EditorPage::showLeftOpen);
    connect(m_rollOut, &RollOut::declined, this, [this] { m_waiting.clear(); });
}

void EditorPage::showHistory()
{
    auto *dialog = new HistoryDialog(m_history, m_document, m_services.pool, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &HistoryDialog::resumeRequested, this, &EditorPage::resume);
    m_history->read();
    dialog->open();
}

void EditorPage::showLeftOpen()
{
    QList<Message> messages;
    const QList<Deployment> open = m_rollOut->isRunning() ? QList<Deployment>() : m_history->open();
    for (const Deployment &rollOut : open) {
        Message message;
        message.id = QStringLiteral("open/") + rollOut.planId;
        message.tone = Tone::Bad;
        message.sentence = tr("The roll-out of %1 to %2, begun at %3, did not come to its end.")
                               .arg(rollOut.path, joined(rollOut.nodes), beginOf(rollOut));
        message.remedy = tr("To finish it gives all of them the new file; to take it back, the old "
                            "one.");
        message.action = tr("Finish it");
        message.run = [this, rollOut] { resume(rollOut, DeployDirection::Finish); };
        message.second = tr("Take it back");
        message.runSecond = [this, rollOut] { resume(rollOut, DeployDirection::TakeBack); };
        message.closable = false;
        messages.append(message);
    }
    m_messages->showGroup(QStringLiteral("open/"), messages);
}

void EditorPage::resume(const Deployment &open, DeployDirection direction)
{
    if (m_rollOut->isIdle())
        m_rollOut->resume(open, direction);
    else
        sayBusy();
    // Where it does not begin, the bar that went with its button comes back.
    QMetaObject::invokeMethod(this, &EditorPage::showLeftOpen, Qt::QueuedConnection);
}

void EditorPage::sayBusy()
{
    showProblem({base::ErrorCode::Refused, tr("Another roll-out is not finished yet."),
                 tr("Try again when it is.")});
}

void EditorPage::showOwed()
{
    QList<Message> messages;
    const QList<DeployRequest> owed =
        m_rollOut->isRunning() ? QList<DeployRequest>() : m_history->owed(m_state);
    for (const DeployRequest &request : owed) {
        QStringList nodes;
        for (const operations::DeployTarget &target : request.targets)
            nodes.append(target.node);
        Message message;
        message.id = QStringLiteral("owed/%1/%2").arg(request.path, nodes.join(u'/'));
        message.tone = Tone::Warn;
        message.sentence = tr("%1 can be reached again, and has missed a roll-out of %2.", nullptr,
                              int(nodes.size()))
                               .arg(joined(nodes), request.path);
        message.action = tr("Roll it out there…");
        message.run = [this, request] { askForOwed(request); };
        messages.append(message);
    }
    m_messages->showGroup(QStringLiteral("owed/"), messages);
}

/// The person is to see what the node has now.
void EditorPage::askForOwed(const DeployRequest &request)
{
    const std::shared_ptr<cluster::Nodes> nodes = m_services.nodes ? m_services.nodes() : nullptr;
    if (!m_rollOut->isIdle()) {
        sayBusy();
        return;
    }
    if (!nodes) {
        showProblem({base::ErrorCode::ConnectionFailed, tr("The cluster is not connected.")});
        return;
    }
    runInBackground(
        m_services.pool, this,
        [nodes, request, read = m_services.readFile] {
            return fileOf(*nodes, request.targets.first().node, read, request.path);
        },
        [this, request](const base::Result<ReadFile> &file) {
            if (file)
                m_rollOut->askFor(m_state, request, file->bytes);
            else
                showProblem(file.error());
        });
}

void EditorPage::rollOutFiles(const QList<NodeFile> &files)
{
    if (!m_rollOut->isIdle()) {
        sayBusy();
        return;
    }
    m_waiting.clear();
    for (const NodeFile &file : files) {
        const auto same = std::ranges::find_if(m_waiting, [&](const auto &waiting) {
            return waiting.first.path == file.path && waiting.first.bytes == file.bytes
                   && waiting.second == file.before;
        });
        const operations::DeployTarget target{
            file.node, file.before.isEmpty() ? std::nullopt : std::optional(hashOf(file.before))};
        if (same != m_waiting.end())
            same->first.targets.append(target);
        else
            m_waiting.append({{m_cluster, file.path, file.bytes, {target}, {}}, file.before});
    }
    askForNext();
}

void EditorPage::askForNext()
{
    if (m_waiting.isEmpty())
        return;
    const auto [request, before] = m_waiting.takeFirst();
    m_rollOut->askFor(m_state, request, before);
}

} // namespace colonnade::gui
