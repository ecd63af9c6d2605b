// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/failoverdomainsview.h"

#include "gui/card.h"
#include "gui/chipflow.h"
#include "gui/domainheads.h"
#include "gui/domainsmodel.h"
#include "gui/domainstable.h"
#include "gui/dragghost.h"
#include "gui/newdomaindialog.h"
#include "gui/surface.h"
#include "gui/wherewoulditrun.h"
#include "gui/wording.h"

#include <QFrame>
#include <QHeaderView>
#include <QInputDialog>
#include <QLabel>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace colonnade::gui {

using formats::DomainFlag;
using formats::GroupKind;
using formats::ResourceGroup;

namespace {

QString shown(const QString &name)
{
    return CardText::printable(name);
}

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

// ---- acts

void FailoverDomainsView::moveMember(const QString &domain, const QString &node, qsizetype position)
{
    const int column = m_model->columnOf(domain);
    if (column < 0)
        return;
    const bool up = position < m_model->domains()[column].members.indexOf(node);
    const QString title = up ? tr("Move %1 up in %2") : tr("Move %1 down in %2");
    act(title.arg(shown(node), shown(domain)), conf().moveDomainMember(domain, node, position));
}

void FailoverDomainsView::addMember(const QString &domain, const QString &node)
{
    act(tr("Add %1 to %2").arg(shown(node), shown(domain)),
        conf().addDomainMember(domain, {node, std::nullopt}));
}

void FailoverDomainsView::removeMember(const QString &domain, const QString &node)
{
    act(tr("Take %1 out of %2").arg(shown(node), shown(domain)),
        conf().removeDomainMember(domain, node));
}

void FailoverDomainsView::setPriority(const QString &domain, const QString &node, int now)
{
    auto *dialog = new QInputDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setInputMode(QInputDialog::IntInput);
    dialog->setIntRange(1, 100);
    dialog->setIntValue(std::max(1, now));
    dialog->setWindowTitle(tr("Priority"));
    dialog->setLabelText(tr("Priority of %1 in %2: 1 comes first, and several nodes may share one.")
                             .arg(shown(node), shown(domain)));
    connect(dialog, &QInputDialog::intValueSelected, this, [this, domain, node](int priority) {
        act(tr("Give %1 priority %2 in %3")
                .arg(shown(node), QString::number(priority), shown(domain)),
            conf().setMemberPriority(domain, node, priority));
    });
    dialog->open();
}

void FailoverDomainsView::setFlag(const QString &domain, DomainFlag flag, bool on)
{
    const QString names[] = {tr("Ordered"), tr("Restricted"), tr("No failback")};
    const QString title = on ? tr("Switch “%1” of %2 on") : tr("Switch “%1” of %2 off");
    act(title.arg(names[int(flag)], shown(domain)), conf().setDomainFlag(domain, flag, on));
}

void FailoverDomainsView::rename(const QString &domain, const QString &newName)
{
    act(tr("Rename failover domain %1 to %2").arg(shown(domain), shown(newName)),
        conf().renameFailoverDomain(domain, newName));
}

void FailoverDomainsView::setDomainOf(const GroupName &group, const QString &domain)
{
    if (domain.isEmpty())
        act(tr("Take %1 out of its failover domain").arg(group.shown()),
            conf().removeGroupAttribute(group.kind, group.name, u"domain"_s));
    else
        act(tr("Put %1 into %2").arg(group.shown(), shown(domain)),
            conf().setGroupAttribute(group.kind, group.name, u"domain"_s, domain));
}

void FailoverDomainsView::askForDomain()
{
    if (!isEditable())
        return;
    auto *dialog = new NewDomainDialog(conf(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &NewDomainDialog::addRequested, this, [this, dialog] {
        const formats::NewFailoverDomain domain = dialog->domain();
        const auto edits = conf().addFailoverDomain(domain);
        if (!edits) {
            dialog->showProblem(edits.error());
            return;
        }
        if (act(tr("Add failover domain %1").arg(shown(domain.name)), edits))
            dialog->accept();
    });
    dialog->open();
}

void FailoverDomainsView::askToRemove(const QString &domain)
{
    const int column = m_model->columnOf(domain);
    if (!isEditable() || column < 0)
        return;
    QStringList users;
    for (const GroupName &group : m_heads->head(column)->chips()->groups())
        users.append(group.shown());
    auto *box = new QMessageBox(QMessageBox::Question, tr("Delete failover domain"),
                                tr("Delete the failover domain %1?").arg(shown(domain)),
                                QMessageBox::Cancel, this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    box->setInformativeText(
        users.isEmpty()
            ? tr("Nothing refers to it.")
            : tr("These refer to it, lose it, and may then run on any node: %1.\nUndo brings "
                 "all of it back.")
                  .arg(joined(users, 12)));
    QPushButton *remove = box->addButton(tr("&Delete"), QMessageBox::DestructiveRole);
    box->setDefaultButton(QMessageBox::Cancel);
    connect(remove, &QPushButton::clicked, this, [this, domain] {
        act(tr("Delete failover domain %1").arg(shown(domain)),
            conf().removeFailoverDomain(domain));
    });
    box->open();
}

void FailoverDomainsView::editName(const QString &domain)
{
    if (DomainHead *head = m_heads->head(m_model->columnOf(domain)))
        head->editName();
}

// ---- menus

void FailoverDomainsView::addMoves(QMenu *menu, const QModelIndex &index)
{
    const DomainCell cell = m_model->cell(index);
    const DomainsModel::Domain domain = m_model->domains()[index.column()];
    const QString node = m_model->nodes()[index.row()];
    const auto add = [&](const QString &text, qsizetype to) {
        QAction *action = menu->addAction(
            text, this, [this, domain, node, to] { moveMember(domain.name, node, to); });
        action->setEnabled(domain.isOrdered && to != cell.position && to >= 0
                           && to < domain.members.size());
        return action;
    };
    add(tr("Move &up"), cell.position - 1)->setShortcut(Qt::ALT | Qt::Key_Up);
    add(tr("Move &down"), cell.position + 1)->setShortcut(Qt::ALT | Qt::Key_Down);
    add(tr("Make &first"), 0);
    add(tr("Make &last"), domain.members.size() - 1);
    menu->addAction(
            tr("Set &priority…"), this,
            [this, domain, node, now = cell.priority] { setPriority(domain.name, node, now); })
        ->setEnabled(domain.isOrdered);
    if (!domain.isOrdered)
        menu->addAction(tr("Switch “Ordered” on to order them"), this,
                        [this, domain] { setFlag(domain.name, DomainFlag::Ordered, true); });
}

void FailoverDomainsView::showCellMenu(const QModelIndex &index, const QPoint &position)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const QString domain = m_model->domains()[index.column()].name;
    const QString node = m_model->nodes()[index.row()];
    if (m_model->cell(index).isMember) {
        addMoves(menu, index);
        menu->addSeparator();
        menu->addAction(tr("&Take out of %1").arg(shown(domain)), Qt::Key_Delete, this,
                        [this, domain, node] { removeMember(domain, node); });
    } else {
        menu->addAction(tr("&Add %1 to %2").arg(shown(node), shown(domain)), this,
                        [this, domain, node] { addMember(domain, node); })
            ->setEnabled(m_model->isClusterNode(index.row()));
    }
    menu->popup(position);
}

void FailoverDomainsView::showHeadMenu(const QString &domain, const QPoint &position)
{
    const int column = m_model->columnOf(domain);
    if (column < 0)
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("&Rename"), Qt::Key_F2, this, [this, domain] { editName(domain); });
    QMenu *nodes = menu->addMenu(tr("&Add node"));
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const QString node = m_model->nodes()[row];
        if (m_model->isClusterNode(row) && !m_model->domains()[column].members.contains(node))
            nodes->addAction(shown(node), this, [this, domain, node] { addMember(domain, node); });
    }
    nodes->setEnabled(!nodes->isEmpty());
    menu->addSeparator();
    menu->addAction(tr("&Delete…"), this, [this, domain] { askToRemove(domain); });
    menu->popup(position);
}

void FailoverDomainsView::showChipMenu(const GroupName &group, const QPoint &position)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (group.kind == GroupKind::Vm)
        menu->addAction(tr("&Where would it run?"), this,
                        [this, group] { Q_EMIT vmChosen(group.name); });
    QMenu *move = menu->addMenu(tr("&Put into"));
    const QString now = domainOf(group);
    for (const DomainsModel::Domain &domain : m_model->domains()) {
        QAction *action =
            move->addAction(shown(domain.name), this,
                            [this, group, name = domain.name] { setDomainOf(group, name); });
        action->setEnabled(domain.name.compare(now, Qt::CaseInsensitive) != 0);
    }
    menu->addAction(tr("&Take out of its domain"), this, [this, group] { setDomainOf(group, {}); })
        ->setEnabled(!now.isEmpty());
    menu->popup(position);
}

// ---- chips on their way

QString FailoverDomainsView::domainOf(const GroupName &group) const
{
    const auto found = conf().group(group.kind, group.name);
    return found ? found->domain() : QString();
}

std::optional<QString> FailoverDomainsView::domainAt(const QPoint &position) const
{
    if (m_looseRow->isVisible() && m_looseRow->rect().contains(m_looseRow->mapFromGlobal(position)))
        return QString();
    const QPoint inGrid = m_grid->mapFromGlobal(position);
    const QPoint inColumns = m_table->viewport()->mapFromGlobal(position);
    if (!m_grid->rect().contains(inGrid) || inColumns.x() < 0
        || inColumns.x() >= m_table->viewport()->width())
        return std::nullopt;
    const int column = m_table->columnAt(inColumns.x());
    return column < 0 ? std::nullopt : std::optional(m_model->domains()[column].name);
}

void FailoverDomainsView::dragChip(const GroupName &group, const QPoint &position)
{
    const std::optional<QString> target = domainAt(position);
    const bool same = target && target->compare(domainOf(group), Qt::CaseInsensitive) == 0;
    QString answer = tr("Let go over a failover domain; Esc cancels");
    if (same)
        answer = tr("Stays where it is");
    else if (target)
        answer =
            target->isEmpty() ? tr("Runs on any node then") : tr("Put into %1").arg(shown(*target));
    const int column = target && !same ? m_model->columnOf(*target) : -1;
    for (DomainHead *head : m_heads->heads())
        head->setTarget(column >= 0 && head == m_heads->head(column));
    m_table->setTargetColumn(column);
    m_looseRow->setBackgroundRole(target && !same && target->isEmpty() ? QPalette::AlternateBase
                                                                       : QPalette::Window);
    m_ghost->showAt(position,
                    {.strong = u"⠿ "_s + group.shown(),
                     .look = target ? Pill::Look::Lifted : Pill::Look::Refused},
                    answer);
    showHint(answer);
}

void FailoverDomainsView::dropChip(const GroupName &group, const QPoint &position)
{
    const std::optional<QString> target = domainAt(position);
    endChipDrag();
    if (target && target->compare(domainOf(group), Qt::CaseInsensitive) != 0)
        setDomainOf(group, *target);
}

void FailoverDomainsView::endChipDrag()
{
    for (DomainHead *head : m_heads->heads())
        head->setTarget(false);
    m_table->setTargetColumn(-1);
    m_looseRow->setBackgroundRole(QPalette::Window);
    m_ghost->hide();
    showHint({});
}

} // namespace colonnade::gui
