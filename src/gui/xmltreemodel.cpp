// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/xmltreemodel.h"

#include "gui/card.h"
#include "gui/wording.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace colonnade::gui {

using formats::XmlAttribute;
using formats::XmlDocument;
using formats::XmlElement;

namespace {

/// The attribute by which people tell an element from its like; empty: none.
QByteArray namingAttribute(const XmlElement &element)
{
    for (const char *name : {"name", "ref", "label", "address", "agent"}) {
        if (element.has(name))
            return name;
    }
    return {};
}

QString attributesOf(const XmlElement &element)
{
    const QByteArray naming = namingAttribute(element);
    QStringList parts;
    for (const XmlAttribute &attribute : element.attributes()) {
        const QString name = element.nameOf(attribute);
        if (name != QLatin1StringView(naming))
            parts.append(u"%1=\"%2\""_s.arg(name, element.value(attribute)));
    }
    return CardText::printable(parts.join(u' '));
}

} // namespace

QString spokenName(const XmlElement &element)
{
    const QByteArray naming = namingAttribute(element);
    const QString tag = element.tagName();
    return CardText::printable(naming.isEmpty() ? tag : tag + u' ' + element.value(naming));
}

QList<XmlTreeModel::Node> XmlTreeModel::nodesOf(const XmlDocument &document)
{
    QList<Node> nodes(document.elementCount());
    for (qsizetype i = 0; i < nodes.size(); ++i) {
        const XmlElement element = document.element(i);
        nodes[i].tag = element.tag().toByteArray();
        nodes[i].parent = element.parent().index();
        if (nodes[i].parent >= 0) { // elements come after their parents
            nodes[i].row = int(nodes[nodes[i].parent].children.size());
            nodes[nodes[i].parent].children.append(i);
        }
    }
    return nodes;
}

bool XmlTreeModel::hasShapeOf(const QList<Node> &nodes) const
{
    return std::ranges::equal(nodes, m_nodes, [](const Node &a, const Node &b) {
        return a.tag == b.tag && a.parent == b.parent;
    });
}

void XmlTreeModel::setDocument(const XmlDocument &document)
{
    QList<Node> nodes = nodesOf(document);
    if (m_document && hasShapeOf(nodes)) {
        m_document = document;
        Q_EMIT dataChanged(index(0, 0), index(0, ColumnCount - 1));
        for (qsizetype i = 0; i < m_nodes.size(); ++i) {
            const int last = int(m_nodes[i].children.size()) - 1;
            const QModelIndex parent = indexOf(document.element(i));
            if (last >= 0)
                Q_EMIT dataChanged(index(0, 0, parent), index(last, ColumnCount - 1, parent));
        }
        return;
    }
    beginResetModel();
    m_document = document;
    m_nodes = std::move(nodes);
    endResetModel();
}

XmlElement XmlTreeModel::element(const QModelIndex &index) const
{
    return index.isValid() && m_document ? m_document->element(qsizetype(index.internalId()))
                                         : XmlElement();
}

QModelIndex XmlTreeModel::indexOf(const XmlElement &element) const
{
    if (element.isNull() || element.index() >= m_nodes.size())
        return {};
    return createIndex(m_nodes[element.index()].row, 0, quintptr(element.index()));
}

QModelIndex XmlTreeModel::index(int row, int column, const QModelIndex &parent) const
{
    if (row < 0 || column < 0 || column >= ColumnCount || row >= rowCount(parent))
        return {};
    if (!parent.isValid())
        return createIndex(0, column, quintptr(0));
    const QList<qsizetype> &children = m_nodes[qsizetype(parent.internalId())].children;
    return createIndex(row, column, quintptr(children[row]));
}

QModelIndex XmlTreeModel::parent(const QModelIndex &child) const
{
    if (!child.isValid())
        return {};
    const qsizetype parent = m_nodes[qsizetype(child.internalId())].parent;
    return parent < 0 ? QModelIndex() : createIndex(m_nodes[parent].row, 0, quintptr(parent));
}

int XmlTreeModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return m_nodes.isEmpty() ? 0 : 1;
    return parent.column() > 0 ? 0 : int(m_nodes[qsizetype(parent.internalId())].children.size());
}

int XmlTreeModel::columnCount(const QModelIndex &) const
{
    return ColumnCount;
}

QVariant XmlTreeModel::data(const QModelIndex &index, int role) const
{
    const XmlElement found = element(index);
    if (found.isNull())
        return {};
    if (role == Qt::DisplayRole)
        return index.column() == Tag ? spokenName(found) : attributesOf(found);
    if (role == Qt::ToolTipRole)
        return plainTip(index.column() == Tag ? spokenName(found) : attributesOf(found));
    return {};
}

QVariant XmlTreeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == Tag ? tr("Element") : tr("Attributes");
}

} // namespace colonnade::gui
