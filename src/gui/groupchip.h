// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "formats/clusterconf.h"
#include "gui/pill.h"

#include <QAbstractButton>

namespace colonnade::gui {

/// A virtual machine or a service, as chips name it.
struct GroupName
{
    formats::GroupKind kind = formats::GroupKind::Vm;
    QString name;

    /// "web1", "service nfs"
    QString shown() const;

    friend bool operator==(const GroupName &, const GroupName &) = default;
};

/// A virtual machine or service on the failover domain that it has. It can be dragged to another
/// one; who owns the chip says what is there.
class GroupChip final : public QAbstractButton
{
    Q_OBJECT

public:
    GroupChip(const GroupName &group, QWidget *parent);

    const GroupName &group() const { return m_group; }
    void setGroup(const GroupName &group);

    QSize sizeHint() const override;

Q_SIGNALS:
    void menuWanted(const QPoint &screenPosition);
    /// It is being dragged, and the pointer is there.
    void dragMoved(const QPoint &screenPosition);
    void dropped(const QPoint &screenPosition);
    void dragCanceled();

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    void cancelDrag();

    GroupName m_group;
    QPoint m_pressPosition;
    bool m_dragging = false;
};

} // namespace colonnade::gui
