// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "gui/theme.h"

#include <QDialog>

#include <memory>

class QPushButton;
class QTreeWidgetItem;

namespace Ui {
class PickDialog;
}

namespace colonnade::gui {

/// A list of which some are ticked and taken: hosts of a file, nodes that were found.
class PickDialog final : public QDialog
{
    Q_OBJECT

public:
    struct Row
    {
        QStringList cells;         ///< one a column of the words
        QString state;             ///< the last column: "new", "there already"
        Tone tone = Tone::Neutral; ///< of the state
        bool ticked = false;
        bool possible = true; ///< false: it is shown, with why, and cannot be ticked
        QString tip = {};
    };

    /// What the dialog is about.
    struct Words
    {
        QString title;
        QString headline;
        QStringList columns; ///< without the state's
        QString accept;      ///< the text of its button: "&Import"
        QString empty;       ///< said where there are no rows
        bool askForCluster = false;
    };

    PickDialog(const Words &words, QWidget *parent);
    ~PickDialog() override;

    /// Shown in place of rows while they are being looked for.
    void setBusy(const QString &text);
    /// @p problems: what could not be read, a sentence each.
    void setRows(const QList<Row> &rows, const QStringList &problems);
    void setClusters(const QStringList &clusters, const QString &current);

    /// The numbers of the ticked rows.
    QList<qsizetype> picked() const;
    QString cluster() const;
    /// Why taking them failed: the dialog stays open and says so.
    void showProblem(const base::Error &error);

Q_SIGNALS:
    /// The button was pressed with something ticked. The dialog stays until accept().
    void pickRequested();

private:
    void tickAll(bool ticked);
    void updateButton();
    void addRow(const Row &row);

    const Words m_words;
    std::unique_ptr<Ui::PickDialog> m_ui;
    QPushButton *m_accept;
};

} // namespace colonnade::gui
