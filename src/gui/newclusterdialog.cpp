// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/newclusterdialog.h"

#include "formats/clusterconf.h"
#include "gui/card.h"
#include "gui/surface.h"
#include "gui/theme.h"
#include "ui_newclusterdialog.h"

#include <QFontDatabase>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace colonnade::gui {

namespace {

/// What cman wants: the node's own name where it has been read, else the best guess there is.
QString clusterNameOf(const cluster::NodeState &node)
{
    if (node.facts && !node.facts->hostName.isEmpty())
        return node.facts->hostName;
    return node.profile.host.isEmpty() ? node.name() : node.profile.host;
}

} // namespace

NewClusterDialog::NewClusterDialog(const cluster::ClusterState &state, QWidget *parent)
    : QDialog(parent), m_ui(std::make_unique<Ui::NewClusterDialog>())
{
    m_ui->setupUi(this);
    m_ui->name->setText(state.name);
    m_ui->preview->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_ui->preview->setAccessibleName(tr("The file"));
    m_ui->other->setAccessibleName(tr("Another node"));
    for (const cluster::NodeState &node : state.nodes)
        addNode(clusterNameOf(node), m_ui->nodes->count() < 2);
    showEdgesOnBase(m_ui->nodes); // the boxes for the ticks
    m_ui->nodes->setMinimumHeight(5 * fontMetrics().lineSpacing());
    m_ui->preview->setMinimumHeight(14 * fontMetrics().lineSpacing());
    m_ui->buttons->button(QDialogButtonBox::Ok)->setText(tr("&Create"));
    connect(m_ui->name, &QLineEdit::textChanged, this, &NewClusterDialog::make);
    connect(m_ui->nodes, &QListWidget::itemChanged, this, &NewClusterDialog::make);
    connect(m_ui->nodes->model(), &QAbstractItemModel::rowsMoved, this, &NewClusterDialog::make);
    connect(m_ui->nodes->model(), &QAbstractItemModel::rowsInserted, this, &NewClusterDialog::make,
            Qt::QueuedConnection);
    const auto add = [this] {
        const QString name = m_ui->other->text().trimmed();
        if (!name.isEmpty())
            addNode(name, true);
        m_ui->other->clear();
    };
    connect(m_ui->add, &QPushButton::clicked, this, add);
    connect(m_ui->other, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_ui->add->setEnabled(!text.trimmed().isEmpty());
        // Enter in the line adds the node; it creates nothing as long as something stands there.
        m_ui->add->setDefault(!text.trimmed().isEmpty());
        m_ui->buttons->button(QDialogButtonBox::Ok)->setDefault(text.trimmed().isEmpty());
    });
    m_ui->add->setEnabled(false);
    connect(m_ui->buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(m_ui->buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    resize(86 * fontMetrics().averageCharWidth(), sizeHint().height());
    make();
}

NewClusterDialog::~NewClusterDialog() = default;

void NewClusterDialog::addNode(const QString &name, bool ticked)
{
    auto *item = new QListWidgetItem(CardText::printable(name));
    item->setData(Qt::UserRole, name);
    item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable
                   | Qt::ItemIsDragEnabled);
    item->setCheckState(ticked ? Qt::Checked : Qt::Unchecked);
    m_ui->nodes->addItem(item);
}

QStringList NewClusterDialog::nodes() const
{
    QStringList names;
    for (int row = 0; row < m_ui->nodes->count(); ++row) {
        const QListWidgetItem *item = m_ui->nodes->item(row);
        if (item->checkState() == Qt::Checked)
            names.append(item->data(Qt::UserRole).toString());
    }
    return names;
}

void NewClusterDialog::make()
{
    const auto file = formats::ClusterConf::create(
        formats::NewCluster::fencedByHand(m_ui->name->text().trimmed(), nodes()));
    m_bytes = file.value_or(QByteArray());
    m_ui->buttons->button(QDialogButtonBox::Ok)->setEnabled(file.has_value());
    m_ui->preview->setPlainText(QString::fromUtf8(m_bytes));
    QString text = tr("Nodes are fenced by hand: when one fails, everything on shared storage "
                      "waits until a person says that it is off. Give them fence devices next.");
    if (!file) {
        text = signOf(Tone::Bad) + u' ' + CardText::printable(file.error().message);
        if (!file.error().remedy.isEmpty())
            text += u'\n' + file.error().remedy;
    }
    m_ui->result->setText(text);
}

} // namespace colonnade::gui
