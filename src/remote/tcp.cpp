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

std::unexpected<base::Error> nameFailure(int error)
{
    if (error == EAI_AGAIN)
        return failure(ErrorCode::ConnectionFailed,
                       Words::tr("no name server says what the address of that host is"),
                       Words::tr("Check this workstation's network and its name servers "
                                 "(/etc/resolv.conf), or put the address into the profile."));
    if (error == EAI_NONAME || error == EAI_NODATA)
        return failure(ErrorCode::ConnectionFailed,
                       Words::tr("there is no host of that name that has an address"),
                       Words::tr("Check the host name in the profile, or put the address there."));
    return failure(ErrorCode::ConnectionFailed,
                   Words::tr("the host name cannot be looked up: %1")
                       .arg(QString::fromLocal8Bit(::gai_strerror(error))),
                   Words::tr("Check the host name in the profile."));
}

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
        return ready.error().code == ErrorCode::TimedOut ? nameFailure(EAI_AGAIN)
                                                         : std::unexpected(ready.error());

    const std::lock_guard lock(shared->mutex);
    if (shared->error != 0)
        return nameFailure(shared->error);
    return shared->addresses;
}

QString addressText(const Address &address)
{
    char text[NI_MAXHOST] = "";
    ::getnameinfo(reinterpret_cast<const sockaddr *>(&address.storage), address.size, text,
                  sizeof text, nullptr, 0, NI_NUMERICHOST);
    return QString::fromLatin1(text);
}

/// With the port; an IPv6 address in brackets.
QString placeText(const Address &address, quint16 port)
{
    const QString text = addressText(address);
    return Words::tr("%1 port %2")
        .arg(address.storage.ss_family == AF_INET6 ? u'[' + text + u']' : text,
             QString::number(port));
}

std::unexpected<base::Error> socketFailure(int error)
{
    const auto failed = [](const QString &words, const QString &remedy) {
        return failure(ErrorCode::ConnectionFailed, words, remedy);
    };
    const QString checkNetwork = Words::tr("Check that the host is on, and the network.");
    switch (error) {
    case ECONNREFUSED:
        return failed(
            Words::tr("the connection was refused: nothing listens there"),
            Words::tr("Check that sshd runs there and that the port in the profile is its port."));
    case ETIMEDOUT:
        return failed(Words::tr("it did not answer"),
                      Words::tr("Check that the host is on, and that no firewall is between."));
    case EHOSTUNREACH:
        return failed(Words::tr("the host cannot be reached: no way to it, or it is off"),
                      checkNetwork);
    case ENETUNREACH:
        return failed(Words::tr("this workstation has no way to that network"),
                      Words::tr("Check this workstation's network, a VPN for example."));
    case ECONNRESET:
        return failed(Words::tr("the connection was reset"), checkNetwork);
    case EACCES:
    case EPERM:
        return failed(Words::tr("this workstation does not let the connection out"),
                      Words::tr("Look at its own firewall."));
    default:
        return failed(QString::fromLocal8Bit(std::strerror(error)), {});
    }
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
        return ready.error().code == ErrorCode::TimedOut ? socketFailure(ETIMEDOUT)
                                                         : std::unexpected(ready.error());
    int error = 0;
    socklen_t size = sizeof error;
    ::getsockopt(fd.get(), SOL_SOCKET, SO_ERROR, &error, &size);
    if (error != 0)
        return socketFailure(error);
    return fd;
}

/// What became of each address, where there are several.
QString allFailures(const QStringList &failures)
{
    constexpr qsizetype most = 4;
    return failures.mid(0, most).join(QStringLiteral("; "))
           + (failures.size() > most ? QStringLiteral("; ...") : QString());
}

base::Result<Descriptor> connectToAny(const Addresses &addresses, quint16 port, Waiter &waiter,
                                      QString &reached)
{
    base::Result<Descriptor> result =
        failure(ErrorCode::ConnectionFailed, Words::tr("the host has no address"));
    QStringList failures;
    for (std::size_t i = 0; i < addresses.size(); ++i) {
        // A silent first address leaves time for the others.
        const auto share =
            (waiter.deadline() - Clock::now()) / static_cast<int>(addresses.size() - i);
        reached = placeText(addresses[i], port);
        result = connectTo(addresses[i], waiter, Clock::now() + share);
        if (result || result.error().code == ErrorCode::Canceled)
            return result;
        failures.append(
            QStringLiteral("%1: %2").arg(addressText(addresses[i]), result.error().message));
    }
    if (failures.size() > 1)
        return failure(ErrorCode::ConnectionFailed, allFailures(failures), result.error().remedy);
    return result;
}

} // namespace

base::Result<Descriptor>
connectTcp(const QString &host, quint16 port, Waiter &waiter,
           const std::function<void(Stage, const QString &detail)> &stageReached)
{
    stageReached(Stage::Resolve, {});
    const auto addresses = resolve(host, port, waiter);
    if (!addresses)
        return std::unexpected(addresses.error());
    QStringList texts;
    for (const Address &address : *addresses)
        texts.append(addressText(address));
    texts.removeDuplicates();
    stageReached(Stage::Resolve, texts.join(QStringLiteral(", ")));

    stageReached(Stage::Connect, {});
    QString reached;
    base::Result<Descriptor> result = connectToAny(*addresses, port, waiter, reached);
    if (result)
        stageReached(Stage::Connect, reached);
    return result;
}

} // namespace colonnade::remote
