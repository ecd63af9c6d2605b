// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <functional>

namespace colonnade::remote {

/// Notices that the workstation was suspended: CLOCK_BOOTTIME goes on then and CLOCK_MONOTONIC, by
/// which all our waiting is measured, does not. One thread.
class SuspendWatch
{
public:
    /// How much the first clock is ahead of the second. Tests give their own.
    using Lead = std::function<std::chrono::nanoseconds()>;

    explicit SuspendWatch(Lead lead = systemLead);

    /// Whether it was, for two seconds or more, since this was asked last.
    bool wasSuspended();

    static std::chrono::nanoseconds systemLead();

private:
    Lead m_lead;
    std::chrono::nanoseconds m_last;
};

/// How often whoever waits should ask a SuspendWatch.
constexpr auto SuspendCheck = std::chrono::seconds(5);

} // namespace colonnade::remote
