// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cluster/facts.h"

#include <QByteArray>
#include <QDialog>

#include <memory>

namespace Ui {
class NewClusterDialog;
}

namespace colonnade::gui {

/// Makes a first cluster.conf: a name, and the nodes that are ticked among those that are known.
/// They are fenced by hand, as every first cluster is; what is to be written is shown.
class NewClusterDialog final : public QDialog
{
    Q_OBJECT

public:
    NewClusterDialog(const cluster::ClusterState &state, QWidget *parent);
    ~NewClusterDialog() override;

    /// The file; empty while what is asked for makes none.
    const QByteArray &bytes() const { return m_bytes; }

private:
    void addNode(const QString &name, bool ticked);
    QStringList nodes() const;
    void make();

    std::unique_ptr<Ui::NewClusterDialog> m_ui;
    QByteArray m_bytes;
};

} // namespace colonnade::gui
