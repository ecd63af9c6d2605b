// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/rollouthistory.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QLayout;
class QPushButton;
class QThreadPool;
class QTreeWidget;

namespace colonnade::gui {

class DiffView;
class EditorDocument;

/// The roll-outs of a file: when, by whom, why, what it changed and what became of it. Each can be
/// put back into the editor, new bytes or old; one that was left open can be gone on with.
class HistoryDialog final : public QDialog
{
    Q_OBJECT

public:
    HistoryDialog(RollOutHistory *history, EditorDocument *document, QThreadPool *pool,
                  QWidget *parent);

Q_SIGNALS:
    /// The person wants to go on with one that was left open.
    void resumeRequested(const colonnade::operations::Deployment &open,
                         colonnade::operations::DeployDirection direction);

private:
    void makeList();
    QLayout *makeButtons();
    void fill();
    void showCurrent();
    void fillVersions(const operations::Deployment &rollOut);
    void showChange();
    void restore();
    void abandon();
    const operations::Deployment *current() const;
    /// What the version that is chosen consists of.
    QByteArray chosen() const;

    RollOutHistory *m_history;
    EditorDocument *m_document;
    QThreadPool *m_pool;
    QTreeWidget *m_list;
    QLabel *m_sentence;
    DiffView *m_change;
    QComboBox *m_versions;
    QPushButton *m_restore;
    QPushButton *m_finish;
    QPushButton *m_takeBack;
    QPushButton *m_abandon;
    QString m_shown; ///< the plan whose change is shown or looked for
};

} // namespace colonnade::gui
