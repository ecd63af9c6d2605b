// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cluster/facts.h"
#include "formats/clusterconf.h"

#include <QAbstractTableModel>

namespace colonnade::gui {

/// A guest that runs on a node.
struct RunningGuest
{
    QString name;
    QString node;
    friend bool operator==(const RunningGuest &, const RunningGuest &) = default;
};

/// The guests of @p state that run and are no <vm> of @p conf, by name.
QList<RunningGuest> unmanagedGuests(const formats::ClusterConf &conf,
                                    const cluster::ClusterState &state);

/// The nodes on which @p vm may be started, whose files are known, and on which none of those that
/// it would be started from is in /etc/xen. Where its path names other folders nothing is known,
/// and nothing is said: NodeFacts::fileHashes holds /etc only.
QStringList nodesWithoutFile(const formats::ClusterConf &conf, const formats::ResourceGroup &vm,
                             const cluster::ClusterState &state);

/// The <vm>s of cluster.conf, a row each. A projection of the document.
class VmModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Name, Domain, Autostart, Migrate, Recovery, Path, Depend, RunsOn, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void setDocument(const formats::ClusterConf &conf, const cluster::ClusterState &state);
    /// The name of the row's vm.
    QString name(int row) const { return m_rows.value(row).name; }
    int rowOf(const QString &name) const;
    formats::Span span(int row) const { return m_rows.value(row).span; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation,
                        int role = Qt::DisplayRole) const override;

private:
    struct Row
    {
        QString name;
        QStringList cells; ///< one a column
        QString service;   ///< that it is inside of
        QString trouble;   ///< a sentence; empty: none
        formats::Span span;
        friend bool operator==(const Row &, const Row &) = default;
    };
    static Row rowFor(const formats::ClusterConf &conf, const formats::ResourceGroup &vm);

    QList<Row> m_rows;
};

} // namespace colonnade::gui
