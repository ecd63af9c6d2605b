// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "operations/deployment.h"
#include "operations/testnode.h"

#include <functional>
#include <memory>
#include <mutex>
#include <vector>

namespace colonnade::test {

/// Nodes node1, node2, ... as folders, all with the same file, for roll-outs. Each command that
/// reaches a node may be disturbed.
class DeployCluster final : public cluster::Nodes
{
public:
    /// What happens to a command.
    enum class Fault {
        None,
        LostBefore, ///< the connection is cut before the command reaches the node
        LostAfter,  ///< it is carried out, and its answer is lost
        Silent,     ///< the node answers nothing from then on, and does nothing
        DiskFull,   ///< the node can write nothing from then on
        Foreign,    ///< somebody writes the file on the node, then the command is carried out
        Died,       ///< it is carried out; our process is gone before it knows
    };
    /// Asked before each command. @p count: how many came before it, on any node.
    using Meddler = std::function<Fault(const QString &node, int count)>;
    /// The same for a test that looks at the command.
    using Watcher = std::function<Fault(const QString &node, const remote::Command &command)>;

    DeployCluster(int count, QString path, QByteArray bytes);

    void meddle(Meddler meddler);
    void watch(Watcher watcher);
    /// How many commands came so far.
    int commands() const;
    /// Whether Fault::Died came: then no command is carried out any more, until revive().
    bool isDead() const;
    /// Another process begins: connections work, disks have room.
    void revive();

    TestNode &node(std::size_t index) { return *m_nodes[index]; }
    std::size_t size() const { return m_nodes.size(); }
    QByteArray fileOf(std::size_t index) const;
    /// The names in the file's folder of a node.
    QStringList folderOf(std::size_t index) const;
    /// Puts a program into the PATH of every node: a script of sh.
    void install(const QString &program, const QByteArray &script);

    /// Lets cman run version @p version on all nodes but @p stopped. In a node's folder then are
    /// `running`, the version, and `activations`, what it was told. A file `refuse` makes it say
    /// no, and one called `flags` holds more flags of its status.
    void startCman(const QByteArray &generation, int version, const QStringList &stopped = {});

    operations::DeployRequest request(const QByteArray &bytes) const;

    remote::Connection *connection(const QString &node) override;
    /// What a probe would say of the nodes: connected, with the file's hash and its version.
    cluster::ClusterState state() const override;
    base::Result<cluster::NodeFacts> refresh(const QString &node, const QStringList &peers,
                                             std::stop_token stop) override;

    static const QByteArray ForeignBytes;

private:
    base::Result<remote::Output> carryOut(std::size_t index, const Call &call);
    Fault faultOf(const QString &node, const remote::Command &command);
    void fillDisk(std::size_t index);

    QTemporaryDir m_top;
    QString m_path;
    QByteArray m_bytes;
    std::vector<std::unique_ptr<TestNode>> m_nodes;
    mutable std::mutex m_mutex;
    Meddler m_meddler;
    Watcher m_watcher;
    int m_commands = 0;
    bool m_dead = false;
    QStringList m_silent;
};

} // namespace colonnade::test
