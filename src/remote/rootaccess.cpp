// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/rootaccess.h"

namespace colonnade::remote {

RootAccess::RootAccess(const ConnectionSettings &settings) : m_settings(settings)
{
    if (settings.becomeRoot != BecomeRoot::NotNeeded)
        m_sudo = SudoUse{.password = settings.becomeRoot == BecomeRoot::SudoWithPassword};
}

void RootAccess::learn(const SudoUse &use, base::Secret password)
{
    m_sudo = use;
    m_password = std::move(password);
}

std::unique_ptr<ExecChannel> RootAccess::shell(ssh_session session, ExecChannel::DataSink sink)
{
    if (m_sudo)
        return bySudo(session, {.isShell = true}, std::move(sink));
    // Every login shell understands this line, and /bin/sh takes over from it.
    return std::make_unique<ExecChannel>(session, QByteArrayLiteral("exec /bin/sh"),
                                         std::move(sink));
}

std::unique_ptr<ExecChannel> RootAccess::command(ssh_session session, const QByteArray &script,
                                                 const QByteArray &input,
                                                 ExecChannel::DataSink sink)
{
    if (m_sudo)
        return bySudo(session, {script, input}, std::move(sink));
    auto channel =
        std::make_unique<ExecChannel>(session, loginProgram(script.size()), std::move(sink));
    channel->write(script + input);
    channel->endInput();
    return channel;
}

std::unique_ptr<ExecChannel> RootAccess::bySudo(ssh_session session, RootProgram program,
                                                ExecChannel::DataSink sink)
{
    return std::make_unique<SudoChannel>(
        session, *m_sudo, std::move(program),
        [this](int question) { return passwordFor(question); },
        [this](const SudoFailure &failure) { return explain(failure); }, std::move(sink));
}

const base::Secret *RootAccess::passwordFor(int question) const
{
    return question == 1 && !m_password.isEmpty() && !m_denial ? &m_password : nullptr;
}

base::Error RootAccess::explain(const SudoFailure &failure)
{
    const base::Error error = sudoError(m_settings, failure);
    // A node that is short of processes or memory may have some again.
    if (failure.problem != SudoProblem::Unknown && !m_denial)
        m_denial = error;
    return error;
}

} // namespace colonnade::remote
