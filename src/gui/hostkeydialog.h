// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/questiondialogs.h"
#include "remote/fingerprintcheck.h"

class QPushButton;

namespace Ui {
class HostKeyDialog;
}

namespace colonnade::gui {

/// Shows a host key that no file knows, and compares it with what a person pastes. Cancel is what
/// Enter and Escape do; a fingerprint that differs leaves nothing else.
class HostKeyDialog final : public QuestionDialog
{
    Q_OBJECT

public:
    HostKeyDialog(const remote::HostKeyQuestion &question, QWidget *parent);
    ~HostKeyDialog() override;
    QuestionReply takeReply() override;

private:
    void fill();
    void addButtons();
    QPushButton *addAccept(const QString &text, remote::HostKeyAnswer answer);
    void compare();
    void allow(bool allowed, const QString &why);

    const remote::HostKeyQuestion m_question;
    std::unique_ptr<Ui::HostKeyDialog> m_ui;
    QPushButton *m_once = nullptr;
    QPushButton *m_save = nullptr;
    remote::HostKeyAnswer m_answer = remote::HostKeyAnswer::Cancel;
};

} // namespace colonnade::gui
