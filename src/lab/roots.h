// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lab/lab.h"
#include "lab/state.h"

namespace colonnade::lab {

/// The domain that @p guest, the @p index-th of the lab, begins as; without an id.
Domain domainOf(const Guest &guest, int index);

/// Writes the folders that stand for the nodes' roots, and the disks that they share. @p state is
/// complete but for what happens later; @p access tells ports and host keys.
class RootBuilder
{
public:
    RootBuilder(const Options &options, const State &state, const QList<NodeAccess> &access,
                QString folder, QString commandProgram);

    base::Result<void> build();

    /// What changes with each start of a node.
    static base::Result<void> writeBootId(const Node &node, const QString &root);

private:
    base::Result<void> buildDisks();
    base::Result<void> buildNode(const Node &node, const NodeAccess &access);
    base::Result<void> writeSystem(const Node &node, const NodeAccess &access);
    base::Result<void> writeSsh(const NodeAccess &access);
    base::Result<void> writeGuests(const Node &node, const QString &root);
    base::Result<void> writeCluster(const Node &node, const QString &root);
    base::Result<void> linkPrograms(const QString &root);
    base::Result<void> linkDisks(const QString &root);

    QByteArray clusterConf() const;

    const Options &m_options;
    const State &m_state;
    QList<NodeAccess> m_access;
    QString m_folder;
    QString m_program;
};

} // namespace colonnade::lab
