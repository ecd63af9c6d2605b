// SPDX-License-Identifier: GPL-3.0-or-later
#include "lab/guestfile.h"

#include <gtest/gtest.h>

namespace colonnade::lab {
namespace {

TEST(GuestFile, readsWhatTheRealClusterUsed)
{
    const std::optional<Domain> domain = parseGuestFile(R"(name    = "web1"
type    = "pv"
kernel  = "/var/lib/lab/vmlinuz"
ramdisk = "/var/lib/lab/guest.img"
extra   = "console=hvc0 quiet guestname=web1 guestip=192.168.1.10"
memory  = 160
vcpus   = 1
disk    = [ "phy:/dev/vgshared/web1,xvda,w" ]
vif     = [ "mac=00:16:3e:00:00:10,bridge=xenbr0" ]
)");
    ASSERT_TRUE(domain);
    EXPECT_EQ(domain->name, "web1");
    EXPECT_EQ(domain->targetMiB, 160);
    EXPECT_EQ(domain->cmdline, "console=hvc0 quiet guestname=web1 guestip=192.168.1.10");
    ASSERT_EQ(domain->disks.size(), 1u);
    EXPECT_EQ(domain->disks[0], (DiskEntry{"/dev/vgshared/web1", "xvda", "w"}));
    ASSERT_EQ(domain->nics.size(), 1u);
    EXPECT_EQ(domain->nics[0], (NicEntry{"00:16:3e:00:00:10", "xenbr0"}));
}

TEST(GuestFile, readsBackWhatItWrote)
{
    Domain domain;
    domain.name = "wiki";
    domain.uuid = "9e171ba8-8749-4240-b0d5-93bd91999f9c";
    domain.type = "pvh";
    domain.memoryMiB = domain.targetMiB = 1024;
    domain.vcpus = 3;
    domain.load = 0.03;
    domain.disks = {{"/dev/vgshared/wiki", "xvda", "w"}, {"/dev/vgshared/swap", "xvdb", "r"}};
    EXPECT_EQ(parseGuestFile(guestFileOf(domain)), domain);
}

TEST(GuestFile, refusesWhatItCannotRead)
{
    EXPECT_FALSE(parseGuestFile("name = \"x\nmemory = \n"));
    EXPECT_FALSE(parseGuestFile("memory = 160\n"));
    EXPECT_FALSE(parseGuestFile("import os\n"));
    EXPECT_FALSE(parseGuestFile(""));
}

} // namespace
} // namespace colonnade::lab
