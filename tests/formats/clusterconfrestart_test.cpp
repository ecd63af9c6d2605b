// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/clusterconfrestart.h"

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace colonnade::formats {
namespace {

const QByteArray Before =
    "<cluster name=\"c\" config_version=\"1\">"
    "<cman two_node=\"1\" expected_votes=\"1\"><multicast addr=\"239.192.1.1\"/></cman>"
    "<totem token=\"10000\"/>"
    "<clusternodes><clusternode name=\"a\" nodeid=\"1\" votes=\"1\">"
    "<altname name=\"a2\"/></clusternode><clusternode name=\"b\" nodeid=\"2\"/></clusternodes>"
    "<quorumd label=\"q\"><heuristic program=\"ping\"/></quorumd>"
    "<fence_daemon post_join_delay=\"3\" clean_start=\"0\"/>"
    "<rm central_processing=\"0\" log_level=\"5\"><vm name=\"web1\"/><vm name=\"web2\"/>"
    "<service name=\"s\"><vm name=\"inner\"/></service>"
    "<resources><vm name=\"defined\"/></resources></rm></cluster>";

QByteArray with(const QByteArray &old, const QByteArray &now)
{
    EXPECT_TRUE(Before.contains(old)) << old.constData();
    QByteArray after = Before;
    return after.replace(old, now);
}

QStringList changes(const QByteArray &after)
{
    return restartChanges(*ClusterConf::parse(Before), *ClusterConf::parse(after));
}

TEST(RestartChanges, whatIsTakenAtOnceIsNone)
{
    EXPECT_EQ(changes(Before), QStringList());
    EXPECT_EQ(changes(with("config_version=\"1\"", "config_version=\"2\"")), QStringList());
    EXPECT_EQ(changes(with("expected_votes=\"1\"", "expected_votes=\"3\"")), QStringList());
    EXPECT_EQ(changes(with("votes=\"1\">", "votes=\"2\">")), QStringList());
    EXPECT_EQ(changes(with("post_join_delay=\"3\"", "post_join_delay=\"20\"")), QStringList());
    EXPECT_EQ(changes(with("log_level=\"5\"", "log_level=\"7\"")), QStringList());
    EXPECT_EQ(changes(with("<vm name=\"web1\"/>", "")), QStringList());
    EXPECT_EQ(changes(with("<clusternode name=\"b\" nodeid=\"2\"/>",
                           "<clusternode name=\"c\" nodeid=\"3\"/>")),
              QStringList());
}

TEST(RestartChanges, nameEachAttributeOnce)
{
    EXPECT_EQ(changes(with("cluster name=\"c\"", "cluster name=\"d\"")),
              QStringList(u"/cluster/@name"_s));
    EXPECT_EQ(changes(with("two_node=\"1\" ", "")), QStringList(u"/cluster/cman/@two_node"_s));
    EXPECT_EQ(changes(with("<cman ", "<cman transport=\"udpu\" ")),
              (QStringList{u"/cluster/cman/@transport"_s,
                           u"/cluster/clusternodes/clusternode[@name='a']/@name"_s,
                           u"/cluster/clusternodes/clusternode[@name='b']/@name"_s}));
    EXPECT_EQ(changes(with("239.192.1.1", "239.192.1.2")),
              QStringList(u"/cluster/cman/multicast/@addr"_s));
    EXPECT_EQ(changes(with("<totem token=\"10000\"/>", "")),
              QStringList(u"/cluster/totem/@token"_s));
    EXPECT_EQ(changes(with("nodeid=\"2\"", "nodeid=\"7\"")),
              QStringList(u"/cluster/clusternodes/clusternode[@name='b']/@nodeid"_s));
    EXPECT_EQ(changes(with("<altname name=\"a2\"/>", "<altname name=\"a3\"/>")),
              QStringList(u"/cluster/clusternodes/clusternode[@name='a']/altname/@name"_s));
    EXPECT_EQ(changes(with("program=\"ping\"", "program=\"true\"")),
              QStringList(u"/cluster/quorumd/heuristic/@program"_s));
    EXPECT_EQ(changes(with("clean_start=\"0\"", "clean_start=\"1\"")),
              QStringList(u"/cluster/fence_daemon/@clean_start"_s));
    EXPECT_EQ(changes(with("central_processing=\"0\"", "central_processing=\"1\"")),
              QStringList(u"/cluster/rm/@central_processing"_s));
}

TEST(DroppedVms, areThoseThatNobodyLooksAfterAnyMore)
{
    const auto dropped = [](const QByteArray &after) {
        return droppedVms(*ClusterConf::parse(Before), *ClusterConf::parse(after));
    };
    EXPECT_EQ(dropped(Before), QStringList());
    EXPECT_EQ(dropped(with("<vm name=\"web1\"/>", "<vm name=\"web9\"/>")), QStringList(u"web1"_s));
    EXPECT_EQ(dropped(with("<vm name=\"inner\"/>", "")), QStringList(u"inner"_s));
    EXPECT_EQ(dropped(with("<vm name=\"defined\"/>", "")), QStringList());
}

} // namespace
} // namespace colonnade::formats
