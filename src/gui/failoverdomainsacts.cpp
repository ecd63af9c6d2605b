// SPDX-License-Identifier: GPL-3.0-or-later
// What is done to failover domains, by menus and by chips that are dragged; how they are shown is
// in failoverdomainsview.cpp.
#include "gui/card.h"
#include "gui/chipflow.h"
#include "gui/domainheads.h"
#include "gui/domainsmodel.h"
#include "gui/domainstable.h"
#include "gui/dragghost.h"
#include "gui/failoverdomainsview.h"
#include "gui/newdomaindialog.h"
#include "gui/surface.h"
#include "gui/wherewoulditrun.h"
#include "gui/wording.h"

#include <QFrame>
#include <QInputDialog>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace colonnade::gui {

using formats::DomainFlag;
using formats::GroupKind;

namespace {

QString shown(const QString &name)
{
    return CardText::printable(name);
}

} // namespace

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
