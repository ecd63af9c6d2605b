// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/memorybar.h"

#include "gui/theme.h"

#include <QPainter>
#include <QPainterPath>
#include <QStyle>

#include <algorithm>

namespace colonnade::gui {

namespace {

/// A stretch of the bar, in MiB from its start.
struct Stretch
{
    qint64 from;
    qint64 to;
};

QRectF rectOf(const QRect &bar, const MemoryPicture &memory, Stretch stretch,
              Qt::LayoutDirection direction)
{
    const double scale = static_cast<double>(bar.width()) / static_cast<double>(memory.total);
    const double from =
        static_cast<double>(std::clamp<qint64>(stretch.from, 0, memory.total)) * scale;
    const double to = static_cast<double>(std::clamp<qint64>(stretch.to, 0, memory.total)) * scale;
    const double left = direction == Qt::RightToLeft ? bar.width() - to : from;
    return {bar.left() + left, static_cast<double>(bar.top()), to - from,
            static_cast<double>(bar.height())};
}

void drawHatched(QPainter &painter, const QRectF &rect, const QColor &color, const QColor &ground)
{
    painter.save();
    painter.setClipRect(rect, Qt::IntersectClip);
    painter.fillRect(rect, ground);
    const double step = rect.height() * 0.8;
    painter.setPen(QPen(color, step * 0.5));
    for (double x = rect.left() - rect.height(); x < rect.right() + rect.height(); x += step)
        painter.drawLine(QPointF(x, rect.bottom() + 1),
                         QPointF(x + rect.height() + 2, rect.top() - 1));
    painter.restore();
}

QString partName(const MemoryPicture::Part &part)
{
    return part.guest.isEmpty() ? QStringLiteral("Domain-0") : CardText::printable(part.guest);
}

} // namespace

MemoryPicture memoryOf(const cluster::NodeFacts &facts, const QString &node, GuestColors &colors)
{
    MemoryPicture memory;
    memory.total = qMax<qint64>(0, facts.info.totalMemoryMiB);
    memory.free = std::clamp<qint64>(facts.info.freeMemoryMiB, 0, memory.total);
    for (const cluster::Guest &guest : facts.guests) {
        // Of a halted guest xend lists what it would take.
        if (guest.memoryMiB <= 0 || guest.state == toolstack::RunState::Halted)
            continue;
        const QString key = cluster::splitGuestName(guest.name).guest;
        memory.parts.append({guest.name, guest.memoryMiB, colors.color(node, key)});
    }
    std::ranges::stable_sort(
        memory.parts, [](const auto &a, const auto &b) { return nameLess(a.guest, b.guest); });
    if (facts.domain0 && facts.domain0->memoryMiB > 0)
        memory.parts.prepend({QString(), facts.domain0->memoryMiB, 0});
    return memory;
}

void drawMemoryBar(QPainter &painter, const QRect &bar, const MemoryPicture &memory,
                   const Theme &theme, bool current, Qt::LayoutDirection direction)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    QPainterPath outline;
    outline.addRoundedRect(bar, bar.height() / 2.0, bar.height() / 2.0);
    painter.setClipPath(outline);
    painter.fillRect(bar, theme.track);
    if (memory.total > 0) {
        // Under the parts: what is used and is nobody's, as the hypervisor's own.
        painter.fillRect(rectOf(bar, memory, {0, memory.used()}, direction),
                         mixed(theme.track, theme.system, 0.35));
        qint64 at = 0;
        for (const MemoryPicture::Part &part : memory.parts) {
            const QColor color = part.guest.isEmpty() ? theme.system : theme.guest(part.color);
            QRectF rect = rectOf(bar, memory, {at, at + part.size}, direction);
            at += part.size;
            if (rect.width() > 3) // a gap that tells neighbours apart
                rect.adjust(direction == Qt::RightToLeft ? 1 : 0, 0,
                            direction == Qt::RightToLeft ? 0 : -1, 0);
            painter.fillRect(rect, current ? color : mixed(theme.track, theme.system, 0.5));
        }
        if (memory.incoming > 0) {
            const bool fits = memory.incoming <= memory.free;
            drawHatched(
                painter,
                rectOf(bar, memory, {memory.used(), memory.used() + memory.incoming}, direction),
                fits ? theme.good : theme.bad, theme.column);
        }
    }
    painter.restore();
}

QString memoryBarText(const QRect &bar, const MemoryPicture &memory, int x,
                      Qt::LayoutDirection direction)
{
    if (memory.total <= 0 || bar.width() <= 0)
        return {};
    const int offset = direction == Qt::RightToLeft ? bar.right() - x : x - bar.left();
    const qint64 at = memory.total * offset / bar.width();
    qint64 end = 0;
    for (const MemoryPicture::Part &part : memory.parts) {
        end += part.size;
        if (at < end)
            return CardText::tr("%1: %2").arg(partName(part), CardText::memory(part.size));
    }
    if (at < memory.used())
        return CardText::tr("Used by Xen itself: %1").arg(CardText::memory(memory.used() - end));
    return CardText::tr("Free: %1").arg(CardText::memory(memory.free));
}

} // namespace colonnade::gui
