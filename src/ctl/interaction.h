// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ctl/terminal.h"
#include "profiles/secretkeeper.h"
#include "remote/interaction.h"

namespace colonnade::ctl {

/// Answers what connections ask: from the keychain, by asking a person at the terminal, or, where
/// there is none, with no and a sentence on standard error that says what to do. Adds nothing to
/// the keychain.
class TerminalInteraction final : public remote::Interaction
{
public:
    /// @p terminal must outlive this object. @p secrets: the keychain, or none.
    TerminalInteraction(Terminal &terminal, bool acceptNewHostKeys, profiles::SecretStore secrets)
        : m_terminal(terminal), m_acceptNewHostKeys(acceptNewHostKeys), m_keeper(std::move(secrets))
    {
    }

    remote::HostKeyAnswer unknownHostKey(const remote::HostKeyQuestion &question,
                                         std::stop_token stop) override;
    std::optional<base::Secret> secret(const remote::SecretQuestion &question,
                                       std::stop_token stop) override;
    std::optional<std::vector<base::Secret>>
    keyboardInteractive(const remote::KeyboardQuestion &question, std::stop_token stop) override;
    void secretAccepted(const remote::SecretQuestion &question) override;
    void secretRefused(const remote::SecretQuestion &question) override;
    void hostKeyAlarm(const remote::HostKeyAlarm &alarm) override;

private:
    std::optional<base::Secret> askSecret(const remote::SecretQuestion &question,
                                          const std::stop_token &stop);

    Terminal &m_terminal;
    const bool m_acceptNewHostKeys;
    profiles::SecretKeeper m_keeper;
};

} // namespace colonnade::ctl
