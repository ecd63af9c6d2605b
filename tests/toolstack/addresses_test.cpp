// SPDX-License-Identifier: GPL-3.0-or-later
#include "toolstack/addresses.h"

#include <gtest/gtest.h>

namespace colonnade::toolstack {
namespace {

using namespace Qt::StringLiterals;

TEST(Addresses, areReadFromIp)
{
    const QByteArray output =
        "1: lo    inet 127.0.0.1/8 scope host lo\\       valid_lft forever preferred_lft forever\n"
        "4: xenbr0    inet 192.168.1.248/24 brd 192.168.1.255 scope global xenbr0\\  valid_lft\n"
        "5: tun0    inet 10.0.0.1 peer 10.0.0.2/32 scope global tun0\n"
        "6: eth1    inet6 fe80::1/64 scope link\n"
        "7: eth2    inet 300.1.1.1/24\n"
        "inet\n";
    const QList<BoundAddress> addresses = parseIpAddresses(output);
    EXPECT_EQ(addresses, (QList<BoundAddress>{{u"127.0.0.1"_s, 8, u"lo"_s},
                                              {u"192.168.1.248"_s, 24, u"xenbr0"_s},
                                              {u"10.0.0.1"_s, 32, u"tun0"_s}}));
    EXPECT_TRUE(addresses[0].isLoopback());
    EXPECT_FALSE(addresses[1].isLoopback());
    EXPECT_TRUE(addresses[1].isBeside(u"192.168.1.3"_s));
    EXPECT_FALSE(addresses[1].isBeside(u"192.168.2.3"_s));
    EXPECT_FALSE(addresses[1].isBeside(u"xenhost3"_s));
}

TEST(Addresses, areReadFromFibTrie)
{
    const QByteArray trie = "Main:\n"
                            "  +-- 0.0.0.0/0 3 0 5\n"
                            "     +-- 127.0.0.0/8 2 0 2\n"
                            "           |-- 127.0.0.0\n"
                            "              /8 host LOCAL\n"
                            "           |-- 127.0.0.1\n"
                            "              /32 host LOCAL\n"
                            "           |-- 192.168.1.248\n"
                            "              /32 host LOCAL\n"
                            "        |-- 192.168.1.255\n"
                            "           /32 link BROADCAST\n"
                            "Local:\n"
                            "           |-- 192.168.1.248\n"
                            "              /32 host LOCAL\n";
    EXPECT_EQ(parseFibTrie(trie), (QList<BoundAddress>{{u"127.0.0.1"_s, 32, QString()},
                                                       {u"192.168.1.248"_s, 32, QString()}}));
    for (qsizetype size = 0; size < trie.size(); ++size)
        (void)parseFibTrie(trie.left(size));
}

} // namespace
} // namespace colonnade::toolstack
