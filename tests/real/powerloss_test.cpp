// SPDX-License-Identifier: GPL-3.0-or-later
// A node loses power in the middle of a migration. What is told afterwards is what the nodes show.
#include "real/realtest.h"

namespace colonnade::real {
namespace {

class PowerLossTest : public RealTest
{
protected:
    void TearDown() override
    {
        RealTest::TearDown();
        if (!IsSkipped())
            removeEverywhere(
                mover()); // a leftover of the interrupted migration is no start for the next test
    }

    /// Starts a move from @p source, and when it is under way pulls the plug of @p victim and puts
    /// it back. Gives what colonnadectl said in the end.
    Ran moveAndLose(const Workstation &workstation, qsizetype source, qsizetype victim) const
    {
        const Node &target = node(1 - source);
        const std::unique_ptr<QProcess> move = workstation.start(
            QStringLiteral("colonnadectl"),
            {QStringLiteral("migrate"), mover().name, target.name, QStringLiteral("--yes")});
        EXPECT_TRUE(underWay(*move, mover(), target));
        fault(node(victim), "powerOff");
        fault(node(victim), "powerOn");
        const bool ended = move->waitForFinished(int(std::chrono::milliseconds(MoveLimit).count()));
        EXPECT_TRUE(ended) << "still not ended";
        return {ended ? move->exitCode() : -1, move->readAllStandardOutput(),
                move->readAllStandardError()};
    }
};

TEST_F(PowerLossTest, ofTheTargetLeavesTheGuestAtTheSource)
{
    const Workstation workstation(nodes());
    const qsizetype source = home(mover());
    const Counter counter(node(source), mover());
    const Ran told = moveAndLose(workstation, source, 1 - source);

    EXPECT_EQ(told.status, 1) << told.out.toStdString() << told.err.toStdString();
    EXPECT_EQ(home(mover()), source);
    EXPECT_EQ(workstation.outcomes(), QStringList{QStringLiteral("stayed")})
        << told.err.toStdString();
    EXPECT_EQ(backwardStep(counter.numbers()), QByteArray());
}

/// The half guest at the target goes when sshd there learns from the rebooted source that nobody is
/// at the other end, which may be before or after the end is told.
TEST_F(PowerLossTest, ofTheSourceEndsTheGuestAndWhatIsLeftIsToldAndNotTouched)
{
    const Workstation workstation(nodes());
    const qsizetype source = home(mover());
    const QString half = mover().name + QStringLiteral("--incoming");
    const Ran told = moveAndLose(workstation, source, source);

    EXPECT_EQ(told.status, 1) << told.out.toStdString() << told.err.toStdString();
    EXPECT_EQ(domains(node(source), mover()), QStringList());
    const QStringList left = domains(node(1 - source), mover());
    EXPECT_THAT(left, testing::AnyOf(QStringList(), QStringList{half}));
    const bool halfIsTold = told.err.contains(half.toUtf8());
    EXPECT_TRUE(halfIsTold || told.err.contains("runs neither on")) << told.err.toStdString();
    EXPECT_TRUE(halfIsTold || left.isEmpty()) << told.err.toStdString();
    EXPECT_THAT(workstation.outcomes(), testing::ElementsAre(testing::AnyOf(
                                            QStringLiteral("undefined"), QStringLiteral("lost"))));
}

} // namespace
} // namespace colonnade::real
