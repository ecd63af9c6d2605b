// SPDX-License-Identifier: GPL-3.0-or-later
// How the view of nodes and fencing is put together; what it shows is in nodesandfencingview.cpp.
#include "gui/attributeform.h"
#include "gui/card.h"
#include "gui/fencingtree.h"
#include "gui/nodesandfencingview.h"
#include "gui/roomyrows.h"
#include "gui/surface.h"
#include "gui/theme.h"

#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QScrollArea>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace colonnade::gui {

using formats::FenceDevice;

namespace {

QString shown(const QString &name)
{
    return CardText::printable(name);
}

QString nameOf(const QTreeWidgetItem *item)
{
    return item ? item->data(0, NodesAndFencingView::NameRole).toString() : QString();
}

QLabel *wrapping(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

QLabel *titleOn(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setFont(Fonts(parent->font()).title);
    label->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    return label;
}

QTreeWidget *tableOf(const QStringList &columns, const QString &name, QWidget *parent)
{
    auto *table = new QTreeWidget(parent);
    table->setHeaderLabels(columns);
    table->setAccessibleName(name);
    table->setRootIsDecorated(false);
    table->setAlternatingRowColors(true);
    table->setUniformRowHeights(true);
    table->setTextElideMode(Qt::ElideMiddle);
    table->setItemDelegate(new RoomyRows(table));
    return table;
}

/// A page that scrolls, with a layout to fill.
QScrollArea *scrolling(QWidget *page)
{
    auto *scroll = new QScrollArea;
    scroll->setWidget(page);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->viewport()->setBackgroundRole(QPalette::Base);
    page->setBackgroundRole(QPalette::Base);
    return scroll;
}

} // namespace

QWidget *NodesAndFencingView::buildCluster()
{
    const int unit = Fonts(font()).unit;
    auto *box = new Surface(content());
    m_clusterForm = new AttributeForm(box);
    m_quorum = wrapping(box);
    m_quorum->setAccessibleName(tr("What the votes mean"));
    auto *layout = new QHBoxLayout(box);
    layout->setContentsMargins(2 * unit, 2 * unit, 2 * unit, unit);
    layout->setSpacing(6 * unit);
    layout->addWidget(m_clusterForm, 1);
    layout->addWidget(m_quorum, 1, Qt::AlignTop);
    connect(m_clusterForm, &AttributeForm::edited, this, &NodesAndFencingView::setClusterAttribute);
    return box;
}

QWidget *NodesAndFencingView::buildNodes()
{
    auto *side = new QWidget;
    auto *title = titleOn(side);
    title->setText(tr("Nodes"));
    auto *add = new QPushButton(tr("&Add…"), side);
    auto *rename = new QPushButton(tr("&Rename…"), side);
    auto *remove = new QPushButton(tr("Re&move…"), side);
    m_nodeButtons = {rename, remove};
    auto *top = new QHBoxLayout;
    top->addWidget(title, 1);
    for (QPushButton *button : {add, rename, remove})
        top->addWidget(button);
    m_nodes = tableOf({tr("Name"), tr("Number"), tr("Votes"), tr("Fenced by"), tr("State")},
                      tr("Nodes"), side);
    auto *layout = new QVBoxLayout(side);
    layout->setContentsMargins({});
    layout->addLayout(top);
    layout->addWidget(m_nodes, 1);
    connect(add, &QPushButton::clicked, this, &NodesAndFencingView::askForNode);
    connect(rename, &QPushButton::clicked, this, &NodesAndFencingView::askForNodeName);
    connect(remove, &QPushButton::clicked, this, &NodesAndFencingView::askToRemoveNode);
    connect(m_nodes, &QTreeWidget::currentItemChanged, this, [this](QTreeWidgetItem *item) {
        if (!m_selecting && item)
            setCurrentNode(nameOf(item));
    });
    connect(m_nodes, &QTreeWidget::itemClicked, this,
            [this](QTreeWidgetItem *item) { setCurrentNode(nameOf(item)); });
    return side;
}

QWidget *NodesAndFencingView::buildDevices()
{
    auto *side = new QWidget;
    auto *title = titleOn(side);
    title->setText(tr("Fence devices"));
    auto *add = new QPushButton(tr("A&dd…"), side);
    auto *rename = new QPushButton(tr("Re&name…"), side);
    auto *remove = new QPushButton(tr("Remo&ve…"), side);
    m_deviceButtons = {rename, remove};
    auto *top = new QHBoxLayout;
    top->addWidget(title, 1);
    for (QPushButton *button : {add, rename, remove})
        top->addWidget(button);
    m_devices = tableOf({tr("Name"), tr("Agent"), tr("Used for")}, tr("Fence devices"), side);
    auto *layout = new QVBoxLayout(side);
    layout->setContentsMargins({});
    layout->addLayout(top);
    layout->addWidget(m_devices, 1);
    connect(add, &QPushButton::clicked, this, &NodesAndFencingView::askForDevice);
    connect(rename, &QPushButton::clicked, this, &NodesAndFencingView::askForDeviceName);
    connect(remove, &QPushButton::clicked, this, &NodesAndFencingView::askToRemoveDevice);
    connect(m_devices, &QTreeWidget::currentItemChanged, this, [this](QTreeWidgetItem *item) {
        if (!m_selecting && item)
            setCurrentDevice(nameOf(item));
    });
    connect(m_devices, &QTreeWidget::itemClicked, this,
            [this](QTreeWidgetItem *item) { setCurrentDevice(nameOf(item)); });
    return side;
}

QWidget *NodesAndFencingView::buildNodePage()
{
    auto *page = new QWidget;
    m_nodeTitle = titleOn(page);
    m_nodeForm = new AttributeForm(page);
    auto *fencingTitle = new QLabel(tr("Fencing, tried in this order (drag to change it)"), page);
    m_noFencing = wrapping(page);
    m_fencing = new FencingTree(page);
    m_fencing->setMinimumHeight(7 * fontMetrics().lineSpacing());
    m_useTitle = new QLabel(page);
    m_useTitle->setTextFormat(Qt::PlainText);
    m_useTitle->setFont(Fonts(font()).name);
    m_useForm = new AttributeForm(page);
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 2 * Fonts(font()).unit, 0);
    layout->addWidget(m_nodeTitle);
    layout->addWidget(m_nodeForm);
    layout->addWidget(fencingTitle);
    layout->addWidget(m_noFencing);
    layout->addWidget(m_fencing, 1);
    layout->addWidget(buildFencingButtons(page));
    layout->addWidget(m_useTitle);
    layout->addWidget(m_useForm);
    connect(m_nodeForm, &AttributeForm::edited, this, &NodesAndFencingView::setNodeAttribute);
    return scrolling(page);
}

QWidget *NodesAndFencingView::buildFencingButtons(QWidget *parent)
{
    auto *row = new QWidget(parent);
    auto *method = new QPushButton(tr("+ Me&thod"), row);
    auto *device = new QPushButton(tr("+ Devi&ce"), row);
    auto *up = new QPushButton(tr("&Up"), row);
    auto *down = new QPushButton(tr("Do&wn"), row);
    auto *rename = new QPushButton(tr("Rename…"), row);
    auto *remove = new QPushButton(tr("Remove"), row);
    method->setToolTip(tr("Another way to fence the node, tried when those before it fail"));
    device->setToolTip(tr("Another device of this method: all of them must succeed"));
    rename->setAccessibleName(tr("Rename method"));
    remove->setAccessibleName(tr("Remove method or device"));
    m_methodButtons = {device, up, down, rename, remove};
    auto *layout = new QGridLayout(row);
    layout->setContentsMargins({});
    layout->setSpacing(Fonts(font()).unit);
    int place = 0;
    for (QPushButton *button : {method, up, rename, device, down, remove}) {
        button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        layout->addWidget(button, place / 3, place % 3);
        ++place;
    }
    fillDeviceMenu(method, &NodesAndFencingView::addMethod);
    fillDeviceMenu(device, &NodesAndFencingView::addUse);
    connect(up, &QPushButton::clicked, this, [this] { m_fencing->moveCurrent(-1); });
    connect(down, &QPushButton::clicked, this, [this] { m_fencing->moveCurrent(1); });
    connect(rename, &QPushButton::clicked, this, &NodesAndFencingView::askForMethodName);
    connect(remove, &QPushButton::clicked, this, &NodesAndFencingView::removeFencing);
    return row;
}

void NodesAndFencingView::fillDeviceMenu(QPushButton *button,
                                         void (NodesAndFencingView::*add)(const QString &))
{
    auto *menu = new QMenu(button);
    button->setMenu(menu);
    connect(menu, &QMenu::aboutToShow, this, [this, menu, add] {
        menu->clear();
        for (const FenceDevice &device : conf().fenceDevices()) {
            const QString name = device.name();
            menu->addAction(tr("%1 (%2)").arg(shown(name), shown(device.agent())), this,
                            [this, add, name] { (this->*add)(name); });
        }
        if (menu->isEmpty())
            menu->addAction(tr("New fence device…"), this, &NodesAndFencingView::askForDevice);
    });
}

QWidget *NodesAndFencingView::buildDevicePage()
{
    auto *page = new QWidget;
    m_deviceTitle = titleOn(page);
    m_deviceAbout = wrapping(page);
    m_deviceForm = new AttributeForm(page);
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 2 * Fonts(font()).unit, 0);
    layout->addWidget(m_deviceTitle);
    layout->addWidget(m_deviceAbout);
    layout->addWidget(m_deviceForm);
    layout->addStretch(1);
    connect(m_deviceForm, &AttributeForm::edited, this,
            [this](const QString &name, const std::optional<QString> &value) {
                if (const auto found = device())
                    setAttribute(*found, found->name(), name, value);
            });
    return scrolling(page);
}

void NodesAndFencingView::connectFencing()
{
    connect(m_fencing, &FencingTree::methodMoved, this,
            [this](const QString &method, qsizetype position) {
                act(tr("Move fence method %1 of %2").arg(shown(method), shown(m_node)),
                    conf().moveFenceMethod(m_node, method, position));
            });
    connect(m_fencing, &FencingTree::useMoved, this,
            [this](const QString &method, qsizetype from, qsizetype to) {
                m_fencing->setCurrent({method, to}); // where it is afterwards
                act(tr("Move a device in fence method %1 of %2").arg(shown(method), shown(m_node)),
                    conf().moveFenceUse(m_node, method, from, to));
            });
    connect(m_fencing, &FencingTree::removeWanted, this, &NodesAndFencingView::removeFencing);
    connect(m_fencing, &FencingTree::currentItemChanged, this, [this] {
        if (m_selecting)
            return;
        showUse();
        if (const auto found = use(); found && m_fencing->hasFocus())
            selectInDocument(*found);
    });
    connect(m_useForm, &AttributeForm::edited, this,
            [this](const QString &name, const std::optional<QString> &value) {
                if (const auto found = use())
                    setAttribute(*found, tr("%1 for %2").arg(found->device(), m_node), name, value);
            });
}

} // namespace colonnade::gui
