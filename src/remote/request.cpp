// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/request.h"

#include <algorithm>

namespace colonnade::remote {

namespace {

constexpr qsizetype LongestLine = 64 * 1024;

/// So that a deadline of "never" does not overflow the clock.
constexpr std::chrono::milliseconds LongestDeadline = std::chrono::hours(24 * 365);

} // namespace

Request::Request(Kind kind, const Command &command, bool wantsLines)
    : m_kind(kind),
      m_script(scriptPreamble() + command.script),
      m_input(command.input),
      m_deadline(Clock::now() + std::min(command.deadline, LongestDeadline)),
      m_limit(command.outputLimit),
      m_wantsLines(wantsLines)
{
}

bool Request::append(Stream stream, QByteArrayView bytes)
{
    m_received += bytes.size();
    if (m_received > m_limit)
        return false;
    const std::lock_guard lock(m_mutex);
    m_chunks.push_back({stream, bytes.toByteArray()});
    if (m_wantsLines)
        m_changed.notify_all();
    return true;
}

void Request::finish(base::Result<int> end)
{
    const std::lock_guard lock(m_mutex);
    if (!m_end)
        m_end = std::move(end);
    m_changed.notify_all();
}

Request::Wait Request::wait(const LineSink &lines, std::stop_token stop)
{
    const std::stop_callback onStop(stop, [this] {
        const std::lock_guard lock(m_mutex);
        m_stopped = true;
        m_changed.notify_all();
    });
    LineSplitter out(Stream::Out, lines), err(Stream::Err, lines);
    for (;;) {
        std::unique_lock lock(m_mutex);
        m_changed.wait_until(lock, m_deadline, [this] {
            return m_end || m_stopped || (m_wantsLines && !m_chunks.empty());
        });
        const std::vector<Chunk> chunks = std::exchange(m_chunks, {});
        const bool ended = m_end.has_value();
        const bool stopped = m_stopped;
        m_abandoned = !ended && (stopped || Clock::now() >= m_deadline);
        lock.unlock();

        for (const auto &[stream, bytes] : chunks) {
            (stream == Stream::Out ? m_output.out : m_output.err) += bytes;
            if (m_wantsLines)
                (stream == Stream::Out ? out : err).feed(bytes);
        }
        if (ended || m_abandoned) {
            out.finish();
            err.finish();
            return ended ? Wait::Ended : stopped ? Wait::Stopped : Wait::DeadlinePassed;
        }
    }
}

void LineSplitter::feed(QByteArrayView bytes)
{
    while (!bytes.isEmpty()) {
        const qsizetype end = bytes.indexOf('\n');
        const qsizetype room = LongestLine - m_pending.size();
        const qsizetype length = std::min(end < 0 ? bytes.size() : end, room);
        m_pending += bytes.first(length);
        bytes = bytes.sliced(length);
        const bool atEnd = bytes.startsWith('\n');
        if (atEnd)
            bytes = bytes.sliced(1);
        if (atEnd || m_pending.size() >= LongestLine)
            m_sink(m_stream, std::exchange(m_pending, {}));
    }
}

void LineSplitter::finish()
{
    if (!m_pending.isEmpty())
        m_sink(m_stream, std::exchange(m_pending, {}));
}

} // namespace colonnade::remote
