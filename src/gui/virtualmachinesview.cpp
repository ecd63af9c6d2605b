// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/virtualmachinesview.h"

#include "gui/attributeform.h"
#include "gui/card.h"
#include "gui/chipflow.h"
#include "gui/newvmdialog.h"
#include "gui/roomyrows.h"
#include "gui/surface.h"
#include "gui/vmfields.h"
#include "gui/wording.h"

#include <QCheckBox>
#include <QHeaderView>
#include <QInputDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QScrollArea>
#include <QSortFilterProxyModel>
#include <QSplitter>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace colonnade::gui {

using formats::GroupKind;
using formats::ResourceGroup;

namespace {

QString shown(const QString &name)
{
    return CardText::printable(name);
}

/// Rows in the order in which people look for names.
class VmOrder final : public QSortFilterProxyModel
{
public:
    using QSortFilterProxyModel::QSortFilterProxyModel;

protected:
    bool lessThan(const QModelIndex &left, const QModelIndex &right) const override
    {
        return nameLess(left.data().toString(), right.data().toString());
    }
};

} // namespace

VirtualMachinesView::VirtualMachinesView(ClusterConfDocument *document, QWidget *parent)
    : ClusterConfView(document, parent), m_model(new VmModel(this)), m_sorted(new VmOrder(this))
{
    setAccessibleName(tr("Virtual machines"));
    m_sorted->setSourceModel(m_model);
    m_sorted->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_sorted->setFilterKeyColumn(-1);
    auto *sides = new QSplitter(content());
    sides->setChildrenCollapsible(false);
    sides->addWidget(buildTable());
    sides->addWidget(buildForm());
    sides->setStretchFactor(0, 3);
    sides->setStretchFactor(1, 2);
    sides->setSizes({600, 460});
    auto *layout = new QVBoxLayout(content());
    layout->setContentsMargins({});
    layout->addWidget(sides, 1);
    layout->addWidget(buildUnmanaged());
    connect(document, &EditorDocument::selectionChanged, this,
            &VirtualMachinesView::showDocumentSelection);
}

VirtualMachinesView::~VirtualMachinesView()
{
    // A field that loses the focus while it goes has something to say; nobody listens any more.
    for (QObject *child : findChildren<QObject *>())
        child->disconnect(this);
}

// ---- building

QWidget *VirtualMachinesView::buildTable()
{
    auto *side = new QWidget(content());
    m_filter = new QLineEdit(side);
    m_filter->setPlaceholderText(tr("Filter"));
    m_filter->setAccessibleName(tr("Filter virtual machines"));
    m_filter->setClearButtonEnabled(true);
    auto *add = new QPushButton(tr("&Add…"), side);
    m_rename = new QPushButton(tr("&Rename…"), side);
    m_remove = new QPushButton(tr("Re&move…"), side);
    auto *top = new QHBoxLayout;
    top->addWidget(m_filter, 1);
    for (QPushButton *button : {add, m_rename, m_remove})
        top->addWidget(button);
    m_table = new QTableView(side);
    m_table->setModel(m_sorted);
    m_table->setAccessibleName(tr("Virtual machines"));
    m_table->setItemDelegate(new RoomyRows(m_table));
    m_table->setSelectionBehavior(QTableView::SelectRows);
    m_table->setSelectionMode(QTableView::SingleSelection);
    m_table->setEditTriggers(QTableView::NoEditTriggers);
    m_table->setTabKeyNavigation(false);
    m_table->setShowGrid(false);
    m_table->setAlternatingRowColors(true);
    m_table->setWordWrap(false);
    m_table->setTextElideMode(Qt::ElideMiddle);
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(-1, Qt::AscendingOrder); // the file's order
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    auto *layout = new QVBoxLayout(side);
    layout->setContentsMargins({});
    layout->addLayout(top);
    layout->addWidget(m_table, 1);
    connect(m_filter, &QLineEdit::textChanged, m_sorted,
            &QSortFilterProxyModel::setFilterFixedString);
    connect(add, &QPushButton::clicked, this, [this] { askForVm(); });
    connect(m_rename, &QPushButton::clicked, this, &VirtualMachinesView::askForName);
    connect(m_remove, &QPushButton::clicked, this, &VirtualMachinesView::askToRemove);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex &now) {
                if (m_selecting || !now.isValid())
                    return;
                m_current = m_model->name(m_sorted->mapToSource(now).row());
                showCurrent();
                selectInDocument();
            });
    return side;
}

QWidget *VirtualMachinesView::buildForm()
{
    const int unit = Fonts(font()).unit;
    auto *side = new Surface(content());
    m_title = new QLabel(side);
    m_title->setTextFormat(Qt::PlainText);
    m_title->setFont(Fonts(font()).title);
    m_title->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_warnings = new QLabel(side);
    m_warnings->setTextFormat(Qt::PlainText);
    m_warnings->setWordWrap(true);
    m_all = new QCheckBox(side);
    m_form = new AttributeForm(nullptr);
    auto *padded = new QWidget;
    auto *inner = new QVBoxLayout(padded);
    inner->setContentsMargins(0, 0, 2 * unit, 0);
    inner->addWidget(m_form);
    inner->addStretch(1);
    auto *scroll = new QScrollArea(side);
    scroll->setWidget(padded);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->viewport()->setBackgroundRole(QPalette::Base);
    padded->setBackgroundRole(QPalette::Base);
    auto *layout = new QVBoxLayout(side);
    layout->setContentsMargins(2 * unit, 2 * unit, unit, unit);
    layout->addWidget(m_title);
    layout->addWidget(m_warnings);
    layout->addWidget(scroll, 1);
    layout->addWidget(m_all);
    side->setMinimumWidth(50 * fontMetrics().averageCharWidth());
    connect(m_form, &AttributeForm::edited, this, &VirtualMachinesView::setAttribute);
    connect(m_all, &QCheckBox::toggled, this, &VirtualMachinesView::showCurrent);
    return side;
}

QWidget *VirtualMachinesView::buildUnmanaged()
{
    m_unmanagedRow = new QWidget(content());
    auto *label = new QLabel(tr("Running, and not in the file:"), m_unmanagedRow);
    m_unmanaged = new ChipFlow(1, m_unmanagedRow);
    m_unmanaged->setAccessibleName(tr("Guests that run and are in no virtual machine of the file"));
    auto *layout = new QHBoxLayout(m_unmanagedRow);
    layout->setContentsMargins({});
    layout->addWidget(label);
    layout->addWidget(m_unmanaged, 1);
    const auto add = [this](const GroupName &guest) { askForVm(guest.name); };
    connect(m_unmanaged, &ChipFlow::chosen, this, add);
    connect(m_unmanaged, &ChipFlow::menuWanted, this, add);
    return m_unmanagedRow;
}

// ---- showing

std::optional<ResourceGroup> VirtualMachinesView::currentVm() const
{
    return m_current.isEmpty() ? std::nullopt : conf().group(GroupKind::Vm, m_current);
}

bool VirtualMachinesView::runs(const QString &vm) const
{
    return std::ranges::any_of(state().nodes, [&vm](const cluster::NodeState &node) {
        return node.facts && runningGuests(*node.facts).contains(vm);
    });
}

void VirtualMachinesView::refresh()
{
    const int row = m_model->rowOf(m_current);
    {
        const QScopedValueRollback selecting(m_selecting, true);
        m_model->setDocument(conf(), state());
    }
    if (m_model->rowOf(m_current) < 0)
        m_current = m_model->name(std::clamp(row, 0, std::max(0, m_model->rowCount() - 1)));
    setCurrent(m_current);
    m_table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() * 3 / 2 + 2);
    fitColumns();
    QList<GroupName> guests;
    for (const RunningGuest &guest : unmanagedGuests(conf(), state()))
        guests.append({GroupKind::Vm, guest.name});
    m_unmanaged->setGroups(guests, {});
    m_unmanagedRow->setVisible(!guests.isEmpty());
}

void VirtualMachinesView::fitColumns()
{
    if (m_fitted)
        return; // they are as a person made them
    m_fitted = m_model->rowCount() > 0;
    m_table->horizontalHeader()->setResizeContentsPrecision(40);
    m_table->resizeColumnsToContents();
    for (int column = 0; column < VmModel::ColumnCount; ++column)
        m_table->setColumnWidth(column, std::min(m_table->columnWidth(column) + 12,
                                                 26 * fontMetrics().averageCharWidth()));
}

void VirtualMachinesView::setCurrent(const QString &vm)
{
    m_current = vm;
    const int row = m_model->rowOf(vm);
    const QScopedValueRollback selecting(m_selecting, true);
    const QModelIndex index = m_sorted->mapFromSource(m_model->index(row, 0));
    if (row >= 0 && index.isValid() && m_table->currentIndex().row() != index.row())
        m_table->selectRow(index.row());
    showCurrent();
}

void VirtualMachinesView::showCurrent()
{
    const auto vm = document()->conf() ? currentVm() : std::nullopt;
    m_rename->setEnabled(vm.has_value());
    m_remove->setEnabled(vm.has_value());
    m_form->setVisible(vm.has_value());
    m_all->setVisible(false);
    if (!vm) {
        m_title->setText(tr("No virtual machine yet"));
        m_warnings->setText(tr("Add one, and rgmanager keeps it running."));
        m_warnings->show();
        return;
    }
    m_title->setText(shown(vm->name()));
    m_title->setToolTip(plainTip(shown(vm->name())));
    const int hidden = VmFields::hidden(*vm, document()->target());
    m_all->setVisible(hidden > 0);
    showEdgesOnBase(m_all);
    m_all->setText(tr("Show %n more that this cluster's version does not know", nullptr, hidden));
    m_form->setFields(VmFields::of(conf(), *vm, document()->target(), m_all->isChecked()));
    m_form->setValues(valuesOf(*vm));
    showWarnings(*vm);
}

void VirtualMachinesView::showWarnings(const ResourceGroup &vm)
{
    QStringList lines;
    const QStringList without = nodesWithoutFile(conf(), vm, state());
    if (!without.isEmpty())
        lines.append(tr("%1 There is no /etc/xen/%2 on %3: it could not be started there.")
                         .arg(signOf(Tone::Warn), shown(vm.name()), joined(without)));
    const int row = m_model->rowOf(vm.name());
    const QString where = m_model->index(row, VmModel::RunsOn).data().toString();
    if (!where.isEmpty())
        lines.append(tr("It runs on %1. What is marked “not while it runs” takes effect when "
                        "rgmanager starts it next.")
                         .arg(where));
    m_warnings->setText(lines.join(u'\n'));
    m_warnings->setVisible(!lines.isEmpty());
}

void VirtualMachinesView::selectInDocument()
{
    const auto vm = isEditable() ? currentVm() : std::nullopt;
    if (!vm)
        return;
    const QScopedValueRollback selecting(m_selecting, true);
    document()->select(vm->startTag());
}

void VirtualMachinesView::showDocumentSelection()
{
    if (m_selecting || isActing() || !isVisible() || !isEditable())
        return;
    const qsizetype at = document()->selection().begin;
    for (int row = 0; row < m_model->rowCount(); ++row) {
        if (m_model->span(row).contains(at)) {
            if (m_model->name(row) != m_current)
                setCurrent(m_model->name(row));
            return;
        }
    }
}

// ---- acts

void VirtualMachinesView::setAttribute(const QString &name, const std::optional<QString> &value)
{
    if (!isEditable())
        return;
    if (value)
        act(tr("Set %1 of %2 to %3").arg(name, shown(m_current), shown(*value)),
            conf().setGroupAttribute(GroupKind::Vm, m_current, name, *value));
    else
        act(tr("Leave %1 of %2 to its default").arg(name, shown(m_current)),
            conf().removeGroupAttribute(GroupKind::Vm, m_current, name));
}

void VirtualMachinesView::askForVm(const QString &guest)
{
    if (!isEditable())
        return;
    QList<RunningGuest> guests = unmanagedGuests(conf(), state());
    std::ranges::stable_partition(
        guests, [&guest](const RunningGuest &running) { return running.name == guest; });
    auto *dialog = new NewVmDialog(conf(), guests, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &NewVmDialog::addRequested, this, [this, dialog] {
        const formats::NewResourceGroup vm = dialog->vm();
        const auto edits = conf().addGroup(GroupKind::Vm, vm);
        if (!edits) {
            dialog->showProblem(edits.error());
            return;
        }
        if (act(tr("Add virtual machine %1").arg(shown(vm.name)), edits)) {
            setCurrent(vm.name);
            dialog->accept();
        }
    });
    dialog->open();
}

void VirtualMachinesView::askForName()
{
    if (!isEditable() || m_current.isEmpty())
        return;
    auto *dialog = new QInputDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Rename virtual machine"));
    const QString about =
        tr("New name of %1, which is also the guest's and its file's:").arg(shown(m_current));
    dialog->setLabelText(runs(m_current)
                             ? about + u"\n\n"_s
                                   + tr("It runs now. rgmanager lets go of it under the old name, "
                                        "and the guest goes on unmanaged.")
                             : about);
    dialog->setTextValue(m_current);
    connect(
        dialog, &QInputDialog::textValueSelected, this,
        [this, vm = m_current](const QString &name) {
            if (name.trimmed() == vm)
                return;
            const auto edits = conf().renameGroup(GroupKind::Vm, vm, name.trimmed());
            if (edits)
                m_current = name.trimmed(); // what it is called when the text has changed
            if (!act(tr("Rename virtual machine %1 to %2").arg(shown(vm), shown(name.trimmed())),
                     edits))
                m_current = vm;
        });
    dialog->open();
}

void VirtualMachinesView::askToRemove()
{
    const auto vm = isEditable() ? currentVm() : std::nullopt;
    if (!vm)
        return;
    QStringList users;
    for (const ResourceGroup &group : conf().vms() + conf().services()) {
        if (group.value("depend") == vm->fullName())
            users.append(shown(group.name()));
    }
    QStringList lines;
    if (!users.isEmpty())
        lines.append(tr("These depend on it, and lose that: %1.").arg(joined(users, 12)));
    if (runs(m_current))
        lines.append(tr("The guest runs now. It goes on running, unmanaged."));
    lines.append(tr("Undo brings all of it back."));
    auto *box = new QMessageBox(QMessageBox::Question, tr("Remove virtual machine"),
                                tr("Remove %1 from the file?").arg(shown(m_current)),
                                QMessageBox::Cancel, this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    box->setInformativeText(lines.join(u'\n'));
    QPushButton *remove = box->addButton(tr("&Remove"), QMessageBox::DestructiveRole);
    box->setDefaultButton(QMessageBox::Cancel);
    connect(remove, &QPushButton::clicked, this, [this, name = m_current] {
        act(tr("Remove virtual machine %1").arg(shown(name)),
            conf().removeGroup(GroupKind::Vm, name));
    });
    box->open();
}

} // namespace colonnade::gui
