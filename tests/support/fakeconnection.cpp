// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/fakeconnection.h"

#include <algorithm>
#include <atomic>

namespace colonnade::test {

using base::ErrorCode;
using base::Result;
using remote::Command;
using remote::LineSink;
using remote::Output;
using remote::Phase;
using remote::Stream;

FakeConnection::FakeConnection(QString node, Handler handler)
    : m_node(std::move(node)), m_handler(std::move(handler))
{
    m_status.phase = Phase::Connected;
    m_status.since = QDateTime::currentDateTimeUtc();
}

void FakeConnection::setHandler(Handler handler)
{
    const std::scoped_lock lock(m_mutex);
    m_handler = std::move(handler);
}

void FakeConnection::hold()
{
    const std::scoped_lock lock(m_mutex);
    m_held = true;
}

void FakeConnection::release()
{
    const std::scoped_lock lock(m_mutex);
    m_held = false;
    m_changed.notify_all();
}

void FakeConnection::lose(const QString &why)
{
    const std::scoped_lock lock(m_mutex);
    const QDateTime now = QDateTime::currentDateTimeUtc();
    m_lost = true;
    ++m_losses;
    m_status = {Phase::Waiting, base::Error{ErrorCode::ConnectionLost, why}, now, now.addSecs(2)};
    m_changed.notify_all();
}

void FakeConnection::restore()
{
    const std::scoped_lock lock(m_mutex);
    m_lost = false;
    m_status = {Phase::Connected, {}, QDateTime::currentDateTimeUtc(), {}};
    m_changed.notify_all();
}

void FakeConnection::setStatus(const remote::Status &status)
{
    const std::scoped_lock lock(m_mutex);
    m_status = status;
    m_changed.notify_all();
}

QList<Call> FakeConnection::calls() const
{
    const std::scoped_lock lock(m_mutex);
    return m_calls;
}

int FakeConnection::count(QByteArrayView words) const
{
    const std::scoped_lock lock(m_mutex);
    return static_cast<int>(std::ranges::count_if(m_calls, [words](const Call &call) {
        return QByteArrayView(call.command.script).contains(words);
    }));
}

bool FakeConnection::waitFor(const std::function<bool()> &condition,
                             std::chrono::milliseconds limit) const
{
    const auto end = std::chrono::steady_clock::now() + limit;
    while (!condition()) {
        std::unique_lock lock(m_mutex);
        // Looks again now and then as well: a condition may be about something else than this
        // object.
        m_changed.wait_for(lock, std::chrono::milliseconds(10));
        lock.unlock();
        if (std::chrono::steady_clock::now() > end)
            return condition();
    }
    return true;
}

bool FakeConnection::waitForCalls(qsizetype atLeast) const
{
    return waitFor([this, atLeast] { return calls().size() >= atLeast; });
}

void FakeConnection::poke() const
{
    const std::scoped_lock lock(m_mutex);
    m_changed.notify_all();
}

int FakeConnection::connectRequests() const
{
    const std::scoped_lock lock(m_mutex);
    return m_connectRequests;
}

Result<Output> FakeConnection::run(const Command &command, std::stop_token stop)
{
    return answer({Call::Kind::Run, command, std::move(stop), {}}, {});
}

Result<Output> FakeConnection::run(const Command &command, const LineSink &lines,
                                   std::stop_token stop)
{
    return answer({Call::Kind::Run, command, std::move(stop), {}}, lines);
}

Result<Output> FakeConnection::query(const Command &command, std::stop_token stop)
{
    return answer({Call::Kind::Query, command, std::move(stop), {}}, {});
}

remote::Status FakeConnection::status() const
{
    const std::scoped_lock lock(m_mutex);
    return m_status;
}

void FakeConnection::connectNow()
{
    const std::scoped_lock lock(m_mutex);
    ++m_connectRequests;
    if (m_status.phase == Phase::Closed && !m_lost)
        m_status.phase = Phase::Connected;
    m_changed.notify_all();
}

void FakeConnection::close()
{
    const std::scoped_lock lock(m_mutex);
    m_status = {};
    m_status.phase = Phase::Closed;
    m_status.since = QDateTime::currentDateTimeUtc();
    m_changed.notify_all();
}

namespace {

void feed(const LineSink &lines, Stream stream, QByteArrayView bytes)
{
    while (!bytes.isEmpty()) {
        const qsizetype end = bytes.indexOf('\n');
        lines(stream, bytes.first(end < 0 ? bytes.size() : end).toByteArray());
        bytes = end < 0 ? QByteArrayView() : bytes.sliced(end + 1);
    }
}

} // namespace

std::optional<base::Error> FakeConnection::waitWhileHeld(const Call &call, int generation)
{
    std::unique_lock lock(m_mutex);
    const bool free =
        m_changed.wait_for(lock, call.stop, call.command.deadline,
                           [this, generation] { return !m_held || m_losses != generation; });
    if (free)
        return {};
    if (call.stop.stop_requested())
        return base::Error{ErrorCode::Canceled, QStringLiteral("%1: canceled.").arg(m_node)};
    return base::Error{ErrorCode::TimedOut,
                       QStringLiteral("%1 did not answer in time.").arg(m_node)};
}

Result<Output> FakeConnection::answer(Call call, const LineSink &lines)
{
    const auto told = std::make_shared<std::atomic<bool>>(false);
    call.line = [told, lines](Stream stream, const QByteArray &line) {
        *told = true;
        if (lines)
            lines(stream, line);
    };

    Handler handler;
    int generation = 0;
    {
        const std::scoped_lock lock(m_mutex);
        m_calls.append(call);
        m_changed.notify_all();
        if (m_lost) {
            return base::failure(ErrorCode::ConnectionFailed,
                                 QStringLiteral("There is no connection to %1.").arg(m_node));
        }
        generation = m_losses;
    }
    if (std::optional<base::Error> error = waitWhileHeld(call, generation))
        return std::unexpected(*error);

    {
        const std::scoped_lock lock(m_mutex);
        handler = m_handler;
    }
    Result<Output> result = handler ? handler(call) : printed({});

    {
        const std::scoped_lock lock(m_mutex);
        m_changed.notify_all();
        if (m_losses != generation) {
            return base::failure(ErrorCode::ConnectionLost,
                                 QStringLiteral("The connection to %1 ended.").arg(m_node));
        }
    }
    if (result && lines && !*told) {
        feed(lines, Stream::Out, result->out);
        feed(lines, Stream::Err, result->err);
    }
    return result;
}

} // namespace colonnade::test
