// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/table.h"

#include "ctl/terminal.h"

namespace colonnade::ctl {

void Table::addRow(const QStringList &cells)
{
    QStringList row;
    for (const QString &cell : cells)
        row.append(printable(cell));
    m_rows.append(row);
}

QString Table::toText(int indent) const
{
    QStringList titles;
    QList<qsizetype> widths;
    for (qsizetype i = 0; i < m_columns.size(); ++i) {
        titles.append(m_columns[i].title);
        widths.append(m_columns[i].title.size());
        for (const QStringList &row : m_rows)
            widths[i] = std::max(widths[i], row.value(i).size());
    }
    QString text = line(titles, widths, indent);
    for (const QStringList &row : m_rows)
        text += line(row, widths, indent);
    return text;
}

QString Table::line(const QStringList &cells, const QList<qsizetype> &widths, int indent) const
{
    QString text(indent, u' ');
    for (qsizetype i = 0; i < m_columns.size(); ++i) {
        const QString cell = cells.value(i);
        text += m_columns[i].align == Align::Right ? cell.rightJustified(widths[i])
                                                   : cell.leftJustified(widths[i]);
        text += QStringLiteral("  ");
    }
    while (text.endsWith(u' '))
        text.chop(1);
    return text + u'\n';
}

} // namespace colonnade::ctl
