// SPDX-License-Identifier: GPL-3.0-or-later
#include "lab/control.h"

#include "lab/process.h"

#include <QFile>

#include <arpa/inet.h>
#include <cerrno>
#include <cstring>
#include <netinet/in.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <sys/un.h>
#include <unistd.h>

namespace colonnade::lab {

using base::ErrorCode;
using base::failure;
using base::Result;

namespace {

constexpr qsizetype MaxRequest = 4096;
constexpr int RequestTimeoutMs = 5000;

Result<sockaddr_un> socketName(const QString &path)
{
    const QByteArray name = QFile::encodeName(path);
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    if (static_cast<std::size_t>(name.size()) >= sizeof address.sun_path)
        return failure(ErrorCode::InvalidInput,
                       QStringLiteral("The path %1 is too long for a socket.").arg(path),
                       QStringLiteral("Choose a folder with a shorter name for the lab."));
    std::memcpy(address.sun_path, name.constData(), static_cast<std::size_t>(name.size()) + 1);
    return address;
}

void writeAll(int fd, const QByteArray &bytes)
{
    qsizetype done = 0;
    while (done < bytes.size()) {
        const ssize_t sent = ::send(fd, bytes.constData() + done,
                                    static_cast<std::size_t>(bytes.size() - done), MSG_NOSIGNAL);
        if (sent < 0 && errno != EINTR)
            return;
        done += std::max<ssize_t>(0, sent);
    }
}

int listenOn(const std::string &host, int port)
{
    int fd = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    const int yes = 1;
    ::setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<std::uint16_t>(port));
    ::inet_pton(AF_INET, host.c_str(), &address.sin_addr);
    if (::bind(fd, reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0
        || ::listen(fd, SOMAXCONN) != 0)
        closeFd(fd);
    return fd;
}

int boundPort(int fd)
{
    sockaddr_in address{};
    socklen_t length = sizeof address;
    ::getsockname(fd, reinterpret_cast<sockaddr *>(&address), &length);
    return ntohs(address.sin_port);
}

} // namespace

QString faultName(Fault fault)
{
    return faultNames().at(static_cast<int>(fault));
}

QStringList faultNames()
{
    return {QStringLiteral("slow"),
            QStringLiteral("refuse"),
            QStringLiteral("hang"),
            QStringLiteral("full-disk"),
            QStringLiteral("flood"),
            QStringLiteral("rubbish"),
            QStringLiteral("migration-death"),
            QStringLiteral("handshake")};
}

ControlPort::ControlPort(int fd, Handler handler)
    : m_fd(fd), m_wake(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)), m_handler(std::move(handler))
{
    m_thread = std::thread([this] { serve(); });
}

Result<std::unique_ptr<ControlPort>> ControlPort::open(const QString &path, Handler handler)
{
    const auto address = socketName(path);
    if (!address)
        return std::unexpected(address.error());
    int fd = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    if (::bind(fd, reinterpret_cast<const sockaddr *>(&*address), sizeof *address) != 0
        || ::listen(fd, SOMAXCONN) != 0) {
        closeFd(fd);
        return failure(ErrorCode::IoFailed,
                       QStringLiteral("The lab's socket %1 cannot be made: %2.")
                           .arg(path, QString::fromLocal8Bit(std::strerror(errno))));
    }
    return std::unique_ptr<ControlPort>(new ControlPort(fd, std::move(handler)));
}

ControlPort::~ControlPort()
{
    stop();
    for (auto &[node, relocation] : m_relocations)
        closeFd(relocation.fd);
    closeFd(m_fd);
    closeFd(m_wake);
}

void ControlPort::stop()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
    }
    wake();
    if (m_thread.joinable())
        m_thread.join();
}

void ControlPort::wake() const
{
    const std::uint64_t one = 1;
    [[maybe_unused]] const ssize_t written = ::write(m_wake, &one, sizeof one);
}

Result<quint16> ControlPort::openRelocation(const QString &node, const QString &address)
{
    Relocation relocation{address.toStdString(), 0, -1};
    relocation.fd = listenOn(relocation.address, 0);
    if (relocation.fd < 0)
        return failure(
            ErrorCode::IoFailed,
            QStringLiteral("No port is free on %1 for xend's relocation server.").arg(address));
    relocation.port = boundPort(relocation.fd);
    {
        const std::lock_guard lock(m_mutex);
        m_relocations[node] = relocation;
    }
    wake();
    return static_cast<quint16>(relocation.port);
}

void ControlPort::setRelocation(const QString &node, bool open)
{
    {
        const std::lock_guard lock(m_mutex);
        const auto found = m_relocations.find(node);
        if (found == m_relocations.end())
            return;
        Relocation &relocation = found->second;
        if (!open && relocation.fd >= 0) {
            ::shutdown(relocation.fd,
                       SHUT_RDWR); // refuses from now on; closed by the thread that polls it
            m_closing.push_back(std::exchange(relocation.fd, -1));
        } else if (open && relocation.fd < 0) {
            relocation.fd = listenOn(relocation.address, relocation.port);
        }
    }
    wake();
}

void ControlPort::answer(int fd)
{
    QByteArray request;
    while (!request.contains('\n') && request.size() < MaxRequest) {
        pollfd ready{fd, POLLIN, 0};
        char bytes[512];
        const ssize_t count =
            ::poll(&ready, 1, RequestTimeoutMs) > 0 ? ::read(fd, bytes, sizeof bytes) : 0;
        if (count <= 0)
            return;
        request.append(bytes, count);
    }
    const QString line = QString::fromUtf8(request.left(request.indexOf('\n')));
    const Result<QString> result = m_handler(line.split(QLatin1Char(' '), Qt::SkipEmptyParts));
    const QByteArray head = result ? "ok " : "failed ";
    const QString text = result ? *result : result.error().message;
    writeAll(fd, head + text.toUtf8() + '\n');
}

void ControlPort::serve()
{
    for (;;) {
        std::vector<pollfd> fds = {{m_wake, POLLIN, 0}, {m_fd, POLLIN, 0}};
        {
            const std::lock_guard lock(m_mutex);
            for (int fd : m_closing)
                closeFd(fd);
            m_closing.clear();
            if (m_stopping)
                return;
            for (const auto &[node, relocation] : m_relocations)
                fds.push_back({relocation.fd, POLLIN, 0});
        }
        ::poll(fds.data(), fds.size(), -1);
        std::uint64_t count = 0;
        if (fds[0].revents != 0) [[maybe_unused]]
            const ssize_t length = ::read(m_wake, &count, sizeof count);
        for (std::size_t i = 1; i < fds.size(); ++i) {
            int fd = (fds[i].revents & POLLIN) != 0
                         ? ::accept4(fds[i].fd, nullptr, nullptr, SOCK_CLOEXEC)
                         : -1;
            if (fd >= 0 && i == 1)
                answer(fd);
            closeFd(fd);
        }
    }
}

Result<QString> ControlPort::ask(const QString &folder, const QStringList &words)
{
    const auto address = socketName(folder + QStringLiteral("/control"));
    if (!address)
        return std::unexpected(address.error());
    int fd = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (::connect(fd, reinterpret_cast<const sockaddr *>(&*address), sizeof *address) != 0) {
        closeFd(fd);
        return failure(ErrorCode::ConnectionFailed,
                       QStringLiteral("No lab answers in %1.").arg(folder));
    }
    writeAll(fd, words.join(QLatin1Char(' ')).toUtf8() + '\n');
    QByteArray reply;
    char bytes[4096];
    for (ssize_t count = ::read(fd, bytes, sizeof bytes); count > 0;
         count = ::read(fd, bytes, sizeof bytes))
        reply.append(bytes, count);
    closeFd(fd);
    const QString text = QString::fromUtf8(reply.mid(reply.indexOf(' ') + 1).trimmed());
    if (reply.startsWith("ok"))
        return text;
    return failure(ErrorCode::CommandFailed,
                   text.isEmpty() ? QStringLiteral("The lab in %1 did not answer.").arg(folder)
                                  : text);
}

} // namespace colonnade::lab
