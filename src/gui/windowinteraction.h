// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "gui/questions.h"

#include <atomic>
#include <functional>

namespace colonnade::gui {

/// Reads and keeps secrets; may block, so never on the GUI thread.
struct SecretStore
{
    using Found = base::Result<std::optional<base::Secret>>;

    /// An error means that there is no keychain; no value, that it has nothing for this question.
    std::function<Found(const remote::SecretQuestion &, std::stop_token)> find;
    std::function<void(const remote::SecretQuestion &, const base::Secret &)> keep;
};

/// The system's keychain.
SecretStore keychainStore();

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
    const SecretStore m_store;
    std::atomic<bool> m_keychain = false; ///< whether it answered last
    std::vector<Remembered> m_remembered; ///< typed with "remember", not accepted yet
};

} // namespace colonnade::gui
