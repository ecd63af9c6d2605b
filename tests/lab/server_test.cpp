// SPDX-License-Identifier: GPL-3.0-or-later
// The nodes' SSH server, met by our own connections and by OpenSSH's client; the program
// colonnade-lab.
#include "lab/labtest.h"

#include "remote/sshconnection.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>

#include <gmock/gmock.h>

#include <csignal>
#include <thread>

namespace colonnade::lab {
namespace {

using remote::SshConnection;

QString word(const char *text)
{
    return QString::fromLatin1(text);
}

/// Nobody is there to be asked.
class Nobody final : public remote::Interaction
{
public:
    remote::HostKeyAnswer unknownHostKey(const remote::HostKeyQuestion &, std::stop_token) override
    {
        return remote::HostKeyAnswer::Cancel;
    }
    std::optional<base::Secret> secret(const remote::SecretQuestion &, std::stop_token) override
    {
        return {};
    }
    std::optional<std::vector<base::Secret>> keyboardInteractive(const remote::KeyboardQuestion &,
                                                                 std::stop_token) override
    {
        return {};
    }
};

std::unique_ptr<SshConnection> connectionTo(const Lab &lab, int node)
{
    const NodeAccess access = lab.nodes().at(node);
    remote::ConnectionSettings settings;
    settings.node = access.name;
    settings.host = access.host;
    settings.port = access.port;
    settings.user = lab.user();
    settings.identityFiles = {lab.privateKeyFile()};
    settings.methods.removeAll(remote::LoginMethod::Agent);
    settings.knownHostsFiles = QStringList{lab.knownHostsFile()};
    return std::make_unique<SshConnection>(settings, std::make_shared<Nobody>());
}

remote::Output output(const base::Result<remote::Output> &result)
{
    EXPECT_TRUE(result) << (result ? "" : qPrintable(result.error().message));
    return result.value_or(remote::Output{});
}

class ServerTest : public testing::Test
{
protected:
    ServerTest() : m_lab(startLab(captureOptions())), m_connection(connectionTo(*m_lab, 0)) {}

    remote::Output runRemote(const char *script, const QByteArray &input = {})
    {
        return output(m_connection->run(
            {.title = {}, .script = script, .input = input, .outputLimit = 64 << 20}));
    }

    std::unique_ptr<Lab> m_lab;
    std::unique_ptr<SshConnection> m_connection;
};

TEST_F(ServerTest, streamsAndStatusArriveApart)
{
    const remote::Output seen = runRemote("echo out; echo err >&2; exit 7");
    EXPECT_EQ(seen.out, "out\n");
    EXPECT_EQ(seen.err, "err\n");
    EXPECT_EQ(seen.exitStatus, 7);
}

TEST_F(ServerTest, signalArrives)
{
    EXPECT_EQ(runRemote("kill -TERM $$").exitStatus, 128 + 15);
}

TEST_F(ServerTest, inputAndItsEndArrive)
{
    const QByteArray input(3'000'000, 'x');
    EXPECT_EQ(runRemote("wc -c", input).out.trimmed(), "3000000");
    EXPECT_EQ(runRemote("exec cat", input).out, input);
}

TEST_F(ServerTest, muchOutputArrivesWhole)
{
    const remote::Output seen = runRemote("seq 1 1000000; seq 1 1000 >&2");
    EXPECT_EQ(seen.out.size(), 6'888'896);
    EXPECT_TRUE(seen.out.endsWith("\n1000000\n"));
    EXPECT_TRUE(seen.err.endsWith("\n1000\n"));
}

TEST_F(ServerTest, commandsOfOneConnectionRunAtOnce)
{
    std::vector<std::thread> threads;
    std::atomic<int> good = 0;
    for (int i = 0; i < 6; ++i)
        threads.emplace_back([&, i] {
            // Each waits for all the others: only together can they end.
            const QByteArray script =
                ">here" + QByteArray::number(i)
                + "; until test \"$(ls here* | wc -l)\" = 6; do sleep 0.02; done; echo ok";
            good +=
                output(m_connection->run({.title = {}, .script = script})).out == "ok\n" ? 1 : 0;
        });
    for (std::thread &thread : threads)
        thread.join();
    EXPECT_EQ(good, 6);
}

TEST_F(ServerTest, residentShellAnswers)
{
    for (int i = 0; i < 20; ++i)
        EXPECT_THAT(
            output(m_connection->query({.title = {}, .script = "xl list"})).out.toStdString(),
            testing::HasSubstr("web1"));
}

TEST_F(ServerTest, detachedJobOutlivesItsChannel)
{
    runRemote("setsid sh -c 'while test ! -e go; do sleep 0.02; done; echo end >job' >/dev/null "
              "2>&1 </dev/null &");
    ASSERT_TRUE(m_lab->cut(word("xenhost1")));
    EXPECT_EQ(run(*m_lab, 0, word(">go")).status, 0);
    EXPECT_TRUE(eventually(
        [this] { return QFileInfo(m_lab->nodes()[0].root + word("/root/job")).size() == 4; }));
}

TEST_F(ServerTest, anotherKeyIsRefused)
{
    const auto other = startLab(captureOptions());
    remote::ConnectionSettings settings;
    settings.node = word("xenhost1");
    settings.host = m_lab->nodes()[0].host;
    settings.port = m_lab->nodes()[0].port;
    settings.identityFiles = {other->privateKeyFile()};
    settings.methods.removeAll(remote::LoginMethod::Agent);
    settings.knownHostsFiles = QStringList{m_lab->knownHostsFile()};
    SshConnection stranger(settings, std::make_shared<Nobody>());
    const auto result = stranger.run({.title = {}, .script = "true"});
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().code, base::ErrorCode::AuthenticationFailed);
}

TEST_F(ServerTest, openSshMeetsTheSameNode)
{
    const NodeAccess node = m_lab->nodes()[0];
    const auto ssh = [&](const QString &knownHosts) {
        Program process(QStringList{
            word("ssh"), word("-F"), word("none"), word("-o"), word("BatchMode=yes"), word("-i"),
            m_lab->privateKeyFile(), word("-o"), word("StrictHostKeyChecking=yes"), word("-o"),
            word("IdentitiesOnly=yes"), word("-o"), word("UserKnownHostsFile=") + knownHosts,
            word("-p"), QString::number(node.port), word("root@") + node.host,
            word("cat; echo err >&2; exit 3")});
        process.write("hello\n");
        process.closeInput();
        return finish(process);
    };
    const Ran seen = ssh(m_lab->knownHostsFile());
    EXPECT_EQ(seen.out, "hello\n");
    EXPECT_EQ(seen.err, "err\n");
    EXPECT_EQ(seen.status, 3);
    const Ran unknown = ssh(word("/dev/null"));
    EXPECT_EQ(unknown.status, 255);
    EXPECT_THAT(unknown.err.toStdString(), testing::HasSubstr("Host key verification failed"));
}

TEST(ServerOfManyNodes, thirtyTwoAnswerAtOnce)
{
    const auto lab = startLab({.nodes = 32, .noGuests = true});
    std::vector<std::unique_ptr<SshConnection>> connections;
    for (int node = 0; node < 32; ++node)
        connections.push_back(connectionTo(*lab, node));
    std::vector<std::thread> threads;
    std::atomic<int> good = 0;
    for (int node = 0; node < 32; ++node)
        threads.emplace_back([&, node] {
            const remote::Output seen = output(connections[static_cast<std::size_t>(node)]->query(
                {.title = {},
                 .script = "hostname; xl list -l >/dev/null && xl info | grep -c free_memory",
                 .deadline = std::chrono::seconds(60)}));
            good += seen.out == "xenhost" + QByteArray::number(node + 1) + "\n1\n" ? 1 : 0;
        });
    for (std::thread &thread : threads)
        thread.join();
    EXPECT_EQ(good, 32);
}

class ProgramTest : public testing::Test
{
protected:
    QString program() const
    {
        return QFileInfo(word("/proc/self/exe")).symLinkTarget().section(QLatin1Char('/'), 0, -2)
               + word("/colonnade-lab");
    }

    Ran runProgram(const QStringList &arguments)
    {
        Program process(QStringList{program()} + arguments);
        process.closeInput();
        return finish(process);
    }
};

TEST_F(ProgramTest, saysHowItsNodesAreReachedAndEndsWithItsInput)
{
    Program process({program(), word("--print-json"), word("--nodes"), word("2"), word("--guest"),
                     word("solo:256:1:2:paused"), word("--fault"), word("xenhost1:slow:1")});
    ASSERT_TRUE(process.waitForOutput());
    const QJsonObject said = QJsonDocument::fromJson(process.output()).object();
    const QString folder = said.value(word("folder")).toString();
    EXPECT_TRUE(QFileInfo(said.value(word("keyFile")).toString()).isFile());
    EXPECT_TRUE(QFileInfo(said.value(word("knownHostsFile")).toString()).isFile());
    ASSERT_EQ(said.value(word("nodes")).toArray().size(), 2);
    const QJsonObject second = said.value(word("nodes")).toArray().at(1).toObject();
    EXPECT_EQ(second.value(word("name")).toString(), word("xenhost2"));
    EXPECT_EQ(second.value(word("host")).toString(), word("127.0.0.2"));
    EXPECT_GT(second.value(word("port")).toInt(), 0);
    EXPECT_EQ(runProgram({word("control"), folder, word("list"), word("xenhost2")}).out, "solo\n");
    EXPECT_EQ(runProgram({word("control"), folder, word("nodes")}).out.trimmed(),
              "xenhost1 on slow=1\nxenhost2 on");
    process.closeInput();
    EXPECT_EQ(finish(process).status, 0);
    EXPECT_FALSE(QDir(folder).exists());
}

TEST_F(ProgramTest, endsOnSigtermAndTakesItsProcessesAlong)
{
    Program process({program(), word("--print-json"), word("--nodes"), word("1")});
    ASSERT_TRUE(process.waitForOutput());
    const QString folder =
        QJsonDocument::fromJson(process.output()).object().value(word("folder")).toString();
    process.signal(SIGTERM);
    EXPECT_EQ(finish(process).status, 0);
    EXPECT_FALSE(QDir(folder).exists());
}

TEST_F(ProgramTest, refusesWhatItDoesNotUnderstand)
{
    EXPECT_EQ(runProgram({word("--toolstack"), word("kvm")}).status, 2);
    EXPECT_EQ(runProgram({word("--guest"), word("web1:x")}).status, 2);
    EXPECT_EQ(runProgram({word("nosuch")}).status, 2);
    EXPECT_EQ(runProgram({word("--nosuch")}).status, 2);
    EXPECT_EQ(runProgram({word("control")}).status, 2);
    EXPECT_EQ(runProgram({word("control"), word("/nonexistent"), word("nodes")}).status, 1);
}

} // namespace
} // namespace colonnade::lab
