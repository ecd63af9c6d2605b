// SPDX-License-Identifier: GPL-3.0-or-later
#include "hostileserver.h"
#include "jumptest.h"

#include <QFile>

#include <thread>

namespace colonnade::remote {
namespace {

using base::ErrorCode;
using base::Result;
using namespace std::chrono_literals;

class JumpRouteTest : public JumpTest
{
protected:
    void SetUp() override
    {
        ASSERT_NO_FATAL_FAILURE(JumpTest::SetUp());
        if (IsSkipped())
            return;
        ASSERT_TRUE(target.start()) << qPrintable(target.error());
    }

    /// A host behind the bastion that is no SSH server.
    static ConnectionSettings behind(const Jump &jump, quint16 port)
    {
        ConnectionSettings result;
        result.node = QStringLiteral("node9");
        result.host = QStringLiteral("127.0.0.1");
        result.port = port;
        result.methods.removeAll(LoginMethod::Agent);
        result.jump = jump;
        result.connectTimeout = 60s;
        return result;
    }
    using JumpTest::behind;

    test::Sshd target{{.address = QStringLiteral("127.0.0.2")}};
};

TEST_F(JumpRouteTest, reachesAHostThroughAnother)
{
    SshConnection connection(behind(bastion(), target), interaction);
    StatusWatch watch(connection);
    const Result<Output> result = connection.query(command("echo there"));
    ASSERT_TRUE(result) << qPrintable(result.error().message);
    EXPECT_EQ(result->out, "there\n");
    EXPECT_EQ(server.connectionCount(), 1);
    EXPECT_EQ(target.connectionCount(), 1);
    connection.close();
    ASSERT_TRUE(watch.reached(Phase::Closed));
    EXPECT_TRUE(target.waitForConnections(0));
    EXPECT_TRUE(server.waitForConnections(0));
}

TEST_F(JumpRouteTest, reachesAHostBehindThree)
{
    test::Sshd second{{.address = QStringLiteral("127.0.0.3")}};
    test::Sshd third{{.address = QStringLiteral("127.0.0.4")}};
    ASSERT_TRUE(second.start()) << qPrintable(second.error());
    ASSERT_TRUE(third.start()) << qPrintable(third.error());
    const auto next = [](const Jump &jump, const test::Sshd &sshd, const QString &node) {
        ConnectionSettings settings = behind(jump, sshd);
        settings.jumpLinger = 0ms;
        return asJump(settings, node);
    };
    const Jump two = next(bastion(), second, QStringLiteral("second"));
    const Jump three = next(two, third, QStringLiteral("third"));
    {
        SshConnection connection(behind(three, target), interaction);
        const Result<Output> result = connection.run(command("echo far"));
        ASSERT_TRUE(result) << qPrintable(result.error().message);
        EXPECT_EQ(result->out, "far\n");
        for (const test::Sshd *hop : {&server, &second, &third, &target})
            EXPECT_EQ(hop->connectionCount(), 1);
    }
    for (const test::Sshd *hop : {&target, &third, &second, &server})
        EXPECT_TRUE(hop->waitForConnections(0));
}

TEST_F(JumpRouteTest, theChainIsOfTheAttempt)
{
    test::Sshd other{{.address = QStringLiteral("127.0.0.3")}};
    ASSERT_TRUE(other.start()) << qPrintable(other.error());
    std::atomic<bool> useOther = false;
    const Jump one = bastion();
    const Jump two = asJump(settingsFor(other), QStringLiteral("other"));
    SshConnection connection(
        behind(one, target), interaction, {},
        [&]() -> Result<ConnectionSettings> { return behind(useOther ? two : one, target); });
    StatusWatch watch(connection);
    ASSERT_TRUE(connection.query(command("true")));
    EXPECT_EQ(other.connectionCount(), 0);
    connection.close();
    ASSERT_TRUE(watch.reached(Phase::Closed));
    useOther = true;
    connection.connectNow();
    ASSERT_TRUE(watch.reached(Phase::Connected, 2));
    EXPECT_TRUE(server.waitForConnections(0));
    EXPECT_EQ(other.connectionCount(), 1);
}

TEST_F(JumpRouteTest, tooManyJumpHostsAreRefused)
{
    Jump jump;
    for (int i = 0; i < 9; ++i) {
        ConnectionSettings hop = settings();
        hop.jump = jump;
        jump = asJump(hop);
    }
    SshConnection connection(behind(jump, target), interaction);
    const Result<Output> result = connection.run(command("true"));
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().code, ErrorCode::InvalidInput);
    EXPECT_EQ(connection.status().phase, Phase::Refused);
    EXPECT_EQ(loginCount(server), 0);
}

TEST_F(JumpRouteTest, theTargetsKeyIsAskedForUnderItsOwnName)
{
    ConnectionSettings how = behind(bastion(), target);
    how.knownHostsFiles = QStringList{target.path(QStringLiteral("new_known_hosts"))};
    interaction->hostKeyAnswer = HostKeyAnswer::AcceptAndSave;
    {
        SshConnection connection(how, interaction);
        ASSERT_TRUE(connection.run(command("true")));
    }
    const QList<HostKeyQuestion> questions = interaction->hostKeyQuestions();
    ASSERT_EQ(questions.size(), 1);
    EXPECT_EQ(questions[0].node, QStringLiteral("node1"));
    EXPECT_EQ(questions[0].host, target.address());
    EXPECT_EQ(questions[0].port, target.port());
    EXPECT_EQ(questions[0].jump, QStringLiteral("bastion"));

    // ssh(1) looks the key up where ours has put it: it does not ask, and gets in.
    QFile config(target.path(QStringLiteral("ssh_config")));
    ASSERT_TRUE(config.open(QIODevice::WriteOnly));
    const auto host = [&](const char *name, const test::Sshd &sshd, const QString &knownHosts) {
        return QStringLiteral("Host %1\nHostName %2\nPort %3\nUser %4\nIdentityFile %5\n"
                              "UserKnownHostsFile %6\n")
            .arg(QLatin1String(name), sshd.address(), QString::number(sshd.port()),
                 test::Sshd::user(), sshd.clientKey(), knownHosts)
            .toUtf8();
    };
    config.write("StrictHostKeyChecking yes\nBatchMode yes\nIdentityAgent none\n"
                 "GlobalKnownHostsFile /dev/null\n"
                 + host("bastion", server, server.knownHosts())
                 + host("node1", target, how.knownHostsFiles.first()));
    config.close();
    QByteArray output;
    EXPECT_TRUE(test::runProgram(QStringLiteral("ssh"),
                                 {QStringLiteral("-F"), config.fileName(), QStringLiteral("-J"),
                                  QStringLiteral("bastion"), QStringLiteral("node1"),
                                  QStringLiteral("echo agreed")},
                                 {}, &output))
        << output.constData();
    EXPECT_TRUE(output.endsWith("agreed\n")) << output.constData();
}

TEST_F(JumpRouteTest, aChangedKeyOfTheTargetIsRefused)
{
    QFile file(target.path(QStringLiteral("old_known_hosts")));
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write('[' + target.address().toUtf8() + "]:" + QByteArray::number(target.port()) + ' '
               + server.hostKey() + '\n');
    file.close();
    ConnectionSettings how = behind(bastion(), target);
    how.knownHostsFiles = QStringList{file.fileName()};
    SshConnection connection(how, interaction);
    const Result<Output> result = connection.run(command("true"));
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().code, ErrorCode::HostKeyChanged);
    EXPECT_EQ(connection.status().phase, Phase::Refused);
    EXPECT_TRUE(interaction->hostKeyQuestions().isEmpty());
}

TEST_F(JumpRouteTest, aBastionThatIsAbsentIsNamed)
{
    const Jump jump = bastion();
    server.stop();
    SshConnection connection(behind(jump, target), interaction);
    const Result<Output> result = connection.run(command("true"));
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().code, ErrorCode::ConnectionFailed);
    const QString expected =
        QStringLiteral("node1 cannot be reached at %1 port %2 through bastion: bastion cannot be "
                       "reached at %3 port %4: ")
            .arg(target.address(), QString::number(target.port()), server.address(),
                 QString::number(server.port()));
    EXPECT_TRUE(result.error().message.startsWith(expected)) << qPrintable(result.error().message);
    EXPECT_TRUE(result.error().message.contains(QStringLiteral("refused")))
        << qPrintable(result.error().message);
    EXPECT_FALSE(result.error().remedy.isEmpty());
    EXPECT_EQ(connection.status().phase, Phase::Waiting);

    ASSERT_TRUE(server.start()) << qPrintable(server.error());
    connection.connectNow();
    EXPECT_TRUE(connection.run(command("true")));
}

TEST_F(JumpRouteTest, aBastionThatForbidsForwardingIsNamed)
{
    test::Sshd strict{
        {.address = QStringLiteral("127.0.0.3"), .config = "AllowTcpForwarding no\n"}};
    ASSERT_TRUE(strict.start()) << qPrintable(strict.error());
    SshConnection connection(behind(asJump(settingsFor(strict)), target), interaction);
    const Result<Output> result = connection.run(command("true"));
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().code, ErrorCode::ConnectionFailed);
    EXPECT_TRUE(result.error().message.contains(
        QStringLiteral("through bastion: bastion does not let us through to it")))
        << qPrintable(result.error().message);
    EXPECT_TRUE(result.error().remedy.contains(QStringLiteral("AllowTcpForwarding")));
    EXPECT_EQ(connection.status().phase, Phase::Waiting);
    EXPECT_EQ(strict.connectionCount(), 1); // it is kept: others may be allowed through
}

/// Who gets which answer, when many fail at the same time.
TEST_F(JumpRouteTest, everyRefusalHasItsOwnReason)
{
    test::Sshd strict{{.address = QStringLiteral("127.0.0.3"),
                       .config = "PermitOpen 127.0.0.1:* " + target.address().toLatin1() + ':'
                                 + QByteArray::number(target.port()) + '\n'}};
    ASSERT_TRUE(strict.start()) << qPrintable(strict.error());
    const Jump jump = asJump(settingsFor(strict));
    SshConnection good(behind(jump, target), interaction);
    ASSERT_TRUE(good.run(command("true")));

    std::vector<std::unique_ptr<SshConnection>> connections;
    for (int i = 0; i < 8; ++i) {
        ConnectionSettings how = behind(jump, target);
        how.host = i % 2 == 0 ? QStringLiteral("127.0.0.1") : QStringLiteral("127.0.0.9");
        how.port = test::freePort(how.host);
        connections.push_back(std::make_unique<SshConnection>(how, interaction));
    }
    for (const auto &connection : connections)
        connection->connectNow();
    for (std::size_t i = 0; i < connections.size(); ++i) {
        const Result<Output> result = connections[i]->run(command("true"));
        ASSERT_FALSE(result);
        EXPECT_EQ(result.error().code, ErrorCode::ConnectionFailed);
        const QString reason =
            i % 2 == 0 ? QStringLiteral("through bastion: bastion reports: Connection refused.")
                       : QStringLiteral("through bastion: bastion does not let us through");
        EXPECT_TRUE(result.error().message.contains(reason)) << qPrintable(result.error().message);
    }
    EXPECT_TRUE(good.run(command("true")));
    EXPECT_EQ(strict.connectionCount(), 1);
}

TEST_F(JumpRouteTest, theBastionLooksTheNameUp)
{
    ConnectionSettings how = behind(bastion(), target);
    how.host = QStringLiteral("no-such-host.invalid");
    SshConnection connection(how, interaction);
    const Result<Output> result = connection.run(command("true"));
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().code, ErrorCode::ConnectionFailed);
    EXPECT_TRUE(result.error().message.contains(QStringLiteral("through bastion: bastion reports")))
        << qPrintable(result.error().message);
}

TEST_F(JumpRouteTest, hostileTargetsCostTheOthersNothing)
{
    const Jump jump = bastion();
    SshConnection good(behind(jump, target), interaction);
    ASSERT_TRUE(good.query(command("true")));
    for (const auto kind : {HostileServer::Kind::Rubbish, HostileServer::Kind::Flood,
                            HostileServer::Kind::FloodOfLines, HostileServer::Kind::HangUp,
                            HostileServer::Kind::RubbishAfterBanner}) {
        const HostileServer hostile(kind);
        SshConnection bad(behind(jump, hostile.port()), interaction);
        const Result<Output> result = bad.run(command("true"));
        ASSERT_FALSE(result);
        EXPECT_EQ(result.error().code, ErrorCode::ConnectionFailed) << static_cast<int>(kind);
        EXPECT_TRUE(result.error().message.contains(QStringLiteral("through bastion")))
            << qPrintable(result.error().message);
        EXPECT_TRUE(good.query(command("true")));
    }
    const HostileServer silent(HostileServer::Kind::Silent);
    ConnectionSettings how = behind(jump, silent.port());
    how.connectTimeout = 500ms;
    SshConnection dead(how, interaction);
    const Result<Output> result = dead.run(command("true"));
    ASSERT_FALSE(result);
    EXPECT_TRUE(result.error().message.contains(QStringLiteral("it did not answer within 0.5 s")))
        << qPrintable(result.error().message);
    EXPECT_TRUE(good.query(command("true")));
    EXPECT_EQ(loginCount(server), 1);
}

} // namespace
} // namespace colonnade::remote
