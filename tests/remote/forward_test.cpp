// SPDX-License-Identifier: GPL-3.0-or-later
#include "jumptest.h"

#include "remote/forward.h"
#include "remote/sessions.h"

#include <QCryptographicHash>
#include <QFile>
#include <QScopeGuard>

#include <arpa/inet.h>
#include <sys/socket.h>
#include <thread>

namespace colonnade::remote {
namespace {

using base::Result;
using namespace std::chrono_literals;

/// A TCP server on 127.0.0.1 for one client, which @p serve gets; it may block.
class TcpServer
{
public:
    explicit TcpServer(std::function<void(int)> serve)
        : m_listener(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
    {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof address;
        ::bind(m_listener.get(), reinterpret_cast<const sockaddr *>(&address), size);
        ::listen(m_listener.get(), 1);
        ::getsockname(m_listener.get(), reinterpret_cast<sockaddr *>(&address), &size);
        m_port = ntohs(address.sin_port);
        m_thread = std::jthread([this, serve = std::move(serve)] {
            const Descriptor client(::accept4(m_listener.get(), nullptr, nullptr, SOCK_CLOEXEC));
            if (client.isOpen())
                serve(client.get());
        });
    }
    ~TcpServer() { waitForEnd(); }

    /// Waits until the client has been served; does not wait for one to come.
    void waitForEnd()
    {
        ::shutdown(m_listener.get(), SHUT_RDWR);
        if (m_thread.joinable())
            m_thread.join();
    }

    quint16 port() const { return m_port; }

private:
    Descriptor m_listener;
    quint16 m_port = 0;
    std::jthread m_thread;
};

/// Bytes that show where they belong.
QByteArray pattern(qint64 from, qsizetype size)
{
    QByteArray result(size, Qt::Uninitialized);
    for (qsizetype i = 0; i < size; ++i)
        result[i] = static_cast<char>((from + i) * 2654435761U >> 13);
    return result;
}

class ForwardTest : public JumpTest
{
protected:
    /// A connection to a port of 127.0.0.1 through the bastion.
    Descriptor forwardTo(quint16 port)
    {
        m_lease = std::make_unique<JumpLease>(*bastion(), interaction);
        m_forward =
            std::make_shared<Forward>(QStringLiteral("127.0.0.1"), port, Clock::time_point::min());
        m_lease->session().submit(m_forward);
        std::optional<Forward::Answer> answer;
        while (!answer) {
            pollfd entry{m_forward->descriptor(), POLLIN, 0};
            if (::poll(&entry, 1, 60'000) <= 0)
                break;
            m_forward->drain();
            answer = m_forward->takeAnswer();
        }
        if (!answer || !*answer)
            return {};
        return *std::move(*answer);
    }

    /// What comes next; empty at the end.
    static QByteArray read(const Descriptor &fd, qsizetype size = 64 * 1024)
    {
        pollfd entry{fd.get(), POLLIN, 0};
        QByteArray bytes(size, Qt::Uninitialized);
        if (::poll(&entry, 1, 60'000) <= 0)
            return {};
        const ssize_t count = ::recv(fd.get(), bytes.data(), static_cast<size_t>(size), 0);
        bytes.resize(std::max<ssize_t>(count, 0));
        return bytes;
    }

    /// Passes time that is not measured in seconds, in which a session has a lot of turns.
    void useTheSession(int commands)
    {
        test::Sshd target{{.address = QStringLiteral("127.0.0.2")}};
        ASSERT_TRUE(target.start()) << qPrintable(target.error());
        SshConnection connection(behind(bastion(), target), interaction);
        for (int i = 0; i < commands; ++i)
            ASSERT_TRUE(connection.query(command("true")));
    }

    std::unique_ptr<JumpLease> m_lease;
    std::shared_ptr<Forward> m_forward;
};

TEST_F(ForwardTest, eachWayEndsForItself)
{
    QByteArray request;
    TcpServer tcp([&](int client) {
        char bytes[4096];
        for (ssize_t size; (size = ::recv(client, bytes, sizeof bytes, 0)) > 0;)
            request.append(bytes, size);
        ::send(client, "seen", 4, MSG_NOSIGNAL); // after our end
    });
    const Descriptor fd = forwardTo(tcp.port());
    ASSERT_TRUE(fd.isOpen());
    ASSERT_EQ(::send(fd.get(), "hello", 5, MSG_NOSIGNAL), 5);
    ::shutdown(fd.get(), SHUT_WR);
    EXPECT_EQ(read(fd), "seen");
    EXPECT_EQ(read(fd), QByteArray());
    tcp.waitForEnd();
    EXPECT_EQ(request, "hello");
}

TEST_F(ForwardTest, theOtherWayRound)
{
    QByteArray answer;
    TcpServer tcp([&](int client) {
        ::send(client, "over", 4, MSG_NOSIGNAL);
        ::shutdown(client, SHUT_WR);
        char bytes[4096];
        for (ssize_t size; (size = ::recv(client, bytes, sizeof bytes, 0)) > 0;)
            answer.append(bytes, size);
    });
    {
        const Descriptor fd = forwardTo(tcp.port());
        ASSERT_TRUE(fd.isOpen());
        EXPECT_EQ(read(fd), "over");
        EXPECT_EQ(read(fd), QByteArray());
        ASSERT_EQ(::send(fd.get(), "and out", 7, MSG_NOSIGNAL), 7);
    }
    tcp.waitForEnd();
    EXPECT_EQ(answer, "and out");
}

TEST_F(ForwardTest, whoDoesNotReadHoldsTheSenderUpAndNobodyElse)
{
    constexpr qint64 All = 64 * 1024 * 1024;
    std::atomic<qint64> sent = 0;
    const TcpServer tcp([&](int client) {
        while (sent < All) {
            const QByteArray bytes = pattern(sent, 32768);
            const ssize_t size =
                ::send(client, bytes.constData(), static_cast<size_t>(bytes.size()), MSG_NOSIGNAL);
            if (size <= 0)
                return;
            sent += size;
        }
    });
    const Descriptor fd = forwardTo(tcp.port());
    ASSERT_TRUE(fd.isOpen());
    ASSERT_NO_FATAL_FAILURE(useTheSession(200));
    // The windows of ours, of sshd and the buffers of the sockets on the way.
    EXPECT_LT(sent.load(), 24 * 1024 * 1024);

    // A slow reader gets all of it, in order.
    qint64 received = 0;
    for (qsizetype size = 1; received < All; size = size * 3 % 100'003 + 1) {
        const QByteArray bytes = read(fd, size);
        ASSERT_FALSE(bytes.isEmpty()) << received;
        ASSERT_EQ(bytes, pattern(received, bytes.size())) << received;
        received += bytes.size();
    }
    EXPECT_EQ(read(fd), QByteArray());
}

TEST_F(ForwardTest, aTargetThatDoesNotReadHoldsItsSenderUpAndNobodyElse)
{
    std::atomic<bool> reads = false;
    std::atomic<qint64> received = 0;
    std::atomic<bool> intact = true;
    const TcpServer tcp([&](int client) {
        reads.wait(false);
        QByteArray bytes(65536, Qt::Uninitialized);
        for (ssize_t size; (size = ::recv(client, bytes.data(), 65536, 0)) > 0;) {
            intact = intact && bytes.first(size) == pattern(received, size);
            received += size;
        }
    });
    const auto letItRead = [&] {
        reads = true;
        reads.notify_all();
    };
    const auto atLast = qScopeGuard(letItRead);
    Descriptor fd = forwardTo(tcp.port());
    ASSERT_TRUE(fd.isOpen());
    qint64 sent = 0;
    const auto sendAll = [&](qint64 most) {
        while (sent < most) {
            const QByteArray bytes = pattern(sent, 32768);
            const ssize_t size = ::send(fd.get(), bytes.constData(),
                                        static_cast<size_t>(bytes.size()), MSG_NOSIGNAL);
            if (size < 0)
                return;
            sent += size;
        }
    };
    constexpr qint64 Many = 64 * 1024 * 1024;
    for (int i = 0; i < 3; ++i) {
        sendAll(Many);
        ASSERT_NO_FATAL_FAILURE(useTheSession(50));
    }
    EXPECT_LT(sent, 24 * 1024 * 1024);
    letItRead();
    while (sent < Many) {
        pollfd entry{fd.get(), POLLOUT, 0};
        ASSERT_GT(::poll(&entry, 1, 60'000), 0);
        sendAll(Many);
    }
    fd = Descriptor();
    EXPECT_TRUE(eventually([&] { return received == Many; })) << received.load();
    EXPECT_TRUE(intact);
}

TEST_F(ForwardTest, anAnswerThatNobodyTakesIsClosed)
{
    std::atomic<bool> connected = false;
    std::atomic<bool> closed = false;
    const TcpServer tcp([&](int client) {
        connected = true;
        char byte = 0;
        closed = ::recv(client, &byte, 1, 0) == 0;
    });
    JumpLease lease(*bastion(), interaction);
    const auto forward = std::make_shared<Forward>(QStringLiteral("127.0.0.1"), tcp.port(),
                                                   Clock::time_point::min());
    lease.session().submit(forward);
    ASSERT_TRUE(eventually([&] { return connected.load(); }));
    // The answer has come or is on its way.
    forward->abandon();
    EXPECT_TRUE(eventually([&] { return closed.load(); }));
}

TEST_F(ForwardTest, muchGoesThroughTwoHopsUnharmed)
{
    test::Sshd second{{.address = QStringLiteral("127.0.0.3")}};
    test::Sshd target{{.address = QStringLiteral("127.0.0.2")}};
    ASSERT_TRUE(second.start()) << qPrintable(second.error());
    ASSERT_TRUE(target.start()) << qPrintable(target.error());
    const Jump jump = asJump(behind(bastion(), second), QStringLiteral("second"));
    SshConnection connection(behind(jump, target), interaction);

    constexpr qsizetype Size = 50 * 1000 * 1000;
    QFile file(target.path(QStringLiteral("much")));
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    ASSERT_EQ(file.write(pattern(0, Size)), Size);
    file.close();
    Command cat = command("cat \"$HOME/much\"", 5min);
    cat.outputLimit = Size;
    const Result<Output> much = connection.run(cat);
    ASSERT_TRUE(much) << qPrintable(much.error().message);
    EXPECT_TRUE(much->out == pattern(0, Size));

    // Eight at the same time, both ways.
    std::vector<std::jthread> threads;
    std::vector<Result<Output>> results(8, Output{});
    for (std::size_t i = 0; i < results.size(); ++i) {
        threads.emplace_back([&, i] {
            Command echo = command(
                "f=$(mktemp); cat >\"$f\"; cat \"$f\" >&2; sha256sum <\"$f\"; rm \"$f\"", 5min);
            echo.input = pattern(static_cast<qint64>(i) * 1000, 3'000'000);
            results[i] = connection.run(echo);
        });
    }
    threads.clear();
    for (std::size_t i = 0; i < results.size(); ++i) {
        ASSERT_TRUE(results[i]) << qPrintable(results[i].error().message);
        const QByteArray sent = pattern(static_cast<qint64>(i) * 1000, 3'000'000);
        EXPECT_TRUE(results[i]->err == sent);
        EXPECT_TRUE(results[i]->out.startsWith(
            QCryptographicHash::hash(sent, QCryptographicHash::Sha256).toHex()));
    }
}

} // namespace
} // namespace colonnade::remote
