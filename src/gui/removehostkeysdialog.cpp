// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/removehostkeysdialog.h"

#include "ui_removehostkeysdialog.h"

#include "gui/background.h"
#include "gui/hostkeytext.h"

#include <QFontDatabase>
#include <QPushButton>

namespace colonnade::gui {

namespace {

QStringList filesOf(const QList<remote::StoredHostKey> &keys)
{
    QStringList files;
    for (const remote::StoredHostKey &key : keys) {
        if (!files.contains(key.file))
            files.append(key.file);
    }
    return files;
}

} // namespace

RemoveHostKeysDialog::RemoveHostKeysDialog(const QList<remote::StoredHostKey> &keys,
                                           const QString &host, QThreadPool *pool, QWidget *parent)
    : QDialog(parent),
      m_keys(keys),
      m_host(host),
      m_pool(pool),
      m_ui(std::make_unique<Ui::RemoveHostKeysDialog>())
{
    m_ui->setupUi(this);
    setObjectName(QStringLiteral("removeHostKeysDialog"));
    m_ui->headline->setText(
        host.isEmpty() ? tr("Remove %n host key(s)?", nullptr, int(keys.size()))
                       : tr("Remove what is on file of the keys of %1? The next connection asks "
                            "about the key that it shows then, as about a new one.")
                             .arg(host));
    showToneSign(m_ui->sign, Tone::Warn);
    m_ui->result->hide();
    showKeys();
    addButtons();
    const QStringList files = filesOf(keys);
    runInBackground(
        pool, this,
        [files] {
            QStringList backups;
            for (const QString &file : files)
                backups.append(remote::knownHostsBackup(file));
            return backups;
        },
        [this](const QStringList &backups) { showBackups(backups); });
    resize(fontMetrics().averageCharWidth() * 100, sizeHint().height());
}

RemoveHostKeysDialog::~RemoveHostKeysDialog() = default;

void RemoveHostKeysDialog::showKeys()
{
    QStringList lines;
    bool shared = false;
    for (const remote::StoredHostKey &key : m_keys) {
        lines.append(QStringLiteral("%1: %2 %3\n    %4")
                         .arg(remote::placeOf(key), remote::shownHosts(key.content.hosts),
                              QString::fromLatin1(key.content.key.type),
                              remote::fingerprint(key.content.key)));
        shared = shared || QByteArrayView(key.content.hosts).contains(',')
                 || key.content.hosts.contains('*') || key.content.hosts.contains('?');
    }
    m_ui->keys->setPlainText(lines.join(QLatin1Char('\n')));
    m_ui->keys->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    const int shown = qBound(3, 2 * int(lines.size()) + 1, 9);
    m_ui->keys->setFixedHeight(m_ui->keys->fontMetrics().lineSpacing() * shown
                               + 4 * m_ui->keys->frameWidth() + 8);
    if (shared)
        m_ui->headline->setText(m_ui->headline->text() + QLatin1Char('\n')
                                + tr("A line that names several hosts goes for all of them."));
}

void RemoveHostKeysDialog::showBackups(const QStringList &backups)
{
    m_ui->backup->setText(
        tr("The file as it is now is kept as: %1").arg(backups.join(QStringLiteral(", "))));
    m_remove->setEnabled(true);
}

void RemoveHostKeysDialog::addButtons()
{
    m_cancel = m_ui->buttons->addButton(QDialogButtonBox::Cancel);
    m_remove = m_ui->buttons->addButton(tr("&Remove"), QDialogButtonBox::ActionRole);
    m_remove->setAutoDefault(false);
    m_remove->setEnabled(false); // until the backup has a name
    m_cancel->setDefault(true);
    m_cancel->setFocus();
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_remove, &QPushButton::clicked, this, &RemoveHostKeysDialog::remove);
}

void RemoveHostKeysDialog::remove()
{
    m_remove->setEnabled(false);
    m_cancel->setFocus();
    runInBackground(
        m_pool, this, [keys = m_keys] { return remote::removeKnownHosts(keys); },
        [this](const Removal &removal) { showResult(removal); });
}

void RemoveHostKeysDialog::showResult(const Removal &removal)
{
    QStringList said;
    if (!removal) {
        said = QStringList{removal.error().message, removal.error().remedy};
    } else {
        for (const remote::KnownHostsRemoval &each : *removal)
            said.append(
                tr("Removed %n line(s) from %1. The file as it was is %2.", nullptr, each.lines)
                    .arg(each.file, each.backup));
    }
    m_ui->result->setText(said.join(QLatin1Char('\n')));
    m_ui->result->setAccessibleName(m_ui->result->text());
    m_ui->result->show();
    m_ui->backup->hide();
    m_remove->hide();
    m_cancel->setText(tr("&Close"));
    showToneSign(m_ui->sign, removal ? Tone::Good : Tone::Bad);
    m_ui->headline->setText(removal ? tr("The keys are removed.") : tr("It was not done."));
    m_ui->keysLabel->setText(removal ? tr("These &lines were removed:")
                                     : tr("These &lines should be removed:"));
    if (!removal)
        return;
    if (!m_host.isEmpty())
        offerToConnect();
    Q_EMIT removed();
}

void RemoveHostKeysDialog::offerToConnect()
{
    QPushButton *again =
        m_ui->buttons->addButton(tr("Connect &again"), QDialogButtonBox::ActionRole);
    again->setAutoDefault(false);
    connect(again, &QPushButton::clicked, this, [this] {
        Q_EMIT connectAgainRequested();
        accept();
    });
}

} // namespace colonnade::gui
