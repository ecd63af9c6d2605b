// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <chrono>

namespace colonnade::cluster {

/// How long to leave a node alone after a reading that took @p took: @p interval, and on a node
/// that is slow or busy twice as long as it worked for us, so that watching it takes at most a
/// third of its time; never over five seconds more than that interval, for what is shown must not
/// age.
[[nodiscard]] inline std::chrono::milliseconds restAfter(std::chrono::steady_clock::duration took,
                                                         std::chrono::milliseconds interval)
{
    using namespace std::chrono_literals;
    const auto spared = std::chrono::duration_cast<std::chrono::milliseconds>(2 * took);
    return std::clamp<std::chrono::milliseconds>(spared, interval, interval + 5s);
}

} // namespace colonnade::cluster
