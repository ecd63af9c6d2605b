// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/hostkeyalarmdialog.h"

#include "ui_hostkeyalarmdialog.h"

#include "gui/hostkeytext.h"
#include "gui/removehostkeysdialog.h"

#include <QApplication>
#include <QPushButton>

namespace colonnade::gui {

using Kind = remote::HostKeyAlarm::Kind;

HostKeyAlarmDialog::HostKeyAlarmDialog(const remote::HostKeyAlarm &alarm, QThreadPool *pool,
                                       QWidget *parent)
    : QDialog(parent), m_pool(pool), m_ui(std::make_unique<Ui::HostKeyAlarmDialog>())
{
    m_ui->setupUi(this);
    setObjectName(QStringLiteral("hostKeyAlarmDialog"));
    showToneSign(m_ui->sign, Tone::Bad);
    QFont strong = m_ui->headline->font();
    strong.setWeight(QFont::DemiBold);
    m_ui->headline->setFont(strong);
    addButtons();
    setAlarm(alarm);
}

HostKeyAlarmDialog::~HostKeyAlarmDialog() = default;

void HostKeyAlarmDialog::setAlarm(const remote::HostKeyAlarm &alarm)
{
    m_alarm = alarm;
    showKeys();
    showWords();
    m_remove->setHidden(alarm.onFile.isEmpty());
}

void HostKeyAlarmDialog::showKeys()
{
    showWhole(m_ui->host, hostAddress(m_alarm.host, m_alarm.port));
    showWhole(m_ui->jump, m_alarm.jump);
    m_ui->jump->setHidden(m_alarm.jump.isEmpty());
    m_ui->jumpLabel->setHidden(m_alarm.jump.isEmpty());
    showWhole(m_ui->oldFingerprint, m_alarm.oldFingerprint);
    showWhole(m_ui->fingerprint, m_alarm.fingerprint);
    showWhole(m_ui->oldType, m_alarm.oldKeyType);
    showWhole(m_ui->type, m_alarm.keyType);
    showWhole(m_ui->place,
              QStringLiteral("%1:%2").arg(m_alarm.file, QString::number(m_alarm.line)));
    showWhole(m_ui->command, hostKeyLookUpCommand(m_alarm.keyType));
}

void HostKeyAlarmDialog::showWords()
{
    QString headline, meaning, advice;
    switch (m_alarm.kind) {
    case Kind::Changed:
        headline = tr("The host key of %1 has changed. It was not connected to.");
        meaning = tr("Either somebody is between you and the node, or the node was installed anew, "
                     "or another machine has its address now.");
        break;
    case Kind::OtherType:
        headline = tr("%1 shows a host key of another type than the ones on file. It was not "
                      "connected to.");
        meaning = tr("Either another machine answers under this address, or the node got new keys "
                     "and its old ones were removed.");
        break;
    case Kind::Revoked:
        headline = tr("%1 shows a host key that is marked as revoked. It was not connected to.");
        meaning = tr("Somebody has declared this key to be lost to strangers: whoever shows it may "
                     "not be the node.");
        break;
    }
    advice = m_alarm.kind == Kind::Revoked
                 ? tr("Give the node new keys at its console. The mark is not removed from here.")
                 : tr("Run the command above at the console of the node, not over SSH. Only if it "
                      "prints the fingerprint that is shown now, remove the old key.");
    m_ui->headline->setText(headline.arg(m_alarm.node));
    m_ui->meaning->setText(meaning);
    m_ui->advice->setText(advice);
    m_ui->oldFingerprintLabel->setText(m_alarm.kind == Kind::Revoked ? tr("Revoked")
                                                                     : tr("On file"));
    QStringList remarks = m_alarm.remarks;
    if (m_alarm.onFile.size() > 1)
        remarks.prepend(tr("%n other key(s) of this host are on file.", nullptr,
                           int(m_alarm.onFile.size()) - 1));
    m_ui->remarks->setText(remarks.join(QLatin1Char('\n')));
    m_ui->remarks->setAccessibleName(tr("Remarks"));
    m_ui->remarks->setHidden(remarks.isEmpty());
}

void HostKeyAlarmDialog::addButtons()
{
    QPushButton *close = m_ui->buttons->addButton(QDialogButtonBox::Close);
    m_remove = m_ui->buttons->addButton(tr("&Remove the old key…"), QDialogButtonBox::ActionRole);
    m_remove->setAutoDefault(false);
    close->setDefault(true);
    close->setFocus();
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_remove, &QPushButton::clicked, this, &HostKeyAlarmDialog::removeOldKeys);
}

void HostKeyAlarmDialog::removeOldKeys()
{
    if (m_removal) {
        m_removal->raise();
        return;
    }
    auto *removal = new RemoveHostKeysDialog(m_alarm.onFile, m_alarm.node, m_pool, this);
    m_removal = removal;
    connect(removal, &QDialog::finished, removal, &QObject::deleteLater);
    connect(removal, &RemoveHostKeysDialog::removed, this, [this] { m_remove->hide(); });
    // What the alarm was about is gone with the keys.
    connect(removal, &RemoveHostKeysDialog::removed, removal,
            [this, removal] { connect(removal, &QDialog::finished, this, &QDialog::accept); });
    connect(removal, &RemoveHostKeysDialog::connectAgainRequested, this,
            [this] { Q_EMIT connectAgainRequested(m_alarm.node); });
    removal->show();
}

HostKeyAlarms::HostKeyAlarms(QThreadPool *pool, QWidget *dialogParent)
    : QObject(dialogParent), m_pool(pool), m_dialogParent(dialogParent)
{
}

void HostKeyAlarms::raise(const remote::HostKeyAlarm &alarm)
{
    QPointer<HostKeyAlarmDialog> &dialog =
        m_dialogs[hostAddress(alarm.host, alarm.port) + QLatin1Char('\n') + alarm.node];
    if (dialog && dialog->isVisible()) {
        dialog->setAlarm(alarm);
        return;
    }
    dialog = new HostKeyAlarmDialog(alarm, m_pool, m_dialogParent);
    connect(dialog, &QDialog::finished, dialog, &QObject::deleteLater);
    connect(dialog, &HostKeyAlarmDialog::connectAgainRequested, this,
            &HostKeyAlarms::connectAgainRequested);
    // Whoever is typing a password or comparing a fingerprint goes on doing so.
    dialog->setAttribute(Qt::WA_ShowWithoutActivating,
                         qobject_cast<QDialog *>(QApplication::activeWindow()) != nullptr);
    dialog->show();
    dialog->raise();
}

} // namespace colonnade::gui
