// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "formats/text.h"
#include "gui/editorservices.h"
#include "gui/inbox.h"
#include "gui/rolloutdialog.h"

#include <QObject>
#include <QPointer>

namespace colonnade::gui {

class EditorDocument;

/// Rolls a document out: shows the plan, and when a person agrees carries it out beside the
/// window's thread. One at a time.
class RollOut final : public QObject
{
    Q_OBJECT

public:
    /// For files with a version, which a roll-out raises.
    struct Versions
    {
        /// The one that the file is to have when it is rolled out now.
        std::function<int(const cluster::ClusterState &)> next = {};
        /// The version of the text as it is.
        std::function<int()> current = {};
        std::function<base::Result<formats::TextEdits>(int)> set = {};
    };

    RollOut(QString cluster, EditorDocument *document, const Versions &versions,
            const EditorServices &services, QWidget *parent);
    ~RollOut() override;

    /// Makes the plan and asks. @p files: what the nodes hold.
    void ask(const cluster::ClusterState &state, const QList<HeldFile> &files);
    /// Why it cannot be asked for now; empty: it can.
    QString obstacle(const cluster::ClusterState &state) const;
    /// "Roll out version 13…"
    QString title(const cluster::ClusterState &state) const;

    bool isRunning() const { return m_isRunning; }
    /// Of the one that runs or ran last.
    const operations::DeployRequest &request() const { return m_request; }
    void stop();

Q_SIGNALS:
    /// It runs, or has ended.
    void runningChanged();
    void progressed(const colonnade::operations::DeployProgress &progress);
    void ended(const colonnade::operations::DeployResult &result);
    void problem(const base::Error &error);

private:
    struct Prepared;
    void show(Prepared prepared);
    void run(const RollOutProposal &proposal, const QString &reason);
    void finished(const operations::DeployResult &result);
    operations::DeployRequest requestFor(const QList<HeldFile> &files) const;

    QString m_cluster;
    EditorDocument *m_document;
    Versions m_versions;
    EditorServices m_services;
    QWidget *m_window;
    QPointer<RollOutDialog> m_dialog;
    operations::DeployRequest m_request;
    std::unique_ptr<Inbox<operations::DeployProgress>> m_inbox;
    std::stop_source m_stop;
    bool m_isPreparing = false;
    bool m_isRunning = false;
};

} // namespace colonnade::gui
