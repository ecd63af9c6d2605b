// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/historydialog.h"

#include "gui/background.h"
#include "gui/card.h"
#include "gui/diffview.h"
#include "gui/editordocument.h"
#include "gui/wording.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
#include <QScreen>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace colonnade::gui {

using operations::DeployDirection;
using operations::Deployment;

namespace {

enum Column { Begun, Outcome, Nodes, By, Why, Columns };

/// The one edit that makes @p after of @p before, as small as it can be.
formats::TextEdits editTo(const QByteArray &before, const QByteArray &after)
{
    if (before == after)
        return {};
    const qsizetype shorter = std::min(before.size(), after.size());
    qsizetype head = 0;
    while (head < shorter && before[head] == after[head])
        ++head;
    qsizetype tail = 0;
    while (tail < shorter - head
           && before[before.size() - 1 - tail] == after[after.size() - 1 - tail])
        ++tail;
    return {{{head, before.size() - tail}, after.mid(head, after.size() - tail - head)}};
}

/// The nodes of @p rollOut by what they had before.
QList<QPair<QStringList, QByteArray>> oldVersions(const Deployment &rollOut)
{
    QList<QPair<QStringList, QByteArray>> versions;
    for (const QString &node : rollOut.nodes) {
        const std::optional<QByteArray> old = rollOut.old.value(node);
        if (!old)
            continue; // it had no file, or was not looked at
        const auto same =
            std::ranges::find(versions, *old, &QPair<QStringList, QByteArray>::second);
        if (same == versions.end())
            versions.append({{node}, *old});
        else
            same->first.append(node);
    }
    return versions;
}

QPushButton *addButton(QBoxLayout *row, const QString &text)
{
    auto *button = new QPushButton(text);
    button->setAutoDefault(false);
    row->addWidget(button);
    return button;
}

} // namespace

HistoryDialog::HistoryDialog(RollOutHistory *history, EditorDocument *document, QThreadPool *pool,
                             QWidget *parent)
    : QDialog(parent),
      m_history(history),
      m_document(document),
      m_pool(pool),
      m_list(new QTreeWidget(this)),
      m_sentence(new QLabel(this)),
      m_change(new DiffView(this)),
      m_versions(new QComboBox(this))
{
    setObjectName(QStringLiteral("historyDialog"));
    setWindowTitle(tr("Roll-outs of %1").arg(document->path()));
    makeList();
    m_sentence->setTextFormat(Qt::PlainText);
    m_sentence->setWordWrap(true);
    m_change->setFrameShape(QFrame::StyledPanel);
    m_change->setAccessibleName(tr("What it changed"));
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_list, 2);
    layout->addWidget(m_sentence);
    layout->addWidget(m_change, 3);
    layout->addLayout(makeButtons());
    connect(m_history, &RollOutHistory::changed, this, &HistoryDialog::fill);
    connect(m_versions, &QComboBox::currentIndexChanged, this, &HistoryDialog::showChange);
    const QSize room = screen()->availableSize() * 9 / 10;
    resize(std::min(110 * fontMetrics().averageCharWidth(), room.width()),
           std::min(36 * fontMetrics().lineSpacing(), room.height()));
    fill();
}

void HistoryDialog::makeList()
{
    m_list->setObjectName(QStringLiteral("rollOuts"));
    m_list->setAccessibleName(tr("Roll-outs"));
    m_list->setHeaderLabels({tr("Begun"), tr("Outcome"), tr("Nodes"), tr("By"), tr("Why")});
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setAllColumnsShowFocus(true);
    m_list->header()->setStretchLastSection(true);
    connect(m_list, &QTreeWidget::currentItemChanged, this, &HistoryDialog::showCurrent);
}

QLayout *HistoryDialog::makeButtons()
{
    auto *row = new QHBoxLayout;
    auto *title = new QLabel(tr("&Version:"), this);
    title->setBuddy(m_versions);
    m_versions->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_versions->setMinimumContentsLength(24);
    row->addWidget(title);
    row->addWidget(m_versions);
    m_restore = addButton(row, tr("&Put it into the editor"));
    m_restore->setObjectName(QStringLiteral("restore"));
    m_restore->setToolTip(
        tr("As an act that can be undone. No node has it before it is rolled out."));
    row->addStretch(1);
    m_finish = addButton(row, tr("&Finish it"));
    m_takeBack = addButton(row, tr("&Take it back"));
    m_abandon = addButton(row, tr("&Leave it as it is…"));
    QPushButton *close = addButton(row, tr("Close"));
    close->setDefault(true);
    connect(m_restore, &QPushButton::clicked, this, &HistoryDialog::restore);
    connect(m_abandon, &QPushButton::clicked, this, &HistoryDialog::abandon);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    for (const auto &[button, direction] :
         {std::pair{m_finish, DeployDirection::Finish}, {m_takeBack, DeployDirection::TakeBack}})
        connect(button, &QPushButton::clicked, this, [this, direction] {
            if (const Deployment *open = current())
                Q_EMIT resumeRequested(*open, direction);
            accept();
        });
    return row;
}

void HistoryDialog::fill()
{
    const QString kept = m_list->currentItem()
                             ? m_list->currentItem()->data(Begun, Qt::UserRole).toString()
                             : QString();
    const QSignalBlocker blocker(m_list);
    m_list->clear();
    for (const Deployment &rollOut : m_history->all()) {
        auto *item = new QTreeWidgetItem(
            m_list, {beginOf(rollOut), outcomeWords(rollOut), joined(rollOut.nodes),
                     CardText::printable(rollOut.by), CardText::printable(rollOut.reason)});
        item->setData(Begun, Qt::UserRole, rollOut.planId);
        if (!m_list->currentItem() || rollOut.planId == kept)
            m_list->setCurrentItem(item);
    }
    for (int column = 0; column < Why; ++column)
        m_list->resizeColumnToContents(column);
    showCurrent();
}

const Deployment *HistoryDialog::current() const
{
    const QTreeWidgetItem *item = m_list->currentItem();
    const QString id = item ? item->data(Begun, Qt::UserRole).toString() : QString();
    const auto found = std::ranges::find(m_history->all(), id, &Deployment::planId);
    return found == m_history->all().end() ? nullptr : &*found;
}

void HistoryDialog::showCurrent()
{
    const Deployment *rollOut = current();
    QStringList words;
    if (!rollOut) {
        words.append(tr("Nothing was rolled out from this workstation yet."));
    } else {
        if (!rollOut->sentence.isEmpty())
            words.append(rollOut->sentence);
        if (!rollOut->offline.isEmpty())
            words.append(
                tr("Without %1, which could not be reached.").arg(joined(rollOut->offline)));
        if (rollOut->path != m_document->path())
            words.append(tr("The file was %1.").arg(rollOut->path));
    }
    m_sentence->setText(words.join(u'\n'));
    m_sentence->setVisible(!words.isEmpty());
    const bool isOpen = rollOut && !rollOut->ended && !rollOut->inUse;
    for (QPushButton *button : {m_finish, m_takeBack, m_abandon})
        button->setVisible(isOpen);
    const QSignalBlocker blocker(m_versions);
    m_versions->clear();
    if (rollOut)
        fillVersions(*rollOut);
    m_restore->setEnabled(rollOut && rollOut->path == m_document->path());
    showChange();
}

void HistoryDialog::fillVersions(const Deployment &rollOut)
{
    m_versions->addItem(tr("The new one"), rollOut.bytes);
    for (const auto &[nodes, bytes] : oldVersions(rollOut))
        m_versions->addItem(tr("The old one of %1").arg(joined(nodes)), bytes);
    if (m_versions->count() > 1)
        m_versions->setCurrentIndex(1);
}

QByteArray HistoryDialog::chosen() const
{
    return m_versions->currentData().toByteArray();
}

/// What the roll-out changed, where the version of some nodes that is chosen was before.
void HistoryDialog::showChange()
{
    const Deployment *rollOut = current();
    if (!rollOut) {
        m_change->setChange({}, m_document->encoding());
        m_restore->setEnabled(false);
        return;
    }
    const int old = std::max(1, m_versions->currentIndex());
    const QByteArray before = m_versions->itemData(old).toByteArray(); // empty: there was none
    const QString shown = rollOut->planId + QString::number(old);
    m_shown = shown;
    runInBackground(
        m_pool, this,
        [before, after = rollOut->bytes] { return TextChange::between(before, after); },
        [this, shown](const TextChange &change) {
            if (shown == m_shown)
                m_change->setChange(change, m_document->encoding());
        });
}

void HistoryDialog::restore()
{
    const Deployment *rollOut = current();
    if (!rollOut)
        return;
    const base::Result<QByteArray> bytes =
        operations::restoredBytes(m_document->path(), chosen(), m_document->text());
    if (!bytes) {
        QMessageBox::warning(this, windowTitle(),
                             bytes.error().message + u'\n' + bytes.error().remedy);
        return;
    }
    m_document->apply(tr("Restore the file of %1").arg(beginOf(*rollOut)),
                      editTo(m_document->text(), *bytes));
    accept();
}

void HistoryDialog::abandon()
{
    const Deployment *open = current();
    if (!open)
        return;
    auto *box = new QMessageBox(QMessageBox::Warning, windowTitle(),
                                tr("Leave every node's file as it is now, and end this roll-out?"),
                                QMessageBox::Cancel, this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setObjectName(QStringLiteral("abandonDialog"));
    box->setInformativeText(tr("This is for a node that will not come back. The nodes may hold "
                               "different files afterwards; which, is told."));
    connect(box->addButton(tr("&Leave it"), QMessageBox::DestructiveRole), &QPushButton::clicked,
            this, [this, rollOut = *open] {
                Q_EMIT resumeRequested(rollOut, DeployDirection::Abandon);
                accept();
            });
    box->setDefaultButton(QMessageBox::Cancel);
    box->open();
}

} // namespace colonnade::gui
