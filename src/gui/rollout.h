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

/// Rolls a document out, or what belongs to it: shows the plan, and when a person agrees carries it
/// out beside the window's thread. One at a time.
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
    /// The same for bytes that are not the document's: what a node has missed, or a file beside it.
    /// @p before: what they take the place of.
    void askFor(const cluster::ClusterState &state, const operations::DeployRequest &request,
                const QByteArray &before);
    /// Goes on with one that was left open. Nothing is asked: the caller has.
    void resume(const operations::Deployment &open, operations::DeployDirection direction);
    /// Whether nothing runs, is being prepared or asked.
    bool isIdle() const;
    /// Why the document cannot be rolled out now; empty: it can.
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
    /// It was asked for, and does not begin: the person does not want it, or it cannot.
    void declined();

private:
    struct Prepared;
    /// What runs beside the window's thread.
    using Work = std::function<operations::DeployResult(
        cluster::Nodes &, operations::Journal &, const operations::DeploySink &, std::stop_token)>;
    void prepare(Prepared prepared, const cluster::ClusterState &state, const QByteArray &before);
    void show(const Prepared &prepared);
    void run(const Prepared &prepared, const QString &reason);
    /// Of the cluster; tells problem() when it is not connected.
    std::shared_ptr<cluster::Nodes> nodes();
    void start(const operations::DeployRequest &request, const Work &work);
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
    bool m_isOfDocument = false; ///< what runs brings the document to the nodes
};

} // namespace colonnade::gui
