// SPDX-License-Identifier: GPL-3.0-or-later
#include "toolstack/captures.h"
#include "toolstack/parse.h"

#include <gmock/gmock.h>

namespace colonnade::toolstack {
namespace {

using namespace Qt::StringLiterals;

TEST(ParseInfo, readsWhatXl417Printed)
{
    const auto info = parseInfo(test::data("xl-info.out"));
    ASSERT_TRUE(info);
    EXPECT_EQ(info->host, u"xenhost1"_s);
    EXPECT_EQ(info->machine, u"x86_64"_s);
    EXPECT_EQ(info->cpus, 1);
    EXPECT_EQ(info->totalMemoryMiB, 2559);
    EXPECT_EQ(info->freeMemoryMiB, 1346);
    EXPECT_EQ(info->xenMajor, 4);
    EXPECT_EQ(info->xenMinor, 17);
    EXPECT_EQ(info->xenExtra, u".5"_s);
    EXPECT_TRUE(info->xenCaps.contains(u"xen-3.0-x86_64"_s));
    EXPECT_TRUE(info->virtCaps.contains(u"shadow"_s));
    EXPECT_TRUE(info->hwCaps.startsWith(u"078bf3fd:80002001:"_s));
    EXPECT_DOUBLE_EQ(info->cpuMhz, 2596.123);
}

TEST(ParseInfo, readsXm)
{
    const auto info = parseInfo("host                   : node1.example.com\n"
                                "release                : 2.6.26-1-xen-amd64\n"
                                "version                : #1 SMP Fri Mar 13 21:39:38 UTC 2009\n"
                                "machine                : x86_64\n"
                                "nr_cpus                : 4\n"
                                "cpu_mhz                : 2800\n"
                                "hw_caps                : bfebfbff:20100800:00000000:00000940\n"
                                "total_memory           : 16378\n"
                                "free_memory            : 8004\n"
                                "node_to_memory         : node0:8004\n"
                                "xen_major              : 3\n"
                                "xen_minor              : 2\n"
                                "xen_extra              : -1\n"
                                "xen_caps               : xen-3.0-x86_64 xen-3.0-x86_32p \n"
                                "virt_caps              : \n");
    ASSERT_TRUE(info);
    EXPECT_EQ(info->host, u"node1.example.com"_s);
    EXPECT_EQ(info->xenMinor, 2);
    EXPECT_EQ(info->freeMemoryMiB, 8004);
    EXPECT_TRUE(info->virtCaps.isEmpty());
    EXPECT_EQ(info->xenCaps.size(), 2);
}

TEST(ParseInfo, believesNoAbsurdNumber)
{
    const auto info =
        parseInfo("xen_major : 4\nxen_minor : -17\ntotal_memory : 2559\nfree_memory : 99999999\n"
                  "nr_cpus : 999999999999\ncpu_mhz : -5\n");
    ASSERT_TRUE(info);
    EXPECT_EQ(info->xenMinor, 0);
    EXPECT_EQ(info->freeMemoryMiB, 0); // more than the host has is not believed
    EXPECT_EQ(info->cpus, 0);
    EXPECT_EQ(info->cpuMhz, 0);
}

TEST(ParseInfo, whatIsNoInfoIsAnError)
{
    for (const char *text :
         {"", "cannot init xl context\n", "host : xenhost1\n", "xen_major : 4\n"})
        EXPECT_FALSE(parseInfo(text)) << text;
}

} // namespace
} // namespace colonnade::toolstack
