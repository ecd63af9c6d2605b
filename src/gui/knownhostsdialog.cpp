// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/knownhostsdialog.h"

#include "ui_knownhostsdialog.h"

#include "gui/background.h"
#include "gui/knownhostsmodel.h"
#include "gui/removehostkeysdialog.h"

#include <QHeaderView>
#include <QPushButton>
#include <QSortFilterProxyModel>

namespace colonnade::gui {

namespace {

QStringList filesOf(const QList<profiles::Profile> &profiles)
{
    QStringList files = remote::defaultKnownHostsFiles();
    for (const profiles::Profile &profile : profiles) {
        if (!profile.knownHostsFile.isEmpty() && !files.contains(profile.knownHostsFile))
            files.append(profile.knownHostsFile);
    }
    return files;
}

QList<remote::NamedHost> hostsOf(const QList<profiles::Profile> &profiles)
{
    QList<remote::NamedHost> hosts;
    for (const profiles::Profile &profile : profiles)
        hosts.append({profile.name, {profile.host, profile.port ? profile.port : quint16(22)}});
    return hosts;
}

} // namespace

KnownHostsDialog::KnownHostsDialog(const QList<profiles::Profile> &profiles, QThreadPool *pool,
                                   QWidget *parent)
    : QDialog(parent),
      m_pool(pool),
      m_files(filesOf(profiles)),
      m_hosts(hostsOf(profiles)),
      m_ui(std::make_unique<Ui::KnownHostsDialog>()),
      m_model(new KnownHostsModel(this)),
      m_sorted(new QSortFilterProxyModel(this))
{
    m_ui->setupUi(this);
    setObjectName(QStringLiteral("knownHostsDialog"));
    makeTable();
    addButtons();
    connect(m_ui->search, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_sorted->setFilterFixedString(text.trimmed());
        updateState();
    });
    resize(fontMetrics().averageCharWidth() * 165, fontMetrics().lineSpacing() * 32);
    m_ui->search->setFocus();
    updateState();
    reload();
}

KnownHostsDialog::~KnownHostsDialog() = default;

void KnownHostsDialog::makeTable()
{
    m_sorted->setSourceModel(m_model);
    m_sorted->setSortRole(KnownHostsModel::SortRole);
    m_sorted->setFilterRole(KnownHostsModel::SearchRole);
    m_sorted->setFilterKeyColumn(KnownHostsModel::Host);
    m_sorted->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_ui->keys->setModel(m_sorted);
    m_ui->keys->sortByColumn(KnownHostsModel::Place, Qt::AscendingOrder);
    m_ui->keys->horizontalHeader()->setStretchLastSection(true);
    m_ui->keys->verticalHeader()->setDefaultSectionSize(fontMetrics().lineSpacing() * 3 / 2);
    connect(m_ui->keys->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &KnownHostsDialog::updateState);
}

void KnownHostsDialog::addButtons()
{
    QPushButton *close = m_ui->buttons->addButton(QDialogButtonBox::Close);
    m_remove = m_ui->buttons->addButton(tr("&Remove…"), QDialogButtonBox::ActionRole);
    QPushButton *again = m_ui->buttons->addButton(tr("Read &again"), QDialogButtonBox::ActionRole);
    for (QPushButton *button : {close, m_remove, again})
        button->setAutoDefault(false);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_remove, &QPushButton::clicked, this, &KnownHostsDialog::removeSelected);
    connect(again, &QPushButton::clicked, this, &KnownHostsDialog::reload);
}

void KnownHostsDialog::reload()
{
    runInBackground(
        m_pool, this,
        [files = m_files, hosts = m_hosts] { return remote::listKnownHosts(files, hosts); },
        [this](const remote::KnownHostsList &list) { present(list); });
}

void KnownHostsDialog::present(const remote::KnownHostsList &list)
{
    m_read = true;
    m_model->setKeys(list.keys);
    const QFontMetrics metrics = m_ui->keys->fontMetrics();
    m_ui->keys->resizeColumnsToContents();
    // A fingerprint is always whole: it is there to be compared.
    for (const int column : {KnownHostsModel::Host, KnownHostsModel::Place}) {
        const int widest = metrics.averageCharWidth() * 45;
        if (m_ui->keys->columnWidth(column) > widest)
            m_ui->keys->setColumnWidth(column, widest);
    }
    QStringList problems;
    for (const remote::KnownHostsProblem &problem : list.problems)
        problems.append(problem.sentence());
    m_ui->problems->setPlainText(problems.join(QLatin1Char('\n')));
    const int lines = qBound(1, int(problems.size()), 5);
    m_ui->problems->setFixedHeight(metrics.lineSpacing() * lines + 4 * m_ui->problems->frameWidth()
                                   + 8);
    updateState();
}

void KnownHostsDialog::updateState()
{
    const bool problems = !m_ui->problems->document()->isEmpty();
    m_ui->problems->setVisible(problems);
    m_ui->problemsLabel->setVisible(problems);
    m_remove->setEnabled(m_ui->keys->selectionModel()->hasSelection());
    QString empty;
    if (!m_read)
        empty = tr("Reading the known_hosts files…");
    else if (m_model->rowCount() == 0)
        empty = tr("No host key is on file. One is added when you accept the key of a new host. "
                   "Looked into: %1")
                    .arg(m_files.join(QStringLiteral(", ")));
    else if (m_sorted->rowCount() == 0)
        empty = tr("No key on file matches the search. A hashed name is only found under the name "
                   "of a host that has a profile.");
    m_ui->empty->setText(empty);
    m_ui->empty->setVisible(!empty.isEmpty());
}

QList<remote::StoredHostKey> KnownHostsDialog::selected() const
{
    QList<remote::StoredHostKey> keys;
    for (const QModelIndex &index : m_ui->keys->selectionModel()->selectedRows())
        keys.append(m_model->at(m_sorted->mapToSource(index).row()).key);
    return keys;
}

void KnownHostsDialog::removeSelected()
{
    auto *dialog = new RemoveHostKeysDialog(selected(), {}, m_pool, this);
    connect(dialog, &QDialog::finished, dialog, &QObject::deleteLater);
    connect(dialog, &RemoveHostKeysDialog::removed, this, &KnownHostsDialog::reload);
    dialog->open();
}

} // namespace colonnade::gui
