// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/fencingtree.h"

#include "gui/card.h"
#include "gui/roomyrows.h"
#include "gui/wording.h"

#include <QDropEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMimeData>

using namespace Qt::StringLiterals;

namespace colonnade::gui {

using formats::FenceMethod;
using formats::FenceUse;

namespace {

constexpr int MethodRole = Qt::UserRole;

/// What is dragged is the current item. A drag that comes from no widget of this program can only
/// ask to move it, which is harmless.
bool isOwn(const QDropEvent &event, const FencingTree &tree)
{
    return !event.source() || event.source() == &tree;
}

/// "port=1, nodename=x", without secrets.
QString attributesOf(const FenceUse &use)
{
    QStringList parts;
    for (const formats::XmlAttribute &attribute : use.attributes()) {
        const QString name = use.nameOf(attribute);
        if (name != u"name" && name != u"passwd")
            parts.append(name + u'=' + use.value(attribute));
    }
    return CardText::printable(parts.join(u", "_s));
}

} // namespace

FencingTree::FencingTree(QWidget *parent) : QTreeWidget(parent)
{
    setColumnCount(2);
    setHeaderHidden(true);
    setAccessibleName(tr("Fence methods in the order in which they are tried"));
    setItemDelegate(new RoomyRows(this));
    setDragDropMode(InternalMove);
    setDefaultDropAction(Qt::MoveAction);
    setItemsExpandable(false);
    setTextElideMode(Qt::ElideMiddle);
    header()->setSectionResizeMode(0, QHeaderView::ResizeToContents);
}

void FencingTree::setNode(const formats::ClusterNode &node)
{
    const std::optional<FencePlace> before = current();
    clear();
    qsizetype number = 0;
    for (const FenceMethod &method : node.methods()) {
        auto *item = new QTreeWidgetItem(
            this, {tr("%1. %2").arg(++number).arg(CardText::printable(method.name())),
                   method.devices().size() > 1 ? tr("all of these must succeed") : QString()});
        item->setData(0, MethodRole, method.name());
        for (const FenceUse &use : method.devices()) {
            auto *child =
                new QTreeWidgetItem(item, {CardText::printable(use.device()), attributesOf(use)});
            child->setToolTip(1, plainTip(attributesOf(use)));
            child->setFlags(child->flags() & ~Qt::ItemIsDropEnabled);
        }
        item->setExpanded(true);
    }
    if (before)
        setCurrent(*before);
    if (!currentItem())
        setCurrentItem(topLevelItem(0));
}

std::optional<FencePlace> FencingTree::current() const
{
    const QTreeWidgetItem *item = currentItem();
    if (!item)
        return std::nullopt;
    const QTreeWidgetItem *method = item->parent() ? item->parent() : item;
    FencePlace place{method->data(0, MethodRole).toString(), std::nullopt};
    if (item->parent())
        place.use = item->parent()->indexOfChild(const_cast<QTreeWidgetItem *>(item));
    return place;
}

void FencingTree::setCurrent(const FencePlace &place)
{
    for (int row = 0; row < topLevelItemCount(); ++row) {
        QTreeWidgetItem *method = topLevelItem(row);
        if (method->data(0, MethodRole).toString() != place.method)
            continue;
        QTreeWidgetItem *use = place.use ? method->child(int(*place.use)) : nullptr;
        setCurrentItem(use ? use : method);
        return;
    }
}

std::optional<qsizetype> FencingTree::targetOf(const QPoint &position) const
{
    QTreeWidgetItem *moved = currentItem();
    QTreeWidgetItem *under = itemAt(position);
    if (!moved)
        return std::nullopt;
    if (!moved->parent()) { // a method: to the place of the one under the pointer
        if (!under)
            return topLevelItemCount() - 1;
        return indexOfTopLevelItem(under->parent() ? under->parent() : under);
    }
    if (!under || under->parent() != moved->parent())
        return std::nullopt; // a device stays in its method
    return moved->parent()->indexOfChild(under);
}

void FencingTree::dragEnterEvent(QDragEnterEvent *event)
{
    QTreeWidget::dragEnterEvent(event);
    event->setAccepted(isOwn(*event, *this) && currentItem()
                       && event->mimeData()->hasFormat(mimeTypes().value(0)));
}

void FencingTree::dragMoveEvent(QDragMoveEvent *event)
{
    QTreeWidget::dragMoveEvent(event); // scrolls at the edges
    event->setAccepted(isOwn(*event, *this) && targetOf(event->position().toPoint()));
}

void FencingTree::dropEvent(QDropEvent *event)
{
    const std::optional<qsizetype> to = targetOf(event->position().toPoint());
    const std::optional<FencePlace> place = current();
    // The items follow the document; the view must not move or remove them by itself.
    event->setDropAction(Qt::IgnoreAction);
    event->accept();
    setState(NoState);
    if (to && place && isOwn(*event, *this))
        move(*place, *to);
}

void FencingTree::move(const FencePlace &place, qsizetype to)
{
    if (place.use && *place.use != to)
        Q_EMIT useMoved(place.method, *place.use, to);
    else if (!place.use && indexOfTopLevelItem(currentItem()) != to)
        Q_EMIT methodMoved(place.method, to);
}

void FencingTree::moveCurrent(int step)
{
    const std::optional<FencePlace> place = current();
    if (!place)
        return;
    const qsizetype now = place->use.value_or(indexOfTopLevelItem(currentItem()));
    const qsizetype count =
        place->use ? currentItem()->parent()->childCount() : topLevelItemCount();
    if (now + step >= 0 && now + step < count)
        move(*place, now + step);
}

void FencingTree::keyPressEvent(QKeyEvent *event)
{
    const bool alt = event->modifiers() == Qt::AltModifier;
    if (alt && (event->key() == Qt::Key_Up || event->key() == Qt::Key_Down))
        moveCurrent(event->key() == Qt::Key_Up ? -1 : 1);
    else if (event->key() == Qt::Key_Delete && currentItem())
        Q_EMIT removeWanted();
    else
        QTreeWidget::keyPressEvent(event);
}

} // namespace colonnade::gui
