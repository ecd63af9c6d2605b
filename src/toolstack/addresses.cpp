// SPDX-License-Identifier: GPL-3.0-or-later
#include "toolstack/addresses.h"

#include "toolstack/bounds.h"

#include <algorithm>
#include <optional>
#include <set>

namespace colonnade::toolstack {

namespace {

constexpr qsizetype MostAddresses = 1000;

std::optional<quint32> ipv4(QByteArrayView text)
{
    const QList<QByteArray> parts = text.toByteArray().split('.');
    if (parts.size() != 4)
        return {};
    quint32 value = 0;
    for (const QByteArray &part : parts) {
        const std::optional<qint64> byte = bounds::number(part, 255);
        if (!byte || part.size() > 3)
            return {};
        value = value << 8 | quint32(*byte);
    }
    return value;
}

QList<QByteArray> wordsOf(QByteArrayView line)
{
    return line.first(std::min(line.size(), bounds::LineBytes))
        .toByteArray()
        .simplified()
        .split(' ');
}

/// `2: eth0    inet 10.0.2.15/24 brd ...`, or with a peer: `inet 10.0.0.1 peer 10.0.0.2/32`.
std::optional<BoundAddress> addressOf(QByteArrayView line)
{
    const QList<QByteArray> words = wordsOf(line);
    const qsizetype inet = words.indexOf("inet");
    if (inet < 1 || inet + 1 >= words.size())
        return {};
    const QList<QByteArray> parts = words[inet + 1].split('/');
    if (!ipv4(parts[0]))
        return {};
    const int prefix = int(bounds::number(parts.value(1), 32).value_or(32));
    return BoundAddress{QString::fromLatin1(parts[0]), prefix, QString::fromUtf8(words[inet - 1])};
}

template<typename Each>
void eachLine(QByteArrayView text, Each each)
{
    text = text.first(std::min(text.size(), bounds::AnswerBytes));
    while (!text.isEmpty()) {
        const qsizetype end = text.indexOf('\n');
        each(text.first(end < 0 ? text.size() : end));
        text = end < 0 ? QByteArrayView() : text.sliced(end + 1);
    }
}

} // namespace

bool BoundAddress::isBeside(const QString &other) const
{
    const std::optional<quint32> a = ipv4(address.toLatin1());
    const std::optional<quint32> b = ipv4(other.toLatin1());
    if (!a || !b || prefix < 1 || prefix > 32)
        return false;
    const int host = 32 - prefix;
    return *a >> host == *b >> host;
}

QList<BoundAddress> parseIpAddresses(QByteArrayView output)
{
    QList<BoundAddress> found;
    eachLine(output, [&found](QByteArrayView line) {
        const std::optional<BoundAddress> address = addressOf(line);
        if (address && found.size() < MostAddresses)
            found.append(*address);
    });
    return found;
}

QList<BoundAddress> parseFibTrie(QByteArrayView text)
{
    // An address is the leaf `|-- ADDRESS` above a line `/32 host LOCAL`; it stands in two tables.
    std::set<QString> found;
    QByteArray leaf;
    eachLine(text, [&](QByteArrayView line) {
        const QList<QByteArray> words = wordsOf(line);
        if (words.size() == 2 && words[0] == "|--")
            leaf = words[1];
        else if (words == QList<QByteArray>{"/32", "host", "LOCAL"} && ipv4(leaf)
                 && qsizetype(found.size()) < MostAddresses)
            found.insert(QString::fromLatin1(leaf));
    });
    QList<BoundAddress> result;
    for (const QString &address : found)
        result.append({address, 32, {}});
    return result;
}

} // namespace colonnade::toolstack
