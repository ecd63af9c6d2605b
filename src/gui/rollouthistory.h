// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/editorservices.h"

#include <QObject>

namespace colonnade::gui {

/// The roll-outs of some files of a cluster, as this workstation's journal has them. It is read
/// beside the window's thread.
class RollOutHistory final : public QObject
{
    Q_OBJECT

public:
    /// @p paths: of the files, on the nodes.
    RollOutHistory(QString cluster, QStringList paths, const EditorServices &services,
                   QObject *parent);

    /// Reads the journal again.
    void read();
    /// Newest first.
    const QList<operations::Deployment> &all() const { return m_all; }
    /// Those that have not come to an end and that nobody carries out.
    QList<operations::Deployment> open() const;
    /// See operations::owedFiles().
    QList<operations::DeployRequest> owed(const cluster::ClusterState &state) const;

Q_SIGNALS:
    /// all() is another.
    void changed();
    void problem(const base::Error &error);

private:
    QString m_cluster;
    QStringList m_paths;
    EditorServices m_services;
    QList<operations::Deployment> m_all;
    bool m_isReading = false;
    bool m_readAgain = false;
};

/// "28 Nov 08:12": when it began, in the person's time.
QString beginOf(const operations::Deployment &rollOut);
/// What became of it, in words.
QString outcomeWords(const operations::Deployment &rollOut);

} // namespace colonnade::gui
