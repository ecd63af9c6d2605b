// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QList>
#include <QObject>
#include <QTimer>

#include <chrono>
#include <functional>
#include <memory>
#include <mutex>

namespace colonnade::gui {

/// Carries values from any thread to the thread of one QObject, in batches and never more often
/// than once per interval, however fast they come. When more than @p limit wait, the oldest are
/// dropped.
template<typename T>
class Inbox
{
public:
    using Handler = std::function<void(const QList<T> &)>;

    /// @p handler runs in the thread of @p owner, which must own this inbox.
    Inbox(QObject *owner, Handler handler, qsizetype limit,
          std::chrono::milliseconds interval = std::chrono::milliseconds(100))
        : m_shared(std::make_shared<Shared>(owner, std::move(handler), limit, interval))
    {
    }
    ~Inbox()
    {
        const std::scoped_lock lock(m_shared->mutex);
        m_shared->owner = nullptr;
    }
    Q_DISABLE_COPY_MOVE(Inbox)

    /// May be called on any thread and after the inbox is gone, when it does nothing.
    std::function<void(const T &)> sink() const
    {
        return [shared = m_shared](const T &value) { push(shared, value); };
    }

private:
    struct Shared
    {
        Shared(QObject *who, Handler what, qsizetype most, std::chrono::milliseconds pause)
            : owner(who), handler(std::move(what)), limit(most), interval(pause)
        {
        }
        std::mutex mutex;
        QObject *owner;
        Handler handler;
        qsizetype limit;
        std::chrono::milliseconds interval;
        QList<T> waiting;
        bool scheduled = false;
        QElapsedTimer sinceLast; ///< of the owner's thread alone
    };
    using Pointer = std::shared_ptr<Shared>;

    static void push(const Pointer &shared, const T &value)
    {
        const std::scoped_lock lock(shared->mutex);
        if (!shared->owner)
            return;
        if (shared->waiting.size() >= shared->limit)
            shared->waiting.removeFirst();
        shared->waiting.append(value);
        if (std::exchange(shared->scheduled, true))
            return;
        QMetaObject::invokeMethod(
            shared->owner, [shared] { wake(shared); }, Qt::QueuedConnection);
    }

    static void wake(const Pointer &shared)
    {
        const auto passed = std::chrono::milliseconds(
            shared->sinceLast.isValid() ? shared->sinceLast.elapsed() : shared->interval.count());
        if (passed >= shared->interval)
            deliver(shared);
        else
            QTimer::singleShot(shared->interval - passed, shared->owner,
                               [shared] { deliver(shared); });
    }

    static void deliver(const Pointer &shared)
    {
        QList<T> batch;
        {
            const std::scoped_lock lock(shared->mutex);
            if (!shared->owner)
                return;
            batch.swap(shared->waiting);
            shared->scheduled = false;
        }
        shared->sinceLast.start();
        shared->handler(batch);
    }

    Pointer m_shared;
};

} // namespace colonnade::gui
