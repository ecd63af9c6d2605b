// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cluster/facts.h"
#include "gui/editordocument.h"
#include "gui/highlighter.h"
#include "gui/showntext.h"

#include <QWidget>

class QLabel;

namespace colonnade::gui {

class CodeEdit;

/// The text of a document as it is, to be edited by hand. What is typed goes to the document as
/// bytes in the place where it stands; what nobody touched keeps its bytes. It does no work while
/// it is hidden.
class TextView final : public QWidget
{
    Q_OBJECT

public:
    TextView(EditorDocument *document, Grammar grammar, QWidget *parent = nullptr);

    CodeEdit *edit() const { return m_edit; }
    /// Why it can only be read; empty: it can be edited.
    const QString &obstacle() const { return m_shown.obstacle(); }

public Q_SLOTS:
    /// The raw text is the same whatever the cluster does; here as the other views have it.
    void setState(const colonnade::cluster::ClusterState &) {}

protected:
    void showEvent(QShowEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void documentChanged(const formats::TextEdits &edits);
    void showEdits(const formats::TextEdits &edits);
    void reload();
    void reloadLater();
    void showDifference(const ShownText &next);
    void typed(int from, int removed, int added);
    void take(const formats::TextEdit &edit);
    void refuse(const QString &why);
    void showNote();
    void showSelection();
    void takeSelection();
    void collectMarks();
    void showFindings();
    QString tipAt(int position) const;

    int positionOf(ShownText::Place place) const;
    qsizetype offsetOf(int position) const;

    EditorDocument *m_document;
    CodeEdit *m_edit;
    Highlighter *m_highlighter;
    QLabel *m_note;
    ShownText m_shown; ///< what m_edit shows
    QString m_refusal; ///< why what was typed last was not taken
    /// The findings' places, and their indexes among the document's.
    QList<QPair<ShownText::Place, qsizetype>> m_findings;
    int m_length = 0; ///< characters of m_edit before what is typed now
    bool m_isOutdated = true;
    bool m_isOurs = false; ///< the change that goes on
};

} // namespace colonnade::gui
