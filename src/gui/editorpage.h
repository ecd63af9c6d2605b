// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/documentdesk.h"
#include "gui/highlighter.h"
#include "gui/rollout.h"
#include "gui/rollouthistory.h"

#include <QWidget>

class QLabel;
class QSplitter;
class QStackedWidget;
class QVBoxLayout;

namespace colonnade::gui {

class DiffPanel;
class DocumentBar;
class EmptyDocument;
class HolderList;
class MessageArea;
class ProblemList;
class TextView;
class ViewSwitcher;

/// The frame around a document: views of it of which one is shown, a column beside them, what
/// changed below them, and what can be done with the whole. The last view is its raw text.
class EditorPage final : public QWidget
{
    Q_OBJECT

public:
    /// What differs between kinds of documents.
    struct Kind
    {
        Grammar grammar = &xmlTokens;
        /// Asks for what a new file needs to know and gives its text to the function, or does
        /// nothing. None: there are no new files of this kind.
        std::function<void(QWidget *, std::function<void(const QByteArray &)>)> create = {};
        RollOut::Versions versions = {}; ///< of files that have one
        /// Files of the nodes that are rolled out from here, too.
        QStringList companions = {};
    };

    EditorPage(const QString &cluster, EditorDocument *document, const Kind &kind,
               const EditorServices &services, QWidget *parent = nullptr);
    ~EditorPage() override;

    EditorDocument *document() const { return m_document; }
    DocumentDesk *desk() const { return m_desk; }
    RollOut *rollOut() const { return m_rollOut; }
    RollOutHistory *history() const { return m_history; }
    const QString &cluster() const { return m_cluster; }
    const cluster::ClusterState &state() const { return m_state; }

    /// Another view, before the raw text; the page owns it. The first one is shown first.
    void addView(const QString &title, QWidget *view);
    /// Another part of the column beside the views, above problems and nodes; the page owns it.
    void addSidePanel(QWidget *panel);

    QList<QWidget *> views() const;
    QWidget *currentView() const;
    void showView(QWidget *view);
    TextView *textView() const { return m_text; }
    MessageArea *messages() const { return m_messages; }

public Q_SLOTS:
    /// What is known of the cluster now.
    void setState(const colonnade::cluster::ClusterState &state);
    /// Shows the place of the parse error in the raw text.
    void goToParseError();
    void askForFile();
    void askForNew();
    void askForCopy();
    void askForRollOut();
    /// Asks for each of them that is not the same for all nodes, one after the other.
    void rollOutFiles(const QList<NodeFile> &files);
    void showHistory();
    /// Reads the node's file, and shows it beside this one.
    void compareWith(const QString &node);
    /// Opens it, after a question where there are changes that would be lost.
    void openFromNode(const QString &node);

Q_SIGNALS:
    /// For the views, which may need it.
    void stateChanged(const colonnade::cluster::ClusterState &state);
    /// What the status bar says of the document, and where the cursor stands.
    void statusChanged();

public:
    /// "Changed: 3 acts that were not rolled out."
    QString statusText() const;
    /// "line 37, column 7"
    QString placeText() const;

protected:
    void showEvent(QShowEvent *event) override;

private:
    QWidget *makeViews();
    QWidget *makeSide();
    void wire();
    void wireDocument();
    void wireDesk();
    void showOpen();
    void wireRollOut();
    void showHolders();
    QList<HeldFile> holders() const;
    void showStrangers(const QList<HeldFile> &files);
    void showRollOut();
    void rolledOut(const operations::DeployResult &result);
    void wireHistory();
    void showLeftOpen();
    void showOwed();
    void sayBusy();
    void askForOwed(const operations::DeployRequest &request);
    void resume(const operations::Deployment &open, operations::DeployDirection direction);
    void askForNext();
    void showProblemCount();
    void offerDraft(const QString &name, const QDateTime &savedAt);
    /// Runs @p go at once, or when a person agrees to lose the changes.
    void unlessChanged(const std::function<void()> &go);
    void showParseError();
    void showProblem(const base::Error &error);
    void setCurrent(int index);

    QString m_cluster;
    EditorDocument *m_document;
    EditorServices m_services;
    Kind m_kind;
    DocumentDesk *m_desk;
    RollOut *m_rollOut;
    RollOutHistory *m_history;
    bool m_isHistoryRead = false;
    QList<QPair<operations::DeployRequest, QByteArray>> m_waiting; ///< with what was there before
    cluster::ClusterState m_state;

    DocumentBar *m_bar;
    MessageArea *m_messages;
    QStackedWidget *m_content; ///< nothing is open, or something is
    EmptyDocument *m_empty;
    ViewSwitcher *m_switcher;
    QStackedWidget *m_views;
    DiffPanel *m_diff;
    ProblemList *m_problems;
    QLabel *m_problemHead = nullptr;
    HolderList *m_holders;
    QByteArray m_baseHash;
    int m_baseIndex = 0;      ///< where in the history the base is
    QSet<QString> m_heldSame; ///< nodes that were seen to hold the file that was opened
    /// What nodes hold since a roll-out, until it is read there.
    QHash<QString, QPair<QByteArray, QDateTime>> m_arrived;
    QVBoxLayout *m_side = nullptr;
    int m_panels = 0; ///< parts of the column that the views brought
    TextView *m_text;
};

} // namespace colonnade::gui
