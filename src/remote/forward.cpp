// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/forward.h"

#include <QUrl>

namespace colonnade::remote {

namespace {

/// As it goes into the name service: "bücher.example" by its ASCII form.
QByteArray nameOf(const QString &host)
{
    const QByteArray ace = QUrl::toAce(host);
    return ace.isEmpty() ? host.toUtf8() : ace;
}

} // namespace

Forward::Forward(const QString &host, quint16 port, Clock::time_point wishedAt)
    : m_host(nameOf(host)), m_port(port), m_wishedAt(wishedAt)
{
}

void Forward::answer(Answer answer)
{
    const std::lock_guard lock(m_mutex);
    if (!std::exchange(m_answered, true) && !m_abandoned)
        m_answer = std::move(answer);
    m_changed.notify();
}

void Forward::failSession(const base::Error &error)
{
    {
        const std::lock_guard lock(m_mutex);
        m_sessionFailed = !m_answered;
    }
    answer(std::unexpected(error));
}

bool Forward::isAbandoned() const
{
    const std::lock_guard lock(m_mutex);
    return m_abandoned;
}

void Forward::setEnd(const QString &reason)
{
    const std::lock_guard lock(m_mutex);
    m_end = reason;
}

std::optional<Forward::Answer> Forward::takeAnswer()
{
    const std::lock_guard lock(m_mutex);
    return std::exchange(m_answer, std::nullopt);
}

bool Forward::hasSessionFailed() const
{
    const std::lock_guard lock(m_mutex);
    return m_sessionFailed;
}

void Forward::abandon()
{
    const std::lock_guard lock(m_mutex);
    m_abandoned = true;
    m_answer.reset(); // closes the descriptor that nobody has taken
}

QString Forward::end() const
{
    const std::lock_guard lock(m_mutex);
    return m_end;
}

} // namespace colonnade::remote
