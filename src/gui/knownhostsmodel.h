// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "remote/knownhostslist.h"

#include <QAbstractTableModel>

namespace colonnade::gui {

/// The keys of a KnownHostsList as rows of a table.
class KnownHostsModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Host, Type, Fingerprint, Place, Marker, ColumnCount };
    enum Role {
        SortRole = Qt::UserRole, ///< what a column is sorted by
        SearchRole,              ///< all that a search may find in the row
    };

    using QAbstractTableModel::QAbstractTableModel;

    void setKeys(const QList<remote::ListedHostKey> &keys);
    const remote::ListedHostKey &at(int row) const { return m_keys.at(row); }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString text(const remote::ListedHostKey &key, int column) const;

    QList<remote::ListedHostKey> m_keys;
};

} // namespace colonnade::gui
