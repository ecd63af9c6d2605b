// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cluster/monitor.h"
#include "operations/deployment.h"

#include <QString>
#include <QThreadPool>

#include <functional>
#include <memory>

namespace colonnade::gui {

/// A file of a node, as it was read.
struct ReadFile
{
    bool exists = false;
    QByteArray bytes;

    friend bool operator==(const ReadFile &, const ReadFile &) = default;
};

/// Reads the file at an absolute path of a node; blocks. That there is none is no error.
using FileReader = std::function<base::Result<ReadFile>(remote::Connection &connection,
                                                        const QString &path, std::stop_token stop)>;

/// The FileReader of real life: remote::readNodeFile().
base::Result<ReadFile> readFileOfNode(remote::Connection &connection, const QString &path,
                                      std::stop_token stop = {});

/// The file at @p path of a node of the cluster, read by @p read; blocks.
base::Result<ReadFile> fileOf(cluster::Nodes &nodes, const QString &node, const FileReader &read,
                              const QString &path, std::stop_token stop = {});

/// What rolls files out; see operations/deployment.h. Where a part is missing, it cannot be done.
struct Deployer
{
    std::function<base::Result<operations::Plan>(const cluster::ClusterState &,
                                                 const operations::DeployRequest &)>
        plan = {};
    std::function<operations::DeployResult(cluster::Nodes &, operations::Journal &,
                                           const operations::Plan &, const operations::DeploySink &,
                                           std::stop_token)>
        run = {};
    std::function<operations::DeployResult(cluster::Nodes &, operations::Journal &,
                                           const QString &planId, operations::DeployDirection,
                                           const operations::DeploySink &, std::stop_token)>
        resume = {};

    /// The one of real life.
    static Deployer ofOperations();
};

/// What an editor page works with. It outlives the page.
struct EditorServices
{
    QThreadPool *pool = nullptr; ///< where it may wait
    /// Access to the nodes of the cluster; empty while it is not connected.
    std::function<std::shared_ptr<cluster::Nodes>()> nodes = {};
    FileReader readFile = &readFileOfNode;
    Deployer deployer = {};
    QString draftsFolder; ///< see drafts.h; empty: nothing is kept
    QString journalFolder;
};

} // namespace colonnade::gui
