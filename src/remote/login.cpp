// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/loginsteps.h"

#include "remote/tcp.h"
#include "remote/words.h"

namespace colonnade::remote {

using base::Error;
using base::ErrorCode;
using base::failure;
using base::Result;

namespace {

/// A host that has sent this much without getting through the handshake is no SSH server.
constexpr uint64_t HandshakeLimit = 1024 * 1024;

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

Result<void> shakeHands(ssh_session session, Waiter &waiter)
{
    ssh_counter_struct traffic{};
    ssh_set_counters(session, &traffic, nullptr);
    bool flooded = false;
    const Result<int> answer = waiter.finish(session, SSH_AGAIN, [&] {
        flooded = traffic.in_bytes > HandshakeLimit;
        return flooded ? SSH_ERROR : ssh_connect(session);
    });
    ssh_set_counters(session, nullptr, nullptr);
    if (!answer)
        return std::unexpected(answer.error());
    if (flooded)
        return failure(ErrorCode::ConnectionFailed,
                       Words::tr("it floods the connection and does not speak SSH"),
                       Words::tr("Check that the port in the profile is the one of sshd."));
    if (*answer != SSH_OK)
        return failure(ErrorCode::ConnectionFailed,
                       Words::tr("the SSH handshake failed: %1").arg(sessionError(session)),
                       Words::tr("Check that the port in the profile is the one of sshd."));
    return {};
}

/// Says which node it was, and turns a wait without an answer into a connection that failed.
Error atNode(const ConnectionSettings &settings, Error error)
{
    if (error.code == ErrorCode::TimedOut) {
        error.code = ErrorCode::ConnectionFailed;
        error.message = Words::tr("it did not answer within %1 s")
                            .arg(static_cast<double>(settings.connectTimeout.count()) / 1000);
    }
    if (error.code == ErrorCode::ConnectionFailed || error.code == ErrorCode::InvalidInput)
        error.message = Words::tr("%1 cannot be reached at %2: %3.")
                            .arg(settings.node, peerName(settings), error.message);
    return error;
}

Result<SessionHandle> makeSession(const ConnectionSettings &settings, Interaction *interaction,
                                  Waiter &waiter, ConnectTicket &ticket,
                                  const std::function<void(Phase)> &phaseChanged)
{
    Result<SessionHandle> session = newSession(settings);
    if (!session)
        return session;
    const LoginContext login{session->get(), settings, interaction, waiter, ticket, phaseChanged};
    Result<Descriptor> socket = connectTcp(settings.host, settings.port, waiter);
    if (!socket)
        return std::unexpected(socket.error());
    const int fd = socket->get();
    ssh_options_set(session->get(), SSH_OPTIONS_FD, &fd);

    Result<void> done = preferKnownKeyTypes(session->get(), settings);
    if (!done)
        return std::unexpected(done.error());
    socket->release(); // ssh_connect() takes it
    done = shakeHands(session->get(), waiter);
    if (done)
        done = verifyHostKey(login);
    if (done)
        done = authenticate(login);
    if (!done)
        return std::unexpected(done.error());
    return session;
}

} // namespace

QString peerName(const ConnectionSettings &settings)
{
    return Words::tr("%1 port %2").arg(settings.host).arg(settings.port);
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

QString sessionError(ssh_session session)
{
    // Parts of it come from the server: one line of plain text, and not a long one.
    const QString text =
        session ? QString::fromUtf8(ssh_get_error(session)).simplified() : QString();
    return text.isEmpty() ? Words::tr("no reason was given") : text.left(500);
}

Result<SessionHandle> logIn(const ConnectionSettings &settings, Interaction *interaction,
                            Wakeup &wakeup, std::stop_token stop,
                            const std::function<void(Phase)> &phaseChanged)
{
    ConnectTicket ticket(settings.host, stop);
    Waiter waiter(wakeup, stop, settings.connectTimeout);
    Result<SessionHandle> session =
        makeSession(settings, interaction, waiter, ticket, phaseChanged);
    if (!session)
        return std::unexpected(atNode(settings, session.error()));
    return session;
}

} // namespace colonnade::remote
