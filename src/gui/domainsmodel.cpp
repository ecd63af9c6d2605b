// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/domainsmodel.h"

#include "gui/card.h"
#include "gui/icons.h"
#include "gui/wording.h"

#include <QGuiApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace colonnade::gui {

using formats::ClusterConf;
using formats::DomainMember;
using formats::FailoverDomain;

namespace {

QList<DomainMember> orderOf(const FailoverDomain &domain)
{
    return domain.isOrdered() ? domain.membersByPriority() : domain.members();
}

/// The places of members in their order: those of one priority share a place, and so do those
/// without one, who come last.
QList<int> placesOf(const QList<DomainMember> &order)
{
    QList<int> places;
    int place = 0;
    int before = -1;
    for (const DomainMember &member : order) {
        if (member.priority() != before)
            ++place;
        before = member.priority();
        places.append(place);
    }
    return places;
}

} // namespace

QString DomainsModel::placeWord(int place)
{
    switch (place) {
    case 1:
        return tr("first");
    case 2:
        return tr("second");
    case 3:
        return tr("third");
    case 4:
        return tr("fourth");
    case 5:
        return tr("fifth");
    case 6:
        return tr("sixth");
    default:
        return tr("place %1").arg(place);
    }
}

QStringList DomainsModel::nodesOf(const ClusterConf &conf, int *clusterNodes) const
{
    QStringList nodes;
    for (const formats::ClusterNode &node : conf.nodes()) {
        if (!nodes.contains(node.name()))
            nodes.append(node.name());
    }
    *clusterNodes = int(nodes.size());
    for (const FailoverDomain &domain : conf.failoverDomains()) {
        for (const DomainMember &member : domain.members()) {
            if (!nodes.contains(member.node()))
                nodes.append(member.node());
        }
    }
    return nodes;
}

QList<DomainsModel::Domain> DomainsModel::domainsOf(const ClusterConf &conf)
{
    QList<Domain> domains;
    for (const FailoverDomain &found : conf.failoverDomains()) {
        Domain domain{found.name(), found.isOrdered(), found.isRestricted(), found.isNoFailback(),
                      {},           found.span()};
        for (const DomainMember &member : orderOf(found))
            domain.members.append(member.node());
        domains.append(domain);
    }
    return domains;
}

QList<QList<DomainCell>> DomainsModel::cellsOf(const ClusterConf &conf, const QStringList &nodes)
{
    QList<QList<DomainCell>> columns;
    for (const FailoverDomain &domain : conf.failoverDomains()) {
        QList<DomainCell> cells(nodes.size());
        const QList<DomainMember> order = orderOf(domain);
        const QList<int> places = placesOf(order);
        for (qsizetype i = 0; i < order.size(); ++i) {
            DomainCell &cell = cells[nodes.indexOf(order[i].node())];
            if (!cell.isMember) // rgmanager stops at the second mention
                cell = {true, order[i].priority(), domain.isOrdered() ? places[i] : 0, i};
        }
        columns.append(cells);
    }
    return columns;
}

void DomainsModel::setDocument(const ClusterConf &conf)
{
    int clusterNodes = 0;
    const QStringList nodes = nodesOf(conf, &clusterNodes);
    const QList<Domain> domains = domainsOf(conf);
    const auto names = [](const QList<Domain> &list) {
        QStringList result;
        for (const Domain &domain : list)
            result.append(domain.name);
        return result;
    };
    const bool sameShape = nodes == m_nodes && names(domains) == names(m_domains);
    if (!sameShape)
        beginResetModel();
    m_nodes = nodes;
    m_clusterNodes = clusterNodes;
    m_domains = domains;
    m_cells = cellsOf(conf, nodes);
    m_previewColumn = -1;
    m_signs.clear();
    for (const QString &node : nodes)
        m_signs.append(MemberSign::of(m_state, node));
    if (!sameShape)
        endResetModel();
    else if (!nodes.isEmpty() && !domains.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    if (sameShape && !nodes.isEmpty())
        Q_EMIT headerDataChanged(Qt::Vertical, 0, rowCount() - 1);
}

void DomainsModel::setSigns(const cluster::ClusterState &state)
{
    m_state = state;
    QList<MemberSign> signs;
    for (const QString &node : m_nodes)
        signs.append(MemberSign::of(state, node));
    if (signs == m_signs)
        return;
    m_signs = signs;
    if (!m_nodes.isEmpty())
        Q_EMIT headerDataChanged(Qt::Vertical, 0, rowCount() - 1);
}

int DomainsModel::columnOf(const QString &domain) const
{
    const auto found = std::ranges::find(m_domains, domain, &Domain::name);
    return found == m_domains.end() ? -1 : int(found - m_domains.begin());
}

DomainCell DomainsModel::cell(const QModelIndex &index) const
{
    if (!index.isValid())
        return {};
    DomainCell cell = m_cells[index.column()][index.row()];
    if (index.column() == m_previewColumn && cell.isMember) {
        cell.position = m_preview.indexOf(m_nodes[index.row()]);
        cell.place = int(cell.position) + 1;
        cell.priority = cell.place;
    }
    return cell;
}

Pill DomainsModel::pill(const QModelIndex &index) const
{
    const DomainCell cell = this->cell(index);
    if (!cell.isMember)
        return isClusterNode(index.row()) ? Pill{.small = tr("+ add"), .look = Pill::Look::Dashed}
                                          : Pill{.small = u"–"_s, .look = Pill::Look::Dashed};
    const Pill::Look look = isClusterNode(index.row()) ? Pill::Look::Solid : Pill::Look::Wrong;
    if (cell.place == 0)
        return {.strong = tr("any"), .look = look};
    if (cell.priority == 0)
        return {.strong = u"!"_s, .small = tr("no priority"), .look = Pill::Look::Wrong};
    return {.strong = QString::number(cell.priority), .small = placeWord(cell.place), .look = look};
}

void DomainsModel::setPreview(int column, const std::optional<QStringList> &order)
{
    const int before = m_previewColumn;
    m_previewColumn = order ? column : -1;
    m_preview = order.value_or(QStringList());
    for (const int changed : {before, column}) {
        if (changed >= 0 && changed < columnCount() && !m_nodes.isEmpty())
            Q_EMIT dataChanged(index(0, changed), index(rowCount() - 1, changed));
    }
}

int DomainsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_nodes.size());
}

int DomainsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_domains.size());
}

QString DomainsModel::description(const QModelIndex &index) const
{
    const QString node = CardText::printable(m_nodes[index.row()]);
    const QString domain = CardText::printable(m_domains[index.column()].name);
    const DomainCell cell = this->cell(index);
    if (!cell.isMember)
        return tr("%1 is not in %2").arg(node, domain);
    if (cell.place == 0)
        return tr("%1 in %2: any of its nodes may run the guests").arg(node, domain);
    if (cell.priority == 0)
        return tr("%1 in %2: without a priority from 1 to 100 rgmanager takes it for the first in "
                  "one place and for the last in another")
            .arg(node, domain);
    return tr("%1 in %2: %3, priority %4")
        .arg(node, domain, placeWord(cell.place), QString::number(cell.priority));
}

QVariant DomainsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    switch (role) {
    case Qt::DisplayRole: {
        const Pill shown = pill(index);
        return QString(shown.strong + u' ' + shown.small).trimmed();
    }
    case Qt::ToolTipRole:
        return plainTip(description(index));
    case Qt::AccessibleTextRole:
        return description(index);
    default:
        return {};
    }
}

QVariant DomainsModel::nodeData(int row, int role) const
{
    const QString name = CardText::printable(m_nodes[row]);
    const MemberSign &sign = m_signs[row];
    const QString words = isClusterNode(row)
                              ? sign.word
                              : tr("only failover domains name it: it is no node of this cluster");
    switch (role) {
    case Qt::DisplayRole:
        return name;
    case Qt::DecorationRole:
        return isClusterNode(row)
                   ? icon(sign.symbol, Theme::of(QGuiApplication::palette()).strong(sign.tone))
                   : icon(u"warning"_s, Theme::of(QGuiApplication::palette()).warn);
    case Qt::ToolTipRole:
        return plainTip(name + u'\n' + words);
    case Qt::AccessibleTextRole:
        return QString(name + u", "_s + words);
    default:
        return {};
    }
}

QVariant DomainsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Vertical && section >= 0 && section < m_nodes.size())
        return nodeData(section, role);
    if (orientation == Qt::Horizontal && section >= 0 && section < m_domains.size()
        && (role == Qt::DisplayRole || role == Qt::AccessibleTextRole))
        return CardText::printable(m_domains[section].name);
    return {};
}

Qt::ItemFlags DomainsModel::flags(const QModelIndex &index) const
{
    return index.isValid() ? Qt::ItemIsEnabled | Qt::ItemIsSelectable : Qt::NoItemFlags;
}

} // namespace colonnade::gui
