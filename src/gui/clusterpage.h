// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/board.h"
#include "gui/clustercontroller.h"
#include "gui/messagearea.h"

#include <QWidget>

class QLabel;
class QTabWidget;

namespace colonnade::gui {

class EditorPage;
struct EditorServices;

/// The middle of the window for one cluster: messages, and the tabs below them.
class ClusterPage final : public QWidget
{
    Q_OBJECT

public:
    /// @p cluster: its name; empty for the page that is shown while there is no cluster.
    explicit ClusterPage(const QString &cluster, QWidget *parent = nullptr);
    /// Adds the editors of the files that the nodes share.
    void addEditors(const EditorServices &services);

    const QString &cluster() const { return m_cluster; }
    Board *board() const { return m_board; }
    MessageArea *messages() const { return m_messages; }
    /// Empty without editors.
    const QList<EditorPage *> &editors() const { return m_editors; }
    /// The one that is in front; nullptr while the guests are.
    EditorPage *editor() const;
    void showEditor(EditorPage *editor);

    /// Shows @p state, what is being migrated, and the alarms that follow from both.
    void present(const cluster::ClusterState &state, bool connected,
                 const QList<operations::MigrationProgress> &migrations);

    /// Colour and note, shown beside the tabs.
    void setNote(const profiles::ClusterNote &note);

Q_SIGNALS:
    void connectClusterRequested();
    /// Another tab is in front.
    void frontChanged();

private:
    void showTabTexts();
    void showLeftOpen(EditorPage *editor);
    void showAlarms(const cluster::ClusterState &state,
                    const QList<operations::MigrationProgress> &migrations);

    QString m_cluster;
    MessageArea *m_messages;
    QTabWidget *m_tabs;
    QLabel *m_title;
    profiles::ClusterNote m_note;
    Board *m_board;
    QList<EditorPage *> m_editors;
};

} // namespace colonnade::gui
