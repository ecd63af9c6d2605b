// SPDX-License-Identifier: GPL-3.0-or-later
#include "lab/statefile.h"

#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace colonnade::lab {

namespace {

/// An open file that closes itself, and with it gives up its lock.
class Descriptor
{
public:
    explicit Descriptor(int fd) : m_fd(fd) {}
    ~Descriptor()
    {
        if (m_fd >= 0)
            close(m_fd);
    }
    Descriptor(const Descriptor &) = delete;
    Descriptor &operator=(const Descriptor &) = delete;
    int get() const { return m_fd; }

private:
    int m_fd;
};

bool writeAll(int fd, const std::string &text)
{
    std::size_t done = 0;
    while (done < text.size()) {
        const ssize_t written = write(fd, text.data() + done, text.size() - done);
        if (written < 0 && errno != EINTR)
            return false;
        done += written > 0 ? static_cast<std::size_t>(written) : 0;
    }
    return true;
}

bool replaceFile(const std::string &path, const std::string &text)
{
    const std::string temporary = path + ".new";
    {
        const Descriptor file(
            open(temporary.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600));
        if (file.get() < 0 || !writeAll(file.get(), text))
            return false;
    }
    return std::rename(temporary.c_str(), path.c_str()) == 0;
}

} // namespace

std::optional<State> StateFile::read() const
{
    const Descriptor file(open(statePath().c_str(), O_RDONLY | O_CLOEXEC));
    if (file.get() < 0)
        return std::nullopt;
    std::string text;
    char buffer[16384];
    ssize_t count = 0;
    while ((count = ::read(file.get(), buffer, sizeof buffer)) > 0)
        text.append(buffer, static_cast<std::size_t>(count));
    return State::parse(text);
}

bool StateFile::update(const std::function<void(State &)> &change) const
{
    const Descriptor lock(open((m_folder + "/lock").c_str(), O_RDWR | O_CLOEXEC));
    if (lock.get() < 0)
        return false;
    while (flock(lock.get(), LOCK_EX) != 0) {
        if (errno != EINTR)
            return false;
    }
    std::optional<State> state = read();
    if (!state)
        return false;
    const State before = *state;
    change(*state);
    return *state == before || replaceFile(statePath(), state->serialized());
}

bool StateFile::create(const State &state) const
{
    const Descriptor lock(open((m_folder + "/lock").c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600));
    return lock.get() >= 0 && replaceFile(statePath(), state.serialized());
}

} // namespace colonnade::lab
