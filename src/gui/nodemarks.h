// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/theme.h"
#include "profiles/profile.h"

#include <QCoreApplication>
#include <QList>
#include <QRect>
#include <QString>
#include <QStyledItemDelegate>

namespace colonnade::gui {

/// Something about how a node is reached that a person should see before acting on it.
struct NodeMark
{
    Q_DECLARE_TR_FUNCTIONS(colonnade::gui::NodeMark)

public:
    enum class Kind { ReadOnly, LegacyInUse, LegacyAllowed, Root, Jump };

    Kind kind = Kind::ReadOnly;
    QString symbol; ///< of icon()
    Tone tone = Tone::Neutral;
    QString word; ///< "read-only"
    QString tip;  ///< the sentence

    friend bool operator==(const NodeMark &, const NodeMark &) = default;
};
using NodeMarks = QList<NodeMark>;

/// All marks of @p profile; @p legacyInUse as in remote::Status::legacy.
NodeMarks nodeMarks(const profiles::Profile &profile, bool legacyInUse);
/// Those that say how the node is now; what is only allowed is left out.
NodeMarks activeMarks(const profiles::Profile &profile, bool legacyInUse);

/// "read-only, sudo"
QString wordsOf(const NodeMarks &marks);
/// A sentence a line.
QString tipOf(const NodeMarks &marks);
/// "admin@bastion:2222", or the other profile's name; empty: directly.
QString jumpText(const profiles::JumpHost &jump);

/// How wide drawMarks() draws @p count marks of @p size.
int marksWidth(qsizetype count, int size);
/// Draws @p marks in a row at the end of @p rect, which is the left one in a right-to-left layout.
void drawMarks(QPainter *painter, const QRect &rect, const NodeMarks &marks, int size,
               const Theme &theme, Qt::LayoutDirection direction, bool selected = false);

/// Rows with air (as RoomyRows) whose cells may show marks, and a colour beside their text.
class MarkedRows final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    /// @p marksRole gives NodeMarks, @p colourRole a QColor; both may give nothing.
    MarkedRows(int marksRole, int colourRole, QObject *parent);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void drawColour(QPainter *painter, const QStyleOptionViewItem &option, const QColor &colour,
                    const QString &text) const;

    int m_marksRole;
    int m_colourRole;
};

/// A square of @p colour with a thin border, @p size points wide.
void drawSwatch(QPainter *painter, const QRectF &rect, const QColor &colour, const Theme &theme);

} // namespace colonnade::gui

Q_DECLARE_METATYPE(colonnade::gui::NodeMarks)
