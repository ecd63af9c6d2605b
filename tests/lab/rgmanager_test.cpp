// SPDX-License-Identifier: GPL-3.0-or-later
#include "lab/labtest.h"

#include "toolstack/clustersuite.h"

#include <gmock/gmock.h>

#include <csignal>

namespace colonnade::lab {
namespace {

QString word(const char *text)
{
    return QString::fromLatin1(text);
}

class RgmanagerTest : public testing::Test
{
protected:
    RgmanagerTest()
    {
        Options options;
        options.nodes = 3;
        options.rgmanager = true;
        options.migrationTime = std::chrono::milliseconds(800);
        m_lab = startLab(options);
    }

    Ran move(const char *arguments, int node = 0)
    {
        return run(*m_lab, node, word("clusvcadm %1").arg(word(arguments)));
    }

    toolstack::ClusterStatus status(int node = 0)
    {
        const auto answer = toolstack::parseClustat(run(*m_lab, node, word("clustat -x")).out);
        EXPECT_TRUE(answer);
        return answer.value_or(toolstack::ClusterStatus{});
    }

    toolstack::Group group(const char *name)
    {
        for (const toolstack::Group &each : status().groups) {
            if (each.name == word(name))
                return each;
        }
        return {};
    }

    std::unique_ptr<Lab> m_lab;
};

TEST_F(RgmanagerTest, clustatTellsMembersAndGroups)
{
    const toolstack::ClusterStatus seen = status(1);
    EXPECT_TRUE(seen.quorate);
    EXPECT_TRUE(seen.rgmanagerAnswered);
    ASSERT_EQ(seen.members.size(), 3);
    EXPECT_TRUE(seen.members[1].local);
    EXPECT_TRUE(seen.members[2].rgmanager);
    EXPECT_EQ(group("vm:db1").owner, word("xenhost1"));
    EXPECT_EQ(group("vm:db1").state, 112);
}

TEST_F(RgmanagerTest, cmanToolIsReadByTheToolstack)
{
    const auto cman = toolstack::parseCmanStatus(run(*m_lab, 2, word("cman_tool status")).out);
    ASSERT_TRUE(cman);
    EXPECT_EQ(cman->nodeName, word("xenhost3"));
    EXPECT_EQ(cman->expectedVotes, 3);
    EXPECT_TRUE(cman->quorate);
    const auto table = toolstack::parseCmanNodes(run(*m_lab, 0, word("cman_tool nodes")).out);
    ASSERT_TRUE(table);
    ASSERT_EQ(table->size(), 3);
    EXPECT_EQ(table->at(2).name, word("xenhost3"));
}

TEST_F(RgmanagerTest, withoutMajorityThereIsNoQuorum)
{
    ASSERT_TRUE(m_lab->powerOff(word("xenhost2")));
    EXPECT_TRUE(status().quorate);
    ASSERT_TRUE(m_lab->powerOff(word("xenhost3")));
    EXPECT_FALSE(status().quorate);
    const auto cman = toolstack::parseCmanStatus(run(*m_lab, 0, word("cman_tool status")).out);
    ASSERT_TRUE(cman);
    EXPECT_FALSE(cman->quorate);
}

TEST_F(RgmanagerTest, migratesFromAnyMember)
{
    const Ran ran = move("-M vm:db1 -m xenhost2", 2);
    EXPECT_EQ(ran.status, 0);
    EXPECT_EQ(ran.out.toStdString(), "Trying to migrate vm:db1 to xenhost2...Success\n");
    EXPECT_EQ(group("vm:db1").owner, word("xenhost2"));
    EXPECT_EQ(group("vm:db1").lastOwner, word("xenhost1"));
    EXPECT_TRUE(m_lab->domains(word("xenhost2")).contains(word("db1")));
    EXPECT_FALSE(m_lab->domains(word("xenhost1")).contains(word("db1")));
}

TEST_F(RgmanagerTest, killingTheClientStopsNothing)
{
    const auto client = begin(*m_lab, 0, word("exec clusvcadm -M vm:db1 -m xenhost2"));
    EXPECT_TRUE(eventually([this] { return group("vm:db1").state == 120; }));
    client->signal(SIGKILL);
    finish(*client);
    EXPECT_TRUE(eventually([this] { return group("vm:db1").owner == word("xenhost2"); }));
    EXPECT_EQ(group("vm:db1").state, 112);
}

TEST_F(RgmanagerTest, actsOnTheClosestMatch)
{
    const Ran ran = move("-M vm:db1 -m HOST2");
    EXPECT_EQ(ran.status, 0);
    EXPECT_EQ(ran.out.toStdString(), "'HOST2' not in membership list\nClosest match: 'xenhost2'\n"
                                     "Trying to migrate vm:db1 to xenhost2...Success\n");
}

TEST_F(RgmanagerTest, refusals)
{
    const auto expect = [this](const char *arguments, int exitStatus, const char *text) {
        const Ran ran = move(arguments);
        EXPECT_EQ(ran.status, exitStatus) << arguments;
        EXPECT_THAT(ran.out.toStdString(), testing::HasSubstr(text)) << arguments;
    };
    expect("-M vm:db1", 1, "Migration requires a target cluster member");
    expect("-M vm:db1 -m host", 1, "More than one possible match for 'host' found");
    expect("-M vm:db1 -m nosuch", 1, "No matches for 'nosuch' found");
    expect("-M db1 -m xenhost2", 252,
           "Trying to migrate service:db1 to xenhost2...Service does not exist");
    expect("-M vm:web1 -m xenhost2", 252, "Service does not exist");
    expect("-M vm:db1 -m xenhost1", 0, "Success");                    // already there
    expect("-M vm:db1 -m xenhost3", 249, "violates dependency rule"); // FD is restricted
    ASSERT_TRUE(m_lab->powerOff(word("xenhost2")));
    expect("-M vm:db1 -m xenhost2", 1, "'xenhost2' is offline");
}

TEST_F(RgmanagerTest, failureLeavesItOnTheOriginalOwner)
{
    run(*m_lab, 1, word("rm $COLONNADE_ROOT/dev/vgshared/db1"));
    EXPECT_EQ(move("-M vm:db1 -m xenhost2").status, 239);
    EXPECT_EQ(group("vm:db1").owner, word("xenhost1"));
    EXPECT_EQ(group("vm:db1").state, 112);
}

} // namespace
} // namespace colonnade::lab
