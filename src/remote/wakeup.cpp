// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/wakeup.h"

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <poll.h>
#include <system_error>

namespace colonnade::remote {

Wakeup::Wakeup()
{
    int ends[2];
    if (::pipe(ends) != 0)
        throw std::system_error(errno, std::generic_category(), "pipe");
    m_reader = Descriptor(ends[0]);
    m_writer = Descriptor(ends[1]);
    for (const int end : ends) {
        ::fcntl(end, F_SETFL, O_NONBLOCK);
        ::fcntl(end, F_SETFD, FD_CLOEXEC);
    }
}

void Wakeup::notify()
{
    // A full pipe is a notification already.
    [[maybe_unused]] const ssize_t written = ::write(m_writer.get(), "", 1);
}

void Wakeup::drain()
{
    char bytes[256];
    while (::read(m_reader.get(), bytes, sizeof bytes) > 0) {
    }
}

void Wakeup::wait(Clock::time_point deadline)
{
    pollfd entry{m_reader.get(), POLLIN, 0};
    ::poll(&entry, 1, millisecondsUntil(deadline));
    drain();
}

int millisecondsUntil(Clock::time_point deadline)
{
    using namespace std::chrono;
    const auto left = ceil<milliseconds>(deadline - Clock::now());
    return static_cast<int>(std::clamp<milliseconds>(left, 0ms, 1h).count());
}

} // namespace colonnade::remote
