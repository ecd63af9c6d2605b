// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "profiles/profile.h"

#include <QDialog>

#include <memory>

namespace Ui {
class ClusterDialog;
}

namespace colonnade::gui {

/// Name, colour and note of a cluster. Saves nothing itself.
class ClusterDialog final : public QDialog
{
    Q_OBJECT

public:
    /// @p others: the names that other clusters have.
    ClusterDialog(const QString &name, const profiles::ClusterNote &note, const QStringList &others,
                  QWidget *parent);
    ~ClusterDialog() override;

    QString name() const;
    profiles::ClusterNote note() const;
    /// Why saving failed: the dialog stays open and says so.
    void showProblem(const base::Error &error);

Q_SIGNALS:
    /// Save was pressed with a usable name. The dialog stays until accept().
    void saveRequested();

private:
    void offerColours(const QString &current);
    void chooseOther();
    void validate();

    const QStringList m_others;
    std::unique_ptr<Ui::ClusterDialog> m_ui;
};

} // namespace colonnade::gui
