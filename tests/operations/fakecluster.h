// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cluster/monitor.h"
#include "operations/migration.h"
#include "operations/testnode.h"

#include <future>
#include <mutex>

namespace colonnade::test {

/// Two nodes, xenhost1 and xenhost2, and a guest web1 (160 MiB) on the first. `xl list` shows what
/// the test or a migration says; what `xl migrate` does is a script of the test's.
class FakeCluster final : public cluster::Nodes
{
public:
    FakeCluster();
    ~FakeCluster() override; ///< lets everything that waits go on, and waits for no one

    TestNode &source() { return m_source; }
    TestNode &target() { return m_target; }

    /// The rows that `xl list` of @p node shows after Domain-0, each "NAME ID MEM VCPUS STATE".
    void show(TestNode &node, const QByteArray &rows);

    /// What `xl migrate` does: POSIX sh, with these functions: show NODE ROW..., say LINE, wait_for
    /// FILE (given by give()), and happy, which is a whole successful migration that waits for
    /// "half" and "all".
    void behave(const QByteArray &script);
    void give(const QString &file);
    /// How often `xl migrate` was called.
    qsizetype migrations();

    /// Kills the job's processes, as a power cut does, and begins a new boot of the source.
    void cutPowerOfSource(const QString &planId);

    /// Changes what refresh() reads beyond the guests.
    void setFacts(const QString &node, const std::function<void(cluster::NodeFacts &)> &change);

    remote::Connection *connection(const QString &node) override;
    cluster::ClusterState state() const override;
    base::Result<cluster::NodeFacts> refresh(const QString &node, const QStringList &peers,
                                             std::stop_token stop) override;

private:
    void makeNode(TestNode &node);
    cluster::NodeFacts factsOf(const TestNode &node, const QByteArray &list) const;

    QTemporaryDir m_top;
    TestNode m_source;
    TestNode m_target;
    mutable std::mutex m_mutex;
    cluster::ClusterState m_state;
    QHash<QString, std::function<void(cluster::NodeFacts &)>> m_changes;
};

/// A migration that is carried out on another thread while the test meddles.
class Following
{
public:
    using Work = std::function<operations::MigrationResult(const operations::MigrationSink &,
                                                           std::stop_token)>;
    explicit Following(const Work &work);

    /// False: no progress fulfilled @p condition within twenty seconds.
    bool saw(const std::function<bool(const operations::MigrationProgress &)> &condition) const;
    bool saw(const QString &words) const;
    QList<operations::MigrationProgress> progress() const;
    void stop() { m_stop.request_stop(); }
    operations::MigrationResult result() { return m_result.get(); }

private:
    mutable std::mutex m_mutex;
    QList<operations::MigrationProgress> m_progress;
    std::stop_source m_stop;
    std::future<operations::MigrationResult> m_result;
};

} // namespace colonnade::test
