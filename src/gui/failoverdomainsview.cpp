// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/failoverdomainsview.h"

#include "gui/card.h"
#include "gui/chipflow.h"
#include "gui/domainheads.h"
#include "gui/domainsmodel.h"
#include "gui/domainstable.h"
#include "gui/dragghost.h"
#include "gui/surface.h"
#include "gui/wherewoulditrun.h"
#include "gui/wording.h"

#include <QFrame>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace colonnade::gui {

using formats::GroupKind;
using formats::ResourceGroup;

namespace {

/// What may have a failover domain: all but what stands inside of something else.
QList<ResourceGroup> groupsOf(const formats::ClusterConf &conf)
{
    QList<ResourceGroup> groups = conf.vms() + conf.services();
    groups.removeIf([](const ResourceGroup &group) {
        return !group.service().isNull() || group.isDefinition();
    });
    return groups;
}

GroupName nameOf(const ResourceGroup &group)
{
    return {group.isVm() ? GroupKind::Vm : GroupKind::Service, group.name()};
}

} // namespace

FailoverDomainsView::FailoverDomainsView(ClusterConfDocument *document, QWidget *parent)
    : ClusterConfView(document, parent), m_model(new DomainsModel(this))
{
    setAccessibleName(tr("Failover domains"));
    build();
    connectTable();
    connect(m_heads, &DomainHeads::headAdded, this, &FailoverDomainsView::connectHead);
    connectChips(m_loose);
    connect(document, &EditorDocument::selectionChanged, this,
            &FailoverDomainsView::showDocumentSelection);
    showHint({});
}

FailoverDomainsView::~FailoverDomainsView()
{
    // Children that lose the focus while they go have things to say; nobody listens any more.
    for (QObject *child : findChildren<QObject *>())
        child->disconnect(this);
}

void FailoverDomainsView::build()
{
    const int unit = Fonts(font()).unit;
    m_hint = new QLabel(content());
    m_hint->setTextFormat(Qt::PlainText);
    m_hint->setWordWrap(true);
    m_hint->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_add = new QPushButton(tr("+ &Domain"), content());
    m_add->setAccessibleName(tr("New failover domain"));
    connect(m_add, &QPushButton::clicked, this, &FailoverDomainsView::askForDomain);
    auto *top = new QHBoxLayout;
    top->addWidget(m_hint, 1000);
    top->addStretch(1);
    top->addWidget(m_add);

    buildGrid();
    m_looseRow = new QFrame(content());
    m_looseRow->setAutoFillBackground(true);
    m_looseLabel = new QLabel(tr("In no domain, so on any node:"), m_looseRow);
    m_loose = new ChipFlow(1, m_looseRow);
    m_loose->setAccessibleName(tr("Virtual machines in no failover domain"));
    auto *loose = new QHBoxLayout(m_looseRow);
    loose->setContentsMargins(unit, unit, unit, unit);
    loose->addWidget(m_looseLabel);
    loose->addWidget(m_loose, 1);

    auto *layout = new QVBoxLayout;
    layout->setSpacing(2 * unit);
    layout->addLayout(top);
    layout->addWidget(m_grid, 1000);
    layout->addWidget(m_placeholder);
    layout->addWidget(m_looseRow);
    layout->addStretch(1);
    m_panel = new WhereWouldItRun(document(), content());
    m_panel->setMinimumWidth(30 * fontMetrics().averageCharWidth());
    m_panel->setMaximumWidth(44 * fontMetrics().averageCharWidth());
    auto *sides = new QHBoxLayout(content());
    sides->setContentsMargins({});
    sides->setSpacing(5 * unit);
    sides->addLayout(layout, 3);
    sides->addWidget(m_panel, 1);
    m_ghost = new DragGhost(this);
    connect(this, &FailoverDomainsView::vmChosen, m_panel, &WhereWouldItRun::setVm);
}

void FailoverDomainsView::buildGrid()
{
    m_grid = new Surface(content());
    m_table = new DomainsTable(m_model, this, m_grid);
    m_heads = new DomainHeads(m_table, m_grid);
    auto *grid = new QVBoxLayout(m_grid);
    grid->setContentsMargins({});
    grid->setSpacing(0);
    grid->addWidget(m_heads);
    grid->addWidget(m_table, 1);
    m_placeholder = new QLabel(content());
    m_placeholder->setTextFormat(Qt::PlainText);
    m_placeholder->setWordWrap(true);
    m_placeholder->setAlignment(Qt::AlignCenter);
    m_placeholder->setMargin(12 * Fonts(font()).unit);
}

void FailoverDomainsView::connectTable()
{
    connect(m_table, &DomainsTable::moveWanted, this, &FailoverDomainsView::moveMember);
    connect(m_table, &DomainsTable::addWanted, this, &FailoverDomainsView::addMember);
    connect(m_table, &DomainsTable::removeWanted, this, &FailoverDomainsView::removeMember);
    connect(m_table, &DomainsTable::renameWanted, this, &FailoverDomainsView::editName);
    connect(m_table, &DomainsTable::menuWanted, this, &FailoverDomainsView::showCellMenu);
    connect(m_table, &DomainsTable::hinted, this, &FailoverDomainsView::showHint);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &FailoverDomainsView::selectInDocument);
}

void FailoverDomainsView::connectHead(DomainHead *head)
{
    connect(head, &DomainHead::flagWanted, this, &FailoverDomainsView::setFlag);
    connect(head, &DomainHead::renameWanted, this, &FailoverDomainsView::rename);
    connect(head, &DomainHead::menuWanted, this, &FailoverDomainsView::showHeadMenu);
    connectChips(head->chips());
}

void FailoverDomainsView::connectChips(ChipFlow *chips)
{
    connect(chips, &ChipFlow::chosen, this, [this](const GroupName &group) {
        if (group.kind == GroupKind::Vm)
            Q_EMIT vmChosen(group.name);
    });
    connect(chips, &ChipFlow::menuWanted, this, &FailoverDomainsView::showChipMenu);
    connect(chips, &ChipFlow::dragMoved, this, &FailoverDomainsView::dragChip);
    connect(chips, &ChipFlow::dropped, this, &FailoverDomainsView::dropChip);
    connect(chips, &ChipFlow::dragCanceled, this, &FailoverDomainsView::endChipDrag);
}

// ---- showing

WhereWouldItRun *FailoverDomainsView::panel() const
{
    return m_panel;
}

QString FailoverDomainsView::hint() const
{
    return m_hint->text();
}

void FailoverDomainsView::showHint(const QString &text)
{
    m_hint->setText(!text.isEmpty() ? text
                                    : tr("Drag a number up or down to give the node another place; "
                                         "drag a virtual machine to another domain."));
    m_hint->setToolTip(text.isEmpty() ? plainTip(m_hint->text()) : QString());
}

void FailoverDomainsView::refresh()
{
    m_table->cancelDrag();
    const QString domain = m_model->domains().value(m_table->currentIndex().column()).name;
    const QString node = m_model->nodes().value(m_table->currentIndex().row());
    if (m_panel && isAncestorOf(m_panel))
        m_panel->setState(state());
    m_model->setSigns(state());
    m_model->setDocument(conf());
    QList<QList<GroupName>> groups(m_model->domains().size());
    QList<GroupName> loose;
    for (const ResourceGroup &group : groupsOf(conf())) {
        const auto found = conf().failoverDomain(group.domain());
        const int column = found ? m_model->columnOf(found->name()) : -1;
        (column < 0 ? loose : groups[column]).append(nameOf(group));
    }
    m_heads->setDomains(m_model->domains(), groups);
    m_loose->setGroups(loose, tr("none"));
    m_table->verticalHeader()->setDefaultSectionSize(m_table->rowHeightWanted());
    const int column = m_model->columnOf(domain);
    const int row = int(m_model->nodes().indexOf(node));
    if (!m_table->currentIndex().isValid() && column >= 0 && row >= 0) {
        const QScopedValueRollback selecting(m_selecting, true);
        m_table->setCurrentIndex(m_model->index(row, column));
    }
    fitHeight();
    showPlaceholder();
}

void FailoverDomainsView::fitHeight()
{
    int columns = 0;
    for (int column = 0; column < m_model->columnCount(); ++column)
        columns += m_table->columnWidth(column);
    const bool scrolls = columns > m_table->width() - m_table->verticalHeader()->width();
    const int height = m_table->rowHeightWanted() * m_model->rowCount()
                       + (scrolls ? m_table->horizontalScrollBar()->sizeHint().height() : 0);
    m_table->setMaximumHeight(height);
    m_table->setMinimumHeight(std::min(height, 4 * m_table->rowHeightWanted()));
    m_grid->setMaximumHeight(height + m_heads->sizeHint().height() + 6);
}

void FailoverDomainsView::resizeEvent(QResizeEvent *event)
{
    ClusterConfView::resizeEvent(event);
    fitHeight();
}

void FailoverDomainsView::showPlaceholder()
{
    const bool hasNodes = !conf().nodes().isEmpty();
    const bool hasDomains = !m_model->domains().isEmpty();
    m_grid->setVisible(hasDomains);
    m_hint->setVisible(hasDomains);
    m_placeholder->setVisible(!hasDomains);
    m_looseRow->setVisible(!m_loose->groups().isEmpty() || hasDomains);
    m_placeholder->setText(
        hasNodes ? tr("There is no failover domain yet, so every virtual machine may run on any "
                      "node.\nA domain says which nodes run it, and in which order. Add one with "
                      "“+ Domain”.")
                 : tr("There are no nodes yet. Add them under Nodes and fencing."));
}

void FailoverDomainsView::showDocumentSelection()
{
    if (m_selecting || isActing() || !isVisible() || !isEditable())
        return;
    const formats::Span selection = document()->selection();
    for (int column = 0; column < m_model->columnCount(); ++column) {
        const formats::Span span = m_model->domains()[column].span;
        if (!span.contains(selection.begin))
            continue;
        const QScopedValueRollback selecting(m_selecting, true);
        const int row = std::max(0, m_table->currentIndex().row());
        m_table->setCurrentIndex(m_model->index(row, column));
    }
}

void FailoverDomainsView::selectInDocument()
{
    const QModelIndex index = m_table->currentIndex();
    if (m_selecting || !index.isValid() || !isEditable() || !m_table->hasFocus())
        return;
    const QScopedValueRollback selecting(m_selecting, true);
    const auto domain = conf().failoverDomain(m_model->domains()[index.column()].name);
    for (const formats::DomainMember &member :
         domain ? domain->members() : QList<formats::DomainMember>()) {
        if (member.node() == m_model->nodes()[index.row()]) {
            document()->select(member.span());
            return;
        }
    }
    if (domain)
        document()->select(domain->startTag());
}

} // namespace colonnade::gui
