// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/newfencedevicedialog.h"

#include "formats/fenceagents.h"
#include "gui/card.h"
#include "gui/fencefields.h"
#include "gui/theme.h"
#include "ui_newfencedevicedialog.h"

#include <QLineEdit>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace colonnade::gui {

NewFenceDeviceDialog::NewFenceDeviceDialog(QWidget *parent)
    : QDialog(parent), m_ui(std::make_unique<Ui::NewFenceDeviceDialog>())
{
    m_ui->setupUi(this);
    for (const formats::FenceAgent &agent : formats::fenceAgents())
        m_ui->agent->addItem(QString::fromLatin1(agent.name));
    m_ui->agent->lineEdit()->setAccessibleName(tr("Agent"));
    m_ui->agent->setCurrentText(u"fence_ipmilan"_s);
    m_ui->result->hide();
    m_ui->buttons->button(QDialogButtonBox::Ok)->setText(tr("&Add"));
    connect(m_ui->name, &QLineEdit::textChanged, this, &NewFenceDeviceDialog::describe);
    connect(m_ui->agent, &QComboBox::editTextChanged, this, &NewFenceDeviceDialog::describe);
    connect(m_ui->buttons, &QDialogButtonBox::accepted, this, &NewFenceDeviceDialog::addRequested);
    connect(m_ui->buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    describe();
    resize(64 * fontMetrics().averageCharWidth(), sizeHint().height());
}

NewFenceDeviceDialog::~NewFenceDeviceDialog() = default;

void NewFenceDeviceDialog::describe()
{
    m_ui->about->setText(FenceFields::about(m_ui->agent->currentText().trimmed()));
    m_ui->buttons->button(QDialogButtonBox::Ok)
        ->setEnabled(!m_ui->name->text().trimmed().isEmpty());
}

formats::NewFenceDevice NewFenceDeviceDialog::device() const
{
    return {m_ui->name->text().trimmed(), m_ui->agent->currentText().trimmed()};
}

void NewFenceDeviceDialog::showProblem(const base::Error &error)
{
    const QString text = signOf(Tone::Bad) + u' ' + CardText::printable(error.message);
    m_ui->result->setText(error.remedy.isEmpty() ? text : text + u'\n' + error.remedy);
    m_ui->result->show();
}

} // namespace colonnade::gui
