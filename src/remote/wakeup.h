// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "remote/handles.h"

#include <chrono>

namespace colonnade::remote {

using Clock = std::chrono::steady_clock;

/// Lets any thread end the poll() of another.
class Wakeup
{
public:
    Wakeup();

    /// Any thread.
    void notify();

    /// To poll for reading.
    int descriptor() const { return m_reader.get(); }

    /// Forgets the notifications so far.
    void drain();

    /// Waits for a notification, at most until @p deadline.
    void wait(Clock::time_point deadline);

private:
    Descriptor m_reader;
    Descriptor m_writer;
};

/// For poll(): the milliseconds until @p deadline, rounded up, at most an hour.
int millisecondsUntil(Clock::time_point deadline);

} // namespace colonnade::remote
