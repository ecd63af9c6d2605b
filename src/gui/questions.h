// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "remote/interaction.h"

#include <QDialog>
#include <QList>
#include <QObject>
#include <QPointer>

#include <condition_variable>
#include <memory>
#include <mutex>
#include <variant>

namespace colonnade::gui {

/// What the person said to one question. Secrets move through it and are wiped where they end.
struct QuestionReply
{
    remote::HostKeyAnswer hostKey = remote::HostKeyAnswer::Cancel;
    std::vector<base::Secret> secrets;
    bool given = false;    ///< false: declined
    bool remember = false; ///< keep the secret in the keychain once the server accepted it
};

/// One question on its way from an I/O thread, which waits for the reply, to the window and back.
struct Question
{
    std::variant<remote::HostKeyQuestion, remote::SecretQuestion, remote::KeyboardQuestion> content;
    bool canRemember = false;
    bool keptWasWrong = false; ///< what the keychain has for it was tried and refused

    std::mutex mutex;
    std::condition_variable_any changed;
    bool answered = false;
    QuestionReply reply;
};
using QuestionPointer = std::shared_ptr<Question>;

/// Shows the questions of all connections, one dialog at a time; the others wait in a row. Lives in
/// the GUI thread. The dialogs are not modal: the rest of the window stays usable.
class QuestionDesk : public QObject
{
    Q_OBJECT

public:
    explicit QuestionDesk(QWidget *dialogParent);
    ~QuestionDesk() override; ///< declines what is still open

    void ask(const QuestionPointer &question);
    /// Takes a question back that nobody waits for any more.
    void withdraw(const QuestionPointer &question);
    /// Passes an alarm on to whoever shows it.
    void raiseAlarm(const remote::HostKeyAlarm &alarm) { Q_EMIT hostKeyAlarm(alarm); }

    /// The dialog that is shown now, or nullptr.
    QDialog *currentDialog() const { return m_dialog; }
    qsizetype waiting() const { return m_row.size(); }

Q_SIGNALS:
    /// What a person should know of asking and keeping, without an answer to it.
    void notice(const colonnade::base::Error &what);
    void hostKeyAlarm(const colonnade::remote::HostKeyAlarm &alarm);

private:
    void showNext();
    void dialogFinished(int result);

    QWidget *m_dialogParent;
    QList<QuestionPointer> m_row; ///< the first one is shown
    QPointer<QDialog> m_dialog;
};

} // namespace colonnade::gui
