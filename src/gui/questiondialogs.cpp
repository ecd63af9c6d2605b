// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/questiondialogs.h"

#include "gui/hostkeydialog.h"
#include "gui/hostkeytext.h"
#include "remote/plainline.h"
#include "ui_secretdialog.h"

#include <QPushButton>

namespace colonnade::gui {

namespace {

constexpr qsizetype MostServerText = 400;

} // namespace

SecretDialog::SecretDialog(const remote::SecretQuestion &question, bool canRemember,
                           bool keptWasWrong, QWidget *parent)
    : QuestionDialog(parent), m_ui(std::make_unique<Ui::SecretDialog>())
{
    const QString place = hostAddress(question.host, question.port);
    switch (question.kind) {
    case remote::SecretQuestion::Kind::Passphrase:
        begin(tr("Passphrase"),
              tr("The key %1 is encrypted. Its passphrase is needed to connect to %2.")
                  .arg(question.keyFile, question.node),
              question.attempt);
        addField(tr("&Passphrase"), false);
        break;
    case remote::SecretQuestion::Kind::SudoPassword:
        begin(tr("Password for sudo"),
              tr("sudo on %1 asks for the password of %2 (at %3), to become root.")
                  .arg(question.node, question.user, place),
              question.attempt);
        addField(tr("&Password"), false);
        break;
    case remote::SecretQuestion::Kind::Password:
        begin(
            tr("Password"),
            tr("%1 asks for the password of %2 (at %3).").arg(question.node, question.user, place),
            question.attempt);
        addField(tr("&Password"), false);
        break;
    }
    offerToRemember(canRemember, keptWasWrong);
}

void SecretDialog::offerToRemember(bool canRemember, bool keptWasWrong)
{
    m_ui->remember->setVisible(canRemember);
    m_ui->noKeychain->setVisible(!canRemember);
    if (!keptWasWrong)
        return;
    m_ui->problem->setText(tr("What the keychain has was not accepted."));
    m_ui->problem->setVisible(true);
    m_ui->remember->setText(tr("&Remember this one instead"));
    m_ui->remember->setChecked(true);
}

SecretDialog::SecretDialog(const remote::KeyboardQuestion &question, QWidget *parent)
    : QuestionDialog(parent), m_ui(std::make_unique<Ui::SecretDialog>())
{
    QString headline =
        tr("%1 asks %2 (at %3) to answer.")
            .arg(question.node, question.user, hostAddress(question.host, question.port));
    for (const QString &part : {question.name, question.instruction}) {
        const QString said = remote::plainLine(part, MostServerText);
        if (!said.isEmpty())
            headline += QLatin1Char('\n') + tr("The server says: %1").arg(said);
    }
    begin(tr("Questions of the server"), headline, question.attempt);
    for (const remote::KeyboardQuestion::Prompt &prompt : question.prompts) {
        // A server's ampersand is text, not a shortcut.
        QString label = remote::plainLine(prompt.text, 80);
        label.replace(QLatin1Char('&'), QLatin1String("&&"));
        addField(label.isEmpty() ? tr("Answer") : label, prompt.echo);
    }
    m_ui->remember->hide();
    m_ui->noKeychain->hide();
}

SecretDialog::~SecretDialog() = default;

void SecretDialog::begin(const QString &title, const QString &headline, int attempt)
{
    m_ui->setupUi(this);
    setObjectName(QStringLiteral("secretDialog"));
    setWindowTitle(title);
    m_ui->headline->setText(headline);
    m_ui->headline->setMinimumWidth(fontMetrics().averageCharWidth() * 56);
    m_ui->problem->setVisible(attempt > 1);
    m_ui->problem->setText(tr("The last answer was not accepted."));
    connect(m_ui->buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(m_ui->buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

QLineEdit *SecretDialog::addField(const QString &label, bool echo)
{
    auto *edit = new QLineEdit(this);
    if (!echo) {
        edit->setEchoMode(QLineEdit::Password);
        edit->setInputMethodHints(Qt::ImhSensitiveData | Qt::ImhNoPredictiveText
                                  | Qt::ImhNoAutoUppercase);
    }
    auto *words = new QLabel(label, this);
    words->setTextFormat(Qt::PlainText);
    words->setBuddy(edit);
    m_ui->form->addRow(words, edit);
    if (m_fields.isEmpty())
        edit->setFocus();
    m_fields.append(edit);
    return edit;
}

QuestionReply SecretDialog::takeReply()
{
    QuestionReply reply;
    reply.given = true;
    reply.remember = m_ui->remember->isVisibleTo(this) && m_ui->remember->isChecked();
    for (QLineEdit *field : std::as_const(m_fields)) {
        QString text = field->text();
        field->clear();
        reply.secrets.emplace_back(text.toUtf8());
        text.fill(QLatin1Char('\0')); // the field's own memory; what its toolkit copied is not ours
    }
    return reply;
}

QuestionDialog *makeQuestionDialog(const Question &question, QWidget *parent)
{
    if (const auto *key = std::get_if<remote::HostKeyQuestion>(&question.content))
        return new HostKeyDialog(*key, parent);
    if (const auto *secret = std::get_if<remote::SecretQuestion>(&question.content))
        return new SecretDialog(*secret, question.canRemember, question.keptWasWrong, parent);
    return new SecretDialog(std::get<remote::KeyboardQuestion>(question.content), parent);
}

} // namespace colonnade::gui
