// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "remote/sshconnection.h"
#include "remote/sudochannel.h"

#include <memory>

namespace colonnade::remote {

/// Starts the programs of one session as root. The I/O thread's; lives as long as its channels.
class RootAccess
{
public:
    /// @p settings must live as long.
    explicit RootAccess(const ConnectionSettings &settings);
    RootAccess(const RootAccess &) = delete;
    RootAccess &operator=(const RootAccess &) = delete;

    /// A POSIX shell that reads its commands from what is written to it.
    std::unique_ptr<ExecChannel> shell(ssh_session session, ExecChannel::DataSink sink);
    /// @p script, with @p input and its end on standard input.
    std::unique_ptr<ExecChannel> command(ssh_session session, const QByteArray &script,
                                         const QByteArray &input, ExecChannel::DataSink sink);

    /// Why there is no more becoming root in this session: sudo has changed its mind. Nothing tries
    /// again, since each wrong password counts against the account.
    const std::optional<base::Error> &denial() const { return m_denial; }

    /// How sudo is used here; none: it is not needed.
    const std::optional<SudoUse> &sudo() const { return m_sudo; }
    /// What the login found out: how, and with what password.
    void learn(const SudoUse &use, base::Secret password);

private:
    std::unique_ptr<ExecChannel> bySudo(ssh_session session, RootProgram program,
                                        ExecChannel::DataSink sink);
    const base::Secret *passwordFor(int question) const;
    base::Error explain(const SudoFailure &failure);

    const ConnectionSettings &m_settings;
    std::optional<SudoUse> m_sudo;
    base::Secret m_password;
    std::optional<base::Error> m_denial;
};

/// What sudo's refusal means for a person: RootDenied.
base::Error sudoError(const ConnectionSettings &settings, const SudoFailure &failure);

} // namespace colonnade::remote
