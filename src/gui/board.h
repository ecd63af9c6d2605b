// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cluster/facts.h"
#include "gui/theme.h"
#include "operations/migration.h"
#include "rules/placement.h"

#include <QBasicTimer>
#include <QHash>
#include <QWidget>

#include <functional>
#include <memory>

class QHBoxLayout;
class QScrollArea;
class QStackedWidget;

namespace colonnade::gui {

class Column;
struct CardContext;
struct DragAnswer;
class GuestColors;

/// The guests of a cluster: a column a node, a card a guest. Cards are dragged from column to
/// column, and each column says at once whether it could run them. The board changes nothing by
/// itself: it asks for a migration by migrationRequested() and shows what it is told by setState()
/// and setMigrations().
class Board final : public QWidget
{
    Q_OBJECT

public:
    /// The time that ages are counted to, UTC.
    using Clock = std::function<QDateTime()>;

    explicit Board(QWidget *parent = nullptr);
    ~Board() override;

    /// Shows @p state. Only what differs from the last one is touched: selection, scroll position
    /// and a drag under way are kept.
    void setState(const cluster::ClusterState &state);
    const cluster::ClusterState &state() const { return m_state; }

    /// The migrations that run now: a ghost card at the target, a faded one at the source.
    void setMigrations(const QList<operations::MigrationProgress> &running);

    /// Shows only guests whose name contains @p text; case does not matter. Empty: all.
    void setFilter(const QString &text);

    /// Where there is no node: gives the focus to what connects the first one.
    void focusEmptyPage();
    /// There is no node since the list of them cannot be read: what that page offers then is to
    /// mend it, as nothing can be added to it before.
    void setListBroken(bool broken);

    /// While locked no drag begins; menu and keyboard work on.
    void setDragLocked(bool locked);
    bool isDragLocked() const { return m_dragLocked; }

    /// The selected guests of all columns, in the order of columns and rows.
    QList<rules::GuestRef> selection() const;
    /// Selects those of @p guests that are shown, and nothing else.
    void select(const QList<rules::GuestRef> &guests);

    /// What the column of @p node answers for @p guests, those that run there already left out.
    rules::Verdict verdict(const QList<rules::GuestRef> &guests, const QString &node) const;
    /// The way of menus and keyboard: judges again and emits migrationRequested(). False, and a
    /// hint that says why, where the answer is no.
    bool requestMigration(const QList<rules::GuestRef> &guests, const QString &node);

    /// Gives another clock than the system's.
    void setClock(Clock clock);

    /// A drag, in the steps that the columns' drag events take. @p guests are those under the
    /// pointer.
    void beginDrag(const QList<rules::GuestRef> &guests);
    /// The pointer is over the column of @p node; empty: over none.
    void hoverDrag(const QString &node);
    void endDrag();
    bool isDragging() const { return !m_dragged.isEmpty(); }

    /// The column of @p node, nullptr where there is none.
    Column *column(const QString &node) const;

Q_SIGNALS:
    /// An allowed drop, or requestMigration(). Nothing has been confirmed or started yet.
    void migrationRequested(const QList<colonnade::rules::GuestRef> &guests, const QString &node);
    void selectionChanged();
    /// For the status bar: "Drop to migrate web1 and web2 to xenhost2. Esc cancels." Empty when the
    /// drag ends.
    void dragHint(const QString &text);
    /// Right click, Menu key or Enter on cards; @p guests are the selected ones.
    void guestMenuRequested(const QList<colonnade::rules::GuestRef> &guests,
                            const QPoint &globalPosition);
    /// The same on a column's header or its empty part.
    void nodeMenuRequested(const QString &node, const QPoint &globalPosition);
    /// The button of the empty board.
    void connectRequested();
    /// A person, in a window without nodes, wants the list of connections: to import some.
    void connectionsRequested();
    /// A person wants to know what can be done about the list that cannot be read.
    void mendingRequested();

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void timerEvent(QTimerEvent *event) override;

private:
    QWidget *makeEmptyPage();
    QWidget *makeColumnsPage();
    Column *makeColumn(const QString &node);
    void connectColumn(Column *column);
    void arrangeColumns();
    void retire(Column *column);
    bool updateManagers();
    bool updateAlarms();
    void updateCardsOf(const std::function<bool(const QString &)> &isWanted);
    void updateCards(Column *column, const cluster::NodeState &node);
    void updateTexts();
    QString placeholder(const cluster::NodeState &node) const;
    void applyLook();

    void runDrag();
    QPixmap dragPixmap() const;
    void updateAnswers();
    DragAnswer answerOf(const QString &node) const;
    void updateHint();
    void setHint(const QString &text);
    void dragMoved(const Column *column, const QPoint &position);
    void scrollDuringDrag();
    void drop(const QString &node, const QList<rules::GuestRef> &guests);
    const cluster::Guest *find(const rules::GuestRef &guest) const;
    qint64 memoryOfAll(const QList<rules::GuestRef> &guests) const;

    void clearSelectionExceptIn(const Column *column);
    void focusNeighbour(const Column *column, int step);

    cluster::ClusterState m_state;
    bool m_dragLocked = false;
    Clock m_clock;
    Theme m_theme;
    Fonts m_fonts;

    QList<Column *> m_columns; ///< in the order of the nodes; owned by the scroll area's contents
    QHash<QString, Column *> m_columnOf;
    QList<Column *> m_retired; ///< of nodes that left during a drag: Qt is still inside their views
    std::unique_ptr<CardContext> m_context;
    std::unique_ptr<GuestColors> m_colors;

    QList<rules::GuestRef> m_dragged;
    QString m_hovered;
    QString m_hint;
    bool m_pointerDrag = false; ///< QDrag::exec() is running
    QString m_dropNode;         ///< where it has ended

    QStackedWidget *m_pages;
    QScrollArea *m_scroll = nullptr;
    QHBoxLayout *m_layout = nullptr;
    QBasicTimer m_second;
    QBasicTimer m_autoScroll;
    int m_autoScrollStep = 0;
};

} // namespace colonnade::gui
