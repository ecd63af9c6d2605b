// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "remote/connection.h"
#include "remote/wakeup.h"

#include <QByteArrayView>

#include <atomic>
#include <condition_variable>
#include <mutex>
#include <vector>

namespace colonnade::remote {

/// A command on its way: what its caller and the I/O thread share.
class Request
{
public:
    enum class Kind { Run, Query };

    /// How the wait ended.
    enum class Wait { Ended, DeadlinePassed, Stopped };

    Request(Kind kind, const Command &command, bool wantsLines);

    Kind kind() const { return m_kind; }
    /// The script with its start-up line.
    const QByteArray &script() const { return m_script; }
    const QByteArray &input() const { return m_input; }
    /// Bytes of both streams.
    qint64 limit() const { return m_limit; }
    Clock::time_point deadline() const { return m_deadline; }

    // The I/O thread's side.

    /// Takes what the node printed. False: it is more than the command may print.
    bool append(Stream stream, QByteArrayView bytes);
    /// Ends the command with an exit status or an error; the first call counts.
    void finish(base::Result<int> end);
    /// The caller has gone; nobody reads the answer.
    bool isAbandoned() const { return m_abandoned; }

    // The caller's side.

    /// Waits for the end, the deadline or @p stop. Lines are told as they come.
    Wait wait(const LineSink &lines, std::stop_token stop);
    /// What was printed so far, after wait().
    const Output &output() const { return m_output; }
    /// After Wait::Ended.
    const base::Result<int> &end() const { return *m_end; }

private:
    struct Chunk
    {
        Stream stream;
        QByteArray bytes;
    };

    const Kind m_kind;
    const QByteArray m_script;
    const QByteArray m_input;
    const Clock::time_point m_deadline;
    const qint64 m_limit;
    const bool m_wantsLines;
    std::atomic<bool> m_abandoned = false;

    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::vector<Chunk> m_chunks;
    std::optional<base::Result<int>> m_end;
    bool m_stopped = false;

    qint64 m_received = 0; // the I/O thread's
    Output m_output;       // the caller's
};

/// Cuts a stream into lines; one of more than 64 KiB comes in pieces.
class LineSplitter
{
public:
    LineSplitter(Stream stream, const LineSink &sink) : m_stream(stream), m_sink(sink) {}

    void feed(QByteArrayView bytes);
    /// Tells a last line that has no end.
    void finish();

private:
    Stream m_stream;
    const LineSink &m_sink;
    QByteArray m_pending;
};

} // namespace colonnade::remote
