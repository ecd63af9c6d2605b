// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cluster/facts.h"
#include "gui/nodefiles.h"
#include "rules/o2cbtimeouts.h"

#include <QDialog>

#include <memory>

namespace Ui {
class O2cbTimeoutDialog;
}

namespace colonnade::gui {

/// Asks for a timeout of o2cb, says what it means, and which files change.
class O2cbTimeoutDialog final : public QDialog
{
    Q_OBJECT

public:
    O2cbTimeoutDialog(const cluster::ClusterState &state, const rules::O2cbTimeoutState &timeout,
                      QWidget *parent);
    ~O2cbTimeoutDialog() override;

    /// The files that the value changes: none of a node whose file sets it already.
    QList<NodeFile> files() const;

private:
    void refresh();
    QStringList refusals() const;

    const cluster::ClusterState m_state;
    const rules::O2cbTimeoutState m_timeout;
    std::unique_ptr<Ui::O2cbTimeoutDialog> m_ui;
};

} // namespace colonnade::gui
