// SPDX-License-Identifier: GPL-3.0-or-later
#include "cluster/connectiontest.h"

#include "cluster/probe.h"
#include "cluster/words.h"

#include <algorithm>
#include <condition_variable>
#include <mutex>

namespace colonnade::cluster {

using base::Error;
using base::ErrorCode;
using base::Result;
using remote::Phase;
using Outcome = TestStep::Outcome;

namespace {

/// A Connection tells its state when asked only.
constexpr auto LookAgain = std::chrono::milliseconds(50);
constexpr auto CommandTime = std::chrono::seconds(20);

bool isTrying(Phase phase)
{
    return phase == Phase::Idle || phase == Phase::Connecting || phase == Phase::WaitingForUser;
}

TestStage testStage(remote::Stage stage)
{
    switch (stage) {
    case remote::Stage::Resolve:
        return TestStage::Resolve;
    case remote::Stage::Connect:
        return TestStage::Connect;
    case remote::Stage::KeyExchange:
        return TestStage::KeyExchange;
    case remote::Stage::HostKey:
        return TestStage::HostKey;
    case remote::Stage::Authentication:
        return TestStage::Authentication;
    case remote::Stage::Root:
        break;
    }
    return TestStage::Root;
}

/// A line of what a node printed.
QString lineOf(const QByteArray &bytes)
{
    QString text = QString::fromUtf8(bytes.left(300));
    for (QChar &character : text) {
        if (!character.isPrint())
            character = u' ';
    }
    return text.simplified();
}

/// One run of a test.
class ConnectionTest
{
public:
    ConnectionTest(remote::Connection &connection, const TestSink &sink, std::stop_token stop)
        : m_connection(connection), m_sink(sink), m_stop(std::move(stop))
    {
    }

    Result<void> run();

private:
    Result<void> connect();
    std::optional<remote::Status> awaitEnd(const remote::Status &before);
    void pause();
    void tellStages(const remote::Status &status);
    Result<void> testRoot();
    Result<void> testToolstack();
    Error notRoot(const remote::Output &output) const;
    void tell(TestStage stage, Outcome outcome, const QString &detail = {});
    std::unexpected<Error> fail(TestStage stage, const Error &error);

    remote::Connection &m_connection;
    const TestSink &m_sink;
    const std::stop_token m_stop;
    QList<TestStep> m_told; ///< the last of each stage
};

Result<void> ConnectionTest::run()
{
    Result<void> done = connect();
    if (done)
        done = testRoot();
    if (done)
        done = testToolstack();
    return done;
}

Result<void> ConnectionTest::connect()
{
    const remote::Status before = m_connection.status();
    if (before.phase != Phase::Connected)
        m_connection.connectNow();
    const std::optional<remote::Status> status = awaitEnd(before);
    if (!status)
        return base::failure(ErrorCode::Canceled,
                             Words::tr("The test of %1 was canceled.").arg(m_connection.node()));
    tellStages(*status);
    if (status->phase == Phase::Connected)
        return {};
    const TestStage last =
        status->stages.isEmpty() ? TestStage::Resolve : testStage(status->stages.last().stage);
    return fail(last, status->error.value_or(Error{
                          ErrorCode::Canceled,
                          Words::tr("The connection to %1 was closed.").arg(m_connection.node())}));
}

/// Follows the attempt to its end. Nothing: the test was stopped.
std::optional<remote::Status> ConnectionTest::awaitEnd(const remote::Status &before)
{
    bool begun = before.phase == Phase::Connected;
    for (;;) {
        if (m_stop.stop_requested())
            return {};
        const remote::Status now = m_connection.status();
        // The end of the attempt before this one is none of ours.
        begun = begun || now.phase != before.phase || now.since != before.since
                || now.nextAttempt != before.nextAttempt;
        if (begun && !isTrying(now.phase))
            return now;
        if (begun)
            tellStages(now);
        pause();
    }
}

void ConnectionTest::pause()
{
    std::mutex mutex;
    std::condition_variable_any never;
    std::unique_lock lock(mutex);
    never.wait_for(lock, m_stop, LookAgain, [] { return false; });
}

/// All stages but the last are over, and so is that when the connection stands.
void ConnectionTest::tellStages(const remote::Status &status)
{
    const bool stands = status.phase == Phase::Connected;
    for (qsizetype i = 0; i < status.stages.size(); ++i) {
        const remote::StageReport &report = status.stages[i];
        const bool over = stands || i + 1 < status.stages.size();
        // The login's share of it; whether the commands run as root is asked afterwards.
        if (over && report.stage == remote::Stage::Root)
            continue;
        if (over || isTrying(status.phase))
            tell(testStage(report.stage), over ? Outcome::Passed : Outcome::Begun, report.detail);
    }
}

Result<void> ConnectionTest::testRoot()
{
    tell(TestStage::Root, Outcome::Begun);
    remote::Command command;
    command.title = Words::tr("Look whether it is root");
    command.script = "id -u";
    command.deadline = CommandTime;
    command.outputLimit = 64 * 1024;
    command.readsOnly = true;
    const Result<remote::Output> output = m_connection.run(command, m_stop);
    if (!output)
        return fail(TestStage::Root, output.error());
    if (output->exitStatus != 0 || output->out.trimmed() != "0")
        return fail(TestStage::Root, notRoot(*output));
    tell(TestStage::Root, Outcome::Passed, Words::tr("commands run as root"));
    return {};
}

Error ConnectionTest::notRoot(const remote::Output &output) const
{
    bool isNumber = false;
    const qint64 id = output.out.trimmed().toLongLong(&isNumber);
    if (output.exitStatus == 0 && isNumber)
        return {ErrorCode::RootDenied,
                Words::tr("Commands on %1 run as the user with the number %2, not as root.")
                    .arg(m_connection.node(), QString::number(id)),
                Words::tr("Log in as root, or let the profile become root with sudo.")};
    const QString words = lineOf(output.out + ' ' + output.err);
    return {ErrorCode::RootDenied,
            Words::tr("%1 lets the user log in, but does not run commands: %2.")
                .arg(m_connection.node(), words.isEmpty() ? Words::tr("it says nothing") : words),
            Words::tr("Look at the user's login shell on the node (it may be nologin), and at "
                      "ForceCommand in its sshd_config.")};
}

Result<void> ConnectionTest::testToolstack()
{
    tell(TestStage::Toolstack, Outcome::Begun);
    const Result<NodeFacts> facts = probe(m_connection, {}, m_stop);
    if (!facts)
        return fail(TestStage::Toolstack, facts.error());
    if (!facts->toolstack) {
        tell(TestStage::Toolstack, Outcome::Absent, facts->toolstackProblem);
        return {};
    }
    const QString kind = toolstack::kindName(*facts->toolstack);
    if (!facts->toolstackProblem.isEmpty())
        return fail(TestStage::Toolstack,
                    {ErrorCode::CommandFailed, facts->toolstackProblem,
                     Words::tr("Look whether %1 works on the node itself.").arg(kind)});
    tell(TestStage::Toolstack, Outcome::Passed,
         Words::tr("%1, Xen %2.%3%4")
             .arg(kind, QString::number(facts->info.xenMajor),
                  QString::number(facts->info.xenMinor), facts->info.xenExtra));
    return {};
}

void ConnectionTest::tell(TestStage stage, Outcome outcome, const QString &detail)
{
    const TestStep step{stage, outcome, detail, {}};
    const auto last = std::ranges::find(m_told, stage, &TestStep::stage);
    if (last == m_told.end())
        m_told.append(step);
    else if (*last == step)
        return;
    else
        *last = step;
    m_sink(step);
}

std::unexpected<Error> ConnectionTest::fail(TestStage stage, const Error &error)
{
    m_sink({stage, Outcome::Failed, error.message, error.remedy});
    return std::unexpected(error);
}

} // namespace

QString stageName(TestStage stage)
{
    switch (stage) {
    case TestStage::Resolve:
        return Words::tr("Name");
    case TestStage::Connect:
        return Words::tr("TCP connection");
    case TestStage::KeyExchange:
        return Words::tr("Key exchange");
    case TestStage::HostKey:
        return Words::tr("Host key");
    case TestStage::Authentication:
        return Words::tr("Authentication");
    case TestStage::Root:
        return Words::tr("Root");
    case TestStage::Toolstack:
        break;
    }
    return Words::tr("Toolstack");
}

Result<void> testConnection(remote::Connection &connection, const TestSink &sink,
                            std::stop_token stop)
{
    return ConnectionTest(connection, sink, std::move(stop)).run();
}

} // namespace colonnade::cluster
