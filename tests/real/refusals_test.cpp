// SPDX-License-Identifier: GPL-3.0-or-later
// What cannot work is refused beforehand, with the reason, and nothing is touched.
#include "real/realtest.h"

namespace colonnade::real {
namespace {

constexpr int RefusedStatus = 3;

class RefusalsTest : public RealTest
{
protected:
    void TearDown() override
    {
        RealTest::TearDown();
        for (const Guest &guest : std::as_const(m_started))
            removeEverywhere(guest);
    }

    void start(const Guest &guest, const Node &node)
    {
        m_started.append(guest);
        create(guest, node);
    }

    /// Asks for a move of @p guest from the first node to the second; the answer has to be no, with
    /// @p words in it.
    void expectRefused(const Guest &guest, const QStringList &words) const
    {
        const Workstation workstation(nodes());
        ASSERT_TRUE(workstation.problem().isEmpty()) << workstation.problem().toStdString();
        const Ran answer = workstation.colonnadectl(
            {QStringLiteral("migrate"), guest.name, node(1).name, QStringLiteral("--yes")});
        EXPECT_EQ(answer.status, RefusedStatus) << answer.out.toStdString();
        for (const QString &word : words)
            EXPECT_TRUE(answer.err.contains(word.toUtf8()))
                << word.toStdString() << " in: " << answer.err.toStdString();
        EXPECT_EQ(home(guest), 0);
        EXPECT_EQ(domains(node(1), guest), QStringList());
    }

private:
    QList<Guest> m_started;
};

TEST_F(RefusalsTest, aNodeWithoutTheMemory)
{
    start(guest("big"), node(0));
    start(guest("filler"), node(1));
    expectRefused(guest("big"), {guest("big").name, node(1).name, QStringLiteral("memory"),
                                 QStringLiteral("MiB")});
}

TEST_F(RefusalsTest, aNodeWithoutTheBridge)
{
    start(guest("noBridge"), node(0));
    expectRefused(guest("noBridge"),
                  {guest("noBridge").name, node(1).name, QStringLiteral("bridge")});
}

TEST_F(RefusalsTest, aNodeWithoutTheDisk)
{
    start(guest("noDisk"), node(0));
    expectRefused(guest("noDisk"), {guest("noDisk").name, node(1).name, QStringLiteral("/dev/")});
}

} // namespace
} // namespace colonnade::real
