// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/questions.h"

#include <functional>

namespace colonnade::gui {

/// Reads and keeps secrets; may block. An empty function means that there is no keychain.
struct SecretStore
{
    std::function<std::optional<base::Secret>(const remote::SecretQuestion &, std::stop_token)>
        find;
    std::function<void(const remote::SecretQuestion &, const base::Secret &)> keep;
    std::function<bool()> available = [] { return false; };
};

/// The window as the partner of connections that are being made. Called on their I/O threads, which
/// wait; the GUI thread never does. Outlives the window: without one, everything is declined.
class WindowInteraction final : public remote::Interaction
{
public:
    WindowInteraction(QuestionDesk *desk, SecretStore store);
    ~WindowInteraction() override;

    /// Called by the window before its desk goes.
    void detach();

    remote::HostKeyAnswer unknownHostKey(const remote::HostKeyQuestion &question,
                                         std::stop_token stop) override;
    std::optional<base::Secret> secret(const remote::SecretQuestion &question,
                                       std::stop_token stop) override;
    std::optional<std::vector<base::Secret>>
    keyboardInteractive(const remote::KeyboardQuestion &question, std::stop_token stop) override;
    void secretAccepted(const remote::SecretQuestion &question) override;

private:
    struct Remembered
    {
        QString key;
        base::Secret secret;
    };

    QuestionReply askWindow(const QuestionPointer &question, std::stop_token stop);
    bool post(void (QuestionDesk::*method)(const QuestionPointer &),
              const QuestionPointer &question);

    std::mutex m_mutex;
    QuestionDesk *m_desk;
    SecretStore m_store;
    std::vector<Remembered> m_remembered; ///< typed with "remember", not accepted yet
};

} // namespace colonnade::gui
