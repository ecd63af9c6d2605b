// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cluster/facts.h"
#include "formats/clusterconf.h"
#include "gui/membersign.h"
#include "gui/pill.h"

#include <QAbstractTableModel>
#include <QStringList>

#include <optional>

namespace colonnade::gui {

/// A node in a failover domain, or not in it.
struct DomainCell
{
    bool isMember = false;
    int priority = 0; ///< 0: none, or none that counts
    int place = 0;    ///< in an ordered domain from 1; those of equal priority share one; else 0
    qsizetype position = -1; ///< in the order in which moveDomainMember() counts

    friend bool operator==(const DomainCell &, const DomainCell &) = default;
};

/// The failover domains of cluster.conf: a row a node, a column a domain. A projection of the
/// document, made anew after each act.
class DomainsModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    using QAbstractTableModel::QAbstractTableModel;

    /// A domain, as its column shows it.
    struct Domain
    {
        QString name;
        bool isOrdered = false;
        bool isRestricted = false;
        bool isNoFailback = false;
        QStringList members; ///< in the order in which moveDomainMember() counts
        formats::Span span;  ///< of its element

        friend bool operator==(const Domain &, const Domain &) = default;
    };

    void setDocument(const formats::ClusterConf &conf);
    /// What is known of the nodes.
    void setSigns(const cluster::ClusterState &state);

    const QStringList &nodes() const { return m_nodes; }
    const QList<Domain> &domains() const { return m_domains; }
    int columnOf(const QString &domain) const;
    /// Whether it is a <clusternode>, and not only named by a domain.
    bool isClusterNode(int row) const { return row < m_clusterNodes; }
    DomainCell cell(const QModelIndex &index) const;
    /// What the cell shows.
    Pill pill(const QModelIndex &index) const;

    /// Shows @p order in the column as if it were the order of its members; none: as it is.
    void setPreview(int column, const std::optional<QStringList> &order);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation,
                        int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

    /// "first", "second", ... "place 11"
    static QString placeWord(int place);

private:
    QString description(const QModelIndex &index) const;
    QVariant nodeData(int row, int role) const;
    QStringList nodesOf(const formats::ClusterConf &conf, int *clusterNodes) const;
    static QList<Domain> domainsOf(const formats::ClusterConf &conf);
    static QList<QList<DomainCell>> cellsOf(const formats::ClusterConf &conf,
                                            const QStringList &nodes);

    QStringList m_nodes;
    int m_clusterNodes = 0;
    QList<Domain> m_domains;
    QList<QList<DomainCell>> m_cells; ///< a list a domain
    QList<MemberSign> m_signs;        ///< of m_nodes
    cluster::ClusterState m_state;
    int m_previewColumn = -1;
    QStringList m_preview;
};

} // namespace colonnade::gui
