// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/domainsmodel.h"

#include <QTableView>

#include <optional>

namespace colonnade::gui {

class DragGhost;

/// The cells of the failover domains. A pill that is dragged up or down in its column gets another
/// place there; while it is on its way, the column shows the order that a drop would make. What is
/// done is told by signals; the document changes elsewhere.
class DomainsTable final : public QTableView
{
    Q_OBJECT

public:
    /// @p ghostArea: the widget within which the dragged pill is shown.
    DomainsTable(DomainsModel *model, QWidget *ghostArea, QWidget *parent);

    DomainsModel *domains() const { return m_model; }
    bool isDragging() const { return m_drag.has_value(); }
    /// Gives up what is being dragged.
    void cancelDrag();
    /// Where the pill of @p index is, in the viewport.
    QRect pillRect(const QModelIndex &index) const;
    /// The height of a row, by the font.
    int rowHeightWanted() const;
    /// The column that chips are being dragged onto; -1: none.
    void setTargetColumn(int column);

Q_SIGNALS:
    /// @p node is to get the place @p position in @p domain.
    void moveWanted(const QString &domain, const QString &node, qsizetype position);
    void addWanted(const QString &domain, const QString &node);
    void removeWanted(const QString &domain, const QString &node);
    void renameWanted(const QString &domain);
    /// The menu of a cell, at a place of the screen.
    void menuWanted(const QModelIndex &index, const QPoint &position);
    /// What a drop would do now; empty: nothing is being dragged.
    void hinted(const QString &text);

protected:
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void timerEvent(QTimerEvent *event) override;

private:
    class Delegate;
    /// A pill on its way.
    struct Drag
    {
        QString domain;
        QString node;
        qsizetype from = 0;
        std::optional<qsizetype> to; ///< none: a drop does nothing
        QString answer;
        int targetRow = -1;
        QPoint position; ///< of the pointer, on the screen
    };

    void startDrag(const QModelIndex &index);
    void dragTo(const QPoint &screenPosition);
    void judge(Drag &drag, int row) const;
    void showDrag();
    void endDrag();
    void dropDrag();
    void moveBy(const QModelIndex &index, int step);
    void activateCell(const QModelIndex &index);
    bool isOnPill(const QPoint &position) const;

    DomainsModel *m_model;
    DragGhost *m_ghost;
    QPoint m_pressPosition;
    QPersistentModelIndex m_pressed;
    std::optional<Drag> m_drag;
    QModelIndex m_hovered;
    int m_targetColumn = -1;
    int m_scrollTimer = 0;
};

} // namespace colonnade::gui
