// SPDX-License-Identifier: GPL-3.0-or-later
#include "cluster/pace.h"

#include <gtest/gtest.h>

using namespace colonnade::cluster;
using namespace std::chrono_literals;

TEST(PaceTest, aQuickNodeIsReadAtTheInterval)
{
    EXPECT_EQ(restAfter(80ms, 3s), 3s);
    EXPECT_EQ(restAfter(0ms, 1s), 1s);
}

TEST(PaceTest, aSlowNodeRestsTwiceAsLongAsItWorked)
{
    EXPECT_EQ(restAfter(2s, 3s), 4s);
    EXPECT_EQ(restAfter(700ms, 1s), 1400ms);
}

TEST(PaceTest, noNodeIsLeftAloneForLong)
{
    EXPECT_EQ(restAfter(30s, 3s), 8s);
    EXPECT_EQ(restAfter(10s, 1s), 6s);
}
