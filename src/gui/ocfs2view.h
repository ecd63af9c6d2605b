// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/findinglist.h"
#include "gui/o2cbtimeoutdialog.h"
#include "gui/ocfs2document.h"
#include "rules/ocfs2.h"

#include <QPointer>

#include <functional>
#include <memory>

namespace Ui {
class Ocfs2View;
}

namespace colonnade::gui {

class Ocfs2NodeModel;
struct Ocfs2Row;

/// The OCFS2 node list as a form: clusters, nodes, heartbeat, and beside them what the nodes have
/// of it. It changes the list by acts of the document only. What a running cluster forbids is
/// refused with the reason; what cannot be seen is asked about. While the text is no document, it
/// shows the last one, disabled.
class Ocfs2View final : public QWidget
{
    Q_OBJECT

public:
    explicit Ocfs2View(Ocfs2Document *document, QWidget *parent = nullptr);
    ~Ocfs2View() override;

    /// The name of the cluster that is shown; empty: the list has none.
    QByteArray cluster() const { return m_cluster; }

public Q_SLOTS:
    /// What is known of the nodes that the list is for.
    void setState(const cluster::ClusterState &state);

Q_SIGNALS:
    /// A person wants these files on their nodes: the o2cb settings of each, edited.
    void rollOutRequested(const QList<NodeFile> &files);

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    using Edits = std::function<base::Result<formats::TextEdits>(const formats::Ocfs2Conf &)>;

    // ocfs2view.cpp: what is shown
    void makeTable();
    void connectParts();
    void updateColours();
    void refresh();
    void refreshProblem();
    void refreshClusters();
    void refreshCluster();
    void refreshNodes();
    void refreshRegions();
    void refreshOrphans();
    void refreshChecks();
    void updateButtons();
    void showCluster(int tab);
    void followSelection();
    void markCurrent();
    void restoreCurrent(const QByteArray &node);
    Ocfs2Row rowOf(const formats::Ocfs2Node &node) const;
    QString whyNot(const rules::Ocfs2Change &change) const;
    QString runningSentence() const;
    FindingRow orphanRow(const formats::Ocfs2Node &node);
    FindingRow checkRow(const rules::Reason &reason, const std::optional<formats::Fix> &fix);
    const formats::Ocfs2Conf &conf() const { return *m_document->conf(); }
    const formats::Ocfs2Node *currentNode() const;

    // ocfs2viewacts.cpp: what is done
    void act(const QString &title, const rules::Verdict &verdict, const Edits &edits);
    void ask(const QString &title, const rules::Verdict &verdict, const Edits &edits);
    void apply(const QString &title, const rules::Verdict &verdict, const Edits &edits);
    void refuse(const QString &title, const QString &sentence, const QString &remedy);
    void sayRefused(const base::Error &error);
    void editCurrent();
    void changeCell(int row, int column, const QString &value);
    void addNode();
    void removeNode();
    void renameCluster();
    void addCluster();
    void removeCluster();
    void setHeartbeat(int index);
    void addRegion();
    void removeRegion();
    void setTimeout();
    rules::Verdict judge(rules::Ocfs2Act act, const QString &subject = {},
                         const QString &present = {}) const;

    Ocfs2Document *m_document;
    cluster::ClusterState m_state;
    QByteArray m_cluster;
    Ocfs2NodeModel *m_nodes;
    std::unique_ptr<Ui::Ocfs2View> m_ui;
    QPointer<QWidget> m_asker; ///< had the keyboard when a question came up
    bool m_following = false;  ///< the current row follows the document, not the other way
    bool m_refreshing = false;
};

} // namespace colonnade::gui
