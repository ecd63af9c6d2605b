// SPDX-License-Identifier: GPL-3.0-or-later
// The window on a real cluster, with a real pointer.
#include "real/realtest.h"

#include <algorithm>

namespace colonnade::real {
namespace {

constexpr std::chrono::seconds PointerLimit{600};
constexpr std::chrono::seconds RollOutLimit{300}; // twenty on an idle machine

/// Puts the nodes' OCFS2 lists back, whatever became of a test.
class Ocfs2Keeper
{
public:
    explicit Ocfs2Keeper(const QList<Node> &nodes) : m_nodes(nodes)
    {
        onAll(QStringLiteral("cp -p /etc/ocfs2/cluster.conf /root/ocfs2-list"));
    }
    ~Ocfs2Keeper() { onAll(QStringLiteral("mv -f /root/ocfs2-list /etc/ocfs2/cluster.conf")); }
    Ocfs2Keeper(const Ocfs2Keeper &) = delete;
    Ocfs2Keeper &operator=(const Ocfs2Keeper &) = delete;

private:
    void onAll(const QString &command) const
    {
        for (const Node &each : m_nodes)
            ssh(each, command);
    }

    QList<Node> m_nodes;
};

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

    /// Adds a node to the OCFS2 list, or removes it, and rolls the list out.
    Ran ocfs2(const QProcess &window, const char *action, const QStringList &more = {}) const
    {
        return pointer(window,
                       QStringList{QString::fromLatin1(action), QStringLiteral("--ocfs2-node"),
                                   QStringLiteral("xenhost3")}
                           + more);
    }
    QByteArrayList ocfs2Lists() const
    {
        QByteArrayList lists;
        for (const Node &each : nodes())
            lists.append(ssh(each, QStringLiteral("cat /etc/ocfs2/cluster.conf")).out);
        return lists;
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

TEST_F(WindowTest, aThirdOcfs2NodeComesAndGoes)
{
    const QByteArrayList before = ocfs2Lists();
    ASSERT_EQ(before[0], before[1]);
    ASSERT_FALSE(before[0].isEmpty());
    const Ocfs2Keeper keeper(nodes());
    const Workstation workstation(nodes());
    ASSERT_TRUE(workstation.problem().isEmpty()) << workstation.problem().toStdString();
    const std::unique_ptr<QProcess> window = workstation.start(QStringLiteral("colonnade"), {});

    const Ran added =
        ocfs2(*window, "add", {QStringLiteral("--address"), QStringLiteral("10.9.9.3")});
    ASSERT_EQ(added.status, 0) << added.err.toStdString();
    const auto isThere = [](const QByteArray &list) { return list.contains("xenhost3"); };
    ASSERT_TRUE(
        waitUntil([&] { return std::ranges::all_of(ocfs2Lists(), isThere); }, RollOutLimit));
    for (const Node &each : nodes()) {
        const Ran read = ssh(each, QStringLiteral("o2cb list-nodes \"$(o2cb list-clusters)\""));
        EXPECT_TRUE(read.out.contains("xenhost3"))
            << read.out.toStdString() << read.err.toStdString();
    }

    const Ran removed = ocfs2(*window, "remove");
    ASSERT_EQ(removed.status, 0) << removed.err.toStdString();
    EXPECT_TRUE(waitUntil([&] { return ocfs2Lists() == before; }, RollOutLimit))
        << ocfs2Lists()[0].toStdString();
    for (const Node &each : nodes()) {
        const Ran left = ssh(each, QStringLiteral("ls -A /etc/ocfs2 | grep -v '^cluster.conf'"));
        EXPECT_FALSE(left.out.contains("new")) << left.out.toStdString();
    }
}

} // namespace
} // namespace colonnade::real
