// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/theme.h"
#include "rules/ocfs2.h"

#include <QAbstractTableModel>

namespace colonnade::gui {

/// A node of the list as a row shows it.
struct Ocfs2Row
{
    formats::Ocfs2Node node;
    rules::Ocfs2NodeState state;
    QString noNumber;  ///< why its number cannot be changed; empty: it can
    QString noName;    ///< likewise
    QString noAddress; ///< address and port

    friend bool operator==(const Ocfs2Row &, const Ocfs2Row &) = default;
};

/// The nodes of one cluster of an OCFS2 list. It only shows: what is typed into a cell goes out as
/// a wish, and comes back as other rows.
class Ocfs2NodeModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Number, Name, Address, Port, Running, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    /// Rows of the same nodes are exchanged in place: a cell that is being edited stays open.
    void setRows(const QList<Ocfs2Row> &rows);
    const QList<Ocfs2Row> &rows() const { return m_rows; }
    /// -1 where there is none.
    int rowOf(const QByteArray &node) const;

    /// Why the cell cannot be changed; empty: it can, or it is none that holds a value.
    QString refusal(const QModelIndex &index) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;

    /// The colour and the words of a node's last column.
    static Tone tone(const rules::Ocfs2NodeState &state);
    static QString runningText(const rules::Ocfs2NodeState &state);

Q_SIGNALS:
    /// Somebody typed another value into a cell.
    void changeRequested(int row, int column, const QString &value);

private:
    QVariant lock(const Ocfs2Row &row) const;
    QString text(const Ocfs2Row &row, int column) const;
    QString tip(const Ocfs2Row &row, const QModelIndex &index) const;
    QString spoken(const Ocfs2Row &row, const QModelIndex &index) const;

    QList<Ocfs2Row> m_rows;
};

} // namespace colonnade::gui
