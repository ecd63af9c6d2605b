// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/signals.h"

#include "ctl/exitcode.h"

#include <csignal>
#include <ctime>
#include <termios.h>
#include <unistd.h>

namespace colonnade::ctl {

namespace {

sigset_t watchedSignals()
{
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGINT);
    sigaddset(&set, SIGTERM);
    return set;
}

void waitForSignals(const std::stop_token &over, std::stop_source &stop, const termios *before)
{
    const sigset_t set = watchedSignals();
    constexpr timespec Slice{0, 100'000'000};
    while (!over.stop_requested()) {
        if (sigtimedwait(&set, nullptr, &Slice) < 0)
            continue;
        if (!stop.request_stop()) {
            if (before) // a password may be being asked for, without echo
                ::tcsetattr(STDIN_FILENO, TCSANOW, before);
            ::_exit(Failed);
        }
    }
}

} // namespace

StopOnSignal::StopOnSignal()
{
    const sigset_t set = watchedSignals();
    pthread_sigmask(SIG_BLOCK, &set, nullptr);
    termios before = {};
    const bool isTerminal = ::tcgetattr(STDIN_FILENO, &before) == 0;
    m_thread = std::jthread([this, before, isTerminal](const std::stop_token &over) {
        waitForSignals(over, m_stop, isTerminal ? &before : nullptr);
    });
}

StopOnSignal::~StopOnSignal() = default;

} // namespace colonnade::ctl
