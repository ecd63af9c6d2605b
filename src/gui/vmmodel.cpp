// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/vmmodel.h"

#include "gui/card.h"
#include "gui/theme.h"
#include "gui/wording.h"
#include "rules/members.h"
#include "rules/placement.h"

#include <QColor>
#include <QGuiApplication>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace colonnade::gui {

using formats::ClusterConf;
using formats::ResourceGroup;

namespace {

/// Where each guest runs, by its name.
QHash<QString, QString> hostsOf(const cluster::ClusterState &state)
{
    QHash<QString, QString> hosts;
    for (const cluster::NodeState &node : state.nodes) {
        if (!node.facts)
            continue;
        for (const QString &guest : runningGuests(*node.facts))
            hosts.insert(guest, node.name());
    }
    return hosts;
}

/// The folders in which vm.sh looks for the guest's file.
QStringList foldersOf(const ResourceGroup &vm)
{
    const QString path = vm.value("path");
    return path.isEmpty() ? QStringList{u"/etc/xen"_s} : path.split(u':', Qt::SkipEmptyParts);
}

/// The members that may start it, as cluster.conf names them.
QStringList mayRunOn(const ClusterConf &conf, const ResourceGroup &vm)
{
    QStringList nodes;
    const auto domain = conf.failoverDomain(vm.domain());
    if (domain && domain->isRestricted()) {
        for (const formats::DomainMember &member : domain->members())
            nodes.append(member.node());
        return nodes;
    }
    for (const formats::ClusterNode &node : conf.nodes())
        nodes.append(node.name());
    return nodes;
}

} // namespace

QList<RunningGuest> unmanagedGuests(const ClusterConf &conf, const cluster::ClusterState &state)
{
    QSet<QString> managed;
    for (const ResourceGroup &vm : conf.vms())
        managed.insert(vm.name());
    QList<RunningGuest> guests;
    const QHash<QString, QString> hosts = hostsOf(state);
    for (auto host = hosts.begin(); host != hosts.end(); ++host) {
        if (!managed.contains(host.key()))
            guests.append({host.key(), host.value()});
    }
    std::ranges::sort(guests, nameLess, &RunningGuest::name);
    return guests;
}

QStringList nodesWithoutFile(const ClusterConf &conf, const ResourceGroup &vm,
                             const cluster::ClusterState &state)
{
    QStringList folders = foldersOf(vm);
    for (QString &folder : folders) {
        while (folder.size() > 1 && folder.endsWith(u'/'))
            folder.chop(1);
    }
    if (!vm.value("xmlfile").isEmpty() || folders != QStringList{u"/etc/xen"_s})
        return {};
    QStringList nodes;
    for (const QString &member : mayRunOn(conf, vm)) {
        const cluster::NodeState *node = rules::nodeOfMember(state, member);
        constexpr qsizetype MostHashes = 500; // of a probe: there may be more files than it told
        if (!node || !node->facts || node->facts->fileHashes.isEmpty()
            || node->facts->fileHashes.size() >= MostHashes)
            continue;
        const QString file = u"/etc/xen/"_s + vm.name();
        const auto has = [node](const QString &path) {
            return node->facts->fileHashes.contains(path);
        };
        if (!has(file) && !has(file + u".cfg"_s) && !has(file + u".xml"_s))
            nodes.append(member);
    }
    return nodes;
}

VmModel::Row VmModel::rowFor(const ClusterConf &conf, const ResourceGroup &vm)
{
    const auto orDefault = [&vm](const char *attribute, const QString &missing) {
        return vm.has(attribute) ? CardText::printable(vm.value(attribute)) : missing;
    };
    Row row;
    row.name = vm.name();
    const formats::XmlElement service = vm.service();
    row.service = service.isNull() ? QString() : service.value("name");
    row.span = vm.span();
    const QString domain = service.isNull() ? vm.domain() : service.value("domain");
    row.cells = {CardText::printable(row.name),
                 CardText::printable(domain),
                 vm.isAutostart() ? tr("yes") : tr("no"),
                 orDefault("migrate", tr("live")),
                 orDefault("recovery", tr("restart")),
                 orDefault("path", {}),
                 orDefault("depend", {}),
                 QString()};
    if (!row.service.isEmpty())
        row.trouble = tr("It is inside the service %1, so rgmanager cannot migrate it.")
                          .arg(CardText::printable(row.service));
    else if (!domain.isEmpty() && !conf.failoverDomain(domain))
        row.trouble = tr("There is no failover domain %1, so it may run on any node.")
                          .arg(CardText::printable(domain));
    else if (vm.hasResources())
        row.trouble = tr("It holds resources of its own, so rgmanager cannot migrate it.");
    return row;
}

void VmModel::setDocument(const ClusterConf &conf, const cluster::ClusterState &state)
{
    const QHash<QString, QString> hosts = hostsOf(state);
    QList<Row> rows;
    for (const ResourceGroup &vm : conf.vms()) {
        if (vm.isReference())
            continue; // its definition is there
        Row row = rowFor(conf, vm);
        row.cells[RunsOn] = CardText::printable(hosts.value(row.name));
        rows.append(row);
    }
    if (rows == m_rows)
        return;
    const bool sameNames = std::ranges::equal(rows, m_rows, {}, &Row::name, &Row::name);
    if (!sameNames)
        beginResetModel();
    m_rows = rows;
    if (!sameNames)
        endResetModel();
    else
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

int VmModel::rowOf(const QString &name) const
{
    const auto row = std::ranges::find(m_rows, name, &Row::name);
    return row == m_rows.end() ? -1 : int(row - m_rows.begin());
}

int VmModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int VmModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant VmModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Row &row = m_rows[index.row()];
    const bool marked = index.column() == Name && !row.trouble.isEmpty();
    switch (role) {
    case Qt::DisplayRole:
        return marked ? QString(signOf(Tone::Warn) + u' ' + row.cells[Name])
                      : row.cells[index.column()];
    case Qt::ForegroundRole:
        return marked ? QVariant(Theme::of(QGuiApplication::palette()).warn) : QVariant();
    case Qt::ToolTipRole:
        return plainTip(marked ? row.cells[Name] + u'\n' + row.trouble : row.cells[index.column()]);
    case Qt::AccessibleTextRole:
        return marked ? QString(row.cells[Name] + u", "_s + row.trouble)
                      : row.cells[index.column()];
    default:
        return {};
    }
}

QVariant VmModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name:
        return tr("Name");
    case Domain:
        return tr("Failover domain");
    case Autostart:
        return tr("Starts by itself");
    case Migrate:
        return tr("Migrates");
    case Recovery:
        return tr("After a failure");
    case Path:
        return tr("Path");
    case Depend:
        return tr("Depends on");
    case RunsOn:
        return tr("Runs on");
    default:
        return {};
    }
}

} // namespace colonnade::gui
