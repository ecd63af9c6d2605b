// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/columntext.h"
#include "gui/theme.h"
#include "rules/placement.h"

#include <QList>
#include <QString>
#include <QWidget>

class QDropEvent;

namespace colonnade::gui {

class ColumnBanner;
class ColumnHeader;
class ColumnList;
class ColumnModel;

/// What a column is in a drag.
struct DragAnswer
{
    enum class Kind {
        None,    ///< there is no drag
        Source,  ///< all that is dragged is here already
        Allowed, ///< a drop would be taken; the tone of the notice says whether with a warning
        Refused,
    };

    Kind kind = Kind::None;
    Notice notice;
    qint64 incomingMiB = 0; ///< what would be used in addition
    bool hovered = false;

    friend bool operator==(const DragAnswer &, const DragAnswer &) = default;
};

/// A node on the board: its header, at most one banner, and the list of its cards. Takes drops as a
/// whole.
class Column final : public QWidget
{
    Q_OBJECT

public:
    Column(const QString &node, const Theme &theme, const Fonts &fonts, QWidget *parent = nullptr);

    const QString &node() const { return m_node; }
    ColumnModel *model() const { return m_model; }
    ColumnList *list() const { return m_list; }
    ColumnHeader *header() const { return m_header; }
    ColumnBanner *banner() const { return m_banner; }

    void setLook(const Theme &theme, const Fonts &fonts);
    void setCards(const QList<Card> &cards);
    void setMemory(const MemoryPicture &memory) { m_memory = memory; }
    const MemoryPicture &memory() const { return m_memory; }
    /// Says again what depends on the time and on the node. Cheap where nothing changed.
    void updateText(const cluster::NodeState &state, const QDateTime &now);
    void setPlaceholder(const QString &text);

    void setAnswer(const DragAnswer &answer);
    const DragAnswer &answer() const { return m_answer; }

    /// The selected guests, as the node lists them.
    QStringList selectedGuests() const;

Q_SIGNALS:
    /// A drag of guests is over the column, at @p position of it.
    void dragMoved(const QPoint &position);
    void dragLeft();
    void dropped(const QList<colonnade::rules::GuestRef> &guests);

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragMoveEvent(QDragMoveEvent *event) override;
    void dragLeaveEvent(QDragLeaveEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void arrange();
    void showNotice();
    void describe();

    QString m_node;
    Theme m_theme;
    Fonts m_fonts;
    ColumnText m_text;
    MemoryPicture m_memory;
    DragAnswer m_answer;

    ColumnModel *m_model;
    ColumnHeader *m_header;
    ColumnBanner *m_banner;
    ColumnList *m_list;
};

} // namespace colonnade::gui
