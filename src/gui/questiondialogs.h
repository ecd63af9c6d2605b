// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/questions.h"

#include <QLineEdit>

#include <memory>

namespace Ui {
class SecretDialog;
} // namespace Ui

namespace colonnade::gui {

/// A dialog that answers one Question.
class QuestionDialog : public QDialog
{
    Q_OBJECT

public:
    using QDialog::QDialog;
    /// What was answered. Meaningful after the dialog was accepted; takes the secrets out of the
    /// dialog.
    virtual QuestionReply takeReply() = 0;
};

/// Asks for a password, a passphrase, or the answers of a keyboard-interactive dialogue. What the
/// server says is shown as plain text, shortened, and marked as the server's.
class SecretDialog final : public QuestionDialog
{
    Q_OBJECT

public:
    /// @p canRemember: there is a keychain; @p keptWasWrong: what it has was refused.
    SecretDialog(const remote::SecretQuestion &question, bool canRemember, bool keptWasWrong,
                 QWidget *parent);
    SecretDialog(const remote::KeyboardQuestion &question, QWidget *parent);
    ~SecretDialog() override;
    QuestionReply takeReply() override;

private:
    void begin(const QString &title, const QString &headline, int attempt);
    void offerToRemember(bool canRemember, bool keptWasWrong);
    QLineEdit *addField(const QString &label, bool echo);

    std::unique_ptr<Ui::SecretDialog> m_ui;
    QList<QLineEdit *> m_fields;
};

/// The dialog for @p question.
QuestionDialog *makeQuestionDialog(const Question &question, QWidget *parent);

} // namespace colonnade::gui
