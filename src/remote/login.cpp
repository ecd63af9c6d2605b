// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/loginsteps.h"

#include "remote/handshake.h"
#include "remote/plainline.h"
#include "remote/route.h"
#include "remote/words.h"

#include <QRandomGenerator>

namespace colonnade::remote {

using base::Error;
using base::ErrorCode;
using base::failure;
using base::Result;

namespace {

/// How often a server that dropped us is asked again in one attempt, and after what time first.
constexpr int MostDropsSaid = 6;   ///< it says itself that there are too many
constexpr int MostDropsSilent = 2; ///< it may as well have banned us
constexpr auto FirstPause = std::chrono::milliseconds(100);

template<typename Value>
bool setOption(ssh_session session, ssh_options_e option, Value value)
{
    return ssh_options_set(session, option, value) == SSH_OK;
}

Result<SessionHandle> newSession(const ConnectionSettings &settings)
{
    SessionHandle session(ssh_new());
    const QByteArray host = settings.host.toUtf8();
    const QByteArray user = settings.user.toUtf8();
    const unsigned port = settings.port;
    const bool readConfig = false;
    const long seconds = 10; // for the few calls of libssh that wait in spite of everything
    // The known_hosts files are read by KnownHosts; libssh must not read them too.
    if (!session || !setOption(session.get(), SSH_OPTIONS_PROCESS_CONFIG, &readConfig)
        || !setOption(session.get(), SSH_OPTIONS_HOST, host.constData())
        || !setOption(session.get(), SSH_OPTIONS_PORT, &port)
        || !setOption(session.get(), SSH_OPTIONS_USER, user.constData())
        || !setOption(session.get(), SSH_OPTIONS_KNOWNHOSTS, "/dev/null")
        || !setOption(session.get(), SSH_OPTIONS_GLOBAL_KNOWNHOSTS, "/dev/null")
        || !setOption(session.get(), SSH_OPTIONS_TIMEOUT, &seconds)) {
        return failure(
            ErrorCode::InvalidInput,
            Words::tr("host or user is not usable: %1").arg(sessionError(session.get())));
    }
    ssh_set_blocking(session.get(), 0);
    return session;
}

/// Says which node it was, and turns a wait without an answer into a connection that failed.
Error atNode(const ConnectionSettings &settings, Error error)
{
    if (error.code == ErrorCode::TimedOut) {
        error.code = ErrorCode::ConnectionFailed;
        error.message = Words::tr("it did not answer within %1 s")
                            .arg(static_cast<double>(settings.connectTimeout.count()) / 1000);
        error.remedy = Words::tr("Check that the host is on and not overloaded, and the network.");
    }
    if (error.code == ErrorCode::ConnectionFailed || error.code == ErrorCode::InvalidInput)
        error.message = cannotBeReached(settings, error.message);
    else if (error.code == ErrorCode::NoCommonAlgorithm)
        error.message = Words::tr("%1 (%2) cannot be talked to: %3.")
                            .arg(settings.node, peerName(settings), error.message);
    return error;
}

Result<SessionHandle> makeSession(const LoginContext &where, Route &route, Handshake &handshake,
                                  RootAccess &root)
{
    const ConnectionSettings &settings = where.settings;
    Result<SessionHandle> session = newSession(settings);
    if (!session)
        return session;
    const LoginContext login{session->get(), settings,     where.interaction,
                             where.waiter,   where.ticket, where.progress};
    Result<Descriptor> socket = route.open(settings, login.waiter, login.progress.stageReached);
    if (!socket)
        return std::unexpected(socket.error());
    const int fd = socket->get();
    ssh_options_set(session->get(), SSH_OPTIONS_FD, &fd);

    Result<void> done = preferKnownKeyTypes(session->get(), settings);
    if (!done)
        return std::unexpected(done.error());
    socket->release(); // ssh_connect() takes it
    done = handshake.run(login, fd);
    if (done) {
        login.progress.stageReached(Stage::HostKey, {});
        done = verifyHostKey(login);
    }
    if (done)
        done = authenticate(login);
    if (done)
        done = becomeRoot(login, root);
    if (!done)
        return std::unexpected(done.error());
    return session;
}

/// Lets the crowd before the server's door go on, and waits. False: there is no time left, or it
/// was asked often enough.
bool waitForRoom(const LoginContext &login, Handshake::Drop drop, int drops)
{
    const int most = drop == Handshake::Drop::Said ? MostDropsSaid : MostDropsSilent;
    if (drop == Handshake::Drop::None || drops > most)
        return false;
    login.ticket.narrow();
    login.ticket.giveBack();
    const auto pause = FirstPause * (1 << (drops - 1));
    const auto lot = std::chrono::milliseconds(
        QRandomGenerator::global()->bounded(static_cast<int>(pause.count())));
    return login.waiter.pause(pause + lot).has_value();
}

} // namespace

QString peerName(const ConnectionSettings &settings)
{
    const bool isIpv6 = settings.host.contains(u':') && !settings.host.startsWith(u'[');
    return Words::tr("%1 port %2")
        .arg(isIpv6 ? u'[' + settings.host + u']' : settings.host, QString::number(settings.port));
}

SecretQuestion secretQuestion(const ConnectionSettings &settings, SecretQuestion::Kind kind)
{
    SecretQuestion question;
    question.kind = kind;
    question.node = settings.node;
    question.secretsId = settings.secretsId;
    question.user = settings.user;
    question.host = settings.host;
    question.port = settings.port;
    return question;
}

QString farewell(ssh_session session)
{
    // ssh_get_disconnect_message() does not tell it in the state in which the session is then, and
    // overwrites the error.
    const QByteArrayView text(session ? ssh_get_error(session) : "");
    const QByteArrayView begin("Received SSH_MSG_DISCONNECT: ");
    const qsizetype colon = text.startsWith(begin) ? text.indexOf(':', begin.size()) : -1;
    return colon < 0 ? QString() : plainLine(text.sliced(colon + 1));
}

QString sessionError(ssh_session session)
{
    const QString words = farewell(session);
    if (!words.isEmpty())
        return words;
    const QString text = session ? plainLine(QByteArrayView(ssh_get_error(session))) : QString();
    return text.isEmpty() ? Words::tr("no reason was given") : text;
}

Result<SessionHandle> logIn(const ConnectionSettings &settings, Interaction *interaction,
                            Wakeup &wakeup, std::stop_token stop, Route &route,
                            const LoginProgress &progress, RootAccess &root)
{
    ConnectTicket ticket(gateName(settings), stop);
    Waiter waiter(wakeup, stop, settings.connectTimeout);
    waiter.takeTurns();
    const LoginContext login{nullptr, settings, interaction, waiter, ticket, progress};
    for (int drops = 1;; ++drops) {
        Handshake handshake;
        Result<SessionHandle> session = makeSession(login, route, handshake, root);
        if (session) {
            ticket.widen();
            return session;
        }
        if (route.hasJumpFailed())
            return session;
        if (!waitForRoom(login, handshake.drop(), drops))
            return std::unexpected(atNode(settings, session.error()));
        const Clock::time_point begin = Clock::now();
        ticket.takeAgain(stop);
        waiter.extend(Clock::now() - begin);
    }
}

} // namespace colonnade::remote
