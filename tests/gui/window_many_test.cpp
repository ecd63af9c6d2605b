// SPDX-License-Identifier: GPL-3.0-or-later
// Sixty nodes that work and four that do not, each in its own way, behind real sshds.
#include "gui/mainwindow.h"
#include "gui/window_fixture.h"
#include "profiles/store.h"
#include "support/sshd.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTimer>

#include <unistd.h>

#include <algorithm>
#include <ctime>
#include <iostream>
#include <memory>
#include <utility>
#include <vector>

using namespace Qt::StringLiterals;

namespace colonnade::gui {
namespace {

constexpr int Good = 60;
constexpr int PerServer = 15; ///< sshd listens on 16 sockets at most

/// The processor time of this thread.
qint64 ownMs()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return time.tv_sec * 1000 + time.tv_nsec / 1'000'000;
}

/// The longest time for which the event loop did not come round, and the most that the window's
/// thread had to do in one round: the rest of it waited for a processor.
class LoopWatch
{
public:
    LoopWatch()
    {
        m_since.start();
        m_own = ownMs();
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] {
            m_longest = std::max(m_longest, m_since.restart());
            const qint64 now = ownMs();
            m_most = std::max(m_most, now - std::exchange(m_own, now));
        });
        m_timer.start(1);
    }
    qint64 longestMs() const { return m_longest; }
    qint64 mostOwnMs() const { return m_most; }

private:
    QTimer m_timer;
    QElapsedTimer m_since;
    qint64 m_own = 0;
    qint64 m_longest = 0;
    qint64 m_most = 0;
};

/// Where a good node listens: each at an address of its own, as hosts do.
QString addressOf(int node)
{
    return u"127.0.77.%1"_s.arg(node + 1);
}

/// A server for the good nodes from @p first on.
std::unique_ptr<test::Sshd> makeServer(int first)
{
    QByteArray config = "MaxStartups 200\n";
    for (int node = first; node < first + PerServer; ++node)
        config += "ListenAddress " + addressOf(node).toLatin1() + '\n';
    return std::make_unique<test::Sshd>(
        test::Sshd::Options{.address = u"127.0.79.%1"_s.arg(first + 1), .config = config});
}

class ManyNodes : public testing::Test
{
protected:
    void SetUp() override
    {
        if (!test::Sshd::unavailable().isEmpty())
            GTEST_SKIP() << qPrintable(test::Sshd::unavailable());
        ASSERT_TRUE(refusing.start()) << qPrintable(refusing.error());
        ASSERT_TRUE(changed.start()) << qPrintable(changed.error());
        ASSERT_TRUE(silent.listen(QHostAddress(u"127.0.78.1"_s))); // nobody ever speaks there
        QFile known(knownHosts());
        ASSERT_TRUE(known.open(QIODevice::WriteOnly));
        for (int first = 0; first < Good; first += PerServer) {
            good.push_back(makeServer(first));
            ASSERT_TRUE(good.back()->start()) << qPrintable(good.back()->error());
            known.write("[127.0.77.*]:" + QByteArray::number(good.back()->port()) + ' '
                        + good.back()->hostKey() + '\n');
        }
        known.write("[" + refusing.address().toLatin1() + "]:" + QByteArray::number(refusing.port())
                    + ' ' + refusing.hostKey() + '\n');
        // On file for the address of the changed one: the key of somebody else.
        known.write("[127.0.0.1]:" + QByteArray::number(changed.port()) + ' ' + refusing.hostKey()
                    + '\n');
    }

    QString knownHosts() const { return folder.filePath(u"known_hosts"_s); }

    profiles::Profile profile(const QString &name, const QString &host, quint16 port,
                              const QString &key) const
    {
        profiles::Profile result;
        result.name = name;
        result.cluster = u"many"_s;
        result.host = host;
        result.port = port;
        result.user = test::Sshd::user();
        result.methods = {profiles::LoginMethod::KeyFile};
        result.identityFiles = QStringList{key};
        result.knownHostsFile = knownHosts();
        return result;
    }

    QList<profiles::Profile> goodOnes() const
    {
        QList<profiles::Profile> result;
        for (int node = 0; node < Good; ++node) {
            const test::Sshd &server = *good[std::size_t(node / PerServer)];
            result.append(
                profile(u"good%1"_s.arg(node), addressOf(node), server.port(), server.clientKey()));
        }
        return result;
    }

    QList<profiles::Profile> badOnes() const
    {
        QTcpServer closed;
        closed.listen(QHostAddress(u"127.0.78.2"_s));
        QList<profiles::Profile> result = {
            profile(u"silent"_s, u"127.0.78.1"_s, silent.serverPort(), changed.clientKey()),
            profile(u"closed"_s, u"127.0.78.2"_s, closed.serverPort(), changed.clientKey()),
            profile(u"changed"_s, changed.address(), changed.port(), changed.clientKey()),
            profile(u"refusing"_s, refusing.address(), refusing.port(), changed.clientKey())};
        return result;
    }

    static bool isConnected(const cluster::ClusterState &state, const QString &node)
    {
        const cluster::NodeState *found = state.node(node);
        return found && found->connection.phase == remote::Phase::Connected;
    }

    struct Outcome
    {
        qint64 upMs = 0;       ///< until all good ones were connected
        qint64 longestGap = 0; ///< of the event loop
        qint64 mostOwn = 0;    ///< of the window's thread, in one round
    };

    /// Opens a window on @p profiles and waits until the good ones are up.
    Outcome open(const QList<profiles::Profile> &profiles, const QString &name)
    {
        Environment environment;
        environment.persistent = false;
        environment.profilesFile = folder.filePath(name + u"/profiles.json"_s);
        environment.journalFolder = folder.filePath(name + u"/journal"_s);
        profiles::Store store(environment.profilesFile);
        for (const profiles::Profile &each : profiles)
            EXPECT_TRUE(store.add(each));

        QElapsedTimer timer;
        Outcome outcome;
        {
            MainWindow window(environment);
            window.resize(1400, 900);
            window.show();
            const LoopWatch watch;
            timer.start();
            window.begin();
            EXPECT_TRUE(waitUntil([&] { return goodAreUp(window); }, std::chrono::minutes(3)));
            outcome.upMs = timer.elapsed();
            judgeBadOnes(window, profiles.size() > Good);
            outcome.longestGap = watch.longestMs();
            outcome.mostOwn = watch.mostOwnMs();
        }
        EXPECT_TRUE(environment.pool->waitForDone(60'000));
        return outcome;
    }

    static cluster::ClusterState stateOf(const MainWindow &window)
    {
        const ClusterController *cluster = window.clusters()->find(u"many"_s);
        return cluster ? cluster->state() : cluster::ClusterState();
    }

    static bool goodAreUp(const MainWindow &window)
    {
        const cluster::ClusterState state = stateOf(window);
        for (int node = 0; node < Good; ++node) {
            if (!isConnected(state, u"good%1"_s.arg(node)))
                return false;
        }
        return true;
    }

    static void judgeBadOnes(const MainWindow &window, bool there)
    {
        if (!there)
            return;
        const auto error = [&](const QString &node) {
            const cluster::ClusterState state = stateOf(window);
            const remote::Status status = state.node(node)->connection;
            return status.error ? std::optional(status.error->code) : std::nullopt;
        };
        // The dead one is still being tried while all the others are there.
        EXPECT_FALSE(isConnected(stateOf(window), u"silent"_s));
        EXPECT_TRUE(waitUntil(
            [&] { return error(u"closed"_s) && error(u"changed"_s) && error(u"refusing"_s); }));
        EXPECT_EQ(error(u"closed"_s), base::ErrorCode::ConnectionFailed);
        EXPECT_EQ(error(u"changed"_s), base::ErrorCode::HostKeyChanged);
        EXPECT_EQ(error(u"refusing"_s), base::ErrorCode::AuthenticationFailed);
    }

    QTemporaryDir folder;
    std::vector<std::unique_ptr<test::Sshd>> good;
    test::Sshd changed;
    test::Sshd refusing{test::Sshd::Options{.address = u"127.0.78.3"_s}};
    QTcpServer silent;
};

TEST_F(ManyNodes, fourThatFailHoldUpNeitherTheOthersNorTheWindow)
{
    const Outcome alone = open(goodOnes(), u"alone"_s);
    const Outcome together = open(badOnes() + goodOnes(), u"together"_s);
    for (const auto &[what, outcome] :
         {std::pair{"good nodes alone", alone}, {"with four bad ones", together}})
        std::cout << Good << ' ' << what << ": up after " << outcome.upMs
                  << " ms, longest gap of the event loop " << outcome.longestGap
                  << " ms, most work of the window in one round " << outcome.mostOwn << " ms\n";
}

} // namespace
} // namespace colonnade::gui
