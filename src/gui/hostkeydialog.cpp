// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/hostkeydialog.h"

#include "ui_hostkeydialog.h"

#include "gui/hostkeytext.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QPushButton>

namespace colonnade::gui {

using remote::FingerprintMatch;
using remote::HostKeyAnswer;

namespace {

Tone toneOf(FingerprintMatch match)
{
    switch (match) {
    case FingerprintMatch::Nothing:
        return Tone::Neutral;
    case FingerprintMatch::Same:
        return Tone::Good;
    case FingerprintMatch::Different:
        return Tone::Bad;
    default:
        return Tone::Warn;
    }
}

} // namespace

HostKeyDialog::HostKeyDialog(const remote::HostKeyQuestion &question, QWidget *parent)
    : QuestionDialog(parent), m_question(question), m_ui(std::make_unique<Ui::HostKeyDialog>())
{
    m_ui->setupUi(this);
    setObjectName(QStringLiteral("hostKeyDialog"));
    fill();
    addButtons();
    connect(m_ui->copy, &QPushButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(m_ui->command->text()); });
    connect(m_ui->paste, &QLineEdit::textChanged, this, &HostKeyDialog::compare);
    compare();
}

HostKeyDialog::~HostKeyDialog() = default;

void HostKeyDialog::fill()
{
    m_ui->headline->setText(
        tr("%1 is connected to for the first time: no known_hosts file has its key. If somebody "
           "is between you and the node, this is the only moment to notice.")
            .arg(m_question.node));
    showWhole(m_ui->host, hostAddress(m_question.host, m_question.port));
    showWhole(m_ui->jump, m_question.jump);
    m_ui->jump->setHidden(m_question.jump.isEmpty());
    m_ui->jumpLabel->setHidden(m_question.jump.isEmpty());
    showWhole(m_ui->type, m_question.keyType);
    showWhole(m_ui->fingerprint, m_question.fingerprint);
    showWhole(m_ui->command, hostKeyLookUpCommand(m_question.keyType));
    m_ui->advice->setText(tr("Run this command at the console of the node, not over this "
                             "connection, and accept the key if both fingerprints are the same."));
    m_ui->remarks->setText(m_question.remarks.join(QLatin1Char('\n')));
    m_ui->remarks->setAccessibleName(tr("Remarks"));
    m_ui->remarks->setHidden(m_question.remarks.isEmpty());
}

QPushButton *HostKeyDialog::addAccept(const QString &text, HostKeyAnswer answer)
{
    QPushButton *button = m_ui->buttons->addButton(text, QDialogButtonBox::AcceptRole);
    button->setAutoDefault(false);
    connect(button, &QPushButton::clicked, this, [this, answer] {
        m_answer = answer;
        accept();
    });
    return button;
}

void HostKeyDialog::addButtons()
{
    QPushButton *cancel = m_ui->buttons->addButton(QDialogButtonBox::Cancel);
    m_once = addAccept(tr("Connect &once"), HostKeyAnswer::ConnectOnce);
    m_save = addAccept(tr("&Accept and save"), HostKeyAnswer::AcceptAndSave);
    cancel->setDefault(true);
    cancel->setFocus();
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
}

void HostKeyDialog::compare()
{
    const FingerprintMatch match = remote::compareFingerprint(m_ui->paste->text(), m_question.key);
    QString said;
    switch (match) {
    case FingerprintMatch::Nothing:
        said = tr("Nothing to compare yet.");
        break;
    case FingerprintMatch::Same:
        said = tr("It is the same key.");
        break;
    case FingerprintMatch::SameMd5Only:
        said = tr("The MD5 fingerprint is the same. MD5 is weak: compare SHA256 if the host can.");
        break;
    case FingerprintMatch::Different:
        said = tr("It is another key. Do not connect: this may not be the node.");
        break;
    case FingerprintMatch::OtherType:
        said = tr("It is a key of another type than %1, so it says nothing about this one.")
                   .arg(m_question.keyType);
        break;
    case FingerprintMatch::Unrecognized:
        said = tr("There is no whole fingerprint in it.");
        break;
    }
    m_ui->result->setText(said);
    m_ui->result->setAccessibleName(tr("Result of the comparison: %1").arg(said));
    showToneSign(m_ui->resultSign, toneOf(match));
    allow(match != FingerprintMatch::Different, said);
}

void HostKeyDialog::allow(bool allowed, const QString &why)
{
    m_once->setEnabled(allowed);
    m_save->setEnabled(allowed);
    m_once->setToolTip(allowed ? tr("Nothing is saved; the next connection asks again") : why);
    m_save->setToolTip(allowed ? tr("Adds the key to %1").arg(m_question.knownHostsFile) : why);
}

QuestionReply HostKeyDialog::takeReply()
{
    QuestionReply reply;
    reply.given = true;
    reply.hostKey = m_answer;
    return reply;
}

} // namespace colonnade::gui
