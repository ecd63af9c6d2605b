// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/boarddrag.h"

#include "gui/card.h"

#include <QDataStream>
#include <QIODevice>
#include <QMimeData>
#include <QPainter>
#include <QStyle>

using namespace Qt::StringLiterals;

namespace colonnade::gui {

namespace {

constexpr quint32 MaxGuests = 100'000;
constexpr auto StreamVersion = QDataStream::Qt_6_4;

void drawCard(QPainter &painter, const QRect &card, const DragPicture &picture, const Theme &theme,
              const Fonts &fonts, Qt::LayoutDirection direction)
{
    const int unit = fonts.unit;
    painter.setPen(Qt::NoPen);
    for (int spread = 3; spread > 0; --spread) {
        painter.setBrush(QColor(0, 0, 0, 16));
        painter.drawRoundedRect(QRectF(card).adjusted(-spread, 0, spread, 2 * spread), 2 * unit,
                                2 * unit);
    }
    painter.setPen(theme.cardBorder);
    painter.setBrush(theme.card);
    painter.drawRoundedRect(QRectF(card).adjusted(0.5, 0.5, -0.5, -0.5), 1.5 * unit, 1.5 * unit);
    QRectF stripe(card.left(), card.top() + 2 * unit, unit * 0.9, card.height() - 4 * unit);
    if (direction == Qt::RightToLeft)
        stripe.moveRight(card.right() + 1);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.guest(picture.color));
    painter.drawRoundedRect(stripe, unit * 0.45, unit * 0.45);
}

void drawWords(QPainter &painter, const QRect &inner, const DragPicture &picture,
               const Theme &theme, const Fonts &fonts, Qt::LayoutDirection direction)
{
    const int flags = int(QStyle::visualAlignment(direction, Qt::AlignLeft)) | Qt::AlignVCenter
                      | Qt::TextSingleLine;
    QRect row(inner.left(), inner.top(), inner.width(), fonts.nameMetrics.height());
    painter.setFont(fonts.name);
    painter.setPen(theme.text);
    painter.drawText(
        row, flags,
        fonts.nameMetrics.elidedText(CardText::names(picture.guests), Qt::ElideRight, row.width()));
    row = QRect(inner.left(), row.bottom() + 1 + fonts.unit / 2, inner.width(),
                fonts.smallMetrics.height());
    painter.setFont(fonts.small);
    painter.setPen(theme.muted);
    painter.drawText(row, flags, CardText::size(picture.vcpus, picture.memoryMiB));
}

void drawBadge(QPainter &painter, const QRect &card, qsizetype count, const Theme &theme,
               const Fonts &fonts, Qt::LayoutDirection direction, const QColor &ink)
{
    const QString text = QString::number(count);
    const int height = fonts.smallMetrics.height();
    const int width =
        qMax(height + fonts.unit, fonts.smallMetrics.horizontalAdvance(text) + 3 * fonts.unit);
    QRectF badge(0, 0, width, height);
    badge.moveCenter(direction == Qt::RightToLeft ? card.topLeft() : card.topRight());
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.accent);
    painter.drawRoundedRect(badge, height / 2.0, height / 2.0);
    painter.setPen(ink);
    painter.setFont(fonts.small);
    painter.drawText(badge, Qt::AlignCenter, text);
}

} // namespace

QString guestsMimeType()
{
    return u"application/vnd.colonnade.guests"_s;
}

std::unique_ptr<QMimeData> toMimeData(const QList<rules::GuestRef> &guests)
{
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream.setVersion(StreamVersion);
    stream << static_cast<quint32>(guests.size());
    for (const rules::GuestRef &guest : guests)
        stream << guest.guest << guest.node;
    auto data = std::make_unique<QMimeData>();
    data->setData(guestsMimeType(), bytes);
    return data;
}

std::optional<QList<rules::GuestRef>> guestsFrom(const QMimeData &data)
{
    const QByteArray bytes = data.data(guestsMimeType());
    QDataStream stream(bytes);
    stream.setVersion(StreamVersion);
    quint32 count = 0;
    stream >> count;
    if (stream.status() != QDataStream::Ok || count > MaxGuests)
        return std::nullopt;
    QList<rules::GuestRef> guests;
    for (quint32 i = 0; i < count && stream.status() == QDataStream::Ok; ++i) {
        rules::GuestRef guest;
        stream >> guest.guest >> guest.node;
        guests.append(guest);
    }
    if (stream.status() != QDataStream::Ok || !stream.atEnd())
        return std::nullopt;
    return guests;
}

QPixmap drawDragPicture(const DragPicture &picture, const Theme &theme, const Fonts &fonts,
                        double devicePixelRatio, Qt::LayoutDirection direction)
{
    const int unit = fonts.unit;
    const int width = fonts.nameMetrics.averageCharWidth() * 32;
    const int height = 4 * unit + fonts.nameMetrics.height() + fonts.smallMetrics.height();
    const QRect card(4 * unit, 4 * unit, width, height);
    const QSize size(width + 8 * unit, height + 8 * unit);
    QPixmap pixmap(size * devicePixelRatio);
    pixmap.setDevicePixelRatio(devicePixelRatio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    painter.translate(size.width() / 2.0, size.height() / 2.0);
    painter.rotate(direction == Qt::RightToLeft ? 1.5 : -1.5); // lifted, not lying in a column
    painter.translate(-size.width() / 2.0, -size.height() / 2.0);
    drawCard(painter, card, picture, theme, fonts, direction);
    drawWords(painter, card.adjusted(3 * unit, 3 * unit / 2, -3 * unit, -3 * unit / 2), picture,
              theme, fonts, direction);
    if (picture.guests.size() > 1)
        drawBadge(painter, card, picture.guests.size(), theme, fonts, direction, theme.card);
    return pixmap;
}

} // namespace colonnade::gui
