// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/showntext.h"

#include <QCoreApplication>

#include <algorithm>

namespace colonnade::gui {

using formats::Span;
using formats::XmlEncoding;

namespace {

constexpr QByteArrayView ByteOrderMark = "\xEF\xBB\xBF";

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(colonnade::gui::ShownText)
};

bool isTextIn(XmlEncoding encoding, QByteArrayView bytes)
{
    if (encoding == XmlEncoding::Utf8)
        return formats::decoded(encoding, bytes).toUtf8() == bytes;
    return std::ranges::all_of(bytes, [encoding](const char &c) {
        return formats::decodedChar(encoding, QByteArrayView(&c, 1)).size == 1;
    });
}

/// Characters that a QTextDocument takes for parts of its own structure.
bool isStructure(QChar c)
{
    return c == QChar(0xFDD0) || c == QChar(0xFDD1) || c == QChar::ParagraphSeparator
           || c == QChar::ObjectReplacementCharacter;
}

/// How many units of UTF-16 a byte of UTF-8 brings.
int unitsOf(char byte)
{
    const auto value = uchar(byte);
    return value >= 0xF0 ? 2 : (value & 0xC0) == 0x80 ? 0 : 1;
}

} // namespace

ShownText::ShownText(QByteArray bytes, XmlEncoding encoding)
    : m_bytes(std::move(bytes)), m_encoding(encoding)
{
    if (encoding == XmlEncoding::Utf8 && m_bytes.startsWith(ByteOrderMark))
        m_begin = ByteOrderMark.size();
    if (!isTextIn(encoding, QByteArrayView(m_bytes).sliced(m_begin))) {
        m_encoding = XmlEncoding::Latin1;
        m_isFallback = true;
        m_begin = 0;
    }
    lookForObstacles();
}

void ShownText::lookForObstacles()
{
    if (m_bytes.contains('\0')) {
        m_obstacle = Words::tr("The file holds NUL bytes, which are shown as ␀: it is no text.");
        return;
    }
    for (qsizetype at = m_bytes.indexOf('\r'); at >= 0; at = m_bytes.indexOf('\r', at + 1)) {
        if (!isLineEnd(at)) {
            m_obstacle = Words::tr("Line %1 holds a carriage return (␍) that ends no line.")
                             .arg(placeOf(at).line + 1);
            return;
        }
    }
    if (std::ranges::any_of(formats::decoded(m_encoding, m_bytes), isStructure))
        m_obstacle = Words::tr("The file holds characters that end paragraphs or stand for "
                               "objects (shown as ¶).");
}

bool ShownText::isLineEnd(qsizetype offset) const
{
    if (offset >= m_bytes.size())
        return false;
    return m_bytes[offset] == '\n'
           || (m_bytes[offset] == '\r' && offset + 1 < m_bytes.size()
               && m_bytes[offset + 1] == '\n');
}

QString ShownText::decoded(Span span) const
{
    QString text = formats::decoded(m_encoding, formats::textOf(m_bytes, span));
    if (m_bytes.contains('\r'))
        text.replace(QStringLiteral("\r\n"), QStringLiteral("\n"));
    if (!m_obstacle.isEmpty()) {
        std::ranges::replace(text, QChar(u'\0'), QChar(u'␀'));
        std::ranges::replace(text, QChar(u'\r'), QChar(u'␍'));
        std::ranges::replace_if(text, isStructure, QChar(u'¶'));
    }
    return text;
}

ShownText::Place ShownText::walkTo(Walk &walk, qsizetype offset) const
{
    for (;;) {
        const qsizetype end = m_bytes.indexOf('\n', walk.lineBegin);
        if (end < 0 || end >= offset)
            break;
        walk.lineBegin = end + 1;
        ++walk.line;
    }
    if (offset > walk.lineBegin && offset < m_bytes.size() && m_bytes[offset] == '\n'
        && m_bytes[offset - 1] == '\r')
        --offset; // within a line end: before it
    qsizetype column = offset - walk.lineBegin;
    if (m_encoding == XmlEncoding::Utf8) {
        column = 0;
        for (const char byte : formats::textOf(m_bytes, {walk.lineBegin, offset}))
            column += unitsOf(byte);
    }
    return {walk.line, int(column)};
}

ShownText::Place ShownText::placeOf(qsizetype offset) const
{
    return placesOf({offset}).first();
}

QList<ShownText::Place> ShownText::placesOf(const QList<qsizetype> &offsets) const
{
    QList<Place> places;
    places.reserve(offsets.size());
    Walk walk{m_begin};
    for (const qsizetype offset : offsets)
        places.append(walkTo(walk, std::clamp(offset, m_begin, m_bytes.size())));
    return places;
}

qsizetype ShownText::advanced(qsizetype offset, qsizetype units) const
{
    while (units > 0 && offset < m_bytes.size()) {
        if (m_bytes[offset] == '\r' && isLineEnd(offset)) {
            offset += 2;
            --units;
            continue;
        }
        if (m_encoding != XmlEncoding::Utf8) {
            ++offset;
            --units;
            continue;
        }
        units -= unitsOf(m_bytes[offset]);
        ++offset;
        while (offset < m_bytes.size() && unitsOf(m_bytes[offset]) == 0)
            ++offset;
    }
    return offset;
}

qsizetype ShownText::offsetOf(Place place) const
{
    qsizetype begin = m_begin;
    for (int line = 0; line < place.line; ++line) {
        const qsizetype end = m_bytes.indexOf('\n', begin);
        if (end < 0)
            return m_bytes.size();
        begin = end + 1;
    }
    qsizetype end = m_bytes.indexOf('\n', begin);
    if (end < 0)
        end = m_bytes.size();
    else if (end > begin && m_bytes[end - 1] == '\r')
        --end;
    return std::min(advanced(begin, place.column), end);
}

std::optional<QByteArray> ShownText::encoded(const QString &text, qsizetype offset) const
{
    if (text.contains(QChar(u'\0')) || text.contains(QChar(u'\r'))
        || std::ranges::any_of(text, isStructure) || !text.isValidUtf16())
        return std::nullopt;
    QByteArray bytes;
    if (m_encoding == XmlEncoding::Utf8) {
        bytes = text.toUtf8();
    } else if (const std::optional<QByteArray> known = formats::encoded(m_encoding, text)) {
        bytes = *known;
    } else {
        return std::nullopt;
    }
    qsizetype end = m_bytes.indexOf('\n', offset); // the line's own, or that of the file
    if (end < 0)
        end = m_bytes.indexOf('\n');
    if (end > 0 && m_bytes[end - 1] == '\r')
        bytes.replace("\n", "\r\n");
    return bytes;
}

} // namespace colonnade::gui
