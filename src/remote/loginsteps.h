// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "remote/connectgate.h"
#include "remote/handles.h"
#include "remote/sshconnection.h"
#include "remote/waiter.h"

#include <functional>

namespace colonnade::remote {

class RootAccess;
class Route;

/// Who is told how a login goes on, on the thread that logs in.
struct LoginProgress
{
    std::function<void(Phase)> phaseChanged;
    /// A stage begins (without a detail) or is over: what came out of it.
    std::function<void(Stage, const QString &detail)> stageReached;
    /// An algorithm is in use that only ConnectionSettings::legacyAlgorithms allows.
    std::function<void()> legacyFound;
};

/// What the steps of one login (host key, authentication) work with.
struct LoginContext
{
    ssh_session session;
    const ConnectionSettings &settings;
    Interaction *interaction; ///< null: there is nobody to ask
    Waiter &waiter;
    ConnectTicket &ticket;
    const LoginProgress &progress;

    /// Asks a person: shows that it waits for one, keeps nobody else waiting, and does not count
    /// the time.
    template<typename Question>
    auto ask(Question question) const
    {
        ticket.giveBack();
        waiter.giveWay();
        progress.phaseChanged(Phase::WaitingForUser);
        const Clock::time_point begin = Clock::now();
        auto answer = question();
        waiter.extend(Clock::now() - begin);
        progress.phaseChanged(Phase::Connecting);
        return answer;
    }
};

/// "host port 22", for messages; an IPv6 address in brackets.
QString peerName(const ConnectionSettings &settings);

/// A question for a secret of the host that @p settings describe.
SecretQuestion secretQuestion(const ConnectionSettings &settings, SecretQuestion::Kind kind);

/// What libssh said last about the session, which may be the server's words: one plain line. Where
/// the server said goodbye it is only what it said then.
QString sessionError(ssh_session session);

/// What the server said goodbye with (SSH_MSG_DISCONNECT), as one plain line; empty: it did not.
QString farewell(ssh_session session);

/// Compares the key that the server shows with the ones on file; asks about an unknown one.
base::Result<void> verifyHostKey(const LoginContext &login);

/// Prefers the types of host key that are on file, as ssh(1) does, so that a host with several keys
/// does not seem to be another one. Before the handshake; the only place that sets
/// SSH_OPTIONS_HOSTKEYS.
base::Result<void> preferKnownKeyTypes(ssh_session session, const ConnectionSettings &settings);

/// Makes sure that sudo works, and tells @p root how; does nothing where it is not needed.
base::Result<void> becomeRoot(const LoginContext &login, RootAccess &root);

/// Proves to the server who we are.
base::Result<void> authenticate(const LoginContext &login);

/// All of it, from the TCP connection on, or what @p route has instead. The session does not block.
/// A server that drops us before it has said a word, as sshd does when too many log in at once
/// (MaxStartups), is asked again some times.
base::Result<SessionHandle> logIn(const ConnectionSettings &settings, Interaction *interaction,
                                  Wakeup &wakeup, std::stop_token stop, Route &route,
                                  const LoginProgress &progress, RootAccess &root);

} // namespace colonnade::remote
