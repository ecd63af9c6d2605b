// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/frame.h"

#include "base/shell.h"
#include "remote/randomword.h"

#include <algorithm>

namespace colonnade::remote {

namespace {

/// Room for the markers and for what a login file prints, beyond what the script may print.
constexpr qint64 Overhead = 64 * 1024;

} // namespace

FrameReader::FrameReader(qint64 limit) : m_word(randomWord()), m_limit(limit + Overhead) {}

QByteArray FrameReader::wrapped(const QByteArray &script) const
{
    // The end marker begins with a line end of its own, which is taken off again: a script need not
    // end its last line.
    return "printf '" + m_word + " B %s\\n' $$;printf '" + m_word + " B 0\\n' >&2;(eval "
           + base::shellQuoted(script) + ")</dev/null;printf '\\n" + m_word
           + " E %s\\n' $?;printf '\\n" + m_word + " E 0\\n' >&2\n";
}

void FrameReader::feed(Stream stream, QByteArrayView bytes)
{
    m_received += bytes.size();
    if (isOverflowing())
        return;
    const bool isOut = stream == Stream::Out;
    Part &part = isOut ? m_out : m_err;
    part.bytes += bytes;
    scan(part, isOut);
}

void FrameReader::scan(Part &part, bool isOut)
{
    qsizetype after = 0;
    qint64 number = 0;
    if (part.begin < 0 && findMarker(part, 'B', after, number) >= 0) {
        part.begin = part.searched = after;
        if (isOut)
            m_process = number;
    }
    if (part.begin < 0 || part.end >= 0)
        return;
    const qsizetype marker = findMarker(part, 'E', after, number);
    if (marker < 0)
        return;
    part.end = std::max(part.begin, marker - 1);
    if (isOut)
        m_exitStatus = static_cast<int>(number);
}

qsizetype FrameReader::findMarker(Part &part, char letter, qsizetype &after, qint64 &number) const
{
    const QByteArray marker = m_word + ' ' + letter + ' ';
    const qsizetype place = part.bytes.indexOf(marker, part.searched);
    const qsizetype lineEnd = place < 0 ? -1 : part.bytes.indexOf('\n', place);
    if (lineEnd < 0) {
        const qsizetype resume = place >= 0 ? place : part.bytes.size() - marker.size();
        part.searched = std::max(part.searched, resume);
        return -1;
    }
    const qsizetype digits = place + marker.size();
    number = part.bytes.mid(digits, lineEnd - digits).toLongLong();
    after = lineEnd + 1;
    return place;
}

QByteArrayView FrameReader::output(Stream stream) const
{
    const Part &part = stream == Stream::Out ? m_out : m_err;
    return QByteArrayView(part.bytes).sliced(part.begin, part.end - part.begin);
}

QByteArray FrameReader::lastWords() const
{
    const QByteArray text = m_err.bytes.trimmed();
    return text.mid(text.lastIndexOf('\n') + 1).left(200);
}

} // namespace colonnade::remote
