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
        return card.severity == rules::Severity::Hard ? Tone::Bad : Tone::Warn;
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
    const Place place{
        rect,
        QStyle::visualRect(option.direction, rect, content),
        option.direction,
        bool(option.state & QStyle::State_Selected),
        option.state.testFlags(QStyle::State_HasFocus | QStyle::State_KeyboardFocusChange),
        bool(option.state & QStyle::State_MouseOver)};
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setOpacity(opacityOf(card, model->isLifted(index.row())));
    drawSurface(*painter, card, place);
    drawStripe(*painter, card, place);
    drawLines(*painter, card, place);
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
    } else if (toneOf(card) != Tone::Neutral) {
        border = QPen(m_theme.strong(toneOf(card)), 1.5);
        fill = mixed(fill, m_theme.strong(toneOf(card)), 0.08);
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

/// Who manages a guest, and which line of its card has the room to say so.
struct CardDelegate::Chip
{
    QString text; ///< empty: nobody
    bool besideName = false;
    int width = 0;
};

int CardDelegate::chipWidth(const QString &text) const
{
    return m_fonts.smallMetrics.horizontalAdvance(text) + 3 * m_fonts.unit;
}

CardDelegate::Chip CardDelegate::placeChip(const Card &card, int nameRoom, int detailsRoom) const
{
    if (card.managedBy.isEmpty())
        return {};
    const QString full = CardText::printable(card.managedBy);
    const QString manager =
        full.section(u' ', 0, 0); // without the failover domain, which the tool tip has
    for (const QString &text : {full, manager}) {
        if (chipWidth(text) <= nameRoom)
            return {text, true, chipWidth(text)};
        if (chipWidth(text) <= detailsRoom)
            return {text, false, chipWidth(text)};
    }
    return {manager, true,
            chipWidth(manager)}; // the name gives way: how a guest moves must be seen
}

void CardDelegate::drawLines(QPainter &painter, const Card &card, const Place &place) const
{
    const int gap = 2 * m_fonts.unit;
    const QRect &content = place.content;
    const QString state = stateText(card);
    const QString name = CardText::printable(card.name);
    const QString details = CardText::details(card);
    const int stateWidth = m_fonts.smallMetrics.horizontalAdvance(state);
    const int nameWidth = m_fonts.nameMetrics.horizontalAdvance(name);
    QRect first(content.left(), content.top(), content.width() - stateWidth - gap,
                m_fonts.nameMetrics.height());
    QRect second(content.left(), first.bottom() + 1 + m_fonts.unit / 2, content.width(),
                 m_fonts.smallMetrics.height());
    const Chip chip =
        placeChip(card, first.width() - nameWidth - gap,
                  second.width() - m_fonts.smallMetrics.horizontalAdvance(details) - gap);
    if (!chip.text.isEmpty()) {
        QRect &line = chip.besideName ? first : second;
        const int room = line.width() - chip.width - gap;
        const int before = chip.besideName ? qMin(nameWidth, room) + gap : room + gap;
        drawChip(painter,
                 place.mirrored({line.left() + before, line.top(), chip.width, line.height()}),
                 chip.text);
        line.setWidth(room);
    }
    const Tone tone = toneOf(card);
    painter.setFont(m_fonts.small);
    painter.setPen(tone == Tone::Neutral ? m_theme.muted : m_theme.strong(tone));
    painter.drawText(content.adjusted(0, 0, 0, first.height() - content.height()), place.trailing(),
                     state);
    painter.setPen(m_theme.muted);
    painter.drawText(place.mirrored(second), place.leading(),
                     m_fonts.smallMetrics.elidedText(details, Qt::ElideRight, second.width()));
    painter.setFont(m_fonts.name);
    painter.setPen(m_theme.text);
    painter.drawText(place.mirrored(first), place.leading(),
                     m_fonts.nameMetrics.elidedText(name, Qt::ElideMiddle, first.width()));
}

void CardDelegate::drawChip(QPainter &painter, const QRect &box, const QString &text) const
{
    const double height = m_fonts.smallMetrics.height();
    const QRectF outline(box.left() + 0.5, box.center().y() + 0.5 - height / 2, box.width() - 1,
                         height);
    QColor line = m_theme.text; // translucent: it lies on selected cards too
    line.setAlphaF(0.28f);
    painter.setPen(line);
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(outline, height / 2, height / 2);
    painter.setFont(m_fonts.small);
    painter.setPen(m_theme.muted);
    painter.drawText(box, int(Qt::AlignCenter) | Qt::TextSingleLine, text);
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
