// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "formats/clusterconf.h"

#include <QDialog>

#include <memory>

namespace Ui {
class NewDomainDialog;
}

namespace colonnade::gui {

/// Asks for a new failover domain: its name, its switches, its nodes in their order.
class NewDomainDialog final : public QDialog
{
    Q_OBJECT

public:
    NewDomainDialog(const formats::ClusterConf &conf, QWidget *parent);
    ~NewDomainDialog() override;

    formats::NewFailoverDomain domain() const;
    /// Why it cannot be added: the dialog stays open and says so.
    void showProblem(const base::Error &error);

Q_SIGNALS:
    /// The button was pressed. The dialog stays until accept().
    void addRequested();

private:
    std::unique_ptr<Ui::NewDomainDialog> m_ui;
};

} // namespace colonnade::gui
