// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/wherewoulditrun.h"

#include "gui/background.h"
#include "gui/card.h"
#include "gui/roomyrows.h"
#include "gui/surface.h"
#include "gui/wording.h"

#include <QComboBox>
#include <QCompleter>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QScopedValueRollback>
#include <QTreeWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace colonnade::gui {

using rules::Fate;
using rules::RehearsedNode;
using rules::RehearsedVm;

namespace {

constexpr qsizetype LargeText = 64 * 1024; ///< some hundred virtual machines
constexpr int Pause = 200;                 ///< ms

QString shown(const QString &name)
{
    return CardText::printable(name);
}

QString shownNames(const QStringList &names)
{
    QStringList result;
    for (const QString &name : names)
        result.append(shown(name));
    return joined(result);
}

QLabel *wrapping(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

PlaceWords said(Tone tone, const QString &text)
{
    const QString sign = signOf(tone);
    return {sign.isEmpty() ? text : sign + u' ' + text, tone};
}

} // namespace

QString PlaceWords::ordinal(int place)
{
    switch (place) {
    case 1:
        return WhereWouldItRun::tr("1st");
    case 2:
        return WhereWouldItRun::tr("2nd");
    case 3:
        return WhereWouldItRun::tr("3rd");
    default:
        return WhereWouldItRun::tr("%1th").arg(place);
    }
}

PlaceWords PlaceWords::of(const RehearsedVm &vm, const RehearsedNode &node)
{
    if (node.isDead)
        return said(Tone::Neutral, WhereWouldItRun::tr("dead"));
    if (node.place == 0)
        return said(Tone::Bad, WhereWouldItRun::tr("never: restricted"));
    const QString place = ordinal(node.place);
    if (node.isDown)
        return said(Tone::Bad, WhereWouldItRun::tr("%1 · not in the cluster").arg(place));
    if (node.isOwner && vm.to.contains(node.node))
        return said(Tone::Good, WhereWouldItRun::tr("here, %1").arg(place));
    if (node.isExcluded)
        return said(Tone::Warn, WhereWouldItRun::tr("%1 · exclusive").arg(place));
    if (node.isShort())
        return said(Tone::Warn,
                    WhereWouldItRun::tr("%1 · %2 short").arg(place, memoryText(*node.shortMiB)));
    if (!vm.to.contains(node.node))
        return said(Tone::Neutral, place);
    return said(Tone::Good, vm.to.size() > 1 ? WhereWouldItRun::tr("one of these, %1").arg(place)
                                             : WhereWouldItRun::tr("starts here, %1").arg(place));
}

QString PlaceWords::fate(const RehearsedVm &vm)
{
    const QString name = shown(vm.vm);
    const QString to = vm.to.size() > 1 ? WhereWouldItRun::tr("one of %1").arg(shownNames(vm.to))
                                        : shown(vm.to.value(0));
    switch (vm.fate) {
    case Fate::Stays:
        return WhereWouldItRun::tr("%1 stays on %2.").arg(name, to);
    case Fate::Starts:
        return WhereWouldItRun::tr("%1 would start on %2.").arg(name, to);
    case Fate::NoNode:
        return WhereWouldItRun::tr("%1 waits: no node that may run it is left.").arg(name);
    case Fate::NoRoom:
        return WhereWouldItRun::tr("%1 waits: no node that may run it has the memory.").arg(name);
    case Fate::NoQuorum:
        return WhereWouldItRun::tr("Nothing happens: the nodes that are left have no quorum.");
    case Fate::Moves:
        break;
    }
    const QString moved = WhereWouldItRun::tr("%1 is started again on %2.").arg(name, to);
    if (vm.returnsTo.isEmpty())
        return moved + u' '
               + WhereWouldItRun::tr("It stays there when %1 returns.").arg(shown(vm.owner));
    return moved + u' '
           + WhereWouldItRun::tr("When %1 returns, it is moved there.").arg(shown(vm.returnsTo));
}

WhereWouldItRun::WhereWouldItRun(ClusterConfDocument *document, QWidget *parent)
    : ClusterConfView(document, parent),
      m_vms(new QComboBox(content())),
      m_help(wrapping(content())),
      m_nodes(new QTreeWidget(content())),
      m_sentence(wrapping(content())),
      m_summary(wrapping(content()))
{
    setAccessibleName(tr("Where would it run?"));
    auto *title = new QLabel(tr("&Where would it run?"), content());
    QFont strong = font();
    strong.setWeight(QFont::DemiBold);
    title->setFont(strong);
    title->setBuddy(m_vms);
    m_vms->setAccessibleName(tr("Virtual machine"));
    m_vms->setEditable(true); // so that a name among thousands can be typed
    m_vms->lineEdit()->setAccessibleName(tr("Virtual machine"));
    m_vms->setInsertPolicy(QComboBox::NoInsert);
    m_vms->completer()->setFilterMode(Qt::MatchContains);
    m_vms->completer()->setCompletionMode(QCompleter::PopupCompletion);
    m_vms->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_vms->setMinimumContentsLength(12);
    m_nodes->setAccessibleName(tr("Nodes in the order in which they are tried; ticked: dead"));
    m_nodes->setColumnCount(2);
    m_nodes->setHeaderHidden(true);
    m_nodes->setRootIsDecorated(false);
    m_nodes->setFrameShape(QFrame::NoFrame);
    m_nodes->setItemDelegate(new RoomyRows(m_nodes));
    m_nodes->setTextElideMode(Qt::ElideRight);
    m_nodes->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_nodes->header()->setStretchLastSection(false);
    m_nodes->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_nodes->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    auto *layout = new QVBoxLayout(content());
    layout->setContentsMargins({});
    layout->addWidget(title);
    layout->addWidget(m_vms);
    layout->addWidget(m_help);
    layout->addWidget(m_nodes);
    layout->addWidget(m_sentence);
    layout->addWidget(m_summary);
    layout->addStretch(1);
    connect(m_vms, &QComboBox::activated, this, [this](int) {
        if (this->document()->conf())
            refresh();
    });
    m_pause.setSingleShot(true);
    m_pause.setInterval(Pause);
    connect(&m_pause, &QTimer::timeout, this, &WhereWouldItRun::rehearseInBackground);
    connect(m_nodes, &QTreeWidget::itemChanged, this, [this](QTreeWidgetItem *item, int column) {
        if (!m_filling && column == 0)
            setDead(item->data(0, Qt::UserRole).toString(), item->checkState(0) == Qt::Checked);
    });
}

QString WhereWouldItRun::vm() const
{
    return m_vms->currentData().toString();
}

QString WhereWouldItRun::sentence() const
{
    return m_sentence->text();
}

QString WhereWouldItRun::summary() const
{
    return m_summary->text();
}

void WhereWouldItRun::setVm(const QString &vm)
{
    const int index = m_vms->findData(vm);
    if (index < 0)
        return;
    m_vms->setCurrentIndex(index);
    if (document()->conf())
        refresh();
}

void WhereWouldItRun::setDead(const QString &node, bool dead)
{
    if (m_dead.contains(node) == dead)
        return;
    if (dead)
        m_dead.append(node);
    else
        m_dead.removeOne(node);
    // Later: the list that is rebuilt may be what told of the tick.
    QMetaObject::invokeMethod(
        this,
        [this] {
            if (document()->conf())
                refresh();
        },
        Qt::QueuedConnection);
}

/// A large cluster is rehearsed when its text has kept still for a moment, and beside the window's
/// thread: that takes longer than a key may.
void WhereWouldItRun::refresh()
{
    ++m_asked;
    m_dead.removeIf([this](const QString &node) { return !conf().node(node); });
    if (document()->text().size() > LargeText)
        m_pause.start();
    else
        present(rules::rehearse(conf(), state(), m_dead));
}

void WhereWouldItRun::rehearseInBackground()
{
    if (!document()->conf())
        return;
    runInBackground(
        document()->pool(), this,
        [conf = conf(), state = state(), dead = m_dead] {
            return rules::rehearse(conf, state, dead);
        },
        [this, asked = m_asked](const rules::Rehearsal &rehearsal) {
            if (asked == m_asked)
                present(rehearsal);
        });
}

void WhereWouldItRun::present(const rules::Rehearsal &rehearsal)
{
    showVms(rehearsal);
    const RehearsedVm *chosen = rehearsal.vm(vm());
    m_help->setText(chosen ? tr("Tick a node to see the cluster without it.")
                           : tr("There is no virtual machine in the file yet."));
    m_nodes->setVisible(chosen);
    m_sentence->setVisible(chosen);
    m_summary->setVisible(chosen);
    if (!chosen)
        return;
    showNodes(*chosen);
    m_sentence->setText(PlaceWords::fate(*chosen));
    showSummary(rehearsal);
}

void WhereWouldItRun::showVms(const rules::Rehearsal &rehearsal)
{
    const QString now = vm();
    QStringList names;
    for (const RehearsedVm &vm : rehearsal.vms)
        names.append(vm.vm);
    QStringList there;
    for (int i = 0; i < m_vms->count(); ++i)
        there.append(m_vms->itemData(i).toString());
    if (names == there)
        return;
    m_vms->clear();
    for (const QString &name : names)
        m_vms->addItem(shown(name), name);
    m_vms->setCurrentIndex(std::max(0, m_vms->findData(now)));
    m_vms->setEnabled(!names.isEmpty());
}

void WhereWouldItRun::showNodes(const RehearsedVm &vm)
{
    const QScopedValueRollback filling(m_filling, true);
    showEdgesOnBase(m_nodes); // the boxes for the ticks
    const Theme theme = Theme::of(palette());
    const int current = m_nodes->indexOfTopLevelItem(m_nodes->currentItem());
    const QString currentNode =
        current < 0 ? QString() : m_nodes->topLevelItem(current)->data(0, Qt::UserRole).toString();
    m_nodes->clear();
    for (const RehearsedNode &node : vm.nodes) {
        const PlaceWords words = PlaceWords::of(vm, node);
        auto *item = new QTreeWidgetItem(m_nodes, {shown(node.node), words.text});
        item->setData(0, Qt::UserRole, node.node);
        item->setData(0, Qt::AccessibleTextRole, QString(shown(node.node) + u", "_s + words.text));
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(0, node.isDead ? Qt::Checked : Qt::Unchecked);
        item->setToolTip(0, plainTip(shown(node.node)));
        item->setToolTip(1, plainTip(words.text));
        item->setTextAlignment(1, Qt::AlignRight | Qt::AlignVCenter);
        item->setForeground(1, theme.strong(words.tone));
        QFont font = m_nodes->font();
        font.setStrikeOut(node.isDead);
        item->setFont(0, font);
        if (node.isDead)
            item->setForeground(0, theme.muted);
        font.setStrikeOut(false);
        if (words.tone == Tone::Good)
            font.setWeight(QFont::DemiBold);
        item->setFont(1, font);
        if (node.node == currentNode)
            m_nodes->setCurrentItem(item);
    }
    const int rows = std::min<int>(int(vm.nodes.size()), 12);
    m_nodes->setFixedHeight(rows * m_nodes->sizeHintForRow(0) + 4);
}

void WhereWouldItRun::showSummary(const rules::Rehearsal &rehearsal)
{
    QStringList moved;
    QStringList waiting;
    for (const RehearsedVm &vm : rehearsal.vms) {
        if (vm.fate == Fate::Moves)
            moved.append(shown(vm.vm));
        else if (vm.fate == Fate::NoNode || vm.fate == Fate::NoRoom)
            waiting.append(shown(vm.vm));
    }
    if (m_dead.isEmpty() && waiting.isEmpty()) {
        m_summary->clear();
        return;
    }
    QStringList lines;
    if (!rehearsal.isQuorate)
        lines.append(tr("%1 No quorum: rgmanager starts nothing anywhere.").arg(signOf(Tone::Bad)));
    if (!moved.isEmpty())
        lines.append(tr("%1 Started elsewhere: %2.").arg(signOf(Tone::Good), joined(moved, 8)));
    if (!waiting.isEmpty())
        lines.append(tr("%1 Nowhere to run: %2.").arg(signOf(Tone::Bad), joined(waiting, 8)));
    if (lines.isEmpty())
        lines.append(tr("%1 No other virtual machine is concerned.").arg(signOf(Tone::Good)));
    m_summary->setText(lines.join(u'\n'));
}

} // namespace colonnade::gui
