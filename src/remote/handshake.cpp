// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/handshake.h"

#include "remote/algorithms.h"
#include "remote/plainline.h"
#include "remote/words.h"

#include <sys/socket.h>

namespace colonnade::remote {

using base::Error;
using base::ErrorCode;
using base::Result;

namespace {

/// A host that has sent this much without getting through the handshake is no SSH server.
constexpr uint64_t HandshakeLimit = 1024 * 1024;
constexpr qsizetype LongestLine = 255; ///< of the version exchange (RFC 4253, 4.2)
constexpr qsizetype LongestVersion = 120;

QString checkThePort()
{
    return Words::tr("Check that the port in the profile is the one of sshd.");
}

/// What sshd says instead of its version when MaxStartups or PerSourceMaxStartups are reached, and
/// since 9.8 to addresses that it punishes.
bool saysTooMany(QByteArrayView line)
{
    return line.startsWith("Exceeded MaxStartups") || line.startsWith("Not allowed at this time");
}

} // namespace

Result<void> Handshake::run(const LoginContext &login, int fd)
{
    login.progress.stageReached(Stage::KeyExchange, {});
    if (const Result<void> offered =
            offerAlgorithms(login.session, login.settings.legacyAlgorithms);
        !offered)
        return offered;
    const NegotiationWatch watch;
    ssh_counter_struct traffic{};
    ssh_set_counters(login.session, &traffic, nullptr);
    const Result<int> answer = login.waiter.finish(login.session, SSH_AGAIN, [&] {
        readAlong(fd);
        m_flooded = traffic.in_bytes > HandshakeLimit;
        return m_flooded ? SSH_ERROR : ssh_connect(login.session);
    });
    ssh_set_counters(login.session, nullptr, nullptr);
    if (!answer && answer.error().code == ErrorCode::TimedOut && m_firstLine.isEmpty())
        return base::failure(
            ErrorCode::ConnectionFailed,
            Words::tr("it accepts connections, but it did not answer within %1 s")
                .arg(static_cast<double>(login.settings.connectTimeout.count()) / 1000),
            Words::tr("The host may be overloaded or hung, or it is no SSH server that listens on "
                      "this port."));
    if (!answer)
        return std::unexpected(answer.error());
    if (*answer != SSH_OK)
        return std::unexpected(why(login));
    report(login, watch);
    return {};
}

/// Looks at the server's first line before libssh takes it, and throws it away where it is not one
/// of SSH.
void Handshake::readAlong(int fd)
{
    if (m_firstLine.endsWith('\n') || m_firstLine.size() >= LongestLine)
        return;
    char bytes[LongestLine];
    const ssize_t count = ::recv(fd, bytes, sizeof bytes, MSG_PEEK | MSG_DONTWAIT);
    if (count <= 0)
        return;
    const QByteArrayView chunk(bytes, count);
    const qsizetype end = chunk.indexOf('\n');
    m_firstLine += chunk.first(end < 0 ? chunk.size() : end + 1);
}

Error Handshake::why(const LoginContext &login)
{
    if (m_flooded)
        return {ErrorCode::ConnectionFailed,
                Words::tr("it floods the connection and does not speak SSH"), checkThePort()};
    const QByteArray words = ssh_get_error(login.session);
    if (const auto none = noCommonAlgorithm(words, login.settings.legacyAlgorithms))
        return *none;
    if (!m_firstLine.startsWith("SSH-"))
        return noServer(sessionError(login.session));
    if (!m_firstLine.startsWith("SSH-2.") && !m_firstLine.startsWith("SSH-1.99"))
        return {ErrorCode::ConnectionFailed,
                Words::tr("it speaks a version of SSH that is broken beyond repair and not "
                          "supported: %1")
                    .arg(plainLine(QByteArrayView(m_firstLine), LongestVersion)),
                Words::tr("Let its sshd_config say: Protocol 2")};
    return {ErrorCode::ConnectionFailed,
            Words::tr("the SSH handshake failed: %1").arg(sessionError(login.session)),
            Words::tr("Look into the log of its sshd for the reason.")};
}

/// Not one word of SSH came.
Error Handshake::noServer(const QString &reason)
{
    if (m_firstLine.isEmpty()) {
        m_drop = Drop::Silent;
        return {ErrorCode::ConnectionFailed,
                Words::tr("it ends the connection before it has said a word (%1)").arg(reason),
                Words::tr("Too many may be logging in at once (MaxStartups), or it does not let "
                          "this workstation in (fail2ban, hosts.deny, a firewall). Look into the "
                          "log of its sshd.")};
    }
    const QString line = plainLine(QByteArrayView(m_firstLine), LongestVersion);
    if (saysTooMany(m_firstLine)) {
        m_drop = Drop::Said;
        return {ErrorCode::ConnectionFailed, Words::tr("it turns us away: %1").arg(line),
                Words::tr("Too many are logging in at once, or too many failed to. Wait, or raise "
                          "MaxStartups in its sshd_config.")};
    }
    return {ErrorCode::ConnectionFailed, Words::tr("it is no SSH server; it says: %1").arg(line),
            checkThePort()};
}

void Handshake::report(const LoginContext &login, const NegotiationWatch &watch) const
{
    const Negotiated agreed = watch.result(login.session);
    login.progress.stageReached(
        Stage::KeyExchange,
        QStringLiteral("%1: %2").arg(
            plainLine(QByteArrayView(ssh_get_serverbanner(login.session)), LongestVersion),
            agreed.text()));
    if (agreed.isLegacy())
        login.progress.legacyFound();
}

} // namespace colonnade::remote
