// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/editorservices.h"

#include "remote/nodefile.h"

#include <QCoreApplication>

namespace colonnade::gui {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(colonnade::gui::FileReader)
};

} // namespace

Deployer Deployer::ofOperations()
{
    return {&operations::planDeployment,
            [](cluster::Nodes &nodes, operations::Journal &journal, const operations::Plan &plan,
               const operations::DeploySink &sink, std::stop_token stop) {
                return operations::runDeployment(nodes, journal, plan, sink, std::move(stop));
            },
            [](cluster::Nodes &nodes, operations::Journal &journal, const QString &planId,
               operations::DeployDirection direction, const operations::DeploySink &sink,
               std::stop_token stop) {
                return operations::resumeDeployment(nodes, journal, planId, direction, sink,
                                                    std::move(stop));
            }};
}

base::Result<ReadFile> readFileOfNode(remote::Connection &connection, const QString &path,
                                      std::stop_token stop)
{
    base::Result<remote::NodeFile> file = remote::readNodeFile(connection, path, std::move(stop));
    if (!file)
        return std::unexpected(std::move(file).error());
    return ReadFile{file->exists, std::move(file->bytes)};
}

base::Result<ReadFile> fileOf(cluster::Nodes &nodes, const QString &node, const FileReader &read,
                              const QString &path, std::stop_token stop)
{
    remote::Connection *connection = nodes.connection(node);
    if (!connection)
        return base::failure(base::ErrorCode::NotFound,
                             Words::tr("The cluster has no node %1 any more.").arg(node));
    return read(*connection, path, stop);
}

} // namespace colonnade::gui
