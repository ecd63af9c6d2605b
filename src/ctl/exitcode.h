// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace colonnade::ctl {

/// What scripts may rely on; documented in colonnadectl(1).
enum ExitCode {
    Done = 0,
    Failed = 1,
    Usage = 2,
    Refused = 3, ///< by a rule; nothing was changed
};

} // namespace colonnade::ctl
