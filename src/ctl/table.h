// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace colonnade::ctl {

/// Rows of words in columns that stand under each other, for a person to read.
class Table
{
public:
    enum class Align { Left, Right };
    struct Column
    {
        QString title;
        Align align = Align::Left;
    };

    explicit Table(QList<Column> columns) : m_columns(std::move(columns)) {}

    /// The cells are made printable.
    void addRow(const QStringList &cells);
    bool isEmpty() const { return m_rows.isEmpty(); }

    /// Lines with their ends, @p indent blanks before each; no blanks at line ends.
    QString toText(int indent = 0) const;

private:
    QString line(const QStringList &cells, const QList<qsizetype> &widths, int indent) const;

    QList<Column> m_columns;
    QList<QStringList> m_rows;
};

} // namespace colonnade::ctl
