// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/problemmodel.h"

#include "gui/tones.h"
#include "gui/wording.h"

#include <algorithm>

namespace colonnade::gui {

using formats::Diagnostic;
using formats::Severity;

ProblemModel::ProblemModel(EditorDocument *document, QObject *parent)
    : QAbstractListModel(parent), m_document(document)
{
    connect(document, &EditorDocument::diagnosticsChanged, this, &ProblemModel::read);
    read();
}

void ProblemModel::read()
{
    QList<Row> rows;
    Counts counts;
    qsizetype line = 1;
    qsizetype at = 0;
    for (const Diagnostic &finding : m_document->diagnostics()) { // in order of place
        const qsizetype begin = std::min(finding.span.begin, m_document->text().size());
        line += formats::textOf(m_document->text(), {at, std::max(at, begin)}).count('\n');
        at = std::max(at, begin);
        rows.append({finding, line});
        switch (finding.severity) {
        case Severity::Error:
            ++counts.errors;
            break;
        case Severity::Warning:
            ++counts.warnings;
            break;
        case Severity::Hint:
            ++counts.hints;
        }
    }
    std::ranges::stable_sort(rows, {}, [](const Row &row) { return row.finding.severity; });
    if (rows == m_rows)
        return;
    beginResetModel();
    m_rows = std::move(rows);
    m_counts = counts;
    endResetModel();
}

const Diagnostic &ProblemModel::finding(const QModelIndex &index) const
{
    return m_rows.at(index.row()).finding;
}

qsizetype ProblemModel::line(const QModelIndex &index) const
{
    return m_rows.at(index.row()).line;
}

int ProblemModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant ProblemModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows[index.row()];
    const QString &message = row.finding.message;
    switch (role) {
    case Qt::DisplayRole:
        return message;
    case Qt::AccessibleTextRole:
        return row.finding.fix ? tr("%1 in line %2: %3 Way out: %4.")
                                     .arg(wordOf(row.finding.severity))
                                     .arg(row.line)
                                     .arg(message, row.finding.fix->title)
                               : tr("%1 in line %2: %3")
                                     .arg(wordOf(row.finding.severity))
                                     .arg(row.line)
                                     .arg(message);
    case Qt::ToolTipRole:
        return plainTip(row.finding.fix ? tr("%1\nFix: %2").arg(message, row.finding.fix->title)
                                        : message);
    default:
        return {};
    }
}

} // namespace colonnade::gui
