// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/activitymodel.h"

#include <QWidget>

class QPlainTextEdit;
class QPushButton;
class QToolButton;
class QTreeView;

namespace colonnade::gui {

/// The activity log at the bottom of the window, with the details of the selected line.
class ActivityPanel final : public QWidget
{
    Q_OBJECT

public:
    explicit ActivityPanel(ActivityModel *model, QWidget *parent = nullptr);

    void setQuietShown(bool shown) { m_filter->setQuietShown(shown); }
    /// What "Copy as shell script" puts on the clipboard: the selected lines, or else all plans
    /// that are shown.
    QByteArray script() const;

protected:
    void timerEvent(QTimerEvent *event) override;

private:
    QWidget *makeBar();
    QToolButton *addFilter(const QString &text, ActivityFilter::Show show);
    QWidget *makeView();
    QList<int> chosenRows() const;
    void showDetails();
    void updateCounts();

    ActivityModel *m_model;
    ActivityFilter *m_filter;
    QTreeView *m_view = nullptr;
    QPlainTextEdit *m_details = nullptr;
    QToolButton *m_running = nullptr;
    QPushButton *m_copy = nullptr;
};

} // namespace colonnade::gui
