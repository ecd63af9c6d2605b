// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/suspendwatch.h"

#include <ctime>

namespace colonnade::remote {

namespace {

constexpr auto Shortest = std::chrono::seconds(2);

std::chrono::nanoseconds now(clockid_t clock)
{
    timespec time{};
    ::clock_gettime(clock, &time);
    return std::chrono::seconds(time.tv_sec) + std::chrono::nanoseconds(time.tv_nsec);
}

} // namespace

SuspendWatch::SuspendWatch(Lead lead) : m_lead(std::move(lead)), m_last(m_lead()) {}

bool SuspendWatch::wasSuspended()
{
    const std::chrono::nanoseconds lead = m_lead();
    const bool result = lead - m_last >= Shortest;
    if (result)
        m_last = lead;
    return result;
}

std::chrono::nanoseconds SuspendWatch::systemLead()
{
    const std::chrono::nanoseconds monotonic = now(CLOCK_MONOTONIC);
    return now(CLOCK_BOOTTIME) - monotonic;
}

} // namespace colonnade::remote
