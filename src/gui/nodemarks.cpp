// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/nodemarks.h"

#include "gui/card.h"
#include "gui/icons.h"

#include <QApplication>
#include <QPainter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace colonnade::gui {

namespace {

NodeMark mark(NodeMark::Kind kind, const char *symbol, Tone tone, const QString &word,
              const QString &tip)
{
    return {kind, QString::fromLatin1(symbol), tone, word, tip};
}

NodeMark legacyMark(bool inUse)
{
    if (inUse)
        return mark(NodeMark::Kind::LegacyInUse, "mark-legacy", Tone::Warn,
                    NodeMark::tr("old algorithms"),
                    NodeMark::tr("The connection uses old algorithms that can be broken: who is "
                                 "between you and the node may read along or pose as it."));
    return mark(NodeMark::Kind::LegacyAllowed, "mark-legacy", Tone::Neutral,
                NodeMark::tr("old algorithms allowed"),
                NodeMark::tr("Old algorithms are allowed for this node, where it "
                             "knows no better."));
}

} // namespace

NodeMarks nodeMarks(const profiles::Profile &profile, bool legacyInUse)
{
    NodeMarks marks;
    if (profile.readOnly)
        marks.append(mark(NodeMark::Kind::ReadOnly, "mark-readonly", Tone::Neutral,
                          NodeMark::tr("read-only"),
                          NodeMark::tr("Read-only: nothing that changes this "
                                       "node can be started from here.")));
    if (legacyInUse || profile.legacyAlgorithms)
        marks.append(legacyMark(legacyInUse));
    if (profile.becomeRoot != profiles::BecomeRoot::NotNeeded)
        marks.append(mark(NodeMark::Kind::Root, "mark-root", Tone::Neutral, NodeMark::tr("sudo"),
                          NodeMark::tr("Its commands run through sudo.")));
    if (!profile.jump.isNone())
        marks.append(mark(NodeMark::Kind::Jump, "mark-jump", Tone::Neutral,
                          NodeMark::tr("via %1").arg(jumpText(profile.jump)),
                          NodeMark::tr("It is reached through %1.").arg(jumpText(profile.jump))));
    return marks;
}

NodeMarks activeMarks(const profiles::Profile &profile, bool legacyInUse)
{
    NodeMarks marks = nodeMarks(profile, legacyInUse);
    marks.removeIf([](const NodeMark &each) { return each.kind == NodeMark::Kind::LegacyAllowed; });
    return marks;
}

QString wordsOf(const NodeMarks &marks)
{
    QStringList words;
    for (const NodeMark &each : marks)
        words.append(each.word);
    return words.join(u", "_s);
}

QString tipOf(const NodeMarks &marks)
{
    QStringList lines;
    for (const NodeMark &each : marks)
        lines.append(each.tip);
    return lines.join(u'\n');
}

QString jumpText(const profiles::JumpHost &jump)
{
    if (!jump.profile.isEmpty())
        return CardText::printable(jump.profile);
    if (jump.host.isEmpty())
        return {};
    QString text = jump.user.isEmpty() ? QString() : jump.user + u'@';
    text += jump.host.contains(u':') && jump.port != 0 ? u'[' + jump.host + u']' : jump.host;
    if (jump.port != 0)
        text += u':' + QString::number(jump.port);
    return CardText::printable(text);
}

int marksWidth(qsizetype count, int size)
{
    return int(count) * size + int(qMax<qsizetype>(0, count - 1)) * (size / 3);
}

void drawMarks(QPainter *painter, const QRect &rect, const NodeMarks &marks, int size,
               const Theme &theme, Qt::LayoutDirection direction, bool selected)
{
    int x = rect.left() + qMax(0, rect.width() - marksWidth(marks.size(), size));
    for (const NodeMark &each : marks) {
        const QRect place(x, rect.center().y() - size / 2 + 1, size, size);
        icon(each.symbol, theme.strong(each.tone))
            .paint(painter, QStyle::visualRect(direction, rect, place), Qt::AlignCenter,
                   selected ? QIcon::Selected : QIcon::Normal);
        x += size + size / 3;
    }
}

void drawSwatch(QPainter *painter, const QRectF &rect, const QColor &colour, const Theme &theme)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(mixed(colour, theme.text, 0.35), 1));
    painter->setBrush(colour);
    painter->drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), 2.5, 2.5);
    painter->restore();
}

MarkedRows::MarkedRows(int marksRole, int colourRole, QObject *parent)
    : QStyledItemDelegate(parent), m_marksRole(marksRole), m_colourRole(colourRole)
{
}

void MarkedRows::paint(QPainter *painter, const QStyleOptionViewItem &option,
                       const QModelIndex &index) const
{
    QStyledItemDelegate::paint(painter, option, index);
    const auto marks = index.data(m_marksRole).value<NodeMarks>();
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    if (!marks.isEmpty()) {
        const int margin = option.fontMetrics.averageCharWidth();
        drawMarks(painter, option.rect.adjusted(margin, 0, -margin, 0), marks,
                  option.fontMetrics.height() * 9 / 10, Theme::of(option.palette), option.direction,
                  selected);
    }
    const QVariant colour = index.data(m_colourRole);
    if (colour.isValid())
        drawColour(painter, option, colour.value<QColor>(), index.data().toString());
}

void MarkedRows::drawColour(QPainter *painter, const QStyleOptionViewItem &option,
                            const QColor &colour, const QString &text) const
{
    QStyleOptionViewItem filled = option;
    filled.features |= QStyleOptionViewItem::HasDisplay | QStyleOptionViewItem::HasDecoration;
    filled.text = text;
    const QStyle *style = option.widget ? option.widget->style() : QApplication::style();
    const QRect words = style->subElementRect(QStyle::SE_ItemViewItemText, &filled, option.widget);
    const int size = option.fontMetrics.ascent();
    const int advance = option.fontMetrics.horizontalAdvance(text) + 2 * size / 3;
    QRect place(words.left() + qMin(advance, words.width() - size - 2),
                words.center().y() - size / 2 + 1, size, size);
    if (option.direction == Qt::RightToLeft)
        place.moveRight(words.right() - qMin(advance, words.width() - size - 2));
    drawSwatch(painter, place, colour, Theme::of(option.palette));
}

QSize MarkedRows::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QSize size =
        QStyledItemDelegate::sizeHint(option, index) + QSize(0, option.fontMetrics.height() / 2);
    if (index.data(m_colourRole).isValid())
        size.rwidth() += 2 * option.fontMetrics.height();
    const auto marks = index.data(m_marksRole).value<NodeMarks>();
    const int wanted = marksWidth(marks.size(), option.fontMetrics.height() * 9 / 10)
                       + 2 * option.fontMetrics.averageCharWidth();
    if (!marks.isEmpty())
        size.setWidth(qMax(size.width(), wanted));
    return size;
}

} // namespace colonnade::gui
