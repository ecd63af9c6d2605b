// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/loginsteps.h"
#include "remote/rootaccess.h"
#include "remote/words.h"

#include <algorithm>
#include <poll.h>

namespace colonnade::remote {

using base::ErrorCode;
using base::failure;
using base::Result;

namespace {

constexpr int MostAttempts = 3;
constexpr int MostChannels = 8; ///< sudo may end after each question, and demand a terminal
constexpr auto RetryPause = std::chrono::milliseconds(100);
constexpr qsizetype MostOutput = 1024;

/// What sudo reads as one answer: all that comes behind the first line end would be the script's.
bool isOneLine(const base::Secret &secret)
{
    const QByteArrayView text(secret.reveal(), secret.size());
    return !text.isEmpty() && !text.contains('\n') && !text.contains('\r') && !text.contains('\0');
}

/// Moves a session that is logged in, before there is a Link to do so.
class SessionPump
{
public:
    SessionPump(ssh_session session, Waiter &waiter)
        : m_session(session), m_waiter(waiter), m_event(ssh_event_new())
    {
        ssh_event_add_session(m_event.get(), session);
        ssh_event_add_fd(
            m_event.get(), waiter.wakeup().descriptor(), POLLIN,
            [](socket_t, int, void *wakeup) {
                static_cast<Wakeup *>(wakeup)->drain();
                return 0;
            },
            &waiter.wakeup());
    }
    ~SessionPump()
    {
        ssh_event_remove_fd(m_event.get(), m_waiter.wakeup().descriptor());
        ssh_event_remove_session(m_event.get(), m_session);
    }
    SessionPump(const SessionPump &) = delete;
    SessionPump &operator=(const SessionPump &) = delete;

    /// Waits for something to come, at most until @p until.
    Result<void> move(Clock::time_point until = Clock::time_point::max())
    {
        if (const auto mayGoOn = m_waiter.mayGoOn(); !mayGoOn)
            return mayGoOn;
        const int time = millisecondsUntil(std::min(until, m_waiter.deadline()));
        if (ssh_event_dopoll(m_event.get(), time) == SSH_ERROR || !ssh_is_connected(m_session))
            return failure(ErrorCode::ConnectionFailed,
                           Words::tr("the connection was lost while sudo was tried: %1")
                               .arg(sessionError(m_session)));
        return {};
    }

private:
    ssh_session m_session;
    Waiter &m_waiter;
    EventHandle m_event;
};

/// Tries sudo once, to learn how it is used here and whether the password is right.
class RootLogin
{
public:
    explicit RootLogin(const LoginContext &login)
        : m_login(login),
          m_pump(login.session, login.waiter),
          m_question(secretQuestion(login.settings, SecretQuestion::Kind::SudoPassword))
    {
        m_use.password = login.settings.becomeRoot == BecomeRoot::SudoWithPassword;
        m_use.forget = m_use.password;
    }

    Result<void> run();
    SudoUse use() const { return {.password = m_use.password, .terminal = m_use.terminal}; }
    base::Secret takePassword() { return m_sent ? std::move(m_password) : base::Secret(); }

private:
    Result<void> tryOnce();
    Result<void> finish(SudoChannel &channel);
    Result<void> pause();
    Result<void> judge(const SudoChannel &channel);
    bool mayTryAgain(SudoProblem problem);
    const base::Secret *nextPassword();
    void refuseLast();
    Result<void> notAnswered() const;
    Result<void> explainWait(const SudoChannel &channel, const base::Error &error) const;

    const LoginContext &m_login;
    SessionPump m_pump;
    SudoUse m_use;
    SecretQuestion m_question;
    base::Secret m_password;
    bool m_sent = false; ///< m_password was given to sudo, which has not refused it so far
    bool m_declined = false;
    bool m_again = false;
    QByteArray m_output;
};

Result<void> RootLogin::run()
{
    for (int i = 0; i < MostChannels; ++i) {
        m_again = false;
        const Result<void> done = tryOnce();
        if (done && m_sent && m_login.interaction)
            m_login.interaction->secretAccepted(m_question);
        if (!m_again)
            return done;
    }
    return std::unexpected(sudoError(m_login.settings, {SudoProblem::Unknown}));
}

Result<void> RootLogin::tryOnce()
{
    m_output.clear();
    SudoChannel channel(
        m_login.session, m_use, {scriptPreamble() + "exec id -u\n", {}},
        [this](int) { return nextPassword(); },
        [this](const SudoFailure &failure) { return sudoError(m_login.settings, failure); },
        [this](Stream stream, QByteArrayView bytes) {
            if (stream == Stream::Out && m_output.size() < MostOutput)
                m_output += bytes;
        });
    if (const Result<void> finished = finish(channel); !finished)
        return explainWait(channel, finished.error());
    return judge(channel);
}

Result<void> RootLogin::finish(SudoChannel &channel)
{
    for (;;) {
        const bool changed = channel.advance();
        if (channel.state() == ExecChannel::State::Ended || channel.denial())
            return {};
        if (channel.state() == ExecChannel::State::Refused)
            return pause();
        const Result<void> moved = m_pump.move(changed ? Clock::now() : Clock::time_point::max());
        if (!moved)
            return moved;
    }
}

/// sshd frees the place of the last channel some time after it was closed.
Result<void> RootLogin::pause()
{
    const Clock::time_point end = Clock::now() + RetryPause;
    Result<void> moved;
    while (moved && Clock::now() < end)
        moved = m_pump.move(end);
    return moved;
}

Result<void> RootLogin::judge(const SudoChannel &channel)
{
    if (m_declined)
        return notAnswered();
    if (const auto denial = channel.denial()) {
        m_again = mayTryAgain(channel.failure()->problem);
        return std::unexpected(*denial);
    }
    if (channel.state() == ExecChannel::State::Refused) {
        m_again = true;
        return failure(ErrorCode::ConnectionFailed, channel.problem());
    }
    if (channel.exitStatus() == 0 && m_output.trimmed() == "0")
        return {};
    return failure(ErrorCode::RootDenied,
                   Words::tr("%1 cannot become root on %2: sudo works, but makes it another user "
                             "(runas_default), or none.")
                       .arg(m_login.settings.user, m_login.settings.node),
                   Words::tr("Log in with ssh, and look at what this does there: %1")
                       .arg(QStringLiteral("sudo /bin/sh -c id")));
}

bool RootLogin::mayTryAgain(SudoProblem problem)
{
    if (problem == SudoProblem::NeedsTerminal && !m_use.terminal) {
        m_use.terminal = true;
        return true;
    }
    if (problem == SudoProblem::AnsweredTooLate && !m_password.isEmpty()) {
        m_sent = false; // nobody has read it
        return true;
    }
    if (problem == SudoProblem::WrongPassword && m_sent) {
        refuseLast();
        return m_question.attempt <= MostAttempts;
    }
    return false;
}

Result<void> RootLogin::notAnswered() const
{
    if (m_login.waiter.stop().stop_requested())
        return m_login.waiter.mayGoOn();
    return failure(ErrorCode::RootDenied,
                   Words::tr("%1 cannot become root on %2: sudo asks for a password, and none was "
                             "given that is one line of text.")
                       .arg(m_login.settings.user, m_login.settings.node),
                   Words::tr("Connect again, and give the password that sudo wants on this node."));
}

void RootLogin::refuseLast()
{
    if (m_login.interaction)
        m_login.interaction->secretRefused(m_question);
    m_sent = false;
    m_password = {};
    ++m_question.attempt;
}

/// sudo asks: the answer that it has not had yet. Null: there is none.
const base::Secret *RootLogin::nextPassword()
{
    if (m_sent)
        refuseLast();
    if (m_question.attempt > MostAttempts)
        return nullptr;
    if (m_password.isEmpty()) {
        std::optional<base::Secret> answer = m_login.ask([this]() -> std::optional<base::Secret> {
            if (!m_login.interaction)
                return {};
            return m_login.interaction->secret(m_question, m_login.waiter.stop());
        });
        m_declined = !answer || !isOneLine(*answer);
        if (m_declined)
            return nullptr;
        m_password = *std::move(answer);
    }
    m_sent = true;
    return &m_password;
}

/// What a wait without an end, or a loss, means here.
Result<void> RootLogin::explainWait(const SudoChannel &channel, const base::Error &error) const
{
    if (error.code != ErrorCode::TimedOut)
        return std::unexpected(error);
    if (const auto question = channel.foreignQuestion())
        return std::unexpected(sudoError(m_login.settings, *question));
    return failure(ErrorCode::ConnectionFailed,
                   Words::tr("the login worked, but sudo does not answer"),
                   Words::tr("Log in with ssh, and look at what this does there: %1")
                       .arg(QStringLiteral("sudo /bin/sh -c id")));
}

QString howItWorked(const SudoUse &use)
{
    if (use.terminal)
        return use.password ? Words::tr("sudo, with a password and a terminal")
                            : Words::tr("sudo, with a terminal");
    return use.password ? Words::tr("sudo, with a password") : Words::tr("sudo");
}

} // namespace

Result<void> becomeRoot(const LoginContext &login, RootAccess &root)
{
    if (!root.sudo())
        return {};
    login.progress.stageReached(Stage::Root, {});
    RootLogin attempt(login);
    const Result<void> done = attempt.run();
    if (!done)
        return done;
    login.progress.stageReached(Stage::Root, howItWorked(attempt.use()));
    root.learn(attempt.use(), attempt.takePassword());
    return {};
}

} // namespace colonnade::remote
