// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/questions.h"
#include "profiles/secretkeeper.h"

#include <QCoreApplication>

namespace colonnade::gui {

/// The window as the partner of connections that are being made. Called on their I/O threads, which
/// wait; the GUI thread never does. Outlives the window: without one, everything is declined.
class WindowInteraction final : public remote::Interaction
{
    Q_DECLARE_TR_FUNCTIONS(colonnade::gui::WindowInteraction)

public:
    WindowInteraction(QuestionDesk *desk, profiles::SecretStore store);
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
    void secretRefused(const remote::SecretQuestion &question) override;
    void hostKeyAlarm(const remote::HostKeyAlarm &alarm) override;

    /// What is remembered and kept. Not for the GUI thread.
    profiles::SecretKeeper &keeper() { return m_keeper; }

private:
    std::optional<base::Secret> typed(const remote::SecretQuestion &question,
                                      const std::stop_token &stop);
    void tellAboutKeychain();
    void notice(const base::Error &what);
    QuestionReply askWindow(const QuestionPointer &question, std::stop_token stop);
    bool post(void (QuestionDesk::*method)(const QuestionPointer &),
              const QuestionPointer &question);

    profiles::SecretKeeper m_keeper;

    std::mutex m_mutex; // of what follows
    QuestionDesk *m_desk;
    profiles::SecretKeeper::Keychain m_told = profiles::SecretKeeper::Keychain::Available;
};

} // namespace colonnade::gui
