// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/storetroubledialog.h"

#include "gui/background.h"
#include "gui/icons.h"
#include "gui/roomyrows.h"
#include "ui_storetroubledialog.h"

#include <QDesktopServices>
#include <QFileInfo>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace colonnade::gui {

namespace {

/// Sets the broken file aside, and puts @p backup (empty: none) in its place. The answer is where
/// the broken one is now; empty: it was gone already.
base::Result<QString> replaceBroken(const QString &file, const QString &backup)
{
    profiles::Store store(file);
    base::Result<QString> aside = store.setAside();
    if (!aside && aside.error().code != base::ErrorCode::NotFound)
        return aside;
    if (backup.isEmpty())
        return aside.value_or(QString());
    const base::Result<void> restored = store.restore(backup);
    if (!restored)
        return std::unexpected(restored.error());
    return aside.value_or(QString());
}

} // namespace

StoreTroubleDialog::StoreTroubleDialog(const base::Error &reason, const Environment &environment,
                                       QWidget *parent)
    : QDialog(parent), m_environment(environment), m_ui(std::make_unique<Ui::StoreTroubleDialog>())
{
    m_ui->setupUi(this);
    m_ui->reason->setText(reason.message);
    m_ui->reason->setMinimumWidth(70 * fontMetrics().averageCharWidth());
    m_ui->choices->setItemDelegate(new RoomyRows(m_ui->choices));
    m_ui->choices->setAccessibleName(tr("What can be done"));
    m_ui->choices->setMaximumHeight(9 * fontMetrics().lineSpacing());
    m_ui->result->hide();
    connect(m_ui->choices, &QListWidget::currentRowChanged, this, &StoreTroubleDialog::explain);
    connect(m_ui->folder, &QPushButton::clicked, this, [file = environment.profilesFile] {
        QDesktopServices::openUrl(QUrl::fromLocalFile(QFileInfo(file).absolutePath()));
    });
    connect(m_ui->again, &QPushButton::clicked, this, [this] {
        Q_EMIT storeChanged();
        accept();
    });
    connect(m_ui->go, &QPushButton::clicked, this, &StoreTroubleDialog::carryOut);
    connect(m_ui->later, &QPushButton::clicked, this, &QDialog::reject);
    m_ui->later->setDefault(true);
    m_ui->go->setEnabled(false);
    m_ui->choices->setFocus();
    runInBackground(
        m_environment.pool.get(), this,
        [file = environment.profilesFile] { return profiles::Store(file).backups(); },
        [this](const QList<profiles::Backup> &backups) { offer(backups); });
}

StoreTroubleDialog::~StoreTroubleDialog() = default;

void StoreTroubleDialog::offer(const QList<profiles::Backup> &backups)
{
    const QString aside = tr("The file that cannot be read is kept beside it under another name.");
    for (const profiles::Backup &backup : backups) {
        const QString when = QLocale().toString(backup.savedAt.toLocalTime(), QLocale::ShortFormat);
        if (backup.problem.isEmpty())
            add(tr("Go back to the state of %1: %2")
                    .arg(when, tr("%n profile(s)", nullptr, int(backup.profiles))),
                {backup.path, tr("%1 becomes the profiles' file. %2").arg(backup.path, aside)});
        else
            add(tr("The state of %1: it cannot be read either").arg(when),
                {backup.path, backup.problem}, false);
    }
    add(tr("Set it aside, and begin without any profile"), {QString(), aside});
    for (int row = 0; row < m_ui->choices->count() && m_ui->choices->currentRow() < 0; ++row) {
        if (m_ui->choices->item(row)->flags().testFlag(Qt::ItemIsEnabled))
            m_ui->choices->setCurrentRow(row);
    }
}

void StoreTroubleDialog::add(const QString &text, const Choice &choice, bool possible)
{
    m_choices.append(choice);
    auto *item = new QListWidgetItem(text, m_ui->choices);
    if (!possible)
        item->setFlags(Qt::NoItemFlags);
    item->setToolTip(choice.explanation.toHtmlEscaped());
}

void StoreTroubleDialog::explain()
{
    const int row = m_ui->choices->currentRow();
    m_ui->explanation->setText(m_choices.value(row).explanation);
    m_ui->go->setEnabled(row >= 0);
}

void StoreTroubleDialog::carryOut()
{
    setEnabled(false);
    runInBackground(
        m_environment.pool.get(), this,
        [file = m_environment.profilesFile,
         backup = m_choices.value(m_ui->choices->currentRow()).backup] {
            return replaceBroken(file, backup);
        },
        [this](const base::Result<QString> &aside) { finish(aside); });
}

void StoreTroubleDialog::finish(const base::Result<QString> &aside)
{
    setEnabled(true);
    Q_EMIT storeChanged();
    if (aside) {
        accept();
        return;
    }
    m_ui->result->setText(aside.error().remedy.isEmpty()
                              ? aside.error().message
                              : aside.error().message + u'\n' + aside.error().remedy);
    m_ui->result->show();
}

} // namespace colonnade::gui
