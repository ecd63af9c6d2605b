// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "operations/fakecluster.h"
#include "operations/migration.h"

#include <gmock/gmock.h>

namespace colonnade::operations {

/// The plan to move web1 from xenhost1 to xenhost2 of a FakeCluster, and an empty journal.
class MigrationTest : public testing::Test
{
protected:
    MigrationTest()
    {
        m_options.pollInterval = std::chrono::milliseconds(10);
        m_options.settleLimit = std::chrono::milliseconds(200);
        m_options.unreachableLimit = std::chrono::seconds(60);
        const base::Result<Plan> plan =
            planMigration(m_cluster.state(), QStringLiteral("web1"), QStringLiteral("xenhost1"),
                          QStringLiteral("xenhost2"));
        if (plan)
            m_plan = *plan;
        else
            ADD_FAILURE() << plan.error().message.toStdString();
    }

    std::unique_ptr<test::Following> begin()
    {
        return std::make_unique<test::Following>(
            [this](const MigrationSink &sink, std::stop_token stop) {
                return runMigration(m_cluster, m_journal, m_plan, sink, stop, m_options);
            });
    }

    std::unique_ptr<test::Following> resume()
    {
        return std::make_unique<test::Following>(
            [this](const MigrationSink &sink, std::stop_token stop) {
                return resumeMigration(m_cluster, m_journal, m_plan.id, sink, stop, m_options);
            });
    }

    /// The whole of it, with nothing to wait for.
    MigrationResult run()
    {
        m_cluster.give(QStringLiteral("half"));
        m_cluster.give(QStringLiteral("all"));
        return begin()->result();
    }

    /// What an earlier process wrote before it was killed.
    void journalUpTo(const QStringList &stages)
    {
        auto record = m_journal.begin(m_plan);
        ASSERT_TRUE(record);
        for (const QString &stage : stages)
            ASSERT_TRUE((*record)->stage(stage, {{QStringLiteral("memoryMiB"), 160}}));
    }

    bool folderExists() { return m_cluster.source().exists(test::TestNode::jobPath(m_plan.id)); }
    JournalEntry entry() { return m_journal.entry(m_plan.id).value_or(JournalEntry{}); }

    test::FakeCluster m_cluster;
    QTemporaryDir m_data;
    Journal m_journal{m_data.path() + QStringLiteral("/journal")};
    MigrationOptions m_options;
    Plan m_plan;
};

} // namespace colonnade::operations
