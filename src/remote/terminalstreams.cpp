// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/terminalstreams.h"

#include "remote/sudoprogram.h"

#include <algorithm>

namespace colonnade::remote {

namespace {

/// "WORD E " and 256 bytes in hex are less. Whatever is longer is not ours.
constexpr qsizetype LongestSign = 1024;

void tell(const ExecChannel::DataSink &sink, Stream stream, QByteArrayView bytes)
{
    if (sink && !bytes.isEmpty())
        sink(stream, bytes);
}

} // namespace

void TerminalStreams::feed(QByteArrayView bytes, const ExecChannel::DataSink &sink)
{
    m_pending += bytes;
    while (!m_exitStatus && takeNext(sink)) {
    }
    if (m_exitStatus)
        m_pending.clear(); // sudo's own farewell
}

/// False: there is nothing more to take before more comes.
bool TerminalStreams::takeNext(const ExecChannel::DataSink &sink)
{
    const qsizetype place = m_pending.indexOf(m_word);
    const qsizetype plain = place < 0 ? m_pending.size() - possibleSign() : place;
    tell(sink, Stream::Out, QByteArrayView(m_pending).first(plain));
    m_pending.remove(0, plain);
    if (place < 0)
        return false;
    const qsizetype end = m_pending.indexOf('\n');
    if (end < 0 && m_pending.size() <= LongestSign)
        return false;
    const qsizetype size = end < 0 ? m_pending.size() : end + 1;
    takeSign(m_pending.first(size), sink);
    m_pending.remove(0, size);
    return true;
}

void TerminalStreams::takeSign(const QByteArray &line, const ExecChannel::DataSink &sink)
{
    const QByteArray said = line.mid(m_word.size()).trimmed();
    const QByteArray value = said.mid(2);
    if (said.startsWith(sudosign::Errors))
        tell(sink, Stream::Err, QByteArray::fromHex(value));
    bool isNumber = false;
    const int status = value.toInt(&isNumber);
    if (said.startsWith(sudosign::Exit) && isNumber)
        m_exitStatus = status;
}

/// How many bytes at the end may be the beginning of a sign.
qsizetype TerminalStreams::possibleSign() const
{
    for (qsizetype size = std::min(m_pending.size(), m_word.size() - 1); size > 0; --size) {
        if (m_pending.endsWith(QByteArrayView(m_word).first(size)))
            return size;
    }
    return 0;
}

} // namespace colonnade::remote
