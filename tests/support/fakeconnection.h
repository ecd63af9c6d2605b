// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "remote/connection.h"

#include <QList>

#include <condition_variable>
#include <memory>
#include <mutex>

namespace colonnade::test {

/// A call of a FakeConnection, as its handler and the record see it.
struct Call
{
    enum class Kind { Query, Run };
    Kind kind = Kind::Run;
    remote::Command command;
    std::stop_token stop;
    /// Gives the caller a line at once, as a real connection does. Never empty.
    remote::LineSink line;
};

/// A connection to a node that exists in a test only. Any thread may call everything.
///
/// A handler answers; it runs on the caller's thread, without a lock, and may wait (waitFor()),
/// lose() the connection or count. Losing it makes every call under way answer ConnectionLost,
/// whatever its handler returns, and later ones ConnectionFailed, until restore().
class FakeConnection final : public remote::Connection
{
public:
    using Handler = std::function<base::Result<remote::Output>(const Call &)>;

    /// Without a handler, every command succeeds and prints nothing.
    explicit FakeConnection(QString node, Handler handler = {});

    void setHandler(Handler handler);

    /// From now on calls wait before their handler is asked, until release(), lose(), their stop
    /// token or their deadline.
    void hold();
    void release();

    void lose(const QString &why = QStringLiteral("The connection was cut."));
    void restore();
    void setStatus(const remote::Status &status);

    /// All calls so far, in the order in which they began.
    QList<Call> calls() const;
    /// How many calls have a script that contains @p words.
    int count(QByteArrayView words) const;
    /// Waits until @p condition, which is looked at after every change of this object, holds.
    /// False: it did not within @p limit, which only a broken test reaches.
    bool waitFor(const std::function<bool()> &condition,
                 std::chrono::milliseconds limit = std::chrono::seconds(20)) const;
    /// The same for a number of calls.
    bool waitForCalls(qsizetype atLeast) const;
    /// Makes waiting conditions look again: for those about things outside of this object.
    void poke() const;
    /// How often connectNow() was called.
    int connectRequests() const;

    QString node() const override { return m_node; }
    base::Result<remote::Output> run(const remote::Command &command, std::stop_token stop) override;
    base::Result<remote::Output> run(const remote::Command &command, const remote::LineSink &lines,
                                     std::stop_token stop) override;
    base::Result<remote::Output> query(const remote::Command &command,
                                       std::stop_token stop) override;
    remote::Status status() const override;
    void connectNow() override;
    void close() override;

private:
    base::Result<remote::Output> answer(Call call, const remote::LineSink &lines);
    std::optional<base::Error> waitWhileHeld(const Call &call, int generation);

    const QString m_node;
    mutable std::mutex m_mutex;
    mutable std::condition_variable_any m_changed;
    Handler m_handler;
    remote::Status m_status;
    QList<Call> m_calls;
    bool m_held = false;
    bool m_lost = false;
    int m_losses = 0;
    int m_connectRequests = 0;
};

/// A successful answer that prints @p out.
inline base::Result<remote::Output> printed(QByteArray out, QByteArray err = {}, int exitStatus = 0)
{
    return remote::Output{std::move(out), std::move(err), exitStatus};
}

/// A connection that passes all on to another: for code that takes ownership of a connection while
/// the test keeps its fake.
class SharedConnection : public remote::Connection
{
public:
    explicit SharedConnection(std::shared_ptr<remote::Connection> target)
        : m_target(std::move(target))
    {
    }

    QString node() const override { return m_target->node(); }
    base::Result<remote::Output> run(const remote::Command &command, std::stop_token stop) override
    {
        return m_target->run(command, stop);
    }
    base::Result<remote::Output> run(const remote::Command &command, const remote::LineSink &lines,
                                     std::stop_token stop) override
    {
        return m_target->run(command, lines, stop);
    }
    base::Result<remote::Output> query(const remote::Command &command,
                                       std::stop_token stop) override
    {
        return m_target->query(command, stop);
    }
    remote::Status status() const override { return m_target->status(); }
    void connectNow() override { m_target->connectNow(); }
    void close() override { m_target->close(); }

private:
    std::shared_ptr<remote::Connection> m_target;
};

} // namespace colonnade::test
