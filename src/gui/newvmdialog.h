// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "formats/clusterconf.h"
#include "gui/vmmodel.h"

#include <QDialog>

#include <memory>

namespace Ui {
class NewVmDialog;
}

namespace colonnade::gui {

/// Asks for a new <vm>: a guest that runs and is in none, or any other name; and its domain.
class NewVmDialog final : public QDialog
{
    Q_OBJECT

public:
    /// @p guests: that run and are in no vm; the first of them is offered.
    NewVmDialog(const formats::ClusterConf &conf, const QList<RunningGuest> &guests,
                QWidget *parent);
    ~NewVmDialog() override;

    formats::NewResourceGroup vm() const;
    /// Why it cannot be added: the dialog stays open and says so.
    void showProblem(const base::Error &error);

Q_SIGNALS:
    /// The button was pressed. The dialog stays until accept().
    void addRequested();

private:
    void describe(const QList<RunningGuest> &guests);

    std::unique_ptr<Ui::NewVmDialog> m_ui;
};

} // namespace colonnade::gui
