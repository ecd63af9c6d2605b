// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/groupchip.h"

#include <QList>
#include <QPushButton>
#include <QWidget>

namespace colonnade::gui {

/// Chips in a few rows, with a button for those that have no room. Two thousand of them cost no
/// more than a dozen.
class ChipFlow final : public QWidget
{
    Q_OBJECT

public:
    /// @p rows: how many there are room for.
    ChipFlow(int rows, QWidget *parent);

    /// @p empty: what is said where there are none.
    void setGroups(const QList<GroupName> &groups, const QString &empty);
    const QList<GroupName> &groups() const { return m_groups; }
    /// The chips that are shown, in order.
    QList<GroupChip *> chips() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void chosen(const colonnade::gui::GroupName &group);
    void menuWanted(const colonnade::gui::GroupName &group, const QPoint &screenPosition);
    void dragMoved(const colonnade::gui::GroupName &group, const QPoint &screenPosition);
    void dropped(const colonnade::gui::GroupName &group, const QPoint &screenPosition);
    void dragCanceled();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    GroupChip *chip(qsizetype index);
    void arrange();
    /// Places as many chips as fit before @p reserve points at the end of the last row, and returns
    /// their number.
    qsizetype place(int reserve, bool apply);
    void showRest();

    int m_rows;
    QList<GroupName> m_groups;
    QString m_empty;
    QList<GroupChip *> m_chips; ///< reused; more than are shown
    qsizetype m_shown = 0;
    QPushButton *m_more;
};

} // namespace colonnade::gui
