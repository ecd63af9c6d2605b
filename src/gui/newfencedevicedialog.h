// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "formats/clusterconf.h"

#include <QDialog>

#include <memory>

namespace Ui {
class NewFenceDeviceDialog;
}

namespace colonnade::gui {

/// Asks for a new fence device: its name and its agent. What the agent needs is filled in
/// afterwards.
class NewFenceDeviceDialog final : public QDialog
{
    Q_OBJECT

public:
    explicit NewFenceDeviceDialog(QWidget *parent);
    ~NewFenceDeviceDialog() override;

    formats::NewFenceDevice device() const;
    /// Why it cannot be added: the dialog stays open and says so.
    void showProblem(const base::Error &error);

Q_SIGNALS:
    /// The button was pressed. The dialog stays until accept().
    void addRequested();

private:
    void describe();

    std::unique_ptr<Ui::NewFenceDeviceDialog> m_ui;
};

} // namespace colonnade::gui
