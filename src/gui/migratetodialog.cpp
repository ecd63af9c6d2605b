// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/migratetodialog.h"

#include "gui/icons.h"
#include "gui/roomyrows.h"
#include "gui/theme.h"
#include "gui/wording.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace colonnade::gui {

namespace {

struct Look
{
    const char *symbol;
    QColor color;
    QString text;
};

Look lookOf(const MigrateToDialog::Target &target, const Theme &theme)
{
    if (target.home)
        return {"info", theme.muted, MigrateToDialog::tr("already there")};
    const QString headline = target.verdict.headline();
    switch (target.verdict.answer()) {
    case rules::Answer::Yes:
        return {"good", theme.good,
                headline.isEmpty() ? MigrateToDialog::tr("can run there") : headline};
    case rules::Answer::Warn:
        return {"warning", theme.warn, headline};
    case rules::Answer::No:
        break;
    }
    return {"error", theme.bad, headline};
}

} // namespace

MigrateToDialog::MigrateToDialog(const QList<rules::GuestRef> &guests, QWidget *parent)
    : QDialog(parent), m_guests(guests), m_list(new QTreeWidget(this))
{
    setObjectName(QStringLiteral("migrateToDialog"));
    QStringList names;
    for (const rules::GuestRef &guest : guests)
        names.append(guest.guest);
    setWindowTitle(tr("Migrate %1").arg(joined(names, 3)));
    auto *label = new QLabel(tr("Move %1 to this &node:").arg(joined(names)), this);
    label->setWordWrap(true);
    label->setBuddy(m_list);

    m_list->setObjectName(QStringLiteral("targets"));
    m_list->setAccessibleName(tr("Nodes and what they answer"));
    m_list->setColumnCount(2);
    m_list->setHeaderLabels({tr("Node"), tr("Answer")});
    m_list->setRootIsDecorated(false);
    m_list->setItemDelegate(new RoomyRows(m_list));
    m_list->setWordWrap(true);
    m_list->header()->setSectionResizeMode(0, QHeaderView::ResizeToContents);
    m_list->header()->setSectionResizeMode(1, QHeaderView::Stretch);
    connect(m_list, &QTreeWidget::itemSelectionChanged, this, &MigrateToDialog::updateButton);
    connect(m_list, &QTreeWidget::itemActivated, this, &MigrateToDialog::choose);

    auto *box = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_go = box->addButton(tr("&Migrate…"), QDialogButtonBox::AcceptRole);
    m_go->setToolTip(tr("Shows what will run, and asks before anything is moved"));
    m_go->setDefault(true);
    connect(box, &QDialogButtonBox::accepted, this, &MigrateToDialog::choose);
    connect(box, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto *layout = new QVBoxLayout(this);
    layout->addWidget(label);
    layout->addWidget(m_list);
    layout->addWidget(box);
    const int character = fontMetrics().averageCharWidth();
    resize(90 * character, 18 * fontMetrics().lineSpacing());
    updateButton();
}

void MigrateToDialog::setTargets(const QList<Target> &targets)
{
    const bool same = std::ranges::equal(targets, m_targets, [](const Target &a, const Target &b) {
        return a.node == b.node && a.verdict == b.verdict && a.home == b.home;
    });
    if (same)
        return;
    const QList<QTreeWidgetItem *> selected = m_list->selectedItems();
    const QString kept = selected.isEmpty() ? QString() : selected.first()->text(0);
    m_targets = targets;
    m_list->clear();
    const Theme theme = Theme::of(palette());
    for (const Target &target : targets) {
        const Look look = lookOf(target, theme);
        auto *item = new QTreeWidgetItem(m_list, {target.node, look.text});
        item->setIcon(1, icon(QString::fromLatin1(look.symbol), look.color));
        item->setToolTip(1, look.text);
        const bool possible = !target.home && target.verdict.answer() != rules::Answer::No;
        item->setFlags(possible ? Qt::ItemIsEnabled | Qt::ItemIsSelectable : Qt::NoItemFlags);
        if (possible
            && (target.node == kept || (kept.isEmpty() && m_list->selectedItems().isEmpty())))
            m_list->setCurrentItem(item);
    }
    updateButton();
}

void MigrateToDialog::updateButton()
{
    m_go->setEnabled(!m_list->selectedItems().isEmpty());
}

void MigrateToDialog::choose()
{
    const QList<QTreeWidgetItem *> selected = m_list->selectedItems();
    if (selected.isEmpty())
        return;
    Q_EMIT chosen(selected.first()->text(0));
    accept();
}

} // namespace colonnade::gui
