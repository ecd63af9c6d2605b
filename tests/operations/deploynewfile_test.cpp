// SPDX-License-Identifier: GPL-3.0-or-later
// Roll-outs of a file that is on no node yet, disturbed at every command.
#include "operations/deploycluster.h"

#include <gtest/gtest.h>

#include <QFile>
#include <QRandomGenerator>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace colonnade::operations {
namespace {

using test::DeployCluster;
using Fault = DeployCluster::Fault;

const QString Path = u"/etc/xen/web1.cfg"_s;
const QByteArray New = "name = \"web1\"\nmemory = 160\n";

constexpr Fault Faults[] = {Fault::LostBefore, Fault::LostAfter, Fault::Silent,
                            Fault::DiskFull,   Fault::Foreign,   Fault::Died};

class NewFileRollOut
{
public:
    explicit NewFileRollOut(int nodes) : m_cluster(nodes, Path, New)
    {
        for (std::size_t i = 0; i < m_cluster.size(); ++i)
            QFile::remove(m_cluster.node(i).path(Path));
    }

    DeployCluster &cluster() { return m_cluster; }

    /// Carries it out, and then, as long as the plan is open, what @p wish says.
    DeployResult carryOut(DeployDirection wish)
    {
        DeployRequest request = m_cluster.request(New);
        for (DeployTarget &target : request.targets)
            target.expected = std::nullopt;
        const auto plan = planDeployment(m_cluster.state(), request);
        EXPECT_TRUE(plan) << qPrintable(plan.error().message);
        const DeployOptions options{1ms, 20ms, 20ms};
        Journal journal(m_folder.path());
        DeployResult result = runDeployment(m_cluster, journal, *plan, {}, {}, options);
        for (int i = 0; i < 3 && result.outcome == DeployOutcome::Unknown; ++i) {
            m_cluster.revive();
            Journal next(m_folder.path());
            result = resumeDeployment(m_cluster, next, plan->id, wish, {}, {}, options);
        }
        m_cluster.revive();
        return result;
    }

    /// All nodes but @p foreign, on which somebody else wrote, have the file or none has it.
    ::testing::AssertionResult isWhole(const DeployResult &result, const QString &foreign)
    {
        using Outcome = DeployOutcome;
        const bool isNew = result.outcome == Outcome::Deployed;
        const bool isOld =
            result.outcome == Outcome::Refused || result.outcome == Outcome::RolledBack;
        if (!isNew && !isOld && (result.outcome != Outcome::Mixed || foreign.isEmpty()))
            return problem(result, u"is neither"_s);
        for (std::size_t i = 0; i < m_cluster.size(); ++i) {
            const QStringList names = m_cluster.folderOf(i);
            const QString who = m_cluster.node(i).name();
            const bool isForeign =
                who == foreign && m_cluster.fileOf(i) == DeployCluster::ForeignBytes;
            if (!names.isEmpty() && names != QStringList{u"web1.cfg"_s})
                return problem(result, who + u" has "_s + names.join(u' '));
            if (isNew && m_cluster.fileOf(i) != New)
                return problem(result, who + u" has not the file"_s);
            if (isOld && !names.isEmpty() && !isForeign)
                return problem(result, who + u" has a file"_s);
        }
        return ::testing::AssertionSuccess();
    }

private:
    static ::testing::AssertionResult problem(const DeployResult &result, const QString &what)
    {
        return ::testing::AssertionFailure() << qPrintable(
                   what + u": "_s + outcomeName(result.outcome) + u", "_s + result.sentence);
    }

    DeployCluster m_cluster;
    QTemporaryDir m_folder;
};

class DeployNewFileTest : public testing::TestWithParam<int>
{
};

/// Every fault at every command of every node, and both ways out: with COLONNADE_SOAK all of them,
/// else some, others each time.
TEST_P(DeployNewFileTest, everyFaultAtEveryStep)
{
    NewFileRollOut undisturbed(GetParam());
    const DeployResult result = undisturbed.carryOut(DeployDirection::Finish);
    ASSERT_EQ(result.outcome, DeployOutcome::Deployed) << qPrintable(result.sentence);
    ASSERT_TRUE(undisturbed.isWhole(result, {}));
    const int commands = undisturbed.cluster().commands();
    const int stride = qEnvironmentVariableIsSet("COLONNADE_SOAK") ? 1 : 2 * GetParam();
    const int all = commands * int(std::size(Faults)) * 2;
    for (int i = QRandomGenerator::global()->bounded(stride); i < all; i += stride) {
        const int at = i % commands;
        const Fault fault = Faults[i / commands % std::size(Faults)];
        const bool finishes = i / commands >= int(std::size(Faults));
        NewFileRollOut run(GetParam());
        QString foreign;
        run.cluster().meddle([&](const QString &node, int count) {
            if (count == at && fault == Fault::Foreign)
                foreign = node;
            return count == at ? fault : Fault::None;
        });
        const DeployResult disturbed =
            run.carryOut(finishes ? DeployDirection::Finish : DeployDirection::TakeBack);
        ASSERT_TRUE(run.isWhole(disturbed, foreign))
            << "fault " << static_cast<int>(fault) << " at command " << at << " of " << commands
            << (finishes ? ", finish" : ", take back");
    }
    std::printf("%d roll-outs of a new file to %d nodes\n", (all + stride - 1) / stride,
                GetParam());
}

INSTANTIATE_TEST_SUITE_P(Nodes, DeployNewFileTest, testing::Values(2, 3, 8));

} // namespace
} // namespace colonnade::operations
