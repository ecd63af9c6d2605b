// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/editordocument.h"

#include <QAbstractListModel>

namespace colonnade::gui {

/// The findings of a document, the worst first, those of one severity in order of place.
class ProblemModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    /// How many have each severity.
    struct Counts
    {
        int errors = 0;
        int warnings = 0;
        int hints = 0;

        int all() const { return errors + warnings + hints; }
        friend bool operator==(const Counts &, const Counts &) = default;
    };

    ProblemModel(EditorDocument *document, QObject *parent);

    const formats::Diagnostic &finding(const QModelIndex &index) const;
    /// Counted from 1.
    qsizetype line(const QModelIndex &index) const;
    Counts counts() const { return m_counts; }

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    struct Row
    {
        formats::Diagnostic finding;
        qsizetype line = 1;

        friend bool operator==(const Row &, const Row &) = default;
    };
    void read();

    EditorDocument *m_document;
    QList<Row> m_rows;
    Counts m_counts;
};

} // namespace colonnade::gui
