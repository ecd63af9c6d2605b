// SPDX-License-Identifier: GPL-3.0-or-later
// Roll-outs through OpenSSH's sshd: as root, and by sudo with and without a terminal.
#include "operations/deployment.h"
#include "remote/nodefile.h"
#include "remote/sshconnection.h"
#include "support/sudouser.h"

#include <gmock/gmock.h>

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QSet>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using testing::HasSubstr;

namespace colonnade::operations {
namespace {

const QString Path = u"/etc/default/xendomains"_s;
const QByteArray Old = "XENDOMAINS_AUTO=/etc/xen/auto\n";

/// More than the buffers of pipes, terminals and channels hold.
QByteArray largeFile()
{
    QByteArray bytes = "XENDOMAINS_AUTO=\n";
    while (bytes.size() < 1'000'000)
        bytes +=
            "# line " + QByteArray::number(bytes.size()) + " of what a terminal may garble \\n\n";
    return bytes;
}

class NobodyThere final : public remote::Interaction
{
public:
    remote::HostKeyAnswer unknownHostKey(const remote::HostKeyQuestion &, std::stop_token) override
    {
        return remote::HostKeyAnswer::Cancel;
    }
    std::optional<base::Secret> secret(const remote::SecretQuestion &, std::stop_token) override
    {
        return std::nullopt;
    }
    std::optional<std::vector<base::Secret>> keyboardInteractive(const remote::KeyboardQuestion &,
                                                                 std::stop_token) override
    {
        return std::nullopt;
    }
};

/// A node behind an sshd of its own, with a folder as its root.
class SshNode
{
public:
    SshNode(const QString &name, remote::BecomeRoot how)
        : m_name(name), m_how(how), m_server(optionsFor(m_root.path()))
    {
        QDir().mkpath(m_root.filePath(u"etc/default"_s));
        write(Old);
    }

    bool start() { return m_server.start(); }
    QString error() const { return m_server.error(); }
    test::Sshd &server() { return m_server; }

    void connect(const QString &user)
    {
        remote::ConnectionSettings settings;
        settings.node = m_name;
        settings.host = m_server.address();
        settings.port = m_server.port();
        settings.user = user;
        settings.identityFiles = {m_server.clientKey()};
        settings.methods = {remote::LoginMethod::KeyFile};
        settings.knownHostsFiles = QStringList{m_server.knownHosts()};
        settings.becomeRoot = m_how;
        settings.firstRetry = 50ms;
        settings.maxRetry = 200ms;
        m_connection =
            std::make_unique<remote::SshConnection>(settings, std::make_shared<NobodyThere>());
    }

    const QString &name() const { return m_name; }
    remote::Connection *connection() { return m_connection.get(); }

    void write(const QByteArray &bytes)
    {
        QFile file(m_root.path() + Path);
        ASSERT_TRUE(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        file.write(bytes);
    }
    QByteArray read() const
    {
        QFile file(m_root.path() + Path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    QStringList folder() const
    {
        return QDir(m_root.filePath(u"etc/default"_s)).entryList(QDir::Files | QDir::Hidden);
    }
    QString root() const { return m_root.path(); }

private:
    static test::Sshd::Options optionsFor(const QString &root)
    {
        test::Sshd::Options options;
        options.config = "SetEnv COLONNADE_ROOT=" + root.toLocal8Bit() + '\n';
        return options;
    }

    const QString m_name;
    const remote::BecomeRoot m_how;
    QTemporaryDir m_root;
    test::Sshd m_server;
    std::unique_ptr<remote::SshConnection> m_connection;
};

class SshNodes final : public cluster::Nodes
{
public:
    void add(const QString &name, remote::BecomeRoot how)
    {
        m_nodes.push_back(std::make_unique<SshNode>(name, how));
    }
    SshNode &at(std::size_t index) { return *m_nodes.at(index); }
    std::size_t size() const { return m_nodes.size(); }

    remote::Connection *connection(const QString &node) override
    {
        for (const auto &each : m_nodes) {
            if (each->name() == node)
                return each->connection();
        }
        return nullptr;
    }
    cluster::ClusterState state() const override
    {
        cluster::ClusterState state;
        state.name = u"test"_s;
        for (const auto &node : m_nodes) {
            cluster::NodeState each;
            each.profile.name = node->name();
            state.nodes.append(each);
        }
        return state;
    }
    base::Result<cluster::NodeFacts> refresh(const QString &, const QStringList &,
                                             std::stop_token) override
    {
        return base::failure(base::ErrorCode::Unsupported, u"not asked for"_s);
    }

private:
    std::vector<std::unique_ptr<SshNode>> m_nodes;
};

/// How the scripts come to run as root.
enum class Way { Direct, Sudo, SudoOnTerminal };

class SshdDeployTest : public testing::TestWithParam<Way>
{
protected:
    void SetUp() override
    {
        if (!test::Sshd::unavailable().isEmpty())
            GTEST_SKIP() << qPrintable(test::Sshd::unavailable());
        const bool direct = GetParam() == Way::Direct;
        if (!direct && !test::SudoUser::unavailable().isEmpty())
            GTEST_SKIP() << qPrintable(test::SudoUser::unavailable());
        for (const QString &name : {u"node1"_s, u"node2"_s}) {
            m_nodes.add(name, direct ? remote::BecomeRoot::NotNeeded : remote::BecomeRoot::Sudo);
            SshNode &node = m_nodes.at(m_nodes.size() - 1);
            ASSERT_TRUE(node.start()) << qPrintable(node.error());
        }
        if (!direct)
            makeUser();
        for (std::size_t i = 0; i < m_nodes.size(); ++i)
            m_nodes.at(i).connect(direct ? test::Sshd::user() : m_user.name());
        m_options.pollInterval = 50ms;
    }

    void makeUser()
    {
        ASSERT_TRUE(m_user.create(m_nodes.at(0).server())) << m_user.problem().constData();
        QByteArray sudoers = "USER ALL=(root) NOPASSWD: ALL\n"
                             "Defaults:USER env_keep += \"COLONNADE_ROOT\"\n";
        if (GetParam() == Way::SudoOnTerminal)
            sudoers += "Defaults:USER requiretty,use_pty\n";
        ASSERT_TRUE(m_user.allow(sudoers)) << m_user.problem().constData();
        ASSERT_TRUE(m_user.admitTo(m_nodes.at(1).server()));
    }

    Plan plan(const QByteArray &bytes)
    {
        DeployRequest request{u"test"_s, Path, bytes, {}, {}, {}};
        for (std::size_t i = 0; i < m_nodes.size(); ++i)
            request.targets.append({m_nodes.at(i).name(), remote::sha256Of(Old)});
        const base::Result<Plan> plan = planDeployment(m_nodes.state(), request);
        EXPECT_TRUE(plan) << (plan ? "" : plan.error().message.toStdString());
        return plan.value_or(Plan{});
    }

    DeployResult run(const QByteArray &bytes, const DeploySink &sink = {})
    {
        return runDeployment(m_nodes, m_journal, plan(bytes), sink, {}, m_options);
    }

    void expectAll(const QByteArray &bytes)
    {
        for (std::size_t i = 0; i < m_nodes.size(); ++i) {
            EXPECT_TRUE(m_nodes.at(i).read() == bytes) << m_nodes.at(i).name().toStdString();
            EXPECT_FALSE(m_nodes.at(i).folder().join(u' ').contains(u".new"_s))
                << m_nodes.at(i).folder().join(u' ').toStdString();
        }
    }

    test::SudoUser m_user; // outlives the connections
    SshNodes m_nodes;
    QTemporaryDir m_data;
    Journal m_journal{m_data.path()};
    DeployOptions m_options;
};

TEST_P(SshdDeployTest, aLargeFileIsRolledOutAndBack)
{
    const QByteArray bytes = largeFile();
    const DeployResult result = run(bytes);
    EXPECT_EQ(result.outcome, DeployOutcome::Deployed) << qPrintable(result.sentence);
    expectAll(bytes);
}

TEST_P(SshdDeployTest, connectionsThatAreCutAreMadeAgain)
{
    const QByteArray bytes = largeFile();
    QSet<int> cut;
    const DeployResult result = run(bytes, [&](const DeployProgress &progress) {
        const int stage = static_cast<int>(progress.stage);
        if (progress.stage == DeployStage::Ended || !progress.node.isEmpty() || cut.contains(stage))
            return;
        cut.insert(stage);
        m_nodes.at(cut.size() % 2).server().cutConnections();
    });
    EXPECT_GE(cut.size(), 4);
    EXPECT_EQ(result.outcome, DeployOutcome::Deployed) << qPrintable(result.sentence);
    expectAll(bytes);
}

/// sudo 1.9.13 spins for ever when its terminal goes while there is input that nobody read: a
/// script that cannot begin its work has to take all of it nevertheless.
TEST_P(SshdDeployTest, inputOfAStageThatFailsIsTaken)
{
    SshNode &node = m_nodes.at(1);
    QFile::remove(node.root() + Path);
    ASSERT_TRUE(QDir().rmdir(node.root() + u"/etc/default"_s));
    QFile file(node.root() + u"/etc/default"_s); // no folder can be made there
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    const QByteArray bytes = largeFile();
    remote::FileReplacement replacement(*node.connection(), Path, u"deploy-test"_s, std::nullopt,
                                        remote::sha256Of(bytes));
    QElapsedTimer timer;
    timer.start();
    const base::Result<void> staged = replacement.stage(bytes, "0644");
    ASSERT_FALSE(staged);
    EXPECT_EQ(staged.error().code, base::ErrorCode::CommandFailed)
        << staged.error().message.toStdString();
    EXPECT_LT(timer.elapsed(), 30'000);
    EXPECT_TRUE(replacement.look()) << "the connection serves the next command";
}

std::string nameOf(const testing::TestParamInfo<Way> &way)
{
    return way.param == Way::Direct ? "direct" : way.param == Way::Sudo ? "sudo" : "terminal";
}

INSTANTIATE_TEST_SUITE_P(Ways, SshdDeployTest,
                         testing::Values(Way::Direct, Way::Sudo, Way::SudoOnTerminal), nameOf);

} // namespace
} // namespace colonnade::operations
