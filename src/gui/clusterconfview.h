// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cluster/facts.h"
#include "gui/clusterconfdocument.h"

#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace colonnade::gui {

/// What all views of cluster.conf share. A view keeps nothing of its own: it shows document(), and
/// every change is an act on it. While the text is no document it shows the last one, disabled, and
/// says so. It does no work while it is hidden.
class ClusterConfView : public QWidget
{
    Q_OBJECT

public:
    ClusterConfView(ClusterConfDocument *document, QWidget *parent);

    ClusterConfDocument *document() const { return m_document; }
    const cluster::ClusterState &state() const { return m_state; }
    /// Whether an act may be made now.
    bool isEditable() const;

public Q_SLOTS:
    /// What is known of the cluster that the file is of; empty when the file is edited offline.
    void setState(const colonnade::cluster::ClusterState &state);

protected:
    /// Shows the document and the state as they are now. There is a document.
    virtual void refresh() = 0;
    /// Where the view puts what it shows; disabled while the text is no document.
    QWidget *content() const { return m_content; }
    /// Of the document; only where there is one.
    const formats::ClusterConf &conf() const { return *m_document->conf(); }
    /// Makes an act. False: it was refused, and the document has told so.
    bool act(const QString &title, const base::Result<formats::TextEdits> &edits);
    /// It is in the middle of an act of its own: where the text's cursor goes with that is no
    /// reason to show something else.
    bool isActing() const { return m_acting; }
    void showEvent(QShowEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void markOutdated();
    void refreshNow();
    void showTrouble();

    ClusterConfDocument *m_document;
    cluster::ClusterState m_state;
    QLabel *m_trouble;
    QWidget *m_content;
    bool m_outdated = true;
    bool m_acting = false;
};

} // namespace colonnade::gui
