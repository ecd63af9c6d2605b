// SPDX-License-Identifier: GPL-3.0-or-later
//
// Reads 32 nodes, which are OpenSSH servers on loopback, in three ways in turn: with our
// connections, with pdsh and with clush. Once from open connections (theirs held by ControlMaster),
// once from nothing. Prints medians and how many times faster ours are; ends with 1 when they are
// not as fast as they must be.
//
// The nodes share the processor with the clients. So what a toolstack would compute on a node is
// replaced by what it would print, and the table is about the way to the nodes and back. The last
// rows are the real probe, most of whose time the 32 nodes' own processes take.
#include "cluster/probescript.h"
#include "remote/sshconnection.h"
#include "support/sshd.h"

#include <QElapsedTimer>
#include <QFile>
#include <QStandardPaths>

#include <algorithm>
#include <cstdio>
#include <functional>
#include <memory>
#include <optional>
#include <thread>
#include <vector>

namespace colonnade {
namespace {

constexpr int NodeCount = 32;
constexpr int Addresses = 16;
constexpr int WarmRounds = 9;
constexpr int ColdRounds = 5;
constexpr int ProbeRounds = 3;
constexpr double WarmGoal = 10;
constexpr double ColdGoal = 4;

const QByteArray EndMark = "end-of-snapshot\n";

using Connections = std::vector<std::unique_ptr<remote::SshConnection>>;

class Benchmark
{
public:
    bool start();
    bool run();

private:
    struct Peer
    {
        QString program;
        QStringList arguments; ///< the script comes after them
    };
    /// Reads all nodes once; false: an answer was missing or wrong.
    using Reading = std::function<bool()>;

    bool writeFile(const QString &name, const QByteArray &text) const;
    QByteArray sshConfig(bool shared) const;
    Peer pdsh(const QString &config) const;
    Peer clush(const QString &config) const;
    bool readWith(const Peer &peer, const QByteArray &script) const;
    bool readWith(const Connections &connections, const QByteArray &script) const;
    Connections connections() const;
    bool warm(const char *title, const QByteArray &script, const QByteArray &preamble, int rounds,
              double goal);
    bool cold(const QByteArray &script);
    bool compare(const char *title, int rounds, double goal, const Reading &ours,
                 const Reading &withPdsh, const Reading &withClush);
    QString path(const QString &name) const { return m_nodes.front()->path(name); }

    std::vector<std::unique_ptr<test::Sshd>> m_nodes;
};

bool Benchmark::start()
{
    for (int i = 0; i < NodeCount; ++i) {
        test::Sshd::Options options;
        options.address = QStringLiteral("127.0.0.%1").arg(i % Addresses + 1);
        m_nodes.push_back(std::make_unique<test::Sshd>(options));
        if (!m_nodes.back()->start()) {
            std::fprintf(stderr, "%s\n", qPrintable(m_nodes.back()->error()));
            return false;
        }
    }
    // About what a node with ten guests answers. The shell itself prints it: a process that is
    // started on the node costs the same, whoever asked for it.
    QByteArray snapshot = "echo '";
    for (int i = 0; i < 400; ++i)
        snapshot += "guest" + QByteArray::number(i % 10) + " some fact of this guest, number "
                    + QByteArray::number(i) + '\n';
    snapshot += "'\n";
    return writeFile(QStringLiteral("snapshot"), snapshot)
           && writeFile(QStringLiteral("shared_config"), sshConfig(true))
           && writeFile(QStringLiteral("cold_config"), sshConfig(false));
}

bool Benchmark::run()
{
    const QByteArray snapshot =
        ". '" + path(QStringLiteral("snapshot")).toLocal8Bit() + "'; echo " + EndMark;
    cluster::ProbeScriptInput input;
    input.nonce = "benchmark";
    const QByteArray probe = cluster::probeScript(input) + "\necho " + EndMark;

    std::printf("%d nodes on loopback\n%-28s %10s %10s %10s %9s %9s\n", NodeCount, "", "ours",
                "pdsh", "clush", "x pdsh", "x clush");
    bool good = warm("snapshot, open connections", snapshot, {}, WarmRounds, WarmGoal);
    good = cold(snapshot) && good;
    // The peers' shells get the start-up line that ours adds by itself.
    return warm("real probe (no goal)", probe, remote::scriptPreamble(), ProbeRounds, 0) && good;
}

bool Benchmark::warm(const char *title, const QByteArray &script, const QByteArray &preamble,
                     int rounds, double goal)
{
    const Connections open = connections();
    const Peer first = pdsh(path(QStringLiteral("shared_config")));
    const Peer second = clush(path(QStringLiteral("shared_config")));
    const QByteArray theirs = preamble + script;
    if (!readWith(open, script) || !readWith(first, theirs) || !readWith(second, theirs))
        return false; // this also opens the connections
    return compare(
        title, rounds, goal, [&] { return readWith(open, script); },
        [&] { return readWith(first, theirs); }, [&] { return readWith(second, theirs); });
}

bool Benchmark::cold(const QByteArray &script)
{
    const Peer first = pdsh(path(QStringLiteral("cold_config")));
    const Peer second = clush(path(QStringLiteral("cold_config")));
    return compare(
        "connect and snapshot", ColdRounds, ColdGoal,
        [&] { return readWith(connections(), script); }, [&] { return readWith(first, script); },
        [&] { return readWith(second, script); });
}

bool Benchmark::compare(const char *title, int rounds, double goal, const Reading &ours,
                        const Reading &withPdsh, const Reading &withClush)
{
    const Reading *readings[] = {&ours, &withPdsh, &withClush};
    std::vector<double> times[3];
    for (int round = 0; round < rounds; ++round) {
        for (int i = 0; i < 3; ++i) {
            QElapsedTimer timer;
            timer.start();
            if (!(*readings[i])())
                return false;
            times[i].push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
        }
    }
    double median[3];
    for (int i = 0; i < 3; ++i) {
        std::sort(times[i].begin(), times[i].end());
        median[i] = times[i][times[i].size() / 2];
    }
    const double overPdsh = median[1] / median[0];
    const double overClush = median[2] / median[0];
    std::printf("%-28s %7.1f ms %7.1f ms %7.1f ms %8.1fx %8.1fx\n", title, median[0], median[1],
                median[2], overPdsh, overClush);
    std::fflush(stdout);
    const bool reached = std::min(overPdsh, overClush) >= goal;
    if (!reached)
        std::printf("  less than %.0f times faster\n", goal);
    return reached;
}

Connections Benchmark::connections() const
{
    Connections result;
    for (const auto &node : m_nodes) {
        remote::ConnectionSettings settings;
        settings.node = node->address();
        settings.host = node->address();
        settings.port = node->port();
        settings.user = test::Sshd::user();
        settings.identityFiles = QStringList{node->clientKey()};
        settings.methods.removeAll(remote::LoginMethod::Agent);
        settings.knownHostsFiles = QStringList{node->knownHosts()};
        result.push_back(std::make_unique<remote::SshConnection>(settings, nullptr));
    }
    return result;
}

bool Benchmark::readWith(const Connections &connections, const QByteArray &script) const
{
    std::vector<base::Result<remote::Output>> results(connections.size());
    {
        std::vector<std::jthread> threads;
        for (std::size_t i = 0; i < connections.size(); ++i)
            threads.emplace_back([&, i] { results[i] = connections[i]->query({{}, script}); });
    }
    for (const auto &result : results) {
        if (!result || !result->out.endsWith(EndMark)) {
            std::fprintf(stderr, "%s\n",
                         result ? "wrong answer" : qPrintable(result.error().message));
            return false;
        }
    }
    return true;
}

bool Benchmark::readWith(const Peer &peer, const QByteArray &script) const
{
    QByteArray output;
    test::runProgram(peer.program, peer.arguments + QStringList{QString::fromUtf8(script)}, {},
                     &output);
    const auto answers = output.count(EndMark);
    if (answers != NodeCount)
        std::fprintf(stderr, "%s: %lld of %d answers: %s\n", qPrintable(peer.program),
                     static_cast<long long>(answers), NodeCount, output.right(2000).constData());
    return answers == NodeCount;
}

Benchmark::Peer Benchmark::pdsh(const QString &config) const
{
    // pdsh takes ssh's options from the environment alone.
    return {QStringLiteral("env"),
            {QStringLiteral("PDSH_SSH_ARGS_APPEND=-F ") + config, QStringLiteral("pdsh"),
             QStringLiteral("-R"), QStringLiteral("ssh"), QStringLiteral("-f"),
             QString::number(NodeCount), QStringLiteral("-w"),
             QStringLiteral("node[1-%1]").arg(NodeCount)}};
}

Benchmark::Peer Benchmark::clush(const QString &config) const
{
    return {QStringLiteral("clush"),
            {QStringLiteral("-f"), QString::number(NodeCount), QStringLiteral("-o"),
             QStringLiteral("-F ") + config, QStringLiteral("-w"),
             QStringLiteral("node[1-%1]").arg(NodeCount)}};
}

QByteArray Benchmark::sshConfig(bool shared) const
{
    QByteArray text;
    for (int i = 0; i < NodeCount; ++i) {
        const test::Sshd &node = *m_nodes[static_cast<std::size_t>(i)];
        text += "Host node" + QByteArray::number(i + 1) + "\n HostName " + node.address().toLatin1()
                + "\n Port " + QByteArray::number(node.port()) + "\n IdentityFile "
                + node.clientKey().toLocal8Bit() + "\n UserKnownHostsFile "
                + node.knownHosts().toLocal8Bit() + '\n';
    }
    text += "Host *\n IdentitiesOnly yes\n IdentityAgent none\n StrictHostKeyChecking yes\n"
            " BatchMode yes\n LogLevel ERROR\n GSSAPIAuthentication no\n";
    if (shared)
        text += " ControlMaster auto\n ControlPersist 60\n ControlPath "
                + path(QStringLiteral("master-%n")).toLocal8Bit() + '\n';
    return text;
}

bool Benchmark::writeFile(const QString &name, const QByteArray &text) const
{
    QFile file(path(name));
    return file.open(QIODevice::WriteOnly) && file.write(text) == text.size();
}

} // namespace
} // namespace colonnade

int main()
{
    using namespace colonnade;
    QString missing = test::Sshd::unavailable();
    for (const char *program : {"pdsh", "clush", "ssh"}) {
        if (QStandardPaths::findExecutable(QString::fromLatin1(program)).isEmpty())
            missing = QStringLiteral("no %1 in PATH").arg(QString::fromLatin1(program));
    }
    if (!missing.isEmpty()) {
        std::fprintf(stderr, "Not measured: %s\n", qPrintable(missing));
        return 2;
    }
    Benchmark benchmark;
    return benchmark.start() && benchmark.run() ? 0 : 1;
}
