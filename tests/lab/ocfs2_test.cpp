// SPDX-License-Identifier: GPL-3.0-or-later
// What simulated nodes show of OCFS2, read by what reads real ones.
#include "lab/labtest.h"

#include "toolstack/addresses.h"
#include "toolstack/o2cb.h"

#include <gtest/gtest.h>

namespace colonnade::lab {
namespace {

using namespace Qt::StringLiterals;

TEST(LabOcfs2, eachNodeHasTheClusterLoadedAndTakesItselfForItsOwnNode)
{
    const std::unique_ptr<Lab> lab = startLab(captureOptions());
    for (int node = 0; node < 2; ++node) {
        const Ran tree = run(*lab, node,
                             u"cd \"$COLONNADE_ROOT/sys/kernel/config/cluster\" && grep -H -r '' * "
                             "&& echo"_s);
        const QList<toolstack::O2cbCluster> clusters = toolstack::parseO2cbTree(tree.out);
        ASSERT_EQ(clusters.size(), 1);
        EXPECT_EQ(clusters.first().name, u"colonnade"_s);
        EXPECT_EQ(clusters.first().timeouts, (toolstack::O2cbTimeouts{31, 30000, 2000, 2000}));
        ASSERT_TRUE(clusters.first().localNode());
        EXPECT_EQ(clusters.first().localNode()->number, node);
        EXPECT_EQ(clusters.first().nodes.size(), 2);
    }
}

TEST(LabOcfs2, theListNamesAddressesThatAreBound)
{
    const std::unique_ptr<Lab> lab = startLab(captureOptions());
    for (int node = 0; node < 2; ++node) {
        const QList<toolstack::BoundAddress> addresses =
            toolstack::parseIpAddresses(run(*lab, node, u"ip -o -4 addr"_s).out);
        ASSERT_EQ(addresses.size(), 3);
        EXPECT_EQ(addresses.last().interface, u"eth1"_s);
        const QByteArray list =
            run(*lab, node, u"cat \"$COLONNADE_ROOT/etc/ocfs2/cluster.conf\""_s).out;
        const QByteArray line = "ip_address = " + addresses.last().address.toLatin1() + '\n';
        EXPECT_TRUE(list.contains(line));
    }
    EXPECT_EQ(run(*lab, 0, u"ip link"_s).status, 1) << "not simulated";
}

TEST(LabOcfs2, theVolumeIsMounted)
{
    const std::unique_ptr<Lab> lab = startLab(captureOptions());
    const Ran mounts = run(*lab, 1, u"cat \"$COLONNADE_ROOT/proc/mounts\""_s);
    EXPECT_EQ(toolstack::parseOcfs2Mounts(mounts.out),
              (QList<toolstack::Ocfs2Mount>{{u"/dev/vdb2"_s, u"/shared"_s, true}}));
}

} // namespace
} // namespace colonnade::lab
