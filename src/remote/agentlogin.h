// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "remote/agentprotocol.h"
#include "remote/loginsteps.h"

#include <mutex>
#include <thread>

namespace colonnade::remote {

/// Stands between libssh and the SSH agent. libssh offers all keys of an agent until the server
/// bans us, stops at the first one that it does not know, waits for an answer without an end, and
/// does not tell which key it was. So it gets an agent that holds one key at a time, which is ours:
/// a thread that passes on what is to be signed.
class AgentLogin
{
public:
    /// Connects to the agent, reads its keys, and becomes the agent of the session.
    explicit AgentLogin(const LoginContext &login);
    ~AgentLogin();
    AgentLogin(const AgentLogin &) = delete;
    AgentLogin &operator=(const AgentLogin &) = delete;

    /// Why there is no agent; empty: there is one.
    QString problem() const { return m_problem; }
    const QList<AgentKey> &keys() const { return m_keys; }

    /// The session's next ssh_userauth_agent() sees this key only.
    void choose(const AgentKey &key);
    /// Why the agent did not sign with the key that was chosen last; empty: it did, or was not
    /// asked to.
    QString signProblem() const;

private:
    class Pipe;

    bool connect(const QString &path);
    bool readKeys(const LoginContext &login);
    bool giveTo(ssh_session session, const std::stop_token &stop);
    void serve();
    QByteArray answer(const QByteArray &request, Pipe &agent);
    QByteArray sign(const QByteArray &request, Pipe &agent);
    void hangUp();

    Descriptor m_agent;
    Descriptor m_ours; ///< the other end has libssh
    QString m_problem;
    QList<AgentKey> m_keys;

    mutable std::mutex m_mutex; // of what follows
    AgentKey m_chosen;
    QString m_signProblem;

    std::jthread m_thread;
};

} // namespace colonnade::remote
