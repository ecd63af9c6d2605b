// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/ocfs2nodedialog.h"

#include "gui/card.h"
#include "gui/nodesign.h"
#include "ui_ocfs2nodedialog.h"

#include <QLineEdit>
#include <QPushButton>

namespace colonnade::gui {

Ocfs2NodeDialog::Ocfs2NodeDialog(const formats::Ocfs2Conf &conf, const QByteArray &cluster,
                                 const QList<Candidate> &candidates, QWidget *parent)
    : QDialog(parent),
      m_conf(conf),
      m_cluster(cluster),
      m_candidates(candidates),
      m_ui(std::make_unique<Ui::Ocfs2NodeDialog>())
{
    m_ui->setupUi(this);
    setAttribute(Qt::WA_DeleteOnClose);
    m_ui->headline->setText(
        candidates.isEmpty()
            ? tr("All connected nodes are in %1 already: another host has to be typed in.")
                  .arg(CardText::printable(QString::fromUtf8(cluster)))
            : tr("The new node of %1. Its address must be bound on it, on the network of the "
                 "others; its number stays with it for good.")
                  .arg(CardText::printable(QString::fromUtf8(cluster))));
    for (const Candidate &candidate : candidates)
        m_ui->host->addItem(CardText::printable(candidate.profile));
    m_ui->host->addItem(tr("Another host"));
    m_ui->address->setAccessibleName(tr("Address"));
    m_ui->address->lineEdit()->setAccessibleName(tr("Address"));
    m_ui->address->setInsertPolicy(QComboBox::NoInsert);
    m_ui->number->setValue(int(conf.freeNumber(cluster)));
    const QList<formats::Ocfs2Node> nodes = conf.nodes(cluster);
    m_ui->port->setValue(int(nodes.isEmpty() ? formats::Ocfs2Node().port : nodes.first().port));
    m_ui->buttons->button(QDialogButtonBox::Ok)->setText(tr("&Add"));
    connect(m_ui->host, &QComboBox::currentIndexChanged, this, &Ocfs2NodeDialog::takeHost);
    connect(m_ui->name, &QLineEdit::textChanged, this, &Ocfs2NodeDialog::check);
    connect(m_ui->address, &QComboBox::editTextChanged, this, &Ocfs2NodeDialog::check);
    connect(m_ui->address, &QComboBox::activated, this, [this](int index) {
        m_ui->address->setEditText(m_ui->address->itemData(index).toString());
    });
    connect(m_ui->number, &QSpinBox::valueChanged, this, &Ocfs2NodeDialog::check);
    connect(m_ui->port, &QSpinBox::valueChanged, this, &Ocfs2NodeDialog::check);
    connect(m_ui->buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(m_ui->buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    takeHost(0);
    resize(64 * fontMetrics().averageCharWidth(), sizeHint().height());
}

Ocfs2NodeDialog::~Ocfs2NodeDialog() = default;

void Ocfs2NodeDialog::takeHost(int index)
{
    const Candidate candidate = m_candidates.value(index);
    m_ui->name->setText(candidate.hostName);
    m_ui->address->clear();
    for (const toolstack::BoundAddress &bound : candidate.addresses)
        m_ui->address->addItem(bound.interface.isEmpty()
                                   ? bound.address
                                   : tr("%1 on %2", "an address and its interface")
                                         .arg(bound.address, CardText::printable(bound.interface)),
                               bound.address);
    m_ui->address->setEditText(m_ui->address->itemData(0).toString());
    check();
}

formats::Ocfs2Node Ocfs2NodeDialog::node() const
{
    return {m_ui->name->text().trimmed().toUtf8(), m_ui->number->value(),
            m_ui->address->currentText().trimmed().toUtf8(), m_ui->port->value(), m_cluster};
}

void Ocfs2NodeDialog::check()
{
    const bool isBegun = !m_ui->name->text().isEmpty() || !m_ui->address->currentText().isEmpty();
    const auto edits = m_conf.addNode(node());
    m_ui->problem->setText(edits || !isBegun ? QString() : NodeSign::sentence(edits.error()));
    m_ui->buttons->button(QDialogButtonBox::Ok)->setEnabled(edits.has_value());
}

} // namespace colonnade::gui
