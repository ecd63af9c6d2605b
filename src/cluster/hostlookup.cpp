// SPDX-License-Identifier: GPL-3.0-or-later
#include "cluster/discovery.h"

#include <condition_variable>
#include <memory>
#include <mutex>
#include <netdb.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <thread>

namespace colonnade::cluster {

namespace {

constexpr qsizetype MostNames = 200; ///< each takes a thread

/// What the threads that look names up and the one that waits for them share.
struct LookUp
{
    std::mutex mutex;
    std::condition_variable_any changed;
    QHash<QString, QStringList> found;
    qsizetype open = 0;
};

QStringList lookUp(const QByteArray &name)
{
    addrinfo hints{};
    hints.ai_socktype = SOCK_STREAM;
    addrinfo *list = nullptr;
    if (::getaddrinfo(name.constData(), nullptr, &hints, &list) != 0)
        return {};
    QStringList result;
    for (const addrinfo *entry = list; entry; entry = entry->ai_next) {
        char text[NI_MAXHOST];
        if (::getnameinfo(entry->ai_addr, entry->ai_addrlen, text, sizeof text, nullptr, 0,
                          NI_NUMERICHOST)
                == 0
            && !result.contains(QString::fromLatin1(text)))
            result.append(QString::fromLatin1(text));
    }
    ::freeaddrinfo(list);
    return result;
}

} // namespace

QHash<QString, QStringList> HostLookup::addresses(const QStringList &names,
                                                  std::chrono::milliseconds limit,
                                                  std::stop_token stop)
{
    const auto shared = std::make_shared<LookUp>();
    const QStringList asked = names.first(std::min(names.size(), MostNames));
    shared->open = asked.size();
    for (const QString &name : asked) {
        // Detached: getaddrinfo() cannot be interrupted and may take a minute.
        std::thread([shared, name] {
            const QStringList numbers = lookUp(name.toUtf8());
            const std::lock_guard lock(shared->mutex);
            if (!numbers.isEmpty())
                shared->found.insert(name, numbers);
            --shared->open;
            shared->changed.notify_all();
        }).detach();
    }
    std::unique_lock lock(shared->mutex);
    shared->changed.wait_for(lock, stop, limit, [&] { return shared->open == 0; });
    return shared->found;
}

} // namespace colonnade::cluster
