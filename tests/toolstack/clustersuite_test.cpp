// SPDX-License-Identifier: GPL-3.0-or-later
#include "toolstack/clustersuite.h"

#include <gmock/gmock.h>

namespace colonnade::toolstack {
namespace {

using namespace Qt::StringLiterals;

constexpr const char *Clustat = R"(<?xml version="1.0"?>
<clustat version="4.1.1">
  <cluster name="domup" id="26777" generation="12"/>
  <quorum quorate="1" groupmember="1"/>
  <nodes>
    <node name="saito.example.com" state="1" local="1" estranged="0" rgmanager="1" rgmanager_master="0" qdisk="0" nodeid="0x00000001"/>
    <node name="obeliks.example.com" state="0" local="0" estranged="0" rgmanager="0" rgmanager_master="0" qdisk="0" nodeid="0x00000002"/>
    <node name="/dev/qdisk" state="1" local="0" estranged="0" rgmanager="0" rgmanager_master="0" qdisk="1" nodeid="0x00000000"/>
  </nodes>
  <groups>
    <group name="vm:xendomU1" state="112" state_str="started" flags="0" flags_str="" owner="saito.example.com" last_owner="none" restarts="0" last_transition="1236942500" last_transition_str="Fri Mar 13 12:08:20 2009"/>
    <group name="vm:frozen" state="112" state_str="started" flags="1" flags_str="frozen" owner="saito.example.com" last_owner="none" restarts="0" last_transition="0" last_transition_str=""/>
    <group name="service:nfs" state="119" state_str="disabled" owner="none" last_owner="saito.example.com" restarts="0" last_transition="0" last_transition_str=""/>
  </groups>
</clustat>
)";

TEST(ParseClustat, readsMembersAndGroups)
{
    const auto status = parseClustat(Clustat);
    ASSERT_TRUE(status) << status.error().message.toStdString();
    EXPECT_EQ(status->clusterName, u"domup"_s);
    EXPECT_TRUE(status->quorate);
    EXPECT_TRUE(status->rgmanagerAnswered);
    ASSERT_EQ(status->members.size(), 2); // without the quorum disk
    EXPECT_EQ(status->members[0], (Member{u"saito.example.com"_s, 1, true, true, true}));
    EXPECT_EQ(status->members[1], (Member{u"obeliks.example.com"_s, 2, false, false, false}));
    ASSERT_EQ(status->groups.size(), 3);
    EXPECT_EQ(status->groups[0], (Group{u"vm:xendomU1"_s, 112, u"started"_s, u"saito.example.com"_s,
                                        u"none"_s, false}));
    EXPECT_TRUE(status->groups[1].frozen);
    EXPECT_EQ(status->groups[2].state, 119);
}

TEST(ParseClustat, noGroupsElementMeansThatRgmanagerDidNotAnswer)
{
    const auto status =
        parseClustat("Timed out waiting for a response from Resource Group Manager\n"
                     "<?xml version=\"1.0\"?>\n<clustat version=\"4.1.1\">\n"
                     "  <cluster name=\"a\" id=\"1\" generation=\"1\"/>\n"
                     "  <quorum quorate=\"0\" groupmember=\"0\"\n/>\n  <nodes/>\n</clustat>\n");
    ASSERT_TRUE(status) << status.error().message.toStdString();
    EXPECT_FALSE(status->quorate);
    EXPECT_FALSE(status->rgmanagerAnswered);
    const auto none = parseClustat("<clustat version=\"4.1.1\"><groups/></clustat>");
    ASSERT_TRUE(none);
    EXPECT_TRUE(none->rgmanagerAnswered);
}

TEST(ParseClustat, whatIsNoAnswerIsAnError)
{
    const QByteArray whole = Clustat;
    for (const QByteArray &text :
         {QByteArray(), QByteArray("Could not connect to CMAN: No such file or directory\n"),
          QByteArray("<?xml version=\"1.0\"?><other/>"), whole.left(whole.size() / 2),
          QByteArray("<clustat><cluster name=\"a&b\"/></clustat>"),
          QByteArray("<!DOCTYPE clustat [<!ENTITY a \"b\">]><clustat></clustat>")
              .prepend("<?xml version=\"1.0\"?>"),
          QByteArray("<clustat>").repeated(1000)})
        EXPECT_FALSE(parseClustat(text)) << text.left(80).constData();
}

constexpr const char *CmanStatusText =
    "Version: 6.1.0\nConfig Version: 1\nCluster Name: domnull\nCluster Id: 13368\n"
    "Cluster Member: Yes\nCluster Generation: 12\nMembership state: Cluster-Member\n"
    "Nodes: 2\nExpected votes: 1\nTotal votes: 2\nNode votes: 1\nQuorum: 1  \n"
    "Active subsystems: 8\nFlags: 2node Dirty \nPorts Bound: 0 11  \n"
    "Node name: node2.example.com\nNode ID: 2\nMulticast addresses: 239.192.52.108 \n"
    "Node addresses: 192.168.1.242 \n";

TEST(ParseCmanStatus, readsIt)
{
    const auto status = parseCmanStatus(CmanStatusText);
    ASSERT_TRUE(status);
    EXPECT_EQ(*status, (CmanStatus{u"domnull"_s, 1, u"node2.example.com"_s, true, false, 2, 1, 2}));
}

TEST(ParseCmanStatus, blockedActivityIsNoQuorum)
{
    const auto status = parseCmanStatus(
        QByteArray(CmanStatusText).replace("Quorum: 1  ", "Quorum: 2 Activity blocked"));
    ASSERT_TRUE(status);
    EXPECT_FALSE(status->quorate);
    const auto joining =
        parseCmanStatus(QByteArray(CmanStatusText).replace("Cluster-Member", "Joining"));
    ASSERT_TRUE(joining);
    EXPECT_FALSE(joining->quorate);
}

TEST(ParseCmanStatus, aConfigErrorSuspendsTheNode)
{
    const auto status =
        parseCmanStatus(QByteArray(CmanStatusText).replace("2node Dirty", "2node Error"));
    ASSERT_TRUE(status);
    EXPECT_TRUE(status->configError);
}

TEST(ParseCmanStatus, whatIsNoAnswerIsAnError)
{
    EXPECT_FALSE(parseCmanStatus(""));
    EXPECT_FALSE(parseCmanStatus("cman_tool: Cannot open connection to cman, is it running ?\n"));
}

TEST(ParseCmanNodes, readsTheTable)
{
    const auto nodes = parseCmanNodes("Node  Sts   Inc   Joined               Name\n"
                                      "   0   M      0   2009-03-13 12:08:20  /dev/qdisk\n"
                                      "   1   M     44   2009-03-13 12:08:20  node1.example.com\n"
                                      "       Addresses: 192.168.1.241 \n"
                                      "   2   X      0                        node2.example.com\n"
                                      "   3   d     48   2009-03-13 12:08:20  node3\n");
    ASSERT_TRUE(nodes);
    ASSERT_EQ(nodes->size(), 3);
    EXPECT_EQ(nodes->at(0), (Member{u"node1.example.com"_s, 1, true, false, false}));
    EXPECT_EQ(nodes->at(1), (Member{u"node2.example.com"_s, 2, false, false, false}));
    EXPECT_FALSE(nodes->at(2).online);
}

TEST(ParseCmanNodes, readsTheFields)
{
    const auto nodes = parseCmanNodes("1 node1.example.com M \n2 node2.example.com X \n");
    ASSERT_TRUE(nodes);
    ASSERT_EQ(nodes->size(), 2);
    EXPECT_TRUE(nodes->at(0).online);
    EXPECT_FALSE(nodes->at(1).online);
}

TEST(ParseCmanNodes, whatIsNoAnswerIsAnError)
{
    for (const char *text :
         {"", "Node  Sts   Inc   Joined               Name\n",
          "cman_tool: Cannot open connection to cman, is it running ?\n", "99999999999 node M\n"})
        EXPECT_FALSE(parseCmanNodes(text)) << text;
}

} // namespace
} // namespace colonnade::toolstack
