// SPDX-License-Identifier: GPL-3.0-or-later
// The window on a real cluster, with a real pointer.
#include "real/realtest.h"

namespace colonnade::real {
namespace {

constexpr std::chrono::seconds PointerLimit{600};

class WindowTest : public RealTest
{
protected:
    void SetUp() override
    {
        RealTest::SetUp();
        if (!IsSkipped() && qEnvironmentVariableIsEmpty("DISPLAY"))
            GTEST_SKIP() << "there is no display for a pointer to be on";
    }

    /// Drags the card of the guest that moves from @p source to the other node's column, and
    /// confirms.
    Ran drag(const QProcess &window, qsizetype source) const
    {
        return pointer(window, {QStringLiteral("drag"), QStringLiteral("--from"), node(source).name,
                                QStringLiteral("--to"), node(1 - source).name});
    }

    /// Waits until the window shows the guest in the column of @p place.
    Ran look(const QProcess &window, qsizetype place) const
    {
        return pointer(window, {QStringLiteral("look"), QStringLiteral("--to"), node(place).name});
    }

    /// The window has been told to move the guest from @p source: it arrives, and the window and
    /// the journal say so.
    void expectArrival(const QProcess &window, const Workstation &workstation,
                       qsizetype source) const
    {
        QStringList outcomes;
        waitUntil(
            [&] {
                outcomes = workstation.outcomes();
                return !outcomes.isEmpty() && !outcomes.contains(QString());
            },
            MoveLimit);
        ASSERT_EQ(outcomes, QStringList{QStringLiteral("moved")});
        EXPECT_EQ(home(mover()), 1 - source);
        const Ran shown = look(window, 1 - source);
        EXPECT_EQ(shown.status, 0) << shown.err.toStdString();
    }

private:
    Ran pointer(const QProcess &window, const QStringList &arguments) const
    {
        const QString program = QStringLiteral(COLONNADE_SOURCE_DIR "/tests/real/pointer");
        return runProgram(
            program,
            arguments
                + QStringList{QStringLiteral("--window"), QString::number(window.processId()),
                              QStringLiteral("--guest"), mover().name,
                              QStringLiteral("--screenshots"), QStringLiteral("screenshots")},
            PointerLimit);
    }
};

TEST_F(WindowTest, aDragMovesTheGuest)
{
    const Workstation workstation(nodes());
    ASSERT_TRUE(workstation.problem().isEmpty()) << workstation.problem().toStdString();
    const qsizetype source = home(mover());
    const Counter counter(node(0), mover());
    const std::unique_ptr<QProcess> window = workstation.start(QStringLiteral("colonnade"), {});

    const Ran dragged = drag(*window, source);
    ASSERT_EQ(dragged.status, 0) << dragged.err.toStdString();
    expectArrival(*window, workstation, source);
    EXPECT_EQ(backwardStep(counter.numbers()), QByteArray());
}

TEST_F(WindowTest, aKilledWindowIsStartedAgainAndGoesOn)
{
    const Workstation workstation(nodes());
    ASSERT_TRUE(workstation.problem().isEmpty()) << workstation.problem().toStdString();
    const qsizetype source = home(mover());
    const Counter counter(node(0), mover());
    std::unique_ptr<QProcess> window = workstation.start(QStringLiteral("colonnade"), {});

    const Ran dragged = drag(*window, source);
    ASSERT_EQ(dragged.status, 0) << dragged.err.toStdString();
    ASSERT_TRUE(underWay(*window, mover(), node(1 - source)));
    window->kill(); // SIGKILL
    ASSERT_TRUE(window->waitForFinished());
    EXPECT_EQ(workstation.outcomes(), QStringList{QString()});

    window = workstation.start(QStringLiteral("colonnade"), {});
    expectArrival(*window, workstation, source);
    EXPECT_EQ(backwardStep(counter.numbers()), QByteArray());
}

} // namespace
} // namespace colonnade::real
