// SPDX-License-Identifier: GPL-3.0-or-later
// What is done to nodes and fence devices; how they are shown is in nodesandfencingview.cpp.
#include "formats/clusterconf.h"
#include "gui/card.h"
#include "gui/fencingtree.h"
#include "gui/newfencedevicedialog.h"
#include "gui/nodesandfencingview.h"
#include "gui/wording.h"
#include "rules/members.h"

#include <QInputDialog>
#include <QMessageBox>
#include <QPushButton>
#include <QTreeWidget>

using namespace Qt::StringLiterals;

namespace colonnade::gui {

using base::Result;
using formats::TextEdits;

namespace {

QString shown(const QString &name)
{
    return CardText::printable(name);
}

/// Asks for a text, and gives it without the blanks around it to @p take.
template<typename Take>
void askForText(QWidget *parent, const QString &title, const QString &label, const QString &text,
                Take take)
{
    auto *dialog = new QInputDialog(parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(title);
    dialog->setLabelText(label);
    dialog->setTextValue(text);
    QObject::connect(dialog, &QInputDialog::textValueSelected, parent,
                     [take](const QString &name) { take(name.trimmed()); });
    dialog->open();
}

/// Asks whether to remove something; @p remove does it.
template<typename Remove>
void askToRemove(QWidget *parent, const QString &question, const QString &about, Remove remove)
{
    auto *box =
        new QMessageBox(QMessageBox::Question, question, question, QMessageBox::Cancel, parent);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    box->setInformativeText(about);
    QPushButton *button =
        box->addButton(NodesAndFencingView::tr("&Remove"), QMessageBox::DestructiveRole);
    box->setDefaultButton(QMessageBox::Cancel);
    QObject::connect(button, &QPushButton::clicked, parent, remove);
    box->open();
}

/// @p text as a number; 0 where it is none, which every act refuses.
int numberIn(const QString &text)
{
    bool isNumber = false;
    const int number = text.toInt(&isNumber);
    return isNumber ? number : 0;
}

} // namespace

// ---- the cluster

void NodesAndFencingView::setClusterAttribute(const QString &name,
                                              const std::optional<QString> &value)
{
    if (!isEditable())
        return;
    if (name == u"name")
        act(tr("Rename the cluster to %1").arg(shown(value.value_or(QString()))),
            conf().setName(value.value_or(QString())));
    else if (name == u"two_node")
        setTwoNode(value == u"1");
    else if (value)
        act(tr("Set expected votes to %1").arg(shown(*value)),
            conf().setSectionAttribute(u"cman"_s, name, *value));
    else
        act(tr("Leave expected votes to the sum"), conf().removeSectionAttribute(u"cman"_s, name));
}

void NodesAndFencingView::setTwoNode(bool on)
{
    const formats::XmlElement cman = conf().section("cman");
    if (!on) {
        act(tr("Make it no two-node cluster"),
            Result<TextEdits>(formats::merged({formats::removeAttribute(cman, "two_node"),
                                               formats::removeAttribute(cman, "expected_votes")})));
        return;
    }
    const QString title = tr("Make it a two-node cluster");
    if (!cman) {
        act(title, formats::addElement(
                       conf().xml(), conf().root(),
                       {u"cman"_s, {{u"two_node"_s, u"1"_s}, {u"expected_votes"_s, u"1"_s}}}, 0));
        return;
    }
    const auto twoNode = formats::setAttribute(conf().xml(), cman, u"two_node"_s, u"1"_s);
    const auto votes = formats::setAttribute(conf().xml(), cman, u"expected_votes"_s, u"1"_s);
    act(title, twoNode && votes ? Result<TextEdits>(formats::merged({*twoNode, *votes}))
               : twoNode        ? votes
                                : twoNode);
}

void NodesAndFencingView::setAttribute(const formats::XmlElement &element, const QString &what,
                                       const QString &name, const std::optional<QString> &value)
{
    if (value)
        act(name.contains(u"passwd"_s)
                ? tr("Set %1 of %2").arg(name, shown(what))
                : tr("Set %1 of %2 to %3").arg(name, shown(what), shown(*value)),
            formats::setAttribute(conf().xml(), element, name, *value));
    else
        act(tr("Remove %1 of %2").arg(name, shown(what)),
            Result<TextEdits>(formats::removeAttribute(element, name.toUtf8())));
}

// ---- nodes

void NodesAndFencingView::setNodeAttribute(const QString &name, const std::optional<QString> &value)
{
    const auto found = node();
    if (!isEditable() || !found)
        return;
    if (name == u"nodeid")
        act(tr("Number %1 with %2").arg(shown(m_node), shown(value.value_or(QString()))),
            conf().setNodeId(m_node, numberIn(value.value_or(QString()))));
    else if (name == u"votes")
        act(tr("Set votes of %1 to %2").arg(shown(m_node), shown(value.value_or(u"1"_s))),
            conf().setNodeVotes(m_node, numberIn(value.value_or(u"1"_s))));
    else
        setAttribute(*found, m_node, name, value);
}

void NodesAndFencingView::askForNode()
{
    if (!isEditable())
        return;
    QStringList known;
    for (const cluster::NodeState &node : state().nodes) {
        const QString name =
            node.facts && !node.facts->hostName.isEmpty() ? node.facts->hostName : node.name();
        if (!conf().node(name))
            known.append(name);
    }
    QString label = tr("Name of the new node, as `uname -n` says on it:");
    if (conf().isTwoNode())
        label += u"\n\n"_s
                 + tr("With a third node this is no two-node cluster any more: two_node and "
                      "expected_votes leave the file, and cman has to be restarted on all nodes.");
    auto *dialog = new QInputDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("New node"));
    dialog->setLabelText(label);
    if (!known.isEmpty()) {
        dialog->setComboBoxEditable(true);
        dialog->setComboBoxItems(known);
    }
    connect(dialog, &QInputDialog::textValueSelected, this, [this](const QString &text) {
        const QString name = text.trimmed();
        if (act(tr("Add node %1").arg(shown(name)), conf().addNode({name})))
            setCurrentNode(name);
    });
    dialog->open();
}

void NodesAndFencingView::askForNodeName()
{
    if (!isEditable() || !node())
        return;
    askForText(this, tr("Rename node"),
               tr("New name of %1, as `uname -n` says on it. It changes wherever the file refers "
                  "to it:")
                   .arg(shown(m_node)),
               m_node, [this, old = m_node](const QString &name) {
                   if (name == old)
                       return;
                   const auto edits = conf().renameNode(old, name);
                   m_node = edits ? name : old;
                   act(tr("Rename node %1 to %2").arg(shown(old), shown(name)), edits);
               });
}

void NodesAndFencingView::askToRemoveNode()
{
    if (!isEditable() || !node())
        return;
    QStringList domains;
    for (const formats::FailoverDomain &domain : conf().failoverDomains()) {
        for (const formats::DomainMember &member : domain.members()) {
            if (member.node() == m_node && !domains.contains(shown(domain.name())))
                domains.append(shown(domain.name()));
        }
    }
    QStringList lines;
    if (!domains.isEmpty())
        lines.append(tr("It leaves these failover domains: %1.").arg(joined(domains, 12)));
    if (rules::presence(state(), m_node) == rules::Presence::Up)
        lines.append(
            tr("It is in the cluster now: let it leave first (`cman_tool leave remove`)."));
    if (conf().nodes().size() == 3 || conf().isTwoNode())
        lines.append(tr("Two nodes and other numbers of them need another configuration of cman, "
                        "which has to be restarted on all nodes."));
    lines.append(tr("Undo brings all of it back."));
    askToRemove(this, tr("Remove node %1 from the file?").arg(shown(m_node)), lines.join(u'\n'),
                [this, name = m_node] {
                    act(tr("Remove node %1").arg(shown(name)), conf().removeNode(name));
                });
}

// ---- fence devices

void NodesAndFencingView::askForDevice()
{
    if (!isEditable())
        return;
    auto *dialog = new NewFenceDeviceDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &NewFenceDeviceDialog::addRequested, this, [this, dialog] {
        const formats::NewFenceDevice device = dialog->device();
        const auto edits = conf().addFenceDevice(device);
        if (!edits) {
            dialog->showProblem(edits.error());
            return;
        }
        if (act(tr("Add fence device %1").arg(shown(device.name)), edits)) {
            setCurrentDevice(device.name);
            dialog->accept();
        }
    });
    dialog->open();
}

void NodesAndFencingView::askForDeviceName()
{
    if (!isEditable() || !device())
        return;
    askForText(
        this, tr("Rename fence device"),
        tr("New name of %1; it changes wherever the file refers to it:").arg(shown(m_device)),
        m_device, [this, old = m_device](const QString &name) {
            if (name == old)
                return;
            const auto edits = conf().renameFenceDevice(old, name);
            m_device = edits ? name : old;
            act(tr("Rename fence device %1 to %2").arg(shown(old), shown(name)), edits);
        });
}

void NodesAndFencingView::askToRemoveDevice()
{
    if (!isEditable() || !device())
        return;
    const QStringList users = usersOf(m_device);
    QString about = tr("No node uses it.");
    if (!users.isEmpty())
        about = tr("The methods that use it go with it, on %1: what is left of a method would "
                   "report success for a node that still has power.")
                    .arg(joined(users, 12));
    askToRemove(this, tr("Remove fence device %1?").arg(shown(m_device)),
                about + u'\n' + tr("Undo brings all of it back."), [this, name = m_device] {
                    act(tr("Remove fence device %1").arg(shown(name)),
                        conf().removeFenceDevice(name));
                });
}

// ---- methods

void NodesAndFencingView::addMethod(const QString &device)
{
    const auto found = node();
    if (!isEditable() || !found)
        return;
    const auto taken = [&found](const QString &name) {
        return std::ranges::any_of(found->methods(), [&name](const formats::FenceMethod &method) {
            return method.name() == name;
        });
    };
    QString name = device;
    for (int number = 2; taken(name); ++number)
        name = device + QString::number(number);
    if (act(tr("Fence %1 with %2").arg(shown(m_node), shown(device)),
            conf().addFenceMethod(m_node, {name, {{device}}})))
        m_fencing->setCurrent({name, 0});
}

void NodesAndFencingView::addUse(const QString &device)
{
    const auto place = m_fencing->current();
    if (!isEditable() || !place)
        return;
    act(tr("Use %1 too in fence method %2 of %3")
            .arg(shown(device), shown(place->method), shown(m_node)),
        conf().addFenceUse(m_node, place->method, {device}));
}

void NodesAndFencingView::askForMethodName()
{
    const auto place = m_fencing->current();
    if (!isEditable() || !place)
        return;
    askForText(this, tr("Rename fence method"), tr("New name of the method:"), place->method,
               [this, old = place->method](const QString &name) {
                   if (name != old)
                       act(tr("Rename fence method %1 to %2").arg(shown(old), shown(name)),
                           conf().renameFenceMethod(m_node, old, name));
               });
}

void NodesAndFencingView::removeFencing()
{
    const auto place = m_fencing->current();
    if (!isEditable() || !place)
        return;
    const bool isLast = place->use && m_fencing->currentItem()->parent()->childCount() == 1;
    if (place->use && !isLast)
        act(tr("Take a device out of fence method %1 of %2")
                .arg(shown(place->method), shown(m_node)),
            conf().removeFenceUse(m_node, place->method, *place->use));
    else
        act(tr("Remove fence method %1 of %2").arg(shown(place->method), shown(m_node)),
            conf().removeFenceMethod(m_node, place->method));
}

} // namespace colonnade::gui
