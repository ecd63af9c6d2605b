// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <stop_token>
#include <thread>

namespace colonnade::ctl {

/// Turns the first SIGINT or SIGTERM into a stop request, so that what runs can say how it was
/// left; the second one ends the process at once. To be made before any other thread.
class StopOnSignal
{
public:
    StopOnSignal();
    ~StopOnSignal();

    std::stop_token token() const { return m_stop.get_token(); }

private:
    std::stop_source m_stop;
    std::jthread m_thread;
};

} // namespace colonnade::ctl
