// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "remote/wakeup.h"

#include <QString>

#include <mutex>
#include <optional>

namespace colonnade::remote {

/// A connection that a session is asked to make to another host (direct-tcpip, RFC 4254 7.2): what
/// the one who wants it and the I/O thread of the session share.
class Forward
{
public:
    using Answer = base::Result<Descriptor>;

    /// Only wants the session to be there; the answer is no descriptor.
    explicit Forward(Clock::time_point wishedAt) : m_wishedAt(wishedAt) {}

    /// @p host is looked up by the session's host.
    Forward(const QString &host, quint16 port, Clock::time_point wishedAt);

    bool wantsSessionOnly() const { return m_host.isEmpty(); }
    const QByteArray &host() const { return m_host; }
    quint16 port() const { return m_port; }
    /// When a person last asked for the connection; a failure before it is no answer. min(): nobody
    /// did, it is tried again by itself.
    Clock::time_point wishedAt() const { return m_wishedAt; }

    // The session's side, on its I/O thread.

    /// The first call counts.
    void answer(Answer answer);
    /// There is no session: @p error is a complete sentence about the session's host.
    void failSession(const base::Error &error);
    /// Lets the caller look at the session's state.
    void wake() { m_changed.notify(); }
    bool isAbandoned() const;
    /// Says why a connection that was made is about to end; before its descriptor is closed.
    void setEnd(const QString &reason);

    // The caller's side.

    /// To poll for reading: an answer, or a change of the session's state.
    int descriptor() const { return m_changed.descriptor(); }
    void drain() { m_changed.drain(); }
    std::optional<Answer> takeAnswer();
    /// The answer was failSession()'s.
    bool hasSessionFailed() const;
    /// Nobody waits for the answer any more.
    void abandon();
    /// Empty: it has not ended, or the other host ended it.
    QString end() const;

private:
    const QByteArray m_host;
    const quint16 m_port = 0;
    const Clock::time_point m_wishedAt;
    Wakeup m_changed;

    mutable std::mutex m_mutex; // of what follows
    bool m_answered = false;
    bool m_abandoned = false;
    bool m_sessionFailed = false;
    std::optional<Answer> m_answer;
    QString m_end;
};

} // namespace colonnade::remote
