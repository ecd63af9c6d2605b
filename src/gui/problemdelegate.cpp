// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/problemdelegate.h"

#include "gui/problemmodel.h"
#include "gui/theme.h"
#include "gui/tones.h"

#include <QPainter>

namespace colonnade::gui {

namespace {

constexpr int MaxLines = 6;

const ProblemModel &modelOf(const QModelIndex &index)
{
    return *static_cast<const ProblemModel *>(index.model());
}

QString fixWord()
{
    return ProblemDelegate::tr("Fix");
}

} // namespace

struct ProblemDelegate::Boxes
{
    QRect sign;
    QRect words;
    QRect line;
    QRect fix;
};

ProblemDelegate::Boxes ProblemDelegate::boxesOf(const QStyleOptionViewItem &option,
                                                const QModelIndex &index) const
{
    const Fonts fonts(option.font);
    const QRect row = option.rect.adjusted(0, fonts.unit, 0, -fonts.unit);
    const int line = option.fontMetrics.lineSpacing();
    const int sign = 2 * option.fontMetrics.horizontalAdvance(u'x') + fonts.unit / 2;
    const bool hasFix = modelOf(index).finding(index).fix.has_value();
    const int fix = hasFix ? option.fontMetrics.horizontalAdvance(fixWord()) + 3 * fonts.unit : 0;
    Boxes boxes;
    boxes.sign = {row.left(), row.top(), sign, line};
    boxes.words = row.adjusted(sign, 0, -fix, -fonts.smallMetrics.lineSpacing());
    boxes.line = {boxes.words.left(), boxes.words.bottom() + 1, boxes.words.width(),
                  fonts.smallMetrics.lineSpacing()};
    if (hasFix)
        boxes.fix = {row.right() + 1 - fix, option.rect.top(), fix, line + 2 * fonts.unit};
    if (option.direction == Qt::RightToLeft) {
        for (QRect *box : {&boxes.sign, &boxes.words, &boxes.line, &boxes.fix})
            *box = QStyle::visualRect(option.direction, option.rect, *box);
    }
    return boxes;
}

QRect ProblemDelegate::fixRect(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    return boxesOf(option, index).fix;
}

void ProblemDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                            const QModelIndex &index) const
{
    const Theme theme = Theme::of(option.palette);
    const Fonts fonts(option.font);
    const Boxes boxes = boxesOf(option, index);
    const formats::Diagnostic &finding = modelOf(index).finding(index);
    const QColor tone = theme.strong(toneOf(finding.severity));
    painter->save();
    if (option.state & QStyle::State_Selected)
        painter->fillRect(option.rect, mixed(theme.surface, theme.accent, 0.14));
    else if (option.state & QStyle::State_MouseOver)
        painter->fillRect(option.rect, mixed(theme.surface, theme.accent, 0.06));
    painter->setFont(fonts.name);
    painter->setPen(tone);
    painter->drawText(boxes.sign, Qt::AlignLeft, signOf(finding.severity));
    painter->setPen(theme.text);
    drawWrapped(*painter, boxes.words, finding.message, option.font, option.direction, MaxLines);
    painter->setFont(fonts.small);
    painter->setPen(theme.muted);
    painter->drawText(boxes.line, QStyle::visualAlignment(option.direction, Qt::AlignLeft),
                      tr("line %1").arg(modelOf(index).line(index)));
    if (!boxes.fix.isNull()) {
        painter->setFont(option.font);
        painter->setPen(theme.dark ? theme.accent : mixed(theme.accent, Qt::black, 0.15));
        painter->drawText(boxes.fix.adjusted(0, fonts.unit, -fonts.unit, -fonts.unit),
                          QStyle::visualAlignment(option.direction, Qt::AlignRight), fixWord());
    }
    painter->setPen(theme.columnBorder);
    painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
    if (option.state & QStyle::State_HasFocus) {
        painter->setPen(QPen(theme.accent, 1, Qt::DotLine));
        painter->drawRect(option.rect.adjusted(0, 0, -1, -2));
    }
    painter->restore();
}

QSize ProblemDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem room = option;
    if (const auto *list = qobject_cast<const QWidget *>(option.widget))
        room.rect = {0, 0, list->width(), 1000};
    const Fonts fonts(option.font);
    const int width = qMax(1, boxesOf(room, index).words.width());
    const int words =
        wrappedHeight(modelOf(index).finding(index).message, option.font, width, MaxLines);
    return {width, words + fonts.smallMetrics.lineSpacing() + 2 * fonts.unit};
}

} // namespace colonnade::gui
