// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/newvmdialog.h"

#include "gui/card.h"
#include "gui/theme.h"
#include "ui_newvmdialog.h"

#include <QLineEdit>
#include <QPushButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace colonnade::gui {

NewVmDialog::NewVmDialog(const formats::ClusterConf &conf, const QList<RunningGuest> &guests,
                         QWidget *parent)
    : QDialog(parent), m_ui(std::make_unique<Ui::NewVmDialog>())
{
    m_ui->setupUi(this);
    for (const RunningGuest &guest : guests)
        m_ui->name->addItem(guest.name);
    m_ui->name->lineEdit()->setAccessibleName(tr("Guest"));
    m_ui->name->setMinimumContentsLength(24);
    m_ui->domain->addItem(tr("none: any node"));
    for (const formats::FailoverDomain &domain : conf.failoverDomains())
        m_ui->domain->addItem(CardText::printable(domain.name()), domain.name());
    m_ui->result->hide();
    QPushButton *add = m_ui->buttons->button(QDialogButtonBox::Ok);
    add->setText(tr("&Add"));
    connect(m_ui->name, &QComboBox::editTextChanged, this, [this, guests] { describe(guests); });
    connect(m_ui->buttons, &QDialogButtonBox::accepted, this, &NewVmDialog::addRequested);
    connect(m_ui->buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    describe(guests);
    resize(64 * fontMetrics().averageCharWidth(), sizeHint().height());
}

NewVmDialog::~NewVmDialog() = default;

void NewVmDialog::describe(const QList<RunningGuest> &guests)
{
    const QString name = m_ui->name->currentText().trimmed();
    const auto guest = std::ranges::find(guests, name, &RunningGuest::name);
    m_ui->about->setText(
        guest != guests.end()
            ? tr("It runs on %1 now. rgmanager finds it there when it takes the file.")
                  .arg(CardText::printable(guest->node))
            : tr("The guest's name, and that of its configuration file on every node that may run "
                 "it."));
    m_ui->buttons->button(QDialogButtonBox::Ok)->setEnabled(!name.isEmpty());
}

formats::NewResourceGroup NewVmDialog::vm() const
{
    formats::NewResourceGroup vm{m_ui->name->currentText().trimmed()};
    const QString domain = m_ui->domain->currentData().toString();
    if (!domain.isEmpty())
        vm.attributes.append({u"domain"_s, domain});
    if (!m_ui->autostart->isChecked())
        vm.attributes.append({u"autostart"_s, u"0"_s});
    return vm;
}

void NewVmDialog::showProblem(const base::Error &error)
{
    const QString text = signOf(Tone::Bad) + u' ' + CardText::printable(error.message);
    m_ui->result->setText(error.remedy.isEmpty() ? text : text + u'\n' + error.remedy);
    m_ui->result->show();
}

} // namespace colonnade::gui
