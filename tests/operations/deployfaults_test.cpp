// SPDX-License-Identifier: GPL-3.0-or-later
#include "operations/deploycluster.h"

#include <gtest/gtest.h>

#include <QRandomGenerator>
#include <QTemporaryDir>

#include <atomic>
#include <cstdlib>

using namespace Qt::StringLiterals;

namespace colonnade::operations {
namespace {

using test::DeployCluster;
using Fault = DeployCluster::Fault;
using namespace std::chrono_literals;

QByteArray nodeList(int nodes)
{
    QByteArray text;
    for (int i = 1; i <= nodes; ++i)
        text += "node:\n\tip_port = 7777\n\tip_address = 10.0.0." + QByteArray::number(i)
                + "\n\tnumber = " + QByteArray::number(i) + "\n\tname = node"
                + QByteArray::number(i) + "\n\tcluster = ocfs2\n\n";
    return text + "cluster:\n\tnode_count = " + QByteArray::number(nodes) + "\n\tname = ocfs2\n";
}

QByteArray clusterConf(int version)
{
    return "<cluster name='test' config_version=\"" + QByteArray::number(version)
           + "\">\n    <rm/>\n</cluster>\n";
}

/// What is rolled out.
enum class File { Ocfs2, Cman2, Cman3 };

QByteArray bytesOf(File file, int version)
{
    return file == File::Ocfs2 ? nodeList(version) : clusterConf(version);
}

/// One roll-out over some nodes, what becomes of it, and what a person does then.
class RollOut
{
public:
    explicit RollOut(int nodes, File file = File::Ocfs2)
        : m_old(bytesOf(file, 3)),
          m_new(bytesOf(file, 4)),
          m_cluster(nodes,
                    file == File::Ocfs2 ? u"/etc/ocfs2/cluster.conf"_s
                                        : u"/etc/cluster/cluster.conf"_s,
                    m_old)
    {
        if (file != File::Ocfs2)
            m_cluster.startCman(file == File::Cman2 ? "2.03.09" : "3.1.8", 3);
    }

    DeployCluster &cluster() { return m_cluster; }

    /// Carries it out, and then, as long as the plan is open, what @p wish says.
    DeployResult carryOut(DeployDirection wish)
    {
        const auto plan = planDeployment(m_cluster.state(), m_cluster.request(m_new));
        EXPECT_TRUE(plan) << qPrintable(plan.error().message);
        const DeployOptions options{1ms, 20ms, 20ms};
        Journal journal(m_folder.path());
        DeployResult result = runDeployment(m_cluster, journal, *plan, {}, {}, options);
        for (int i = 0; i < 3 && result.outcome == DeployOutcome::Unknown; ++i) {
            m_cluster.revive();
            Journal next(m_folder.path());
            // What may run already is not taken back.
            const DeployDirection way = i < 2 ? wish : DeployDirection::Finish;
            result = resumeDeployment(m_cluster, next, plan->id, way, {}, {}, options);
        }
        m_cluster.revive();
        return result;
    }

    /// That all nodes but those that @p foreign names hold the same, which is what the result says,
    /// and that nothing is left.
    ::testing::AssertionResult isWhole(const DeployResult &result, const QString &foreign)
    {
        const bool isNew =
            result.outcome == DeployOutcome::Deployed || result.outcome == DeployOutcome::Inactive;
        const bool isOld =
            result.outcome == DeployOutcome::Refused || result.outcome == DeployOutcome::RolledBack;
        // A file that was changed behind our back after it had been exchanged is told as that.
        const bool isTold = result.outcome == DeployOutcome::Mixed && !foreign.isEmpty();
        if (!isNew && !isOld && !isTold)
            return problem(result, u"is neither"_s);
        for (std::size_t i = 0; i < m_cluster.size(); ++i) {
            const QByteArray bytes = m_cluster.fileOf(i);
            const bool isForeign =
                bytes == DeployCluster::ForeignBytes && m_cluster.node(i).name() == foreign;
            if (isNew && bytes != m_new)
                return problem(result, u"node%1 has not the new bytes"_s.arg(i + 1));
            if (isOld && bytes != m_old && !isForeign)
                return problem(result, u"node%1 has not the old bytes"_s.arg(i + 1));
            if (isTold && !isForeign && bytes != m_old && bytes != m_new)
                return problem(result, u"node%1 has neither"_s.arg(i + 1));
            for (const QString &name : m_cluster.folderOf(i)) {
                const bool isFile = name == u"cluster.conf";
                // The old file stays beside a new one, and beside one that somebody wrote over it.
                const bool isBackup = name.startsWith(u"cluster.conf.deploy-");
                if (!isFile && !(isBackup && (isNew || isForeign || isTold)))
                    return problem(result, u"node%1 has %2"_s.arg(i + 1).arg(name));
            }
        }
        return ::testing::AssertionSuccess();
    }

private:
    static ::testing::AssertionResult problem(const DeployResult &result, const QString &what)
    {
        return ::testing::AssertionFailure() << qPrintable(
                   what + u": "_s + outcomeName(result.outcome) + u", "_s + result.sentence);
    }

    QByteArray m_old;
    QByteArray m_new;
    DeployCluster m_cluster;
    QTemporaryDir m_folder;
};

/// How many commands an undisturbed roll-out has on @p nodes nodes.
int commandsOf(int nodes, File file)
{
    RollOut run(nodes, file);
    const DeployResult result = run.carryOut(DeployDirection::Finish);
    EXPECT_EQ(result.outcome, DeployOutcome::Deployed) << qPrintable(result.sentence);
    EXPECT_TRUE(run.isWhole(result, {}));
    return run.cluster().commands();
}

const char *nameOf(Fault fault)
{
    switch (fault) {
    case Fault::None:
        return "None";
    case Fault::LostBefore:
        return "LostBefore";
    case Fault::LostAfter:
        return "LostAfter";
    case Fault::Silent:
        return "Silent";
    case Fault::DiskFull:
        return "DiskFull";
    case Fault::Foreign:
        return "Foreign";
    case Fault::Died:
        return "Died";
    }
    return "";
}

struct Matrix
{
    int nodes;
    File file;
    int stride; ///< each how many-th of the runs is made
};

class DeployFaultsTest : public testing::TestWithParam<Matrix>
{
};

/// Every fault at every command of every node, and both ways out. To many nodes some of them,
/// others each time; with COLONNADE_SOAK all.
TEST_P(DeployFaultsTest, everyFaultAtEveryStep)
{
    const auto [nodes, file, usualStride] = GetParam();
    const int commands = commandsOf(nodes, file);
    const int stride = qEnvironmentVariableIsSet("COLONNADE_SOAK") ? 1 : usualStride;
    int next = QRandomGenerator::global()->bounded(stride);
    int runs = 0;
    for (const Fault fault : {Fault::LostBefore, Fault::LostAfter, Fault::Silent, Fault::DiskFull,
                              Fault::Foreign, Fault::Died}) {
        for (const DeployDirection wish : {DeployDirection::Finish, DeployDirection::TakeBack}) {
            for (int at = 0; at < commands; ++at) {
                if (next-- > 0)
                    continue;
                next = stride - 1;
                RollOut run(nodes, file);
                QString foreign;
                run.cluster().meddle([&](const QString &node, int count) {
                    if (count != at)
                        return Fault::None;
                    if (fault == Fault::Foreign)
                        foreign = node;
                    return fault;
                });
                const DeployResult result = run.carryOut(wish);
                ASSERT_TRUE(run.isWhole(result, foreign))
                    << nameOf(fault) << " at command " << at << " of " << commands << ", "
                    << (wish == DeployDirection::Finish ? "finish" : "take back");
                ++runs;
            }
        }
    }
    std::printf("%d roll-outs to %d nodes\n", runs, nodes);
}

std::string nameOfMatrix(const testing::TestParamInfo<Matrix> &info)
{
    const char *const names[] = {"ocfs2n", "cman2n", "cman3n"};
    return names[static_cast<std::size_t>(info.param.file)] + std::to_string(info.param.nodes);
}

INSTANTIATE_TEST_SUITE_P(nodes, DeployFaultsTest,
                         testing::Values(Matrix{2, File::Ocfs2, 2}, Matrix{3, File::Ocfs2, 4},
                                         Matrix{8, File::Ocfs2, 24}, Matrix{2, File::Cman2, 6},
                                         Matrix{2, File::Cman3, 6}, Matrix{3, File::Cman3, 9}),
                         nameOfMatrix);

/// Several faults in one roll-out. COLONNADE_SOAK says how many (60), and
/// COLONNADE_SEED which.
TEST(DeploySoakTest, faultsAtRandom)
{
    const int runs = qEnvironmentVariable("COLONNADE_SOAK", u"60"_s).toInt();
    const uint seed = qEnvironmentVariableIsSet("COLONNADE_SEED")
                          ? qEnvironmentVariable("COLONNADE_SEED").toUInt()
                          : QRandomGenerator::global()->generate();
    QRandomGenerator random(seed);
    for (int i = 0; i < runs; ++i) {
        const int nodes = 2 + random.bounded(3);
        RollOut run(nodes, static_cast<File>(random.bounded(3)));
        QString foreign;
        std::mutex mutex;
        run.cluster().meddle([&](const QString &node, int) {
            const std::lock_guard lock(mutex);
            const int what = random.bounded(60);
            if (what == 0 && (foreign.isEmpty() || foreign == node)) {
                foreign = node;
                return Fault::Foreign;
            }
            switch (what) {
            case 1:
            case 2:
                return Fault::LostBefore;
            case 3:
            case 4:
                return Fault::LostAfter;
            case 5:
                return Fault::Silent;
            case 6:
                return Fault::DiskFull;
            case 7:
                return Fault::Died;
            default:
                return Fault::None;
            }
        });
        const DeployResult result =
            run.carryOut(random.bounded(2) ? DeployDirection::Finish : DeployDirection::TakeBack);
        ASSERT_TRUE(run.isWhole(result, foreign)) << "run " << i << " of seed " << seed;
    }
}

} // namespace
} // namespace colonnade::operations
