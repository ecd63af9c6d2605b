// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/activitypanel.h"

#include "gui/roomyrows.h"

#include <QButtonGroup>
#include <QClipboard>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLocale>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSplitter>
#include <QToolButton>
#include <QTreeView>

namespace colonnade::gui {

ActivityPanel::ActivityPanel(ActivityModel *model, QWidget *parent)
    : QWidget(parent), m_model(model), m_filter(new ActivityFilter(this))
{
    m_filter->setSourceModel(model);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(makeBar());
    layout->addWidget(makeView());
    for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(model, signal, this, &ActivityPanel::updateCounts);
    connect(model, &QAbstractItemModel::dataChanged, this, [this] {
        updateCounts();
        showDetails();
    });
    updateCounts();
    startTimer(1000);
}

QWidget *ActivityPanel::makeBar()
{
    auto *bar = new QWidget(this);
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(8, 4, 8, 4);
    auto *group = new QButtonGroup(bar);
    QToolButton *all = addFilter(tr("All"), ActivityFilter::Show::All);
    m_running = addFilter(tr("Running"), ActivityFilter::Show::Running);
    QToolButton *failed = addFilter(tr("Failed"), ActivityFilter::Show::Failed);
    for (QToolButton *button : {all, m_running, failed}) {
        group->addButton(button);
        row->addWidget(button);
    }
    all->setChecked(true);
    row->addStretch();
    m_copy = new QPushButton(tr("Copy as shell script"), bar);
    m_copy->setFlat(true);
    m_copy->setToolTip(tr("Copies the commands of the selected lines, or of all plans shown"));
    connect(m_copy, &QPushButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(QString::fromUtf8(script())); });
    row->addWidget(m_copy);
    return bar;
}

QToolButton *ActivityPanel::addFilter(const QString &text, ActivityFilter::Show show)
{
    auto *button = new QToolButton(this);
    button->setText(text);
    button->setCheckable(true);
    button->setAutoRaise(true);
    connect(button, &QToolButton::clicked, this, [this, show] { m_filter->setShow(show); });
    return button;
}

QWidget *ActivityPanel::makeView()
{
    auto *splitter = new QSplitter(Qt::Horizontal, this);
    m_view = new QTreeView(splitter);
    m_view->setObjectName(QStringLiteral("activityView"));
    m_view->setAccessibleName(tr("Activity"));
    m_view->setModel(m_filter);
    m_view->setRootIsDecorated(false);
    m_view->setItemDelegate(new RoomyRows(m_view));
    m_view->setUniformRowHeights(true);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_view->header()->setStretchLastSection(false);
    m_view->header()->setSectionResizeMode(QHeaderView::Interactive);
    m_view->header()->setSectionResizeMode(ActivityModel::TitleColumn, QHeaderView::Stretch);
    const int character = fontMetrics().averageCharWidth();
    m_view->setColumnWidth(ActivityModel::TimeColumn, 13 * character);
    m_view->setColumnWidth(ActivityModel::NodeColumn, 18 * character);
    m_view->setColumnWidth(ActivityModel::OutcomeColumn, 28 * character);

    m_details = new QPlainTextEdit(splitter);
    m_details->setAccessibleName(tr("Details of the selected activity"));
    m_details->setReadOnly(true);
    m_details->setFrameShape(QFrame::NoFrame);
    m_details->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_details->setMaximumBlockCount(5000);
    m_details->hide();
    splitter->setStretchFactor(0, 3);
    splitter->setStretchFactor(1, 2);
    connect(m_view->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &ActivityPanel::showDetails);
    return splitter;
}

QList<int> ActivityPanel::chosenRows() const
{
    QList<int> rows;
    const QModelIndexList selected = m_view->selectionModel()->selectedRows();
    for (const QModelIndex &index : selected)
        rows.append(m_filter->mapToSource(index).row());
    if (!rows.isEmpty())
        return rows;
    for (int row = 0; row < m_filter->rowCount(); ++row) {
        const QModelIndex index = m_filter->index(row, 0);
        if (!index.data(ActivityModel::PlanRole).toString().isEmpty())
            rows.append(m_filter->mapToSource(index).row());
    }
    return rows;
}

QByteArray ActivityPanel::script() const
{
    return m_model->shellScript(chosenRows());
}

void ActivityPanel::showDetails()
{
    const QModelIndexList selected = m_view->selectionModel()->selectedRows();
    m_details->setVisible(selected.size() == 1);
    if (selected.size() != 1)
        return;
    const ActivityRow &row = m_model->at(m_filter->mapToSource(selected.first()).row());
    QStringList parts;
    if (row.state != ActivityState::Running) {
        const QString result = row.sentence.isEmpty() ? row.outcome : row.sentence;
        const double seconds = row.duration ? double(row.duration->count()) / 1000 : 0;
        parts.append(row.duration
                         ? tr("%1 (after %2 s)").arg(result, QLocale().toString(seconds, 'f', 1))
                         : result);
    }
    parts.append(QString::fromUtf8(row.script).trimmed());
    if (!row.output.isEmpty())
        parts.append(tr("Output:") + QLatin1Char('\n') + QString::fromUtf8(row.output).trimmed());
    const QString text = parts.join(QStringLiteral("\n\n"));
    if (text != m_details->toPlainText())
        m_details->setPlainText(text);
}

void ActivityPanel::updateCounts()
{
    const int running = m_model->running();
    m_running->setText(running == 0 ? tr("Running") : tr("Running (%1)").arg(running));
    m_copy->setEnabled(m_model->rowCount() > 0);
}

void ActivityPanel::timerEvent(QTimerEvent *event)
{
    QWidget::timerEvent(event);
    if (isVisible())
        m_model->tick();
}

} // namespace colonnade::gui
