// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/courtesy.h"

#include <sys/resource.h>
#include <unistd.h>

namespace colonnade::base {

namespace {

/// About a third of what the thread of the window gets, where both want it.
constexpr int Niceness = 5;

} // namespace

void giveWay()
{
    // Linux takes a thread for a process here, and QThread::setPriority() does nothing there. Where
    // it fails, all is as it was.
    const auto thread = static_cast<id_t>(::gettid());
    ::setpriority(PRIO_PROCESS, thread, ::getpriority(PRIO_PROCESS, thread) + Niceness);
}

} // namespace colonnade::base
