// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/columntext.h"
#include "gui/memorybar.h"
#include "gui/theme.h"

#include <QWidget>

namespace colonnade::gui {

/// The head of a column: the node's name and state, versions and age, its memory. Drawn as one, so
/// that the ticking age repaints a line and lays nothing out.
class ColumnHeader final : public QWidget
{
    Q_OBJECT

public:
    ColumnHeader(const QString &node, const Theme &theme, const Fonts &fonts,
                 QWidget *parent = nullptr);

    void setLook(const Theme &theme, const Fonts &fonts);
    void setContents(const ColumnText &text, const MemoryPicture &memory);
    const ColumnText &text() const { return m_text; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {0, sizeHint().height()}; }

Q_SIGNALS:
    void menuWanted(const QPoint &globalPosition);
    void neighbourWanted(int step);
    void listWanted();

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    struct Rows;

    Rows rows() const;
    void updateAccessible();
    void drawTitle(QPainter &painter, const QRect &row) const;
    void drawDot(QPainter &painter, const QRectF &dot) const;
    void drawLine(QPainter &painter, const QRect &row, const QString &left,
                  const QString &right) const;
    QString toolTipAt(const QPoint &position) const;

    QString m_node;
    Theme m_theme;
    Fonts m_fonts;
    ColumnText m_text;
    MemoryPicture m_memory;
};

} // namespace colonnade::gui
