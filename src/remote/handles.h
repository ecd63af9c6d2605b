// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <libssh/libssh.h>

#include <memory>
#include <unistd.h>
#include <utility>

namespace colonnade::remote {

/// Frees what a libssh function made, so that no path out of a function forgets to.
template<auto Free>
struct Freed
{
    template<typename T>
    void operator()(T *handle) const
    {
        Free(handle);
    }
};

inline void closeSession(ssh_session session)
{
    // ssh_disconnect() leaves a descriptor open that was given by SSH_OPTIONS_FD; ssh_free() alone
    // sends no farewell.
    const int fd = ssh_get_fd(session);
    ssh_disconnect(session);
    ssh_free(session);
    if (fd >= 0)
        ::close(fd);
}

using SessionHandle = std::unique_ptr<ssh_session_struct, Freed<closeSession>>;
using KeyHandle = std::unique_ptr<ssh_key_struct, Freed<ssh_key_free>>;
using EventHandle = std::unique_ptr<ssh_event_struct, Freed<ssh_event_free>>;
using TextHandle = std::unique_ptr<char, Freed<ssh_string_free_char>>;

/// A file descriptor that is closed when it goes.
class Descriptor
{
public:
    Descriptor() = default;
    explicit Descriptor(int fd) : m_fd(fd) {}
    Descriptor(Descriptor &&other) noexcept : m_fd(std::exchange(other.m_fd, -1)) {}
    Descriptor &operator=(Descriptor &&other) noexcept
    {
        std::swap(m_fd, other.m_fd);
        return *this;
    }
    ~Descriptor()
    {
        if (m_fd >= 0)
            ::close(m_fd);
    }

    int get() const { return m_fd; }
    bool isOpen() const { return m_fd >= 0; }
    int release() { return std::exchange(m_fd, -1); }

private:
    int m_fd = -1;
};

} // namespace colonnade::remote
