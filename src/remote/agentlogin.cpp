// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/agentlogin.h"

#include "remote/words.h"

#include <QFile>

#include <algorithm>
#include <cerrno>
#include <condition_variable>
#include <cstring>
#include <mutex>
#include <sys/socket.h>
#include <sys/un.h>

namespace colonnade::remote {

namespace {

constexpr auto LongestAnswer = std::chrono::seconds(60);

Descriptor connectLocal(const QByteArray &path)
{
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    if (path.size() >= static_cast<qsizetype>(sizeof address.sun_path))
        return {};
    std::copy(path.begin(), path.end(), address.sun_path);
    Descriptor fd(::socket(AF_UNIX, SOCK_STREAM, 0));
    if (!fd.isOpen()
        || ::connect(fd.get(), reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0)
        return {};
    return fd;
}

/// Ends the agent's connection at @p stop or when its time is over, unless @p done comes first.
void watch(std::stop_token done, std::stop_token stop, int fd)
{
    std::mutex mutex;
    std::condition_variable_any changed;
    const std::stop_callback wake(stop, [&] {
        const std::lock_guard lock(mutex);
        changed.notify_all();
    });
    std::unique_lock lock(mutex);
    changed.wait_for(lock, done, LongestAnswer, [&] { return stop.stop_requested(); });
    if (!done.stop_requested())
        ::shutdown(fd, SHUT_RDWR);
}

} // namespace

AgentLogin::AgentLogin(const LoginContext &login)
{
    const QString path = login.settings.agentSocket.isEmpty()
                             ? qEnvironmentVariable("SSH_AUTH_SOCK")
                             : login.settings.agentSocket;
    if (path.isEmpty()) {
        m_problem = Words::tr("no SSH agent is running");
        return;
    }
    Descriptor fd = connectLocal(QFile::encodeName(path));
    if (!fd.isOpen()) {
        m_problem = Words::tr("the SSH agent at %1 does not answer").arg(path);
        return;
    }
    const int number = fd.release();
    if (ssh_set_agent_socket(login.session, number) != SSH_OK) {
        m_problem = sessionError(login.session);
        return;
    }
    m_watch = std::jthread(watch, login.waiter.stop(), number);
}

} // namespace colonnade::remote
