// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/sshconnection.h"

#include "remote/sessions.h"
#include "remote/words.h"

#include <atomic>

namespace colonnade::remote {

using base::ErrorCode;
using base::failure;
using base::Result;

namespace {

constexpr qsizetype HeadSize = 4096;
constexpr qsizetype LeastErrors = 1024; ///< of the head, kept free for standard error

/// The beginning of what was printed, standard error last and never crowded out.
QByteArray headOf(const Output &output)
{
    const qsizetype errors = std::min(output.err.size(), LeastErrors);
    const QByteArray out = output.out.left(HeadSize - errors);
    return out + output.err.left(HeadSize - out.size());
}

qint64 nextId()
{
    static std::atomic<qint64> last = 0;
    return ++last;
}

QString titleOf(const Command &command)
{
    return command.title.isEmpty() ? QString::fromUtf8(command.script) : command.title;
}

} // namespace

class SshConnection::Private
{
public:
    Private(ConnectionSettings settings, std::shared_ptr<Interaction> interaction,
            ActivitySink sink, CompleteSettings complete)
        : activity(std::move(sink)),
          readOnly(settings.readOnly),
          shared(std::make_shared<ConnectionThread>(std::move(settings), std::move(interaction),
                                                    std::move(complete))),
          thread(*shared)
    {
        offerSession(shared);
    }
    ~Private();

    Result<Output> perform(Request::Kind kind, const Command &command, const LineSink &lines,
                           std::stop_token stop);

private:
    Result<Output> answer(const std::shared_ptr<Request> &request, const Command &command,
                          const LineSink &lines, std::stop_token stop);
    Result<Output> wait(Request &request, const Command &command, const LineSink &lines,
                        std::stop_token stop);
    base::Error timedOut(const Command &command) const;
    base::Error endedEarly(const Request &request, const Command &command) const;
    ActivityRecord begin(const Command &command) const;
    void end(ActivityRecord record, Clock::time_point begun, const Request &request,
             const Result<Output> &result) const;
    QString node() const { return thread.node(); }

    base::Error refusedAsReadOnly(const Command &command) const;

    const ActivitySink activity;
    const bool readOnly;

    std::mutex mutex;
    std::condition_variable left;
    int callers = 0; ///< inside perform()

    const std::shared_ptr<ConnectionThread> shared; ///< with those that jump through it

public:
    ConnectionThread &thread;
};

SshConnection::Private::~Private()
{
    // Ending the thread makes every caller's command end; the callers still use us on their way
    // out.
    thread.stop();
    std::unique_lock lock(mutex);
    left.wait(lock, [this] { return callers == 0; });
}

Result<Output> SshConnection::Private::perform(Request::Kind kind, const Command &command,
                                               const LineSink &lines, std::stop_token stop)
{
    {
        const std::lock_guard lock(mutex);
        ++callers;
    }
    ActivityRecord record = begin(command);
    const Clock::time_point begun = Clock::now();
    const auto request = std::make_shared<Request>(kind, command, static_cast<bool>(lines));
    Result<Output> result = answer(request, command, lines, stop);
    end(std::move(record), begun, *request, result);

    const std::lock_guard lock(mutex);
    if (--callers == 0)
        left.notify_all();
    return result;
}

Result<Output> SshConnection::Private::answer(const std::shared_ptr<Request> &request,
                                              const Command &command, const LineSink &lines,
                                              std::stop_token stop)
{
    if (readOnly && request->kind() == Request::Kind::Run && !command.readsOnly)
        return std::unexpected(refusedAsReadOnly(command));
    thread.submit(request);
    return wait(*request, command, lines, std::move(stop));
}

Result<Output> SshConnection::Private::wait(Request &request, const Command &command,
                                            const LineSink &lines, std::stop_token stop)
{
    const Request::Wait how = request.wait(lines, std::move(stop));
    if (how != Request::Wait::Ended)
        thread.wake();
    if (how == Request::Wait::Stopped)
        return failure(
            ErrorCode::Canceled,
            Words::tr("%1 on %2 was canceled; it may go on there.").arg(titleOf(command), node()));
    if (how == Request::Wait::DeadlinePassed)
        return std::unexpected(timedOut(command));
    if (!request.end())
        return std::unexpected(endedEarly(request, command));
    Output output = request.output();
    output.exitStatus = *request.end();
    return output;
}

base::Error SshConnection::Private::refusedAsReadOnly(const Command &command) const
{
    return {ErrorCode::Refused,
            Words::tr("%1 was not begun: %2 is read-only, its profile lets nothing change it.")
                .arg(titleOf(command), node()),
            Words::tr("Turn read-only mode off in the profile of %1.").arg(node())};
}

base::Error SshConnection::Private::timedOut(const Command &command) const
{
    const Status status = thread.status();
    const double seconds = static_cast<double>(command.deadline.count()) / 1000;
    if (status.phase == Phase::Connected)
        return {ErrorCode::TimedOut,
                Words::tr("%1 did not end on %2 within %3 s; it may go on there.")
                    .arg(titleOf(command), node())
                    .arg(seconds),
                {}};
    QString message = Words::tr("%1 did not begin: %2 was not connected within %3 s.")
                          .arg(titleOf(command), node())
                          .arg(seconds);
    if (status.phase == Phase::WaitingForUser)
        message +=
            QLatin1Char(' ') + Words::tr("A question about its host key or a secret is open.");
    else if (status.error)
        message += QLatin1Char(' ') + status.error->message;
    return {ErrorCode::TimedOut, message, status.error ? status.error->remedy : QString()};
}

/// Whether a command was carried out is not known when its connection goes.
base::Error SshConnection::Private::endedEarly(const Request &request, const Command &command) const
{
    base::Error error = request.end().error();
    if (error.code != ErrorCode::ConnectionLost || request.kind() != Request::Kind::Run
        || command.readsOnly)
        return error;
    error.message = Words::tr("What became of %1 on %2 is not known: it may go on there. %3")
                        .arg(titleOf(command), node(), error.message);
    error.remedy = Words::tr("Look before you repeat it. %1").arg(error.remedy).trimmed();
    return error;
}

ActivityRecord SshConnection::Private::begin(const Command &command) const
{
    ActivityRecord record;
    record.id = nextId();
    record.startedAt = QDateTime::currentDateTimeUtc();
    record.node = node();
    record.title = titleOf(command);
    record.script = command.script;
    record.quiet = command.quiet;
    if (activity)
        activity(record);
    return record;
}

void SshConnection::Private::end(ActivityRecord record, Clock::time_point begun,
                                 const Request &request, const Result<Output> &result) const
{
    if (!activity)
        return;
    record.finished = true;
    record.duration = std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now() - begun);
    record.outputHead = headOf(request.output());
    if (result)
        record.exitStatus = result->exitStatus;
    else
        record.problem = result.error().message;
    activity(record);
}

SshConnection::SshConnection(ConnectionSettings settings, std::shared_ptr<Interaction> interaction,
                             ActivitySink activity, CompleteSettings complete)
    : d(std::make_unique<Private>(std::move(settings), std::move(interaction), std::move(activity),
                                  std::move(complete)))
{
}

SshConnection::~SshConnection() = default;

QString SshConnection::node() const
{
    return d->thread.node();
}

Result<Output> SshConnection::run(const Command &command, std::stop_token stop)
{
    return d->perform(Request::Kind::Run, command, {}, std::move(stop));
}

Result<Output> SshConnection::run(const Command &command, const LineSink &lines,
                                  std::stop_token stop)
{
    return d->perform(Request::Kind::Run, command, lines, std::move(stop));
}

Result<Output> SshConnection::query(const Command &command, std::stop_token stop)
{
    return d->perform(Request::Kind::Query, command, {}, std::move(stop));
}

Status SshConnection::status() const
{
    return d->thread.status();
}

void SshConnection::connectNow()
{
    d->thread.connectNow();
}

void SshConnection::close()
{
    d->thread.close();
}

void SshConnection::probeNow()
{
    d->thread.probeNow();
}

void SshConnection::onStatusChanged(std::function<void(const Status &)> listener)
{
    d->thread.onStatusChanged(std::move(listener));
}

} // namespace colonnade::remote
