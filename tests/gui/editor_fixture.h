// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/editorpages.h"
#include "support/fakeconnection.h"

#include <map>

namespace colonnade::gui {

/// The nodes of a cluster that exist in a test only: what they hold in the place of one file.
class FakeCluster final : public cluster::Nodes
{
public:
    explicit FakeCluster(QString path) : m_path(std::move(path)) {}

    /// A node that can be reached and holds @p bytes; none: no such file.
    void setFile(const QString &node, const std::optional<QByteArray> &bytes);
    void setReachable(const QString &node, bool reachable);
    std::optional<QByteArray> file(const QString &node) const;

    /// A reader of these files.
    FileReader reader();
    int reads() const { return m_reads; }

    remote::Connection *connection(const QString &node) override;
    cluster::ClusterState state() const override;
    base::Result<cluster::NodeFacts> refresh(const QString &node, const QStringList &peers,
                                             std::stop_token stop) override;

private:
    struct Node
    {
        std::optional<QByteArray> bytes;
        bool isReachable = true;
        std::unique_ptr<test::FakeConnection> connection;
    };

    mutable std::mutex m_mutex;
    QString m_path;
    std::map<QString, Node> m_nodes;
    std::atomic<int> m_reads = 0;
};

/// The seed's cluster of two nodes, as a file.
QByteArray seedConf();
/// A cluster.conf of @p nodes nodes and @p vms virtual machines, as a program writes it.
QByteArray largeConf(int nodes, int vms);
/// A deployer that plans one step a target, and puts the bytes into @p cluster.
Deployer fakeDeployer(const std::shared_ptr<FakeCluster> &cluster);

} // namespace colonnade::gui
