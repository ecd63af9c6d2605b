// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/carddelegate.h"

#include "gui/columnmodel.h"

#include <QPainter>
#include <QStyle>
#include <QStyleOptionViewItem>

using namespace Qt::StringLiterals;

namespace colonnade::gui {

namespace {

constexpr int AlarmLines = 6; ///< of the sentence and of the remedy each; the tool tip has all

/// The opacity of cards that are here only for the moment or only as a memory.
double opacityOf(const Card &card, bool lifted)
{
    if (lifted)
        return 0.40;
    if (card.kind == Card::Kind::Leaving)
        return 0.55;
    return card.current ? 1.0 : 0.60;
}

QString stateText(const Card &card)
{
    const QString word = CardText::state(card);
    return card.kind == Card::Kind::Alarm ? u"⚠ "_s + word : word;
}

Tone toneOf(const Card &card)
{
    if (card.kind == Card::Kind::Alarm)
        return Tone::Bad;
    const bool crashed = card.current && card.state == toolstack::RunState::Crashed;
    return crashed && card.kind == Card::Kind::Guest ? Tone::Bad : Tone::Neutral;
}

} // namespace

/// Where the parts of a card are, left to right; mirrored() turns them for the other direction.
struct CardDelegate::Place
{
    QRect card;
    QRect content;
    Qt::LayoutDirection direction;
    bool selected;
    bool focused;
    bool hovered;

    QRect mirrored(const QRect &rect) const { return QStyle::visualRect(direction, content, rect); }
    int leading() const
    {
        return int(QStyle::visualAlignment(direction, Qt::AlignLeft)) | lineFlags;
    }
    int trailing() const
    {
        return int(QStyle::visualAlignment(direction, Qt::AlignRight)) | lineFlags;
    }

    static constexpr int lineFlags = Qt::AlignVCenter | Qt::TextSingleLine;
};

CardDelegate::CardDelegate(const Theme &theme, const Fonts &fonts, QObject *parent)
    : QAbstractItemDelegate(parent), m_theme(theme), m_fonts(fonts)
{
}

void CardDelegate::setLook(const Theme &theme, const Fonts &fonts)
{
    m_theme = theme;
    m_fonts = fonts;
}

int CardDelegate::contentWidth(int cardWidth) const
{
    return cardWidth - 6 * m_fonts.unit;
}

QSize CardDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    const Card &card = static_cast<const ColumnModel *>(index.model())->card(index.row());
    const int unit = m_fonts.unit;
    int height =
        2 * unit + m_fonts.nameMetrics.height() + m_fonts.smallMetrics.height() + 2 * unit + unit;
    if (card.kind == Card::Kind::Arriving)
        height += 2 * unit;
    if (card.kind == Card::Kind::Alarm)
        height += alarmHeight(card, contentWidth(m_width - unit));
    return {8 * unit, height};
}

int CardDelegate::alarmHeight(const Card &card, int width) const
{
    int height =
        m_fonts.unit
        + wrappedHeight(CardText::printable(card.sentence), m_fonts.small, width, AlarmLines);
    if (!card.remedy.isEmpty())
        height +=
            m_fonts.unit
            + wrappedHeight(CardText::printable(card.remedy), m_fonts.small, width, AlarmLines);
    return height;
}

void CardDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                         const QModelIndex &index) const
{
    const auto *model = static_cast<const ColumnModel *>(index.model());
    const Card &card = model->card(index.row());
    const int unit = m_fonts.unit;
    // The focus ring and the shadow need the margin, the gap to the next card is a unit.
    const QRect rect = option.rect.adjusted(unit / 2, unit / 2, -unit / 2, -unit / 2);
    const QRect content = rect.adjusted(3 * unit, 3 * unit / 2, -3 * unit, -3 * unit / 2);
    const Place place{rect,
                      QStyle::visualRect(option.direction, rect, content),
                      option.direction,
                      bool(option.state & QStyle::State_Selected),
                      bool(option.state & QStyle::State_HasFocus),
                      bool(option.state & QStyle::State_MouseOver)};
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setOpacity(opacityOf(card, model->isLifted(index.row())));
    drawSurface(*painter, card, place);
    drawStripe(*painter, card, place);
    drawFirstLine(*painter, card, place);
    drawSecondLine(*painter, card, place);
    if (card.kind == Card::Kind::Arriving)
        drawProgress(*painter, card, place);
    if (card.kind == Card::Kind::Alarm)
        drawAlarm(*painter, card, place);
    painter->restore();
}

void CardDelegate::drawSurface(QPainter &painter, const Card &card, const Place &place) const
{
    const double radius = 1.5 * m_fonts.unit;
    const QRectF rect = QRectF(place.card).adjusted(0.5, 0.5, -0.5, -0.5);
    QColor fill = m_theme.card;
    QPen border(place.hovered ? mixed(m_theme.cardBorder, m_theme.text, 0.25) : m_theme.cardBorder);
    if (card.kind == Card::Kind::Arriving) {
        border = QPen(mixed(m_theme.card, m_theme.accent, 0.6), 1, Qt::DashLine);
        fill.setAlphaF(0.35f);
    } else if (toneOf(card) == Tone::Bad) {
        border = QPen(m_theme.bad, 1.5);
        fill = mixed(fill, m_theme.bad, 0.08);
    }
    if (place.selected) {
        border = QPen(m_theme.accent, 1.5);
        fill = mixed(fill, m_theme.accent, m_theme.dark ? 0.24 : 0.13);
    }
    if (card.kind != Card::Kind::Arriving && !m_theme.dark) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(QColor(0, 0, 0, 22));
        painter.drawRoundedRect(rect.translated(0, 1.2), radius, radius);
    }
    painter.setPen(border);
    painter.setBrush(fill);
    painter.drawRoundedRect(rect, radius, radius);
    if (place.focused) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(m_theme.accent, 2));
        painter.drawRoundedRect(rect.adjusted(-1, -1, 1, 1), radius + 1, radius + 1);
    }
}

void CardDelegate::drawStripe(QPainter &painter, const Card &card, const Place &place) const
{
    const double width = qMax(3.0, m_fonts.unit * 0.9);
    QRectF stripe(place.card.left(), place.card.top() + 2 * m_fonts.unit, width,
                  place.card.height() - 4 * m_fonts.unit);
    if (place.direction == Qt::RightToLeft)
        stripe.moveRight(place.card.right() + 1);
    painter.setPen(Qt::NoPen);
    painter.setBrush(card.current ? m_theme.guest(card.color) : m_theme.system);
    painter.drawRoundedRect(stripe, width / 2, width / 2);
}

int CardDelegate::chipWidth(const Card &card) const
{
    return card.managedBy.isEmpty()
               ? 0
               : m_fonts.smallMetrics.horizontalAdvance(CardText::printable(card.managedBy))
                     + 4 * m_fonts.unit;
}

bool CardDelegate::chipIsBesideName(const Card &card, int width) const
{
    return m_fonts.nameMetrics.horizontalAdvance(CardText::printable(card.name)) + 2 * m_fonts.unit
               + chipWidth(card)
           <= width;
}

void CardDelegate::drawFirstLine(QPainter &painter, const Card &card, const Place &place) const
{
    const QString state = stateText(card);
    const Tone tone = toneOf(card);
    QRect line(place.content.left(), place.content.top(), place.content.width(),
               m_fonts.nameMetrics.height());
    const int stateWidth = m_fonts.smallMetrics.horizontalAdvance(state);
    painter.setFont(m_fonts.small);
    painter.setPen(tone == Tone::Neutral ? m_theme.muted : m_theme.strong(tone));
    painter.drawText(line, place.trailing(), state);

    line.setWidth(line.width() - stateWidth - 2 * m_fonts.unit);
    const QString name = m_fonts.nameMetrics.elidedText(CardText::printable(card.name),
                                                        Qt::ElideMiddle, line.width());
    painter.setFont(m_fonts.name);
    painter.setPen(m_theme.text);
    painter.drawText(place.mirrored(line), place.leading(), name);
    if (!card.managedBy.isEmpty() && chipIsBesideName(card, line.width())) {
        QRect chip = line;
        chip.setLeft(line.left() + m_fonts.nameMetrics.horizontalAdvance(name) + 2 * m_fonts.unit);
        chip.setWidth(chipWidth(card));
        drawChip(painter, chip, card.managedBy, place);
    }
}

void CardDelegate::drawSecondLine(QPainter &painter, const Card &card, const Place &place) const
{
    const int top = place.content.top() + m_fonts.nameMetrics.height() + m_fonts.unit / 2;
    QRect line(place.content.left(), top, place.content.width(), m_fonts.smallMetrics.height());
    const QString details = CardText::details(card);
    const int stateWidth = m_fonts.smallMetrics.horizontalAdvance(stateText(card));
    const int room =
        line.width() - m_fonts.smallMetrics.horizontalAdvance(details) - 2 * m_fonts.unit;
    if (!card.managedBy.isEmpty() && room > 8 * m_fonts.unit
        && !chipIsBesideName(card, line.width() - stateWidth - 2 * m_fonts.unit)) {
        QRect chip = line;
        chip.setLeft(line.right() + 1 - qMin(room, chipWidth(card)));
        drawChip(painter, chip, card.managedBy, place);
    }
    painter.setFont(m_fonts.small);
    painter.setPen(m_theme.muted);
    painter.drawText(line, place.leading(),
                     m_fonts.smallMetrics.elidedText(details, Qt::ElideRight, line.width()));
}

void CardDelegate::drawChip(QPainter &painter, const QRect &rect, const QString &text,
                            const Place &place) const
{
    const QRect box = place.mirrored(rect);
    QRectF outline(box.left() + 0.5, box.center().y() - m_fonts.smallMetrics.height() / 2.0 + 0.5,
                   box.width() - 1, m_fonts.smallMetrics.height());
    painter.setPen(m_theme.cardBorder);
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(outline, outline.height() / 2, outline.height() / 2);
    painter.setFont(m_fonts.small);
    painter.setPen(m_theme.muted);
    const QRect inner = box.adjusted(2 * m_fonts.unit, 0, -2 * m_fonts.unit, 0);
    painter.drawText(
        inner, int(Qt::AlignCenter) | Qt::TextSingleLine,
        m_fonts.smallMetrics.elidedText(CardText::printable(text), Qt::ElideRight, inner.width()));
}

void CardDelegate::drawProgress(QPainter &painter, const Card &card, const Place &place) const
{
    const double height = qMax(3.0, m_fonts.unit * 0.9);
    const QRectF track(place.content.left(), place.content.bottom() + 1 - height,
                       place.content.width(), height);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.track);
    painter.drawRoundedRect(track, height / 2, height / 2);
    if (!card.fraction)
        return; // nothing was measured, so nothing is claimed; the words tell the stage
    QRectF done = track;
    done.setWidth(track.width() * qBound(0.0, *card.fraction, 1.0));
    if (place.direction == Qt::RightToLeft)
        done.moveRight(track.right());
    painter.setBrush(m_theme.accent);
    painter.drawRoundedRect(done, height / 2, height / 2);
}

void CardDelegate::drawAlarm(QPainter &painter, const Card &card, const Place &place) const
{
    QRect rect = place.content;
    const QString sentence = CardText::printable(card.sentence);
    rect.setTop(rect.top() + m_fonts.nameMetrics.height() + m_fonts.smallMetrics.height()
                + 3 * m_fonts.unit / 2);
    painter.setPen(m_theme.text);
    drawWrapped(painter, rect, sentence, m_fonts.small, place.direction, AlarmLines);
    if (card.remedy.isEmpty())
        return;
    rect.setTop(rect.top() + wrappedHeight(sentence, m_fonts.small, rect.width(), AlarmLines)
                + m_fonts.unit);
    painter.setPen(m_theme.muted);
    drawWrapped(painter, rect, CardText::printable(card.remedy), m_fonts.small, place.direction,
                AlarmLines);
}

} // namespace colonnade::gui
