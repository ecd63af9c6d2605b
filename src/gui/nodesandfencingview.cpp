// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/nodesandfencingview.h"

#include "gui/attributeform.h"
#include "gui/card.h"
#include "gui/fencefields.h"
#include "gui/fencingtree.h"
#include "gui/icons.h"
#include "gui/membersign.h"
#include "gui/quorumwords.h"
#include "gui/surface.h"
#include "gui/vmfields.h"
#include "gui/wording.h"
#include "rules/members.h"

#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace colonnade::gui {

using formats::ClusterNode;
using formats::FenceDevice;
using formats::FenceMethod;
using formats::FenceUse;

namespace {

QString shown(const QString &name)
{
    return CardText::printable(name);
}

/// "1. ipmi  2. power"; what nobody fences says so.
QString fencingOf(const ClusterNode &node)
{
    QStringList methods;
    for (const FenceMethod &method : node.methods())
        methods.append(u"%1. %2"_s.arg(methods.size() + 1).arg(shown(method.name())));
    return methods.isEmpty()
               ? signOf(Tone::Warn) + u' ' + NodesAndFencingView::tr("none: blocks when it fails")
               : methods.join(u"   "_s);
}

void select(QTreeWidget *table, const QString &name)
{
    for (int row = 0; row < table->topLevelItemCount(); ++row) {
        if (table->topLevelItem(row)->data(0, NodesAndFencingView::NameRole).toString() == name)
            table->setCurrentItem(table->topLevelItem(row));
    }
}

QString nameOf(const QTreeWidgetItem *item)
{
    return item ? item->data(0, NodesAndFencingView::NameRole).toString() : QString();
}

} // namespace

NodesAndFencingView::NodesAndFencingView(ClusterConfDocument *document, QWidget *parent)
    : ClusterConfView(document, parent)
{
    setAccessibleName(tr("Nodes and fencing"));
    auto *left = new QSplitter(Qt::Vertical);
    left->addWidget(buildNodes());
    left->addWidget(buildDevices());
    left->setChildrenCollapsible(false);
    auto *right = new Surface(nullptr);
    m_pages = new QStackedWidget(right);
    m_pages->addWidget(buildNodePage());
    m_pages->addWidget(buildDevicePage());
    auto *rightLayout = new QVBoxLayout(right);
    const int unit = Fonts(font()).unit;
    rightLayout->setContentsMargins(2 * unit, 2 * unit, unit, unit);
    rightLayout->addWidget(m_pages);
    right->setMinimumWidth(46 * fontMetrics().averageCharWidth());
    auto *sides = new QSplitter(content());
    sides->setChildrenCollapsible(false);
    sides->addWidget(left);
    sides->addWidget(right);
    sides->setStretchFactor(0, 3);
    sides->setStretchFactor(1, 2);
    sides->setSizes({600, 460});
    auto *layout = new QVBoxLayout(content());
    layout->setContentsMargins({});
    layout->setSpacing(2 * unit);
    layout->addWidget(buildCluster());
    layout->addWidget(sides, 1);
    connectFencing();
    connect(document, &EditorDocument::selectionChanged, this,
            &NodesAndFencingView::showDocumentSelection);
}

NodesAndFencingView::~NodesAndFencingView()
{
    // A field that loses the focus while it goes has something to say; nobody listens any more.
    for (QObject *child : findChildren<QObject *>())
        child->disconnect(this);
}

// ---- showing

QString NodesAndFencingView::quorumText() const
{
    return m_quorum->text();
}

std::optional<ClusterNode> NodesAndFencingView::node() const
{
    return conf().node(m_node);
}

std::optional<FenceDevice> NodesAndFencingView::device() const
{
    return conf().fenceDevice(m_device);
}

std::optional<FenceUse> NodesAndFencingView::use() const
{
    const auto place = m_fencing->current();
    const auto owner = node();
    if (!place || !owner)
        return std::nullopt;
    for (const FenceMethod &method : owner->methods()) {
        const QList<FenceUse> uses = method.devices();
        const qsizetype index = place->use.value_or(0);
        if (method.name() == place->method && index < uses.size())
            return uses[index];
    }
    return std::nullopt;
}

QStringList NodesAndFencingView::usersOf(const QString &device) const
{
    QStringList users;
    for (const ClusterNode &node : conf().nodes()) {
        const auto uses = [&device](const FenceUse &use) { return use.device() == device; };
        bool used = std::ranges::any_of(node.unfenceDevices(), uses);
        for (const FenceMethod &method : node.methods())
            used = used || std::ranges::any_of(method.devices(), uses);
        if (used)
            users.append(shown(node.name()));
    }
    return users;
}

void NodesAndFencingView::refresh()
{
    showCluster();
    {
        const QScopedValueRollback selecting(m_selecting, true);
        showNodes();
        showDevices();
        (m_pages->currentIndex() == 0 ? m_devices : m_nodes)->clearSelection();
    }
    showNode();
    showDevice();
}

void NodesAndFencingView::showCluster()
{
    const bool running = rules::isClusterRunning(state());
    AttributeField name{.name = u"name"_s, .label = tr("Cluster name"), .isStrong = true};
    AttributeField twoNode{.name = u"two_node"_s,
                           .label = tr("Two-node cluster"),
                           .choices = onOffChoices(),
                           .absent = tr("off")};
    AttributeField votes{.name = u"expected_votes"_s,
                         .label = tr("Expected votes"),
                         .absent = tr("the sum of all votes")};
    if (running) {
        name.locked = tr("cman runs: the cluster's number, its multicast address and the lock "
                         "table of every GFS hang on the name. Stop the cluster on all nodes "
                         "first, and expect to relabel every GFS.");
        twoNode.locked = tr("cman runs, and reads this when it starts only: stop it on all nodes "
                            "first.");
    } else {
        name.tip = tr("Before the first start only: the lock table of every GFS hangs on it.");
    }
    m_clusterForm->setFields({name, twoNode, votes});
    QHash<QString, QString> values = valuesOf(conf().section("cman"));
    values.insert(u"name"_s, conf().name());
    m_clusterForm->setValues(values);
    const QuorumWords quorum = QuorumWords::of(conf());
    const QString sign = signOf(quorum.tone);
    m_quorum->setText((sign.isEmpty() ? QString() : sign + u' ') + quorum.text + u'\n'
                      + tr("Version %1 of the file.").arg(conf().configVersion()));
}

void NodesAndFencingView::showNodes()
{
    const int row = std::max(0, m_nodes->indexOfTopLevelItem(m_nodes->currentItem()));
    m_nodes->clear();
    const Theme theme = Theme::of(palette());
    for (const ClusterNode &node : conf().nodes()) {
        const MemberSign sign = MemberSign::of(state(), node.name());
        const QString id = node.nodeId() ? QString::number(*node.nodeId()) : tr("none");
        auto *item =
            new QTreeWidgetItem(m_nodes, {shown(node.name()), id, QString::number(node.votes()),
                                          fencingOf(node), sign.word});
        item->setData(0, NodesAndFencingView::NameRole, node.name());
        item->setIcon(4, icon(sign.symbol, theme.strong(sign.tone)));
        for (int column = 0; column < item->columnCount(); ++column)
            item->setToolTip(column, plainTip(item->text(column)));
        if (node.methods().isEmpty())
            item->setForeground(3, theme.warn);
    }
    if (!conf().node(m_node))
        m_node = nameOf(m_nodes->topLevelItem(std::min(row, m_nodes->topLevelItemCount() - 1)));
    select(m_nodes, m_node);
    for (QPushButton *button : std::as_const(m_nodeButtons))
        button->setEnabled(!m_node.isEmpty());
    for (int column = 0; column < m_nodes->columnCount() - 1; ++column) {
        m_nodes->resizeColumnToContents(column);
        m_nodes->setColumnWidth(column, std::min(m_nodes->columnWidth(column) + 12,
                                                 26 * fontMetrics().averageCharWidth()));
    }
}

void NodesAndFencingView::showDevices()
{
    const int row = std::max(0, m_devices->indexOfTopLevelItem(m_devices->currentItem()));
    m_devices->clear();
    for (const FenceDevice &device : conf().fenceDevices()) {
        const QStringList users = usersOf(device.name());
        auto *item =
            new QTreeWidgetItem(m_devices, {shown(device.name()), shown(device.agent()),
                                            users.isEmpty() ? tr("no node") : joined(users, 4)});
        item->setData(0, NodesAndFencingView::NameRole, device.name());
        item->setToolTip(1, plainTip(FenceFields::about(device.agent())));
        item->setToolTip(2, plainTip(joined(users, 40)));
    }
    if (!conf().fenceDevice(m_device))
        m_device =
            nameOf(m_devices->topLevelItem(std::min(row, m_devices->topLevelItemCount() - 1)));
    select(m_devices, m_device);
    for (QPushButton *button : std::as_const(m_deviceButtons))
        button->setEnabled(!m_device.isEmpty());
    for (int column = 0; column < 2; ++column)
        m_devices->resizeColumnToContents(column);
}

void NodesAndFencingView::showNode()
{
    const auto found = node();
    m_nodeForm->setVisible(found.has_value());
    m_fencing->setVisible(found.has_value());
    if (!found) {
        m_nodeTitle->setText(tr("No node yet"));
        m_fencing->clear();
        m_noFencing->hide();
        showUse();
        return;
    }
    m_nodeTitle->setText(shown(found->name()));
    m_nodeTitle->setToolTip(plainTip(shown(found->name())));
    AttributeField id{.name = u"nodeid"_s, .label = tr("Number"), .isStrong = true};
    AttributeField votes{.name = u"votes"_s, .label = tr("Votes"), .absent = u"1"_s};
    AttributeField weight{.name = u"weight"_s,
                          .label = tr("Weight"),
                          .note = tr("How much of the locks it masters.")};
    if (rules::isClusterRunning(state()))
        id.locked = tr("cman runs, and knows the node by this number: stop it on all nodes first.");
    if (conf().isTwoNode())
        votes.locked = tr("In a two-node cluster each node has one vote.");
    m_nodeForm->setFields({id, votes, weight});
    m_nodeForm->setValues(valuesOf(*found));
    {
        const QScopedValueRollback selecting(m_selecting, true);
        m_fencing->setNode(*found);
    }
    m_noFencing->setVisible(found->methods().isEmpty());
    m_noFencing->setText(tr("%1 Nothing fences it: when it fails, everything on shared storage "
                            "waits until a person says that it is off. Add a method.")
                             .arg(signOf(Tone::Warn)));
    showUse();
}

void NodesAndFencingView::showUse()
{
    const auto found = use();
    const auto place = m_fencing->current();
    for (QPushButton *button : std::as_const(m_methodButtons))
        button->setEnabled(place.has_value());
    m_useTitle->setVisible(found.has_value());
    m_useForm->setVisible(found.has_value());
    if (!found)
        return;
    const auto fenceDevice = conf().fenceDevice(found->device());
    m_useTitle->setText(
        fenceDevice
            ? tr("%1 for this node").arg(shown(found->device()))
            : tr("%1 There is no fence device %2").arg(signOf(Tone::Bad), shown(found->device())));
    const QList<AttributeField> fields = FenceFields::ofUse(*found, fenceDevice);
    if (fenceDevice && fields.isEmpty())
        m_useTitle->setText(tr("%1 has nothing to set for a node").arg(shown(found->device())));
    m_useForm->setFields(fields);
    m_useForm->setValues(valuesOf(*found));
}

void NodesAndFencingView::showDevice()
{
    const auto found = device();
    m_deviceForm->setVisible(found.has_value());
    m_deviceAbout->setVisible(found.has_value());
    if (!found) {
        m_deviceTitle->setText(tr("No fence device yet"));
        return;
    }
    m_deviceTitle->setText(shown(found->name()));
    m_deviceAbout->setText(FenceFields::about(found->agent()));
    m_deviceForm->setFields(FenceFields::ofDevice(*found));
    m_deviceForm->setValues(valuesOf(*found));
}

void NodesAndFencingView::setCurrentNode(const QString &node)
{
    m_node = node;
    m_pages->setCurrentIndex(0);
    {
        const QScopedValueRollback selecting(m_selecting, true);
        m_devices->clearSelection(); // what is marked is what the page is about
        select(m_nodes, node);
    }
    showNode();
    if (const auto found = this->node(); found && m_nodes->hasFocus())
        selectInDocument(*found);
}

void NodesAndFencingView::setCurrentDevice(const QString &device)
{
    m_device = device;
    m_pages->setCurrentIndex(1);
    {
        const QScopedValueRollback selecting(m_selecting, true);
        m_nodes->clearSelection();
        select(m_devices, device);
    }
    showDevice();
    if (const auto found = this->device(); found && m_devices->hasFocus())
        selectInDocument(*found);
}

void NodesAndFencingView::selectInDocument(const formats::XmlElement &element)
{
    if (!isEditable())
        return;
    const QScopedValueRollback selecting(m_selecting, true);
    document()->select(element.startTag());
}

void NodesAndFencingView::showDocumentSelection()
{
    if (m_selecting || isActing() || !isVisible() || !isEditable())
        return;
    const qsizetype at = document()->selection().begin;
    for (const ClusterNode &node : conf().nodes()) {
        if (node.span().contains(at) && node.name() != m_node)
            setCurrentNode(node.name());
    }
    for (const FenceDevice &device : conf().fenceDevices()) {
        if (device.span().contains(at) && device.name() != m_device)
            setCurrentDevice(device.name());
    }
}

} // namespace colonnade::gui
