// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/newdomaindialog.h"

#include "gui/card.h"
#include "gui/surface.h"
#include "gui/theme.h"
#include "ui_newdomaindialog.h"

#include <QPushButton>

using namespace Qt::StringLiterals;

namespace colonnade::gui {

namespace {

/// "FD", or "FD2", ... where it is taken.
QString freeName(const formats::ClusterConf &conf)
{
    QString name = u"FD"_s;
    for (int number = 2; conf.failoverDomain(name); ++number)
        name = u"FD%1"_s.arg(number);
    return name;
}

} // namespace

NewDomainDialog::NewDomainDialog(const formats::ClusterConf &conf, QWidget *parent)
    : QDialog(parent), m_ui(std::make_unique<Ui::NewDomainDialog>())
{
    m_ui->setupUi(this);
    m_ui->name->setText(freeName(conf));
    m_ui->name->selectAll();
    for (const formats::ClusterNode &node : conf.nodes()) {
        auto *item = new QListWidgetItem(CardText::printable(node.name()), m_ui->nodes);
        item->setData(Qt::UserRole, node.name());
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable
                       | Qt::ItemIsDragEnabled);
        item->setCheckState(Qt::Unchecked);
    }
    showEdgesOnBase(m_ui->nodes); // the boxes for the ticks
    m_ui->nodes->setMinimumHeight(6 * fontMetrics().lineSpacing());
    m_ui->result->hide();
    QPushButton *add = m_ui->buttons->button(QDialogButtonBox::Ok);
    add->setText(tr("&Add"));
    connect(m_ui->name, &QLineEdit::textChanged, this,
            [add](const QString &name) { add->setEnabled(!name.trimmed().isEmpty()); });
    connect(m_ui->buttons, &QDialogButtonBox::accepted, this, &NewDomainDialog::addRequested);
    connect(m_ui->buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    resize(70 * fontMetrics().averageCharWidth(), sizeHint().height());
}

NewDomainDialog::~NewDomainDialog() = default;

formats::NewFailoverDomain NewDomainDialog::domain() const
{
    formats::NewFailoverDomain domain{m_ui->name->text().trimmed(), m_ui->ordered->isChecked(),
                                      m_ui->restricted->isChecked(), m_ui->noFailback->isChecked()};
    for (int row = 0; row < m_ui->nodes->count(); ++row) {
        const QListWidgetItem *item = m_ui->nodes->item(row);
        if (item->checkState() == Qt::Checked)
            domain.members.append({item->data(Qt::UserRole).toString(), std::nullopt});
    }
    return domain;
}

void NewDomainDialog::showProblem(const base::Error &error)
{
    const QString text = signOf(Tone::Bad) + u' ' + CardText::printable(error.message);
    m_ui->result->setText(error.remedy.isEmpty() ? text : text + u'\n' + error.remedy);
    m_ui->result->show();
}

} // namespace colonnade::gui
