// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/tcp.h"

#include "remote/words.h"

#include <QUrl>

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <mutex>
#include <netdb.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <thread>
#include <vector>

namespace colonnade::remote {

using base::ErrorCode;
using base::failure;

namespace {

struct Address
{
    sockaddr_storage storage{};
    socklen_t size = 0;
};

using Addresses = std::vector<Address>;

/// getaddrinfo(); gives its error number.
int lookUp(const QByteArray &host, quint16 port, int flags, Addresses &addresses)
{
    addrinfo hints{};
    hints.ai_socktype = SOCK_STREAM;
    hints.ai_flags = flags | AI_NUMERICSERV;
    addrinfo *found = nullptr;
    const int error =
        ::getaddrinfo(host.constData(), QByteArray::number(port).constData(), &hints, &found);
    for (const addrinfo *entry = error == 0 ? found : nullptr; entry; entry = entry->ai_next) {
        Address address;
        std::memcpy(&address.storage, entry->ai_addr, entry->ai_addrlen);
        address.size = entry->ai_addrlen;
        addresses.push_back(address);
    }
    if (error == 0)
        ::freeaddrinfo(found);
    return error;
}

/// What the thread that looks a name up and the one that waits for it share.
struct LookUp
{
    std::mutex mutex;
    Addresses addresses;
    int error = 0;
    Wakeup done;
};

base::Result<Addresses> resolve(const QString &host, quint16 port, Waiter &waiter)
{
    const QByteArray name = QUrl::toAce(host).isEmpty() ? host.toUtf8() : QUrl::toAce(host);
    Addresses addresses;
    if (lookUp(name, port, AI_NUMERICHOST, addresses) == 0)
        return addresses;

    // getaddrinfo() cannot be interrupted and may take a minute. The thread is left to itself,
    // since a connection that is closed must not wait for a name server.
    const auto shared = std::make_shared<LookUp>();
    std::thread([shared, name, port] {
        Addresses found;
        const int error = lookUp(name, port, AI_ADDRCONFIG, found);
        const std::lock_guard lock(shared->mutex);
        shared->addresses = std::move(found);
        shared->error = error;
        shared->done.notify();
    }).detach();
    if (const auto ready = waiter.wait(shared->done.descriptor(), POLLIN); !ready)
        return std::unexpected(ready.error());

    const std::lock_guard lock(shared->mutex);
    if (shared->error != 0)
        return failure(ErrorCode::ConnectionFailed,
                       Words::tr("the host name cannot be looked up: %1")
                           .arg(QString::fromLocal8Bit(::gai_strerror(shared->error))),
                       Words::tr("Check the host name in the profile."));
    return shared->addresses;
}

std::unexpected<base::Error> socketFailure(int error)
{
    QString remedy;
    if (error == ECONNREFUSED)
        remedy =
            Words::tr("Check that sshd runs there and that the port in the profile is its port.");
    else if (error == EHOSTUNREACH || error == ENETUNREACH || error == ETIMEDOUT)
        remedy = Words::tr("Check that the host is on, and the network.");
    return failure(ErrorCode::ConnectionFailed, QString::fromLocal8Bit(std::strerror(error)),
                   remedy);
}

base::Result<Descriptor> connectTo(const Address &address, Waiter &waiter,
                                   Clock::time_point deadline)
{
    Descriptor fd(::socket(address.storage.ss_family, SOCK_STREAM, 0));
    if (!fd.isOpen())
        return socketFailure(errno);
    ::fcntl(fd.get(), F_SETFL, O_NONBLOCK);
    ::fcntl(fd.get(), F_SETFD, FD_CLOEXEC);
    const int on = 1;
    ::setsockopt(fd.get(), IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);

    if (::connect(fd.get(), reinterpret_cast<const sockaddr *>(&address.storage), address.size)
        == 0)
        return fd;
    if (errno != EINPROGRESS)
        return socketFailure(errno);
    if (const auto ready = waiter.wait(fd.get(), POLLOUT, deadline); !ready)
        return std::unexpected(ready.error());
    int error = 0;
    socklen_t size = sizeof error;
    ::getsockopt(fd.get(), SOL_SOCKET, SO_ERROR, &error, &size);
    if (error != 0)
        return socketFailure(error);
    return fd;
}

} // namespace

base::Result<Descriptor> connectTcp(const QString &host, quint16 port, Waiter &waiter)
{
    const auto addresses = resolve(host, port, waiter);
    if (!addresses)
        return std::unexpected(addresses.error());
    base::Result<Descriptor> result =
        failure(ErrorCode::ConnectionFailed, Words::tr("the host has no address"));
    for (std::size_t i = 0; i < addresses->size(); ++i) {
        // A silent first address leaves time for the others.
        const auto share =
            (waiter.deadline() - Clock::now()) / static_cast<int>(addresses->size() - i);
        result = connectTo((*addresses)[i], waiter, Clock::now() + share);
        if (result || result.error().code == ErrorCode::Canceled)
            break;
    }
    return result;
}

} // namespace colonnade::remote
