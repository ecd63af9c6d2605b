// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/editordocument.h"

#include <QListView>

class QLabel;

namespace colonnade::gui {

class ProblemModel;

/// The findings of a document: Enter or a click goes to the place, a click on Fix or F mends it.
class ProblemList final : public QListView
{
    Q_OBJECT

public:
    ProblemList(EditorDocument *document, QWidget *parent);

    ProblemModel *problems() const { return m_model; }
    void goTo(const QModelIndex &index);
    /// Makes the act that mends it. False: there is none, or the text went on.
    bool fix(const QModelIndex &index);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// The document has selected the place of one.
    void wentTo();

protected:
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    bool isOnFix(const QPoint &position) const;
    void fit();

    EditorDocument *m_document;
    ProblemModel *m_model;
    int m_height = 0;
};

} // namespace colonnade::gui
