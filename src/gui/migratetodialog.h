// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules/placement.h"

#include <QDialog>

class QPushButton;
class QTreeWidget;

namespace colonnade::gui {

/// Where the selected guests could go: every node with its answer and the reason. Nodes that cannot
/// take them are in the list, with why, and cannot be chosen.
class MigrateToDialog final : public QDialog
{
    Q_OBJECT

public:
    /// What one node answers.
    struct Target
    {
        QString node;
        rules::Verdict verdict;
        bool home = false; ///< all of the guests run there already
    };

    MigrateToDialog(const QList<rules::GuestRef> &guests, QWidget *parent);

    const QList<rules::GuestRef> &guests() const { return m_guests; }
    /// Shows @p targets and keeps what is selected.
    void setTargets(const QList<Target> &targets);

Q_SIGNALS:
    void chosen(const QString &node);

private:
    void updateButton();
    void choose();

    QList<rules::GuestRef> m_guests;
    QList<Target> m_targets;
    QTreeWidget *m_list;
    QPushButton *m_go;
};

} // namespace colonnade::gui
