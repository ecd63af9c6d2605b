// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/pickdialog.h"

#include "gui/card.h"
#include "gui/roomyrows.h"
#include "gui/wording.h"
#include "ui_pickdialog.h"

#include <QHeaderView>
#include <QLineEdit>
#include <QPushButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace colonnade::gui {

namespace {

void sayOrHide(QLabel *label, const QString &text)
{
    label->setText(text);
    label->setVisible(!text.isEmpty());
}

} // namespace

PickDialog::PickDialog(const Words &words, QWidget *parent)
    : QDialog(parent), m_words(words), m_ui(std::make_unique<Ui::PickDialog>())
{
    m_ui->setupUi(this);
    setWindowTitle(words.title);
    m_ui->headline->setText(words.headline);
    m_ui->rows->setAccessibleName(words.title);
    m_ui->rows->setHeaderLabels(words.columns + QStringList{tr("State")});
    m_ui->rows->setRootIsDecorated(false);
    m_ui->rows->setItemDelegate(new RoomyRows(m_ui->rows));
    m_ui->rows->header()->setStretchLastSection(true);
    m_ui->cluster->lineEdit()->setAccessibleName(tr("Into cluster"));
    m_ui->cluster->setMinimumWidth(24 * fontMetrics().averageCharWidth());
    m_ui->clusterLabel->setVisible(words.askForCluster);
    m_ui->cluster->setVisible(words.askForCluster);
    m_accept = m_ui->buttons->button(QDialogButtonBox::Ok);
    sayOrHide(m_ui->problems, {});
    sayOrHide(m_ui->result, {});
    connect(m_ui->all, &QPushButton::clicked, this, [this] { tickAll(true); });
    connect(m_ui->none, &QPushButton::clicked, this, [this] { tickAll(false); });
    connect(m_ui->rows, &QTreeWidget::itemChanged, this, &PickDialog::updateButton);
    connect(m_ui->buttons, &QDialogButtonBox::accepted, this, &PickDialog::pickRequested);
    connect(m_ui->buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    resize(110 * fontMetrics().averageCharWidth(), 26 * fontMetrics().lineSpacing());
    updateButton();
    m_ui->rows->setFocus();
}

PickDialog::~PickDialog() = default;

void PickDialog::setBusy(const QString &text)
{
    sayOrHide(m_ui->result, text);
}

void PickDialog::setRows(const QList<Row> &rows, const QStringList &problems)
{
    m_ui->rows->clear();
    for (const Row &row : rows)
        addRow(row);
    for (int column = 0; column < m_words.columns.size(); ++column) {
        m_ui->rows->resizeColumnToContents(column);
        m_ui->rows->setColumnWidth(column,
                                   qMin(m_ui->rows->columnWidth(column) + fontMetrics().height(),
                                        36 * fontMetrics().averageCharWidth()));
    }
    m_ui->rows->setCurrentItem(m_ui->rows->topLevelItem(0));
    QStringList lines;
    for (const QString &problem : problems)
        lines.append(signOf(Tone::Warn) + u' ' + CardText::printable(problem));
    sayOrHide(m_ui->problems, lines.join(u'\n'));
    sayOrHide(m_ui->result, rows.isEmpty() ? m_words.empty : QString());
    updateButton();
}

void PickDialog::addRow(const Row &row)
{
    QStringList cells;
    for (const QString &cell : row.cells)
        cells.append(CardText::printable(cell));
    const QString sign = signOf(row.tone);
    cells.append(sign.isEmpty() ? row.state : sign + u' ' + row.state);
    auto *item = new QTreeWidgetItem(m_ui->rows, cells);
    const int last = int(cells.size()) - 1;
    const Theme theme = Theme::of(palette());
    item->setForeground(last, theme.strong(row.tone));
    for (int column = 0; column <= last; ++column)
        item->setToolTip(column, plainTip(row.tip.isEmpty() ? cells.at(column) : row.tip));
    item->setData(0, Qt::AccessibleTextRole, cells.join(u", "_s));
    item->setFlags(Qt::ItemIsSelectable | Qt::ItemIsEnabled
                   | (row.possible ? Qt::ItemIsUserCheckable : Qt::NoItemFlags));
    if (row.possible)
        item->setCheckState(0, row.ticked ? Qt::Checked : Qt::Unchecked);
}

void PickDialog::setClusters(const QStringList &clusters, const QString &current)
{
    m_ui->cluster->clear();
    m_ui->cluster->addItems(clusters);
    m_ui->cluster->setCurrentText(current);
}

QList<qsizetype> PickDialog::picked() const
{
    QList<qsizetype> rows;
    for (int row = 0; row < m_ui->rows->topLevelItemCount(); ++row) {
        const QTreeWidgetItem *item = m_ui->rows->topLevelItem(row);
        if (item->flags().testFlag(Qt::ItemIsUserCheckable) && item->checkState(0) == Qt::Checked)
            rows.append(row);
    }
    return rows;
}

QString PickDialog::cluster() const
{
    return m_ui->cluster->currentText().trimmed();
}

void PickDialog::tickAll(bool ticked)
{
    for (int row = 0; row < m_ui->rows->topLevelItemCount(); ++row) {
        QTreeWidgetItem *item = m_ui->rows->topLevelItem(row);
        if (item->flags().testFlag(Qt::ItemIsUserCheckable))
            item->setCheckState(0, ticked ? Qt::Checked : Qt::Unchecked);
    }
}

void PickDialog::updateButton()
{
    const qsizetype count = picked().size();
    m_accept->setText(count == 0 ? m_words.accept
                                 : tr("%1 (%2)", "a button and how many it takes")
                                       .arg(m_words.accept, QLocale().toString(count)));
    m_accept->setEnabled(count > 0);
    m_ui->all->setEnabled(m_ui->rows->topLevelItemCount() > 0);
    m_ui->none->setEnabled(count > 0);
}

void PickDialog::showProblem(const base::Error &error)
{
    QPalette colours = palette();
    colours.setColor(QPalette::WindowText, Theme::of(palette()).bad);
    m_ui->result->setPalette(colours);
    sayOrHide(m_ui->result,
              error.remedy.isEmpty() ? error.message : error.message + u'\n' + error.remedy);
}

} // namespace colonnade::gui
