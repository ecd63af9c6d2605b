// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "remote/loginsteps.h"

#include <thread>

namespace colonnade::remote {

/// Gives a session the agent's socket, and takes it away again when the agent does not answer.
/// libssh waits for the agent without an end, and an agent may ask a person before it signs.
class AgentLogin
{
public:
    explicit AgentLogin(const LoginContext &login);

    /// Why there is no agent; empty: there is one.
    QString problem() const { return m_problem; }

private:
    QString m_problem;
    std::jthread m_watch;
};

} // namespace colonnade::remote
