// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ctl/terminal.h"
#include "remote/interaction.h"

namespace colonnade::ctl {

/// Answers what connections ask: by asking a person at the terminal, or, where there is none, with
/// no and a sentence on standard error that says what to do.
class TerminalInteraction final : public remote::Interaction
{
public:
    /// @p terminal must outlive this object.
    TerminalInteraction(Terminal &terminal, bool acceptNewHostKeys)
        : m_terminal(terminal), m_acceptNewHostKeys(acceptNewHostKeys)
    {
    }

    remote::HostKeyAnswer unknownHostKey(const remote::HostKeyQuestion &question,
                                         std::stop_token stop) override;
    std::optional<base::Secret> secret(const remote::SecretQuestion &question,
                                       std::stop_token stop) override;
    std::optional<std::vector<base::Secret>>
    keyboardInteractive(const remote::KeyboardQuestion &question, std::stop_token stop) override;

private:
    Terminal &m_terminal;
    const bool m_acceptNewHostKeys;
};

} // namespace colonnade::ctl
