// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "cluster/pace.h"

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <optional>
#include <stop_token>
#include <thread>

namespace colonnade::operations {

/// Wakes one waiting thread when any of several watches has something new.
class Bell
{
public:
    void ring()
    {
        {
            const std::lock_guard lock(m_mutex);
            m_rung = true;
        }
        m_condition.notify_all();
    }

    /// Returns when rung, when @p limit has passed, or when @p stop is set.
    void wait(std::chrono::milliseconds limit, const std::stop_token &stop)
    {
        std::unique_lock lock(m_mutex);
        m_condition.wait_for(lock, stop, limit, [this] { return m_rung; });
        m_rung = false;
    }

private:
    std::mutex m_mutex;
    std::condition_variable_any m_condition;
    bool m_rung = false;
};

/// Reads something again and again on a thread of its own, so that a node that does not answer
/// holds up nothing else. Destroying it stops and joins.
template<typename T>
class Watch
{
public:
    using Clock = std::chrono::steady_clock;
    using Read = std::function<base::Result<T>(std::stop_token)>;

    struct Seen
    {
        std::optional<T> value;           ///< the last one that was read
        std::optional<base::Error> error; ///< of the last attempt
        Clock::time_point answered;       ///< when a read last succeeded; at first: the beginning
        bool asked = false;               ///< an attempt has ended

        std::chrono::milliseconds silence() const
        {
            return std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now() - answered);
        }
    };

    /// @p read is called on the watch's thread, with @p interval between two calls, and longer on
    /// a slow node (cluster::restAfter); @p bell must outlive this object.
    Watch(Read read, std::chrono::milliseconds interval, Bell &bell)
        : m_read(std::move(read)), m_interval(interval), m_bell(bell)
    {
        m_seen.answered = Clock::now();
        m_thread = std::jthread([this](std::stop_token stop) { loop(std::move(stop)); });
    }

    Seen seen() const
    {
        const std::lock_guard lock(m_mutex);
        return m_seen;
    }

private:
    void loop(std::stop_token stop)
    {
        Bell pause;
        while (!stop.stop_requested()) {
            const Clock::time_point asked = Clock::now();
            const bool answered = note(m_read(stop));
            const Clock::duration took = answered ? Clock::now() - asked : Clock::duration::zero();
            m_bell.ring();
            pause.wait(cluster::restAfter(took, m_interval), stop);
        }
    }

    /// Whether it is an answer.
    bool note(base::Result<T> read)
    {
        const std::lock_guard lock(m_mutex);
        m_seen.asked = true;
        if (!read) {
            m_seen.error = std::move(read.error());
            return false;
        }
        m_seen.value = *std::move(read);
        m_seen.error.reset();
        m_seen.answered = Clock::now();
        return true;
    }

    Read m_read;
    std::chrono::milliseconds m_interval;
    Bell &m_bell;
    mutable std::mutex m_mutex;
    Seen m_seen;
    std::jthread m_thread; // last: it goes before what it uses
};

} // namespace colonnade::operations
