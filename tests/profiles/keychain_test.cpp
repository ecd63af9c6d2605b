// SPDX-License-Identifier: GPL-3.0-or-later
#include "profiles/keychain.h"

#include <gmock/gmock.h>

#include <QCoreApplication>
#include <QEventLoop>

#include <atomic>
#include <thread>

using namespace Qt::StringLiterals;

namespace colonnade::profiles {
namespace {

/// Runs @p work on another thread while this one, the main thread, runs its event loop.
template<typename Work>
void besideTheEventLoop(const Work &work)
{
    QEventLoop loop;
    std::jthread worker([&] {
        work();
        QMetaObject::invokeMethod(&loop, &QEventLoop::quit, Qt::QueuedConnection);
    });
    loop.exec();
}

TEST(Keychain, withoutOneSecretsAreNotKeptAnywhere)
{
    base::Result<void> stored;
    base::Result<std::optional<base::Secret>> read;
    besideTheEventLoop([&] {
        const Keychain keychain(std::chrono::seconds(60));
        stored = keychain.store(u"xenhost1/password"_s, base::Secret("secret"));
        read = keychain.read(u"xenhost1/password"_s);
    });
    ASSERT_FALSE(stored);
    ASSERT_FALSE(read);
    EXPECT_THAT(stored.error().code,
                testing::AnyOf(base::ErrorCode::Unsupported, base::ErrorCode::IoFailed));
    EXPECT_FALSE(stored.error().message.contains(u"secret"_s));
}

TEST(Keychain, givesUpWhenAskedTo)
{
    std::stop_source stop;
    stop.request_stop();
    base::Result<std::optional<base::Secret>> read;
    std::jthread worker([&] { read = Keychain().read(u"xenhost1/password"_s, stop.get_token()); });
    worker.join(); // nobody runs the event loop meanwhile
    ASSERT_FALSE(read);
    EXPECT_EQ(read.error().code, base::ErrorCode::Canceled);
    QCoreApplication::processEvents();
}

TEST(Keychain, aDeafOneIsGivenUpAtTheDeadline)
{
    base::Result<std::optional<base::Secret>> read;
    std::jthread worker(
        [&] { read = Keychain(std::chrono::milliseconds(1)).read(u"xenhost1/password"_s); });
    worker.join();
    ASSERT_FALSE(read);
    EXPECT_EQ(read.error().code, base::ErrorCode::TimedOut);
    QCoreApplication::processEvents();
}

} // namespace
} // namespace colonnade::profiles
