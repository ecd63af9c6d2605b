// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QListView>

namespace colonnade::gui {

class CardDelegate;
class ColumnModel;
struct Fonts;
struct Theme;

/// The view on the cards of a column: the list that the keyboard, the mouse and screen readers use.
/// It starts drags and takes none: the whole column does, its header included.
class ColumnList final : public QListView
{
    Q_OBJECT

public:
    ColumnList(ColumnModel *model, const Theme &theme, const Fonts &fonts,
               QWidget *parent = nullptr);

    void setLook(const Theme &theme, const Fonts &fonts);
    /// What is said where there is no card.
    void setPlaceholder(const QString &text);
    const QString &placeholder() const { return m_placeholder; }

    /// Takes the focus, with the card at about the height @p y as the current and only selected
    /// one.
    void enterAt(int y);

Q_SIGNALS:
    void dragWanted();
    /// The selection begins anew: what is selected in other columns goes.
    void selectionRestarted() const;
    void cardsMenuWanted(const QPoint &globalPosition);
    void nodeMenuWanted(const QPoint &globalPosition);
    /// The key to the next (1) or previous (-1) column.
    void neighbourWanted(int step);
    void headerWanted();

protected:
    void dataChanged(const QModelIndex &topLeft, const QModelIndex &bottomRight,
                     const QList<int> &roles = {}) override;
    void startDrag(Qt::DropActions supportedActions) override;
    QItemSelectionModel::SelectionFlags selectionCommand(const QModelIndex &index,
                                                         const QEvent *event) const override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void initViewItemOption(QStyleOptionViewItem *option) const override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    bool handleKey(QKeyEvent *event);
    void openMenuByKey();
    void paintPlaceholder();

    CardDelegate *m_delegate;
    QString m_placeholder;
    bool m_keyboard = false; ///< the last input came from it, so the focus is shown
};

} // namespace colonnade::gui
