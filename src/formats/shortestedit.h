// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

namespace colonnade::formats {

/// A way from one sequence to another: what is removed of the first, and what is added of the
/// second. What is left of both is the same.
struct ShortestEdit
{
    std::vector<bool> removed;
    std::vector<bool> added;
};

/// The shortest way from @p a to @p b. Little time for little difference; where they have so little
/// in common that it would take more than about a second, what is not compared by then counts as
/// removed and added as a whole.
[[nodiscard]] ShortestEdit shortestEdit(const std::vector<int> &a, const std::vector<int> &b);

} // namespace colonnade::formats
