// SPDX-License-Identifier: GPL-3.0-or-later
// A migration outlives who asked for it: killed programs and cut connections end in the truth.
#include "real/proxy.h"
#include "real/realtest.h"

namespace colonnade::real {
namespace {

class SurvivalTest : public RealTest
{
protected:
    std::unique_ptr<QProcess> startMove(const Workstation &workstation, const Node &target) const
    {
        return workstation.start(
            QStringLiteral("colonnadectl"),
            {QStringLiteral("migrate"), mover().name, target.name, QStringLiteral("--yes")});
    }

    /// Follows @p move to its end, which has to be the truth: the guest at @p target, and nothing
    /// else of it.
    void expectArrival(QProcess &move, qsizetype target) const
    {
        ASSERT_TRUE(move.waitForFinished(int(std::chrono::milliseconds(MoveLimit).count())))
            << "still not ended; it printed: " << move.readAllStandardError().toStdString();
        EXPECT_EQ(move.exitCode(), 0) << move.readAllStandardOutput().toStdString()
                                      << move.readAllStandardError().toStdString();
        EXPECT_EQ(home(mover()), target);
    }

    /// A command that kills xl itself, by whatever path it was started, and not the shell around
    /// it; it fails where there is none.
    static QString killMigrationOf(const Guest &guest)
    {
        return QStringLiteral("for p in $(pgrep -x xl); do "
                              "tr '\\0' ' ' </proc/$p/cmdline | grep -q 'migrate %1 ' && "
                              "kill -KILL $p && killed=1; done; [ -n \"$killed\" ]")
            .arg(guest.name);
    }
};

TEST_F(SurvivalTest, aKilledColonnadectlIsGoneOnWith)
{
    const Workstation workstation(nodes());
    ASSERT_TRUE(workstation.problem().isEmpty()) << workstation.problem().toStdString();
    const qsizetype target = 1 - home(mover());
    const Counter counter(node(0), mover());

    const std::unique_ptr<QProcess> move = startMove(workstation, node(target));
    ASSERT_TRUE(underWay(*move, mover(), node(target)));
    move->kill(); // SIGKILL
    move->waitForFinished();

    const QList<Job> open = workstation.jobs();
    ASSERT_EQ(open.size(), 1);
    EXPECT_EQ(open[0].outcome, QString());
    const Ran resumed = workstation.colonnadectl(
        {QStringLiteral("jobs"), QStringLiteral("resume"), open[0].id}, MoveLimit);
    EXPECT_EQ(resumed.status, 0) << resumed.out.toStdString() << resumed.err.toStdString();
    EXPECT_EQ(home(mover()), target);
    EXPECT_EQ(workstation.outcomes(), QStringList{QStringLiteral("moved")});
    EXPECT_EQ(backwardStep(counter.numbers()), QByteArray());
}

TEST_F(SurvivalTest, aCutConnectionIsWaitedOut)
{
    Proxy first(node(0).host, node(0).port);
    Proxy second(node(1).host, node(1).port);
    const Workstation workstation(nodes(),
                                  {{node(0).name, first.port()}, {node(1).name, second.port()}});
    ASSERT_TRUE(workstation.problem().isEmpty()) << workstation.problem().toStdString();
    const qsizetype target = 1 - home(mover());
    const Counter counter(node(0), mover());

    const std::unique_ptr<QProcess> move = startMove(workstation, node(target));
    ASSERT_TRUE(underWay(*move, mover(), node(target)));
    ASSERT_GT(first.connections() + second.connections(), 1);
    first.cut();
    second.cut();
    // The migration goes on without us; the wire comes back only when it is over.
    ASSERT_TRUE(waitUntil([&] { return home(mover()) == target; }, MoveLimit));
    EXPECT_EQ(move->state(), QProcess::Running) << move->readAllStandardError().toStdString();
    first.mend();
    second.mend();

    expectArrival(*move, target);
    EXPECT_EQ(workstation.outcomes(), QStringList{QStringLiteral("moved")});
    EXPECT_EQ(backwardStep(counter.numbers()), QByteArray());
}

TEST_F(SurvivalTest, sessionsKilledOnTheSourceAreOpenedAgain)
{
    const Workstation workstation(nodes());
    const qsizetype source = home(mover());
    const std::unique_ptr<QProcess> move = startMove(workstation, node(1 - source));
    ASSERT_TRUE(underWay(*move, mover(), node(1 - source)));
    fault(node(source), "sessions");
    expectArrival(*move, 1 - source);
}

TEST_F(SurvivalTest, aKilledMigrationLeavesTheGuestWhereItWas)
{
    const Workstation workstation(nodes());
    const qsizetype source = home(mover());
    const Counter counter(node(0), mover());
    const std::unique_ptr<QProcess> move = startMove(workstation, node(1 - source));
    ASSERT_TRUE(underWay(*move, mover(), node(1 - source)));
    ASSERT_EQ(ssh(node(source), killMigrationOf(mover())).status, 0) << "nothing was killed";

    ASSERT_TRUE(move->waitForFinished(int(std::chrono::milliseconds(MoveLimit).count())));
    EXPECT_EQ(move->exitCode(), 1) << move->readAllStandardOutput().toStdString();
    EXPECT_TRUE(waitUntil([&] { return home(mover()) == source; }, std::chrono::seconds(60)));
    EXPECT_EQ(workstation.outcomes(), QStringList{QStringLiteral("stayed")});
    EXPECT_EQ(backwardStep(counter.numbers()), QByteArray());
}

} // namespace
} // namespace colonnade::real
