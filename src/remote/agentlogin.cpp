// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/agentlogin.h"

#include "remote/wire.h"
#include "remote/words.h"

#include <QFile>

#include <algorithm>
#include <cerrno>
#include <optional>
#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>

namespace colonnade::remote {

namespace {

constexpr auto LongestList = std::chrono::seconds(10);
/// A person may be asked before it signs, or has to touch the key.
constexpr auto LongestSigning = std::chrono::seconds(60);
constexpr auto LongTime = std::chrono::hours(24);

Descriptor connectLocal(const QByteArray &path)
{
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    if (path.size() >= static_cast<qsizetype>(sizeof address.sun_path))
        return {};
    std::copy(path.begin(), path.end(), address.sun_path);
    // Not blocking: the kernel lets us wait for an agent that accepts nobody.
    Descriptor fd(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
    if (!fd.isOpen()
        || ::connect(fd.get(), reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0)
        return {};
    return fd;
}

} // namespace

/// Whole messages over a socket, each within a time. Ends early when the socket is shut down.
class AgentLogin::Pipe
{
public:
    explicit Pipe(int fd) : m_fd(fd) {}

    bool send(const QByteArray &message, Clock::time_point deadline)
    {
        const QByteArray bytes = wireString(message);
        qsizetype sent = 0;
        while (sent < bytes.size()) {
            if (!wait(POLLOUT, deadline))
                return false;
            const ssize_t count =
                ::send(m_fd, bytes.constData() + sent,
                       static_cast<std::size_t>(bytes.size() - sent), MSG_NOSIGNAL | MSG_DONTWAIT);
            if (count < 0 && errno != EAGAIN && errno != EINTR)
                return false;
            sent += std::max<ssize_t>(count, 0);
        }
        return true;
    }

    std::optional<QByteArray> receive(Clock::time_point deadline)
    {
        const std::optional<QByteArray> head = read(4, deadline);
        const quint32 size = head ? WireReader(*head).uint32() : 0;
        if (size == 0 || size > agentprotocol::LongestMessage)
            return {};
        return read(size, deadline);
    }

private:
    std::optional<QByteArray> read(qsizetype size, Clock::time_point deadline)
    {
        QByteArray bytes(size, Qt::Uninitialized);
        qsizetype filled = 0;
        while (filled < size) {
            if (!wait(POLLIN, deadline))
                return {};
            const ssize_t count = ::recv(m_fd, bytes.data() + filled,
                                         static_cast<std::size_t>(size - filled), MSG_DONTWAIT);
            if (count == 0 || (count < 0 && errno != EAGAIN && errno != EINTR))
                return {};
            filled += std::max<ssize_t>(count, 0);
        }
        return bytes;
    }

    bool wait(short events, Clock::time_point deadline) const
    {
        pollfd entry{m_fd, events, 0};
        while (Clock::now() < deadline) {
            if (::poll(&entry, 1, millisecondsUntil(deadline)) > 0)
                return true;
        }
        return false;
    }

    int m_fd;
};

AgentLogin::AgentLogin(const LoginContext &login)
{
    const QString path = login.settings.agentSocket.isEmpty()
                             ? qEnvironmentVariable("SSH_AUTH_SOCK")
                             : login.settings.agentSocket;
    if (path.isEmpty())
        m_problem = Words::tr("no SSH agent is running");
    else if (!connect(path))
        m_problem = Words::tr("the SSH agent at %1 does not answer").arg(path);
    else if (readKeys(login) && !giveTo(login.session, login.waiter.stop()))
        m_problem = Words::tr("the SSH agent cannot be used: %1").arg(sessionError(login.session));
}

AgentLogin::~AgentLogin()
{
    hangUp();
}

bool AgentLogin::connect(const QString &path)
{
    m_agent = connectLocal(QFile::encodeName(path));
    return m_agent.isOpen();
}

bool AgentLogin::readKeys(const LoginContext &login)
{
    const std::stop_callback hurry(login.waiter.stop(), [this] { hangUp(); });
    Pipe agent(m_agent.get());
    const Clock::time_point deadline = Clock::now() + LongestList;
    const QByteArray request(1, static_cast<char>(agentprotocol::RequestIdentities));
    std::optional<QByteArray> message;
    if (agent.send(request, deadline))
        message = agent.receive(deadline);
    if (!message) {
        m_problem = Words::tr("the SSH agent does not answer");
        return false;
    }
    const base::Result<QList<AgentKey>> keys = agentprotocol::identities(*message);
    if (!keys) {
        m_problem = keys.error().message;
        return false;
    }
    m_keys = *keys;
    return true;
}

bool AgentLogin::giveTo(ssh_session session, const std::stop_token &stop)
{
    int ends[2];
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0)
        return false;
    m_ours = Descriptor(ends[0]);
    Descriptor theirs(ends[1]);
    if (ssh_set_agent_socket(session, theirs.get()) != SSH_OK)
        return false;
    theirs.release(); // the session closes it
    m_thread = std::jthread([this, stop] {
        const std::stop_callback hurry(stop, [this] { hangUp(); });
        serve();
    });
    return true;
}

/// Makes the thread end, and libssh, which has no patience of its own, with it.
void AgentLogin::hangUp()
{
    for (const Descriptor *end : {&m_agent, &m_ours}) {
        if (end->isOpen())
            ::shutdown(end->get(), SHUT_RDWR);
    }
}

void AgentLogin::serve()
{
    Pipe libssh(m_ours.get());
    Pipe agent(m_agent.get());
    while (const std::optional<QByteArray> request = libssh.receive(Clock::now() + LongTime)) {
        if (!libssh.send(answer(*request, agent), Clock::now() + LongestList))
            return;
    }
}

QByteArray AgentLogin::answer(const QByteArray &request, Pipe &agent)
{
    const quint8 type = WireReader(request).byte();
    if (type == agentprotocol::SignRequest)
        return sign(request, agent);
    if (type != agentprotocol::RequestIdentities)
        return QByteArray(1, static_cast<char>(agentprotocol::Failure));
    const std::lock_guard lock(m_mutex);
    return agentprotocol::identitiesAnswer({m_chosen});
}

QByteArray AgentLogin::sign(const QByteArray &request, Pipe &agent)
{
    const Clock::time_point deadline = Clock::now() + LongestSigning;
    std::optional<QByteArray> reply;
    if (agent.send(request, deadline))
        reply = agent.receive(deadline);
    QString problem;
    if (!reply)
        problem =
            Clock::now() < deadline ? Words::tr("it hung up") : Words::tr("it did not answer");
    else if (WireReader(*reply).byte() != agentprotocol::SignResponse)
        problem = Words::tr("it refused to");
    const std::lock_guard lock(m_mutex);
    m_signProblem = problem;
    return problem.isEmpty() ? *reply : QByteArray(1, static_cast<char>(agentprotocol::Failure));
}

void AgentLogin::choose(const AgentKey &key)
{
    const std::lock_guard lock(m_mutex);
    m_chosen = key;
    m_signProblem.clear();
}

QString AgentLogin::signProblem() const
{
    const std::lock_guard lock(m_mutex);
    return m_signProblem;
}

} // namespace colonnade::remote
